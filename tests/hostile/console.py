"""A real pseudo-terminal with the reader in it: its bytes, its screen, its modes, its end."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import pyte

SECONDS = 30.0
# The child takes the terminal as its own, then becomes the program.
_CHILD = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"
READER = (sys.executable, "-m", "tui_reader")


class Console:
    """``command`` in a terminal of ``columns`` × ``rows``. Use as a context; what still runs at its end is killed."""

    def __init__(
        self,
        *command: str,
        columns: int = 120,
        rows: int = 36,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._master, self._slave = pty.openpty()
        self.resize(columns, rows)
        self.modes_before = termios.tcgetattr(self._slave)
        self.seen = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.process = subprocess.Popen(
            [sys.executable, "-c", _CHILD, *command],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=os.environ | {"TERM": "xterm-256color", **(environment or {})},
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._master)
        os.close(self._slave)

    def read(self, seconds: float = 0.05) -> bool:
        """Take what comes within ``seconds``; whether anything came."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        piece = os.read(self._master, 65536)
        self.seen += piece
        # pyte stumbles over what few terminals know (a private mode with a sub-parameter); it needs no more.
        with suppress(TypeError):
            self._stream.feed(piece)
        return True

    def until(self, *texts: str, seconds: float = SECONDS) -> str:
        """Wait until all of ``texts`` are on the screen; the screen."""
        end = time.monotonic() + seconds
        while not all(text in self.screen for text in texts):
            assert time.monotonic() < end, f"{texts} did not come; the screen shows:\n{self.screen}"
            assert self.read() or self.process.poll() is None, f"it ended: {bytes(self.seen)[-2000:]!r}"
        return self.screen

    def hears(self, piece: bytes, seconds: float = SECONDS) -> None:
        """Wait until ``piece`` was written to the terminal."""
        end = time.monotonic() + seconds
        while piece not in self.seen:
            assert time.monotonic() < end, f"{piece!r} did not come: {bytes(self.seen)[-500:]!r}"
            self.read()

    def press(self, keys: str) -> None:
        """Type ``keys``."""
        os.write(self._master, keys.encode())

    def ended(self, seconds: float = SECONDS) -> int:
        """Wait for the end; the exit status, negative for a signal."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it does not end; the screen shows:\n{self.screen}"
            self.read()
        while self.read(0.0):
            pass
        return self.process.returncode

    def resize(self, columns: int, rows: int) -> None:
        """Another size of the terminal; the program is told."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if hasattr(self, "_screen"):
            self._screen.resize(rows, columns)

    @property
    def screen(self) -> str:
        """What the terminal shows, a line a row."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def places(self, sign: str, row: int) -> list[int]:
        """The columns of a row in which ``sign`` stands."""
        cells = self._screen.buffer[row]
        return [column for column in range(self._screen.columns) if cells[column].data == sign]

    @property
    def modes(self) -> list[Any]:
        """How the terminal is set (termios)."""
        return termios.tcgetattr(self._slave)

    def is_as_it_was(self) -> list[str]:
        """What of the terminal was not given back; nothing where it is as it was."""
        left = []
        if self.modes[:4] != self.modes_before[:4]:
            left.append("its line discipline")
        for name, on, off in MODES:
            if self.seen.rfind(on) > self.seen.rfind(off):
                left.append(name)
        return left

    def state(self) -> str:
        """The process's state as ``/proc`` has it: R, S, T (stopped), Z."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            return stat.read().rpartition(")")[2].split()[0]

    def until_state(self, *states: str, seconds: float = SECONDS) -> None:
        """Wait until the process is in one of ``states``."""
        end = time.monotonic() + seconds
        while self.state() not in states:
            assert time.monotonic() < end, f"it stays in state {self.state()}"
            self.read()


# Name, what switches it on, what gives it back.
MODES: Sequence[tuple[str, bytes, bytes]] = (
    ("the alternate screen", b"\x1b[?1049h", b"\x1b[?1049l"),
    ("the cursor", b"\x1b[?25l", b"\x1b[?25h"),
    ("the mouse", b"\x1b[?1000h", b"\x1b[?1000l"),
    ("the mouse's movements", b"\x1b[?1003h", b"\x1b[?1003l"),
    ("bracketed paste", b"\x1b[?2004h", b"\x1b[?2004l"),
    ("focus reports", b"\x1b[?1004h", b"\x1b[?1004l"),
    ("Kitty's keyboard", b"\x1b[>1u", b"\x1b[<u"),
)
