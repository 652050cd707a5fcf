"""Saved searches among the sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.reader import QUIET, reader, some
from tui_reader import config, paths
from tui_reader.app.state import ListState, Position, save_position

SEARCHES = '\n[[search]]\nname = "Ukrainian"\nquery = "lang:uk"\n\n[[search]]\nname = "Line 4"\nquery = \'"line 4"\'\n'


async def test_a_saved_search_is_a_source_with_its_unread(home: Path) -> None:
    async with reader(home, some(), settings=QUIET + SEARCHES) as app:
        await app.shows("Searches", "Ukrainian           3", "Line 4              1")
        app.main.desk.show_source("search:Line 4")
        await app.until(lambda: app.main.headlines.count() == 1)
        await app.shows("Line 4 ", "Tram line 4")
        await app.press("enter")
        await app.until(lambda: "Line 4              1" not in app.screen())
        await app.press("q", "slash", *"nothing")
        await app.shows("Nothing holds")


@pytest.mark.slow
async def test_a_search_is_kept_and_is_there_the_next_time(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("S")
        await app.shows("There is no search to keep")
        await app.press("slash", *'"line 4"', "enter", "S")
        await app.shows("Kept among the sources")
        await app.press("escape", "tab", "tab", "tab")
        await app.shows("Searches")
        await app.press("slash", *'"line 4"', "enter", "S")
        await app.shows("kept already")
    settings = home / "feeds.toml"
    assert [one.query for one in config.load(settings).searches] == ['"line 4"']


async def test_a_search_of_the_last_run_that_is_wrong_now_is_left_out(home: Path) -> None:
    for place in (ListState("search:Gone"), ListState(search="lang:qqq ")):
        save_position(paths.state_folder() / "position.json", Position(place))
        async with reader(home, some()) as app:
            await app.until(lambda: app.main.headlines.count() == 6)
