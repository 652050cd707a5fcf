"""What a value in a settings file must be, said once: a shape checks a value, and says the same as JSON Schema.

A leaf is a check of `config_check` with its schema (2020-12, the part that editors know); `Table` and `Many` are made of
shapes. A container hands every fault to ``told``: one that raises stops at the first, one that collects finds them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Protocol

from tui_reader import config_check as check
from tui_reader.config_check import KeyPath, Wrong
from tui_reader.values import frozen
from tui_reader.words import tr

Told = Callable[[Wrong], None]
Schema = dict[str, Any]
_FILLED = {"type": "string", "pattern": r"\S"}
TAG = r"^\s*[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*\s*$"


def stop(fault: Wrong) -> None:
    """The ``told`` of who wants no more than the first fault."""
    raise fault


class Shape(Protocol):
    """What a value must be."""

    def read(self, value: Any, at: KeyPath, told: Told) -> Any:
        """``value`` as the reader uses it; a leaf raises Wrong, a container tells each fault and leaves it out."""

    def schema(self) -> Schema:
        """The same as JSON Schema."""


@frozen
class Leaf:
    """One value. ``options`` are all that there are, where they are few."""

    check: Callable[[Any, KeyPath], Any]
    said: Mapping[str, Any]
    options: tuple[str | bool, ...] = ()

    def read(self, value: Any, at: KeyPath, told: Told) -> Any:
        """``value`` if it is right. Raises Wrong."""
        return self.check(value, at)

    def schema(self) -> Schema:
        """A copy that the caller may add to."""
        return dict(self.said)


@frozen
class Row:
    """A key of a table: its shape, what it means in one line, and whether a change shows at the next start only."""

    shape: Shape
    help: str = ""
    at_start: bool = False


@frozen
class Table:
    """Keys with their shapes. ``named`` is its name in messages; ``others`` the shape of any other key.

    ``also`` gives what is wrong with the keys together; ``said`` is added to the schema.
    """

    named: str
    rows: Mapping[str, Row]
    others: Shape | None = None
    also: Callable[[dict[str, Any], KeyPath], Iterable[Wrong]] | None = None
    said: Mapping[str, Any] = field(default_factory=dict)

    def read(self, value: Any, at: KeyPath, told: Told) -> dict[str, Any]:
        """The table with each value as its shape reads it; what is wrong is told and left out."""
        table: dict[str, Any] = check.typed(value, dict, at)
        found: dict[str, Any] = {}
        for key, one in table.items():
            row = self.rows.get(key)
            shape = row.shape if row is not None else self.others
            try:
                if shape is None:
                    check.only({key: one}, self.rows, at, tr(self.named))
                else:
                    found[key] = shape.read(one, (*at, key), told)
            except Wrong as fault:
                told(fault)
        for wrong in self.also(table, at) if self.also is not None else ():
            told(wrong)
        return found

    def schema(self) -> Schema:
        """An object that has these keys and, unless ``others`` says so, no others."""
        keys = {name: _described(row) for name, row in self.rows.items()}
        rest = self.others.schema() if self.others is not None else False
        return {"type": "object", "properties": keys, "additionalProperties": rest, **self.said}


@frozen
class Many:
    """``[[tables]]``, or a list of them; ``also`` gives what is wrong with them together."""

    item: Table
    also: Callable[[list[Any], KeyPath], Iterable[Wrong]] | None = None

    def read(self, value: Any, at: KeyPath, told: Told) -> list[Any]:
        """Each item as its shape reads it; one that is no table is told and left out."""
        items: list[Any] = check.typed(value, list, at)
        found = []
        for index, one in enumerate(items):
            if isinstance(one, dict):
                found.append(self.item.read(one, (*at, index), told))
            else:
                told(
                    Wrong(
                        (*at, index),
                        tr("{what} must be a table: [[{key}]]", what=tr(self.item.named), key=at[-1]),
                    )
                )
        for fault in self.also(items, at) if self.also is not None else ():
            told(fault)
        return found

    def schema(self) -> Schema:
        """An array of the item."""
        return {"type": "array", "items": self.item.schema()}


def _described(row: Row) -> Schema:
    said = row.shape.schema()
    return {"description": row.help, **said} if row.help else said


def words(*choices: str) -> Leaf:
    """One of a few words."""
    return Leaf(lambda value, at: check.one_of(value, choices, at), {"enum": [*choices]}, choices)


def number(low: int, high: int) -> Leaf:
    """A whole number within bounds."""
    said = {"type": "integer", "minimum": low, "maximum": high}
    return Leaf(lambda value, at: check.number(value, low, high, at), said)


def flag_or(*others: str) -> Leaf:
    """True, false, or one of a few words."""
    said = {"anyOf": [{"type": "boolean"}, {"enum": [*others]}]}

    def read(value: Any, at: KeyPath) -> Any:
        return value if isinstance(value, str) and value in others else check.typed(value, bool, at)

    return Leaf(read, said, (*others, True, False))


def _path(value: Any, at: KeyPath) -> Path:
    text = check.typed(value, str, at)
    if not text.strip() or "\0" in text:
        raise Wrong(at, tr("“{key}” must name a file or a folder", key=at[-1]))
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise Wrong(at, tr("“{path}” names a home folder that doesn't exist", path=text)) from error


def _languages(value: Any, at: KeyPath) -> tuple[str, ...]:
    return tuple(check.language_at(tag, (*at, index)) for index, tag in enumerate(check.texts(value, at)))


def _keys(value: Any, at: KeyPath) -> tuple[str, ...]:
    if not isinstance(value, (str, list)):
        raise Wrong(at, tr("“{action}” must be a key in quotes, or a list of keys", action=at[-1]))
    return check.texts([value] if isinstance(value, str) else value, at)


def _some(item: Mapping[str, Any]) -> Schema:
    return {"anyOf": [dict(item), {"type": "array", "items": dict(item)}]}


FLAG = Leaf(lambda value, at: check.typed(value, bool, at), {"type": "boolean"}, (True, False))
TEXT = Leaf(lambda value, at: check.typed(value, str, at), {"type": "string"})
PATH = Leaf(_path, _FILLED)
"""A path with ``~`` opened up; what is relative stays so."""
LANGUAGE = Leaf(check.language_at, {"type": "string", "pattern": TAG})
LANGUAGES = Leaf(_languages, {"type": "array", "items": {"type": "string", "pattern": TAG}})
ADDRESS = Leaf(check.address, {"type": "string", "pattern": r"^\s*[hH][tT][tT][pP][sS]?://[^\s/?#:]"})
SELECTORS = Leaf(check.selectors, _some(_FILLED))
_WORD = {**_FILLED, "allOf": [{"pattern": rf"^([^{{]|\{{({'|'.join(check.ON_NEW)})\}}|\{{(?![a-z]+\}}))*$"}]}
COMMAND = Leaf(check.command, {"type": "array", "items": _WORD})
"""A program and its arguments, with what `announcing` fills in."""
KEYS = Leaf(_keys, _some(_FILLED))
