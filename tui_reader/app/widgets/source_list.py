"""The sources that the reader follows, under their categories, with the number of unread stories."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tui_reader.app import safe
from tui_reader.app.widgets.rows import Rows
from tui_reader.app.wrap import shorten
from tui_reader.values import frozen


@frozen
class SourceRow:
    """One line: a heading (``key`` None), or what a choice shows; ``capped`` says that there are more unread."""

    key: str | None
    name: str
    unread: int = 0
    failed: bool = False
    capped: bool = False


class SourceList(Rows):
    """A choice of everything, the bookmarks, or one source."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: Sequence[SourceRow] = ()

    def count(self) -> int:
        return len(self._rows)

    def can_choose(self, row: int) -> bool:
        return super().can_choose(row) and self._rows[row].key is not None

    def show(self, rows: Sequence[SourceRow], key: str | None) -> None:
        """Show ``rows`` with the one named ``key`` chosen."""
        self._rows = rows
        with self.prevent(self.Moved):
            self.changed()
            self.chosen = next((i for i, row in enumerate(rows) if row.key == key), self._nearest(0))

    @property
    def key(self) -> str | None:
        """What is chosen."""
        return self._rows[self.chosen].key if self.chosen < len(self._rows) else None

    def draw(self, row: int, width: int) -> list[list[tuple[str, str]]]:
        item = self._rows[row]
        name = safe.plain(item.name)
        if item.key is None:
            return [[(shorten(name, width), "dim")]]
        count = (f"{item.unread - 1}+" if item.capped else str(item.unread)) if item.unread else ""
        mark = "!" if item.failed else ""
        room = width - cell_len(count) - cell_len(mark) - 3
        text = shorten(name, room)
        gap = " " * (room - cell_len(text) + 1)
        return [[(f" {text}", "strong" if item.unread else "dim"), (gap + mark, "accent"), (count, "dim")]]
