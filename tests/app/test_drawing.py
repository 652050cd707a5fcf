"""How often the screen is laid out, and what of it is drawn again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input

from tests.app.reader import NOW, QUIET, reader, some
from tui_reader import config
from tui_reader.app import typeset
from tui_reader.app.app import TuiReader
from tui_reader.app.widgets.headline_list import HeadlineList
from tui_reader.app.widgets.line_view import LineView
from tui_reader.app.widgets.page import PageView
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
        self.drawn: list[int] = []

    def count(self) -> int:
        return len(self.names)

    def draw(self, row: int, width: int) -> Lines:
        self.drawn.append(row)
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
        # For the columns; nothing that comes of them lays out again.
        assert len(layouts) <= 1


async def test_only_rows_that_look_different_are_drawn_again(home: Path) -> None:
    async with reader(home) as app:
        rows = Names("one", "two", "three")
        await app.main.query_one("#list").mount(rows)
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


async def test_a_row_is_drawn_once_and_scrolls_as_it_is(home: Path) -> None:
    async with reader(home) as app:
        rows = Names(*(f"row {number}." for number in range(100)))
        await app.main.query_one("#list").mount(rows)
        await app.until(lambda: f"row {rows.size.height - 1}." in app.screen())
        rows.changed()  # Textual may keep its size from a widget that comes in later than the screen
        await app.answered()
        height = rows.size.height
        rows.drawn.clear()
        rows.page_by(1)
        rows.page_by(1)
        await app.hides("row 0.")
        rows.to_edge(last=False)
        await app.shows("row 0.")
        # None of those that were there, and each of the others once.
        assert rows.drawn == list(range(rows.drawn[0], 2 * height - 1))
        assert rows.drawn[0] >= height


async def test_a_row_that_changed_elsewhere_is_drawn_anew_when_it_comes(home: Path) -> None:
    async with reader(home) as app:
        rows = Names(*(f"row {number}." for number in range(100)))
        await app.main.query_one("#list").mount(rows)
        await app.shows("row 0.")
        rows.changed()
        rows.to_edge(last=True)
        await app.shows("row 99.")
        rows.names[0] = "another"
        rows.changed()
        rows.to_edge(last=False)
        await app.shows("another")


@pytest.mark.parametrize("name", ["headlines", "text"])
async def test_what_is_drawn_has_the_colours_of_the_theme(home: Path, name: str) -> None:
    async with reader(home, some(1)) as app:
        await app.shows("Paragraph 1")
        view = app.main.query_one(f"#{name}", LineView)
        before, theme = _colours(view), app.app.theme
        app.app.theme = "newsprint"
        await app.until(lambda: not before & _colours(view))
        app.app.theme = theme
        await app.until(lambda: _colours(view) == before)


def _colours(view: LineView) -> set[str]:
    """The colours of the lines on the screen, of which a theme shares none with another."""
    strips = view.render_lines(Region(0, 0, *view.outer_size))
    styles = [segment.style for strip in strips for segment in strip]
    return {style.color.name for style in styles if style is not None and style.color is not None}


async def test_of_another_page_only_the_lines_that_differ_are_painted(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[tuple[int, int]] = []

    def noted(_: PageView, first: int, count: int = 1) -> None:
        painted.append((first, count))

    async with reader(home, some(1)) as app:
        await app.shows("Paragraph 1")
        view = app.main.article.text
        before = view.page
        page = typeset.Page(lines=[*before.lines])
        page.lines[2] = page.lines[3] = typeset.Line((typeset.Run("Another"),))
        page.lines[6:] = []
        monkeypatch.setattr(PageView, "refresh_lines", noted)
        view.show(page)
        gone = [number for number in range(6, view.size.height) if before.lines[number].runs]
        assert painted[0] == (2, 2)
        assert {n for first, count in painted[1:] for n in range(first, first + count)} == set(gone)


async def test_a_key_is_the_columns_only_where_nothing_else_has_it(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("j")
        assert app.main.headlines.chosen == 1
        await app.press("?", "j", "j", "escape", "/", "j", "k")
        await app.until(lambda: app.main.query_one(Input).value == "jk")
        assert app.main.headlines.chosen <= 1
        await app.press("escape", "k")
        await app.until(lambda: app.main.headlines.chosen == 0)


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
