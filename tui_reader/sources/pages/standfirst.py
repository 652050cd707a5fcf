"""What stands between a page's headline and its text: the standfirst, and the lead photo."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from tui_reader.model import Block, BlockKind
from tui_reader.sources.hypertext.markup import inner_text, raw_text
from tui_reader.sources.pages import signs
from tui_reader.sources.pages.metadata import Metadata
from tui_reader.sources.pages.region import key

MAX_LEAD = 1200
MIN_LEAD = 30
_PROSE = ("p", "h2", "h3", "h4", "div", "section", "span", "strong", "li")


@dataclass(frozen=True, slots=True)
class Around:
    """The elements before the one that holds the text, as far as the headline, and the standfirst there."""

    elements: list[etree._Element]
    lead: str | None


def before(root: etree._Element, holder: etree._Element, about: Metadata) -> Around:
    """What stands before ``holder``, from the headline on (a picture may stand above that)."""
    titles = {key(text) for text in (*about.headings, about.title or "") if text}
    likely = [one for one in root.iter("h1", "h2") if key(raw_text(one)) in titles]
    heading = next(iter(likely), None) if likely else next(root.iter("h1"), None)
    if heading is None or _within(heading, holder):
        return Around([], _lead_in(holder, about) if heading is not None else None)
    common = _common(heading, holder)
    if common is None or common.tag in {"html"}:
        return Around([], None)
    elements: list[etree._Element] = []
    node = holder
    while node is not common and (parent := node.getparent()) is not None:
        for sibling in node.itersiblings(preceding=True):
            elements.insert(0, sibling)
            if _within(heading, sibling):
                break
        node = parent
    elements = [element for element in elements if isinstance(element.tag, str)]
    return Around(elements, next((lead for one in elements if (lead := _lead_in(one, about))), None))


def choose(around: Around, blocks: list[Block], about: Metadata) -> tuple[str | None, list[Block]]:
    """The lead, and the blocks without it. A lead that the text begins with anyway is no lead."""
    lead = around.lead
    if lead is None:
        return None, blocks
    wanted = key(lead)
    for position, block in enumerate(blocks[:6]):
        if block.kind is not BlockKind.PHOTO and key(block.text) == wanted:
            return lead, blocks[:position] + blocks[position + 1 :]
    text = key("".join(block.text for block in blocks[:8]))
    return (None if wanted in text or text.startswith(wanted[:60]) else lead), blocks


def _lead_in(element: etree._Element, about: Metadata) -> str | None:
    told = [key(text) for text in about.descriptions]
    title = key(about.title or "")
    for one in element.iter(*_PROSE):
        if next(one.iter("h1", "figure", "time"), None) is not None:
            continue
        named = signs.is_lead(signs.words(f"{one.get('class') or ''} {one.get('itemprop') or ''}"))
        if not named and one.tag in {"div", "section", "span"} and len(one) > 3:
            continue
        text = inner_text(one)
        if not MIN_LEAD <= len(text) <= MAX_LEAD:
            continue
        found = key(text)
        if found == title or not found:
            continue
        if named or any(_same_text(found, other) for other in told):
            return text
    return None


def _same_text(found: str, other: str) -> bool:
    """Whether a text is the description; that may be cut short, and a place's name may stand before it."""
    if found == other:
        return True
    return len(other) > 60 and other[:60] in found[:110] and len(found) < 2 * len(other) + 100


def _within(element: etree._Element, holder: etree._Element) -> bool:
    return element is holder or any(parent is holder for parent in element.iterancestors())


def _common(left: etree._Element, right: etree._Element) -> etree._Element | None:
    around = set(left.iterancestors())
    return next((parent for parent in right.iterancestors() if parent in around), None)
