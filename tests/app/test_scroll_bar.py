"""The scroll bar: its cells are those of Textual's own, and the mouse does with it what it does with that."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color
from textual.scrollbar import ScrollBarRender

from tests.app.reader import Reader, reader, some
from tui_reader.app.widgets.line_view import LineView
from tui_reader.app.widgets.scroll_bar import cells

BACK, BAR = Color.parse("#000000"), Color.parse("#ffffff")


@pytest.mark.parametrize("height", [1, 2, 7, 47])
@pytest.mark.parametrize("length", [1, 8, 48, 95, 1000, 300_000])
def test_the_cells_are_those_of_textuals_own(height: int, length: int) -> None:
    last = max(0, length - height)
    window = height if height < length else 0
    for top in {0, min(1, last), last // 3, last // 2, max(0, last - 1), last}:
        theirs = ScrollBarRender.render_bar(
            height, length, window, top, back_color=BACK, bar_color=BAR
        ).segments
        seen = []
        for segment in theirs:
            style = segment.style
            assert style is not None
            seen.append((segment.text, style.color is not None, bool(style.reverse)))
        assert [tuple(cell) for cell in cells(height, length, top)] == seen


def bar(view: LineView) -> int:
    """The column of the screen in which the bar of ``view`` stands."""
    return view.content_region.right - 1


async def press(app: Reader, view: LineView, line: int) -> None:
    """The mouse button goes down on a line of the bar."""
    await app.pilot.mouse_down(offset=(bar(view), view.content_region.y + line))
    await app.answered()


async def test_a_click_beside_the_thumb_scrolls_and_opens_nothing(home: Path) -> None:
    async with reader(home, some(100)) as app:
        view = app.main.headlines
        await app.shows("Tram line 0")
        await app.pilot.click(offset=(bar(view), view.content_region.bottom - 1))
        await app.until(lambda: view.scroll_offset.y == view.size.height)
        await app.pilot.click(offset=(bar(view), view.content_region.y))
        await app.until(lambda: view.scroll_offset.y == 0)
        assert view.chosen == 0
        assert not app.main.reading


async def test_the_thumb_can_be_dragged(home: Path) -> None:
    async with reader(home, some(100)) as app:
        view = app.main.headlines
        await app.shows("Tram line 0")
        await press(app, view, 0)
        region = view.content_region
        await app.pilot.hover(offset=(bar(view), region.y + region.height // 2))
        await app.until(lambda: abs(view.scroll_offset.y - view.virtual_size.height // 2) < 10)
        await app.pilot.hover(offset=(bar(view) - 20, region.y))
        await app.until(lambda: view.scroll_offset.y == 0)
        await app.pilot.mouse_up(offset=(bar(view) - 20, region.y))
        await app.pilot.hover(offset=(bar(view) - 20, region.bottom - 1))
        await app.answered()
        assert view.scroll_offset.y == 0
        assert view.chosen == 0


async def test_the_thumb_shows_that_the_mouse_is_on_it(home: Path) -> None:
    async with reader(home, some(100)) as app:
        view = app.main.headlines
        await app.shows("Tram line 0")
        away = look(view)
        await app.pilot.hover(offset=(bar(view), view.content_region.y))
        await app.until(lambda: look(view) != away)
        on = look(view)
        await press(app, view, 0)
        await app.until(lambda: look(view) not in (away, on))
        await app.pilot.mouse_up(offset=(bar(view), view.content_region.y))
        await app.until(lambda: look(view) == on)
        await app.pilot.hover(offset=(bar(view) + 10, view.content_region.y))
        await app.until(lambda: look(view) == away)


def look(view: LineView) -> object:
    """How the first cell of the bar is drawn."""
    strip = view.render_lines(view.outer_size.region)[0]
    column = bar(view) - view.region.x
    return next(iter(strip.crop(column, column + 1))).style


async def test_the_wheel_scrolls_where_there_is_more(home: Path) -> None:
    async with reader(home, some(100)) as app:
        await app.shows("Tram line 0")
        assert app.main.headlines.allow_vertical_scroll
        assert not app.main.sources.allow_vertical_scroll
