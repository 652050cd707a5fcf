"""Measures a refresh of 500 feeds beside newsboat's, whole processes in turn; fails where a figure is missed.

    python -m tests.benchmarks.refresh [--rounds 5] [--feeds 500] [--only cold-200 …] [--reader PYTHON]

The feeds (`many_feeds`) are made anew, the same in every run, and served on loopback (`serve_feeds`), each on an address of
its own. newsboat is the one that is installed; its cache was ANALYZEd when it was full, and is emptied for a cold
refresh. ``--reader`` names a Python that has lemon24/reader, the peer in this language. Linux only. Exit
status: 0 all figures reached, 1 one was missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks import many_feeds
from tests.benchmarks.rivals import Ours, Rival, Stand, installed
from tests.benchmarks.sizes import share_of_fast, size_against_text

MAX_MEMORY = 250.0  # megabytes
MAX_SIZE = 1.6  # a library's file against the texts in it


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table: how the server answers, from which state a run begins, and the bar."""

    name: str
    delay: int
    kind: str
    cold: bool
    bar: float


CASES = {
    "cold-200": Case("cold refresh, 200 ms", 200, "plain", True, 1.0),
    "cold-0": Case("cold refresh, 0 ms", 0, "plain", True, 1.1),
    "304": Case("all 304, 200 ms", 200, "plain", False, 1.0),
    "bare": Case("same bodies, no validators, 200 ms", 200, "bare", False, 0.8),
    "new": Case("50 feeds with a new entry, 200 ms", 200, "later", False, 1.0),
}


def run(case: Case, stand: Stand, rivals: list[Rival], rounds: int) -> dict[str, float]:
    """The median seconds of each."""
    seconds: dict[str, list[float]] = {rival.name: [] for rival in rivals}
    with stand.served(case.delay, case.kind):
        for _ in range(rounds):
            for rival in rivals:
                rival.reset(cold=case.cold)
                seconds[rival.name].append(rival.refresh())
    return {name: median(found) for name, found in seconds.items()}


def shown(name: str, found: dict[str, float], bar: float, against: str) -> bool:
    """Print a line of the table; whether the bar is reached."""
    ours, theirs = found[Ours.name], found.get(against)
    others = ", ".join(f"{other} {seconds:.2f} s" for other, seconds in found.items() if other != Ours.name)
    if theirs is None:
        print(f"{name:38} {ours:.2f} s; nothing to compare with", flush=True)
        return True
    ratio = ours / theirs
    mark = "reached" if ratio <= bar else "MISSED"
    print(f"{name:38} {ours:.2f} s; {others}; {ratio:.2f} × (≤ {bar:g} ×)  {mark}", flush=True)
    return ratio <= bar


def shown_bound(name: str, value: float, most: float, unit: str) -> bool:
    """Print a figure with a bound of its own; whether it is kept."""
    mark = "reached" if value <= most else "MISSED"
    print(f"{name:38} {value:.4g} {unit} (≤ {most:g})  {mark}", flush=True)
    return value <= most


def measure(asked: argparse.Namespace, folder: Path, prepared: Callable[[Stand], list[Rival]]) -> bool:
    """Print the whole table."""
    feeds = folder / "feeds"
    feeds.mkdir()
    size, languages = many_feeds.write(feeds, asked.feeds)
    stand = Stand(folder, languages)
    print(f"{asked.feeds} feeds, {size / 1e6:.0f} MB; median of {asked.rounds} rounds", flush=True)
    rivals = prepared(stand)
    reached = True
    for name in asked.only:
        case = CASES[name]
        reached &= shown(case.name, run(case, stand, rivals, asked.rounds), case.bar, "newsboat")
    ours = next(rival for rival in rivals if isinstance(rival, Ours))
    if "memory" in asked.also:
        with stand.served(200, "plain"):
            ours.reset(cold=True)
            reached &= shown_bound("memory of a cold refresh, workers too", ours.peak(), MAX_MEMORY, "MB")
    if "size" in asked.also:
        reached &= shown_bound("library against its text", size_against_text(ours.library), MAX_SIZE, "×")
    print(f"{'feeds read by the fast path':38} {share_of_fast(feeds):.0%}", flush=True)
    return reached


def main(arguments: list[str]) -> int:
    """Print every figure; the exit status says whether all were reached."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--feeds", type=int, default=many_feeds.FEEDS)
    parser.add_argument("--only", nargs="+", choices=CASES, default=list(CASES))
    parser.add_argument("--also", nargs="*", choices=("memory", "size"), default=("memory", "size"))
    parser.add_argument("--reader", metavar="PYTHON", help="a Python that has lemon24/reader")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        return 0 if measure(asked, Path(folder), lambda stand: installed(stand, asked.reader)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
