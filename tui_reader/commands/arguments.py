"""The command line: every command with its options, help and an example. Light, because every start pays for it.

Paths stay text here, and no dataclass is made: pathlib and dataclasses take longer to import than all this.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, NoReturn

from tui_reader.clean import clean_line
from tui_reader.commands.phrases import translate_argparse
from tui_reader.words import N_, tr

STATUS = N_(
    "Exit status: 0 all went well; 1 something failed, the rest was done; 2 wrong usage, or no terminal."
)
MAX_LINE = 500
SHELLS = ("bash", "zsh", "fish", "tcsh")
NAMES_OF_SOURCES = "sources"
TOPICS = ("newsboat",)
_KINDS = dict.fromkeys(("places", "file", "output", "config", "library"), "path") | dict.fromkeys(
    ("source", "sources"), "source"
)
_VERSION = N_("show program's version number and exit")
_TAG = N_("a tag; may be given several times")
_PLACE = N_("a file, a folder, an address (page or feed), - for standard input, or an article's id")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, whatever stands in an argument. Options can't be shortened."""

    def __init__(self, **named: Any) -> None:
        translate_argparse()
        super().__init__(**{"allow_abbrev": False, **named})

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


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", nargs="+", metavar="PATH_OR_URL_OR_ID", help=tr(_PLACE))
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--text", action="store_const", dest="form", const="text", help=tr("plain text (the default)")
    )
    form.add_argument(
        "--json", action="store_const", dest="form", const="json", help=tr("one JSON object a line")
    )
    form.add_argument("--markdown", action="store_const", dest="form", const="markdown", help=tr("Markdown"))
    parser.add_argument("--lang", metavar="TAG", help=tr("the edition in this language: uk, en, pt-BR …"))
    parser.add_argument(
        "--full", action="store_true", help=tr("fetch the page where there is only a summary")
    )
    parser.set_defaults(form="text")


def _list(parser: argparse.ArgumentParser) -> None:
    _form(parser)
    parser.add_argument(
        "--stories", action="store_true", help=tr("one line a story, in your first language it has")
    )
    parser.add_argument("--lang", metavar="TAG", help=tr("only articles in this language"))
    parser.add_argument("--source", metavar="NAME", help=tr("only this source"))
    state = parser.add_mutually_exclusive_group()
    state.add_argument("--unread", action="store_true", help=tr("only what is unread"))
    state.add_argument("--bookmarked", action="store_true", help=tr("only bookmarks"))
    parser.add_argument(
        "--search",
        metavar="QUERY",
        help=tr('words, "a phrase", begin*, -without, this or that, lang:uk, after:7d'),
    )
    parser.add_argument("--limit", metavar="N", type=_count, help=tr("at most so many lines"))


def _form(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=tr("one JSON object a line"))
    form.add_argument(
        "--format",
        metavar="TEMPLATE",
        help=tr(
            "a line by the keys of --json: '{published:%%Y-%%m-%%d} {source:12.12} {title}', widths in cells"
        ),
    )


def _refresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs="*", metavar="SOURCE", help=tr("a source's name; all sources without one")
    )
    parser.add_argument("--json", action="store_true", help=tr("one JSON object a line"))


def _bookmark(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="add|remove|tag|note|list")
    for name, line in (
        ("add", tr("keep the story of an article for good; a page that is not held is fetched")),
        ("remove", tr("take the bookmark away; the article stays")),
    ):
        action = actions.add_parser(name, help=line, description=line, epilog=tr(STATUS))
        action.add_argument(
            "places", nargs="+", metavar="ID_OR_URL", help=tr("an article's id, its address or a file")
        )
        if name == "add":
            action.add_argument("--tag", action="append", default=[], metavar="TAG", help=tr(_TAG))
            action.add_argument("--note", metavar="TEXT", help=tr("a note, in place of the one it has"))
        _common(action)
    _bookmark_more(actions)
    listing = actions.add_parser(
        "list", help=tr("list the bookmarks"), description=tr("List the bookmarks."), epilog=tr(STATUS)
    )
    listing.add_argument("--tag", metavar="TAG", help=tr("only those with this tag"))
    _form(listing)
    _common(listing)


def _bookmark_more(actions: Any) -> None:
    line = tr("tag the story of an article, which bookmarks it; without a tag, print its tags")
    tag = actions.add_parser("tag", help=line, description=line, epilog=tr(STATUS))
    tag.add_argument("place", metavar="ID_OR_URL", help=tr("an article's id, its address or a file"))
    tag.add_argument("tags", nargs="*", metavar="TAG", help=tr("a tag to add"))
    tag.add_argument("--remove", action="append", default=[], metavar="TAG", help=tr("a tag to take away"))
    _common(tag)
    line = tr("write a note on the story of an article, which bookmarks it; without a text, print its note")
    note = actions.add_parser("note", help=line, description=line, epilog=tr(STATUS))
    note.add_argument("place", metavar="ID_OR_URL", help=tr("an article's id, its address or a file"))
    note.add_argument(
        "text", nargs="?", metavar="TEXT", help=tr('the note; "" takes it away, - reads standard input')
    )
    _common(note)


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", nargs="+", metavar="ID_OR_URL", help=tr("an article's id, or an address"))


