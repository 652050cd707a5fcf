"""How much a refresh holds: what is parsed waits until the library has caught up."""

from __future__ import annotations

import asyncio

import pytest

from tui_reader import backlog as module
from tui_reader.backlog import LONG, PARSED_AT_ONCE, ROW, Backlog


async def settled() -> None:
    """Let every task go as far as it can."""
    for _ in range(10):
        await asyncio.sleep(0)


class Feeds:
    """Long feeds of one row: each is parsed once it may be, and stored when it is told to."""

    def __init__(self, count: int) -> None:
        self._backlog = Backlog()
        self.parsed = 0
        self._stored = [asyncio.Event() for _ in range(count)]
        self.tasks = [asyncio.create_task(self._one(stored)) for stored in self._stored]

    async def _one(self, stored: asyncio.Event) -> None:
        async with self._backlog.parsing(LONG + 1):
            await asyncio.sleep(0)
        self.parsed += 1
        with self._backlog.storing(1, 0):
            await stored.wait()

    async def store(self, count: int) -> None:
        for stored in self._stored[:count]:
            stored.set()
        del self._stored[:count]
        await settled()


async def test_nothing_is_parsed_while_too_much_waits_to_be_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "UNSTORED", 2 * ROW)
    feeds = Feeds(20)
    await settled()
    assert 2 < feeds.parsed <= 2 + PARSED_AT_ONCE
    held = feeds.parsed
    await feeds.store(held)
    assert held < feeds.parsed <= held + 2 + PARSED_AT_ONCE
    while feeds.parsed < 20:
        await feeds.store(1)
    await feeds.store(20)
    await asyncio.wait_for(asyncio.gather(*feeds.tasks), 10)


async def test_what_is_cancelled_holds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "UNSTORED", 0)
    held = Backlog()
    with pytest.raises(asyncio.CancelledError), held.storing(1, 1):
        raise asyncio.CancelledError
    async with asyncio.timeout(10), held.parsing(1):
        pass
