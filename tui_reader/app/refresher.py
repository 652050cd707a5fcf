"""Refreshing in the background: its progress, its failures, and folders that change."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from tui_reader.app.services import Services
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.errors import ReaderError
from tui_reader.model import RefreshResult, Source
from tui_reader.values import frozen
from tui_reader.words import trn

ON_NEW = ("", "on_new")
SHOWN_EVERY = 0.5  # seconds between two drawings of the list while a refresh runs
PROGRESS_EVERY = 0.05  # the same of its progress


@frozen
class Problem:
    """One line about one source."""

    source: str
    message: str


class Refresher:
    """Runs one refresh at a time and tells the status line how it goes."""

    def __init__(
        self, services: Services, status: StatusLine, *, changed: Callable[[], Awaitable[None]]
    ) -> None:
        self._services = services
        self._status = status
        self._changed = changed
        self._problems: dict[tuple[str, str], Problem] = {}
        self._running = False
        self._stored = asyncio.Event()
        self._waiting: list[Source] = []
        self._by_hand: set[str] = set()
        self._new: list[str] = []

    @property
    def problems(self) -> list[Problem]:
        """What went wrong, by source; a source that works again is no longer among them."""
        return list(self._problems.values())

    @property
    def failed(self) -> frozenset[str]:
        """The names of the sources that have a problem."""
        return frozenset(problem.source for problem in self._problems.values())

    async def refresh(self, sources: Sequence[Source], *, by_hand: bool = False) -> None:
        """Refresh ``sources``, those on this disk first; while one refresh runs, others wait their turn.

        Those that the reader chose ``by_hand`` are asked even where they keep failing.
        """
        self._waiting += [source for source in sources if source not in self._waiting]
        if by_hand:
            self._by_hand |= {source.name for source in sources}
        if self._running:
            return
        self._running = True
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                chosen, self._by_hand = self._by_hand, set()
                remote = [source for source in batch if source.path is None]
                await self._run([source for source in batch if source.path is not None])
                await self._run([source for source in remote if source.name in chosen], by_hand=True)
                await self._run([source for source in remote if source.name not in chosen])
            await self._announce()
        finally:
            self._running = False
            self._status.progress = None

    async def _announce(self) -> None:
        """Run ``on_new``, once for all that came."""
        new, self._new = self._new, []
        self._problems.pop(ON_NEW, None)
        try:
            await self._services.announce(new)
        except ReaderError as error:
            self._problems[ON_NEW] = Problem("", str(error))
        self._status.failed = len(self._problems)

    async def _run(self, sources: Sequence[Source], *, by_hand: bool = False) -> None:
        total = sum(len(source.editions) or 1 for source in sources)
        done = 0
        if not total:
            return
        self._status.progress = (0, total)
        loop, shown = asyncio.get_running_loop(), 0.0
        showing = asyncio.create_task(self._show_stored())
        try:
            async for result in self._services.refresh(sources, self._stored.set, by_hand=by_hand):
                done += 1
                self._new += result.ids
                if result.texts:
                    self._stored.set()
                self._note(result)
                if loop.time() >= shown + PROGRESS_EVERY or done == total:
                    shown = loop.time()
                    self._status.progress = (done, total)
        except ReaderError as error:
            self._problems["", ""] = Problem("", str(error))
        finally:
            showing.cancel()
            await asyncio.gather(showing, return_exceptions=True)
        self._status.failed = len(self._problems)
        await self._changed()

    async def _show_stored(self) -> None:
        """Draw the lists anew whenever something was stored, and not too often."""
        while True:
            await self._stored.wait()
            self._stored.clear()
            await self._changed()
            await asyncio.sleep(SHOWN_EVERY)

    def _note(self, result: RefreshResult) -> None:
        key = (result.source, result.url)
        self._problems.pop(key, None)
        if result.error is not None:
            message = "; ".join((result.error.message, *result.warnings[:1]))
            self._problems[key] = Problem(result.source, message)
        elif result.warnings:
            first, more = result.warnings[0], len(result.warnings) - 1
            said = trn("{first} (and {count} more)", "{first} (and {count} more)", more, first=first)
            self._problems[key] = Problem(result.source, said if more else first)
        self._status.failed = len(self._problems)

    async def watch(self) -> None:
        """Read folders again when something in them changes; runs until it is cancelled."""
        async for sources in self._services.watch():
            await self.refresh(sources)
