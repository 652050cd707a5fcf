"""One worker process as its parent has it: started, asked, ended. `workers` has several and says whose turn it is.

Little is imported here, so that a process can be started before the rest of a program is there.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from tui_reader.limits import TIRED_AT, WORKER_MEMORY
from tui_reader.words import spoken, tr
from tui_reader.worker_main import Answer, read_message, write_message

APART = 65_536  # bytes; arguments of this size travel beside the pickle
PIPE = 262_144  # bytes that a pipe takes before its writer waits: a usual feed, or the rows made of it
READS_FEEDS = "tui_reader.intake"
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from tui_reader.worker_main import main; main(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])"
)


class GoneError(Exception):
    """The worker ended before it answered."""


class Worker:
    """One process. `start`, `ask` and `end` block: they run in threads. `kill` may come from anywhere.

    ``memory`` and ``tired_at`` are as `Workers` has them. ``prepares`` names a module whose ``get_ready`` the process
    calls first of all, such as one that imports what the calls will need.
    """

    def __init__(self, memory: int = WORKER_MEMORY, tired_at: int = TIRED_AT, *, prepares: str = "") -> None:
        path = json.dumps([os.path.abspath(entry) for entry in sys.path])
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, path, str(memory), str(tired_at), prepares],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C in the terminal is the reader's business alone
        )
        self._calls = _pipe(self._process.stdin)
        self._answers = _pipe(self._process.stdout)
        for pipe in (self._calls, self._answers):
            _widen(pipe)
        self.ready = False
        self.used = False

    def start(self) -> None:
        """Wait until the process has come up."""
        self._receive()
        self.ready = True

    def ask(
        self, function: Callable[..., Any], arguments: tuple[Any, ...], seconds: float, memory: int
    ) -> Answer:
        """Have the call made; GoneError when the process ends before it answers."""
        self.used = True
        try:
            write_message(self._calls, *_message((function, _apart(arguments), seconds, memory, spoken())))
        except OSError as error:
            raise GoneError(self._fate()) from error
        (packed,) = self._receive()
        answer = pickle.loads(packed)
        if not isinstance(answer, Answer):
            raise GoneError(tr("gave no answer"))
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
            raise GoneError(self._fate()) from error

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


def _widen(pipe: IO[bytes]) -> None:
    """Have the two sides wait for each other less often, where the platform can (Linux can)."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE)


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise RuntimeError("a process was started without its pipes")
    return stream
