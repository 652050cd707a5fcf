"""Lists, tabs and numbers: the narrow `listing` table asked in the ways that a screen needs.

What is asked is near the screen: rows beside a row, the next unread one, a place. Lengths and tabs are sums of
the tally. Only a search, bookmarks and named ids are counted when they are asked for. A language asks for its
regional and written forms too (``en`` finds ``en-GB``), as basic filtering of RFC 4647, section 3.3.1, has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui_reader.languages import in_order, primary
from tui_reader.library import content, names, tally
from tui_reader.library.connection import Connection
from tui_reader.library.hits import Hits
from tui_reader.library.newest import ENOUGH, Newest, newest
from tui_reader.library.questions import MAX_RANKED, Answers, Question, group_of
from tui_reader.library.restating import whole
from tui_reader.model import Query, SourceCount, Tab
from tui_reader.search.terms import asks_for_hidden
from tui_reader.stories.tongues import tongue

_TALLY = "SELECT language, unread, unseen, total, marked, own FROM tally WHERE scope = ? AND source = ?"
# A place is looked for from both ends of the list in turn, this far first and then ever further.
_NEAR = 500
_FURTHER = 8


class Listing:
    """The lists of one library; ``read`` is the column that says whether a row counts as read."""

    def __init__(self, db: Connection, read: str) -> None:
        self._db, self._read = db, read
        self._hits = Hits(db, lambda: names.known(db, read))
        self._early: tuple[int, Query, Newest | None] | None = None

    def languages(self) -> list[str]:
        """The languages of all articles, in order of their tags."""
        return names.languages(self._db)

    def ask(
        self,
        query: Query,
        order: Sequence[str] | None = None,
        *,
        unread: bool = False,
        among: Sequence[int] | None = None,
    ) -> Question:
        """The question for ``query``; with ``order`` for its stories. Not inside a transaction: see `Hits`."""
        hits = self._hits.complete(query.search)
        return self._question(query, order, hits, unread=unread, among=among)

    def _question(
        self,
        query: Query,
        order: Sequence[str] | None,
        hits: int | None,
        *,
        unread: bool = False,
        among: Sequence[int] | None = None,
    ) -> Question:
        tags = self.languages()
        forms = None if query.language is None else tuple(names.forms(query.language, tags))
        size = self._highest() if hits is not None else 0
        ranked = None if order is None else in_order(tags, order)[:MAX_RANKED]
        known = Answers(self._read, forms, hits, size, asks_for_hidden(query.search))
        return Question(query, known, ranked, unread, among)

    def rows(
        self,
        query: Query,
        order: Sequence[str] | None = None,
        *,
        beside: int | None = None,
        older: bool = True,
        skip: int = 0,
        limit: int = -1,
    ) -> list[int]:
        """Row numbers newest first: with ``order`` stories, as in `Library.index`.

        With ``beside`` only what is older than that row, or newer, whether or not it is in the list; ``skip`` and ``limit``
        count from there, or from the end that is asked for.
        """
        where = self._when(beside)
        if beside is not None and where is None:
            return []
        if older and limit >= 0 and (early := self._newest(query)) is not None:
            question = self._question(query, order, self._highest())
            found = self._rows(question, where, skip=skip, limit=limit, last=early.last)
            if len(found) == limit:
                return found
        found = self._rows(self.ask(query, order), where, older=older, skip=skip, limit=limit)
        return found if older else found[::-1]

    def next_unread(self, query: Query, order: Sequence[str], row: int | None, *, older: bool) -> int | None:
        """The nearest unread row of the list beyond ``row``, from its end where that is None."""
        found = self._rows(self.ask(query, order, unread=True), self._when(row), older=older, limit=1)
        return found[0] if found else None

    def standing(self, query: Query, order: Sequence[str], article_id: str) -> int | None:
        """The row by which the story of an article, or the line of its doubles, stands in a list."""
        own = self._db.column("SELECT number FROM article WHERE id = ?", (article_id,))
        members = whole(self._db, own)
        found = self._rows(self.ask(query, order, among=members), None)
        if group_of(query) == "story" and len(found) > 1:
            story = tally.stories_of(self._db, own)
            found = [row for row in found if tally.stories_of(self._db, [row]) == story]
        return found[0] if found else None

    def nearest(self, query: Query, order: Sequence[str], article_id: str) -> int | None:
        """The row of a list that is nearest in time to an article; of two the older."""
        own = self._db.one("SELECT number FROM article WHERE id = ?", (article_id,))
        where = self._when(own[0]) if own else None
        if where is None:
            return None
        question = self.ask(query, order)
        # Older first, which of two equals is taken; the article itself may be in the list.
        beside = [*self._rows(question, (where[0], where[1] + 1), limit=1)]
        beside += self._rows(question, (where[0], where[1]), older=False, limit=1)
        times = {row: when[0] for row in beside if (when := self._when(row)) is not None}
        return min(times, key=lambda row: abs(times[row] - where[0]), default=None)

    def place(self, query: Query, order: Sequence[str], row: int, length: int | None = None) -> int:
        """How many rows stand before ``row``; of a list of ``length`` they are counted from the nearer end."""
        where = self._when(row)
        if where is None:
            return 0
        question, near = self.ask(query, order), _NEAR
        while True:
            before = self._count_beside(question, where, near, older=False)
            if before < near:
                return before
            if length is not None:
                after = self._count_beside(question, where, near, older=True)
                if after < near:
                    return max(0, length - 1 - after)
            near *= _FURTHER

    def between(self, query: Query, order: Sequence[str], newer: int, older: int) -> int:
        """How many steps down a list ``older`` stands below ``newer``."""
        start, end = self._when(newer), self._when(older)
        if start is None or end is None:
            return 0
        question = self.ask(query, order)
        rows = question.rows(beside=start, last=end)
        found: int = self._db.column(f"SELECT count(*) FROM ({rows})", question.parameters)[0]
        return found

    def count(self, query: Query, order: Sequence[str] | None = ()) -> int:
        """How many rows a list has, exactly; ``order`` None: articles, not stories."""
        if order is not None and (numbers := self._tallied(query)) is not None:
            return numbers[0]
        question = self.ask(query, order)
        found: int = self._db.column(question.every("count(*)"), question.parameters)[0]
        return found

    def most(self, query: Query) -> tuple[int, bool]:
        """At once: a number of stories that a list surely does not exceed, and whether it has exactly so many."""
        numbers = self._tallied(query)
        if numbers is not None:
            return numbers[0], True
        if self._newest(query) is not None:
            numbers = self._tallied(replace(query, search=None))
            return (numbers[0] if numbers is not None else self._highest()), False
        hits = self._hits.complete(query.search)
        return (self.count(query), True) if hits is None or hits <= _NEAR else (hits, False)

    def numbers(self, query: Query) -> list[int]:
        """The rows of ``query`` in no order."""
        question = self.ask(query)
        return self._db.column(question.every("l.number"), question.parameters)

    def tabs(self, query: Query) -> list[Tab]:
        """All languages, then each by its tag: see `Library.tabs`."""
        query = replace(query, language=None)
        if _is_tallied(query):
            found = self._tally(query)
            total, unread = found.get("", (0, 0, 0))[:2]
            tabs = [Tab(None, unread, total)]
            return tabs + [
                Tab(tag, found[tag][1], found[tag][0]) for tag in sorted(found) if tag and found[tag][2]
            ]
        return self._counted_tabs(query)

    def counts(self) -> dict[str, SourceCount]:
        """Stories by source: see `Library.counts`."""
        unread = "unread" if self._read == "read" else "unseen"
        rows = self._db.rows(
            f"SELECT source, {unread}, total, marked FROM tally WHERE scope = 1 AND language = ''"
        )
        return {source: SourceCount(*numbers) for source, *numbers in rows}

    def _rows(
        self,
        question: Question,
        beside: tuple[int, int] | None,
        *,
        older: bool = True,
        skip: int = 0,
        limit: int = -1,
        last: tuple[int, int] | None = None,
    ) -> list[int]:
        rows = question.rows(beside=beside, older=older, last=last)
        parameters = question.parameters | {"limit": limit, "skip": skip}
        return self._db.column(f"{rows} LIMIT :limit OFFSET :skip", parameters)

    def _count_beside(self, question: Question, where: tuple[int, int], limit: int, *, older: bool) -> int:
        rows = question.rows(beside=where, older=older)
        parameters = question.parameters | {"limit": limit}
        found: int = self._db.column(f"SELECT count(*) FROM ({rows} LIMIT :limit)", parameters)[0]
        return found

    def _newest(self, query: Query) -> Newest | None:
        """The newest part of a search's list, with its hits found, where it fills a screen before all hits are known."""
        search = query.search
        if search is None or asks_for_hidden(search) or self._hits.is_complete(search):
            return None
        if self._early is None or self._early[:2] != (self._hits.turn, query):
            early = newest(self._db, self._question(replace(query, search=None), None, None), self._highest())
            if early is not None:
                self._hits.reach(search, early.low)
                question = self._question(query, None, self._highest())
                enough = self._rows(question, None, skip=ENOUGH - 1, limit=1, last=early.last)
                early = early if enough else None
            self._early = (self._hits.turn, query, early)
        return self._early[2]

    def _highest(self) -> int:
        found: int | None = self._db.column("SELECT max(number) FROM listing")[0]
        return found or 0

    def _when(self, row: int | None) -> tuple[int, int] | None:
        """The time and the number by which lists are ordered; None for a row that does not exist."""
        found = self._db.one("SELECT time, number FROM listing WHERE number = ?", (row,))
        return (found[0], found[1]) if found else None

    def _tallied(self, query: Query) -> tuple[int, int] | None:
        """Total and unread of a list that the tally knows."""
        if not _is_tallied(query):
            return None
        found = self._tally(query)
        if query.language is None:
            return found.get("", (0, 0, 0))[:2]
        forms = names.forms(query.language, self.languages())
        if query.language in found and all(query.language in (tongue(form), primary(form)) for form in forms):
            return found[query.language][:2]
        return None if forms else (0, 0)

    def _tally(self, query: Query) -> dict[str, tuple[int, int, int]]:
        """Total, unread and own by language; see the table. What has no story in the list is left out."""
        scope = (0, "") if query.source is None else (1, content.storable(query.source))
        found = {}
        for language, unread, unseen, total, _, own in self._db.rows(_TALLY, scope):
            left = unread if self._read == "read" else unseen
            if not query.unread or left:
                found[language] = (left if query.unread else total, left, own)
        return found

    def _counted_tabs(self, query: Query) -> list[Tab]:
        question = self.ask(query)
        if group_of(query) == "line":
            line = "CASE WHEN l.alone = 0 THEN l.line END"
            unread = f"CASE WHEN l.{self._read} = 0 THEN {line} END"
            columns = (
                f"l.language, sum(l.alone) + count(DISTINCT {line}), "
                f"sum(l.alone AND l.{self._read} = 0) + count(DISTINCT {unread})"
            )
        else:
            columns = f"l.language, count(*), sum(l.{self._read} = 0)"
        rows = self._db.rows(f"{question.every(columns)} GROUP BY l.language", question.parameters)
        numbers = {tag: (total, unread) for tag, total, unread in rows if tag is not None}
        found = [Tab(None, *self._in_stories(query))]
        for tab in sorted({tongue(tag) for tag in numbers}):
            forms = names.forms(tab, numbers)
            if len(forms) == 1 or (group_of(query) == "story" and len({tongue(tag) for tag in forms}) == 1):
                found.append(
                    Tab(tab, sum(numbers[tag][1] for tag in forms), sum(numbers[tag][0] for tag in forms))
                )
            else:  # one story may be there in two scripts, doubles in two forms
                found.append(Tab(tab, *self._in_stories(replace(query, language=tab))))
        return found

    def _in_stories(self, query: Query) -> tuple[int, int]:
        """Unread and total of what is not tallied, each story once."""
        question = self.ask(query)
        rows = question.every(f"l.alone AS alone, l.{group_of(query)} AS story, l.{self._read} AS read")
        found = self._db.rows(
            f"""WITH found AS MATERIALIZED ({rows})
                SELECT count(*), sum(read = 0) FROM found WHERE alone = 1
                UNION ALL
                SELECT count(*), sum(read = 0)
                FROM (SELECT min(read) AS read FROM found WHERE alone = 0 GROUP BY story)""",
            question.parameters,
        )
        return sum(unread or 0 for _, unread in found), sum(total for total, _ in found)


def _is_tallied(query: Query) -> bool:
    return query.ids is None and query.sources is None and query.search is None and not _of_bookmarks(query)


def _of_bookmarks(query: Query) -> bool:
    return query.bookmarked or query.tag is not None
