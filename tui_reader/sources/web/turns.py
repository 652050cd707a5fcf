"""Whose turn it is: few requests to one host, some in all, and nobody waits behind the dead."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tui_reader.sources.web.failures import UnreachableError


@dataclass
class HostTurn:
    """One host's places, and how often no connection to it was made."""

    places: asyncio.Semaphore
    failures: int = 0
    error: str = ""

    def unreachable(self, error: str) -> None:
        """Whoever stands in the queue for this host now gets the same error."""
        self.failures, self.error = self.failures + 1, error


class Turns:
    """``at_once`` requests run at the same time, ``per_host`` of them to one host.

    One that takes longer than ``patience`` seconds makes room for another beside it, up to ``most`` in all,
    so that many silent hosts do not keep the others waiting.
    """

    def __init__(self, at_once: int, most: int, per_host: int, patience: float) -> None:
        self._at_once = asyncio.Semaphore(at_once)
        self._all = asyncio.Semaphore(most)
        self._per_host = per_host
        self._patience = patience
        self._hosts: dict[str, HostTurn] = {}

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[HostTurn]:
        """A turn with one host; UnreachableError when it proved unreachable while this stood in its queue."""
        host = self._hosts.setdefault(name, HostTurn(asyncio.Semaphore(self._per_host)))
        failures = host.failures
        async with host.places:
            if host.failures != failures:
                raise UnreachableError(host.error)
            async with self._place():
                yield host

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        given_back = asyncio.Event()

        def give_back() -> None:
            if not given_back.is_set():
                given_back.set()
                self._at_once.release()

        async with self._all:
            await self._at_once.acquire()
            timer = asyncio.get_running_loop().call_later(self._patience, give_back)
            try:
                yield
            finally:
                timer.cancel()
                give_back()
