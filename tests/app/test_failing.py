"""Sources that keep failing, as the app's reader meets them: asked more rarely, but at once by hand."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.app.reader import QUIET, reader
from tests.loopback import Answer, Loopback
from tui_reader.app.refresher import Problem
from tui_reader.app.screens.problems import ProblemsScreen
from tui_reader.app.state import SOURCE

FEED = b"<rss version='2.0'><channel><title>F</title><item><title>A good title</title></item></channel></rss>"


async def test_r_asks_a_source_that_r_for_all_leaves_alone(home: Path) -> None:
    with Loopback() as server:
        bad, good = server.answer("/bad", Answer(b"", 500)), server.answer("/good", Answer(FEED, etag='"1"'))
        settings = (
            f'{QUIET}[[source]]\nname = "Bad"\nurl = "{bad}"\n[[source]]\nname = "Good"\nurl = "{good}"\n'
        )
        async with reader(home, settings=settings) as app:
            await app.shows("Nothing here yet")
            for turn in (1, 2, 3):
                await app.press("R")
                await asyncio.to_thread(server.wait_for_requests, turn, "/good")
                await app.until(lambda: app.main.status.progress is None)
            assert len(server.asked("/bad")) == 2, "the third time it was left alone"
            await app.press("exclamation_mark")
            await app.shows("not asked: it failed 2 times in a row", "at once by hand")
            await app.press("escape")
            app.main.desk.show_list(key=SOURCE + "Bad")
            await app.until(lambda: app.main._lists.state.source == "Bad")
            await app.press("r")
            await app.until(lambda: len(server.asked("/bad")) == 3)


def test_what_failed_for_several_editions_is_said_once() -> None:
    screen = ProblemsScreen(
        [
            Problem("Post", "no answer"),
            Problem("Wire", "no answer"),
            Problem("Post", "no answer"),
            Problem("Post", "moved"),
        ]
    )
    lines = ["".join(run.text for run in line.runs) for line in screen.typeset(40).lines]
    assert [line for line in lines if line] == ["Post", "  no answer", "  moved", "Wire", "  no answer"]
