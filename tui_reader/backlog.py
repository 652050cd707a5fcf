"""How much of a refresh is in hand at one time: neither a fast network nor many large answers must fill the memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from tui_reader.budget import Budget
from tui_reader.limits import MAX_BODY

IN_HAND = 200
BYTES_IN_HAND = 48_000_000
LARGE_AT_ONCE = 4  # two are parsed at a time; one that drips holds its place until its deadline


class Backlog:
    """Bounds the bodies that are received, or were and are not yet parsed."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(IN_HAND)
        self._bytes = 0
        self._room = asyncio.Event()
        self._room.set()
        self._large = Budget(LARGE_AT_ONCE * MAX_BODY)

    @asynccontextmanager
    async def large(self) -> AsyncIterator[Callable[[int], Awaitable[None]]]:
        """Gives what waits for so many bytes for a large body, and holds them for the time of the block."""
        async with AsyncExitStack() as held:

            async def take(size: int) -> None:
                await held.enter_async_context(self._large.share(size))

            yield take

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
