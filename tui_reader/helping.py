"""``tui-reader help``: the general help, a command's, or a page on a topic. Keys in it are those of the tables."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from tui_reader import __version__
from tui_reader.app.keys import BASE, BY_NAME, effective, shown
from tui_reader.commands.arguments import NAMES, TOPICS, app_parser, command_parser
from tui_reader.commands.output import screen_width, write
from tui_reader.rendering.cells import fit, wrap
from tui_reader.words import N_, tr

WIDTH = 80
COLUMN = 24


def run(arguments: argparse.Namespace) -> int:
    """Print what is asked for."""
    if arguments.topic is None:
        write(app_parser(__version__).format_help() + "\n" + _topics())
    elif arguments.topic in PAGES:
        write("\n".join(PAGES[arguments.topic](min(screen_width() or WIDTH, WIDTH))))
    else:
        below = next(one for one in command_parser(__version__)._actions if one.dest == "command")
        assert isinstance(below, argparse._SubParsersAction)
        write(below.choices[arguments.topic].format_help().rstrip("\n"))
    return 0


def _topics() -> str:
    return tr("`tui-reader help TOPIC` tells more of: {topics}", topics=", ".join((*TOPICS, *NAMES)))


# What newsboat calls it, and the action here; the keys on both sides come from the tables.
_SAME = (
    ("ENTER", "open"),
    ("q", "back"),
    ("Q", "quit"),
    ("j, arrow", "down"),
    ("k, arrow", "up"),
    ("n p", "next_unread"),
    ("SPACE", "onward"),
    ("r", "refresh"),
    ("R", "refresh_all"),
    ("A C", "mark_all"),
    ("N", "mark"),
    ("l", "unread_only"),
    ("u", "links"),
    ("o", "browser"),
    ("^B", "bookmark"),
    ("s", "save"),
    ("|", "pipe"),
    ("/", "search"),
    ("?", "help"),
)
_INSTEAD = (
    (
        "~/.newsboat/urls",
        N_("tui-reader import ~/.newsboat/urls (the first tag becomes the category; --dry-run shows it)"),
    ),
    ("E, ^R", N_("`tui-reader add URL`, `tui-reader source`, a in the reader; or feeds.toml itself")),
    ("-x reload", "tui-reader refresh"),
    ("-x print-unread", "tui-reader list --unread --stories --format '{id}' | wc -l"),
    ("articlelist-format", "tui-reader list --format '{published:%b %d} {source:12.12} {title}'"),
    ("browser", N_("$BROWSER; w3m, lynx and their like are given the terminal")),
    ("external-url-viewer", N_("t (u with newsboat's keys): each link has a letter")),
    ("pager", N_("P opens an article in $PAGER, v a copy of it in $EDITOR")),
    ("auto-reload", N_("refresh_on_start, refresh_minutes in [settings]")),
    ("bind-key", N_('[keys] in feeds.toml: mark_all = "A"; ? shows the keys of the actions')),
    ("color, highlight", N_("theme, and [theme] for colours of your own")),
    ("cache.db, max-items", N_("the library: nothing is ever deleted; `tui-reader doctor` looks after it")),
    ("macro, D, $", N_("nothing: there are no macros, and no article is deleted")),
)


def _newsboat(width: int) -> Iterator[str]:
    """For people who come from newsboat."""
    yield from wrap(
        tr(
            "tui-reader for people who come from newsboat. Your feeds come over with one command, and one line in "
            "feeds.toml gives you your keys:"
        ),
        width,
    )
    yield from (
        "",
        "    tui-reader import ~/.newsboat/urls",
        "",
        "    [keys]",
        f'    {BASE} = "newsboat"',
        "",
    )
    yield fit(tr("Keys in newsboat"), 22) + fit(tr("here"), 19) + tr("with newsboat's keys")
    plain, own = effective({}), effective({BASE: ["newsboat"]})
    for theirs, action in _SAME:
        keys = [" ".join(shown(key) for key in found[action]) for found in (plain, own)]
        yield f"  {fit(theirs, 20)}{fit(keys[0], 19)}{fit(keys[1], 16)} {BY_NAME[action].said}".rstrip()
    yield ""
    yield from wrap(
        tr(
            "New to you: ] and [ turn a list or an article into the next language, = sets two side by side, and "
            "captions, credits and related links stand beside the text."
        ),
        width,
    )
    yield from ("", fit(tr("In newsboat"), COLUMN) + tr("here"))
    for theirs, ours in _INSTEAD:
        first, *rest = wrap(tr(ours), max(20, width - COLUMN))
        yield f"  {fit(theirs, COLUMN - 2)}{first}"
        yield from (" " * COLUMN + line for line in rest)


PAGES: dict[str, Callable[[int], Iterator[str]]] = {"newsboat": _newsboat}
