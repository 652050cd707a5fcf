"""The Markdown parser's tokens as parts: one for each block, with what is nested in quotes and lists made flat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tui_reader.model import BlockKind, InlineLink
from tui_reader.sources.marked.inline import Address, Inline, html_text, read_inline

NESTED = "  "  # before each point of a list in a list


@dataclass
class Part:
    """One block as the tokens give it: its words, or a list's points, or a table's rows."""

    kind: BlockKind
    inline: Inline = field(default_factory=Inline)
    level: int | None = None
    ordered: bool = False
    points: list[Inline] = field(default_factory=list)
    rows: list[list[Inline]] = field(default_factory=list)


def read_parts(tokens: Sequence[Any], address: Address) -> list[Part]:
    """The tokens of a `MarkdownIt` parser as parts, in order."""
    walk = _Walk(address)
    for token in tokens:
        walk.take(token)
    return walk.parts


def moved(links: Iterable[InlineLink], by: int) -> list[InlineLink]:
    """``links`` in a text that has ``by`` characters more before them."""
    return [replace(link, start=link.start + by, end=link.end + by) for link in links]


class _Walk:
    """Where the walk over the tokens stands: in how many quotes and lists, in which table and heading."""

    def __init__(self, address: Address) -> None:
        self.parts: list[Part] = []
        self._address = address
        self._quotes = 0
        self._depth = 0  # of lists
        self._list = Part(BlockKind.LIST)
        self._fresh = False  # a list's point has begun and has no words yet
        self._table: Part | None = None
        self._level: int | None = None

    def take(self, token: Any) -> None:
        match token.type:
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "bullet_list_open" | "ordered_list_open":
                self._open_list(token.type == "ordered_list_open")
            case "bullet_list_close" | "ordered_list_close":
                self._depth -= 1
            case "list_item_open":
                self._fresh = True
            case "table_open":
                self._table = Part(BlockKind.TABLE)
            case "tr_open" if self._table is not None:
                self._table.rows.append([])
            case "table_close" if self._table is not None:
                self._close_table(self._table)
            case "heading_open":
                self._level = int(token.tag[1:])
            case "heading_close":
                self._level = None
            case _:
                self._words(token)

    def _open_list(self, ordered: bool) -> None:
        if self._depth == 0:
            self._list = Part(BlockKind.LIST, ordered=ordered)
            self.parts.append(self._list)
        self._depth += 1

    def _close_table(self, table: Part) -> None:
        self._table = None
        if self._depth == 0:
            self.parts.append(table)
            return
        for row in table.rows:
            for cell in row:
                self._into_list(cell)

    def _words(self, token: Any) -> None:
        inline = self._inline(token)
        if inline is None:
            return
        if self._table is not None and self._table.rows:
            self._table.rows[-1].append(inline)
        elif self._depth:
            self._into_list(inline)
        elif token.type in ("fence", "code_block"):
            self.parts.append(Part(BlockKind.CODE, inline))
        elif self._level is not None and not self._quotes:
            self.parts.append(Part(BlockKind.HEADING, inline, level=self._level))
        else:
            self.parts.append(Part(BlockKind.QUOTE if self._quotes else BlockKind.PARAGRAPH, inline))

    def _inline(self, token: Any) -> Inline | None:
        if token.type == "inline":
            return read_inline(token.children or [], self._address)
        if token.type in ("fence", "code_block"):
            return Inline(token.content.rstrip("\n"))
        if token.type == "html_block":
            return Inline(text) if (text := html_text(token.content)) else None
        return None

    def _into_list(self, inline: Inline) -> None:
        """A new point, or more words to the last one; each point stays on one line."""
        text, points = inline.text.replace("\n", " "), self._list.points
        if self._fresh or not points:
            mark = NESTED * (self._depth - 1)
            links = moved(inline.links, len(mark))
            points.append(Inline(mark + text, links, inline.pictures, inline.emphasised))
            self._fresh = False
        elif text or inline.pictures:
            last = points[-1]
            glue = " " if last.text and text else ""
            last.links += moved(inline.links, len(last.text) + len(glue))
            last.text += glue + text
            last.pictures += inline.pictures
