"""Life and death: the terminal is given back, exit statuses tell the truth, no bookmark is lost."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.hostile.console import READER, Console
from tests.hostile.desk import rss
from tests.library.making import NOW, trio
from tests.loopback import Answer, Loopback
from tui_reader.library.library import Library
from tui_reader.model import Query

SAMPLES = (
    '[settings]\nlanguages = ["en"]\nrefresh_minutes = 0\n[[source]]\nname = "First steps"\nsamples = true\n'
)
SHOWN = ("Maple Harbour", "All 7")


@pytest.fixture
def settings(home: Path) -> Path:
    file = home / "feeds.toml"
    file.write_text(SAMPLES, "utf-8")
    return file


@pytest.fixture
def slow(home: Path) -> Iterator[Path]:
    """Settings with a source that never answers, beside the samples."""
    with Loopback() as server:
        server.answer("/feed", Answer(hang=True))
        file = home / "slow.toml"
        file.write_text(f'{SAMPLES}[[source]]\nname = "Slow"\nurl = "{server.url("/feed")}"\n', "utf-8")
        yield file


def opened(settings: Path, **environment: str) -> Console:
    console = Console(*READER, "--config", str(settings), environment=environment)
    console.until(*SHOWN)
    return console


@pytest.mark.case(96)
@pytest.mark.parametrize(
    "number",
    [signal.SIGTERM, *(pytest.param(one, marks=pytest.mark.slow) for one in (signal.SIGHUP, signal.SIGINT))],
)
def test_a_signal_gives_the_terminal_back(settings: Path, number: int) -> None:
    with opened(settings) as console:
        os.kill(console.process.pid, number)
        if number == signal.SIGINT:  # not the reader's key: it does nothing, or ends in order
            console.press("Q")
        status = console.ended()
        assert status in (128 + number, 0) if number == signal.SIGINT else status == 128 + number
        assert console.is_as_it_was() == []


@pytest.mark.case(96)
def test_quitting_gives_the_terminal_back(settings: Path) -> None:
    with opened(settings) as console:
        console.press("Q")
        assert console.ended() == 0
        assert console.is_as_it_was() == []


@pytest.mark.case(96)
@pytest.mark.parametrize("by", ["key", pytest.param("signal", marks=pytest.mark.slow)])
def test_stopped_and_continued(settings: Path, by: str) -> None:
    with opened(settings) as console:
        if by == "key":
            console.press("\x1a")
        else:
            os.kill(console.process.pid, signal.SIGTSTP)
        console.until_state("T")
        while console.read(0.1):
            pass
        assert console.is_as_it_was() == []
        drawn = len(console.seen)
        os.killpg(console.process.pid, signal.SIGCONT)
        console.until(*SHOWN)
        while len(console.seen) == drawn:
            console.read()
        console.press("?")
        console.until("Moving")
        console.press("qQ")
        assert console.ended() == 0
        assert console.is_as_it_was() == []


@pytest.mark.case(96)
def test_a_crash_leaves_one_line_and_a_report(settings: Path, home: Path) -> None:
    code = (
        "import sys; from tui_reader.app.system import System; from tui_reader.cli import main as run\n"
        "def broken(self): raise RuntimeError('\\x1b]52;c;aGk=\\x07 broken')\n"
        "System.help = broken\n"
        "sys.exit(run(sys.argv[1:]))"
    )
    with Console(sys.executable, "-c", code, "--config", str(settings)) as console:
        console.until(*SHOWN)
        console.press("?")
        assert console.ended() == 1
        assert console.is_as_it_was() == []
        after = bytes(console.seen).rpartition(b"\x1b[?1049l")[2]
        assert b"a fault in the reader (RuntimeError" in after
        assert b"\x1b]52" not in console.seen
        assert b"Traceback" not in console.seen
    reports = list((home / "state" / "tui-reader" / "reports").iterdir())
    assert len(reports) == 1
    assert "broken" in reports[0].read_text("utf-8")
    assert "\x1b" not in reports[0].read_text("utf-8")


@pytest.mark.case(97)
def test_without_a_terminal_at_once() -> None:
    done = subprocess.run(
        READER, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.case(98)
@pytest.mark.slow
def test_a_tiny_terminal_and_a_storm_of_sizes(settings: Path) -> None:
    chance = Random(3)
    with Console(*READER, "--config", str(settings), columns=1, rows=1) as console:
        console.hears(b"\x1b[?1049h")
        for _ in range(60):
            console.resize(chance.choice((1, 2, 5, 20, 60, 90, 140, 300)), chance.choice((1, 2, 5, 24, 50)))
            console.press(chance.choice(("j", "k", "\r", "q", "]", "z", "?", "=", "t", "\x1b")))
            console.read(0.01)
        console.resize(120, 36)
        console.press("\x1bq")
        console.press("q")
        console.until("quit")
        console.press("Q")
        assert console.ended() == 0
        assert console.is_as_it_was() == []


@pytest.mark.case(99)
@pytest.mark.slow
def test_without_colour(settings: Path) -> None:
    with opened(settings, NO_COLOR="1") as console:
        console.press("Q")
        assert console.ended() == 0
        colours = {
            one for piece in re.findall(rb"\x1b\[([0-9;]*)m", console.seen) for one in piece.split(b";")
        }
        assert colours <= {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"39", b"49"}
        assert b"7" in colours  # what is chosen stands out without colour


@pytest.mark.case(99)
def test_a_dumb_terminal_is_told(settings: Path) -> None:
    with Console(*READER, "--config", str(settings), environment={"TERM": "dumb"}) as console:
        assert console.ended() == 2
        assert len(bytes(console.seen).splitlines()) == 1


@pytest.mark.case(99)
@pytest.mark.parametrize("locale", ["C", pytest.param("POSIX", marks=pytest.mark.slow)])
def test_without_a_locale(settings: Path, locale: str) -> None:
    with opened(settings, LC_ALL=locale, LANG="", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0") as console:
        console.press("Q")
        assert console.ended() == 0


@pytest.mark.case(100)
def test_quit_in_the_middle_of_a_refresh(slow: Path) -> None:
    with opened(slow) as console:
        console.until("0/1")
        started = time.monotonic()
        console.press("Q")
        assert console.ended() == 0
        assert time.monotonic() - started < 3
        assert console.is_as_it_was() == []


@pytest.mark.case(100)
def test_standard_output_closed_in_the_middle(settings: Path) -> None:
    command = (
        f"{' '.join(READER)} show --json {Path(__file__).parents[2] / 'tui_reader' / 'samples'} | head -c 1"
    )
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False, timeout=30
    )
    assert (done.returncode, done.stderr) == (141, "")


# Refreshes a source whose feed is another each time, and bookmarks; says what it was promised.
KILLED = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Edition, Query, Source
from tui_reader.refresh import refresh
from tui_reader.sources.web import Web
from tui_reader.workers import Workers

async def main():
    path, url = Path(sys.argv[1]), sys.argv[2]
    now = lambda: datetime.now(UTC)
    async with await LibraryThread.open(path) as library, Web() as web, Workers(size=1) as workers:
        print("open", flush=True)
        while True:
            sources = [Source("S", editions=(Edition(url),))]
            async for result in refresh(sources, library=library, web=web, workers=workers, now=now):
                assert result.error is None, result.error
            line = await library.run(lambda held: held.headlines(held.index(Query(bookmarked=False))))
            fresh = next(one for one in line if not one.bookmarked)
            await library.run(lambda held: held.bookmark(fresh.id, True, now=now()))
            print(fresh.id, flush=True)

asyncio.run(main())
"""
ROOT = Path(__file__).resolve().parents[2]


