"""A copy of the library before a new version of the reader changes its tables.

It stands beside the library, named by the version of its tables: ``library.version-3.db``. The last `KEPT` are
kept. It is whole or not there: written under another name first, and flushed to the disk.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from tui_reader.errors import LibraryError
from tui_reader.reasons import reason as system_reason
from tui_reader.words import tr

KEPT = 2
_MARGIN = 8_000_000  # bytes that are left free beside the copy


def copy_of(path: Path, version: int) -> Path:
    """Where the copy of the library at ``path`` with ``version`` of its tables is."""
    return path.with_name(f"{path.stem}.version-{version}{path.suffix}")


def copies(path: Path) -> list[Path]:
    """The copies beside the library at ``path``, the oldest version first."""
    start, end = f"{path.stem}.version-", path.suffix
    found = []
    for place in path.parent.glob("*"):
        number = place.name.removeprefix(start).removesuffix(end)
        if place.name == f"{start}{number}{end}" and number.isascii() and number.isdigit():
            found.append((int(number), place))
    return [place for _, place in sorted(found)]


def before_migration(raw: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the open library ``raw`` at ``path``, whose tables are of ``version``; where the copy is.

    One that is there already stays: another process made it, or an earlier try. Raises LibraryError where it
    can't be made: then nothing was changed.
    """
    target = copy_of(path, version)
    if target.exists():
        return target
    try:
        needed = (
            raw.execute("PRAGMA page_count").fetchone()[0] * raw.execute("PRAGMA page_size").fetchone()[0]
        )
        free = shutil.disk_usage(path.parent).free
        if free < needed + _MARGIN:
            raise LibraryError(
                tr(
                    "{path} must be copied before this version of tui-reader changes it, and there is no room "
                    "({needed} are needed, {free} are free): make room in {folder}",
                    path=path,
                    needed=_size(needed),
                    free=_size(free),
                    folder=path.parent,
                )
            )
        _copy(raw, target)
    except (OSError, sqlite3.Error) as error:
        reason = system_reason(error)
        raise LibraryError(
            tr(
                "{path} must be copied before this version of tui-reader changes it, and {copy} can't be "
                "written ({reason}): make room, or give yourself the right to write {folder}",
                path=path,
                copy=target.name,
                reason=reason,
                folder=path.parent,
            )
        ) from error
    for old in copies(path)[:-KEPT]:
        with suppress(OSError):  # it only takes room
            old.unlink()
    return target


def _copy(raw: sqlite3.Connection, target: Path) -> None:
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            raw.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _size(count: int) -> str:
    if count >= 1_000_000:
        return tr("{size} MB", size=f"{count / 1e6:,.0f}")
    return tr("{size} kB", size=f"{count / 1e3:,.0f}")
