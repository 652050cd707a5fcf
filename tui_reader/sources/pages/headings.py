"""The headings of a page that may be its headline, and what each is made of.

A first heading may hold more than the headline: a kicker above it, a label for screen readers, a line below.
It may also not be the headline that readers see: newsrooms set one for search engines at the end of the
breadcrumb, and the shown one as a lesser heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml import etree

from tui_reader.clean import clean_line
from tui_reader.sources.hypertext.markup import inner_text, raw_text
from tui_reader.sources.pages import signs
from tui_reader.sources.pages.region import key, length, units
from tui_reader.values import frozen

MAX_HEADINGS = 30
MAX_LESSER = 60
MAX_PARTS = 8
MAX_HEADLINE = 300
_LEAST = 10
_KICKER = re.compile(
    r"kicker|top-?line|over-?line|roof-?line|dach-?zeile|spitzmarke|eyebrow|pre-?title|super-?title|sur-?title|"
    r"ante-?titulo|occhiello|rubri[ckq]|categor|flag|badge|label|overtitle|sub-?title|sub-?head|sub-?line|"
    r"visually-?hidden|sr-only|screen-?reader|u-hidden|a11y-hidden",
    re.IGNORECASE,
)
_HEADLINE = re.compile(
    r"(?:^|-)(?:head-?line|(?:entry|article|post|story|news|page|detail|content)-?(?:title|head-?line))(?:-|$)"
)
_TEASING = frozenset({"a", "li", "aside", "nav", "footer", "figure"})
_CRUMB = re.compile(r"bread-?crumb|brotkrume|seo-?title", re.IGNORECASE)
_NAMES = ("class", "id", "aria-label", "itemtype", "data-testid")
_BLOCKS = frozenset({"div", "p", "br", "h2", "h3", "small", "section"})


@frozen
class Heading:
    """A heading's text as it stands.

    ``parts`` are what its elements say one by one, and what is left without each; ``bare`` is what is left
    without those that call themselves a kicker or a label, or an empty text. ``shown`` is False for one that
    closes a breadcrumb or stands in the navigation.
    """

    text: str
    parts: tuple[str, ...] = ()
    bare: str = ""
    shown: bool = True


def read(tree: etree._Element) -> tuple[list[Heading], list[str]]:
    """The first headings of the page, and the texts of its lesser headings that lead nowhere."""
    firsts = [one for one in list(tree.iter("h1"))[:MAX_HEADINGS] if not _leads_home(one)]
    headings = [_heading(one, text) for one in firsts if (text := inner_text(one))]
    lesser = [one for one in list(tree.iter("h2", "h3"))[:MAX_LESSER] if one.find(".//a[@href]") is None]
    lesser = [one for one in lesser if next(one.iterancestors("a"), None) is None]
    parts = [part for one in lesser for part in (one, *one.iter("span", "strong", "b"))]
    return headings, [text for one in parts if (text := inner_text(one))][:200]


def unmarked(tree: etree._Element, wanted: Sequence[str]) -> list[Heading]:
    """The headline of a page without a heading: the first of ``wanted`` that stands on it as a line of its own."""
    body = tree.find("body")
    lines = {text for _, text in units(body)} if body is not None else set()
    found = next((text for text in wanted if length(key(text)) >= _LEAST and key(text) in lines), None)
    return [] if found is None else [Heading(found)]


def by_name(tree: etree._Element) -> list[Heading]:
    """The headline of a page without a first heading: what calls itself one, and stands in no list or teaser."""
    for element in tree.iter("h2", "h3", "div", "span", "p", "td", "strong", "b"):
        named = element.get("class") or element.get("itemprop")
        if not named or not _HEADLINE.search(signs.words(f"{named} {element.get('itemprop') or ''}")):
            continue
        text = inner_text(element)
        if not _LEAST <= len(text) <= MAX_HEADLINE or next(element.iter("a", "p", "img"), None) is not None:
            continue
        if not any(one.tag in _TEASING for one in element.iterancestors()):
            return [_heading(element, text)]
    return []


def _heading(element: etree._Element, text: str) -> Heading:
    shown = not any(_is_crumb(one) for one in (element, *list(element.iterancestors())[:5]))
    pieces = _pieces(element)
    if len(pieces) < 2 or len(pieces) > MAX_PARTS:
        return Heading(text, shown=shown)
    without = [_joined(pieces[:place] + pieces[place + 1 :]) for place in range(len(pieces))]
    parts = [part for part in (*without, *(_joined([piece]) for piece in pieces)) if len(part) >= _LEAST]
    named = [piece for piece in pieces if not piece[0]]
    bare = _joined(named) if len(named) < len(pieces) else ""
    return Heading(text, tuple(dict.fromkeys(parts)), bare if len(bare) >= _LEAST else "", shown)


def _pieces(element: etree._Element) -> list[tuple[bool, str]]:
    """What ``element`` holds, piece by piece: whether it is a kicker or a label by name, and its text."""
    while len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        element = element[0]
    pieces = [(False, element.text or "")]
    for child in element:
        text = raw_text(child)
        text = f" {text} " if child.tag in _BLOCKS else text
        pieces += [(_KICKER.search(_names(child)) is not None, text), (False, child.tail or "")]
    return [(label, text) for label, text in pieces if text.strip()]


def _joined(pieces: list[tuple[bool, str]]) -> str:
    return (
        clean_line("".join(text for _, text in pieces))
        .strip(" |/·•")
        .removeprefix(":")
        .removesuffix(":")
        .strip()
    )


def _names(element: etree._Element) -> str:
    return " ".join(element.get(name) or "" for name in _NAMES)


def _is_crumb(element: etree._Element) -> bool:
    if element.tag == "nav" or (element.get("role") or "").casefold() == "navigation":
        return True
    return _CRUMB.search(_names(element)) is not None


def _leads_home(element: etree._Element) -> bool:
    """Whether a heading is the site's own name: a link, or in a link, to its home page."""
    anchor = next(element.iterancestors("a"), None)
    if anchor is None:
        anchor = element.find(".//a[@href]")
        if anchor is None or raw_text(anchor).split() != raw_text(element).split():
            return False
    href = (anchor.get("href") or "").strip()
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return bool(href) and not href.startswith("#") and parts.path in ("", "/") and not parts.query
