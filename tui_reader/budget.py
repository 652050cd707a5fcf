"""A bounded amount that several tasks share: who wants more than is left waits, and holds up nobody who wants less."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Budget:
    """``total`` of something, such as bytes of memory. Among those that fit, who came first is served first.

    One that asks for more than all of it gets all of it, and so is alone.
    """

    def __init__(self, total: int) -> None:
        self._total = self._left = total
        self._waiting: list[tuple[int, asyncio.Future[None]]] = []

    @asynccontextmanager
    async def share(self, amount: int) -> AsyncIterator[None]:
        """Hold ``amount`` for the time of the block; wait for it first where others hold it."""
        amount = min(amount, self._total)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((amount, turn))
        self._serve()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # its share came at the same moment
                self._left += amount
            self._serve()
            raise
        try:
            yield
        finally:
            self._left += amount
            self._serve()

    def _serve(self) -> None:
        waiting, self._waiting = self._waiting, []
        for amount, turn in waiting:
            if amount > self._left and not turn.cancelled():
                self._waiting.append((amount, turn))
            elif not turn.cancelled():
                self._left -= amount
                turn.set_result(None)
