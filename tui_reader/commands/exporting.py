"""``tui-reader export``: the sources for another reader, the bookmarks for other programs and for good."""

from __future__ import annotations

import argparse

from tui_reader.commands.means import utc_now
from tui_reader.commands.named import load_config
from tui_reader.commands.output import write


def run(arguments: argparse.Namespace) -> int:
    """Print what is asked for, or write it into a new file or folder."""
    if arguments.what == "bookmarks":
        from tui_reader.commands.export_bookmarks import export

        return export(arguments)
    from tui_reader.opml import to_opml

    text = to_opml(load_config(arguments).sources, utc_now())
    if arguments.output is None:
        write(text.rstrip("\n"))
        return 0
    from tui_reader.commands.output import given_path
    from tui_reader.exports.placing import new_file

    with new_file(given_path(arguments.output)) as file:
        file.write(text.encode())
    return 0
