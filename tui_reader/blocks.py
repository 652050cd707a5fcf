"""The blocks of an article's body: what the sources make of a text, and the screen lays out.

Use them through `tui_reader.model`, which knows them by the same names.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import overload

from tui_reader.values import frozen


class BlockKind(StrEnum):
    """What a block of an article's body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST = "list"
    CODE = "code"
    TABLE = "table"
    PHOTO = "photo"


@frozen
class InlineLink:
    """A link on the characters ``start`` to ``end`` (exclusive) of its block's text."""

    start: int
    end: int
    url: str


@frozen
class Block:
    """One block of a body.

    ``text`` is plain text. Paragraphs, quotes and code may hold line breaks. A list's text is its items, a
    table's its rows (cells joined by tabs), one a line; ``items`` and ``rows`` hold them apart. ``level``
    (1 to 6) belongs to a heading, ``photo`` (an index into the article's photos) to a photo, whose text is
    empty.
    """

    kind: BlockKind
    text: str = ""
    level: int | None = None
    ordered: bool = False
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    photo: int | None = None
    links: tuple[InlineLink, ...] = ()


class LazyBody(Sequence[Block]):
    """A body whose blocks are made when they are first looked at; it equals the tuple of them."""

    __slots__ = ("_blocks",)

    def __init__(self) -> None:
        self._blocks: tuple[Block, ...] | None = None

    @property
    @abstractmethod
    def texts(self) -> tuple[str, ...]:
        """The texts of its blocks, photos left out; they are had without the blocks."""

    @abstractmethod
    def _made(self) -> tuple[Block, ...]:
        """Make the blocks."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of them."""
        if self._blocks is None:
            self._blocks = self._made()
        return self._blocks

    def __len__(self) -> int:
        return len(self.blocks)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        return self.blocks[index]

    def __iter__(self) -> Iterator[Block]:
        return iter(self.blocks)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, LazyBody):
            other = other.blocks
        return self.blocks == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.blocks)

    def __repr__(self) -> str:
        return repr(self.blocks)


Body = tuple[Block, ...] | LazyBody


def texts(body: Body) -> tuple[str, ...]:
    """The texts of a body's blocks, photos left out."""
    if isinstance(body, LazyBody):
        return body.texts
    return tuple(block.text for block in body if block.kind is not BlockKind.PHOTO)
