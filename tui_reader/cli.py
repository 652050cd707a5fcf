"""The command line: which command, which status. Only what parses arguments is imported before one is chosen.

Nothing that goes wrong ends in a traceback: an error of ours is one line, a fault of ours one line that names
a report.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from tui_reader import __version__
from tui_reader.commands.arguments import NAMES, app_parser, command_parser
from tui_reader.errors import ConfigError, ReaderError, UsageError

OK, FAILED, USAGE = 0, 1, 2
INTERRUPTED = 130  # what a shell reports after Ctrl+C
CLOSED = 141  # what a shell reports of `cat` when its reader has gone
NO_TERMINAL = "tui-reader needs a terminal; `tui-reader list` works without one"
MODULES = {name: f"tui_reader.commands.{name}" for name in NAMES} | {
    "list": "tui_reader.commands.listing",
    "open": "tui_reader.commands.opener",
}
_WITH_VALUE = ("--config", "--library")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks, and give the exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        status = _run(given)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as end:  # argparse: help, version, wrong usage
        return _flushed(end.code if isinstance(end.code, int) else USAGE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _put_away_stdout()
        return CLOSED
    except (UsageError, ConfigError) as error:
        return _complain(str(error), USAGE)
    except ReaderError as error:
        return _complain(str(error), FAILED)
    except Exception as error:
        return _fault(error)
    return status


def _run(given: list[str]) -> int:
    if _command(given) is None:
        from tui_reader.launch import open_app

        return open_app(app_parser(__version__).parse_args(given))
    arguments = command_parser(__version__).parse_args(given)
    run: Callable[[argparse.Namespace], int] = import_module(MODULES[arguments.command]).run
    return run(arguments)


def _command(given: Sequence[str]) -> str | None:
    """The command that ``given`` names: the first word that is no option and no option's value."""
    position = 0
    while position < len(given) and given[position].startswith("-") and given[position] not in ("-", "--"):
        position += 2 if given[position] in _WITH_VALUE else 1
    name = given[position] if position < len(given) else None
    return name if name in NAMES else None


def _speak_utf8() -> None:
    """What is printed is UTF-8, as JSON must be, wherever the terminal can't say otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _flushed(status: int) -> int:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _put_away_stdout()
        return CLOSED
    return status


def _put_away_stdout() -> None:
    """Nobody reads any more: let nothing try to write again, not even Python at its end."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
    except (OSError, ValueError, AttributeError):
        return


def _complain(message: str, status: int) -> int:
    from tui_reader.commands.output import complain

    complain(message)
    return status


def _fault(error: Exception) -> int:
    if isinstance(error, OSError) and error.errno is not None and sys.stdout is not None:
        # Most likely our own output: a full disk behind `> file`.
        _put_away_stdout()
    from tui_reader.commands.reports import report

    return _complain(str(report(error)), FAILED)
