"""The other-language editions that a page names: links, language tabs, JSON-LD, `og:locale:alternate`.

An edition is this story in another language. A tab that leads to the other language's home page gives no
address, whatever its label says; several regions of one language are one edition. What is named by its language
alone tells in which languages the site appears.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from lxml import etree

from tui_reader.hrefs import resolve
from tui_reader.languages import from_label, normalize, primary, same
from tui_reader.model import EditionLink
from tui_reader.sources.hypertext.markup import inner_text, raw_text
from tui_reader.sources.pages.places import Place, is_home, place
from tui_reader.sources.pages.structured import first

MAX_EDITIONS = 100
MAX_LINKS = 4000
MAX_LABEL = 40
MIN_SWITCH = 3
_PROSE = 80  # letters of a paragraph that is more than a line of tabs
_TRANSLATIONS = ("workTranslation", "translationOfWork")
MAX_ROW = 200
_WORD = re.compile(r"\w{4,}")
_BETWEEN = re.compile(r"[\s|/·•,]+")


def read(
    tree: etree._Element,
    *,
    base: str | None,
    url: str | None,
    own: str | None,
    article: Mapping[str, Any] | None = None,
) -> tuple[EditionLink, ...]:
    """Each language once, this page's too; () where none is in another language than ``own``.

    ``article`` is the page's JSON-LD object for the article at ``url``.
    """
    found: dict[str, EditionLink] = {}
    named = (*_alternates(tree, base), *_translations(article or {}, base), *_tabs(tree, base, url))
    taken: dict[str, str] = {}
    for edition in (
        *(one for one in named if _is_other(one, url, own)),
        *_locales(tree),
        *_switch(tree, base, url, own),
    ):
        language = primary(edition.language)
        if edition.url is not None and taken.setdefault(edition.url, language) != language:
            continue  # one address can't be two editions: the site falls back to it
        if len(found) < MAX_EDITIONS:
            found.setdefault(language, edition)
    if not any(not same(edition.language, own) for edition in found.values()):
        return ()
    if own is not None:
        told = found.get(primary(own))
        itself = told if told is not None and _bare(told.url) == _bare(url) else EditionLink(own, url)
        found = {**found, primary(own): itself} if told is not None else {primary(own): itself, **found}
    return tuple(found.values())


def _is_other(edition: EditionLink, url: str | None, own: str | None) -> bool:
    """Whether an edition is this page in its own language, or leads to an article elsewhere."""
    if edition.url is None or _bare(edition.url) == _bare(url):
        return edition.url is None or own is None or same(edition.language, own)
    return not is_home(edition.url)


def _alternates(tree: etree._Element, base: str | None) -> Iterator[EditionLink]:
    """`link` and `a` with `rel=alternate` and `hreflang` (HTML section 4.6.7.1)."""
    for link in tree.iter("link", "a"):
        if "alternate" not in (link.get("rel") or "").casefold().split():
            continue
        tag, href = normalize(link.get("hreflang")), resolve(link.get("href"), base)
        if tag is not None and href is not None:
            yield EditionLink(tag, href)


def _translations(article: Mapping[str, Any], base: str | None) -> Iterator[EditionLink]:
    """What schema.org calls translations of this work, and the work that this one translates."""
    for name in _TRANSLATIONS:
        works = article.get(name)
        for work in works if isinstance(works, list) else [works]:
            if not isinstance(work, Mapping):
                continue
            tag = normalize(first(work.get("inLanguage")))
            href = resolve(first(work.get("url")) or first(work.get("@id")), base)
            if tag is not None and href is not None:
                yield EditionLink(tag, href)


def _tabs(tree: etree._Element, base: str | None, url: str | None) -> Iterator[EditionLink]:
    """Links whose label names a language, to an address that shares this page's number or path.

    An address of an article's form is enough where the label's language is declared on the link too, or where
    the link stands in a row of such labels and nothing else.
    """
    if url is None or not url.startswith("http"):
        return
    here = place(url)
    for count, element in enumerate(tree.iter("a", "option")):
        if count >= MAX_LINKS:
            return
        label = (element.text or "").strip() or (inner_text(element) if len(element) else "")
        if not 2 <= len(label) <= MAX_LABEL or (named := _named(label)) is None:
            continue
        href = resolve(element.get("href") if element.tag == "a" else element.get("value"), base)
        if href is None or _bare(href) == _bare(url) or is_home(href):
            continue
        there = place(href)
        tag = named if here.shares_story(there) else _declared(element, label, here, there)
        if tag is not None:
            yield EditionLink(tag, href)


def _named(label: str) -> str | None:
    """The language that a label is the name of, or has in it: `English`, `UA`, `Leer en español`."""
    if (tag := from_label(label)) is not None:
        return tag
    return next((tag for word in _WORD.findall(label) if (tag := from_label(word)) is not None), None)


def _declared(element: etree._Element, label: str, here: Place, there: Place) -> str | None:
    tag = from_label(label)
    if tag is None or not here.is_like(there):
        return None
    if not same(tag, normalize(element.get("hreflang") or element.get("lang"))) and not in_row(element):
        return None
    outer = next(element.iterancestors("p", "blockquote"), None)
    return tag if outer is None or len(raw_text(outer)) <= _PROSE else None


def in_row(element: etree._Element) -> bool:
    """Whether an element stands among labels of other languages, and among nothing else."""
    row = element.getparent()
    if row is not None and row.tag == "li":
        row = row.getparent()
    parts = [] if row is None else list(islice(row.itertext(), MAX_ROW))
    tags = [from_label(word) for part in parts for word in _BETWEEN.split(str(part)) if word]
    return None not in tags and len(set(tags)) > 1


def _locales(tree: etree._Element) -> Iterable[EditionLink]:
    """`og:locale:alternate` (Open Graph protocol, basic metadata) names languages without addresses."""
    for meta in tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").casefold() == "og:locale:alternate":
            tag = normalize(meta.get("content"))
            if tag is not None:
                yield EditionLink(primary(tag))


def _switch(
    tree: etree._Element, base: str | None, url: str | None, own: str | None
) -> Iterator[EditionLink]:
    """The languages of a site's switch, whose links declare them and lead to front pages: without an address.

    Such a switch says in which languages the site appears, this page's among them, and not where this story
    stands in them. A link to anything but a front page is an ordinary link; so is one whose label is no
    language's name, and a row of which most are such is no switch.
    """
    publisher = place(url or "").publisher
    found: dict[str, tuple[bool, bool]] = {}
    for link in islice(tree.iter("a"), MAX_LINKS):
        tag = normalize(link.get("hreflang"))
        href = resolve(link.get("href"), base) if tag is not None else None
        if tag is not None and href is not None and (is_home(href) or _bare(href) == _bare(url)):
            is_named = same(from_label(inner_text(link)[:MAX_LABEL]), tag)
            found.setdefault(primary(tag), (place(href).publisher == publisher, is_named))
    ours, labelled = (sum(column) for column in zip(*found.values(), strict=True)) if found else (0, 0)
    if len(found) < MIN_SWITCH or 2 * ours < len(found) or 2 * labelled <= len(found):
        return  # a list of other publishers' pages, or of links of every kind
    if own is None or primary(own) in found:
        yield from map(EditionLink, found)


def _bare(url: str | None) -> str:
    return (url or "").split("#")[0].rstrip("/")
