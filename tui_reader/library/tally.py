"""The numbers of lines of all sources, and of stories by source, each by language too; kept up with the listing so that no list counts its rows.

What is hidden is in none of them.

Whatever changes which rows of the listing there are, what they say or which stories they form does so inside `kept`, in
its transaction, or tells `arrived`. `recount` makes the numbers anew.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from tui_reader.languages import primary
from tui_reader.library.connection import Connection
from tui_reader.stories.tongues import tongue

# One article as its story's numbers see it: source, language, read, seen, bookmarked.
_Part = tuple[str, str | None, int, int, int]
_Key = tuple[int, str, str]
_Numbers = Counter[tuple[_Key, str]]
_SCOPES = _ALL, _ONE = 0, 1
_COLUMNS = ("total", "unread", "unseen", "marked", "own")

_ALONE = """
SELECT source, language, read, seen, bookmarked, count(*) FROM listing
WHERE alone = 1 AND hidden = 0{} GROUP BY source, language, read, seen, bookmarked
"""
_TOGETHER = """
SELECT line, story, folded, source, language, read, seen, bookmarked FROM listing
WHERE alone = 0 AND hidden = 0{} ORDER BY line, story, language, number
"""
_AMONG = " AND number IN (SELECT value FROM json_each(?))"
_ADD = """
INSERT INTO tally (scope, source, language, total, unread, unseen, marked, own) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET total = total + excluded.total, unread = unread + excluded.unread,
    unseen = unseen + excluded.unseen, marked = marked + excluded.marked, own = own + excluded.own
"""


@contextmanager
def kept(db: Connection, articles: Iterable[int]) -> Iterator[None]:
    """Inside a transaction: change the rows ``articles`` of the listing, whole lines, and the numbers with them.

    An article may move between the stories and lines of these.
    """
    wanted = json.dumps(sorted(set(articles)))
    numbers = _sum(db, wanted)
    yield
    after = _sum(db, wanted)
    after.subtract(numbers)
    _add(db, after)


def arrived(db: Connection, groups: Iterable[tuple[str, str | None, int]]) -> None:
    """Inside a transaction: so many new rows came, by source and language; each is a story alone, and unread."""
    numbers: _Numbers = Counter()
    for source, language, count in groups:
        for scope in _SCOPES:
            _count(numbers, scope, ((source, language, 0, 0, 0),), count)
    _add(db, numbers)


def stories_of(db: Connection, articles: Iterable[int]) -> list[int]:
    """The stories of the rows ``articles``."""
    return db.column(
        "SELECT DISTINCT story FROM listing WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(articles)),),
    )


def recount(db: Connection) -> None:
    """Inside a transaction: count all anew."""
    db.execute("DELETE FROM tally")
    _add(db, _sum(db, None))


def begin(db: Connection) -> None:
    """Count what is held where that was never done: in a library of an older version."""
    uncounted = "SELECT 1 FROM listing WHERE NOT EXISTS (SELECT 1 FROM tally) LIMIT 1"
    if db.one(uncounted) is not None:
        with db.transaction():
            if db.one(uncounted) is not None:  # another process may have been before us
                recount(db)


def _sum(db: Connection, articles: str | None) -> _Numbers:
    """The numbers of these articles (as JSON), or of all."""
    among, parameters = ("", ()) if articles is None else (_AMONG, (articles,))
    numbers: _Numbers = Counter()
    for *part, count in db.rows(_ALONE.format(among), parameters):
        for scope in _SCOPES:
            _count(numbers, scope, (tuple(part),), count)
    together = db.rows(_TOGETHER.format(among), parameters)
    alike: Counter[tuple[int, tuple[_Part, ...]]] = Counter()
    for _, line in groupby(together, key=itemgetter(0)):
        rows = list(line)
        alike[_ALL, tuple(row[3:] for row in rows if not row[2])] += 1
        for _, story in groupby(rows, key=itemgetter(1)):
            alike[_ONE, tuple(row[3:] for row in story)] += 1
    for (scope, parts), count in alike.items():
        _count(numbers, scope, parts, count)
    return numbers


def _count(numbers: _Numbers, scope: int, parts: tuple[_Part, ...], count: int) -> None:
    """Add ``count`` lines (of all sources), or stories (of one), of which each shows these articles."""
    for found in _columns(scope, parts):
        numbers[found] += count


@lru_cache(maxsize=4096)
def _columns(scope: int, parts: tuple[_Part, ...]) -> frozenset[tuple[_Key, str]]:
    """The numbers to which a line or a story of these articles adds one."""
    found = set()
    for source, language, read, seen, marked in parts:
        for name in {"", *_names(language)}:
            key = (scope, "" if scope == _ALL else source, name)
            found |= {(key, "total")}
            found |= {(key, "unread")} if not read else set()
            found |= {(key, "unseen")} if not seen else set()
            found |= {(key, "marked")} if marked else set()
            found |= {(key, "own")} if name == tongue(language) else set()
    return frozenset(found)


def _names(language: str | None) -> set[str]:
    """What a tab that shows an article in ``language`` may be called."""
    return {tongue(language), primary(language)} if language is not None else set()


def _add(db: Connection, numbers: _Numbers) -> None:
    changed = {key for (key, _), number in numbers.items() if number}
    db.many(_ADD, [(*key, *(numbers[key, column] for column in _COLUMNS)) for key in sorted(changed)])
    db.many(
        "DELETE FROM tally WHERE scope = ? AND source = ? AND language = ? AND total = 0", sorted(changed)
    )
