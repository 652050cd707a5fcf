"""What argparse says by itself, in the language of the interface.

It asks gettext for its texts by two names of its own module, at the time that it needs them. Through the catalogue of
this package they follow the language that was chosen too, and need no catalogue of Python's.
"""

from __future__ import annotations

import argparse

from tui_reader.words import N_, tr

SAID = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("expected %s argument"),
    N_("expected %s arguments"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
)


def translate_argparse() -> None:
    """Have argparse ask here from now on."""
    argparse._ = tr  # type: ignore[attr-defined]
    argparse.ngettext = _of_number  # type: ignore[attr-defined]


def _of_number(one: str, many: str, count: int) -> str:
    return tr(one if count == 1 else many)
