"""Processes that read what strangers wrote, so that a document can hang or crash nothing but its worker.

Parsers are C code that asyncio can't interrupt, and some inputs take them minutes or all memory. A call
goes to a worker by a pipe; one that does not come back in time is killed with its worker, and the next
call gets a new one. Workers are plain processes of this interpreter (not `multiprocessing`, which would
start a third one and import the main program again), started when first needed and kept warm.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeVar, TypeVarTuple

from tui_reader.budget import Budget
from tui_reader.errors import ParseError
from tui_reader.limits import SHARED_MEMORY, TIRED_AT, WORKER_MEMORY
from tui_reader.words import N_, tr
from tui_reader.worker_main import Answer
from tui_reader.worker_process import GoneError, Worker

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

START_SECONDS = 20.0
GOODBYE_SECONDS = 0.4


class Workers:
    """A few processes that make calls. Use as ``async with Workers() as workers``.

    ``size`` processes at most, each with at most ``memory`` bytes more than it starts with. Calls that say how
    much they may take get no more than ``together`` at one time: one that may take much waits for others to end.
    A process that has grown beyond ``tired_at`` bytes is replaced by a fresh one. ``started`` are processes that
    run already.
    """

    def __init__(
        self,
        size: int = 2,
        *,
        memory: int = WORKER_MEMORY,
        together: int = SHARED_MEMORY,
        tired_at: int = TIRED_AT,
        started: Sequence[Worker] = (),
    ) -> None:
        self._memory = memory
        self._budget = Budget(together)
        self._tired_at = tired_at
        self._size = size
        self._places = asyncio.Semaphore(size)
        self._idle: list[Worker] = list(started)
        self._busy: set[Worker] = set()
        # A thread may still be coming back from a worker that was killed when the next call starts.
        self._threads = ThreadPoolExecutor(size * 2, thread_name_prefix="worker")
        self._endings: set[Future[None]] = set()
        self._closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def run(
        self,
        function: Callable[[*Ts], T],
        *arguments: *Ts,
        timeout: float = 20.0,  # noqa: ASYNC109
        memory: int | None = None,
    ) -> T:
        """``function(*arguments)``, made by a worker within ``timeout`` seconds and ``memory`` bytes.

        What strangers wrote is read with a ``memory``; without one, what is the reader's own has all that a worker has.
        The function must be importable by its name, arguments and result picklable. A ReaderError that it
        raises is raised here; whatever else goes wrong there, a ParseError, after a second try in a fresh process
        where the first had made other calls before. Cancelling ends the call.
        """
        async with self._budget.share(memory or 0), self._places:
            answer, again = await self._asked(function, arguments, timeout, memory)
            if again:
                answer, _ = await self._asked(function, arguments, timeout, memory, fresh=True)
        if answer.error is not None:
            try:
                raise answer.error
            finally:
                del (
                    answer,
                    arguments,
                )  # its traceback holds this frame: a document must not wait for a collection
        value: T = answer.value
        return value

    def warm(self, prepares: str) -> None:
        """Start all processes that there may be; each begins with what `Worker` says of ``prepares``."""
        while len(self._idle) + len(self._busy) < self._size and not self._closed:
            self._idle.append(Worker(self._memory, self._tired_at, prepares=prepares))

    async def close(self) -> None:
        """End every process, within a second."""
        self._closed = True
        for worker in list(self._busy):
            worker.kill()
        while self._idle:
            self._end(self._idle.pop(), GOODBYE_SECONDS)
        while self._endings or self._busy:
            pending = [asyncio.wrap_future(ending) for ending in self._endings]
            await asyncio.gather(*pending, asyncio.sleep(0.005))
            self._endings = {ending for ending in self._endings if not ending.done()}
        self._threads.shutdown(wait=False)

    async def _asked(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        seconds: float,
        memory: int | None,
        *,
        fresh: bool = False,
    ) -> tuple[Answer, bool]:
        """What a worker answers, and whether its failure may come of what it did before."""
        if self._closed:
            raise ParseError(tr("the reader is closing; nothing more is read"))
        worker = self._new() if fresh else self._take()
        used, healthy = worker.used, False
        try:
            if not worker.ready:
                await self._in_thread(
                    START_SECONDS,
                    N_("no process to read it could be started in {seconds} s; it was given up"),
                    worker.start,
                )
            answer = await self._in_thread(
                seconds,
                N_("reading took longer than {seconds} s; it was given up"),
                worker.ask,
                function,
                arguments,
                seconds,
                min(memory or self._memory, self._memory),
            )
            healthy = not (answer.tired or answer.shaken)
        finally:
            self._put_back(worker, healthy=healthy)
        return answer, used and answer.shaken

    async def _in_thread(self, seconds: float, late: str, function: Callable[[*Ts], T], *arguments: *Ts) -> T:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(seconds):
                return await loop.run_in_executor(self._threads, function, *arguments)
        except TimeoutError as error:
            raise ParseError(tr(late, seconds=f"{seconds:g}")) from error
        except GoneError as error:
            raise ParseError(tr("the process that read it {did}; it was given up", did=error)) from error

    def _take(self) -> Worker:
        while self._idle:
            worker = self._idle.pop()
            if worker.alive():
                break
            self._end(worker, 0.0)
        else:
            return self._new()
        self._busy.add(worker)
        return worker

    def _new(self) -> Worker:
        worker = Worker(self._memory, self._tired_at)
        self._busy.add(worker)
        return worker

    def _put_back(self, worker: Worker, *, healthy: bool) -> None:
        self._busy.discard(worker)
        if healthy and not self._closed:
            self._idle.append(worker)
            return
        worker.kill()
        self._end(worker, 0.0)

    def _end(self, worker: Worker, seconds: float) -> None:
        self._endings.add(self._threads.submit(worker.end, time.monotonic() + seconds))
