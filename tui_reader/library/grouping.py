"""Which stories the stored articles form: `tui_reader.stories` applied to what is new and what it touches.

The work grows with the number of new articles and of those that share a claim with them, not with the
library. What was read or bookmarked stays with its article; a story has it when one of its articles has it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from tui_reader.library import packing, resembling
from tui_reader.library.connection import Connection
from tui_reader.library.restating import changing, whole
from tui_reader.library.rows import Row
from tui_reader.model import Article
from tui_reader.stories.claiming import MAX_SHARED, Claim, ClaimKind, claims
from tui_reader.stories.grouping import Member, form
from tui_reader.stories.story import Story

# Articles that hang together by more steps than a story has editions belong to somebody's trick.
_MAX_STEPS = 16
# Articles held since before there were sketches, that one call sees to beside its own: 0.1 seconds.
_CAUGHT_UP = 200

_CLAIM = "INSERT INTO claim (number, kind, key) VALUES (?, ?, ?)"
_PARTNERS = f"""
SELECT DISTINCT partner.number
FROM json_each(?) AS wanted
JOIN claim AS own ON own.number = wanted.value
JOIN claim AS partner ON partner.key = own.key AND partner.kind = CASE own.kind
    WHEN {ClaimKind.STORY} THEN {ClaimKind.STORY}
    WHEN {ClaimKind.SHARES} THEN {ClaimKind.SHARES}
    WHEN {ClaimKind.IS} THEN {ClaimKind.NAMES}
    ELSE {ClaimKind.IS} END
WHERE partner.number <> own.number
  AND own.key NOT IN (SELECT value FROM json_each(?))
