"""What the editions of one refresh bring, put into the library many at a time: one transaction costs what a feed does.

Nobody waits long for it: a lot is written when enough is there, when nothing else is under way, or after a moment. Nor
does the end of a refresh: when much of what is left is there, it is written while the rest is still being read.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import chain

from tui_reader.errors import ReaderError
from tui_reader.library.library import Library
from tui_reader.library.rows import Lot
from tui_reader.library.worker import LibraryThread
from tui_reader.rules import Rule, understood
from tui_reader.values import frozen
from tui_reader.words import trn

SOME = 300  # articles

Ids = tuple[str, ...]
Outcome = Ids | Exception


@frozen
class Pace:
    """How much is gathered before it is written: so many articles, or what came within so many ``seconds``."""

    articles: int
    seconds: float


BESIDE_A_READER = Pace(900, 0.3)
"""A mark of the reader's waits for a tenth of a second's writing at most, and news is seen soon."""
ALONE = Pace(2000, 1.0)
"""As much as the index gathers in memory: it has the fewest pieces then, which must be written and merged."""


@frozen
class _Waiting:
    lot: Lot
    done: asyncio.Future[Ids]


class Lots:
    """Use one for a refresh of so many ``editions``, and close it in the end. ``rules`` are followed on what is new."""

    def __init__(
        self,
        library: LibraryThread,
        now: Callable[[], datetime],
        editions: int,
        rules: Sequence[Rule] = (),
        pace: Pace = BESIDE_A_READER,
    ) -> None:
        self._library = library
        self._now = now
        self._under_way = editions
        self._rules = rules
        self._pace = pace
        self._faults: tuple[str, ...] = ()
        self._waiting: list[_Waiting] = []
        self._timer: asyncio.TimerHandle | None = None
        self._writing: asyncio.Task[None] | None = None

    async def keep(self, lot: Lot) -> Ids:
        """Store ``lot`` with others: the ids of its articles that are new. Raises LibraryError.

        Cancelling it drops a lot whose writing has not begun.
        """
        one = _Waiting(lot, asyncio.get_running_loop().create_future())
        self._waiting.append(one)
        self._look()
        return await one.done

    def ended(self) -> None:
        """One edition less is under way."""
        self._under_way -= 1
        self._look()

    def faults(self) -> tuple[str, ...]:
        """Why rules were not followed, a line each; a line is given once."""
        faults, self._faults = self._faults, ()
        return faults

    async def close(self) -> None:
        """Let what is being written come to its end."""
        self._stop_timer()
        if self._writing is not None:
            await self._writing

    def _look(self) -> None:
        """Begin to write, or see to it that it begins soon."""
        self._waiting = [one for one in self._waiting if not one.done.cancelled()]
        if self._writing is not None or not self._waiting:
            return
        if self._is_enough():
            self._begin()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._pace.seconds, self._begin)

    def _is_enough(self) -> bool:
        rows, to_come = sum(len(one.lot.rows) for one in self._waiting), self._under_way - len(self._waiting)
        if to_come <= 0 or rows >= self._pace.articles:
            return True
        return rows >= SOME and len(self._waiting) >= to_come

    def _begin(self) -> None:
        self._stop_timer()
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())

    async def _write(self) -> None:
        taken, self._waiting = [one for one in self._waiting if not one.done.cancelled()], []
        now, lots = self._now(), [one.lot for one in taken]
        try:
            outcomes: Sequence[Outcome] = await self._library.run(lambda held: self._kept(held, lots, now))
        except Exception as error:
            outcomes = [error] * len(taken)
        for one, outcome in zip(taken, outcomes, strict=True):
            if one.done.cancelled():
                continue
            if isinstance(outcome, Exception):
                one.done.set_exception(outcome)
            else:
                one.done.set_result(outcome)
        self._writing = None
        self._look()

    def _kept(self, library: Library, lots: Sequence[Lot], now: datetime) -> Sequence[Outcome]:
        """Store ``lots``, and follow the rules before anybody is told of what is new."""
        outcomes = _stored(library, lots, now)
        new = [*chain.from_iterable(one for one in outcomes if not isinstance(one, Exception))]
        if self._rules and new:
            try:
                library.rules.follow(understood(self._rules, now=now), new, now=now)
            except Exception as error:  # the articles are held, and their editions go on
                self._faults += (_told(error, len(new)),)
        return outcomes

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _stored(library: Library, lots: Sequence[Lot], now: datetime) -> Sequence[Outcome]:
    """All in one transaction, or where that fails each in its own: one that can't be stored must not cost the others."""
    try:
        return library.keep(lots, now=now)
    except Exception as error:
        if len(lots) == 1:
            return [error]
    outcomes: list[Outcome] = []
    for lot in lots:
        if len(outcomes) > 1 and all(isinstance(outcome, Exception) for outcome in outcomes):
            outcomes.append(outcomes[-1])  # it is the library: another try would only take time
            continue
        try:
            outcomes += library.keep([lot], now=now)
        except Exception as error:
            outcomes.append(error)
    return outcomes


def _told(error: Exception, count: int) -> str:
    """A rule's fault as one line."""
    said = str(error) if isinstance(error, ReaderError) else f"{type(error).__name__}: {str(error)[:200]}"
    return trn(
        "the rules in feeds.toml were not followed for {count} new article, mark it yourself: {problem}",
        "the rules in feeds.toml were not followed for {count} new articles, mark them yourself: {problem}",
        count,
        problem=said,
    )
