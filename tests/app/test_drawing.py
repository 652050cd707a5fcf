"""How often the screen is laid out, and what of it is drawn again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Region
from textual.strip import Strip

from tests.app.reader import NOW, QUIET, reader, some
from tui_reader import config
from tui_reader.app import typeset
from tui_reader.app.app import TuiReader
from tui_reader.app.widgets.headline_list import HeadlineList
from tui_reader.app.widgets.rows import Lines, Rows
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
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


async def test_the_first_picture_has_the_list(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []
    render_lines = HeadlineList.render_lines

    def noted(self: HeadlineList, crop: Region) -> list[Strip]:
        lengths.append(self.count())
        return render_lines(self, crop)

    monkeypatch.setattr(HeadlineList, "render_lines", noted)
    with Library.open(home / "library.db") as library:
        library.store(some(), now=NOW)
    parsed = config.parse(QUIET, home / "feeds.toml")
    app = TuiReader(parsed, await LibraryThread.open(home / "library.db"))
    await app.ask_first()
    async with app.run_test(size=(140, 40)) as pilot:
        async with asyncio.timeout(30):
            while not lengths:
                await pilot.pause(0.01)
        app.exit()
    assert lengths[0] == 6
