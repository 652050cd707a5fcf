"""Rules in the app's refresh: what they find is done before the list shows it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.app.reader import QUIET, reader
from tests.loopback import Answer, Loopback
from tui_reader.library.library import Library

ITEMS = "".join(f"<item><title>{title}</title></item>" for title in ("Football tonight", "Bridges closed"))
FEED = f"<rss version='2.0'><channel><title>F</title>{ITEMS}</channel></rss>".encode()


async def test_a_refresh_follows_them(home: Path) -> None:
    with Loopback() as server:
        settings = (
            f'{QUIET}[[source]]\nname = "Paper"\nurl = "{server.answer("/feed", Answer(FEED))}"\n'
            '[[rule]]\nmatch = "title:football"\ndo = "read"\n[[rule]]\nmatch = "bridge*"\ndo = "tag:Bridges"\n'
        )
        async with reader(home, settings=settings) as app:
            await app.shows("Nothing here yet")
            await app.press("R")
            await asyncio.to_thread(server.wait_for_requests, 1, "/feed")
            await app.shows("Bridges closed", "Football tonight")
    with Library.open(home / "library.db") as held:
        count = held.counts()["Paper"]
        assert (count.total, count.unread, count.bookmarked) == (2, 1, 1)
        assert held.bookmarks.known_tags() == [("Bridges", 1)]