def _read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", nargs="*", metavar="PATH_OR_URL", help=tr(_PLACE))


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help=tr(
            "an OPML file, newsboat's urls file, a browser's bookmark file, bookmarks as our JSON, or - for standard input"
        ),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=tr("show what would be added, and add nothing")
    )
    parser.add_argument("--json", action="store_true", help=tr("one JSON object a line"))


def _export(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="opml|bookmarks")
    line = tr("the feeds, for another reader")
    opml = kinds.add_parser("opml", help=line, description=line, epilog=tr(STATUS))
    line = tr("the stories that you keep, in every language that is held")
    bookmarks = kinds.add_parser("bookmarks", help=line, description=line, epilog=tr(STATUS))
    bookmarks.add_argument("places", nargs="*", metavar="ID", help=tr("only these bookmarks"))
    bookmarks.add_argument(
        "--format",
        choices=("markdown", "html", "json", "netscape", "epub"),
        required=True,
        help=tr(
            "a folder of Markdown, one HTML page with all in it, JSON Lines (without pictures), a browser's bookmark file, or a book"
        ),
    )
    bookmarks.add_argument("--lang", metavar="TAG", help=tr("only the editions in this language"))
    for kind in (opml, bookmarks):
        kind.add_argument(
            "--output",
            metavar="PATH",
            help=tr("a new file or folder, in place of standard output; none is overwritten"),
        )
        _common(kind)


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("one JSON object a line"))
    parser.add_argument(
        "--repair",
        action="store_true",
        help=tr("save what can be saved of a damaged library; the damaged file is kept under another name"),
    )


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "addresses", nargs="+", metavar="URL", help=tr("a site, a page of it, or a feed itself")
    )
    parser.add_argument(
        "--name", metavar="NAME", help=tr("what to call the source; without it as the site says")
    )
    parser.add_argument("--category", metavar="CATEGORY", help=tr("the category to put it into"))
    parser.add_argument(
        "--yes", action="store_true", help=tr("don't ask: add the feed of each language, as one source")
    )
    parser.add_argument("--dry-run", action="store_true", help=tr("show what is found and add nothing"))
    parser.add_argument(
        "--json", action="store_true", help=tr("one JSON object a feed; adds nothing without --yes")
    )


def _source(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|remove|rename|move|category")

    def action(name: str, line: str) -> argparse.ArgumentParser:
        made = actions.add_parser(
            name, help=line, description=f"{line[0].upper()}{line[1:]}.", epilog=tr(STATUS)
        )
        _common(made)
        return made

    action("list", tr("list the sources in their order")).add_argument(
        "--json", action="store_true", help=tr("one JSON object a line")
    )
    action("remove", tr("follow sources no more; what is held of them stays")).add_argument(
        "names", nargs="+", metavar="SOURCE", help=tr("a source's name")
    )
    rename = action("rename", tr("call a source something else"))
    rename.add_argument("name", metavar="SOURCE", help=tr("its name"))
    rename.add_argument("new", metavar="NEW_NAME", help=tr("its new name"))
    move = action("move", tr("have a source stand elsewhere in the order"))
    move.add_argument("name", metavar="SOURCE", help=tr("its name"))
    where = move.add_mutually_exclusive_group(required=True)
    where.add_argument("--before", metavar="OTHER", help=tr("before this source"))
    where.add_argument("--after", metavar="OTHER", help=tr("after this source"))
    where.add_argument("--first", action="store_true", help=tr("before all others"))
    where.add_argument("--last", action="store_true", help=tr("after all others"))
    category = action("category", tr("put sources into a category"))
    category.add_argument("category", metavar="CATEGORY", help=tr('its name; "" for none'))
    category.add_argument("names", nargs="+", metavar="SOURCE", help=tr("a source's name"))


def _rule(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|try")
    for name, line in (
        ("list", tr("list the rules in their order")),
        ("try", tr("count the held articles that each rule finds, show the newest ten, and change nothing")),
    ):
        action = actions.add_parser(
            name, help=line, description=f"{line[0].upper()}{line[1:]}.", epilog=tr(STATUS)
        )
        if name == "try":
            action.add_argument(
                "query",
                nargs="?",
                metavar="QUERY",
                help=tr("this search, in place of the rules in feeds.toml"),
            )
        action.add_argument("--json", action="store_true", help=tr("one JSON object a line"))
        _common(action)


def _config(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="path|check|schema")
    for name, line in (
        ("path", tr("print where your feeds.toml is, or would be")),
        ("check", tr("name everything that is wrong in it, a line each, with file, line and key")),
        ("schema", tr("print the JSON Schema of feeds.toml, by which an editor completes it")),
    ):
        action = actions.add_parser(
            name, help=line, description=f"{line[0].upper()}{line[1:]}.", epilog=tr(STATUS)
        )
        _common(action)


def _nothing(parser: argparse.ArgumentParser) -> None:
    """A command without arguments of its own."""


def _help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "topic",
        nargs="?",
        choices=(*TOPICS, *NAMES),
        metavar="TOPIC",
        help=tr("a command, or newsboat: for who comes from it"),
    )


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "shell",
        choices=(*SHELLS, NAMES_OF_SOURCES),
        help=tr("the shell to complete in; sources prints the names that it offers"),
    )


