"""An article handed to another program in the terminal: a command's input, a pager, an editor.

A command is split into words as a shell would split them and is never given to a shell: `|`, `>` and `$` mean
nothing in it. What runs has the terminal for itself; whoever draws on it must have stepped aside.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType

from tui_reader.clean import clean_line
from tui_reader.outside import OutsideError
from tui_reader.reasons import reason
from tui_reader.words import N_, tr

PAGERS = ("less", "more")
EDITORS = ("sensible-editor", "nano", "vi")
GO_BACK = N_("Enter goes back to the reader ")


def split(command: str) -> list[str]:
    """The words of a command line, the first of them a program that is there. Raises OutsideError."""
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise OutsideError(
            tr("this command has an open quote: {command}; close it", command=clean_line(command))
        ) from error
    if not words:
        raise OutsideError(tr("no command was given"))
    if shutil.which(words[0]) is None:
        raise OutsideError(
            tr("there is no program “{words}”; correct the command", words=clean_line(words[0]))
        )
    return words


def pager(environ: Mapping[str, str] = os.environ) -> list[str]:
    """``$PAGER``, else less or more. Raises OutsideError."""
    return _named(("PAGER",), PAGERS, environ)


def editor(environ: Mapping[str, str] = os.environ) -> list[str]:
    """``$VISUAL``, else ``$EDITOR``, else one that is there. Raises OutsideError."""
    return _named(("VISUAL", "EDITOR"), EDITORS, environ)


def _named(variables: Sequence[str], others: Sequence[str], environ: Mapping[str, str]) -> list[str]:
    for variable in variables:
        if environ.get(variable, "").strip():
            return split(environ[variable])
    for program in others:
        if shutil.which(program):
            return [program]
    raise OutsideError(
        tr("there is none of {others}; set ${variables}", others=", ".join(others), variables=variables[-1])
    )


def run(command: Sequence[str], text: str | None = None) -> None:
    """Run ``command`` to its end on this terminal, with ``text`` as its input. Blocks. Raises OutsideError.

    A command that stops reading before the end of ``text`` does nothing wrong.
    """
    given = None if text is None else text.encode("utf-8", "replace")
    try:
        with (
            _terminal_kept(),
            subprocess.Popen(command, stdin=None if given is None else subprocess.PIPE) as child,
        ):
            child.communicate(given)
    except OSError as error:
        raise OutsideError(
            tr(
                "{command} can't be started ({strerror}); correct the command",
                command=command[0],
                strerror=reason(error),
            )
        ) from error
    if child.returncode < 0:
        raise OutsideError(
            tr(
                "{command} was ended by {name}",
                command=command[0],
                name=signal.Signals(-child.returncode).name,
            )
        )
    if child.returncode:
        raise OutsideError(
            tr("{command} failed with status {returncode}", command=command[0], returncode=child.returncode)
        )


def edit(command: Sequence[str], name: str, text: str) -> str | None:
    """A copy of ``text`` in an editor, in a file called ``name``; what it became, or None where it stayed the same.

    Blocks. The copy is gone afterwards. Raises OutsideError, for an editor that failed too.
    """
    with tempfile.TemporaryDirectory(prefix="tui-reader-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / name
        try:
            file.write_text(text, "utf-8")
            run([*command, str(file)])
            written = file.read_text("utf-8", "replace")
        except OSError as error:
            raise OutsideError(
                tr(
                    "the copy for the editor is gone or can't be written ({strerror})",
                    strerror=reason(error),
                )
            ) from error
    return written if written != text else None


def wait_for_enter() -> None:
    """Leave what a command wrote on the screen until it was read."""
    with contextlib.suppress(OSError, ValueError):
        print(f"\n{tr(GO_BACK)}", end="", flush=True)
        sys.stdin.readline()


@contextlib.contextmanager
def interrupts_left_alone() -> Iterator[None]:
    """Ctrl+C is for the program that has the terminal, not for us. For the main thread; elsewhere it does nothing."""

    def nothing(number: int, frame: FrameType | None) -> None:
        """A handler, unlike SIG_IGN, is not handed down to the program."""

    try:
        before: Callable[[int, FrameType | None], object] | int | None = signal.signal(signal.SIGINT, nothing)
    except ValueError:
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def _terminal_kept() -> Iterator[None]:
    """Put the terminal's modes back, whatever a program that crashed left there."""
    try:
        modes = termios.tcgetattr(0)
    except (OSError, termios.error):
        modes = None
    try:
        yield
    finally:
        if modes is not None:
            with contextlib.suppress(OSError, termios.error):
                termios.tcsetattr(0, termios.TCSADRAIN, modes)
