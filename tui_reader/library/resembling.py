"""Sketches of the stored articles, and the pairs that comparing them gives: `tui_reader.stories.alike` kept up to date.

Only the times of a source in which something changed are compared anew, with what lies around them: the work
grows with what is new and with how much a source publishes in two days, not with the library.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tui_reader.library import content
from tui_reader.library.connection import Connection
from tui_reader.library.making import traits_of
from tui_reader.library.rows import Row
from tui_reader.model import Article
from tui_reader.stories.evidence import Pair, evidence_of
from tui_reader.stories.likeness import CHANGES, NEEDS, SLOT, STOCK, alike, slot_of
from tui_reader.stories.sketches import Sketch, picture_of
from tui_reader.sureness import How

_LONGEST = 90  # slots that are compared in one go: a month

_ADD = "INSERT INTO sketch (number, source, language, time, picture, traits) VALUES (?, ?, ?, ?, ?, ?)"
_PUT = _ADD.replace("INSERT", "INSERT OR REPLACE", 1)
_STALE = "INSERT OR IGNORE INTO stale (source, slot) VALUES (?, ?)"
_USES = "SELECT time FROM sketch WHERE source = ? AND picture = ? AND time IS NOT NULL ORDER BY time"
_ENDS = """
SELECT (SELECT min(time) FROM sketch WHERE source = :source AND picture = :picture),
       (SELECT max(time) FROM sketch WHERE source = :source AND picture = :picture)
"""
_AROUND = """
SELECT number, language, time, traits FROM sketch
WHERE source = ? AND time >= ? AND time < ? AND language IS NOT NULL AND length(traits) > 1
"""
_STOCK = """
SELECT picture FROM (
    SELECT DISTINCT picture FROM sketch WHERE source = :source AND time >= :from AND time < :to
) AS seen
WHERE picture IS NOT NULL
  AND (SELECT max(time) FROM sketch WHERE source = :source AND picture = seen.picture)
    - (SELECT min(time) FROM sketch WHERE source = :source AND picture = seen.picture) > :stock
"""
_FOUND = """
SELECT resemblance.number, resemblance.other, resemblance.how, resemblance.strength
FROM sketch JOIN resemblance ON resemblance.number = sketch.number
WHERE sketch.source = ? AND sketch.time >= ? AND sketch.time < ?
"""
_UNDRAWN = "SELECT number, source FROM sketch WHERE traits IS NULL ORDER BY number DESC LIMIT ?"
_UNDRAWN_NEAR = f"""
SELECT DISTINCT other.number, other.source
FROM json_each(?) AS wanted
JOIN sketch AS own ON own.number = wanted.value
JOIN sketch AS other ON other.source = own.source
    AND other.time BETWEEN own.time - {(NEEDS + 1) * SLOT} AND own.time + {(NEEDS + 1) * SLOT}
