"""The command line: which command, which status. Only what parses arguments is imported before one is chosen.

Where there are none, the app opens without even that.

Nothing that goes wrong ends in a traceback: an error of ours is one line, a fault of ours one line that names
a report.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Protocol

from tui_reader import __version__, interface
from tui_reader.clean import clean_line
from tui_reader.errors import ConfigError, OutputError, ReaderError, UsageError
from tui_reader.words import ENGLISH, N_, speak, tr

FAILED, USAGE = 1, 2
INTERRUPTED = 130  # what a shell reports after Ctrl+C
CLOSED = 141  # what a shell reports of `cat` when its reader has gone
NO_TERMINAL = N_("tui-reader needs a terminal; `tui-reader list` works without one")
MODULES = {  # of the commands whose module has another name
    "list": "tui_reader.commands.listing",
    "open": "tui_reader.commands.opener",
    "import": "tui_reader.commands.importing",
    "export": "tui_reader.commands.exporting",
    "read": "tui_reader.linear.command",
    "help": "tui_reader.helping",
    "man": "tui_reader.commands.manual",
}
FRAMES = "TEXTUAL_FPS"
# Textual draws at once what comes after a pause, and what follows only when the frame is over. At its own 60 a second
# the article beside the list would wait for that longer than it takes to find, set and draw it.
FRAMES_A_SECOND = "500"
CHECKING = ("config", "doctor", "read")  # the commands that look at [keys] too
_WITH_VALUE = ("--config", "--library")
_STANDARD_INPUT = "-"  # as `opening` has it, whose imports a start without arguments does not need


class Given(Protocol):
    """What the app is opened on, and the files that the command line names."""

    places: Sequence[str]
    config: str | None
    library: str | None


class _Nothing:
    """A command line without a word."""

    places: Sequence[str] = ()
    config: str | None = None
    library: str | None = None


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks, and give the exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    _prepare_streams()
    try:
        speak(interface.wanted(_option(given, "--config")))
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
    except OutputError as error:
        _put_away_stdout()
        return _complain(str(error), FAILED)
    except ReaderError as error:
        return _complain(str(error), FAILED)
    except Exception as error:
        return _fault(error)
    return status


def _run(given: list[str]) -> int:
    if not given:
        return _open_app(_Nothing())
    from tui_reader.commands.arguments import app_parser, command_parser

    if _command(given) is None:
        named: Any = app_parser(__version__).parse_args(given)
        return _open_app(named)
    arguments = command_parser(__version__).parse_args(_with_queries(given))
    if getattr(arguments, "json", False) or getattr(arguments, "form", "") == "json":
        speak(ENGLISH)  # what programs read is the same in every language
    if arguments.command in CHECKING:
        from tui_reader.app.keys import ACTIONS

        arguments.actions = ACTIONS
    name = arguments.command
    run: Callable[[Any], int] = import_module(MODULES.get(name, f"tui_reader.commands.{name}")).run
    return run(arguments)


def _command(given: Sequence[str]) -> str | None:
    """The command that ``given`` names: the first word that is no option and no option's value."""
    from tui_reader.commands.arguments import NAMES

    position = 0
    while position < len(given) and given[position].startswith("-") and given[position] not in ("-", "--"):
        position += 2 if given[position] in _WITH_VALUE else 1
    name = given[position] if position < len(given) else None
    return name if name in NAMES else None


def _option(given: Sequence[str], name: str) -> str | None:
    """The value of an option, before anything else is known of the command line."""
    for position, word in enumerate(given):
        if word == name and position + 1 < len(given):
            return given[position + 1]
        if word.startswith(f"{name}="):
            return word.removeprefix(f"{name}=")
    return None


def _with_queries(given: Sequence[str]) -> list[str]:
    """``--search -word`` as one argument: argparse would take ``-word`` for an option."""
    done: list[str] = []
    for word in given:
        if done and done[-1] == "--search" and word.startswith("-") and not word.startswith("--"):
            done[-1] = f"--search={word}"
        else:
            done.append(word)
    return done


def _open_app(arguments: Given) -> int:
    """Open the reader, if there is a terminal for it and at least one of the places named."""
    missing = _missing(arguments.places) if arguments.places else []
    piped = _STANDARD_INPUT in arguments.places
    served = _is_served()
    if not served:
        _check_terminal(piped=piped)
    if missing and len(missing) == len(arguments.places):
        for place in missing:
            _complain(tr("no file or folder “{place}”; an address begins with https://", place=place), FAILED)
        return FAILED
    gc.disable()  # what is imported and made now stays; the app looks for garbage again once it has started
    from tui_reader.app.keys import ACTIONS
    from tui_reader.commands.named import library_path, load_config

    config = load_config(arguments, ACTIONS)
    stdin = _keys_from_terminal() if piped else None
    run = _app()

    def draw() -> int:
        return run(config, library_path(arguments), arguments.places, stdin=stdin)

    return draw() if served else _drawn_on_terminal(draw)


def _missing(places: Sequence[str]) -> list[str]:
    """Those of ``places`` that are not there. Raises UsageError for what must be a command written wrongly."""
    from difflib import get_close_matches

    from tui_reader.commands.arguments import NAMES
    from tui_reader.opening import is_there

    missing = [place for place in places if not is_there(place)]
    for place in missing:
        if near := get_close_matches(place, NAMES, 1, 0.7):
            shown = clean_line(place)
            raise UsageError(
                tr("no file or command “{name}”; did you mean `tui-reader {near}`?", name=shown, near=near[0])
            )
    return missing


def _app() -> Callable[..., int]:
    """What runs the app. Textual reads the frames a second when it is imported; programs that we start needn't know ours."""
    chosen = FRAMES in os.environ
    if not chosen:
        os.environ[FRAMES] = FRAMES_A_SECOND
    from tui_reader.app.app import run

    if not chosen:
        del os.environ[FRAMES]
    return run


def _is_served() -> bool:
    """Whether textual-serve draws in a browser: it speaks with us over pipes, and no terminal is needed."""
    return os.environ.get("TEXTUAL_DRIVER", "").startswith("textual.drivers.web_driver")


def _check_terminal(*, piped: bool) -> None:
    if not os.isatty(1) or not (piped or os.isatty(0)):
        raise UsageError(tr(NO_TERMINAL))
    if os.environ.get("TERM") == "dumb":
        raise UsageError(tr("this terminal (TERM=dumb) can't show the reader; `tui-reader list` works in it"))


def _keys_from_terminal() -> bytes:
    """Standard input to its end; from then on the terminal is standard input."""
    from tui_reader.commands.input import read_standard_input

    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError(tr(NO_TERMINAL)) from error
    try:
        data = read_standard_input()
        os.dup2(terminal, 0)
    finally:
        os.close(terminal)
    return data


def _drawn_on_terminal(run: Callable[[], int]) -> int:
    """Textual draws on standard error: with `2> file` it must draw where standard output goes, the terminal."""
    if os.isatty(2):
        return run()
    kept = os.dup(2)
    os.dup2(1, 2)
    try:
        return run()
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _prepare_streams() -> None:
    """UTF-8 out, as JSON must be; and no file that is opened later takes the place of a closed stream."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is None:
            os.open(os.devnull, os.O_RDWR)
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
    from tui_reader.commands.reports import report

    return _complain(str(report(error)), FAILED)
