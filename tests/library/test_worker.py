"""The library's thread: answers, errors, cancelling, closing."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from tests.library.making import NOW, article, search
from tui_reader.errors import LibraryError
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Query


async def until_no_thread() -> None:
    """Threads say nothing to the loop when they end: join them."""
    for thread in threading.enumerate():
        if thread.name.startswith("library"):
            await asyncio.to_thread(thread.join, 5)
            assert not thread.is_alive()


async def test_work_is_done_in_one_other_thread(path: Path) -> None:
    async with await LibraryThread.open(path) as thread:
        assert await thread.run(lambda library: library.store([article("a")], now=NOW)) == [article("a").id]
        names = await asyncio.gather(*(thread.run(lambda _: threading.get_ident()) for _ in range(5)))
        assert len(set(names)) == 1
        assert threading.get_ident() not in names
    await until_no_thread()


async def test_errors_travel(path: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="folder"):
        await LibraryThread.open(tmp_path)
    async with await LibraryThread.open(path) as thread:

        def fail(_: Library) -> None:
            raise LookupError("mine")

        with pytest.raises(LookupError, match="mine"):
            await thread.run(fail)
        assert await thread.run(lambda library: library.index(Query())) == []
    await until_no_thread()


async def test_a_closed_thread_says_so(path: Path) -> None:
    thread = await LibraryThread.open(path)
    await thread.close()
    await thread.close()
    with pytest.raises(LibraryError, match="closed"):
        await thread.run(lambda library: library.index(Query()))


async def test_what_was_cancelled_is_wholly_done_or_not_begun(path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(library: Library) -> list[str]:
        begun.set()
        go_on.wait(30)
        return library.store([article("slow")], now=NOW)

    thread = await LibraryThread.open(path)
    running = asyncio.create_task(thread.run(slow))
    await asyncio.to_thread(begun.wait, 5)
    waiting = asyncio.create_task(thread.run(lambda library: library.store([article("late")], now=NOW)))
    await asyncio.sleep(0)
    running.cancel()
    waiting.cancel()
    for task in (running, waiting):
        with pytest.raises(asyncio.CancelledError):
            await task
    go_on.set()
    lines = await thread.run(lambda library: library.headlines(library.index(Query())))
    assert [line.title for line in lines] == ["About slow"]
    await thread.close()
    await until_no_thread()


async def test_closing_waits_for_what_was_begun(path: Path) -> None:
    thread = await LibraryThread.open(path)
    stored = asyncio.create_task(thread.run(lambda library: library.store([article("a")], now=NOW)))
    await asyncio.sleep(0)
    await thread.close()
    assert await stored == [article("a").id]


async def test_an_opening_that_nobody_waits_for_leaves_no_thread(path: Path) -> None:
    opening = asyncio.create_task(LibraryThread.open(path))
    await asyncio.sleep(0)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    await until_no_thread()


async def test_a_question_that_is_no_longer_wanted_ends(path: Path) -> None:
    begun, ended = threading.Event(), threading.Event()

    def endless(library: Library) -> None:
        begun.set()
        try:
            while True:
                library.index(Query(search=search("-nothing")))
        finally:
            ended.set()

    async with await LibraryThread.open(path) as thread:
        await thread.run(lambda library: library.store([article(str(n)) for n in range(300)], now=NOW))
        asked = asyncio.create_task(thread.ask(endless))
        await asyncio.to_thread(begun.wait, 5)
        asked.cancel()
        assert await asyncio.to_thread(ended.wait, 5)
        assert await thread.run(lambda library: len(library.index(Query()))) == 300


async def test_what_can_wait_gives_way_and_is_asked_anew(path: Path) -> None:
    begun, times = threading.Event(), []

    def slow(library: Library) -> int:
        times.append(1)
        begun.set()
        while len(times) == 1:
            library.index(Query(search=search("-nothing")))
        return len(library.index(Query()))

    async with await LibraryThread.open(path) as thread:
        await thread.run(lambda library: library.store([article(str(n)) for n in range(300)], now=NOW))
        waiting = asyncio.create_task(thread.later(slow))
        await asyncio.to_thread(begun.wait, 5)
        assert await thread.run(lambda library: library.find("zz")) == []
        assert await waiting == 300
        assert len(times) == 2
