"""The arguments of the commands that bring, show, keep and hand on articles: a function for each command."""

from __future__ import annotations

import argparse
from typing import Any

from tui_reader.commands.common_arguments import PLACE, STATUS, common
from tui_reader.words import N_, tr

_TAG = N_("a tag; may be given several times")


def show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", nargs="+", metavar="PATH_OR_URL_OR_ID", help=tr(PLACE))
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


def list_(parser: argparse.ArgumentParser) -> None:
    _form(parser)
    parser.add_argument(
        "--stories", action="store_true", help=tr("one line a story, in your first language it has")
    )
    parser.add_argument("--lang", metavar="TAG", help=tr("only articles in this language"))
    parser.add_argument("--source", metavar="NAME", help=tr("only this source"))
    state = parser.add_mutually_exclusive_group()
    state.add_argument("--unread", action="store_true", help=tr("only what is unread"))
    state.add_argument("--bookmarked", action="store_true", help=tr("only bookmarks"))
    state.add_argument(
        "--hidden", action="store_true", help=tr("only what is hidden, which no other list shows")
    )
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


def refresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs="*", metavar="SOURCE", help=tr("a source's name; all sources without one")
    )
    parser.add_argument("--json", action="store_true", help=tr("one JSON object a line"))


def bookmark(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="add|remove|tag|note|list")
    for name, line in (
        ("add", tr("keep the story of an article for good; a page that is not held is fetched")),
        ("remove", tr("take the bookmark away; the article stays")),
    ):
        action = actions.add_parser(
            name, help=line, description=f"{line[0].upper()}{line[1:]}.", epilog=tr(STATUS)
        )
        action.add_argument(
            "places", nargs="+", metavar="ID_OR_URL", help=tr("an article's id, its address or a file")
        )
        if name == "add":
            action.add_argument("--tag", action="append", default=[], metavar="TAG", help=tr(_TAG))
            action.add_argument("--note", metavar="TEXT", help=tr("a note, in place of the one it has"))
        common(action)
    _bookmark_more(actions)
    listing = actions.add_parser(
        "list", help=tr("list the bookmarks"), description=tr("List the bookmarks."), epilog=tr(STATUS)
    )
    listing.add_argument("--tag", metavar="TAG", help=tr("only those with this tag"))
    _form(listing)
    common(listing)


def _bookmark_more(actions: Any) -> None:
    line = tr("tag the story of an article, which bookmarks it; without a tag, print its tags")
    tag = actions.add_parser("tag", help=line, description=f"{line[0].upper()}{line[1:]}.", epilog=tr(STATUS))
    tag.add_argument("place", metavar="ID_OR_URL", help=tr("an article's id, its address or a file"))
    tag.add_argument("tags", nargs="*", metavar="TAG", help=tr("a tag to add"))
    tag.add_argument("--remove", action="append", default=[], metavar="TAG", help=tr("a tag to take away"))
    common(tag)
    line = tr("write a note on the story of an article, which bookmarks it; without a text, print its note")
    note = actions.add_parser(
        "note", help=line, description=f"{line[0].upper()}{line[1:]}.", epilog=tr(STATUS)
    )
    note.add_argument("place", metavar="ID_OR_URL", help=tr("an article's id, its address or a file"))
    note.add_argument(
        "text", nargs="?", metavar="TEXT", help=tr('the note; "" takes it away, - reads standard input')
    )
    common(note)


def open_(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", nargs="+", metavar="ID_OR_URL", help=tr("an article's id, or an address"))


def read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", nargs="*", metavar="PATH_OR_URL", help=tr(PLACE))


def import_(parser: argparse.ArgumentParser) -> None:
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


def export(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="opml|bookmarks")
    line = tr("the feeds, for another reader")
    opml = kinds.add_parser("opml", help=line, description=f"{line[0].upper()}{line[1:]}.", epilog=tr(STATUS))
    line = tr("the stories that you keep, in every language that is held")
    bookmarks = kinds.add_parser(
        "bookmarks", help=line, description=f"{line[0].upper()}{line[1:]}.", epilog=tr(STATUS)
    )
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
        common(kind)


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text[:12]) > 0:
        return int(text[:12])
    raise argparse.ArgumentTypeError(tr("“{text}” is not a number above 0", text=text))
