"""Questions to the listing as SQL: which rows a list has, in its order, from anywhere and in either direction.

Pure: no database here. Every list is walked along an index in its order (newest first, by time and number), so that
a screenful costs the same whatever the length of the list. Parameters are named, for one is used in several places.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui_reader.bookmarks import tag_key
from tui_reader.library import content
from tui_reader.model import Query
from tui_reader.stories.tongues import tongue
from tui_reader.values import frozen

# Languages with a place of their own in the order; a hostile library may name thousands.
MAX_RANKED = 100
# Forms of one language that are walked side by side; more are looked for among all articles.
_MAX_FORMS = 20
# A search that finds one article of so many is walked along the list, one that finds fewer is sorted.
_DENSE = 8
# Tags (``tag``) with the listing's rows of their articles (``tagged``).
TAGGED = "FROM tag JOIN listing AS tagged ON tagged.number = tag.number"


def group_of(query: Query) -> str:
    """What stands once in the list of ``query``, a column of the listing: a line, or where it is about single articles a story."""
    is_own = query.source is not None or query.ids is not None or query.bookmarked or query.tag is not None
    return "story" if is_own else "line"


@frozen
class Answers:
    """What must be known of the library before a question can be put: see `Listing`.

    ``read`` is the column that says read, ``forms`` the tags held of the query's language (None: any), ``hits``
    how many articles its search finds (None: there is none) of ``size``; ``hidden`` says that it asks for what is hidden.
    """

    read: str
    forms: tuple[str, ...] | None = None
    hits: int | None = None
    size: int = 0
    hidden: bool = False


@dataclass
class Question:
    """The rows of ``query``; with ``order`` a story, or a line of doubles, stands once, by its first language of these.

    ``among`` limits to some rows.
    """

    query: Query
    known: Answers
    order: Sequence[str] | None = None
    unread: bool = False
    among: Sequence[int] | None = None
    parameters: dict[str, object] = field(default_factory=dict)

    @property
    def is_lead(self) -> bool:
        """Whether each row must be compared with the others of its story."""
        forms = self.known.forms
        # No story has two articles in one language, and of the doubles in a line one is shown.
        several = forms is None or len({tongue(form) for form in forms}) > 1
        return self.order is not None and (several or self._picks)

    @property
    def _picks(self) -> bool:
        """Whether the doubles that the list has are compared: the one that is shown elsewhere may not be in it."""
        is_part = self.query.sources is not None or self.known.hits is not None
        return self.order is not None and is_part and group_of(self.query) == "line"

    def rows(
        self,
        *,
        beside: tuple[int, int] | None = None,
        older: bool = True,
        last: tuple[int, int] | None = None,
    ) -> str:
        """SQL for ``number`` and ``time`` in order, ready for a limit.

        ``beside`` is a time and a number: only the rows older than that, or newer, nearest first; ``last`` the oldest.
        """
        way, bounds = "DESC" if older else "ASC", ""
        if beside is not None:
            self.parameters |= {"time": beside[0], "number": beside[1]}
            bounds = f" AND (l.time, l.number) {'<' if older else '>'} (:time, :number)"
        if last is not None:
            self.parameters |= {"last_time": last[0], "last_number": last[1]}
            bounds += " AND (l.time, l.number) >= (:last_time, :last_number)"
        arms = (
            f"SELECT l.number AS number, l.time AS time{self._from(form, among)}{bounds}"
            for form, among in self._arms()
        )
        return " UNION ALL ".join(arms) + f" ORDER BY time {way}, number {way}"

    def every(self, columns: str) -> str:
        """SQL for ``columns`` (of ``l``) of every row, in no order."""
        return f"SELECT {columns}{self._from(None, self.known.forms)}"

    def _arms(self) -> list[tuple[str | None, tuple[str, ...] | None]]:
        forms = self.known.forms
        if forms and len(forms) <= _MAX_FORMS and self._goes_by_language:
            return [(form, None) for form in forms]
        return [(None, forms)]

    @property
    def _goes_by_language(self) -> bool:
        query = self.query
        marked = query.bookmarked or query.tag is not None
        some = query.ids is not None or self.known.hidden
        return query.source is None and not some and not marked and self.among is None

    def _from(self, form: str | None, among: tuple[str, ...] | None) -> str:
        clauses = self._clauses("l", form, among)
        if self.is_lead:
            group = group_of(self.query)
            better = [f"b.{group} = l.{group}", *self._clauses("b", None, self.known.forms)]
            better += ["b.alone = 0"] if group == "line" else []
            place = "{0}.folded, {0}.number" if self._picks else "{0}.number"
            better.append(
                f"({self._rank('b')}, {place.format('b')}) < ({self._rank('l')}, {place.format('l')})"
            )
            clauses.append(
                f"(l.alone = 1 OR NOT EXISTS (SELECT 1 FROM listing AS b INDEXED BY listing_{group} "
                f"WHERE {' AND '.join(better)}))"
            )
        if self.unread:
            clauses.append(f"l.seen = 0 AND l.{self.known.read} = 0")
        if self.among is not None:
            rows = self._bind("among", json.dumps(self.among))
            clauses.append(f"l.number IN (SELECT value FROM json_each({rows}))")
        return f" FROM {self._table(form)} WHERE {' AND '.join(clauses) or '1'}"

    def _table(self, form: str | None) -> str:
        """The index that has the list in its order."""
        query, known = self.query, self.known
        if query.ids is not None or self.among is not None:
            return "listing AS l"
        if known.hits is not None and (known.hidden or known.hits * _DENSE < known.size):
            return "temp.hit CROSS JOIN listing AS l ON l.number = hit.number"
        unread = query.unread or self.unread
        if query.source is not None:
            index = "listing_source"
        elif query.bookmarked or query.tag is not None:
            index = "listing_bookmarked"
        elif form is not None:
            index = "listing_unread_language" if unread else "listing_language"
        else:
            index = "listing_unread" if unread else "listing_time"
        return f"listing AS l INDEXED BY {index}"

    def _clauses(self, row: str, form: str | None, among: tuple[str, ...] | None) -> list[str]:
        """What the query asks of ``row``; ``form`` is its language's tag, ``among`` those that it may be."""
        query, found = self.query, []
        if query.ids is None and not self.known.hidden:
            found.append(f"{row}.hidden = 0")
        if self.order is not None and group_of(query) == "line" and not self._picks:
            found.append(f"{row}.folded = 0")
        if query.source is not None:
            found.append(f"{row}.source = {self._bind('source', content.storable(query.source))}")
        if query.sources is not None:
            names = json.dumps([content.storable(name) for name in query.sources])
            found.append(f"{row}.source IN (SELECT value FROM json_each({self._bind('sources', names)}))")
        if form is not None:
            found.append(f"{row}.language = {self._bind(f'form_{form}', form)}")
        if among is not None:
            tags = self._bind("forms", json.dumps(among))
            found.append(f"{row}.language IN (SELECT value FROM json_each({tags}))")
        if query.unread:
            found.append(f"{row}.seen = 0 AND {row}.{self.known.read} = 0")
        if query.bookmarked or query.tag is not None:
            found.append(f"{row}.bookmarked = 1")
        if query.tag is not None:
            tagged = f"SELECT tagged.story {TAGGED} WHERE tag.key = {self._bind('tag', tag_key(query.tag))}"
            found.append(f"{row}.story IN ({tagged})")
        if query.ids is not None:
            ids = self._bind("ids", json.dumps([content.storable(id) for id in query.ids]))
            article = f"SELECT number FROM article WHERE id IN (SELECT value FROM json_each({ids}))"
            found.append(f"{row}.number IN ({article})")
        if self.known.hits is not None:
            found.append(f"EXISTS (SELECT 1 FROM temp.hit AS h WHERE h.number = {row}.number)")
        return found

    def _rank(self, row: str) -> str:
        order = (self.order or ())[:MAX_RANKED]
        places = "".join(f" WHEN {self._bind(f'rank{n}', tag)} THEN {n}" for n, tag in enumerate(order))
        return f"CASE {row}.language{places} ELSE {MAX_RANKED} END" if places else "0"

    def _bind(self, name: str, value: object) -> str:
        """A parameter by its name, one of this class's own making."""
        name = f"p_{name.encode().hex()}"
        self.parameters[name] = value
        return f":{name}"
