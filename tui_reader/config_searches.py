"""The saved searches of a settings file: ``[[search]]`` with a name and a query."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from tui_reader import config_check as check
from tui_reader.clean import clean_line
from tui_reader.config_check import KeyPath, Wrong
from tui_reader.shapes import TEXT, Leaf, Many, Row, Table
from tui_reader.values import frozen
from tui_reader.words import N_, tr

_SOME_TIME = datetime(2026, 1, 1, tzinfo=UTC)  # any will do to see whether a query is right
_KEYS = ("name", "query")


@frozen
class SavedSearch:
    """A search that stands among the sources; ``query`` was found to be right."""

    name: str
    query: str


def saved_search(table: dict[str, str]) -> SavedSearch:
    """A search as the shapes have read it."""
    return SavedSearch(clean_line(table["name"]), table["query"])


def _query(value: Any, at: KeyPath) -> str:
    from tui_reader.search.errors import QueryError
    from tui_reader.search.parse import parse

    query: str = check.typed(value, str, at)
    try:
        if parse(query, now=_SOME_TIME) is None and clean_line(query):
            raise Wrong(at, tr("this query asks for nothing"))
    except QueryError as error:
        raise Wrong(at, str(error)) from error
    return query


def _whole(table: dict[str, Any], at: KeyPath) -> Iterator[Wrong]:
    """What is missing of a search."""
    for key in _KEYS:
        if key not in table or (isinstance(table[key], str) and not clean_line(table[key])):
            place = (*at, key) if key in table else at
            yield Wrong(place, tr('this search has no {key}; add {key} = "…"', key=key))


def _same_names(tables: list[Any], at: KeyPath) -> Iterator[Wrong]:
    names: set[str] = set()
    for index, table in enumerate(tables):
        name = table.get("name") if isinstance(table, dict) else None
        if isinstance(name, str):
            if clean_line(name).casefold() in names:
                said = tr("two searches have the name “{name}”; give one another name", name=clean_line(name))
                yield Wrong((*at, index, "name"), said)
            names.add(clean_line(name).casefold())


QUERY = Leaf(_query, {"type": "string", "pattern": r"\S"})
SEARCHES = Many(
    Table(
        N_("a search"),
        {
            "name": Row(TEXT, "What it is called among the sources"),
            "query": Row(QUERY, "As you write it after /"),
        },
        also=_whole,
        said={"required": [*_KEYS]},
    ),
    also=_same_names,
)