def lives(path: Path, server: Loopback, count: int) -> set[str]:
    """Kill a refresh ``count`` times, at times that chance chooses; the bookmarks that were acknowledged."""
    chance, promised, served = Random(95), set[str](), 0
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for _ in range(count):
        command = [sys.executable, "-c", KILLED, str(path), server.url("/feed")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "open\n"
            for _ in range(chance.randrange(1, 4)):
                served += 1
                server.answer("/feed", Answer(rss(*(f"Story {served}-{one}" for one in range(30)))))
                promised.add(process.stdout.readline().strip())
            select_for = time.monotonic() + chance.random() * 0.05
            while time.monotonic() < select_for:  # the next refresh is somewhere on its way
                pass
            process.kill()
            promised |= {line.strip() for line in process.stdout if line.endswith("\n")}
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    return promised


def none_is_lost(path: Path, promised: set[str]) -> None:
    with Library.open(path) as library:
        kept = library.headlines(library.index(Query(bookmarked=True), stories=False))
        assert promised <= {line.id for line in kept}
        for line in kept:
            held = library.held(line.id)
            assert held is not None
            assert held.article.title == line.title
            assert held.article.body


@pytest.mark.case(95)
@pytest.mark.slow
def test_killed_during_a_refresh(home: Path) -> None:
    with Loopback() as server:
        server.answer("/feed", Answer(rss("First")))
        path = home / "library.db"
        none_is_lost(path, lives(path, server, 3))


@pytest.mark.slow
@pytest.mark.case(95, seconds=600)
def test_killed_two_hundred_times(home: Path) -> None:
    with Loopback() as server:
        server.answer("/feed", Answer(rss("First")))
        path = home / "library.db"
        promised = lives(path, server, 200)
        none_is_lost(path, promised)
        assert len(promised) >= 200


@pytest.mark.case(94)
def test_a_clock_that_is_wrong_deletes_nothing(home: Path) -> None:
    from datetime import timedelta

    with Library.open(home / "library.db") as library:
        library.store(trio("a"), now=NOW)
        library.bookmark(trio("a")[0].id, True, now=NOW)
        for years in (1, -1, 30, -30):
            now = NOW + timedelta(days=365 * years)
            library.store(trio(f"at {years}"), now=now)
            library.mark_read([trio(f"at {years}")[0].id], True, now=now)
        assert len(library.index(Query())) == 5
        assert len(library.index(Query(bookmarked=True))) == 1
