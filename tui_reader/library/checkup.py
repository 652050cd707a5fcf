"""What is wrong with a library's file, found without changing a byte of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from tui_reader.library.backup import copies
from tui_reader.library.schema import APPLICATION_ID, BROKEN, MIGRATIONS
from tui_reader.reasons import reason
from tui_reader.values import frozen
from tui_reader.words import N_, tr, trn

BUSY_SECONDS = 5.0
_MAGIC = b"SQLite format 3\x00"
_LINES = 5  # of what SQLite itself finds


class State(StrEnum):
    """How bad a finding is. `DAMAGED`: a repair may save what can be saved. `WRONG`: something else is to be done."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"
    DAMAGED = "damaged"


@frozen
class Finding:
    """What was looked at, how it is, and what that means, in one line."""

    what: str
    state: State
    text: str


# What must be zero in a library that agrees with itself, and what it means where it isn't.
_DISAGREEMENTS = (
    (
        "SELECT count(*) FROM article LEFT JOIN document USING (number) WHERE document.number IS NULL",
        N_("articles have lost their text"),
    ),
    (
        "SELECT count(*) FROM article LEFT JOIN listing USING (number) WHERE listing.number IS NULL",
        N_("articles stand in no list"),
    ),
    (
        "SELECT count(*) FROM listing LEFT JOIN article USING (number) WHERE article.number IS NULL",
        N_("lines of the lists have no article"),
    ),
    (
        "SELECT count(*) FROM bookmark LEFT JOIN article USING (number) WHERE article.number IS NULL",
        N_("bookmarks have no article"),
    ),
    (
        "SELECT count(*) FROM bookmark JOIN listing USING (number) WHERE listing.bookmarked = 0",
        N_("bookmarks are not shown"),
    ),
    (
        "SELECT count(*) FROM tag LEFT JOIN bookmark USING (number) WHERE bookmark.number IS NULL",
        "tags have no bookmark",
    ),
    (
        "SELECT count(*) FROM note LEFT JOIN bookmark USING (number) WHERE bookmark.number IS NULL",
        "notes have no bookmark",
    ),
    (
        "SELECT count(*) FROM seen JOIN listing USING (number) WHERE listing.seen = 0",
        N_("articles that were read are shown as unread"),
    ),
)


def examine(path: Path) -> list[Finding]:
    """What there is to say of the library at ``path``; all is well where every finding is OK or a NOTE."""
    if not path.exists():
        return [
            Finding("library", State.NOTE, tr("there is none yet; the reader makes it at {path}", path=path))
        ]
    start = _start(path)
    if isinstance(start, Finding):
        return [start]
    found: list[Finding] = []
    try:
        with closing(_opened(path)) as raw:
            found += _identity(raw, path)
            if not any(finding.state is State.WRONG for finding in found):
                found += _soundness(raw)
    except BROKEN as error:
        found.append(_broken(error))
    kept = copies(path)
    if kept:
        names = ", ".join(place.name for place in kept)
        found.append(
            Finding(
                "copies", State.NOTE, tr("made before new versions changed the tables: {names}", names=names)
            )
        )
    return found


def is_damaged(found: list[Finding]) -> bool:
    """Whether a repair is called for."""
    return any(finding.state is State.DAMAGED for finding in found) and not any(
        finding.state is State.WRONG for finding in found
    )


def in_use(path: Path) -> bool:
    """Whether another process has the library open; a file too damaged to be asked counts as free."""
    try:
        with closing(sqlite3.connect(path, timeout=0.5, isolation_level=None)) as raw:
            raw.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("ROLLBACK")
    except BROKEN as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return False


def _start(path: Path) -> bytes | Finding:
    try:
        if not path.is_file():
            return Finding(
                "library",
                State.WRONG,
                tr("{path} is not an ordinary file; name another with --library", path=path),
            )
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        return Finding(
            "library", State.WRONG, tr("{path} can't be read ({reason})", path=path, reason=reason(error))
        )
    if start and start != _MAGIC:
        text = tr(
            "{path} is not a library: move it away, or name another file with --library; it is left as it is",
            path=path,
        )
        return Finding("library", State.WRONG, text)
    return start


def _opened(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _identity(raw: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    application = raw.execute("PRAGMA application_id").fetchone()[0]
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    tables = raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION_ID and (application or version or tables):
        text = tr(
            "{path} is another program's database; name another file with --library; it is left as it is",
            path=path,
        )
        yield Finding("library", State.WRONG, text)
    elif version > len(MIGRATIONS):
        text = tr(
            "{path} was written by a newer tui-reader (version {version} of its tables): update tui-reader",
            path=path,
            version=version,
        )
        yield Finding("library", State.WRONG, text)
    elif version <= 0 and tables:
        text = tr("its tables say that they are of version {version}, which never was", version=version)
        yield Finding("library", State.DAMAGED, text)
    elif version < len(MIGRATIONS):
        text = tr(
            "its tables are of version {old}; the reader brings them to version {new} when it opens them, and makes a copy before",
            old=version,
            new=len(MIGRATIONS),
        )
        yield Finding("library", State.NOTE, text)
    else:
        yield Finding(
            "library", State.OK, tr("{path}, version {version} of its tables", path=path, version=version)
        )


def _soundness(raw: sqlite3.Connection) -> Iterator[Finding]:
    lines = [row[0] for row in raw.execute(f"PRAGMA integrity_check({_LINES})")]
    if lines != ["ok"]:
        said = "; ".join(" ".join(str(line).split()) for line in lines)
        yield Finding("file", State.DAMAGED, tr("it is damaged: {problem}", problem=said[:300]))
        return
    yield Finding("file", State.OK, tr("every page is sound"))
    broken = raw.execute("PRAGMA foreign_key_check").fetchmany(_LINES)
    if broken:
        tables = ", ".join(sorted({row[0] for row in broken}))
        yield Finding(
            "tables",
            State.DAMAGED,
            tr("rows point to articles that are not there (in {tables})", tables=tables),
        )
    yield from _agreement(raw)
    yield from _words(raw)


def _agreement(raw: sqlite3.Connection) -> Iterator[Finding]:
    wrong = [
        f"{tr(meaning)}: {count}"
        for sql, meaning in _DISAGREEMENTS
        if (count := raw.execute(sql).fetchone()[0])
    ]
    if wrong:
        yield Finding("tables", State.DAMAGED, "; ".join(wrong))
        return
    articles, bookmarks = (
        raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("article", "bookmark")
    )
    yield Finding(
        "tables",
        State.OK,
        trn(
            "{count} article, {bookmarks} of them bookmarked; all agree",
            "{count} articles, {bookmarks} of them bookmarked; all agree",
            articles,
            bookmarks=bookmarks,
        ),
    )


def _words(raw: sqlite3.Connection) -> Iterator[Finding]:
    """FTS5 looks at its index by a command that is written like a change; it is taken back."""
    try:
        raw.execute("BEGIN IMMEDIATE")
        try:
            raw.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        finally:
            raw.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        yield Finding("search", State.NOTE, tr("could not be looked at now ({error})", error=error))
    except BROKEN as error:
        yield Finding("search", State.DAMAGED, tr("the index of words is damaged ({error})", error=error))
    else:
        yield Finding("search", State.OK, tr("the index of words is sound"))


def _broken(error: Exception) -> Finding:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Finding("library", State.WRONG, tr("another program is writing it: try again when it is done"))
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return Finding("library", State.WRONG, tr("it can't be opened for writing ({error})", error=error))
    return Finding("file", State.DAMAGED, tr("it is damaged ({error})", error=error))