WHERE other.traits IS NULL
"""
_LANGUAGES = """
SELECT (SELECT min(language) FROM sketch WHERE source = :source), (SELECT max(language) FROM sketch WHERE source = :source)
"""
_BEGIN = "UPDATE sketch SET traits = NULL WHERE source = ? AND traits = x'00'"
_WAITING = b"\0"

_Pair = tuple[int, int, str, float]


def draw(db: Connection, number: int, article: Article) -> bool:
    """Write the sketch of an article; True where it is another than before.

    Where its source has one language only, there is nothing to compare it with: then it is drawn later, if ever.
    """
    time = content.seconds(article.published)
    language = content.storable(article.language) if article.language else None
    source = content.storable(article.source)
    waits = not _in_several_languages(db, source, language)
    if not waits:
        db.execute(_BEGIN, (source,))
    traits = _WAITING if waits else traits_of(article)
    new = (source, language, time, None if waits else picture_of(traits), traits)
    old = db.one("SELECT source, language, time, picture, traits FROM sketch WHERE number = ?", (number,))
    if old == new:
        return False
    _put(db, number, old, new)
    return True


def draw_new(db: Connection, rows: Iterable[tuple[int, Row]]) -> None:
    """Write the sketches of new articles (by their numbers), as `draw` does."""
    by_source: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for number, row in rows:
        by_source[row.source].append((number, row))
    waiting: list[tuple[object, ...]] = []
    for source, members in by_source.items():
        if not _in_several_languages(db, source, *{row.language for _, row in members}):
            waiting += [(n, source, row.language, row.published, None, _WAITING) for n, row in members]
            continue
        db.execute(_BEGIN, (source,))
        for number, row in members:
            traits = traits_of(row.article()) if row.traits is None else row.traits
            _put(db, number, None, (source, row.language, row.published, picture_of(traits), traits))
    db.many(_ADD, waiting)  # to replace takes four times as long, where there is nothing to be replaced


def _put(db: Connection, number: int, old: Sequence[Any] | None, new: Sequence[Any]) -> None:
    """Write a sketch (source, language, time, picture, traits) in the place of an ``old`` one."""
    pictures = {(row[0], row[3]) for row in (old, new) if row is not None and row[3] is not None}
    before = {one: _ends(db, *one) for one in pictures}
    db.execute(_PUT, (number, *new))
    if old is None and new[4] == _WAITING:
        return
    for whose, when in {(row[0], row[2]) for row in (old, new) if row is not None}:
        if whose and when is not None:
            db.execute(_STALE, (whose, slot_of(when)))
    for one in pictures:
        _restock(db, one, before[one], _ends(db, *one))


def _in_several_languages(db: Connection, source: str, *languages: str | None) -> bool:
    first, last = db.rows(_LANGUAGES, {"source": source})[0]
    return len({first, last, *languages} - {None}) > 1


def _ends(db: Connection, source: str, picture: int) -> tuple[int, int]:
    """The first and the last time that a picture stood with an article of a source."""
    row = db.one(_ENDS, {"source": source, "picture": picture})
    return (row[0], row[1]) if row is not None and row[0] is not None else (0, 0)


def _restock(db: Connection, picture: tuple[str, int], old: tuple[int, int], new: tuple[int, int]) -> None:
    """Where a picture became or ceased to be stock, compare anew what stood with it: all of one day."""
    if (old[1] - old[0] > STOCK) == (new[1] - new[0] > STOCK):
        return
    first, last = min(old, new, key=lambda ends: ends[1] - ends[0])
    for when in db.column(_USES, picture):
        if first <= when <= last:
            db.execute(_STALE, (picture[0], slot_of(when)))


def undrawn(db: Connection, touched: Iterable[int], most: int) -> list[tuple[int, str]]:
    """Number and source of articles that have no sketch yet: the newest, and all that ``touched`` are compared with.

    They were held before there were sketches, or before their source had a second language.
    """
    newest = db.rows(_UNDRAWN, (most,))
    near = db.rows(_UNDRAWN_NEAR, (json.dumps(sorted(touched)),)) if len(newest) == most else []
    return [(number, source) for number, source in {*newest, *near}]


def compare(db: Connection) -> set[int]:
    """Compare what changed; the articles that got or lost a pair."""
    stale: dict[str, list[int]] = {}
    for source, slot in db.rows("SELECT source, slot FROM stale ORDER BY source, slot"):
        stale.setdefault(source, []).append(slot)
    if not stale:
        return set()
    db.execute("DELETE FROM stale")
    changed: set[int] = set()
    for source, slots in stale.items():
        for first, last in _runs(slots):
            changed |= _compare(db, source, first, last)
    return changed


def _runs(slots: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of the slots that are near enough to be compared in one go."""
    first = last = slots[0]
    for slot in slots[1:]:
        if slot - last > 2 * NEEDS or slot - first > _LONGEST:
            yield first, last
            first = slot
        last = slot
    yield first, last


def _compare(db: Connection, source: str, first: int, last: int) -> set[int]:
    start, end = (first - NEEDS) * SLOT, (last + NEEDS + 1) * SLOT
    rows = db.rows(_AROUND, (source, start, end))
    asked = {"source": source, "from": start, "to": end, "stock": STOCK}
    stock = set(db.column(_STOCK, asked))
    # Row numbers serve as ids: what `alike` finds does not depend on them.
    times = {number: time for number, _, time, _ in rows}
    found = alike((Sketch(str(n), language, time, traits) for n, language, time, traits in rows), stock)
    inner = range((first - CHANGES) * SLOT, (last + CHANGES + 1) * SLOT)
    new = {row for row in _both_ways(found) if times[row[0]] in inner}
    old: set[_Pair] = set(db.rows(_FOUND, (source, inner.start, inner.stop)))
    gone, came = old - new, new - old
    db.many(
        "DELETE FROM resemblance WHERE number = ? AND other = ?",
        [pair for one, other, *_ in gone for pair in ((one, other), (other, one))],
    )
    db.many(
        "INSERT OR REPLACE INTO resemblance (number, other, how, strength) VALUES (?, ?, ?, ?)",
        [row for one, other, *why in came for row in ((one, other, *why), (other, one, *why))],
    )
    return {number for one, other, *_ in gone | came for number in (one, other)}


def _both_ways(pairs: Iterable[Pair]) -> Iterator[_Pair]:
    for pair in pairs:
        left, right, why = int(pair.left), int(pair.right), pair.evidence
        yield left, right, why.how.value, why.strength
        yield right, left, why.how.value, why.strength


def resemblances(db: Connection, numbers: Iterable[int], ids: dict[int, str]) -> list[Pair]:
    """The pairs among ``numbers``, by the articles' ids."""
    rows = db.rows(
        "SELECT number, other, how, strength FROM resemblance "
        "WHERE number IN (SELECT value FROM json_each(?)) AND number < other",
        (json.dumps(sorted(numbers)),),
    )
    return [
        Pair(min(ids[one], ids[other]), max(ids[one], ids[other]), evidence_of(How(how), strength))
        for one, other, how, strength in rows
        if one in ids and other in ids
    ]