"""

# The articles that any other has to do with: those that are alone already need nothing.
_LINKED = f"""
SELECT wanted.value FROM json_each(?) AS wanted
WHERE EXISTS (
    SELECT 1 FROM listing AS own JOIN listing AS sibling ON sibling.story = own.story
    WHERE own.number = wanted.value AND sibling.number <> own.number
) OR EXISTS (
    SELECT 1 FROM listing AS own WHERE own.number = wanted.value AND own.story <> own.number
) OR EXISTS (
    SELECT 1 FROM resemblance WHERE resemblance.number = wanted.value
) OR EXISTS (
    SELECT 1 FROM claim AS own
    JOIN claim AS partner ON partner.key = own.key AND partner.kind = CASE own.kind
        WHEN {ClaimKind.STORY} THEN {ClaimKind.STORY}
        WHEN {ClaimKind.SHARES} THEN {ClaimKind.SHARES}
        WHEN {ClaimKind.IS} THEN {ClaimKind.NAMES}
        ELSE {ClaimKind.IS} END
    WHERE own.number = wanted.value AND partner.number <> own.number
)
"""

_SIBLINGS = """
SELECT sibling.number
FROM json_each(?) AS wanted
JOIN listing AS own ON own.number = wanted.value
JOIN listing AS sibling ON sibling.story = own.story
"""

# Asks for no more rows than it needs: a key that a whole source shares must cost as little as any.
_POPULAR = f"""
SELECT key, kind FROM (
    SELECT DISTINCT own.key AS key, kinds.value AS kind
    FROM json_each(?) AS wanted
    JOIN claim AS own ON own.number = wanted.value
    JOIN json_each('[{ClaimKind.STORY}, {ClaimKind.IS}, {ClaimKind.NAMES}, {ClaimKind.SHARES}]') AS kinds
) AS asked
WHERE (
    SELECT count(*) FROM (
        SELECT 1 FROM claim WHERE claim.key = asked.key AND claim.kind = asked.kind LIMIT {MAX_SHARED + 1}
    )
) > {MAX_SHARED}
"""

_OF_STORIES = "SELECT number FROM listing WHERE story IN (SELECT value FROM json_each(?))"
_UNFOLD = "UPDATE listing SET line = story WHERE number IN (SELECT value FROM json_each(?)) AND line <> story"

_ALIKE = """
SELECT resemblance.other FROM json_each(?) AS wanted JOIN resemblance ON resemblance.number = wanted.value
"""

_MEMBERS = """
SELECT listing.number, listing.language, article.id, listing.story, listing.core, sketch.time
FROM json_each(?) AS wanted
JOIN listing ON listing.number = wanted.value
JOIN article ON article.number = wanted.value
LEFT JOIN sketch ON sketch.number = wanted.value
"""


def remember_claims(db: Connection, rows: Sequence[tuple[int, Row]]) -> None:
    """Write what new articles (by their numbers) say, and their sketches."""
    resembling.draw_new(db, rows)
    db.many(_CLAIM, ((number, *claim) for number, row in rows for claim in row.claims))


def rewrite_claims(db: Connection, number: int, article: Article) -> bool:
    """Write what a changed article says, and its sketch; True where it says something else than before."""
    redrawn = resembling.draw(db, number, article)
    old = set(db.rows("SELECT kind, key FROM claim WHERE number = ?", (number,)))
    new = {(int(claim.kind), claim.key) for claim in claims(article)}
    if old == new:
        return redrawn
    db.execute("DELETE FROM claim WHERE number = ?", (number,))
    db.many(_CLAIM, ((number, *claim) for claim in new))
    return True


def regroup(db: Connection, touched: Collection[int]) -> set[int]:
    """Form the stories of ``touched`` (new articles, and those whose claims or language changed) anew.

    The articles whose lines are to be formed anew because of that: their doubles stand apart now, see `folding.fold`.
    """
    if not touched:
        return set()
    touched = {*touched, *_catch_up(db, touched)}
    changed = resembling.compare(db)
    linked = {*db.column(_LINKED, (json.dumps(sorted(touched)),)), *changed}
    if not linked:
        return set()
    reached, ignored = _reach(db, linked)
    wanted = json.dumps(sorted(reached))
    rows = db.rows(_MEMBERS, (wanted,))
    claimed: dict[int, list[Claim]] = defaultdict(list)
    for number, kind, key in db.rows(
        "SELECT number, kind, key FROM claim WHERE number IN (SELECT value FROM json_each(?))", (wanted,)
    ):
        if key not in ignored:
            claimed[number].append(Claim(ClaimKind(kind), key))
    ids = {number: id for number, _, id, *_ in rows}
    formed = form(
        (Member(id, language, tuple(claimed[number]), time) for number, language, id, _, _, time in rows),
        resembling.resemblances(db, reached, ids),
        _parted(db, wanted, ids),
    )
    numbers = {id: number for number, id in ids.items()}
    _tie(db, wanted, formed, numbers)
    return _move(db, formed, numbers, {number: (story, core) for number, _, _, story, core, _ in rows})


def _catch_up(db: Connection, touched: Collection[int]) -> set[int]:
    """Write claims and sketches of articles that have none: those near ``touched``, and some others."""
    numbers = set()
    for number, source in resembling.undrawn(db, touched, _CAUGHT_UP):
        body = db.column("SELECT body FROM document WHERE number = ?", (number,))[0]
        rewrite_claims(db, number, packing.unpack(body, source))
        numbers.add(number)
    return numbers


def _parted(db: Connection, wanted: str, ids: dict[int, str]) -> set[tuple[str, str]]:
    """What the reader took apart among the articles ``wanted``."""
    rows = db.rows(
        "SELECT number, other FROM parted WHERE number IN (SELECT value FROM json_each(?))", (wanted,)
    )
    pairs = (sorted((ids[one], ids[other])) for one, other in rows if one in ids and other in ids)
    return {(one, other) for one, other in pairs}


def _tie(db: Connection, wanted: str, formed: Iterable[Story], numbers: dict[str, int]) -> None:
    """Write by which pairs the stories of the articles ``wanted`` are joined."""
    new = set()
    for join in (join for story in formed for join in story.joins):
        one, other, why = numbers[join.left], numbers[join.right], join.evidence
        new |= {(one, other, why.how.value, why.strength), (other, one, why.how.value, why.strength)}
    old = set(
        db.rows(
            "SELECT number, other, how, strength FROM tie WHERE number IN (SELECT value FROM json_each(?))",
            (wanted,),
        )
    )
    db.many("DELETE FROM tie WHERE number = ? AND other = ?", [row[:2] for row in old - new])
    db.many("INSERT OR REPLACE INTO tie (number, other, how, strength) VALUES (?, ?, ?, ?)", new - old)


def _move(
    db: Connection, formed: Iterable[Story], numbers: dict[str, int], held: dict[int, tuple[int, int]]
) -> set[int]:
    """Say of every article which story it is of, and which of its articles surely are; the articles of the lines that had to change."""
    moved: list[tuple[int, int, int]] = []
    changed: set[int] = set()
    for story in formed:
        name = min(numbers[id] for id in story.ids)
        for core in story.cores():
            middle = min(numbers[id] for id in core)
            for number in (numbers[id] for id in core):
                if held[number] != (name, middle):
                    moved.append((name, middle, number))
                    changed |= {name, held[number][0]}
    if not moved:
        return set()
    lines = set(whole(db, db.column(_OF_STORIES, (json.dumps(sorted(changed)),))))
    with changing(db, lines):
        db.many("UPDATE listing SET story = ?, core = ? WHERE number = ?", moved)
        db.execute(_UNFOLD, (json.dumps(sorted(lines)),))
    return lines


def _reach(db: Connection, touched: Collection[int]) -> tuple[set[int], set[int]]:
    """Every article that hangs together with ``touched``, whole stories, and the keys that say nothing."""
    reached: set[int] = set()
    ignored: set[int] = set()
    frontier = set(touched)
    newest = min(touched)
    for _ in range(_MAX_STEPS):
        if not frontier:
            break
        wanted = json.dumps(sorted(frontier))
        reached |= frontier
        popular = {(key, kind) for key, kind in db.rows(_POPULAR, (wanted,)) if key not in ignored}
        ignored |= {key for key, _ in popular}
        frontier = set(db.column(_PARTNERS, (wanted, json.dumps(sorted(ignored)))))
        frontier |= set(db.column(_SIBLINGS, (wanted,)))
        frontier |= set(db.column(_ALIKE, (wanted,)))
        frontier |= _let_down(db, popular, newest)
        frontier -= reached
    reached |= frontier
    return reached | set(db.column(_SIBLINGS, (json.dumps(sorted(reached)),))), ignored


def _let_down(db: Connection, popular: Iterable[tuple[int, int]], newest: int) -> set[int]:
    """The older articles that a key held together until now, when it became too popular to say anything."""
    found: set[int] = set()
    for key, kind in popular:
        older = db.column(
            "SELECT number FROM claim WHERE key = ? AND kind = ? AND number < ? LIMIT ?",
            (key, kind, newest, MAX_SHARED + 1),
        )
        if len(older) <= MAX_SHARED:
            found.update(older)
    return found
