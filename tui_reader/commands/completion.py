"""``tui-reader completion``: what a shell needs to complete the command line, made by shtab; and the sources' names."""

from __future__ import annotations

import argparse

from tui_reader import __version__
from tui_reader.clean import clean_line
from tui_reader.commands.arguments import command_parser
from tui_reader.commands.named import load_config
from tui_reader.commands.output import write
from tui_reader.commands.upkeep_arguments import NAMES_OF_SOURCES
from tui_reader.errors import ConfigError

_ASK = f"tui-reader completion {NAMES_OF_SOURCES} 2>/dev/null"
# A source's name may hold spaces: each shell is given one name a line and quotes it itself.
SOURCE = {
    "bash": "_tui_reader_sources",
    "zsh": "_tui_reader_sources",
    "fish": f"({_ASK})",
    "tcsh": f"`{_ASK}`",
    "preamble": {
        "bash": f"""
_tui_reader_sources() {{
  local name
  {_ASK} | while IFS= read -r name; do
    name=$(printf %q "$name")
    [[ $name == "$1"* ]] && printf '%s\\n' "$name"
  done
}}
""",
        "zsh": f"""
_tui_reader_sources() {{
  compadd -- ${{(f)"$({_ASK})"}}
}}
""",
    },
}


def run(arguments: argparse.Namespace) -> int:
    """Print the completions of a shell, or the names of the sources, one a line."""
    if arguments.shell == NAMES_OF_SOURCES:
        return _sources(arguments)
    import shtab

    parser = command_parser(__version__, {"path": shtab.FILE, "source": SOURCE})
    write(shtab.complete(parser, shell=arguments.shell))
    return 0


def _sources(arguments: argparse.Namespace) -> int:
    try:
        names = [clean_line(source.name) for source in load_config(arguments).sources]
    except ConfigError:
        return 1  # while a line is being typed is no time to speak of it; every other command does
    for name in names:
        write(name)
    return 0
