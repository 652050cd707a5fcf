"""The library: articles, what was read, bookmarks, in one SQLite file. Model objects in, model objects out.

One `Library` belongs to one thread; several, in several processes too, may have the same file open. Every
method raises `LibraryError` where the database can't do it, and has then done nothing. Nothing is ever
deleted. Nothing here reads a clock: ``now`` is handed in and is aware.

What an article, or a change to articles, asks for is imported when the first one comes: lists do not wait for it.

Content and state are apart: `store` never touches what was read or bookmarked, though the stories that
articles belong to may change. A story is bookmarked when one of its articles is, so an edition that joins
later shows as bookmarked, and its text is kept like the others. With ``read="story"`` (the default) a story
is read when one of its articles is; with ``read="edition"`` each article is for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from tui_reader.library import content, folding, headlines, names, state, tally
from tui_reader.library.bookmarks import Bookmarks
from tui_reader.library.connection import BUSY_SECONDS, Connection
from tui_reader.library.hiding import Hiding
from tui_reader.library.listing import Listing
from tui_reader.library.matching import Matching
from tui_reader.library.rows import Lot
from tui_reader.library.ruling import Rules
from tui_reader.model import Article, Headline, Held, Query, SourceCount, Tab, Validators
from tui_reader.search.excerpts import Excerpt, excerpt
from tui_reader.search.finder import Finder
from tui_reader.search.terms import Is, Not, Search, State, asks_for_hidden, both

__all__ = ["Library", "SourceCount", "Tab"]

_REMEMBERED = "etag, last_modified, body_hash, moved_to, not_before, failures, retry_at"


class Library:
    """The open database; see `open`."""

    def __init__(self, connection: Connection, *, read: Literal["story", "edition"] = "story") -> None:
        """Use `open`."""
        self._db = connection
        self._whole = read == "story"
        self._read = "read" if self._whole else "seen"
        self.lists = Listing(connection, self._read)
        self.bookmarks = Bookmarks(connection)
        self.hiding = Hiding(connection)
        self.rules = Rules(connection, self.bookmarks, self._read)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read: Literal["story", "edition"] = "story",
        doubles: Literal["fold", "show"] | None = None,
        busy_seconds: float = BUSY_SECONDS,
    ) -> Library:
        """The library at ``path``, made where there is none, its folder too.

        Raises `LibraryError` for what is not a library or can't be written; nothing is changed then.
        ``doubles`` says whether the same text from several sources stands in one line of the lists that have them all; None: as
        it was. ``busy_seconds`` is how long a write waits for another process's.
        """
        connection = Connection(path, busy_seconds=busy_seconds)
        try:
            tally.begin(connection)
            folding.begin(connection, None if doubles is None else doubles == "fold")
        except BaseException:
            connection.close()
            raise
        return cls(connection, read=read)

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._db.path

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def store(self, articles: Sequence[Article], *, now: datetime, fetched: bool = False) -> list[str]:
        """Keep ``articles`` and form their stories, in one transaction; the ids that were new.

        An unchanged article writes nothing. A partial one never replaces a full text, a feed's text never
        one that was ``fetched`` from the article's page, nothing shorter the text of a bookmark; titles,
        times and addresses follow the source all the same. The feed's version of what was fetched is kept
        beside it and follows the feed: see `swap`. An entry whose guid alone has changed is the same
        (`renamed`).
        """
        from tui_reader.library import renamed, storing
        from tui_reader.library.making import to_row

        if not articles:
            return []
        rows = [to_row(article) for article in articles]
        with self._db.transaction():
            if not fetched:
                rows = renamed.settled(self._db, rows)
            return storing.store(self._db, rows, _seconds(now), fetched=fetched)

    def keep(self, lots: Sequence[Lot], *, now: datetime) -> list[tuple[str, ...]]:
        """`store` what several feeds brought, and `remember` what belongs to each, all in one transaction.

        The ids of those of each that were new.
        """
        from tui_reader.library import renamed, storing

        with self._db.transaction():
            rows = [renamed.settled(self._db, lot.rows) for lot in lots]
            new = set(storing.store(self._db, [*chain(*rows)], _seconds(now), fetched=False))
            for lot in lots:
                self._remember(lot.key, lot.validators)
        found = []
        for lot_rows in rows:
            ids = {row.id for row in lot_rows} & new
            new -= ids
            found.append(tuple(ids))
        return found

    def swap(self, article_id: str, *, now: datetime) -> bool:
        """Show the feed's version of an article in place of its page's, or the other way round.

        Both stay held, and the index holds the words of the one shown. False where there is only one.
        """
        from tui_reader.library import storing

        with self._db.transaction():
            numbers = state.numbers_of(self._db, [article_id])
            return bool(numbers) and storing.swap(self._db, numbers[0], _seconds(now))

    def awaiting(
        self, source: str, *, since: datetime, now: datetime, tries: int, pause: timedelta, limit: int
    ) -> list[Article]:
        """The entries of a source of which only a summary is held, and which have an address; newest first.

        Left out are those that came before ``since``, those whose page was ``tried`` so many times, and for a
        ``pause`` after each try (twice as long after the second) those that were.
        """
        from tui_reader.library import versions

        seconds = int(pause.total_seconds())
        return versions.awaiting(
            self._db, content.storable(source), since=_seconds(since), now=_seconds(now), tries=tries,
            pause=seconds, limit=limit,
        )  # fmt: skip

    def tried(self, ids: Iterable[str], *, now: datetime) -> None:
        """Remember that the pages of these articles gave no full text."""
        from tui_reader.library import versions

        with self._db.transaction():
            versions.tried(self._db, ids, _seconds(now))

    def index(self, query: Query, order: Sequence[str] = (), *, stories: bool = True) -> list[int]:
        """Row numbers, newest first, for `headlines`: all of a list. A screen asks for a few: see `Listing.rows`.

        With ``stories`` a story stands once: by its article in the query's language, else in the first
        language of ``order`` that it has. Row numbers mean the same as long as the library exists.
        """
        return self.lists.rows(query, order if stories else None)

    def headlines(self, rows: Sequence[int]) -> list[Headline]:
        """The lines of ``rows`` in the order asked; rows that do not exist are left out."""
        return headlines.headlines(self._db, rows, self._read)

    def excerpts(self, rows: Sequence[int], finder: Finder) -> dict[int, Excerpt]:
        """The words around what ``finder`` finds in the articles ``rows``, outside their titles; reads them whole."""
        from tui_reader.library import versions

        texts = {row: versions.shown(self._db, row, "") for row in rows}
        found = {row: excerpt(content.parts(article), finder) for row, article in texts.items()}
        return {row: one for row, one in found.items() if one is not None}

    def tabs(self, query: Query) -> list[Tab]:
        """The numbers of ``query`` in all languages (first; its own language left aside) and in each.

        Regions of a language share its tab (``en`` holds ``en-GB``), scripts don't. Order them with
        `tui_reader.languages.in_order`.
        """
        return self.lists.tabs(query)

    def counts(self) -> dict[str, SourceCount]:
        """Stories by source name; sources without an article are missing."""
        return self.lists.counts()

    def rename_source(self, name: str, new: str) -> int:
        """Give what is held of a source to its new name; how many articles that were."""
        from tui_reader.library import renaming

        with self._db.transaction(durable=True):
            return renaming.rename(self._db, name, new)

    def remember_name(self, name: str, new: str) -> None:
        """Know that the source ``new`` was called ``name``; what is held stays where it is."""
        from tui_reader.library import renaming

        with self._db.transaction():
            renaming.remember(self._db, name, new)

    def unread(self, search: Search, most: int) -> int:
        """How many unread stories ``search`` finds, counted up to ``most``."""
        wanted = both(search.root, Is(State.UNREAD))
        if not asks_for_hidden(search):
            wanted = both(wanted, Not(Is(State.HIDDEN)))
        unread = Matching(wanted, names.known(self._db, self._read))
        stories = f"SELECT DISTINCT line FROM ({unread.select('line')}) LIMIT :most"
        parameters = unread.parameters | {"low": 0, "high": 2**62, "most": most}
        found: int = self._db.column(f"SELECT count(*) FROM ({stories})", parameters)[0]
        return found

    def stamp(self) -> tuple[int, int]:
        """Two numbers that are the same as long as nothing was written, here or elsewhere."""
        return self._db.version()[0], self._db.written

    def recount(self) -> None:
        """Make the numbers of `tabs` and `counts` anew from the articles, should they ever be wrong."""
        with self._db.transaction():
            tally.recount(self._db)

    def until(self, over: Callable[[], bool]) -> AbstractContextManager[None]:
        """Break off the question asked inside, with `GaveWayError`, as soon as ``over`` says so."""
        return self._db.until(over)

    def held(self, article_id: str) -> Held | None:
        """The article with what is known of it, or None."""
        row = self._db.one("SELECT number FROM article WHERE id = ?", (content.storable(article_id),))
        return self._held(row[0]) if row else None

    def held_by_url(self, url: str) -> Held | None:
        """The newest article at this address, however it is spelled (`stories.normalize_url`), or None."""
        row = self._db.one(
            "SELECT number FROM article WHERE address = ? ORDER BY arrived DESC, number DESC LIMIT 1",
            (content.address(url),),
        )
        return self._held(row[0]) if row else None

    def find(self, prefix: str) -> list[str]:
        """The ids that begin with ``prefix``, in order."""
        prefix = prefix.lower()
        if not set(prefix) <= set("0123456789abcdef"):
            return []
        return self._db.column(
            "SELECT id FROM article WHERE id >= ? AND id < ? ORDER BY id", (prefix, prefix + "g")
        )

    def mark_read(self, ids: Iterable[str], read: bool, *, now: datetime) -> list[str]:
        """Mark articles, or with ``read="story"`` their whole stories, as read or unread.

        The ids whose state changed: ``mark_read(changed, not read)`` undoes it.
        """
        with self._db.transaction():
            numbers = state.numbers_of(self._db, ids)
            return state.mark(self._db, numbers, read, _seconds(now), whole=self._whole)

    def mark_all_read(self, query: Query, *, now: datetime) -> list[str]:
        """Mark everything that ``query`` finds as read; the ids whose state changed."""
        numbers = self.lists.numbers(replace(query, unread=True))
        with self._db.transaction():
            return state.mark(self._db, numbers, True, _seconds(now), whole=self._whole)

    def bookmark(self, article_id: str, on: bool, *, now: datetime) -> list[str]:
        """Bookmark the story of an article, or no longer; the ids of its articles, none where it isn't held.

        Tags and note go with the bookmark: `bookmarks` has them. When this returns, the disk has it.
        """
        with self._db.transaction(durable=True):
            numbers = state.numbers_of(self._db, [article_id])
            return state.bookmark(self._db, numbers, on, _seconds(now)) if numbers else []

    def part(self, article_id: str, other_id: str | None = None, *, now: datetime) -> list[tuple[str, str]]:
        """Take apart an article and the editions that are only likely of its story, for good.

        With ``other_id`` only that edition is taken away, and one that is matched too; what the source
        declares can't be. The pairs that were taken apart, by their ids: `rejoin` undoes it.
        """
        from tui_reader.library import parting

        with self._db.transaction(durable=True):
            return parting.part(self._db, article_id, other_id, _seconds(now))

    def rejoin(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Forget that ``pairs`` (of ids) were taken apart, so that their evidence joins them again."""
        from tui_reader.library import parting

        with self._db.transaction(durable=True):
            parting.rejoin(self._db, pairs)

    def validators(self, url: str) -> Validators:
        """What is remembered of the feed at ``url``; empty where nothing is."""
        row = self._db.one(f"SELECT {_REMEMBERED} FROM feed WHERE url = ?", (content.storable(url),))
        if row is None:
            return Validators()
        moments = content.moment(row[4]), content.moment(row[6])
        return Validators(row[0], row[1], row[2], row[3], moments[0], row[5], moments[1])

    def remember(self, url: str, validators: Validators) -> None:
        """Remember ``validators`` for the feed at ``url``, in place of what was."""
        with self._db.transaction():
            self._remember(url, validators)

    def _remember(self, url: str, validators: Validators) -> None:
        texts = (url, validators.etag, validators.last_modified, validators.body_hash, validators.moved_to)
        row = (
            *(text and content.storable(text) for text in texts),
            content.seconds(validators.not_before),
            validators.failures,
            content.seconds(validators.retry_at),
        )
        if row[1:] != self._db.one(f"SELECT {_REMEMBERED} FROM feed WHERE url = ?", row[:1]):
            self._db.execute(
                f"INSERT OR REPLACE INTO feed (url, {_REMEMBERED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row
            )

    def _held(self, number: int) -> Held:
        from tui_reader.library.holding import held

        return held(self._db, number, whole=self._whole)


def _seconds(now: datetime) -> int:
    moment = content.seconds(now)
    assert moment is not None
    return moment
