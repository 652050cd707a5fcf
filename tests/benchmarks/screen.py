"""How soon the reader answers a person: the first headlines, a key, a tab, an article; and how much memory.

``python -m tests.benchmarks.screen FOLDER`` makes the libraries in FOLDER where they are missing, starts
newsboat, an empty Textual application and the reader in turn, each in a pseudo-terminal of 160×50, and prints
its figures against their bars; status 1 where one is missed. newsboat shows its list of feeds first; that is
what is timed of it, its headlines are a key further on.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.bars import Bar, Table
from tests.benchmarks.keys import COLD_KEYS, cold_refresh, keys
from tests.benchmarks.shelf import NEWEST, make_library, make_newsboat
from tests.benchmarks.terminal import Terminal, memory

ROOT = Path(__file__).parents[2]
FEW, MANY = 15_000, 100_000
RUNS = 5


def environment(home: Path) -> dict[str, str]:
    """A home of its own; Python writes and finds its compiled modules, as those of an installed package are."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHONPATH": str(ROOT),
    }


def reader(home: Path) -> Terminal:
    """The reader on the library in ``home``, as it is opened for the first time."""
    shutil.rmtree(home / "state", ignore_errors=True)
    return Terminal([sys.executable, "-m", "tui_reader"], environment(home), ROOT)


def empty(home: Path) -> Terminal:
    """The empty application."""
    return Terminal([sys.executable, "-m", "tests.benchmarks.empty_app"], environment(home), ROOT)


def newsboat(home: Path) -> Terminal:
    """Newsboat on its cache in ``home``."""
    return Terminal(["newsboat"], environment(home), ROOT)


def starts(ways: Mapping[str, tuple[Callable[[], Terminal], str]], runs: int) -> dict[str, float]:
    """The median seconds from the start of each program to its text, all in turn; a first round is not counted."""
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(runs + 1):
        for name, (start, text) in ways.items():
            with start() as terminal:
                took[name].append(terminal.seconds_to(text))
    return {name: median(seconds[1:]) for name, seconds in took.items()}


def weights(start: Callable[[], Terminal], text: str) -> dict[str, float]:
    """Megabytes of a program whose first screen is complete, by each of the three measures."""
    with start() as terminal:
        terminal.seconds_to(text)
        terminal.settle()
        return {kind: memory(terminal.pid, kind) for kind in ("Pss", "Rss", "Private")}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and say by the status whether every bar is reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the libraries are made and kept")
    parser.add_argument("--sizes", type=int, nargs="+", default=[FEW, MANY], metavar="ARTICLES")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--only", choices=["start", "keys", "refresh", "memory"], help="a part of it")
    options = parser.parse_args(arguments)
    compileall.compile_dir(ROOT / "tui_reader", quiet=1)
    compileall.compile_dir(ROOT / "tests/benchmarks", quiet=1)
    for size in options.sizes:
        make_library(options.folder / str(size), size)
        make_newsboat(options.folder / f"newsboat-{size}", size)
    table = Table()
    if options.only in (None, "start"):
        _starts(table, options)
    if options.only in (None, "keys"):
        _keys(table, options)
    if options.only in (None, "refresh"):
        _refresh(table, options)
    if options.only in (None, "memory"):
        _memory(table, options)
    print(table)
    return 0 if table.reached else 1


def _starts(table: Table, options: argparse.Namespace) -> None:
    took = {}
    for size in options.sizes:
        home, other = options.folder / str(size), options.folder / f"newsboat-{size}"
        ways = {
            "newsboat": (lambda other=other: newsboat(other), "Paper 000 uk"),
            "empty": (lambda home=home: empty(home), "nothing-here"),
            "reader": (lambda home=home: reader(home), NEWEST),
        }
        found = starts(ways, options.runs)
        took[size] = found["reader"]
        what = f"first headlines, {size:,} articles"
        table.note(f"{what}: newsboat {found['newsboat']:.3f} s, an empty Textual app {found['empty']:.3f} s")
        if size >= MANY:
            table.add(what, found["reader"], "s", Bar(0.45, found["newsboat"], "newsboat"))
        table.add(
            what, found["reader"], "s", Bar(1.6 if size >= MANY else 1.8, found["empty"], "the empty app")
        )
    _growth(table, "first headlines", took, "s")


def _keys(table: Table, options: argparse.Namespace) -> None:
    found: dict[str, dict[int, float]] = {}
    for size in options.sizes:
        with reader(options.folder / str(size)) as terminal:
            terminal.seconds_to(NEWEST)
            terminal.settle()
            for measured in keys(terminal):
                table.add(f"{measured.name}, {size:,} articles", measured.value, "ms", Bar(measured.most))
                found.setdefault(measured.name, {})[size] = measured.value
    for name in ("a key, p50", "a language tab, p50"):
        _growth(table, name, found[name], "ms")


def _refresh(table: Table, options: argparse.Namespace) -> None:
    with cold_refresh(options.folder / "cold", environment) as answers:
        took = sorted(answers)
        table.add("a key during a cold refresh, p95", took[len(took) * 95 // 100], "ms", Bar(50))
        table.add(f"the same, worst of {COLD_KEYS}", took[-1], "ms", Bar(200))


def _memory(table: Table, options: argparse.Namespace) -> None:
    floor = weights(lambda: empty(options.folder / str(options.sizes[0])), "nothing-here")
    table.note(f"memory, an empty Textual app: {_shown(floor)}")
    for size in options.sizes:
        other = weights(partial(newsboat, options.folder / f"newsboat-{size}"), "Paper 000 uk")
        own = weights(partial(reader, options.folder / str(size)), NEWEST)
        table.note(f"memory, {size:,} articles: newsboat {_shown(other)}; the reader {_shown(own)}")
        table.add(f"memory (Rss), {size:,} articles", own["Rss"], "MB", Bar(110))


def _shown(weights: Mapping[str, float]) -> str:
    return ", ".join(f"{kind} {weight:.0f} MB" for kind, weight in weights.items())


def _growth(table: Table, what: str, found: Mapping[int, float], unit: str) -> None:
    few, many = min(found), max(found)
    if few != many:
        table.add(
            f"{what}, {many:,} articles beside {few:,}", found[many], unit, Bar(1.3, found[few], "the few")
        )


if __name__ == "__main__":
    sys.exit(main())
