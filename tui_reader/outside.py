"""Other programs: the browser. An address is one argument, never a piece of a shell's line.

Only addresses that a browser is for are handed on; what a page's link says is never run.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path, PurePath
from urllib.parse import urlsplit

from tui_reader.clean import clean_address, clean_line
from tui_reader.errors import ReaderError
from tui_reader.hosts import shown_address
from tui_reader.reasons import reason as system_reason
from tui_reader.words import tr

OPENED_SCHEMES = frozenset({"http", "https", "mailto", "gemini", "gopher"})
READ_SCHEMES = frozenset({"http", "https", "file"})
# These draw in the terminal: they need it, and whoever starts one waits for it.
IN_TERMINAL = frozenset(
    {"w3m", "lynx", "links", "links2", "elinks", "browsh", "carbonyl", "cha", "www-browser"}
)
GRACE = 1.5
_STEP = 0.05


class OutsideError(ReaderError):
    """A program outside that is missing or fails."""

    kind = "outside"


def may_open(url: str) -> bool:
    """Whether an address may be handed to a browser."""
    return _scheme(url) in OPENED_SCHEMES


def is_readable(url: str) -> bool:
    """Whether the reader itself can try to read what the address leads to."""
    return _scheme(url) in READ_SCHEMES


def browser_command(url: str) -> list[str]:
    """The program and its arguments that open ``url``: ``$BROWSER`` (``%s`` is the address), else the desktop's.

    Raises OutsideError where there is no browser; its message shows the address.
    """
    url = clean_address(url)
    if not may_open(url):
        raise OutsideError(tr("this kind of address is not opened: {address}", address=shown_address(url)))
    for wanted in os.environ.get("BROWSER", "").split(os.pathsep):
        command = _split(wanted)
        if command and shutil.which(command[0]):
            filled = [part.replace("%s", url) for part in command]
            return filled if "%s" in wanted else [*filled, url]
    if sys.platform == "darwin":
        return ["open", url]
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        for program in ("xdg-open", "gio", "x-www-browser", "firefox", "chromium"):
            if shutil.which(program):
                return [program, *(["open"] if program == "gio" else []), url]
    raise OutsideError(
        tr("no browser here (set $BROWSER); the address is {address}", address=shown_address(url))
    )


def draws_in_terminal(command: Sequence[str]) -> bool:
    """Whether a browser is one for the terminal, which `open_in_browser` can't give it."""
    return PurePath(command[0]).name in IN_TERMINAL


async def open_in_browser(url: str) -> None:
    """Start the browser on ``url`` without waiting for it to end. Raises OutsideError where it fails at once.

    It gets a session of its own, and no pipe of ours: it lives on when the reader has ended.
    """
    await _start(browser_command(url), tr("the address is {address}", address=shown_address(url)))


async def open_file(path: Path) -> None:
    """Show a file, named by its whole path, in the desktop's program for it. Raises OutsideError where that fails."""
    program = next((name for name in _viewers() if shutil.which(name)), None)
    if program is None:
        raise OutsideError(tr("no desktop here to show it; the file is {path}", path=clean_line(str(path))))
    command = [program, *(["open"] if program == "gio" else []), str(path)]
    await _start(command, tr("the file is {path}", path=clean_line(str(path))))


def _viewers() -> tuple[str, ...]:
    if sys.platform == "darwin":
        return ("open",)
    desktop = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return ("xdg-open", "gio") if desktop else ()


async def _start(command: list[str], what: str) -> None:
    try:
        process = _started(command)
    except (OSError, ValueError) as error:
        reason = system_reason(error)
        raise OutsideError(
            tr("{program} can't be started ({reason})", program=command[0], reason=reason) + f"; {what}"
        ) from error
    for _ in range(round(GRACE / _STEP)):
        if process.returncode is not None:
            break
        await asyncio.sleep(_STEP)
    if process.returncode:
        status = process.returncode
        raise OutsideError(
            tr("{program} failed with status {status}", program=command[0], status=status) + f"; {what}"
        )


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    null = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True)
    # Something must take note of its end, else it stays in the process table.
    threading.Thread(target=process.wait, name="browser", daemon=True).start()
    return process


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:
        return ""


def _split(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:
        return []
