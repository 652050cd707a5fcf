r"""``tui-reader man``: the man page in roff (man(7)), made from the argument parser, so that it can't be behind it.

Whatever a parser says is text: a backslash, a hyphen, and a dot or an apostrophe at the beginning of a line are escaped.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from pathlib import Path

from tui_reader import __version__, paths
from tui_reader.commands.arguments import COMMANDS, app_parser, command_parser
from tui_reader.commands.common_arguments import STATUS
from tui_reader.commands.output import write

ABOUT = "read the news in the terminal, in more than one language"
EVERYWHERE = ("config", "library")  # told once: every command has them
ENVIRONMENT = (
    ("BROWSER", "opens addresses: programs parted by colons, %s in one stands for the address"),
    ("PAGER", "reads an article outside (the key P)"),
    ("VISUAL, EDITOR", "edits a copy of an article (the key v)"),
    ("NO_COLOR", "if set, nothing is coloured"),
    ("LC_ALL, LC_TIME, LANG", "the language of dates, and of the reader without languages in feeds.toml"),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "other places for the files above"),
)


def run(arguments: argparse.Namespace) -> int:
    """Print the page."""
    write("\n".join(page()))
    return 0


def page() -> Iterator[str]:
    """The page's lines."""
    app, parser = app_parser(__version__), command_parser(__version__)
    yield f'.TH TUI-READER 1 "" "tui-reader {__version__}" "User Commands"'
    yield from (".SH NAME", f"tui\\-reader \\- {_text(ABOUT)}", ".SH SYNOPSIS")
    yield from _synopsis("tui-reader", app)
    yield from (".SY tui\\-reader", r"\fICOMMAND\fR ...", ".YS")
    yield from (
        ".SH DESCRIPTION",
        *_paragraphs(app.description or ""),
        ".SH OPTIONS",
        *_options(app),
        ".SH COMMANDS",
    )
    for name, command in _commands(parser):
        yield from _command(f"tui-reader {name}", command)
    yield from (".SH EXIT STATUS", _text(STATUS.removeprefix("Exit status: ")))
    yield ".SH FILES"
    for path, what in _files():
        yield from _item(_text(path.replace(str(Path.home()), "~", 1)), what)
    yield ".SH ENVIRONMENT"
    for name, what in ENVIRONMENT:
        yield from _item(_text(name), what)
    yield ".SH EXAMPLES"
    for one in COMMANDS:
        yield from _item(_text(one.example), one.help)


def _files() -> Iterator[tuple[str, str]]:
    yield str(paths.config_file()), "sources, settings, keys"
    yield str(paths.library_file()), "the library: articles, what was read, bookmarks"
    yield str(paths.state_folder()), "where you were; reports of faults"
    yield str(paths.cache_folder()), "pictures that were fetched"


def _commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _command(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    """One command, then those below it."""
    below = list(_commands(parser))
    yield f".SS {_text(name)}"
    if not below:
        yield from _synopsis(name, parser, EVERYWHERE)
    yield from (*_paragraphs(parser.description or ""), *_options(parser, leave_out=EVERYWHERE))
    for other, command in below:
        yield from _command(f"{name} {other}", command)


def _synopsis(name: str, parser: argparse.ArgumentParser, leave_out: Collection[str] = ()) -> Iterator[str]:
    yield f".SY {_text(name).replace(' ', chr(92) + '~')}"
    for action in _told(parser, leave_out):
        said = r"\~".join(
            [*(f"\\fB{_text(flag)}\\fR" for flag in action.option_strings[-1:]), *_value(action)]
        )
        yield said if _needed(action) else f"[{said}]"
    yield ".YS"


def _options(parser: argparse.ArgumentParser, leave_out: Collection[str] = ()) -> Iterator[str]:
    for action in _told(parser, leave_out):
        flags = ", ".join(f"\\fB{_text(flag)}\\fR" for flag in action.option_strings)
        head = " ".join(part for part in (flags, *_value(action)) if part)
        yield from _item(head, (action.help or "").replace("%%", "%"))


def _told(parser: argparse.ArgumentParser, leave_out: Collection[str]) -> Iterator[argparse.Action]:
    """Options, then what stands without one; help and the commands below are told elsewhere."""
    other = (argparse._HelpAction, argparse._SubParsersAction)
    shown = [a for a in parser._actions if not isinstance(a, other) and a.dest not in leave_out]
    yield from sorted(shown, key=lambda action: bool(not action.option_strings))


def _value(action: argparse.Action) -> list[str]:
    """What stands after an option, or in its place."""
    if action.nargs == 0:
        return []
    if action.choices is not None and action.metavar is None:
        return ["|".join(f"\\fB{_text(str(choice))}\\fR" for choice in action.choices)]
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    return [f"\\fI{_text(name)}\\fR{' ...' if action.nargs in ('*', '+') else ''}"]


def _needed(action: argparse.Action) -> bool:
    return not action.option_strings and action.nargs not in ("*", "?")


def _item(head: str, text: str) -> Iterator[str]:
    yield from (".TP", head, _text(text))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in filter(None, text.split("\n\n")):
        yield from (".PP", _text(" ".join(paragraph.split())))


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    escaped = "".join(one if one.isascii() else f"\\[u{ord(one):04X}]" for one in escaped)
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
