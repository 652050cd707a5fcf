"""Tables and lists that carry data, told from those that only lay a page out."""

from __future__ import annotations

from lxml import etree

from tui_reader.clean import clean_line
from tui_reader.hrefs import resolve
from tui_reader.model import LinkKind, RelatedLink
from tui_reader.sources.hypertext.markup import inner_text

MAX_ROWS = 2000
MAX_CELLS = 100
_LONG_CELL = 600
_LAYING_OUT = (
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "blockquote",
    "figure",
    "img",
    "iframe",
    "pre",
    "video",
)
_IN_ITEM = frozenset({"h1", "h2", "h3", "h4", "figure", "blockquote", "table", "pre", "iframe", "video"})


def rows(table: etree._Element) -> tuple[tuple[str, ...], ...] | None:
    """The table's cells, or None where it is no table of data: its parts are then read as blocks."""
    if table.get("role") in {"presentation", "none"} or next(table.iter(*_LAYING_OUT[1:]), None) is not None:
        return None
    if len(table.findall(".//table")) > 0:
        return None
    found = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if any(len(cell.findall("p")) > 2 for cell in cells):
            return None
        texts = tuple(inner_text(cell) for cell in cells[:MAX_CELLS])
        if any(len(text) > _LONG_CELL for text in texts):
            return None
        if any(texts):
            found.append(texts)
        if len(found) >= MAX_ROWS:
            break
    if len(found) < 2 or max(len(row) for row in found) < 2:
        return None
    return tuple(found)


def links(element: etree._Element, base: str | None) -> list[RelatedLink]:
    """The links in the text of ``element``."""
    found = []
    for anchor in element.iter("a"):
        url = resolve(anchor.get("href"), base)
        title = clean_line(inner_text(anchor))
        if url is not None and title:
            found.append(RelatedLink(title, url, LinkKind.IN_TEXT))
    return found


def is_layout_list(element: etree._Element) -> bool:
    """Whether a list's items hold whole pieces of an article (headings, figures, several paragraphs)."""
    items = [item for item in element if item.tag == "li"]
    for item in items[:50]:
        paragraphs = 0
        for inner in item:
            paragraphs += inner.tag == "p"
            if inner.tag in _IN_ITEM:
                return True
        if paragraphs > 2:
            return True
    pictured = sum(next(item.iter("img"), None) is not None for item in items[:50])
    return bool(items) and pictured * 2 > len(items[:50])
