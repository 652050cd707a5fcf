"""The library survives: what stands in its place, what is broken, a full disk, two that write, a killed migration."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.hostile.console import READER
from tests.hostile.desk import rss
from tests.library.making import NOW, back_to, trio
from tests.loopback import Answer, Loopback
from tui_reader.library.library import Library
from tui_reader.library.schema import MIGRATIONS
from tui_reader.model import Query

ROOT = Path(__file__).resolve().parents[2]


def reader(
    *arguments: str | Path, fsize: int = 0, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command; ``fsize`` bounds how large a file it may write."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (fsize, fsize))

    return subprocess.run(
        [*READER, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | dict(environment or {}),
        preexec_fn=limit if fsize else None,
    )


def one_line(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode in (1, 2)
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.mark.case(87)
@pytest.mark.parametrize(
    "garbage", [b"my notes\n" * 999, b"\x00" * 8192, b"SQLite format 3\x00" + b"\xff" * 9000, b"PK\x03\x04x"]
)
def test_garbage_is_named_and_never_overwritten(tmp_path: Path, garbage: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(garbage)
    for command in (["list"], ["bookmark", "add", ROOT / "tui_reader/samples/tram.en.md"]):
        one_line(reader(*command, "--library", path), str(path))
        assert path.read_bytes() == garbage
    done = reader("doctor", "--repair", "--library", path)
    assert done.returncode == 1
    assert path.read_bytes() == garbage


@pytest.mark.case(88)
def test_bookmarks_are_saved_from_a_truncated_one(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        for number in range(150):
            library.store(trio(f"story {number}"), now=NOW)
            if number < 20:
                library.bookmark(trio(f"story {number}")[0].id, True, now=NOW)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    one_line(reader("list", "--library", path), "is damaged", "doctor --repair")
    done = reader("doctor", "--repair", "--json", "--library", path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["what"] == "repair"
    with Library.open(path) as library:
        assert len(library.index(Query(bookmarked=True))) >= 10
        assert len(library.index(Query())) >= 50
    damaged = [one for one in tmp_path.iterdir() if ".damaged-" in one.name and one.suffix == ".db"]
    assert [one.read_bytes() for one in damaged] == [whole[: len(whole) * 2 // 3]]


@contextmanager
def disk(folder: Path, options: str) -> Iterator[None]:
    """A small disk of its own at ``folder``; skips where only the superuser may have one, and this isn't he."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def one_bookmark(path: Path) -> None:
    with Library.open(path) as library:
        library.store(trio("kept"), now=NOW)
        library.bookmark(trio("kept")[0].id, True, now=NOW)


def the_disk_is_full(path: Path, settings: Path, make_room: Callable[[], object], fsize: int = 0) -> None:
    """A refresh fails in one line; what was there is whole; with room again nothing is missing."""
    with Loopback() as server:
        many = rss(*(f"Story {number} {'word ' * 200}" for number in range(700)))
        url = server.answer("/feed", Answer(many))
        settings.write_text(f'[[source]]\nname = "Large"\nurl = "{url}"\n', "utf-8")
        done = reader("refresh", "--library", path, "--config", settings, fsize=fsize)
        one_line(done, "disk", "full")
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert raw.execute("SELECT count(*) FROM bookmark").fetchall() == [(3,)]
        make_room()
        assert reader("refresh", "--library", path, "--config", settings).returncode == 0
    with Library.open(path) as library:
        assert len(library.index(Query())) == 701


@pytest.mark.slow
@pytest.mark.case(89)
def test_a_file_that_may_not_grow_in_the_middle_of_a_refresh(tmp_path: Path) -> None:
    one_bookmark(tmp_path / "library.db")
    the_disk_is_full(tmp_path / "library.db", tmp_path / "feeds.toml", lambda: None, fsize=400_000)


@pytest.mark.case(89)
@pytest.mark.slow
def test_a_disk_that_is_full_in_the_middle_of_a_refresh(tmp_path: Path) -> None:
    small = tmp_path / "small"
    with disk(small, "size=1200k"):
        one_bookmark(small / "library.db")
        more = ["mount", "-o", "remount,size=100m", str(small)]
        the_disk_is_full(
            small / "library.db", tmp_path / "feeds.toml", lambda: subprocess.run(more, check=True)
        )


@pytest.mark.case(90)
def test_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    fixed = tmp_path / "fixed"
    with disk(fixed, "size=20m"):
        one_bookmark(fixed / "library.db")
        before = (fixed / "library.db").read_bytes()
        subprocess.run(["mount", "-o", "remount,ro", str(fixed)], check=True)
        environment = {name: str(fixed) for name in ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
        for command in (["list"], ["refresh"], ["bookmark", "list"]):
            done = reader(*command, "--library", fixed / "library.db", environment=environment)
            one_line(done, "can't be written", "--library")
        assert (fixed / "library.db").read_bytes() == before


def _write(path: Path, name: str) -> None:
    with Library.open(path) as library:
        for number in range(40):
            library.store(trio(f"{name}-{number}"), now=NOW)
            library.bookmark(trio(f"{name}-{number}")[0].id, True, now=NOW)


@pytest.mark.case(91)
def test_two_that_write_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    context = get_context("spawn")
    both = [context.Process(target=_write, args=(path, name)) for name in ("one", "other")]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    with Library.open(path) as library:
        assert len(library.index(Query(bookmarked=True))) == 80


@pytest.mark.case(92)
def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    for command in (["list"], ["refresh"], ["doctor", "--repair"]):
        done = reader(*command, "--library", path)
        assert done.returncode == 1
        assert "update tui-reader" in done.stderr + done.stdout
    assert path.read_bytes() == before


MIGRATE = """
import sys
from pathlib import Path
from tui_reader.library.library import Library
print("go", flush=True)
Library.open(Path(sys.argv[1])).close()
"""


@pytest.mark.case(93)
def test_killed_during_a_migration_it_is_old_or_new(tmp_path: Path) -> None:
    made = tmp_path / "made.db"
    with Library.open(made) as library:
        for number in range(200):
            library.store(trio(f"story {number}"), now=NOW)
        library.bookmark(trio("story 7")[0].id, True, now=NOW)
    back_to(made, 1)
    whole = made.read_bytes()
    for life in range(6):
        path = tmp_path / f"{life}.db"
        path.write_bytes(whole)
        command = [sys.executable, "-c", MIGRATE, str(path)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
                for _ in range(life * 800):  # a little later each time
                    raw.execute("PRAGMA user_version").fetchone()
            process.kill()
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            version = raw.execute("PRAGMA user_version").fetchone()[0]
            assert 1 <= version <= len(MIGRATIONS)
        with Library.open(path) as library:
            assert len(library.index(Query(bookmarked=True))) == 1
            assert len(library.index(Query())) == 200
