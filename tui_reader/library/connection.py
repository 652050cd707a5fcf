"""One connection to the library's file: opening it safely, transactions, and errors as one line.

Nothing here knows a table. Every error of SQLite leaves as a `LibraryError` that names the file and says what
to do. A file that is not a library of ours is never written to.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tui_reader.errors import LibraryError
from tui_reader.library.backup import before_migration
from tui_reader.library.schema import APPLICATION_ID, MIGRATIONS, migrate
from tui_reader.reasons import reason as system_reason
from tui_reader.words import N_, tr

BUSY_SECONDS = 20.0
_STEPS = 5000  # of SQLite's machine between two looks at whether to go on: less than a millisecond
_MAGIC = b"SQLite format 3\x00"
_ELSEWHERE = N_("move it away, or name another file with --library")

Row = tuple[Any, ...]
Parameters = Sequence[object] | dict[str, object]


class GaveWayError(LibraryError):
    """A question was broken off, because its answer is no longer wanted or something else is first."""


class Connection:
    """A connection of one thread, with ``foreign_keys`` on and in WAL mode."""

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        """Open the library at ``path``; its folder and its tables are made where they are missing."""
        self.path = path
        self.written = 0
        """How many transactions were written here."""
        _look_first(path)
        with self._explained():
            # Transactions are begun by hand: see `transaction`.
            self._raw = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        try:
            with self._explained():
                self._check()
                self._set_up(busy_seconds)
                self._copy_before_migration()
                migrate(self._raw)
        except BaseException:
            self._raw.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        with self._explained():
            self._raw.close()

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Every row of the answer."""
        with self._explained():
            return self._raw.execute(sql, parameters).fetchall()

    def one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of the answer, or None."""
        with self._explained():
            row: Row | None = self._raw.execute(sql, parameters).fetchone()
            return row

    def column(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """The first column of every row."""
        return [row[0] for row in self.rows(sql, parameters)]

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one statement: the number of the row that it inserted last."""
        with self._explained():
            return self._raw.execute(sql, parameters).lastrowid or 0

    def many(self, sql: str, parameters: Iterable[Parameters]) -> None:
        """Run one statement for each of ``parameters``."""
        with self._explained():
            self._raw.executemany(sql, parameters)

    def version(self) -> tuple[int, int]:
        """Two numbers that are the same as long as neither this connection nor another wrote anything."""
        with self._explained():
            other: int = self._raw.execute("PRAGMA data_version").fetchone()[0]
            return other, self._raw.total_changes

    @contextmanager
    def until(self, over: Callable[[], bool]) -> Iterator[None]:
        """Break off what is asked inside, with `GaveWayError`, as soon as ``over`` says so. For reading only."""
        self._raw.set_progress_handler(over, _STEPS)
        try:
            yield
        finally:
            self._raw.set_progress_handler(None, 0)

    @contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[None]:
        """Everything inside is written, or nothing.

        It takes the right to write at once (``BEGIN IMMEDIATE``): a reader that becomes a writer half-way
        would fail beside a second writer. ``durable`` waits until the disk has it (``synchronous=FULL``);
        otherwise a power cut may undo the last transactions, wholly, and never harms the file.
        """
        if durable:
            self.execute("PRAGMA synchronous = FULL")
        try:
            self.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.execute("COMMIT")
                self.written += 1
            except BaseException:
                if self._raw.in_transaction:
                    self._raw.rollback()
                raise
        finally:
            if durable:
                self.execute("PRAGMA synchronous = NORMAL")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                raise GaveWayError(
                    tr("{path} was asked something else meanwhile: ask again", path=self.path)
                ) from error
            raise LibraryError(_explain(self.path, error)) from error
        except UnicodeDecodeError as error:  # SQLite quotes what it stumbled over
            raise LibraryError(_damaged(self.path, "garbage in the list of tables")) from error

    def _check(self) -> None:
        """Read what the file says of itself, before anything is written."""
        self._raw.execute("BEGIN")  # one moment for all three: another process may be making the file
        application = self._raw.execute("PRAGMA application_id").fetchone()[0]
        version = self._raw.execute("PRAGMA user_version").fetchone()[0]
        tables = self._raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        self._raw.execute("COMMIT")
        if application != APPLICATION_ID and (application or version or tables):
            raise LibraryError(
                tr(
                    "{path} is another program's database, no library: {advice}",
                    path=self.path,
                    advice=tr(_ELSEWHERE),
                )
            )
        if version <= 0 and tables:
            raise LibraryError(_damaged(self.path, f"version {version}"))
        if version > len(MIGRATIONS):
            raise LibraryError(
                tr(
                    "{path} was written by a newer tui-reader (library version {version}, this one knows "
                    "{known}): update tui-reader, or name another file with --library",
                    path=self.path,
                    version=version,
                    known=len(MIGRATIONS),
                )
            )

    def _copy_before_migration(self) -> None:
        version = self._raw.execute("PRAGMA user_version").fetchone()[0]
        if 0 < version < len(MIGRATIONS):
            before_migration(self._raw, self.path, version)

    def _set_up(self, busy_seconds: float) -> None:
        # For a file that is made now: articles of two kilobytes leave a tenth less room unused than on pages of four.
        self._raw.execute("PRAGMA page_size = 8192")
        deadline = time.monotonic() + busy_seconds
        while True:
            try:
                self._raw.execute("PRAGMA journal_mode = WAL").fetchone()
                break
            except sqlite3.OperationalError as error:
                # SQLite does not wait here while another process opens the same new file.
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
        self._raw.execute("PRAGMA synchronous = NORMAL")
        self._raw.execute("PRAGMA foreign_keys = ON")
        self._raw.execute("PRAGMA temp_store = MEMORY")
        self._raw.execute("PRAGMA wal_autocheckpoint = 2000")  # pages: 16 MB
        self._raw.execute("PRAGMA journal_size_limit = 33554432")
        self._raw.execute("PRAGMA cache_size = -16000")  # 16 MB


