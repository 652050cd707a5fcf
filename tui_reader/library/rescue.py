"""What can still be read of a damaged library, put into a new one: bookmarks first, then the rest.

The damaged file is only read, from a copy of it and of its log (``-wal``). Tables are read by row numbers, so that
a page that is gone costs its own rows and no more. What follows from the articles (lists, stories, the index of words)
is made anew by the library itself.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from tui_reader.bookmarks import Bookmark
from tui_reader.errors import LibraryError
from tui_reader.library import content, packing
from tui_reader.library.hiding import Hidden
from tui_reader.library.library import Library
from tui_reader.library.schema import BROKEN
from tui_reader.model import Article, Block, BlockKind
from tui_reader.values import frozen
from tui_reader.words import tr

LOST_SOURCE = "Rescued"
BATCH = 500
_BYTES_AN_ARTICLE = 500  # a library is never smaller: bounds the search for rows
_ARTICLE = "id, source, title, url, published, arrived, summary, partial, fetched"

Row = tuple[object, ...]


@frozen
class Rescued:
    """How many of each were saved, and how many bookmarks and articles could no longer be read."""

    bookmarks: int
    articles: int
    read: int
    lost_bookmarks: int
    lost_articles: int


def rescue(damaged: Path, target: Path) -> Rescued:
    """Save what can be read of ``damaged`` into a new library at ``target``.

    Raises LibraryError where ``target`` can't be written, or where not even the list of tables can be read; OSError
    where there is no room for the copy. ``damaged`` is not changed.
    """
    with TemporaryDirectory(prefix="tui-reader-", dir=target.parent) as folder:
        copy = Path(folder) / "damaged.db"
        for end in ("", "-wal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{damaged}{end}", f"{copy}{end}")
        try:
            torn = _Torn(copy)
        except BROKEN as error:
            raise LibraryError(tr("nothing of it can be read: {error}", error=error)) from error
        with closing(torn), Library.open(target, read="edition") as library:
            return _Rescue(torn, library).run()


class _Torn:
    """A damaged database, read row by row."""

    def __init__(self, path: Path) -> None:
        self._raw = sqlite3.connect(path, isolation_level=None)
        # With it SQLite reads a file that is shorter than it says; nothing is written here.
        self._raw.execute("PRAGMA writable_schema = ON")
        self._raw.execute("PRAGMA trusted_schema = OFF")
        self.tables = {row[0] for row in self._raw.execute("SELECT name FROM sqlite_master")}
        if not self._has("article") and not self._has("document"):
            raise sqlite3.DatabaseError(tr("the list of its tables is damaged"))
        self._bound = path.stat().st_size // _BYTES_AN_ARTICLE + 1000
        self._top: int | None = None

    def close(self) -> None:
        self._raw.close()

    def _has(self, table: str) -> bool:
        """Whether SQLite knows of the table; what it holds may be gone all the same."""
        try:
            self._raw.execute(f"EXPLAIN SELECT number FROM {table}")
        except BROKEN:
            return False
        return True

    def rows(self, table: str, columns: str) -> Iterator[Row]:
        """The rows that can be read, each after its number."""
        if table not in self.tables:
            return
        sql, at = f"SELECT number, {columns} FROM {table} WHERE number", 0
        while True:
            try:
                batch = self._raw.execute(f"{sql} > ? ORDER BY number LIMIT ?", (at, BATCH)).fetchall()
            except BROKEN:
                batch = [row for number in range(at + 1, at + 1 + BATCH) if (row := self.one(sql, number))]
                at += BATCH
                if at > self._last():
                    yield from batch
                    return
            else:
                if not batch:
                    return
                at = batch[-1][0]
            yield from batch

    def pairs(self, table: str) -> list[tuple[int, int]]:
        """The pairs of numbers of a table, as far as they can be read."""
        found: list[tuple[int, int]] = []
        if table in self.tables:
            with suppress(*BROKEN):
                found.extend(self._raw.execute(f"SELECT number, other FROM {table}"))
        return found

    def former(self) -> list[tuple[str, str]]:
        """Sources with a name that each had before, as far as they can be read."""
        found: list[tuple[str, str]] = []
        if "former" in self.tables:
            with suppress(*BROKEN):
                for source, name in self._raw.execute("SELECT source, name FROM former"):
                    found.append((str(source), str(name)))
        return found

    def texts(self, sql: str, number: int) -> list[str]:
        """The texts of one number in a table of several rows a number, as far as they can be read."""
        found: list[str] = []
        with suppress(*BROKEN):
            for (text,) in self._raw.execute(f"{sql} = ?", (number,)):
                found.append(str(text))
        return found

    def one(self, sql: str, number: int) -> Row | None:
        """The row with this number; None where it can't be read. ``sql`` ends before the comparison."""
        try:
            row: Row | None = self._raw.execute(f"{sql} = ?", (number,)).fetchone()
        except BROKEN:
            return None
        return row

    def _last(self) -> int:
        """The highest number that any table knows; where their ends can't be read, as many as the file may hold."""
        if self._top is None:
            known = [self._highest(table) for table in ("article", "document", "listing")]
            found = [number for number in known if number is not None]
            self._top = max(found) if len(found) == len(known) else max([self._bound, *found])
        return self._top

    def _highest(self, table: str) -> int | None:
        try:
            return int(self._raw.execute(f"SELECT max(number) FROM {table}").fetchone()[0] or 0)
        except BROKEN:
            return None


@frozen
class _Found:
    """An article as it could be read: what is shown, its other version, when it came, whether the page's is shown."""

    shown: Article
    other: Article | None
    arrived: int
    fetched: bool


