"""The library in a thread of its own, for an event loop that must not wait for a disk."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TypeVar

from tui_reader.errors import LibraryError
from tui_reader.library.connection import GaveWayError
from tui_reader.library.library import Library
from tui_reader.words import tr

T = TypeVar("T")


class LibraryThread:
    """One thread with one connection: what is run in it is run one after the other, in order.

    Two of them on one file read and write side by side: a screen that must answer at once has its own, beside
    the one that a refresh writes with.
    """

    def __init__(self, executor: ThreadPoolExecutor, library: Library) -> None:
        """Use `open`."""
        self._executor = executor
        self._library = library
        self._closing: asyncio.Future[None] | None = None
        self._waiting: set[object] = set()  # what is to be done and has not begun

    @classmethod
    async def open(
        cls,
        path: Path,
        *,
        read: Literal["story", "edition"] = "story",
        doubles: Literal["fold", "show"] | None = None,
    ) -> Self:
        """Start the thread and open the library in it. Raises `LibraryError`."""
        executor = ThreadPoolExecutor(1, thread_name_prefix="library")
        opening = asyncio.wrap_future(executor.submit(lambda: Library.open(path, read=read, doubles=doubles)))
        try:
            return cls(executor, await asyncio.shield(opening))
        except BaseException:
            opening.add_done_callback(lambda done: _abandon(executor, done))
            raise

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._library.path

    async def run(self, work: Callable[[Library], T]) -> T:
        """What ``work`` returns or raises, done in the thread.

        Cancelling it drops work that has not begun; work that has begun is done to its end, so that no
        transaction is cut, and its answer is dropped.
        """
        return await self._submit(work, waits=True)

    async def ask(self, question: Callable[[Library], T]) -> T:
        """Like `run`, for what only reads: cancelling it ends a question that has begun, too."""
        dropped = threading.Event()
        try:
            return await self._submit(lambda library: _until(library, dropped.is_set, question), waits=True)
        finally:
            dropped.set()

    async def later(self, question: Callable[[Library], T]) -> T:
        """Like `ask`, for what nobody waits for: it gives way to everything else, and is then asked anew."""
        dropped = threading.Event()

        def over() -> bool:
            return dropped.is_set() or bool(self._waiting)

        try:
            while True:
                try:
                    return await self._submit(lambda library: _until(library, over, question), waits=False)
                except GaveWayError:
                    continue
        finally:
            dropped.set()

    async def _submit(self, work: Callable[[Library], T], *, waits: bool) -> T:
        if self._closing is not None:
            raise LibraryError(tr("{path} was closed: open it again", path=self.path))
        turn = object()
        if waits:
            self._waiting.add(turn)

        def begin() -> T:
            self._waiting.discard(turn)
            return work(self._library)

        try:
            return await asyncio.wrap_future(self._executor.submit(begin))
        finally:
            self._waiting.discard(turn)

    async def close(self) -> None:
        """Let what was begun come to its end, then close the library and end the thread. Twice does no harm."""
        if self._closing is None:
            self._closing = asyncio.wrap_future(self._executor.submit(self._library.close))
            self._executor.shutdown(wait=False)
        await asyncio.shield(self._closing)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        await self.close()


def _until(library: Library, over: Callable[[], bool], question: Callable[[Library], T]) -> T:
    with library.until(over):
        return question(library)


def _abandon(executor: ThreadPoolExecutor, opening: asyncio.Future[Library]) -> None:
    """Nobody waits for this library any more: close what was opened, end the thread."""
    if not opening.cancelled() and opening.exception() is None:
        executor.submit(opening.result().close)
    executor.shutdown(wait=False)
