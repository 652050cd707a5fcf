"""What the listing says of an article beside what is stored of it: read, bookmarked, hidden, alone, folded.

It follows from the marks of all articles that stand in one line with it. A line is a story, or several stories of as
many sources that are doubles (`folding`): what is read in one of them is read in all, a bookmark is its story's.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from tui_reader.library import tally
from tui_reader.library.connection import Connection
from tui_reader.stories.tongues import tongue

_WHOLE = """
SELECT value FROM json_each(?1)
UNION
SELECT other.number
FROM json_each(?1) AS wanted
JOIN listing AS own ON own.number = wanted.value
JOIN listing AS other INDEXED BY listing_line ON other.line = own.line AND other.alone = 0
WHERE own.alone = 0
"""
_MARKS = """
SELECT listing.number, listing.line, listing.story, listing.language,
       seen.number IS NOT NULL, bookmark.number IS NOT NULL, hidden.number IS NOT NULL,
       listing.seen, listing.read, listing.bookmarked, listing.hidden, listing.alone, listing.folded
FROM json_each(?) AS wanted
JOIN listing ON listing.number = wanted.value
LEFT JOIN seen ON seen.number = listing.number
LEFT JOIN bookmark ON bookmark.number = listing.number
LEFT JOIN hidden ON hidden.number = listing.number
"""
_MERITS = """
SELECT number, partial, coalesce(published, arrived), id FROM article
WHERE number IN (SELECT value FROM json_each(?))
"""
_SAY = """
UPDATE listing SET seen = ?, read = ?, bookmarked = ?, hidden = ?, alone = ?, folded = ? WHERE number = ?
"""


def whole(db: Connection, numbers: Iterable[int]) -> list[int]:
    """The articles ``numbers`` with all others of their lines."""
    return db.column(_WHOLE, (json.dumps(sorted(numbers)),))


@contextmanager
def changing(db: Connection, numbers: Iterable[int]) -> Iterator[None]:
    """Inside a transaction: change marks of the articles ``numbers``, or the stories and lines that they and those beside them form.

    The listing says afterwards what follows from it, and the numbers are kept.
    """
    members = whole(db, numbers)
    with tally.kept(db, members):
        yield
        _say(db, members)


def restate(db: Connection, numbers: Iterable[int]) -> None:
    """Inside a transaction: let the listing say what follows from the marks of the articles ``numbers``."""
    with changing(db, numbers):
        pass


def _say(db: Connection, members: Sequence[int]) -> None:
    """Let the listing say of whole lines what follows from their marks."""
    rows = db.rows(_MARKS, (json.dumps(sorted(members)),))
    size = Counter(row[1] for row in rows)
    read = {row[1] for row in rows if row[4]}
    seen = {(row[1], tongue(row[3])) for row in rows if row[4]}
    bookmarked = {row[2] for row in rows if row[5]}
    hidden = {row[0] for row in rows if row[6] and row[2] not in bookmarked}
    folded = _folded(db, rows, bookmarked, hidden)
    changed = []
    for number, line, story, language, _, _, _, *old in rows:
        new = [
            (line, tongue(language)) in seen,
            line in read,
            story in bookmarked,
            number in hidden,
            size[line] == 1,
            folded.get(number, 0),
        ]
        if new != old:
            changed.append((*new, number))
    db.many(_SAY, changed)


def _folded(
    db: Connection, rows: Iterable[Sequence[object]], bookmarked: set[object], hidden: set[object]
) -> dict[object, int]:
    """The places of doubles among those of one language, the one that is shown first.

    What is bookmarked stands before the others, then a full text before a summary, then the earliest.
    """
    lines: dict[object, list[Sequence[object]]] = defaultdict(list)
    for row in rows:
        lines[row[1]].append(row)
    several = [members for members in lines.values() if len({row[2] for row in members}) > 1]
    if not several:
        return {}
    numbers = [row[0] for members in several for row in members]
    merits = {row[0]: row[1:] for row in db.rows(_MERITS, (json.dumps(numbers),))}
    found: dict[object, int] = {}
    for members in several:
        by_language: dict[str, list[Sequence[object]]] = defaultdict(list)
        for row in members:
            by_language[tongue(row[3] if isinstance(row[3], str) else None)].append(row)
        for alike in by_language.values():
            alike.sort(key=lambda row: (row[0] in hidden, row[2] not in bookmarked, merits[row[0]]))
            found |= {row[0]: place for place, row in enumerate(alike)}
    return found
