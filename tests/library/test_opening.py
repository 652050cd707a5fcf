"""What may stand where the library should be."""

from __future__ import annotations

import os
import sqlite3
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.library.making import NOW, article
from tui_reader.errors import LibraryError
from tui_reader.library import schema
from tui_reader.library.library import Library
from tui_reader.model import Query


def refused(path: Path, *words: str) -> None:
    """Opening fails in one line with ``words`` and the file's name, and changes no byte."""
    before = path.read_bytes() if os.path.isfile(path) else None
    with pytest.raises(LibraryError) as caught:
        Library.open(path)
    message = str(caught.value)
    assert str(path) in message
    assert "\n" not in message
    for word in words:
        assert word in message
    if before is not None:
        assert path.read_bytes() == before


def test_a_new_library_is_made_with_its_folders(path: Path) -> None:
    with Library.open(path) as library:
        assert library.index(Query()) == []
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert raw.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert raw.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
    raw.close()


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    Library.open(path).close()


def test_garbage_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes.\n" * 300)
    refused(path, "not a library", "--library")
    path.write_text("x")
    refused(path, "not a library")
    path.write_bytes(b"SQLite format 3\x00" + os.urandom(5000))
    refused(path, "--library")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE recipe (name TEXT)")
    raw.commit()
    raw.close()
    refused(path, "another program's")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["other.db"]


def test_a_newer_version_is_left_alone(path: Path) -> None:
    Library.open(path).close()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    refused(path, "newer", "update tui-reader", "99")


def test_a_truncated_library_is_an_error_and_is_left_alone(path: Path) -> None:
    with Library.open(path) as library:
        library.store([article(f"a{n}") for n in range(300)], now=NOW)
    whole = path.read_bytes()
    for size in (50, 100, 512, 4096, 5000):
        path.write_bytes(whole[:size])
        refused(path)


def test_a_folder_and_a_device_are_refused(tmp_path: Path) -> None:
    refused(tmp_path, "folder")
    refused(Path("/dev/null"), "not an ordinary file")
    file = tmp_path / "file"
    file.touch()
    refused(file / "library.db")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    refused(pipe, "not an ordinary file")


def test_a_path_that_no_system_takes_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "\0" / "x.db")
    refused(tmp_path / ("x" * 400))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_place_that_can_not_be_written_is_refused(path: Path) -> None:
    Library.open(path).close()
    path.parent.chmod(0o500)
    try:
        refused(path, "can't be written", str(path.parent))
    finally:
        path.parent.chmod(0o700)
    path.chmod(0o400)
    refused(path, "can't be written")


def test_an_error_while_it_is_used_names_the_file(path: Path) -> None:
    library = Library.open(path)
    raw = sqlite3.connect(path)
    raw.execute("DROP TABLE feed")
    raw.close()
    with pytest.raises(LibraryError, match=r"library\.db"):
        library.validators("https://post.example/rss")
    library.close()
    with pytest.raises(LibraryError, match=r"library\.db"):
        library.tabs(Query())


def test_a_migration_that_fails_leaves_the_old_version(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library:
        library.store([article("a")], now=NOW)
    broken = "CREATE TABLE fresh (x); INSERT INTO fresh VALUES (1); CREATE TABLE article (x);"
    reached = len(schema.MIGRATIONS)
    raw = sqlite3.connect(path, isolation_level=None)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken.replace("; ", ";\n")))
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(raw, reached + 1)
    assert raw.execute("PRAGMA user_version").fetchone() == (reached,)
    assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'fresh'").fetchone() == (0,)
    raw.close()


def test_a_migration_is_done_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Library.open(path).close()
    version = len(schema.MIGRATIONS) + 1
    raw = sqlite3.connect(path, isolation_level=None)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE fresh (x);"))
    schema.migrate(raw, version)
    schema.migrate(raw, version)
    assert raw.execute("PRAGMA user_version").fetchone() == (version,)
    raw.close()


def _open_and_store(path: Path, name: str) -> None:
    with Library.open(path) as library:
        library.store([article(name)], now=NOW)


@pytest.mark.slow
def test_processes_may_make_one_library_at_once(path: Path) -> None:
    context = get_context("spawn")
    processes = [context.Process(target=_open_and_store, args=(path, f"p{n}")) for n in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 4
    with Library.open(path) as library:
        assert len(library.index(Query())) == 4
