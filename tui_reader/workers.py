"""Processes that read what strangers wrote, so that a document can hang or crash nothing but its worker.

Parsers are C code that asyncio can't interrupt, and some inputs take them minutes or all memory. A call
goes to a worker by a pipe; one that does not come back in time is killed with its worker, and the next
call gets a new one. Workers are plain processes of this interpreter (not `multiprocessing`, which would
start a third one and import the main program again), started when first needed and kept warm.
"""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import IO, Any, Self, TypeVar, TypeVarTuple

from tui_reader.budget import Budget
from tui_reader.errors import ParseError
from tui_reader.limits import SHARED_MEMORY, TIRED_AT, WORKER_MEMORY
from tui_reader.words import N_, spoken, tr
from tui_reader.worker_main import Answer, read_message, write_message

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

APART = 65_536  # bytes; arguments of this size travel beside the pickle
START_SECONDS = 20.0
GOODBYE_SECONDS = 0.4
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from tui_reader.worker_main import main; main(int(sys.argv[2]), int(sys.argv[3]))"
)


class _GoneError(Exception):
    """The worker ended before it answered."""


class _Worker:
    """One process. `start`, `ask` and `end` block: they run in threads. `kill` may come from anywhere."""

    def __init__(self, memory: int, tired_at: int) -> None:
        path = json.dumps([os.path.abspath(entry) for entry in sys.path])
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, path, str(memory), str(tired_at)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C in the terminal is the reader's business alone
        )
        self._calls = _pipe(self._process.stdin)
        self._answers = _pipe(self._process.stdout)
        self.ready = False
        self.used = False

    def start(self) -> None:
        """Wait until the process has come up."""
        self._receive()
        self.ready = True

    def ask(
        self, function: Callable[..., Any], arguments: tuple[Any, ...], seconds: float, memory: int
    ) -> Answer:
        """Have the call made; _GoneError when the process ends before it answers."""
        self.used = True
        try:
            write_message(self._calls, *_message((function, _apart(arguments), seconds, memory, spoken())))
        except OSError as error:
            raise _GoneError(self._fate()) from error
        (packed,) = self._receive()
        answer = pickle.loads(packed)
        if not isinstance(answer, Answer):
            raise _GoneError(tr("gave no answer"))
        return answer

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process now, whatever it does."""
        self._process.kill()

    def end(self, deadline: float) -> None:
        """Let the process end by itself until ``deadline`` (`time.monotonic`), then by force; clean up."""
        with suppress(OSError):  # what was still to be sent needs no sending
            self._calls.close()
        try:
            self._process.wait(max(deadline - time.monotonic(), 0.0))
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._answers.close()

    def _receive(self) -> list[bytes]:
        try:
            return read_message(self._answers)
        except (EOFError, OSError, ValueError) as error:
            raise _GoneError(self._fate()) from error

    def _fate(self) -> str:
        try:
            status = self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            return tr("stopped answering")
        if hasattr(signal, "SIGALRM") and status == -signal.SIGALRM:
            return tr("took too long")
        if status < 0:
            return tr("was ended by signal {number}", number=-status)
        return tr("ended with status {status}", status=status)


class Workers:
    """A few processes that make calls. Use as ``async with Workers() as workers``.

    ``size`` processes at most, each with at most ``memory`` bytes more than it starts with. Calls that say how
    much they may take get no more than ``together`` at one time: one that may take much waits for others to end.
    A process that has grown beyond ``tired_at`` bytes is replaced by a fresh one.
    """

    def __init__(
        self,
        size: int = 2,
        *,
        memory: int = WORKER_MEMORY,
        together: int = SHARED_MEMORY,
        tired_at: int = TIRED_AT,
    ) -> None:
        self._memory = memory
        self._budget = Budget(together)
        self._tired_at = tired_at
        self._size = size
        self._places = asyncio.Semaphore(size)
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
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

    async def warm(self, function: Callable[[], object]) -> None:
        """Start all processes that there may be, and have each of them make a call, such as one that imports."""
        await asyncio.gather(*(self.run(function) for _ in range(self._size)))

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
        except _GoneError as error:
            raise ParseError(tr("the process that read it {did}; it was given up", did=error)) from error

    def _take(self) -> _Worker:
        while self._idle:
            worker = self._idle.pop()
            if worker.alive():
                break
            self._end(worker, 0.0)
        else:
            return self._new()
        self._busy.add(worker)
        return worker

    def _new(self) -> _Worker:
        worker = _Worker(self._memory, self._tired_at)
        self._busy.add(worker)
        return worker

    def _put_back(self, worker: _Worker, *, healthy: bool) -> None:
        self._busy.discard(worker)
        if healthy and not self._closed:
            self._idle.append(worker)
            return
        worker.kill()
        self._end(worker, 0.0)

    def _end(self, worker: _Worker, seconds: float) -> None:
        self._endings.add(self._threads.submit(worker.end, time.monotonic() + seconds))


def _apart(arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """``arguments`` where large documents are ready to travel beside the pickle of the rest."""
    return tuple(
        pickle.PickleBuffer(value) if isinstance(value, bytes) and len(value) >= APART else value
        for value in arguments
    )


def _message(call: tuple[Any, ...]) -> list[bytes | memoryview]:
    documents: list[pickle.PickleBuffer] = []
    packed = pickle.dumps(call, pickle.HIGHEST_PROTOCOL, buffer_callback=documents.append)
    return [packed, *(document.raw() for document in documents)]


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise RuntimeError("a process was started without its pipes")
    return stream
