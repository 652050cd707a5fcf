"""What stands in no list, though it is held like anything else: `Library.hiding`.

A mark is on one article, and stays with it whatever its source changes in it. A rule hides what it finds, the reader
hides a story. What is bookmarked is shown all the same, and hidden again only when the bookmark is gone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from tui_reader.library import content, names
from tui_reader.library.connection import Connection
from tui_reader.library.matching import Matching
from tui_reader.library.restating import restate
from tui_reader.search.terms import Search
from tui_reader.values import frozen

_STATES = """
SELECT article.id, hidden.at, hidden.rule FROM article LEFT JOIN hidden USING (number)
WHERE article.number IN (SELECT value FROM json_each(?)) ORDER BY article.number
"""
_STORY = """
SELECT sibling.number FROM article JOIN listing USING (number) JOIN listing AS sibling ON sibling.story = listing.story
WHERE article.id = ?
"""


@frozen
class Hidden:
    """The mark on an article: since when it is hidden (None: it isn't), and the search of the rule that did it, "" by hand."""

    id: str
    at: datetime | None = None
    rule: str = ""


class Hiding:
    """What is hidden in one library. Each change returns what was before it, which `restore` brings back.

    When a change returns, the disk has it. All raise `LibraryError`.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db

    def hide(self, article_id: str, on: bool, *, now: datetime) -> list[Hidden]:
        """Hide the story of an article, or show it again; nothing is done where it isn't held."""
        moment = content.seconds(now)
        assert moment is not None
        with self._db.transaction(durable=True):
            numbers = self._db.column(_STORY, (content.storable(article_id),))
            before = self._states(numbers)
            if on:
                hide(self._db, numbers, moment)
            else:
                show(self._db, numbers)
            return before

    def restore(self, marks: Iterable[Hidden]) -> None:
        """Give articles exactly these marks, or none; articles that aren't held are left out."""
        wanted = {content.storable(one.id): one for one in marks}
        with self._db.transaction(durable=True):
            rows = self._db.rows(
                "SELECT id, number FROM article WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(wanted)),),
            )
            show(self._db, [number for _, number in rows])
            for id, number in rows:
                at = content.seconds(wanted[id].at)
                if at is not None:
                    hide(self._db, [number], at, wanted[id].rule)

    def by_rule(self) -> dict[str, int]:
        """How many articles each rule hides now, by its search; "" are those that the reader hid."""
        return dict(
            self._db.rows(
                """SELECT hidden.rule, count(*) FROM hidden JOIN listing USING (number)
                   WHERE listing.hidden = 1 GROUP BY hidden.rule ORDER BY hidden.rule"""
            )
        )

    def count(self) -> int:
        """How many stories have an article that is hidden."""
        found: int = self._db.column("SELECT count(DISTINCT story) FROM listing WHERE hidden = 1")[0]
        return found

    def show_of_rules(self, rules: Iterable[str]) -> list[Hidden]:
        """Show again what these rules hid, each named by its search."""
        wanted = json.dumps([content.storable(rule) for rule in rules])
        with self._db.transaction(durable=True):
            return self._show(
                self._db.column(
                    "SELECT number FROM hidden WHERE rule IN (SELECT value FROM json_each(?))", (wanted,)
                )
            )

    def show_found(self, search: Search) -> list[Hidden]:
        """Show again what ``search`` finds of all that is hidden, whoever hid it."""
        matching = Matching(search.root, names.known(self._db, "read"))
        found = matching.select()
        with self._db.transaction(durable=True):
            return self._show(
                self._db.column(
                    f"SELECT number FROM hidden WHERE number IN ({found})",
                    matching.parameters | {"low": 0, "high": 2**62},
                )
            )

    def _show(self, numbers: list[int]) -> list[Hidden]:
        before = self._states(numbers)
        show(self._db, numbers)
        return before

    def _states(self, numbers: Iterable[int]) -> list[Hidden]:
        rows = self._db.rows(_STATES, (json.dumps(sorted(numbers)),))
        return [Hidden(id, content.moment(at), rule or "") for id, at, rule in rows]


def hide(db: Connection, numbers: Iterable[int], now: int, rule: str = "") -> None:
    """Inside a transaction: hide the articles ``numbers`` that aren't; one that is bookmarked is left alone."""
    free = db.column(
        "SELECT number FROM listing WHERE bookmarked = 0 AND number IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(numbers)),),
    )
    rule = content.storable(rule)
    db.many(
        "INSERT OR IGNORE INTO hidden (number, at, rule) VALUES (?, ?, ?)", [(one, now, rule) for one in free]
    )
    restate(db, free)


def show(db: Connection, numbers: Iterable[int]) -> None:
    """Inside a transaction: show the articles ``numbers`` again."""
    numbers = list(numbers)
    db.many("DELETE FROM hidden WHERE number = ?", [(one,) for one in numbers])
    restate(db, numbers)
