"""Which stories the stored articles form: `tui_reader.stories` applied to what is new and what it touches.

The work grows with the number of new articles and of those that share a claim with them, not with the
library. What was read or bookmarked stays with its article; a story has it when one of its articles has it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from tui_reader.library.connection import Connection
from tui_reader.model import Article
from tui_reader.stories import MAX_SHARED, Claim, ClaimKind, Member, claims, group

# Articles that hang together by more steps than a story has editions belong to somebody's trick.
_MAX_STEPS = 16

_PARTNERS = f"""
SELECT DISTINCT partner.number
FROM json_each(?) AS wanted
JOIN claim AS own ON own.number = wanted.value
JOIN claim AS partner ON partner.key = own.key AND partner.kind = CASE own.kind
    WHEN {ClaimKind.STORY} THEN {ClaimKind.STORY}
    WHEN {ClaimKind.IS} THEN {ClaimKind.NAMES}
    ELSE {ClaimKind.IS} END
WHERE partner.number <> own.number
  AND own.key NOT IN (SELECT value FROM json_each(?))
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
    JOIN json_each('[{ClaimKind.STORY}, {ClaimKind.IS}, {ClaimKind.NAMES}]') AS kinds
) AS asked
WHERE (
    SELECT count(*) FROM (
        SELECT 1 FROM claim WHERE claim.key = asked.key AND claim.kind = asked.kind LIMIT {MAX_SHARED + 1}
    )
) > {MAX_SHARED}
"""

_MEMBERS = """
SELECT listing.number, listing.language, article.id, listing.story
FROM json_each(?) AS wanted
JOIN listing ON listing.number = wanted.value
JOIN article ON article.number = wanted.value
"""

_MARKS = """
SELECT listing.story, listing.number, listing.seen, bookmark.number IS NOT NULL,
       listing.read, listing.bookmarked, listing.alone
FROM json_each(?) AS wanted
JOIN listing ON listing.story = wanted.value
LEFT JOIN bookmark ON bookmark.number = listing.number
"""


def remember_claims(db: Connection, number: int, article: Article) -> None:
    """Write what a new article says."""
    db.many(
        "INSERT INTO claim (number, kind, key) VALUES (?, ?, ?)",
        [(number, int(claim.kind), claim.key) for claim in claims(article)],
    )


def rewrite_claims(db: Connection, number: int, article: Article) -> bool:
    """Write what a changed article says; True where it says something else than before."""
    old = {(kind, key) for kind, key in db.rows("SELECT kind, key FROM claim WHERE number = ?", (number,))}
    if old == {(int(claim.kind), claim.key) for claim in claims(article)}:
        return False
    db.execute("DELETE FROM claim WHERE number = ?", (number,))
    remember_claims(db, number, article)
    return True


def regroup(db: Connection, touched: Collection[int]) -> None:
    """Form the stories of ``touched`` (new articles, and those whose claims or language changed) anew."""
    if not touched:
        return
    reached, ignored = _reach(db, touched)
    wanted = json.dumps(sorted(reached))
    rows = db.rows(_MEMBERS, (wanted,))
    claimed: dict[int, list[Claim]] = defaultdict(list)
    for number, kind, key in db.rows(
        "SELECT number, kind, key FROM claim WHERE number IN (SELECT value FROM json_each(?))", (wanted,)
    ):
        if key not in ignored:
            claimed[number].append(Claim(ClaimKind(kind), key))
    numbers = {id: number for number, _, id, _ in rows}
    held = {number: story for number, _, _, story in rows}
    moved: list[tuple[int, int]] = []
    changed: set[int] = set()
    for ids in group(Member(id, language, tuple(claimed[number])) for number, language, id, _ in rows):
        story = min(numbers[id] for id in ids)
        for number in (numbers[id] for id in ids):
            if held[number] != story:
                moved.append((story, number))
                changed |= {story, held[number]}
    if moved:
        db.many("UPDATE listing SET story = ? WHERE number = ?", moved)
        restate(db, changed)


def restate(db: Connection, stories: Iterable[int]) -> None:
    """Let the listing say of every article of ``stories`` what its story is: marked, of one article."""
    rows = db.rows(_MARKS, (json.dumps(sorted(stories)),))
    size = Counter(story for story, *_ in rows)
    read = {story for story, _, seen, *_ in rows if seen}
    bookmarked = {story for story, _, _, marked, *_ in rows if marked}
    db.many(
        "UPDATE listing SET read = ?, bookmarked = ?, alone = ? WHERE number = ?",
        [
            (*new, number)
            for story, number, _, _, *old in rows
            if (new := [story in read, story in bookmarked, size[story] == 1]) != old
        ],
    )


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
