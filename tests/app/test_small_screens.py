"""A screen of 60 columns and 20 lines: what is said is there to its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.reader import QUIET, reader, some
from tui_reader.app.refresher import Problem
from tui_reader.app.screens.problems import ProblemsScreen
from tui_reader.words import speak

SMALL = (60, 20)


async def test_a_message_that_is_wider_than_the_screen_takes_more_lines(home: Path) -> None:
    async with reader(home, some(2), size=SMALL) as app:
        await app.press("enter", "equals_sign")
        await app.until(lambda: app.main.status.size.height == 2)
        said = " ".join(line.strip() for line in app.lines()[-2:])
        assert said == "Side by side needs a screen of 120 columns; this one has 60"
        app.main.status.message = "word " * 60
        await app.until(lambda: app.main.status.size.height == 3)
        assert app.lines()[-1].endswith("wo…")
        app.main.status.message = "Short"
        await app.until(lambda: app.main.status.size.height == 1)
        await app.shows(" Short", "? help")


@pytest.mark.parametrize(
    "language", ["en", *(pytest.param(one, marks=pytest.mark.slow) for one in ("uk", "ru")), "de"]
)
async def test_the_foot_of_a_window_is_whole_however_long_the_text(home: Path, language: str) -> None:
    speak(language)
    async with reader(home, some(1), settings=QUIET, size=SMALL) as app:
        problems = [Problem(f"Source {number}", "no answer " * 12) for number in range(9)]
        window = ProblemsScreen(problems)
        app.app.push_screen(window)
        await app.shows("Source 0")
        frame = [line.strip(" │▕▁▂▃▄▅▆▇█") for line in app.lines()]
        assert "".join(window._foot.split()) in "".join("".join(frame).split())
        await app.press("G")
        await app.until(lambda: window._list.max_scroll_y == window._list.scroll_y > 0)
        assert "no answer no answer" in app.screen()
