"""The rules of a settings file: ``[[rule]]`` with a query and what is done with the new articles that it finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader import config_check as check
from tui_reader.bookmarks import tag_name
from tui_reader.clean import clean_line
from tui_reader.config_check import KeyPath, Wrong
from tui_reader.config_searches import QUERY
from tui_reader.rules import Deed, Rule
from tui_reader.shapes import Leaf, Many, Row, Table
from tui_reader.words import N_, tr

_KEYS = ("match", "do")
_TAG = f"{Deed.TAG}:"
_WHOLE = (str(Deed.READ), str(Deed.BOOKMARK), str(Deed.HIDE))


def rule(table: dict[str, str]) -> Rule:
    """A rule as the shapes have read it."""
    deed, _, tag = clean_line(table["do"]).partition(":")
    return Rule(table["match"], Deed(deed), tag_name(tag))


def _do(value: Any, at: KeyPath) -> str:
    said: str = check.typed(value, str, at)
    if said.startswith(_TAG):
        if not tag_name(said.removeprefix(_TAG)):
            raise Wrong(at, tr('“tag:” needs the tag\'s name, such as do = "tag:war"'))
        return said
    return check.one_of(said, (*_WHOLE, f"{_TAG}…"), at)


def _missing(table: dict[str, Any], at: KeyPath) -> Iterator[Wrong]:
    for key in _KEYS:
        if key not in table or (
            key == "match" and isinstance(table[key], str) and not clean_line(table[key])
        ):
            place = (*at, key) if key in table else at
            yield Wrong(place, tr('this rule has no {key}; add {key} = "…"', key=key))


RULES = Many(
    Table(
        N_("a rule"),
        {
            "match": Row(QUERY, "Which new articles, as you write it after /"),
            "do": Row(
                Leaf(_do, {"anyOf": [{"enum": [*_WHOLE]}, {"type": "string", "pattern": rf"^{_TAG}.*\S"}]}),
                "What is done with them: read, bookmark, hide, or tag: and the tag's name",
            ),
        },
        also=_missing,
        said={"required": [*_KEYS]},
    )
)
