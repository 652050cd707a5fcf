"""How much memory this process and all that it started take, measured beside a test."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

PAUSE = 0.03
PAGE = os.sysconf("SC_PAGE_SIZE")


def _children(pid: int) -> list[int]:
    """The processes that any thread of ``pid`` started."""
    found: list[int] = []
    try:
        threads = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return found
    for thread in threads:
        try:
            found += map(int, Path(f"/proc/{pid}/task/{thread}/children").read_text().split())
        except OSError:
            continue  # the thread or the process has ended
    return found


def resident(pid: int) -> int:
    """Bytes of memory that a process has; 0 where it has ended or nobody can tell."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def _command(pid: int) -> bytes:
    """The command line of a process; empty where it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


class Growth:
    """Watches how much more memory this process and its children take than at the beginning, in bytes."""

    def __init__(self) -> None:
        self._pid = os.getpid()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="growth", daemon=True)
        self._command = _command(self._pid)
        self.before = self._now()
        self.most = self.before

    @property
    def bytes(self) -> int:
        """The most growth that was seen so far."""
        self._look()
        return self.most - self.before

    def restart(self) -> None:
        """Begin anew from what is taken now: what a test made for itself before does not count."""
        self.before = self.most = self._now()

    def _look(self) -> None:
        self.most = max(self.most, self._now())

    def _now(self) -> int:
        """What is taken now. A process that was forked and runs nothing of its own yet shows its parent's memory."""
        taken, waiting = resident(self._pid), [(self._pid, self._command)]
        while waiting:
            parent, command = waiting.pop()
            for child in _children(parent):
                own = _command(child)
                taken += resident(child) if own != command else 0
                waiting.append((child, own))
        return taken

    def _watch(self) -> None:
        while not self._end.wait(PAUSE):
            self._look()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end.set()
        self._thread.join()