class _Rescue:
    def __init__(self, torn: _Torn, library: Library) -> None:
        self._torn, self._library = torn, library
        self._rows = {row[0]: row[1:] for row in torn.rows("article", _ARTICLE)}
        self._sources = {row[0]: str(row[1]) for row in torn.rows("listing", "source")}
        self._ids: dict[object, str] = {}

    def run(self) -> Rescued:
        notes = {row[0]: str(row[1]) for row in self._torn.rows("note", "text")}
        noted = {*notes, *(row[0] for row in self._torn.rows("tag", "name"))}
        bookmarks = dict.fromkeys(noted) | {row[0]: row[1] for row in self._torn.rows("bookmark", "at")}
        self._store(number for number in bookmarks)
        saved = self._bookmark(bookmarks, notes)
        numbers = {*self._rows, *self._sources, *(row[0] for row in self._torn.rows("document", "1"))}
        self._store(number for number in sorted(numbers, key=str) if number not in self._ids)
        seen = {row[0]: row[1] for row in self._torn.rows("seen", "at")}
        read = self._mark(seen, self._read)
        hidden = {row[0]: row[1:] for row in self._torn.rows("hidden", "at, rule")}
        self._library.hiding.restore(
            Hidden(self._ids[number], _moment(at if isinstance(at, int) else 0), str(rule))
            for number, (at, rule) in hidden.items()
            if number in self._ids
        )
        for source, name in self._torn.former():
            self._library.remember_name(name, source)
        for one, other in self._torn.pairs("parted"):
            if one < other and one in self._ids and other in self._ids:
                self._library.part(self._ids[one], self._ids[other], now=_moment(0))
        return Rescued(
            saved,
            len(self._ids),
            read,
            len(bookmarks) - saved,
            len(numbers | set(bookmarks)) - len(self._ids),
        )

    def _bookmark(self, bookmarks: dict[object, object], notes: dict[object, str]) -> int:
        """Make bookmarks anew, each with its time, tags and note; how many could be."""
        made = [
            Bookmark(
                self._ids[number],
                _moment(at if isinstance(at, int) else 0),
                self._tags(number),
                notes.get(number),
            )
            for number, at in bookmarks.items()
            if number in self._ids
        ]
        self._library.bookmarks.restore(made)
        return len(made)

    def _tags(self, number: object) -> tuple[str, ...]:
        if "tag" not in self._torn.tables or not isinstance(number, int):
            return ()
        return tuple(self._torn.texts("SELECT name FROM tag WHERE number", number))

    def _read(self, ids: Sequence[str], at: int) -> None:
        self._library.mark_read(ids, True, now=_moment(at))

    def _mark(self, marks: dict[object, object], change: Callable[[Sequence[str], int], None]) -> int:
        """Make marks anew, each with its own time; how many could be."""
        by_time: dict[int, list[str]] = defaultdict(list)
        for number, at in marks.items():
            if number in self._ids:
                by_time[at if isinstance(at, int) else 0].append(self._ids[number])
        for at, ids in sorted(by_time.items()):
            change(ids, at)
        return sum(map(len, by_time.values()))

    def _store(self, numbers: Iterable[object]) -> None:
        found = {number: one for number in numbers if (one := self._article(number)) is not None}
        ordered = sorted(found.values(), key=lambda one: (one.arrived, one.fetched))
        for (arrived, fetched), group in groupby(ordered, key=lambda one: (one.arrived, one.fetched)):
            self._store_batch(list(group), arrived, fetched)
        self._ids |= {number: one.shown.id for number, one in found.items()}

    def _store_batch(self, group: Sequence[_Found], arrived: int, fetched: bool) -> None:
        now = _moment(arrived)
        for start in range(0, len(group), BATCH):
            batch = group[start : start + BATCH]
            if fetched:  # the feed's version first, so that the page's stands over it
                self._library.store([one.other for one in batch if one.other is not None], now=now)
            self._library.store([one.shown for one in batch], now=now, fetched=fetched)
            for one in batch:
                if one.other is not None and not fetched:
                    self._library.store([one.other], now=now, fetched=True)
                    self._library.swap(one.shown.id, now=now)

    def _article(self, number: object) -> _Found | None:
        row = self._rows.get(number)
        source = str(row[1]) if row is not None else self._sources.get(number, LOST_SOURCE)
        shown = self._text("document", number, source)
        if shown is None:
            shown = _from_row(row) if row is not None else None
        if shown is None:
            return None
        arrived = row[5] if row is not None else None
        return _Found(
            shown,
            self._text("version", number, source),
            arrived if isinstance(arrived, int) else 0,
            bool(row is not None and row[8]),
        )

    def _text(self, table: str, number: object, source: str) -> Article | None:
        if table not in self._torn.tables or not isinstance(number, int):
            return None
        row = self._torn.one(f"SELECT body FROM {table} WHERE number", number)
        try:
            return packing.unpack(row[0], source) if row is not None and isinstance(row[0], bytes) else None
        except (ValueError, LookupError, TypeError, AttributeError):  # half a text: it is lost
            return None


def _from_row(row: Row) -> Article:
    """What is left of an article whose text is gone: its headline, address, time and summary."""
    id, source, title, url, published, _, summary, *_ = row
    return Article(
        identity=f"rescued\n{id}",
        title=str(title),
        source=str(source),
        url=str(url) if url else None,
        published=content.moment(published) if isinstance(published, int) else None,
        body=(Block(BlockKind.PARAGRAPH, str(summary)),) if summary else (),
        partial=True,
    )


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(max(at, 0), UTC)
