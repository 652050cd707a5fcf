"""``tui-reader export opml``: the sources, for another reader."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui_reader.clean import clean_line
from tui_reader.commands.means import load_config, utc_now
from tui_reader.commands.output import write
from tui_reader.errors import InputError
from tui_reader.opml import to_opml


def run(arguments: argparse.Namespace) -> int:
    """Print the list, or write it into a new file."""
    text = to_opml(load_config(arguments).sources, utc_now())
    if arguments.output is None:
        write(text.rstrip("\n"))
        return 0
    try:
        with Path(arguments.output).expanduser().open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise InputError(f"{clean_line(arguments.output)} is there already; name another file") from error
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{clean_line(arguments.output)} can't be written ({reason})") from error
    return 0
