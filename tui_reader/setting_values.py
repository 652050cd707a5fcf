"""A setting's value as people read and write it; pure, for the settings window and the reader line by line."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tui_reader.errors import UsageError
from tui_reader.settings import SETTINGS
from tui_reader.shapes import COMMAND, Leaf
from tui_reader.words import tr

_ENGLISH: dict[str | bool, str] = {True: "yes", False: "no"}


def options(name: str) -> Sequence[str | bool]:
    """All values that the setting ``name`` may have, where they are few; else ()."""
    shape = SETTINGS[name].shape
    return shape.options if isinstance(shape, Leaf) else ()


def said(name: str, value: Any) -> str:
    """The value of the setting ``name`` for people; "" where there is none."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, Path):
        home = Path.home()
        return f"~/{value.relative_to(home)}" if value.is_relative_to(home) else str(value)
    return tr("default") if value is None else written(name, value)


def written(name: str, value: Any) -> str:
    """The value as it is written to be `read` again: the words of a command as a shell would want them quoted."""
    if isinstance(value, tuple):
        return shlex.join(value) if SETTINGS[name].shape is COMMAND else ", ".join(value)
    return "" if value is None else str(value)


def read(name: str, text: str) -> str | bool | int | list[str] | None:
    """What was written for the setting ``name``; None, which is its default, where nothing was.

    Whether it is a right value is for `config` to say. Raises UsageError for a quotation mark without its second.
    """
    text = text.strip()
    shape = SETTINGS[name].shape
    bounds = shape.schema()
    for option in options(name):
        if text.casefold() in (said(name, option).casefold(), str(option).casefold(), _ENGLISH.get(option)):
            return option
    if shape is COMMAND:
        try:
            return shlex.split(text) or None
        except ValueError:
            raise UsageError(tr("a quotation mark is not closed: {text}", text=text)) from None
    if bounds.get("type") == "array":
        return text.replace(",", " ").split() or None
    if "maximum" in bounds and re.fullmatch(r"-?\d+", text):
        return int(text)
    return text or None
