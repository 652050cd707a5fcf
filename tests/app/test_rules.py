"""Rules in the app's refresh: what they find is done before the list shows it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.app.reader import QUIET, reader
from tests.loopback import Answer, Loopback
from tui_reader.errors import LibraryError
from tui_reader.library.library import Library
from tui_reader.library.ruling import Rules

ITEMS = "".join(f"<item><title>{title}</title></item>" for title in ("Football tonight", "Bridges closed"))
FEED = f"<rss version='2.0'><channel><title>F</title>{ITEMS}</channel></rss>".encode()


def settings(server: Loopback) -> str:
    return (
        f'{QUIET}[[source]]\nname = "Paper"\nurl = "{server.answer("/feed", Answer(FEED))}"\n'
        '[[rule]]\nmatch = "title:football"\ndo = "read"\n[[rule]]\nmatch = "bridge*"\ndo = "tag:Bridges"\n'
    )


async def test_a_refresh_follows_them(home: Path) -> None:
    with Loopback() as server:
        async with reader(home, settings=settings(server)) as app:
            await app.shows("Nothing here yet")
            await app.press("R")
            await asyncio.to_thread(server.wait_for_requests, 1, "/feed")
            await app.shows("Bridges closed", "Football tonight")
    with Library.open(home / "library.db") as held:
        count = held.counts()["Paper"]
        assert (count.total, count.unread, count.bookmarked) == (2, 1, 1)
        assert held.bookmarks.known_tags() == [("Bridges", 1)]


async def test_their_fault_is_told_and_what_came_is_shown(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise LibraryError("the disk is full; make room")

    monkeypatch.setattr(Rules, "follow", fails)
    with Loopback() as server:
        async with reader(home, settings=settings(server)) as app:
            await app.shows("Nothing here yet")
            await app.press("R")
            await app.shows("Bridges closed", "Football tonight")
            await app.until(lambda: app.main.status.failed == 1)
            await app.press("exclamation_mark")
            await app.shows("were not followed for 2 new articles")
