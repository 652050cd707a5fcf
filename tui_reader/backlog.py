"""How much of a refresh is in hand at one time: neither a fast network nor many large answers must fill the memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import (
    AbstractContextManager,
    AsyncExitStack,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)

from tui_reader.budget import Budget
from tui_reader.limits import MAX_BODY

IN_HAND = 200
BYTES_IN_HAND = 48_000_000
UNSTORED = 24_000_000  # bytes: a feed of ten thousand short entries, or a hundred usual ones
ROW = 2_000  # bytes that an article takes beside its text
LONG = 500_000  # bytes of a body; usual ones have a third of that, and don't wait for each other
PARSED_AT_ONCE = 3  # long ones: one more than there are workers, so that none has to wait for us
LARGE_AT_ONCE = 4  # two are parsed at a time; one that drips holds its place until its deadline


class _Gauge:
    """Counts bytes in hand; ``low`` is set while they are within their bound."""

    def __init__(self, bound: int) -> None:
        self._bound = bound
        self._bytes = 0
        self.low = asyncio.Event()
        self.low.set()

    @contextmanager
    def holding(self, size: int) -> Iterator[None]:
        self._count(size)
        try:
            yield
        finally:
            self._count(-size)

    def _count(self, size: int) -> None:
        self._bytes += size
        if self._bytes <= self._bound:
            self.low.set()
        else:
            self.low.clear()


class Backlog:
    """Bounds the bodies that are received, or were and are not yet parsed, and what was parsed and is not yet stored."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(IN_HAND)
        self._bodies = _Gauge(BYTES_IN_HAND)
        self._turns = asyncio.Semaphore(PARSED_AT_ONCE)
        self._unstored = _Gauge(UNSTORED)
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
            await self._bodies.low.wait()
            yield

    @asynccontextmanager
    async def parsing(self, size: int) -> AsyncIterator[None]:
        """Holds a body of so many bytes, which is parsed in the block: first the library must have caught up."""
        with self._bodies.holding(size):
            async with self._turns if size > LONG else nullcontext():
                await self._unstored.low.wait()
                yield

    def storing(self, rows: int, size: int) -> AbstractContextManager[None]:
        """Holds the articles of a body until they are stored."""
        return self._unstored.holding(rows * ROW + size)
