"""Keys into the reader, and how long each takes to its picture; on a quiet screen, and during a cold refresh."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.shelf import FEEDS, feeds_toml
from tests.benchmarks.terminal import Terminal

DOWN_PAGE, UP_PAGE = b"\x1b[6~", b"\x1b[5~"
COLD_KEYS = 150
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds, and how many they may be."""

    name: str
    value: float
    most: float


def keys(terminal: Terminal) -> Iterator[Measured]:
    """Press what a reader presses; the list of headlines has the keys, at its top."""
    moves = [b"j"] * 60 + [DOWN_PAGE] * 15 + [b"k"] * 30 + [UP_PAGE] * 10 + [b"G", b"g"] * 5
    took = [terminal.press(key) for key in moves]
    firsts, lasts = [first for first, _ in took], [last for _, last in took]
    yield Measured("a key, p50", _share(firsts, 0.5), 5)
    yield Measured("a key, p95", _share(firsts, 0.95), 20)
    yield Measured("a key with the article beside it, p50", _share(lasts, 0.5), 20)
    yield Measured("a key with the article beside it, p95", _share(lasts, 0.95), 50)
    tabs = [terminal.press(key)[1] for key in [b"2", b"1", b"3", b"0"] * 5]
    yield Measured("a language tab, p50", _share(tabs, 0.5), 50)
    yield Measured("a language tab, worst", max(tabs), 50)
    terminal.press(b"g")
    opened, scrolled, closed = [], [], []
    for _ in range(15):
        opened.append(terminal.press(b"\r")[1])
        scrolled += [terminal.press(b"j")[1] for _ in range(4)]
        closed.append(terminal.press(b"q")[1])
        terminal.press(b"j")
    yield Measured("opening an article, p50", _share(opened, 0.5), 50)
    yield Measured("opening an article, worst", max(opened), 50)
    yield Measured(
        "a line further in an article, p50", _share([one for one in scrolled if one] or [0], 0.5), 5
    )
    yield Measured("back to the list, worst", max(closed), 50)


def _share(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


@contextmanager
def cold_refresh(home: Path, environment: Callable[[Path], dict[str, str]]) -> Iterator[list[float]]:
    """Milliseconds to the answer of each of some keys, pressed while 500 feeds come in for the first time."""
    shutil.rmtree(home, ignore_errors=True)
    serving = [sys.executable, "-m", "tests.benchmarks.feed_server", str(FEEDS)]
    server = subprocess.Popen(serving, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        settings = home / "config/tui-reader/feeds.toml"
        settings.parent.mkdir(parents=True)
        addresses = [
            f"http://127.1.{1 + feed // 250}.{1 + feed % 250}:{port}/{feed}.xml" for feed in range(FEEDS)
        ]
        settings.write_text(feeds_toml(addresses))
        with Terminal([sys.executable, "-m", "tui_reader"], environment(home), ROOT) as terminal:
            terminal.seconds_to("Nothing here yet")
            terminal.settle()
            terminal.press(b"R")
            terminal.seconds_to("Headline-")
            yield [_key_amid(terminal, key) for key in [b"j", b"j", b"k"] * (COLD_KEYS // 3)]
    finally:
        server.kill()
        server.wait()


def _key_amid(terminal: Terminal, key: bytes) -> float:
    terminal.read_for(0.03)
    return terminal.answer(key)
