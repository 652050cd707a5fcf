"""``tui-reader config``: where the settings are, what is wrong in them, and their JSON Schema."""

from __future__ import annotations

import argparse
import json

from tui_reader import config, paths
from tui_reader.clean import clean_line
from tui_reader.commands.named import settings_path
from tui_reader.commands.output import complain, write
from tui_reader.words import tr


def run(arguments: argparse.Namespace) -> int:
    """Print what is asked for; 1 where `check` found something wrong."""
    if arguments.action == "schema":
        write(json.dumps(config.json_schema(arguments.actions), ensure_ascii=False, indent=2))
        return 0
    path = settings_path(arguments)
    if arguments.action == "path":
        write(clean_line(str(path)))
        return 0
    named = getattr(arguments, "config", None) is not None
    file = path if named or path.exists() else paths.starter_feeds()
    wrong = config.faults(config.read_text(file), file, arguments.actions)
    for fault in wrong:
        complain(str(fault))
    if not wrong:
        write(tr("{file} is in order", file=clean_line(str(file))))
    return 1 if wrong else 0
