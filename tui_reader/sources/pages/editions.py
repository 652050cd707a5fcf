"""The other-language editions that a page names: `hreflang` links, language tabs, `og:locale:alternate`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from lxml import etree

from tui_reader.languages import normalize, primary, same
from tui_reader.model import EditionLink
from tui_reader.sources.hypertext.hrefs import resolve
from tui_reader.sources.hypertext.markup import inner_text

MAX_EDITIONS = 100
MAX_LINKS = 4000
_ID = re.compile(r"\d{5,}")
_LANGUAGE_FOLDER = re.compile(r"^[a-z]{2,3}(?:[-_][a-z]{2,4})?$", re.IGNORECASE)


def read(
    tree: etree._Element, *, base: str | None, url: str | None, own: str | None
) -> tuple[EditionLink, ...]:
    """Each language once, this page's too; () where none is in another language than ``own``."""
    found: dict[str, EditionLink] = {}
    for edition in (*_alternates(tree, base, url), *_tabs(tree, base, url), *_locales(tree)):
        if len(found) < MAX_EDITIONS:
            found.setdefault(primary(edition.language), edition)
    if not any(not same(edition.language, own) for edition in found.values()):
        return ()
    if own is not None and primary(own) not in found:
        found = {primary(own): EditionLink(own, url), **found}
    return tuple(found.values())


def _alternates(tree: etree._Element, base: str | None, url: str | None) -> Iterable[EditionLink]:
    """`link[rel=alternate][hreflang]`, and not a home page."""
    for link in tree.iter("link"):
        tag = normalize(link.get("hreflang"))
        if tag is None or "alternate" not in (link.get("rel") or "").casefold().split():
            continue
        href = resolve(link.get("href"), base)
        if href is not None and (href == url or not _is_home(href)):
            yield EditionLink(tag, href)


def _tabs(tree: etree._Element, base: str | None, url: str | None) -> Iterable[EditionLink]:
    """Links whose label names a language, to an address that shares this page's number or path."""
    if url is None or not url.startswith("http"):
        return
    own = _place(url)
    for count, anchor in enumerate(tree.iter("a")):
        if count >= MAX_LINKS:
            return
        label = anchor.text or ""
        if len(label) > 30 or (not label.strip() and len(anchor) == 0):
            continue
        label = label if label.strip() else inner_text(anchor)[:31]
        if not 2 <= len(label.strip()) <= 20 or (tag := normalize(label.strip())) is None:
            continue
        href = resolve(anchor.get("href"), base)
        if href is None or href.split("#")[0] == url.split("#")[0] or _is_home(href):
            continue
        if _share(own, _place(href)):
            yield EditionLink(tag, href)


def _locales(tree: etree._Element) -> Iterable[EditionLink]:
    """`og:locale:alternate` (Open Graph protocol, basic metadata) names languages without addresses."""
    for meta in tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").casefold() == "og:locale:alternate":
            tag = normalize(meta.get("content"))
            if tag is not None:
                yield EditionLink(primary(tag))


def _place(url: str) -> tuple[str, tuple[str, ...], frozenset[str]]:
    """The site, the path without folders that name a language, and the long numbers in the path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", (), frozenset()
    host = ".".join((parts.hostname or "").split(".")[-2:])
    folders = [part for part in parts.path.strip("/").split("/") if part]
    telling = tuple(
        part for part in folders if not (_LANGUAGE_FOLDER.match(part) and normalize(part) is not None)
    )
    return host, telling, frozenset(_ID.findall(parts.path))


def _share(
    left: tuple[str, tuple[str, ...], frozenset[str]], right: tuple[str, tuple[str, ...], frozenset[str]]
) -> bool:
    if left[0] != right[0] or not left[1] or not right[1]:
        return False
    return bool(left[2] & right[2]) or left[1] == right[1]


def _is_home(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    path = parts.path.strip("/")
    return not parts.query and (not path or (len(path) <= 6 and normalize(path) is not None))
