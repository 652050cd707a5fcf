"""A list while it is read: nested ones become indented items of the outermost."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui_reader.model import Block, BlockKind, InlineLink

MAX_INDENT = 6


@dataclass(slots=True)
class ListText:
    """Items in their order; photos that stand in them come after the list."""

    ordered: bool
    depth: int = 1
    photos: list[Block] = field(default_factory=list)
    _items: list[str] = field(default_factory=list)
    _links: list[InlineLink] = field(default_factory=list)
    _size: int = 0

    def add(self, text: str, links: tuple[InlineLink, ...]) -> None:
        """One item, of the depth that has been reached."""
        indent = "  " * min(max(self.depth - 1, 0), MAX_INDENT)
        start = self._size + len(indent)
        self._links += [InlineLink(link.start + start, link.end + start, link.url) for link in links]
        self._items.append(indent + text.replace("\n", " "))
        self._size += len(indent) + len(text) + 1

    def blocks(self) -> list[Block]:
        """The list as a block, and its photos."""
        if not self._items:
            return self.photos
        block = Block(
            BlockKind.LIST,
            "\n".join(self._items),
            ordered=self.ordered,
            items=tuple(self._items),
            links=tuple(self._links),
        )
        return [block, *self.photos]
