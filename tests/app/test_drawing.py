"""How often the screen is laid out, and what of it is drawn again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.app.reader import reader, some
from tui_reader.app import typeset
from tui_reader.app.widgets.rows import Lines, Rows
from tui_reader.model import Article


class Names(Rows):
    """Rows that remember which of them were drawn on the screen."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.names = list(names)
        self.repainted: list[int] = []

    def count(self) -> int:
        return len(self.names)

    def draw(self, row: int, width: int) -> Lines:
        return [[(self.names[row], "plain")]]

    def _repaint_row(self, row: int) -> None:
        self.repainted.append(row)
        super()._repaint_row(row)


async def test_an_article_is_set_once_for_the_column_that_it_is_opened_in(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[int] = []
    set_article = typeset.set_article

    def counted(article: Article, width: int, **how: Any) -> typeset.Page:
        widths.append(width)
        return set_article(article, width, **how)

    async with reader(home, some(), size=(200, 40)) as app:
        await app.press("j")
        layouts: list[object] = []
        app.main.screen_layout_refresh_signal.subscribe(app.main, layouts.append, immediate=True)
        monkeypatch.setattr(typeset, "set_article", counted)
        await app.press("enter")
        await app.until(lambda: app.main.reading and app.main.article.beside.display)
        await app.answered()
        assert widths == [80]
        # Once for the columns, and once more for the scrollbar that came with them.
        assert len(layouts) <= 2


async def test_only_rows_that_look_different_are_drawn_again(home: Path) -> None:
    async with reader(home) as app:
        rows = Names("one", "two", "three")
        await app.main.mount(rows)
        await app.shows("three")
        rows.repainted.clear()
        rows.names = ["one", "2", "three", "four"]
        rows.changed()
        assert rows.repainted == [1, 3]
        await app.shows("2", "four")
        rows.repainted.clear()
        rows.names = ["one"]
        rows.changed()
        assert rows.repainted == [1, 2, 3]
        await app.hides("three")
