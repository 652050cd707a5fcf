"""Elements of a feed by feedparser's names and rules: names, texts, attributes, links. See `fast`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import cast
from urllib.parse import urljoin

from lxml import etree

from tui_reader.sources.entries.raw import RawLink

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
_PLAIN_ADDRESS = re.compile(
    r"https?://[a-z0-9.-]+/[A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*(?:\?[A-Za-z0-9._~%=&+-]+)?"
)
_HALF = re.compile(r"&([A-Za-z0-9_]+);")
ODD = re.compile(b"\xc2[\x80-\x9f]")  # U+0080 to U+009F in UTF-8
# UTF-8 read as ISO 8859-1 shows as one of the letters Â to ô, as it is or by its number, before one of U+0080 to U+00BF.
_LEADS = re.compile(rb"\xc3[\x82-\xb4](?:\xc2|&#|<[!?]|\]\]>(?!</))")
_LEADS_BY_NUMBER = re.compile(
    rb"&#(?:0*+(?:19[4-9]|2[0-4]\d)|[xX]0*+(?:[cC][2-9a-fA-F]|[dDeE][\da-fA-F]|[fF][0-4]));"
)


# The attributes of an element as they stand: lxml's own method, by the types that it has for us.
items = cast("Callable[[etree._Element], list[tuple[str, str]]]", etree._Element.items)
Leaf = Callable[[etree._Element], str]


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


def is_remembered(tag: object) -> bool:
    """Whether an element with that tag has one name, whatever stands beside it."""
    return tag in _NAMES


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


def may_be_misread(data: bytes) -> bool:
    """Whether a text of the document may be UTF-8 that its writer took for ISO 8859-1: False where none can be."""
    return _LEADS.search(data) is not None or _LEADS_BY_NUMBER.search(data) is not None


def leaf(element: etree._Element) -> str:
    """The text of an element without children."""
    if len(element):
        raise HandOverError
    return (element.text or "").strip()


def righted_leaf(element: etree._Element) -> str:
    """`leaf`, as feedparser puts it right where the document `may_be_misread`."""
    text = leaf(element)
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


def attributes(element: etree._Element) -> dict[str, str]:
    """Attributes as feedparser gives them. A language or a base of an element's own is its business."""
    found: dict[str, str] = {}
    for name, value in items(element):
        if name in MOVING:
            raise HandOverError
        key = name.lower()
        found[key] = value.lower() if key in ("rel", "type") else value
    return found


def must_not_move(element: etree._Element) -> None:
    """Hand over where `attributes` does."""
    for name in element.keys():  # noqa: SIM118  (it is no mapping)
        if name in MOVING:
            raise HandOverError


def read_link(element: etree._Element, base: str, text: str, *, in_entry: bool) -> tuple[RawLink, str | None]:
    """The link of an element with that ``text``, and the address that it gives its owner, if any."""
    given = attributes(element)
    rel = given.get("rel", "alternate")
    kind = given.get("type", "application/atom+xml" if rel == "self" else "text/html")
    href = given.get("url") or given.get("uri") or given.get("href", "")
    own: str | None = None
    if href:
        if text:
            raise HandOverError
        href = resolved(base, href)
        if rel == "alternate" and TYPES.get(kind, kind) in _HTML:
            own = href
    else:
        own = resolved(base, text) if text else ""
        if "&" in own:
            own = _HALF.sub(r"&\g<1>", own.replace("&amp;", "&") if in_entry else own)
        href = own
    return RawLink(rel, kind, href, given.get("hreflang", ""), given.get("title", "")), own
