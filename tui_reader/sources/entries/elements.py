"""Elements of a feed by feedparser's names and rules: names, texts, attributes, links. See `fast`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from lxml import etree

Values = dict[str, Any]
ATOM = "http://www.w3.org/2005/Atom"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RSS1 = "http://purl.org/rss/1.0/"
_PREFIXES = {
    ATOM: "",
    RSS1: "",
    RDF: "rdf_",
    "http://purl.org/rss/1.0/modules/content/": "content_",
    "http://purl.org/dc/elements/1.1/": "dc_",
    "http://purl.org/dc/terms/": "dcterms_",
    "http://search.yahoo.com/mrss": "media_",
    "http://search.yahoo.com/mrss/": "media_",
    "http://purl.org/rss/1.0/modules/slash/": "slash_",
    "http://purl.org/rss/1.0/modules/syndication/": "sy_",
    "http://purl.org/rss/1.0/modules/threading/": "thr_",
    "http://purl.org/syndication/thread/1.0": "thr_",
    "http://wellformedweb.org/CommentAPI/": "wfw_",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner_",
    "http://www.georss.org/georss": "georss_",
    "http://www.itunes.com/DTDs/PodCast-1.0.dtd": "itunes_",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOVING = (LANGUAGE, "{http://www.w3.org/XML/1998/namespace}base", "lang", "base")
TYPES = {
    "text": "text/plain", "plain": "text/plain", "text/plain": "text/plain", "html": "text/html",
    "text/html": "text/html",
}  # fmt: skip
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_SLASHES = re.compile(r"^([A-Za-z][A-Za-z0-9+-.]*://)(/*)")
_PLAIN_ADDRESS = re.compile(r"https?://[a-z0-9.-]+/[A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*")
_HALF = re.compile(r"&([A-Za-z0-9_]+);")
ODD = re.compile(b"\xc2[\x80-\x9f]")  # U+0080 to U+009F in UTF-8


class HandOverError(Exception):
    """The feed is for feedparser; nothing is wrong."""


def name_of(element: etree._Element) -> str:
    """An element as feedparser names it: the usual prefix of its namespace, and the name in small letters."""
    tag = element.tag
    if (name := _NAMES.get(tag)) is not None:
        return name
    if not isinstance(tag, str):
        raise HandOverError
    name = _name(tag, element.prefix)
    if len(_NAMES) < _MANY and (tag[0] != "{" or tag.rpartition("}")[0][1:] in _PREFIXES):
        _NAMES[tag] = name  # whatever prefix the feed has for it
    return name


_NAMES: dict[object, str] = {}
_MANY = 1000


@lru_cache(maxsize=1024)
def _name(tag: str, given: str | None) -> str:
    namespace, _, local = tag.rpartition("}")
    if not namespace:
        return local.lower()
    prefix = _PREFIXES.get(namespace[1:])
    if prefix is None:
        if not given or f"{given}_" in _PREFIXES.values() or given in _KNOWN:
            raise HandOverError
        prefix = f"{given}_"
    return prefix + local.lower()


# Prefixes by which feedparser has rules of its own; here they stand for another namespace.
_KNOWN = frozenset(
    {"itunes", "cc", "creativecommons", "psc", "gml", "admin", "xhtml", "svg", "math", "prism"}
)


def leaf(element: etree._Element) -> str:
    """The text of an element without children, as feedparser puts it right."""
    if len(element):
        raise HandOverError
    text = (element.text or "").strip()
    if not text.isascii():
        try:
            return text.encode("latin-1").decode("utf-8")
        except UnicodeError:
            pass  # it was not read in the wrong charset
    return text


def resolved(base: str, address: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(address):
        return address  # as `urljoin` leaves it
    return urljoin(base, _SLASHES.sub(r"\1", address))


def attributes(element: etree._Element) -> Values:
    """Attributes as feedparser gives them."""
    found: Values = {}
    for name, value in element.attrib.items():
        key = str(name).lower()
        found[key] = str(value).lower() if key in ("rel", "type") else str(value)
    return found


def read_link(element: etree._Element, owner: Values, base: str, *, in_entry: bool) -> None:
    given = attributes(element)
    given.setdefault("rel", "alternate")
    given.setdefault("type", "application/atom+xml" if given["rel"] == "self" else "text/html")
    href = given.pop("url", None) or given.pop("uri", None) or given.get("href")
    links = owner.setdefault("links", [])
    links.append(given)
    if href:
        given["href"] = resolved(base, href)
        if given["rel"] == "alternate" and TYPES.get(given["type"], given["type"]) in _HTML:
            owner["link"] = given["href"]
        if (element.text or "").strip():
            raise HandOverError
        return
    address = leaf(element)
    if address:
        address = resolved(base, address)
    if in_entry:
        address = address.replace("&amp;", "&")
    owner["link"] = _HALF.sub(r"&\g<1>", address)
    if owner["link"] or not in_entry:
        given["href"] = owner["link"]


def must_not_move(element: etree._Element) -> None:
    """A language or a base of an element's own is feedparser's business."""
    for name in element.keys():  # noqa: SIM118  (it is no mapping)
        if name in MOVING:
            raise HandOverError