COMMANDS = (
    Command("show", N_("print articles"), "tui-reader show --json --lang uk ~/Articles", _show),
    Command(
        "list",
        N_("list the articles that are held, newest first"),
        "tui-reader list --unread --limit 20",
        _list,
    ),
    Command(
        "refresh",
        N_("fetch the feeds and read the folders"),
        'tui-reader refresh "Ukrainska Pravda"',
        _refresh,
    ),
    Command(
        "bookmark",
        N_("add, remove, tag, note or list bookmarks"),
        "tui-reader bookmark add --tag war 3f9a2c11d0",
        _bookmark,
    ),
    Command(
        "read",
        N_("read line by line, without drawing: for screen readers and pipes"),
        "tui-reader read ~/Articles",
        _read,
    ),
    Command("open", N_("open an article's address in the browser"), "tui-reader open 3f9a2c11d0", _open),
    Command(
        "add",
        N_("find the feeds of a site, in all its languages, and follow them"),
        "tui-reader add --dry-run www.pravda.com.ua",
        _add,
    ),
    Command(
        "import",
        N_("take over feeds (OPML, newsboat's urls) or bookmarks (a browser's, our JSON)"),
        "tui-reader import ~/.newsboat/urls",
        _import,
    ),
    Command(
        "export",
        N_("write the feeds or the bookmarks for other programs"),
        "tui-reader export bookmarks --format epub --output kept.epub",
        _export,
    ),
    Command(
        "doctor",
        N_("look whether settings, library and terminal are in order"),
        "tui-reader doctor --repair",
        _doctor,
    ),
    Command(
        "source",
        N_("list, rename, move, remove sources, or give them a category"),
        'tui-reader source move "Kyiv Post" --first',
        _source,
    ),
    Command(
        "rule",
        N_("list the rules for new articles, or try what they find"),
        "tui-reader rule try 'title:football -source:Post'",
        _rule,
    ),
    Command(
        "config", N_("where the settings are, and whether they are right"), "tui-reader config check", _config
    ),
    Command(
        "completion",
        N_("print the completions of a shell"),
        "tui-reader completion bash > ~/.local/share/bash-completion/completions/tui-reader",
        _completion,
    ),
    Command("help", N_("tell of a command or a topic"), "tui-reader help newsboat", _help),
    Command("man", N_("print the man page"), "tui-reader man | man -l -", _nothing),
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
    parser.add_argument("places", nargs="*", metavar="PATH_OR_URL", help=tr(_PLACE))
    parser.add_argument("--version", action="version", version=f"tui-reader {version}", help=tr(_VERSION))
    _common(parser)
    parser.set_defaults(command=None)
    return parser


def command_parser(version: str, complete: Mapping[str, object] | None = None) -> argparse.ArgumentParser:
    """The command line with a command. ``complete`` is what a shell completes a ``path`` and a ``source`` with."""
    parser = Parser(prog="tui-reader")
    parser.add_argument("--version", action="version", version=f"tui-reader {version}", help=tr(_VERSION))
    _common(parser)
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
        _common(made)
        _completed(made, complete)
    _completed(parser, complete)
    return parser


def _completed(parser: argparse.ArgumentParser, complete: Mapping[str, object] | None) -> None:
    for action in parser._actions if complete is not None else ():
        kind = _KINDS.get(action.dest)
        if complete is not None and kind is not None:
            action.complete = complete[kind]  # type: ignore[attr-defined]


def _common(parser: argparse.ArgumentParser) -> None:
    # Without a default, so that what stands before a command is not undone by the command's own parser.
    nothing = argparse.SUPPRESS
    parser.add_argument("--config", metavar="FILE", default=nothing, help=tr("in place of your feeds.toml"))
    parser.add_argument("--library", metavar="FILE", default=nothing, help=tr("in place of your library"))


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text[:12]) > 0:
        return int(text[:12])
    raise argparse.ArgumentTypeError(tr("“{text}” is no number above 0", text=text))
