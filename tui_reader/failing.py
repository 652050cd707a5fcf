"""The step of a refresh that counts failures, so that a source that keeps failing is asked more and more rarely.

`patience` decides; this remembers. A machine that is offline reaches nobody, which says nothing about any source:
that a host can't be reached counts only once some other one was, in the same refresh.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from tui_reader import patience
from tui_reader.errors import FetchError, LibraryError, ParseError, ReaderError
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Validators
from tui_reader.sources.web import AskedToWaitError, UnreachableError


class Failures:
    """The failures of one refresh. ``chance`` gives a number from 0 to 1."""

    def __init__(
        self,
        library: LibraryThread,
        now: Callable[[], datetime],
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._library = library
        self._now = now
        self._chance = chance
        self._online = False
        self._held_back: list[tuple[str, Validators]] = []

    async def reached(self) -> None:
        """Somebody answered: what could not be reached before is at fault itself."""
        self._online = True
        counted, self._held_back = self._held_back, []
        if counted:
            await self._remember(counted)

    async def count(self, key: str, known: Validators, error: ReaderError) -> tuple[str, ...]:
        """One failure more of the feed under ``key``; lines that say when it is asked again.

        What failed here (a full disk, a closing reader) is no fault of the feed and does not count.
        """
        if not isinstance(error, FetchError | ParseError):
            return ()
        now = self._now()
        later = patience.after_failure(known, now, self._chance(), not_before(error))
        if isinstance(error, UnreachableError) and not self._online:
            self._held_back.append((key, later))
        elif later != known:
            await self._remember([(key, later)])
        line = patience.told(later, now)
        return (line,) if line else ()

    async def _remember(self, counted: list[tuple[str, Validators]]) -> None:
        # A library that can't be written is told by whoever stores; the feed's own error must not be lost for it.
        with suppress(LibraryError):
            await self._library.run(lambda held: _remember(held, counted))


def _remember(library: Library, counted: list[tuple[str, Validators]]) -> None:
    for key, known in counted:
        library.remember(key, known)


def not_before(error: ReaderError) -> datetime | None:
    """Until when the server asked to be left alone."""
    return error.not_before if isinstance(error, AskedToWaitError) else None
