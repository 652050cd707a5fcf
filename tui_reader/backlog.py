"""How much of a refresh is in hand at one time: a fast network must not fill the memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

IN_HAND = 200
BYTES_IN_HAND = 48_000_000


class Backlog:
    """Bounds the bodies that were fetched and not yet parsed: a fast network must not fill the memory."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(IN_HAND)
        self._bytes = 0
        self._room = asyncio.Event()
        self._room.set()

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        async with self._places:
            await self._room.wait()
            yield

    @asynccontextmanager
    async def holding(self, size: int) -> AsyncIterator[None]:
        self._count(size)
        try:
            yield
        finally:
            self._count(-size)

    def _count(self, size: int) -> None:
        self._bytes += size
        if self._bytes <= BYTES_IN_HAND:
            self._room.set()
        else:
            self._room.clear()