def _look_first(path: Path) -> None:
    """Make the folder, and refuse what can't be a library, without SQLite touching it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise LibraryError(tr("{path} is a folder, no library: name a file with --library", path=path))
        if path.exists():
            if not path.is_file():
                raise LibraryError(
                    tr("{path} is not an ordinary file: name another with --library", path=path)
                )
            with path.open("rb") as file:
                start = file.read(len(_MAGIC))
            if start and start != _MAGIC:
                raise LibraryError(tr("{path} is not a library: {advice}", path=path, advice=tr(_ELSEWHERE)))
    except (OSError, ValueError) as error:
        reason = system_reason(error)
        raise LibraryError(
            tr(
                "{path} can't be used as the library ({reason}): name another file with --library",
                path=path,
                reason=reason,
            )
        ) from error
    for place in (path, path.parent):
        if place.exists() and not os.access(place, os.W_OK):
            raise LibraryError(
                tr(
                    "{path} can't be written: give yourself the right to write {place}, "
                    "or name another file with --library",
                    path=path,
                    place=place,
                )
            )


def _damaged(path: Path, reason: str) -> str:
    return tr(
        "{path} is damaged ({reason}): `tui-reader doctor --repair` saves what can be saved",
        path=path,
        reason=reason,
    )


def _explain(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    reason = " ".join(str(error).split())
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return tr("{path} is being written by another program: try again when it is done", path=path)
    if code == sqlite3.SQLITE_FULL:
        return tr(
            "{path} can't grow, the disk is full: make room and try again; what was stored is safe", path=path
        )
    if code == sqlite3.SQLITE_IOERR:
        return tr(
            "{path}: the disk can't be read or written ({reason}): check whether it is full or failing, and try "
            "again; what was stored is safe",
            path=path,
            reason=reason,
        )
    if code == sqlite3.SQLITE_NOTADB:
        return tr(
            "{path} is not a library ({reason}): {advice}", path=path, reason=reason, advice=tr(_ELSEWHERE)
        )
    if code == sqlite3.SQLITE_CORRUPT:
        return _damaged(path, reason)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return tr(
            "{path} can't be written ({reason}): name another file with --library", path=path, reason=reason
        )
    return tr("{path}: {reason}: try again, or name another file with --library", path=path, reason=reason)
