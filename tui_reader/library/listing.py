"""Lists, tabs and numbers: the narrow `listing` table asked in the ways that a screen needs.

A language asks for its regional and written forms too (``en`` finds ``en-GB``), as basic filtering of RFC 4647, section 3.3.1, has it.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tui_reader.languages import in_order, within
from tui_reader.library import content
from tui_reader.library.connection import Connection
from tui_reader.library.search import to_match
from tui_reader.model import Headline, Query, SourceCount, Tab
from tui_reader.stories import tongue

# Languages with a place of their own in the order; a hostile library may name thousands.
_MAX_RANKED = 100

# Each language once, by hops through the index instead of a look at every row.
_LANGUAGES = """
WITH RECURSIVE tag (name) AS (
    SELECT min(language) FROM listing
    UNION ALL
    SELECT (SELECT min(language) FROM listing WHERE language > name) FROM tag WHERE name IS NOT NULL
)
SELECT name FROM tag WHERE name IS NOT NULL
"""

_HEADLINES = """
SELECT article.number, article.id, listing.story, article.title, article.source, listing.language, article.url,
       article.published, article.summary, listing.read, listing.seen, listing.bookmarked, listing.core
FROM json_each(?) AS wanted
JOIN article ON article.number = wanted.value
JOIN listing ON listing.number = article.number
"""

_STORIES = """
SELECT listing.story, listing.core, listing.language, article.names
FROM json_each(?) AS wanted
JOIN listing ON listing.story = wanted.value
JOIN article ON article.number = listing.number
"""


@dataclass
class Where:
    """The conditions of a query and their parameters, in order."""

    clauses: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)

    def add(self, clause: str, *parameters: object) -> None:
        """One more condition, all of which must hold."""
        self.clauses.append(clause)
        self.parameters.extend(parameters)

    def but(self, clause: str, *parameters: object) -> Where:
        """These conditions and one more, as new ones."""
        more = Where([*self.clauses], [*self.parameters])
        more.add(clause, *parameters)
        return more

    def __str__(self) -> str:
        return " WHERE " + " AND ".join(self.clauses) if self.clauses else ""


def languages(db: Connection) -> list[str]:
    """The languages of all articles, in order of their tags."""
    return db.column(_LANGUAGES)


def where(query: Query, read: str, tags: Sequence[str]) -> Where:
    """``query`` as conditions on the listing; ``read`` is the column that says read, ``tags`` what is held."""
    found = Where()
    if query.source is not None:
        found.add("source = ?", content.storable(query.source))
    if query.sources is not None:
        names = [content.storable(name) for name in query.sources]
        found.add("source IN (SELECT value FROM json_each(?))", json.dumps(names))
    if query.language is not None:
        found.add("language IN (SELECT value FROM json_each(?))", json.dumps(_forms(query.language, tags)))
    if query.unread:
        found.add(f"{read} = 0")
    if query.bookmarked:
        found.add("bookmarked = 1")
    if query.ids is not None:
        ids = json.dumps([content.storable(id) for id in query.ids])
        found.add("number IN (SELECT number FROM article WHERE id IN (SELECT value FROM json_each(?)))", ids)
    match = to_match(query.search)
    if match.wanted:
        found.add("number IN (SELECT rowid FROM search WHERE search MATCH ?)", match.wanted)
    if match.unwanted:
        found.add("number NOT IN (SELECT rowid FROM search WHERE search MATCH ?)", match.unwanted)
    return found


def index(db: Connection, query: Query, read: str, order: Sequence[str], *, stories: bool) -> list[int]:
    """Row numbers, newest first; with ``stories`` one a story: see `Library.index`."""
    tags = languages(db)
    asked = where(query, read, tags)
    if not stories or (query.language is not None and len(_forms(query.language, tags)) == 1):
        # No story has two articles in one language.
        return db.column(
            f"SELECT number FROM listing{asked} ORDER BY time DESC, number DESC", asked.parameters
        )
    ranked = in_order(tags, order)[:_MAX_RANKED]
    rank = "".join(f" WHEN ? THEN {place}" for place, _ in enumerate(ranked))
    rank = f"CASE language{rank} ELSE {_MAX_RANKED} END" if ranked else "0"
    # Lone articles come from their index in order already; only the others are grouped and sorted.
    alone, together = asked.but("alone = 1"), asked.but("alone = 0")
    return db.column(
        f"""SELECT number FROM (
                SELECT number, time FROM listing{alone}
                UNION ALL
                SELECT number, time FROM (
                    SELECT number, time, min({rank}) FROM listing{together} GROUP BY story
                )
                ORDER BY time DESC, number DESC
            )""",
        [*alone.parameters, *ranked, *together.parameters],
    )


def nearest(db: Connection, rows: Sequence[int], id: str) -> int:
    """The place in ``rows`` whose time is nearest to that of an article; of two the older: see `Library.nearest`."""
    own = db.one("SELECT time FROM listing JOIN article USING (number) WHERE id = ?", (id,))
    if own is None or not rows:
        return 0

    def before(place: int) -> int:
        found = db.one("SELECT time FROM listing WHERE number = ?", (rows[place],))
        return int(own[0] - found[0]) if found else 0

    older = bisect_left(range(len(rows)), 0, key=before)  # newest first: ever older than the article
    around = [place for place in (older, older - 1) if 0 <= place < len(rows)]
    return min(around, key=lambda place: abs(before(place)))


def headlines(db: Connection, rows: Sequence[int], read: str) -> list[Headline]:
    """The lines of ``rows``, in that order; rows that do not exist are left out."""
    found = {row[0]: row for row in db.rows(_HEADLINES, (json.dumps(list(rows)),))}
    held: dict[int, dict[str, int]] = defaultdict(dict)
    named: dict[int, set[str]] = defaultdict(set)
    wanted = json.dumps(sorted({row[2] for row in found.values()}))
    for story, core, language, names in db.rows(_STORIES, (wanted,)):
        named[story].update(names.split())
        if language is not None:
            held[story][language] = core
    lines = []
    for row in (found[number] for number in rows if number in found):
        number, id, story, title, source, language, url, published, summary, any_read, *marks = row
        seen, bookmarked, core = marks
        have = {tongue(tag) for tag in held[story]}
        lines.append(
            Headline(
                id=id,
                story=story,
                title=title,
                source=source,
                language=language,
                url=url,
                published=content.moment(published),
                summary=summary,
                read=bool(any_read if read == "read" else seen),
                bookmarked=bool(bookmarked),
                languages=tuple(sorted(held[story])),
                known=tuple(sorted(tag for tag in named[story] if tongue(tag) not in have)),
                row=number,
                likely=tuple(sorted(tag for tag, other in held[story].items() if other != core)),
            )
        )
    return lines


def tabs(db: Connection, query: Query, read: str) -> list[Tab]:
    """All languages, then each by its tag: see `Library.tabs`."""
    asked = where(query, read, ())
    total, unread = _count(db, asked, read)
    found = [Tab(None, unread, total)]
    numbers = {
        tag: (total, unread)
        for tag, total, unread in db.rows(
            f"SELECT language, count(*), sum({read} = 0) FROM listing{asked} GROUP BY language",
            asked.parameters,
        )
        if tag is not None
    }
    for tab in sorted({tongue(tag) for tag in numbers}):
        forms = _forms(tab, numbers)
        if len({tongue(tag) for tag in forms}) == 1:
            total, unread = (sum(numbers[tag][place] for tag in forms) for place in (0, 1))
        else:  # one story may be there in two scripts
            both = asked.but("language IN (SELECT value FROM json_each(?))", json.dumps(forms))
            total, unread = _count(db, both, read)
        found.append(Tab(tab, unread, total))
    return found


def _count(db: Connection, asked: Where, read: str) -> tuple[int, int]:
    alone, together = asked.but("alone = 1"), asked.but("alone = 0")
    rows = db.rows(
        f"""SELECT count(*), sum({read} = 0) FROM listing{alone}
            UNION ALL
            SELECT count(*), sum(read = 0)
            FROM (SELECT min({read}) AS read FROM listing{together} GROUP BY story)""",
        [*alone.parameters, *together.parameters],
    )
    return sum(total for total, _ in rows), sum(unread or 0 for _, unread in rows)


def counts(db: Connection, read: str) -> dict[str, SourceCount]:
    """Stories by source: see `Library.counts`."""
    rows = db.rows(
        f"""SELECT source, sum({read} = 0), count(*), sum(bookmarked) FROM listing WHERE alone = 1 GROUP BY source
            UNION ALL
            SELECT source, sum(read = 0), count(*), sum(bookmarked)
            FROM (SELECT source, min({read}) AS read, max(bookmarked) AS bookmarked
                  FROM listing WHERE alone = 0 GROUP BY source, story)
            GROUP BY source"""
    )
    found: dict[str, SourceCount] = {}
    for source, unread, total, bookmarked in rows:
        known = found.get(source, SourceCount())
        found[source] = SourceCount(known.unread + unread, known.total + total, known.bookmarked + bookmarked)
    return found


def _forms(language: str, tags: Iterable[str]) -> list[str]:
    return [tag for tag in tags if within(tag, language)]
