"""When what a refresh brought is written, and what becomes of one that can't be."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from tests.library.making import article
from tui_reader.errors import LibraryError
from tui_reader.library.making import to_row
from tui_reader.library.rows import Lot
from tui_reader.library.worker import LibraryThread
from tui_reader.lots import BESIDE_A_READER, SOME, Lots, Pace
from tui_reader.model import Validators

ROW = to_row(article("one"))


class FakeLibrary:
    """Notes which lots were written together; has a fault where one is called ``bad``."""

    def __init__(self) -> None:
        self.written: list[list[str]] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def run(self, work: Callable[[Any], Any]) -> Any:
        await self.gate.wait()
        return work(self)

    def keep(self, lots: Sequence[Lot], *, now: datetime) -> list[tuple[str, ...]]:
        names = [lot.key for lot in lots]
        if "bad" in names:
            raise LibraryError("it can't be stored")
        self.written.append(names)
        return [ids(len(lot.rows)) for lot in lots]


def ids(count: int) -> tuple[str, ...]:
    return ("id",) * count


def lot(name: str, rows: int = 1) -> Lot:
    return Lot(name, (ROW,) * rows, Validators())


def lots(library: FakeLibrary, editions: int, pace: Pace = BESIDE_A_READER) -> Lots:
    return Lots(cast(LibraryThread, library), lambda: datetime(2026, 3, 1, tzinfo=UTC), editions, pace=pace)


async def test_the_last_edition_is_written_at_once() -> None:
    library = FakeLibrary()
    assert await lots(library, 1, Pace(9, 60)).keep(lot("a", 3)) == ids(3)
    pair = lots(library, 2, Pace(9, 60))
    first = asyncio.create_task(pair.keep(lot("b")))
    await asyncio.sleep(0)
    assert library.written == [["a"]]
    pair.ended()  # the other had nothing new
    assert await first == ids(1)


async def test_what_comes_meanwhile_is_written_together() -> None:
    library = FakeLibrary()
    library.gate.clear()
    many = lots(library, 100, Pace(4, 60))
    tasks = [asyncio.create_task(many.keep(lot(name, 2))) for name in "abcdefg"]
    await asyncio.sleep(0)
    library.gate.set()
    assert await asyncio.gather(*tasks[:6]) == [ids(2)] * 6
    assert library.written in ([["a", "b"], ["c", "d", "e", "f", "g"]], [["a", "b", "c", "d", "e", "f", "g"]])
    await many.close()


async def test_near_the_end_what_is_there_is_written_before_the_last_have_come() -> None:
    library = FakeLibrary()
    some = lots(library, 5, Pace(10_000, 60))
    early = [asyncio.create_task(some.keep(lot(name, SOME // 3 + 1))) for name in "abc"]
    assert await asyncio.wait_for(asyncio.gather(*early), 30) == [ids(SOME // 3 + 1)] * 3
    for _ in early:
        some.ended()
    few = asyncio.create_task(some.keep(lot("d")))
    await asyncio.sleep(0)
    assert library.written == [["a", "b", "c"]]  # half of what is left, but too little
    late = [few, asyncio.create_task(some.keep(lot("e")))]
    assert await asyncio.wait_for(asyncio.gather(*late), 30) == [ids(1)] * 2


async def test_nobody_waits_longer_than_a_moment() -> None:
    library = FakeLibrary()
    assert await asyncio.wait_for(lots(library, 100, Pace(9, 0.01)).keep(lot("a")), 30) == ids(1)


async def test_one_that_can_t_be_stored_does_not_cost_the_others() -> None:
    library = FakeLibrary()
    some = lots(library, 3)
    found = await asyncio.gather(
        *(some.keep(lot(name)) for name in ("a", "bad", "c")), return_exceptions=True
    )
    assert (found[0], found[2]) == (ids(1), ids(1))
    assert isinstance(found[1], LibraryError)
    assert library.written == [["a"], ["c"]]


async def test_what_is_no_longer_wanted_is_not_written() -> None:
    library = FakeLibrary()
    some = lots(library, 3)
    first = asyncio.create_task(some.keep(lot("a")))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    assert await asyncio.gather(some.keep(lot("b")), *[_ended(some, 2)]) == [ids(1), None]
    assert library.written == [["b"]]


async def _ended(some: Lots, editions: int) -> None:
    for _ in range(editions):
        some.ended()
