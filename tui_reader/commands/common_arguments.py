"""What the arguments of several commands share."""

from __future__ import annotations

import argparse

from tui_reader.words import N_, tr

STATUS = N_(
    "Exit status: 0 all went well; 1 something failed, the rest was done; 2 wrong usage, or no terminal."
)
PLACE = N_("a file, a folder, an address (page or feed), - for standard input, or an article's id")


def common(parser: argparse.ArgumentParser) -> None:
    """The options that every command has."""
    # Without a default, so that what stands before a command is not undone by the command's own parser.
    nothing = argparse.SUPPRESS
    parser.add_argument("--config", metavar="FILE", default=nothing, help=tr("in place of your feeds.toml"))
    parser.add_argument("--library", metavar="FILE", default=nothing, help=tr("in place of your library"))
