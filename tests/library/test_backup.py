"""The copy that is made before a migration."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.library.making import NOW, back_to, trio
from tui_reader.errors import LibraryError
from tui_reader.library.backup import KEPT, copies, copy_of
from tui_reader.library.library import Library
from tui_reader.library.schema import MIGRATIONS
from tui_reader.model import Query


def old(path: Path, version: int = 1) -> None:
    """A library with one bookmarked story, as ``version`` of its tables left it."""
    with Library.open(path) as library:
        library.store(trio("a"), now=NOW)
        library.bookmark(trio("a")[0].id, True, now=NOW)
    back_to(path, version)


def test_a_migration_leaves_a_copy_of_what_was(path: Path) -> None:
    old(path)
    with Library.open(path) as library:
        assert len(library.index(Query(bookmarked=True))) == 1
    assert copies(path) == [copy_of(path, 1)]
    with closing(sqlite3.connect(copy_of(path, 1))) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
        assert raw.execute("SELECT count(*) FROM bookmark").fetchone() == (3,)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Library.open(copy_of(path, 1)) as library:  # a copy is a library
        assert len(library.index(Query(bookmarked=True))) == 1


def test_without_a_migration_there_is_none(path: Path) -> None:
    Library.open(path).close()
    Library.open(path).close()
    assert copies(path) == []


def test_the_last_ones_are_kept(path: Path) -> None:
    old(path)
    for version in (7, 8, 9):
        copy_of(path, version).touch()
    path.with_name("library.version-x.db").touch()
    Library.open(path).close()
    assert len(copies(path)) == KEPT
    assert copies(path)[-1] == copy_of(path, 9)
    assert path.with_name("library.version-x.db").exists()


def test_without_room_nothing_is_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old(path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
    with pytest.raises(LibraryError, match="there is no room"):
        Library.open(path)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    assert copies(path) == []
    monkeypatch.undo()
    Library.open(path).close()
    assert len(MIGRATIONS) > 1
