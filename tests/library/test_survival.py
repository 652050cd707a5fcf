"""Two processes at once, and one that is killed in the middle of a write."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing, suppress
from multiprocessing import get_context
from pathlib import Path
from random import Random
from subprocess import PIPE, Popen
from typing import Any

import pytest

from tests.library.making import NOW, article, trio
from tui_reader.errors import LibraryError
from tui_reader.library import schema
from tui_reader.library.library import Library
from tui_reader.model import Query
from tui_reader.stories.grouping import group_articles

# Stores and bookmarks until it is killed, and says which bookmarks it was promised.
WRITER = """
import sys
from pathlib import Path
from tests.library.making import NOW, trio
from tui_reader.library.library import Library

with Library.open(Path(sys.argv[1])) as library:
    print("open", flush=True)
    for number in range(1_000_000):
        articles = trio(f"{sys.argv[2]}-{number}")
        library.store(articles, now=NOW)
        library.bookmark(articles[number % 3].id, True, now=NOW)
        print(articles[number % 3].id, flush=True)
"""
ROOT = Path(__file__).resolve().parents[2]


def _write(path: Path, name: str, count: int) -> None:
    with Library.open(path) as library:
        for number in range(count):
            articles = trio(f"{name}-{number}")
            library.store(articles, now=NOW)
            library.mark_read([articles[0].id], True, now=NOW)
            library.bookmark(articles[1].id, number % 2 == 0, now=NOW)


def test_two_processes_write_at_once(path: Path) -> None:
    context = get_context("spawn")
    processes = [context.Process(target=_write, args=(path, name, 60)) for name in ("app", "command")]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    with Library.open(path) as library:
        assert library.tabs(Query())[0].total == 120
        assert library.tabs(Query())[0].unread == 0
        assert len(library.index(Query(bookmarked=True))) == 60


def test_a_library_that_is_made_while_it_is_looked_at_is_ours(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process makes the tables between two questions about the file."""
    path.parent.mkdir(parents=True)
    tried: list[str] = []
    connect = sqlite3.connect

    class Watched(sqlite3.Connection):
        def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
            if sql == "PRAGMA user_version" and not tried:
                tried.append(sql)
                other = connect(path, timeout=0, isolation_level=None)
                with (
                    closing(other),
                    suppress(sqlite3.OperationalError),
                ):  # it may have to wait until we have looked
                    schema.migrate(other)
            return super().execute(sql, *parameters)

    def watched(path: Path, *, timeout: float, isolation_level: None) -> sqlite3.Connection:
        return connect(path, timeout=timeout, isolation_level=isolation_level, factory=Watched)

    monkeypatch.setattr("tui_reader.library.connection.sqlite3.connect", watched)
    with Library.open(path) as library:
        assert tried
        assert library.store([article("a")], now=NOW)


def test_a_reader_is_not_held_up_by_a_writer(path: Path) -> None:
    with Library.open(path) as library:
        library.store(trio("a"), now=NOW)
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute("BEGIN IMMEDIATE")
            assert len(library.index(Query())) == 1
            with Library.open(path, busy_seconds=0.05) as other:
                with pytest.raises(LibraryError, match="another program"):
                    other.store([article("b")], now=NOW)
                raw.execute("ROLLBACK")
                assert other.store([article("b")], now=NOW)


def test_killed_in_the_middle_nothing_acknowledged_is_lost(path: Path) -> None:
    chance = Random(7)
    promised: set[str] = set()
    for life in range(6):
        with Popen(
            [sys.executable, "-c", WRITER, str(path), str(life)],
            stdout=PIPE,
            text=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "open\n"
            for _ in range(chance.randrange(2, 40)):
                promised.add(process.stdout.readline().strip())
            process.kill()
            promised |= {line.strip() for line in process.stdout if line.endswith("\n")}
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    with Library.open(path) as library:
        library._db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        kept = library.headlines(library.index(Query(bookmarked=True), stories=False))
        assert promised <= {line.id for line in kept}
        assert len(promised) > 20
        held = [found.article for line in kept if (found := library.held(line.id)) is not None]
        assert all(len(story) == 3 for story in group_articles(held))


def test_a_full_disk_is_one_line_and_loses_nothing(path: Path) -> None:
    with Library.open(path) as library:
        library.store(trio("a"), now=NOW)
        pages = library._db.column("PRAGMA page_count")[0]
        library._db.execute(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(LibraryError, match="disk is full"):
            library.store([article(f"b{n}", text="word " * 2000) for n in range(50)], now=NOW)
        assert library.tabs(Query())[0].total == 1
        library._db.execute("PRAGMA max_page_count = 1000000")
        assert library.store([article("c")], now=NOW)
        assert library._db.column("PRAGMA synchronous") == [1]
