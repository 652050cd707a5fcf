"""A program in a pseudo-terminal of 160×50, timed by what it writes, with the memory of all its processes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

COLUMNS, ROWS = 160, 50
PATIENCE = 60.0
QUIET = 0.12
"""Seconds without output after which a key is taken for answered."""


class Terminal:
    """Starts ``command`` at once; the clock begins just before."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        self.started = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.chdir(folder)
            os.execvpe(command[0], list(command), dict(environment))
        self._seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        for one in (*family(self.pid)[1:], self.pid):
            try:
                os.kill(one, signal.SIGKILL)
            except ProcessLookupError:
                continue
        os.close(self._master)
        os.waitpid(self.pid, 0)

    def seconds_to(self, text: str) -> float:
        """Seconds from the start until ``text`` is written."""
        wanted = text.encode()
        while wanted not in self._seen:
            if not self._read(self.started + PATIENCE - time.perf_counter()):
                raise TimeoutError(f"{text!r} did not come; the end of what came: {self._seen[-500:]!r}")
        return time.perf_counter() - self.started

    def settle(self, quiet: float = 0.5, most: float = 20.0) -> None:
        """Read until nothing more is written."""
        end = time.perf_counter() + most
        while time.perf_counter() < end and self._read(quiet):
            pass

    def press(self, keys: bytes) -> tuple[float, float]:
        """Milliseconds from ``keys`` to the first and to the last of what they make the program write.

        The last: what is followed by `QUIET` seconds of nothing. (0, 0) where it writes nothing at all.
        """
        self._seen = b""
        sent = time.perf_counter()
        os.write(self._master, keys)
        first = last = 0.0
        while self._read(QUIET):
            last = (time.perf_counter() - sent) * 1000
            first = first or last
        return first, last

    def answer(self, keys: bytes) -> float:
        """Milliseconds from ``keys`` to the first that the program writes, where it writes at other times too."""
        while self._read(0):
            pass
        sent = time.perf_counter()
        os.write(self._master, keys)
        self._read(5.0)
        return (time.perf_counter() - sent) * 1000

    def seen(self, text: str) -> bool:
        """Whether ``text`` was written since the last key."""
        return text.encode() in self._seen

    def read_for(self, seconds: float) -> None:
        """Take what is written for a while."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def _read(self, seconds: float) -> bool:
        """Take what is written within ``seconds``; whether anything was."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            self._seen += os.read(self._master, 1 << 16)
        except OSError as error:
            raise RuntimeError(f"the program ended: {self._seen[-2000:]!r}") from error
        return True


def family(pid: int) -> list[int]:
    """``pid`` and the processes that it and its children started."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            found += family(int(child))
    return found


def memory(pid: int, kind: str = "Pss") -> float:
    """Megabytes of a process and its children: ``Pss``, ``Rss``, or ``Private`` (what would be free without them)."""
    total = 0
    for one in family(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith(kind) and "Pss_" not in line)
    return total / 1024
