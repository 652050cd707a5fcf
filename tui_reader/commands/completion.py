"""``tui-reader completion``: what a shell needs to complete the command line, made by shtab."""

from __future__ import annotations

import argparse

from tui_reader import __version__
from tui_reader.commands.arguments import command_parser
from tui_reader.commands.output import write


def run(arguments: argparse.Namespace) -> int:
    """Print the completions of a shell."""
    import shtab

    parser = command_parser(__version__, complete=shtab.FILE)
    write(shtab.complete(parser, shell=arguments.shell))
    return 0
