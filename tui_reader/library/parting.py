"""What joins a story, and what the reader took apart.

A pair that was taken apart is joined again by what the source itself declares (its tabs, `hreflang`, front matter), and by
nothing else: neither by a number, a picture or names, nor by way of a third article.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from tui_reader.library import content
from tui_reader.library.connection import Connection
from tui_reader.library.folding import fold
from tui_reader.library.grouping import regroup
from tui_reader.library.ties import ties
from tui_reader.sureness import Sureness


def part(db: Connection, article_id: str, other_id: str | None, now: int) -> list[tuple[str, str]]:
    """Inside a transaction: take apart; the pairs of ids. See `Library.part`."""
    number = _numbers(db, [article_id]).get(article_id)
    if number is None or other_id == article_id:
        return []
    story = ties(db, number)
    near = story.core(article_id)
    if other_id is None:
        far = set(story.ids) - near
    elif other_id not in story.ids:
        return []
    elif other_id in near:  # matched, or declared: then nothing is left of it
        near = story.core(article_id, Sureness.DECLARED)
        far = story.core(other_id, Sureness.DECLARED) - near
    else:
        far = story.core(other_id)
    pairs = sorted((min(one, other), max(one, other)) for one in near for other in far)
    numbers = _numbers(db, story.ids)
    rows = [(numbers[one], numbers[other]) for one, other in pairs]
    db.many(
        "INSERT OR IGNORE INTO parted (number, other, at) VALUES (?, ?, ?)",
        [(*row, now) for one, other in rows for row in ((one, other), (other, one))],
    )
    fold(db, regroup(db, {number for row in rows for number in row}))
    return pairs


def rejoin(db: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Inside a transaction: forget that ``pairs`` of ids were taken apart; unknown ids are left out."""
    wanted = list(pairs)
    numbers = _numbers(db, {id for pair in wanted for id in pair})
    rows = [(numbers[one], numbers[other]) for one, other in wanted if one in numbers and other in numbers]
    db.many(
        "DELETE FROM parted WHERE number = ? AND other = ?",
        [row for one, other in rows for row in ((one, other), (other, one))],
    )
    fold(db, regroup(db, {number for row in rows for number in row}))


def _numbers(db: Connection, ids: Iterable[str]) -> dict[str, int]:
    wanted = json.dumps([content.storable(id) for id in ids])
    return dict(
        db.rows("SELECT id, number FROM article WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
    )
