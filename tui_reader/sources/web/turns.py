"""Whose turn it is: few requests to one host, some in all, and nobody waits behind the dead."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tui_reader.sources.web.failures import UnreachableError


@dataclass
class HostTurn:
    """One host's places, and how often no connection was made: by each way there, such as a port of it."""

    places: asyncio.Semaphore
    failures: Counter[Hashable] = field(default_factory=Counter)
    errors: dict[Hashable, str] = field(default_factory=dict)

    def unreachable(self, way: Hashable, error: str) -> None:
        """Whoever stands in the queue for the same way now gets the same error."""
        self.failures[way] += 1
        self.errors[way] = error


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
    async def turn(self, name: str, way: Hashable) -> AsyncIterator[HostTurn]:
        """A turn with one host; UnreachableError when the ``way`` proved closed while this stood in its queue.

        A way is whatever decides which connection is made. A stranger may lead to a closed port of a host: that
        says nothing of the others.
        """
        host = self._hosts.setdefault(name, HostTurn(asyncio.Semaphore(self._per_host)))
        failures = host.failures[way]
        async with host.places:
            if host.failures[way] != failures:
                raise UnreachableError(host.errors[way])
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
