"""What stands between a page's headline and its text: the standfirst, and the lead photo.

A standfirst is known by the page's own description, by its name, or by its place: running text after the
headline and before the words that were voted for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from itertools import islice

from lxml import etree

from tui_reader.model import Block, BlockKind
from tui_reader.sources.hypertext.markup import inner_text, raw_text
from tui_reader.sources.pages import signs
from tui_reader.sources.pages.metadata import Metadata
from tui_reader.sources.pages.region import Votes, key, linked, units
from tui_reader.values import frozen
from tui_reader.vocabulary import byline, credited

MAX_LEAD = 1200
MIN_LEAD = 30
MIN_PROSE = 60
MAX_PARTS = 6
_FULL = 60  # letters of a voted paragraph with which the text surely begins
_ABOVE = 4  # elements above the headline among which its picture is looked for
_OUTSIDE = 2  # boxes around those of headline and text beside which it may stand
_REACH = 60  # pieces of text after the headline among which the standfirst is looked for
_ENDS = re.compile(r"[.!?…。！？][\"”»’'“)]*$")
_ASIDE = ("figure", "figcaption", "aside", "nav", "footer", "form", "blockquote", "table", "address", "a")
_TAGS = frozenset({"p", "h2", "h3", "h4", "div", "section", "span", "li", "header"})
_SENTENCES = frozenset({"p", "h2", "h3", "div", "section"})


class _Grade(IntEnum):
    """By what a piece of text is known to be the standfirst; the higher the surer."""

    PLACED = 1
    NAMED = 2
    DESCRIBED = 3


@frozen
class Around:
    """What stands before the text, as far as the headline: elements, and those of the standfirst.

    ``opening`` are pieces in the text's own box that no voter knew: they are paragraphs of the text.
    ``above`` is the picture with a caption that stands right above the headline, or None.
    """

    elements: list[etree._Element]
    lead: str | None = None
    opening: frozenset[etree._Element] = frozenset()
    above: etree._Element | None = None


def before(
    root: etree._Element, holder: etree._Element, about: Metadata, votes: Votes, *, chosen: bool = False
) -> Around:
    """What stands before the text in ``holder``, from the headline on (a picture may stand above that).

    Where the reader has ``chosen`` the holder, running text outside it is none of the article.
    """
    heading = _heading(root, about)
    if heading is None:
        return Around([])
    common = holder if _within(heading, holder) else _common(heading, holder)
    if common is None or common.tag == "html":
        return Around([])
    parts, grade = _parts(heading, holder, common, about, votes)
    inside = bool(parts) and _within(parts[0], holder)
    elements = [] if common is holder else _between(heading, holder, common)
    above = _above(heading, common)
    if grade is _Grade.PLACED and chosen:
        return Around(elements, above=above)
    if grade is _Grade.PLACED and inside and not _is_subtitle(parts[0], heading):
        return Around(elements, opening=frozenset(parts), above=above)
    return Around(elements, "\n".join(inner_text(one) for one in parts) or None, above=above)


def choose(around: Around, blocks: list[Block]) -> tuple[str | None, list[Block]]:
    """The lead, and the blocks without it. A lead that the text begins with anyway is no lead."""
    if around.lead is None:
        return None, blocks
    told = {key(part) for part in around.lead.split("\n")}
    first = [
        place
        for place, block in enumerate(blocks[:8])
        if block.kind is not BlockKind.PHOTO
        and (key(block.text) in told or (block.items and {key(item) for item in block.items} <= told))
    ]
    if first:
        return around.lead, [block for place, block in enumerate(blocks) if place not in first]
    wanted = key(around.lead)
    text = key("".join(block.text for block in blocks[:8]))
    return (None if wanted in text or text.startswith(wanted[:60]) else around.lead), blocks


def described(tree: etree._Element, descriptions: Iterable[str]) -> set[etree._Element]:
    """The elements whose text is one of the page's own descriptions of the article."""
    told = [found for text in descriptions if len(found := key(text)) >= MIN_LEAD]
    if not told:
        return set()
    return {
        element
        for element, text in units(tree, MIN_LEAD)
        if len(text) <= MAX_LEAD and any(_same_text(text, other) for other in told)
    }


def _parts(
    heading: etree._Element, holder: etree._Element, common: etree._Element, about: Metadata, votes: Votes
) -> tuple[list[etree._Element], _Grade | None]:
    """The elements of the standfirst, and by what it is known."""
    found = units(common)
    start = max((n for n, (element, _) in enumerate(found) if _within(element, heading)), default=-1)
    best: list[etree._Element] = []
    known: _Grade | None = None
    last = -1
    for number, (element, text) in enumerate(found[start + 1 : start + 1 + _REACH]):
        begins = not _is_subtitle(element, heading) and _begins(element, text, holder, votes)
        if begins and (known is not None or not _is_named(element, common)):
            break  # a first paragraph stays in the body
        grade = _grade(element, text, heading, common, about)
        if known is not None and grade is known and number == last + 1 and _beside(element, best[-1]):
            best, last = ([*best, element][:MAX_PARTS]), number
        elif grade is not None and (known is None or grade > known):
            best, known, last = [element], grade, number
        if begins:
            break
    return best, known


