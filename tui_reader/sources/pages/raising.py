"""Lines that are sub-headings without saying so in their tag: all bold, or named as one by their class."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from tui_reader.sources.hypertext.markup import inner_text
from tui_reader.sources.pages import signs
from tui_reader.sources.pages.region import length

MAX_BOLD = 90
MAX_RAISED = 40
MAX_NAMED = 200
MAX_BEFORE = 200  # elements above a line among which text is looked for
MIN_AFTER = 40
_LINES = frozenset({"p", "div"})
_HOLDERS = frozenset({"div", "section", "article", "td", "p"})
_INLINE = frozenset({"span", "em", "i", "u", "font", "strong", "b"})
_SENTENCE_ENDS = (".", ",", ";", ":", "…", "。", "!")
_BOLD = re.compile(r"font-weight\s?:\s?(?:bold|[6-9]00)", re.IGNORECASE)


def raise_headings(holder: etree._Element) -> None:
    """Lines that are all bold, short and no sentence are sub-headings, where the page has several of them."""
    found: dict[etree._Element, None] = {}
    for bold in holder.iter("strong", "b", "span"):
        if len(found) > MAX_RAISED:
            return
        if bold.tag == "span" and not _BOLD.search((bold.get("style") or "")[:1000]):
            continue
        text = inner_text(bold)
        if not text or len(text) > MAX_BOLD or bold.find(".//a") is not None:
            continue
        parent = bold.getparent()
        while parent is not None and parent.tag in _INLINE:
            parent = parent.getparent()
        if parent is None or parent in found:
            continue
        if parent.tag in _LINES and _is_bold(parent):
            if _can_head(inner_text(parent)) and _beside_text(parent) and _after_text(parent):
                found[parent] = None
        elif _can_head(text) and (_opens(bold, parent) or _between_breaks(bold, parent)):
            found[bold] = None
    if len(found) >= 2:
        for element in found:
            element.tag = "h3"
    named = (one for one in holder.iter(*_LINES) if signs.is_sub_heading(signs.words(one.get("class") or "")))
    for element in list(islice(named, MAX_NAMED)):
        if _may_head(element):
            element.tag = "h3"


def _may_head(element: etree._Element) -> bool:
    """Whether an element that calls itself a sub-heading is a line above text and below text."""
    text = inner_text(element)
    if not _can_head(text) or next(element.iter("p", "div", "a", "img"), element) is not element:
        return False
    return _beside_text(element) and _after_text(element)


def _opens(bold: etree._Element, paragraph: etree._Element) -> bool:
    """Whether a bold line is the first of its paragraph, a break after it and text below."""
    if paragraph.tag != "p" or bold.getparent() is not paragraph or bold.getprevious() is not None:
        return False
    if (paragraph.text or "").strip() or not _after_text(paragraph):
        return False
    after = bold.getnext()
    if after is None or after.tag != "br" or (bold.tail or "").strip():
        return False
    return length(inner_text(paragraph)) - length(inner_text(bold)) > MIN_AFTER


def _can_head(text: str) -> bool:
    return 4 <= length(text) <= MAX_BOLD and not text.endswith(_SENTENCE_ENDS)


def _is_bold(paragraph: etree._Element) -> bool:
    """Whether all words of a paragraph are bold, in one piece or in several."""
    if (paragraph.text or "").strip():
        return False
    for child in paragraph:
        if (child.tail or "").strip():
            return False
        if child.tag in {"strong", "b"} or _BOLD.search((child.get("style") or "")[:1000]):
            continue
        if inner_text(child) and (child.tag not in _INLINE or not _is_bold(child)):
            return False
    return True


def _beside_text(paragraph: etree._Element) -> bool:
    """Whether a paragraph of text follows, at once or after a picture or an empty one."""
    for place, following in enumerate(paragraph.itersiblings()):
        if following.tag in _LINES and length(inner_text(following)) > MIN_AFTER:
            return True
        if place >= 2:
            break
    return False


def _after_text(paragraph: etree._Element) -> bool:
    """Whether a paragraph of more than a line stands somewhere before, beside this one."""
    return any(
        before.tag in _LINES and length(inner_text(before)) > MAX_BOLD
        for before in islice(paragraph.itersiblings(preceding=True), MAX_BEFORE)
    )


def _between_breaks(bold: etree._Element, box: etree._Element) -> bool:
    if box.tag not in _HOLDERS:
        return False
    before, after = _past_blank(bold, back=True), _past_blank(bold, back=False)
    return before is not None and before.tag == "br" and after is not None and after.tag == "br"


def _past_blank(bold: etree._Element, *, back: bool) -> etree._Element | None:
    """The next element that says something or breaks the line; None where words of the text come first."""
    if not back and (bold.tail or "").strip():
        return None
    for one in islice(bold.itersiblings(preceding=back), 4):
        if back and (one.tail or "").strip():
            return None
        if one.tag not in _INLINE or inner_text(one):
            return one
        if not back and (one.tail or "").strip():
            return None
    return None
