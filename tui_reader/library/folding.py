"""Doubles across sources (`stories.doubling`), folded into one line of the lists: applied to what is new and what it touches.

A line is named by the smallest number of its articles, as a story is. What was read, bookmarked or hidden stays with its
article: lines are formed and dissolved around the marks.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable

from tui_reader.library.connection import Connection
from tui_reader.library.restating import changing
from tui_reader.model import Double
from tui_reader.stories.doubling import HOUR, MAX_SOURCES, Telling, lines
from tui_reader.stories.tongues import tongue

# Articles that hang together by more steps than these belong to somebody's trick.
_MAX_STEPS = 16

_SAME_ADDRESS = "other.address = own.address"
_SAME_HEADING = f"other.heading = own.heading AND other.published >= own.published - {HOUR} AND other.published <= own.published + {HOUR}"
_FEW = f"SELECT source FROM article AS other WHERE {{}} LIMIT {MAX_SOURCES + 1}"

# Those that any other source has too, and those that stand beside another source's now.
_LINKED = f"""
SELECT own.number FROM json_each(?) AS wanted JOIN article AS own ON own.number = wanted.value
WHERE EXISTS (SELECT 1 FROM ({_FEW.format(_SAME_ADDRESS)}) WHERE source <> own.source)
   OR EXISTS (SELECT 1 FROM ({_FEW.format(_SAME_HEADING)}) WHERE source <> own.source)
   OR EXISTS (
       SELECT 1 FROM listing AS here
       JOIN listing AS other INDEXED BY listing_line ON other.line = here.line AND other.alone = 0
       WHERE here.number = own.number AND here.alone = 0 AND other.story <> here.story
   )
"""
# Of an address or a headline that more than ?2 articles have, none.
_PARTNERS = f"""
SELECT other.number FROM json_each(?1) AS wanted JOIN article AS own ON own.number = wanted.value
JOIN article AS other ON {_SAME_ADDRESS}
WHERE (SELECT count(*) FROM (SELECT 1 FROM article AS other WHERE {_SAME_ADDRESS} LIMIT ?2 + 1)) <= ?2
UNION
SELECT other.number FROM json_each(?1) AS wanted JOIN article AS own ON own.number = wanted.value
JOIN article AS other ON {_SAME_HEADING}
WHERE (SELECT count(*) FROM (SELECT 1 FROM article AS other WHERE {_SAME_HEADING} LIMIT ?2 + 1)) <= ?2
UNION
SELECT other.number FROM json_each(?1) AS wanted JOIN listing AS own ON own.number = wanted.value
JOIN listing AS other INDEXED BY listing_story ON other.story = own.story
UNION
SELECT other.number FROM json_each(?1) AS wanted JOIN listing AS own ON own.number = wanted.value
JOIN listing AS other INDEXED BY listing_line ON other.line = own.line AND other.alone = 0
WHERE own.alone = 0
"""
_TELLINGS = f"""
SELECT own.number, listing.line, own.id, own.source, listing.language, listing.story,
    CASE WHEN (SELECT count(*) FROM ({_FEW.format(_SAME_ADDRESS)})) <= {MAX_SOURCES} THEN own.address END,
    CASE WHEN (SELECT count(*) FROM ({_FEW.format(_SAME_HEADING)})) <= {MAX_SOURCES} THEN own.heading END,
    own.published, own.title, own.summary
FROM json_each(?) AS wanted JOIN article AS own ON own.number = wanted.value JOIN listing USING (number)
WHERE own.source <> ''
"""
_DOUBLES = """
SELECT here.number, article.id, article.source, article.title, other.language, here.language, other.story
FROM json_each(?) AS wanted
JOIN listing AS here ON here.number = wanted.value
JOIN listing AS other INDEXED BY listing_line ON other.line = here.line AND other.alone = 0
JOIN article ON article.number = other.number
WHERE here.alone = 0 AND other.story <> here.story AND other.hidden = 0
ORDER BY other.folded, article.id
"""


def begin(db: Connection, wanted: bool | None) -> None:
    """Fold what is held where that was never done, or ``wanted`` says otherwise than before; None: as it was, at first fold."""
    if _is_right(db, wanted):
        return
    with db.transaction():
        if _is_right(db, wanted):  # another process may have been before us
            return
        db.execute("DELETE FROM folding")
        db.execute("INSERT INTO folding (done) VALUES (?)", (wanted is not False,))
        if wanted is not False:
            fold(db, db.column("SELECT number FROM listing"))
        else:
            apart = db.column("SELECT number FROM listing WHERE line <> story")
            with changing(db, apart):
                db.execute("UPDATE listing SET line = story WHERE line <> story")


def fold(db: Connection, touched: Collection[int]) -> None:
    """Inside a transaction: form the lines of ``touched`` anew: new articles, changed ones, those whose stories changed."""
    if not touched or not _is_right(db, True):
        return
    linked = db.column(_LINKED, (json.dumps(sorted(touched)),))
    if not linked:
        return
    rows = db.rows(_TELLINGS, (json.dumps(sorted(_reach(db, linked))),))
    formed = lines(Telling(id, source, tongue(tag), *more) for _, _, id, source, tag, *more in rows)
    line = {story: min(stories) for stories in formed for story in stories}
    moved = [(line[row[5]], row[0]) for row in rows if line[row[5]] != row[1]]
    if moved:
        with changing(db, [row[0] for row in rows]):
            db.many("UPDATE listing SET line = ? WHERE number = ?", moved)


def beside(db: Connection, number: int) -> list[int]:
    """The articles that `fold` compares with the article ``number``: what that says now is heard by them, too."""
    return db.column(_PARTNERS, (json.dumps([number]), MAX_SOURCES + 1))


def doubles(db: Connection, numbers: Iterable[int]) -> dict[int, list[Double]]:
    """For each of the articles ``numbers`` that has any: its doubles, one a source, in its own language where there is one."""
    found: dict[int, dict[int, Double]] = defaultdict(dict)
    rows = db.rows(_DOUBLES, (json.dumps(sorted(numbers)),))
    for number, id, source, title, language, _, story in sorted(
        rows, key=lambda row: tongue(row[4]) != tongue(row[5])
    ):
        found[number].setdefault(story, Double(id, source, title, language))
    return {number: list(others.values()) for number, others in found.items()}


def _is_right(db: Connection, wanted: bool | None) -> bool:
    done = db.one("SELECT done FROM folding")
    return done is not None and (wanted is None or bool(done[0]) is wanted)


def _reach(db: Connection, linked: Iterable[int]) -> set[int]:
    """Every article that hangs together with ``linked``, whole stories and lines."""
    reached: set[int] = set()
    frontier = set(linked)
    # What these made too common to say anything held others together until now.
    most = MAX_SOURCES + min(len(frontier), MAX_SOURCES)
    for _ in range(_MAX_STEPS):
        if not frontier:
            break
        reached |= frontier
        frontier = set(db.column(_PARTNERS, (json.dumps(sorted(frontier)), most))) - reached
        most = MAX_SOURCES
    return reached
