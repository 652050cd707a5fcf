"""The newest part of a list, in which a search looks first: a word that half of all articles have fills the screen there.

A refresh brings what is new, so the newest articles have the highest numbers, and those are what the index of words is
asked for.
"""

from __future__ import annotations

import json

from tui_reader.library.connection import Connection
from tui_reader.library.questions import Question
from tui_reader.values import frozen

ROWS = 2000
# So many hits among them are a screenful for sure, though a story may have several and stand once.
ENOUGH = 300

_SIBLINGS = """
SELECT min(other.number) FROM listing AS own JOIN listing AS other INDEXED BY listing_line
    ON other.line = own.line AND other.alone = 0
WHERE own.alone = 0 AND own.number IN (SELECT value FROM json_each(?))
"""


@frozen
class Newest:
    """The rows of a list from its beginning to ``last`` (time and number; None: its end).

    All of them, and the others of their stories and lines, are numbered ``low`` or higher.
    """

    low: int
    last: tuple[int, int] | None


def newest(db: Connection, question: Question, highest: int) -> Newest | None:
    """The newest part of ``question``, which has no search; None where it lies scattered over more than half of all numbers."""
    rows = db.rows(f"{question.rows()} LIMIT {ROWS}", question.parameters)
    if not rows:
        return None
    numbers = [number for number, _ in rows]
    siblings = db.column(_SIBLINGS, (json.dumps(numbers),))[0]
    low = min(numbers) if siblings is None else min(*numbers, siblings)
    if low <= highest // 2:
        return None
    return Newest(low, (rows[-1][1], rows[-1][0]) if len(rows) == ROWS else None)