def _begins(element: etree._Element, text: str, holder: etree._Element, votes: Votes) -> bool:
    """Whether the text that was voted for begins with this piece."""
    if len(text) < _FULL or not votes.have(text) or votes.deny(text):
        return False
    return _within(element, holder) and linked(element) * 2 < len(text)


def _grade(
    element: etree._Element, text: str, heading: etree._Element, common: etree._Element, about: Metadata
) -> _Grade | None:
    if element.tag not in _TAGS or not MIN_LEAD <= len(text) <= MAX_LEAD or text == key(about.title or ""):
        return None
    if next(element.iter("h1", "img", "time", "button"), None) is not None:
        return None
    if linked(element) * 5 > len(text) * 2 or sum(map(str.isdigit, text)) * 5 > len(text):
        return None
    around = [one for one in element.iterancestors() if _within(one, common)]
    if any(one.tag in _ASIDE or signs.is_caption(signs.named(one)) for one in (element, *around)):
        return None
    if any(_same_text(text, key(other)) for other in about.descriptions):
        return _Grade.DESCRIBED
    if _is_named(element, common):
        return _Grade.NAMED
    named = [signs.named(one) for one in (element, *around) if one is not common]
    if any(signs.is_furniture(names) or signs.is_offer(names) for names in named):
        return None
    is_placed = _is_subtitle(element, heading) or _is_prose(element)
    return _Grade.PLACED if is_placed else None


def _is_named(element: etree._Element, common: etree._Element) -> bool:
    """Whether an element, or a small box around it, says that it is a standfirst."""
    boxes = [element]
    for one in element.iterancestors():
        if one is common or len(boxes) > 3 or len(raw_text(one)) > MAX_LEAD:
            break
        boxes.append(one)
    return any(
        signs.is_lead(signs.words(f"{one.get('class') or ''} {one.get('itemprop') or ''}")) for one in boxes
    )


def _is_subtitle(element: etree._Element, heading: etree._Element) -> bool:
    """Whether an element is the lesser heading that stands right below the headline."""
    return element.tag in {"h2", "h3"} and element.getprevious() is heading


def _is_prose(element: etree._Element) -> bool:
    """Whether a piece is a sentence or more, and neither a byline nor the caption of a picture."""
    text = inner_text(element)
    if element.tag not in _SENTENCES or len(text) < MIN_PROSE or not _ENDS.search(text):
        return False
    return credited(text) is None and not byline(text) and "©" not in text


def _beside(element: etree._Element, other: etree._Element) -> bool:
    """Whether two pieces stand in one box as its like parts: paragraphs, or the items of a list."""
    one, two = element.getparent(), other.getparent()
    if one is not two and one is not None and two is not None and one.tag == two.tag == "li":
        one, two = one.getparent(), two.getparent()
    return one is two and element.tag == other.tag and element.get("class") == other.get("class")


def _heading(root: etree._Element, about: Metadata) -> etree._Element | None:
    titles = {key(text) for text in (*about.headings, about.title or "") if text}
    likely = [one for one in root.iter("h1", "h2") if key(raw_text(one)) in titles]
    return likely[0] if likely else next(root.iter("h1"), None)


def _between(heading: etree._Element, holder: etree._Element, common: etree._Element) -> list[etree._Element]:
    elements: list[etree._Element] = []
    node = holder
    while node is not common and (parent := node.getparent()) is not None:
        for sibling in node.itersiblings(preceding=True):
            elements.insert(0, sibling)
            if _within(heading, sibling):
                break
        node = parent
    return [element for element in elements if isinstance(element.tag, str)]


def _above(heading: etree._Element, common: etree._Element) -> etree._Element | None:
    """The nearest picture with a caption above the headline, in the box of headline and text or beside it, and no link."""
    node = heading
    outside = 0
    while outside <= _OUTSIDE and (parent := node.getparent()) is not None and node.tag != "body":
        outside += node is common or outside > 0
        for sibling in islice(node.itersiblings(preceding=True), _ABOVE):
            for figure in islice(sibling.iter("figure"), 1):
                words = len(inner_text(sibling)) - len(inner_text(figure))
                described = next(figure.iter("figcaption"), None) is not None
                if described and words <= MIN_PROSE and next(figure.iterancestors("a"), None) is None:
                    return figure
        node = parent
    return None


def _same_text(found: str, other: str) -> bool:
    """Whether a text is the description; either may be cut short, and a place's name may stand before it."""
    if found == other:
        return True
    if len(found) > 60 and found[:60] in other[:110] and len(other) < len(found) + 60:
        return True
    return len(other) > 60 and other[:60] in found[:110] and len(found) < 2 * len(other) + 100


def _within(element: etree._Element, holder: etree._Element) -> bool:
    return element is holder or any(parent is holder for parent in element.iterancestors())


def _common(left: etree._Element, right: etree._Element) -> etree._Element | None:
    around = set(left.iterancestors())
    return next((parent for parent in right.iterancestors() if parent in around), None)
