"""A tree of search terms (`tui_reader.search`) as SQL: what the index of words answers, and what the listing does.

Pure: no database here. All that a reader wrote is quoted or bound, so that none of it is ever read as a language of
SQLite.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tui_reader.bookmarks import tag_key
from tui_reader.clean import clean_line
from tui_reader.search.terms import (
    All,
    Any,
    Has,
    Is,
    Language,
    Node,
    Not,
    SourceName,
    State,
    Tagged,
    Thing,
    Time,
    Words,
)
from tui_reader.search.words import spread
from tui_reader.values import frozen

PHOTO, CAPTION = 1, 2  # what listing.pictured says that an article has, the second with the first


@frozen
class Known:
    """What must be known of the library before a term can be put.

    ``read`` is the column that says read; ``forms`` gives the tags held of a language, ``sources`` the names of
    the sources in whose name a text stands.
    """

    read: str
    forms: Callable[[str], Sequence[str]]
    sources: Callable[[str], Sequence[str]]


@dataclass
class Matching:
    """SQL for the numbers of the articles that ``root`` finds; `low` and `high` are left to be bound."""

    root: Node
    known: Known
    parameters: dict[str, object] = field(default_factory=dict)

    def select(self, column: str = "number") -> str:
        """The query for ``column`` of the listing; of its rows only those with :low <= number < :high."""
        words, rest = _split(self.root)
        condition = " AND ".join(map(self._condition, rest))
        if words is None:
            return f"SELECT l.{column} FROM listing AS l WHERE l.number >= :low AND l.number < :high AND {condition}"
        among = f"s.search MATCH {self._bind(words)} AND s.rowid >= :low AND s.rowid < :high"
        if not condition and column == "number":
            return f"SELECT s.rowid FROM search AS s WHERE {among}"
        return (
            f"SELECT l.{column} FROM search AS s CROSS JOIN listing AS l ON l.number = s.rowid "
            f"WHERE {among} AND {condition or 1}"
        )

    def _condition(self, node: Node) -> str:
        """SQL that is 1 or 0, never NULL, for a row ``l`` of the listing."""
        words = _fts(node)
        if words is not None:
            return (
                f"l.number IN (SELECT rowid FROM search WHERE search MATCH {self._bind(words)}"
                " AND rowid >= :low AND rowid < :high)"
            )
        if isinstance(node, Not):
            return f"NOT {self._condition(node.node)}"
        if isinstance(node, All | Any):
            return "(" + (" AND " if isinstance(node, All) else " OR ").join(self._parts(node)) + ")"
        return f"({self._leaf(node)})"

    def _parts(self, node: All | Any) -> list[str]:
        """The conditions of what ``node`` joins; all that the index alone can answer is asked of it at once."""
        words = [one for one in node.nodes if _fts(one) is not None]
        rest = [one for one in node.nodes if _fts(one) is None]
        joined = [type(node)(tuple(words))] if len(words) > 1 else words
        return [self._condition(one) for one in (*joined, *rest)]

    def _leaf(self, node: Node) -> str:
        if isinstance(node, Language):
            return f"ifnull(l.language IN {self._among(self.known.forms(node.tag))}, 0)"
        if isinstance(node, SourceName):
            return f"l.source IN {self._among(self.known.sources(node.text))}"
        if isinstance(node, Is):
            return _STATES[node.state].format(read=self.known.read)
        if isinstance(node, Has):
            return _THINGS[node.thing]
        if isinstance(node, Tagged):
            key = self._bind(tag_key(clean_line(node.name)))
            return (
                f"l.story IN (SELECT o.story FROM tag JOIN listing AS o USING (number) WHERE tag.key = {key})"
            )
        assert isinstance(node, Time)  # the last of the leaves; words were asked of the index
        start = f"l.time >= {self._bind(node.start)}" if node.start is not None else "1"
        end = f"l.time < {self._bind(node.end)}" if node.end is not None else "1"
        return f"{start} AND {end}"

    def _among(self, values: Sequence[str]) -> str:
        return f"(SELECT value FROM json_each({self._bind(json.dumps(list(values)))}))"

    def _bind(self, value: object) -> str:
        name = f"m{len(self.parameters)}"
        self.parameters[name] = value
        return f":{name}"


_STATES = {
    State.READ: "l.{read} = 1",
    State.UNREAD: "l.{read} = 0",
    State.BOOKMARKED: "l.bookmarked = 1",
    State.HIDDEN: "l.hidden = 1",
}
_THINGS = {
    Thing.PHOTO: f"l.pictured >= {PHOTO}",
    Thing.CAPTION: f"l.pictured >= {CAPTION}",
    Thing.TAG: "l.story IN (SELECT o.story FROM tag JOIN listing AS o USING (number))",
    Thing.NOTE: "l.story IN (SELECT o.story FROM note JOIN listing AS o USING (number))",
}


def _split(root: Node) -> tuple[str | None, list[Node]]:
    """What of ``root`` the index of words answers first, and what must hold besides."""
    nodes = root.nodes if isinstance(root, All) else (root,)
    words = [node for node in nodes if _fts(node) is not None]
    if not words:
        return None, list(nodes)
    unwanted = [node.node for node in nodes if isinstance(node, Not) and _fts(node.node) is not None]
    rest = [
        node for node in nodes if _fts(node) is None and not (isinstance(node, Not) and node.node in unwanted)
    ]
    expression = " AND ".join(filter(None, map(_fts, words)))
    if unwanted:
        expression = f"({expression}) NOT ({' OR '.join(filter(None, map(_fts, unwanted)))})"
    return expression, rest


def _fts(node: Node) -> str | None:
    """``node`` as an FTS5 expression, where it is of words alone and none of them must be missing."""
    if isinstance(node, Words):
        quoted = '"' + spread(clean_line(node.text)).replace('"', " ").strip() + '"'
        return (f"{node.part} : " if node.part else "") + quoted + (" *" if node.prefix else "")
    if isinstance(node, All | Any):
        parts = [_fts(one) for one in node.nodes]
        found = [part for part in parts if part is not None]
        if len(found) == len(parts):
            return "(" + (" AND " if isinstance(node, All) else " OR ").join(found) + ")"
    return None
