"""A source that was taken out of a settings file, put back where it stood. Pure: text in, text out."""

from __future__ import annotations

import tomllib

from tui_reader import config_edit
from tui_reader.clean import clean_line
from tui_reader.values import frozen


@frozen
class Removed:
    """The source ``name``, with the whole text of the file ``before`` and ``after`` it was taken out."""

    name: str
    before: str
    after: str


def remove(text: str, name: str) -> Removed:
    """Take the source ``name`` out of ``text``. Raises UsageError and ConfigError as `config_edit.remove_source`."""
    return Removed(name, text, config_edit.remove_source(text, name))


def restore(text: str, removed: Removed) -> str:
    """``text`` with the source that was removed, and with the comments above it.

    Where nothing was changed since, that is the file as it was before. Else the source comes to stand before the
    first of those that followed it and are still there, or after all others. Raises ConfigError where it can't.
    """
    if text == removed.after:
        return removed.before
    back = config_edit.add_tables(text, [config_edit.source_text(removed.before, removed.name)])
    there = _names(text)
    names = _names(removed.before)
    later = names[names.index(clean_line(removed.name).casefold()) + 1 :]
    follower = next((name for name in later if name in there), None)
    return back if follower is None else config_edit.move_source(back, removed.name, follower)


def _names(text: str) -> list[str]:
    return [clean_line(table.get("name", "")).casefold() for table in tomllib.loads(text).get("source", [])]
