"""The command line: every command with its options, help and an example. Light, because every start pays for it.

Paths stay text here, and no dataclass is made: pathlib and dataclasses take longer to import than all this.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, NoReturn

from tui_reader.clean import clean_line
from tui_reader.commands import reading_arguments as reading
from tui_reader.commands import upkeep_arguments as upkeep
from tui_reader.commands.common_arguments import PLACE, STATUS, common
from tui_reader.commands.phrases import translate_argparse
from tui_reader.words import N_, tr

MAX_LINE = 500
TOPICS = ("newsboat",)
_KINDS = dict.fromkeys(("places", "file", "output", "config", "library"), "path") | dict.fromkeys(
    ("source", "sources"), "source"
)
_VERSION = N_("show program's version number and exit")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, whatever stands in an argument. Options can't be shortened."""

    def __init__(self, **named: Any) -> None:
        translate_argparse()
        super().__init__(**{"allow_abbrev": False, **named})

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """All arguments must be known: left to `argparse`, the program would complain, and not its command."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(tr("unrecognized arguments: %s") % " ".join(unknown))
        return found, unknown

    def error(self, message: str) -> NoReturn:
        """End with status 2."""
        line = clean_line(f"{self.prog}: {message}")[:MAX_LINE]
        self.exit(2, tr("{problem}; `{program} --help` tells more", problem=line, program=self.prog) + "\n")


class Command(NamedTuple):
    """One command: its name, one line about it, an example, and who adds its arguments."""

    name: str
    help: str
    example: str
    add: Callable[[argparse.ArgumentParser], None]


def _help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "topic",
        nargs="?",
        choices=(*TOPICS, *NAMES),
        metavar="TOPIC",
        help=tr("a command, or newsboat: for those who come from it"),
    )


COMMANDS = (
    Command("show", N_("print articles"), "tui-reader show --json --lang uk ~/Articles", reading.show),
    Command(
        "list",
        N_("list the articles that are held, newest first"),
        "tui-reader list --unread --limit 20",
        reading.list_,
    ),
    Command(
        "refresh",
        N_("fetch the feeds and read the folders"),
        'tui-reader refresh "Ukrainska Pravda"',
        reading.refresh,
    ),
    Command(
        "bookmark",
        N_("add, remove, tag, note or list bookmarks"),
        "tui-reader bookmark add --tag war 3f9a2c11d0",
        reading.bookmark,
    ),
    Command(
        "read",
        N_("read line by line, without drawing: for screen readers and pipes"),
        "tui-reader read ~/Articles",
        reading.read,
    ),
    Command(
        "open", N_("open an article's address in the browser"), "tui-reader open 3f9a2c11d0", reading.open_
    ),
    Command(
        "add",
        N_("find the feeds of a site, in all its languages, and follow them"),
        "tui-reader add --dry-run www.pravda.com.ua",
        upkeep.add,
    ),
    Command(
        "import",
        N_("take over feeds (OPML, newsboat's urls) or bookmarks (a browser's, our JSON)"),
        "tui-reader import ~/.newsboat/urls",
        reading.import_,
    ),
    Command(
        "export",
        N_("write the feeds or the bookmarks for other programs"),
        "tui-reader export bookmarks --format epub --output kept.epub",
        reading.export,
    ),
    Command(
        "doctor",
        N_("check whether settings, library and terminal are in order"),
        "tui-reader doctor --repair",
        upkeep.doctor,
    ),
    Command(
        "source",
        N_("list, rename, move, remove sources, or give them a category"),
        'tui-reader source move "Kyiv Post" --first',
        upkeep.source,
    ),
    Command(
        "rule",
        N_("list the rules for new articles, or try what they find"),
        "tui-reader rule try 'title:football -source:Post'",
        upkeep.rule,
    ),
    Command(
        "config",
        N_("where the settings are, and whether they are right"),
        "tui-reader config check",
        upkeep.config,
    ),
    Command(
        "completion",
        N_("print the completions of a shell"),
        "tui-reader completion bash > ~/.local/share/bash-completion/completions/tui-reader",
        upkeep.completion,
    ),
    Command("help", N_("explain a command or a topic"), "tui-reader help newsboat", _help),
    Command("man", N_("print the man page"), "tui-reader man | man -l -", upkeep.nothing),
)
NAMES = tuple(command.name for command in COMMANDS)


def app_parser(version: str) -> argparse.ArgumentParser:
    """The command line without a command: what the app opens, and the general help."""
    width = max(map(len, NAMES))
    lines = "\n".join(f"  {command.name:<{width}}  {tr(command.help)}" for command in COMMANDS)
    heading, examples = tr("commands:"), tr("Examples:")
    more = tr("`tui-reader COMMAND --help` tells more. A file with the name of a command is ./show.")
    parser = Parser(
        prog="tui-reader",
        usage=tr("tui-reader [OPTION]… [PATH_OR_URL…]\n       tui-reader COMMAND [OPTION]… …"),
        description=tr(
            "Read the news in the terminal, in more than one language. Without a command the reader opens."
        ),
        epilog=f"{heading}\n{lines}\n\n{more}\n{tr(STATUS)}\n\n"
        f"{examples}\n  tui-reader\n  tui-reader ~/Articles\n  curl -s URL | tui-reader -",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("places", nargs="*", metavar="PATH_OR_URL", help=tr(PLACE))
    parser.add_argument("--version", action="version", version=f"tui-reader {version}", help=tr(_VERSION))
    common(parser)
    parser.set_defaults(command=None)
    return parser


def command_parser(version: str, complete: Mapping[str, object] | None = None) -> argparse.ArgumentParser:
    """The command line with a command. ``complete`` is what a shell completes a ``path`` and a ``source`` with."""
    parser = Parser(prog="tui-reader")
    parser.add_argument("--version", action="version", version=f"tui-reader {version}", help=tr(_VERSION))
    common(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    example = tr("Example:")
    for command in COMMANDS:
        made = commands.add_parser(
            command.name,
            help=(line := tr(command.help)),
            description=f"{line[0].upper()}{line[1:]}.",
            epilog=f"{tr(STATUS)}\n\n{example}\n  {command.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add(made)
        common(made)
        _completed(made, complete)
    _completed(parser, complete)
    return parser


def _completed(parser: argparse.ArgumentParser, complete: Mapping[str, object] | None) -> None:
    for action in parser._actions if complete is not None else ():
        kind = _KINDS.get(action.dest)
        if complete is not None and kind is not None:
            action.complete = complete[kind]  # type: ignore[attr-defined]
