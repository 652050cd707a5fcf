"""The arguments of the commands that look after settings, sources, rules and the library: a function for each command."""

from __future__ import annotations

import argparse

from tui_reader.commands.common_arguments import STATUS, common
from tui_reader.words import tr

SHELLS = ("bash", "zsh", "fish", "tcsh")
NAMES_OF_SOURCES = "sources"


def doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("one JSON object a line"))
    parser.add_argument(
        "--repair",
        action="store_true",
        help=tr("save what can be saved of a damaged library; the damaged file is kept under another name"),
    )


def add(parser: argparse.ArgumentParser) -> None:
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


def source(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|remove|rename|move|category")

    def action(name: str, line: str) -> argparse.ArgumentParser:
        made = actions.add_parser(
            name, help=line, description=f"{line[0].upper()}{line[1:]}.", epilog=tr(STATUS)
        )
        common(made)
        return made

    action("list", tr("list the sources in their order")).add_argument(
        "--json", action="store_true", help=tr("one JSON object a line")
    )
    action("remove", tr("stop following sources; what is held of them stays")).add_argument(
        "names", nargs="+", metavar="SOURCE", help=tr("a source's name")
    )
    rename = action("rename", tr("rename a source"))
    rename.add_argument("name", metavar="SOURCE", help=tr("its name"))
    rename.add_argument("new", metavar="NEW_NAME", help=tr("its new name"))
    move = action("move", tr("move a source to another place in the order"))
    move.add_argument("name", metavar="SOURCE", help=tr("its name"))
    where = move.add_mutually_exclusive_group(required=True)
    where.add_argument("--before", metavar="OTHER", help=tr("before this source"))
    where.add_argument("--after", metavar="OTHER", help=tr("after this source"))
    where.add_argument("--first", action="store_true", help=tr("before all others"))
    where.add_argument("--last", action="store_true", help=tr("after all others"))
    category = action("category", tr("put sources into a category"))
    category.add_argument("category", metavar="CATEGORY", help=tr('its name; "" for none'))
    category.add_argument("names", nargs="+", metavar="SOURCE", help=tr("a source's name"))


def rule(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|try|unhide")
    for name, line in (
        ("list", tr("list the rules in their order, and how much each hides")),
        ("try", tr("count the held articles that each rule finds, show the newest ten, and change nothing")),
        ("unhide", tr("show again what rules hid that are no longer in feeds.toml")),
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
        if name == "unhide":
            action.add_argument(
                "query",
                nargs="?",
                metavar="QUERY",
                help=tr("what this search finds instead, whoever hid it; is:hidden is everything"),
            )
        action.add_argument("--json", action="store_true", help=tr("one JSON object a line"))
        common(action)


def config(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="path|check|schema")
    for name, line in (
        ("path", tr("print where your feeds.toml is, or would be")),
        ("check", tr("name everything that is wrong in it, a line each, with file, line and key")),
        ("schema", tr("print the JSON Schema of feeds.toml, by which an editor completes it")),
    ):
        action = actions.add_parser(
            name, help=line, description=f"{line[0].upper()}{line[1:]}.", epilog=tr(STATUS)
        )
        common(action)


def nothing(parser: argparse.ArgumentParser) -> None:
    """A command without arguments of its own."""


def completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "shell",
        choices=(*SHELLS, NAMES_OF_SOURCES),
        help=tr("the shell to complete in; sources prints the names that it offers"),
    )
