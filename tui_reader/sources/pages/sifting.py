"""Tells an article's text from what else stands in the same element: teasers, boxes, what follows the end.

Works on the tree, before it is read: what is no text is taken out. A piece of text stays by the voters' word,
or because it stands among pieces that have it, in the same kind of box.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from tui_reader.sources.hypertext.markup import inner_text
from tui_reader.sources.pages import raising
from tui_reader.sources.pages.region import Votes, leads_away, length, linked, units
from tui_reader.sources.pages.removal import remove
from tui_reader.vocabulary import split_read_also

_BOXES = (
    "div",
    "section",
    "ul",
    "ol",
    "table",
    "aside",
    "article",
    "header",
    "footer",
    "li",
    "details",
    "dl",
    "a",
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HELD = ("figure", "img", "p", "table", "ul", "ol", "blockquote", "iframe", *_HEADINGS)
_PARAGRAPHS = frozenset({"p", "div", "span", "section"})
_TELLING = 12
_NAMED = 6  # letters with which a heading is known again
_LONG = 60
_FULL = 150
_LINKED = 0.5


@dataclass(slots=True)
class _Unit:
    element: etree._Element
    key: str
    voted: bool
    linked: float
    place: tuple[str, str]


def sift(
    holder: etree._Element, votes: Votes, kept: frozenset[etree._Element] = frozenset()
) -> list[etree._Element]:
    """Take out of ``holder`` what is no text; the boxes of links among it are handed back. ``kept`` stays."""
    offers = _link_boxes(holder)
    raising.raise_headings(holder)
    found = [
        _unit(element, text, votes) for element, text in units(holder) if not _in_figure(element, holder)
    ]
    marks = [
        number
        for number, unit in enumerate(found)
        if unit.voted and unit.linked < _LINKED and length(unit.key) >= _TELLING
    ]
    if not marks:
        return offers
    homes = _homes(found)
    parents = {
        found[number].element.getparent()
        for number in marks
        if length(found[number].key) >= _LONG and found[number].place in homes
    }
    for number, unit in enumerate(found):
        if unit.element in kept:
            continue
        within = marks[0] <= number <= marks[-1]
        if unit.element in parents and unit.linked < _LINKED and length(unit.key) >= _FULL:
            continue  # lines that stand bare between the paragraphs
        denied = unit.element.tag in _PARAGRAPHS and votes.deny(unit.key)
        if within and not denied and _heads_text(found, number):
            continue
        if denied or not _stays(unit, within, unit.place in homes, unit.element.getparent() in parents):
            _drop(unit.element)
            out = unit.linked >= _LINKED and unit.element.getparent() is None
            if out and (within or split_read_also(inner_text(unit.element)) is not None):
                offers.append(unit.element)
    return offers


def _stays(unit: _Unit, within: bool, at_home: bool, beside: bool) -> bool:
    tag = str(unit.element.tag)
    if not unit.key:
        return True
    if tag in _HEADINGS:
        return unit.linked < 0.8 and within and (unit.voted or at_home)
    if unit.voted:
        return unit.linked <= 0.9 and (within or at_home)
    if tag in {"li", "td", "th", "dt", "dd", "pre"}:
        return within and unit.linked < 0.8
    if unit.linked >= _LINKED:
        return False
    if within:
        return (at_home and (length(unit.key) >= _LONG or tag in {"p", "blockquote"})) or (
            length(unit.key) >= _LONG and tag in {"p", "blockquote"}
        )
    return beside and at_home and length(unit.key) >= _LONG


def _heads_text(found: list[_Unit], number: int) -> bool:
    """Whether a piece is a heading in a box of its own right above text that was voted for."""
    unit = found[number]
    if unit.element.tag not in _HEADINGS or unit.linked >= _LINKED or number + 1 >= len(found):
        return False
    following = found[number + 1]
    return following.voted and following.linked < _LINKED and following.element.tag in {"p", "div"}


def _unit(element: etree._Element, text: str, votes: Votes) -> _Unit:
    parent = element.getparent()
    place = (str(parent.tag), parent.get("class") or "") if parent is not None else ("", "")
    enough = _NAMED if element.tag in _HEADINGS else _TELLING
    voted = length(text) >= enough and votes.have(text)
    return _Unit(element, text, voted, min(1.0, linked(element) / max(len(text), 1)), place)


def _homes(found: list[_Unit]) -> set[tuple[str, str]]:
    """The kinds of boxes that hold the text: those with a tenth of it or more."""
    weight: dict[tuple[str, str], int] = {}
    for unit in found:
        if unit.voted and unit.linked < _LINKED:
            weight[unit.place] = weight.get(unit.place, 0) + len(unit.key)
    total = sum(weight.values())
    return {place for place, size in weight.items() if size * 10 >= total}


def _drop(element: etree._Element) -> None:
    """Take out the element, or only its own words where it holds other blocks."""
    if next(element.iter(*_HELD), element) is element:
        remove(element)
        return
    element.text = None
    for child in element:
        child.tail = None


def _link_boxes(holder: etree._Element) -> list[etree._Element]:
    """Take out the boxes that are links and little else."""
    found: list[etree._Element] = []
    gone: set[etree._Element] = set()
    for box in list(holder.iter(*_BOXES)):
        parent = box.getparent()
        if box is holder or parent is None or parent in gone or any(up in gone for up in box.iterancestors()):
            continue
        if box.tag == "a" or next(box.iter("a"), None) is None:
            continue
        text = inner_text(box)
        if not text or len(text) > 4000 or _in_figure(box, holder):
            continue
        share = sum(len(inner_text(anchor)) for anchor in box.iter("a") if leads_away(anchor))
        if share < len(text) * (0.6 if box.tag != "li" else 0.8) or _has_prose(box):
            continue
        if box.tag == "li" and parent.tag in {"ul", "ol"}:
            continue
        gone.add(box)
        found.append(box)
        remove(box)
    return found


def _has_prose(box: etree._Element) -> bool:
    """Whether a paragraph stands in the box that is no link, and is long or ends as a sentence does."""
    for paragraph in box.iter("p"):
        text = inner_text(paragraph)
        if len(text) >= 40 and linked(paragraph) * 2 < len(text):
            return True
    return False


def _in_figure(element: etree._Element, holder: etree._Element) -> bool:
    for node in (element, *element.iterancestors()):
        if node.tag == "figure":
            return True
        if node is holder:
            return False
    return False
