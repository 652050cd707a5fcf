"""Measures a refresh of 500 feeds beside newsboat's, whole processes in turn; fails where a figure is missed.

    python -m tests.benchmarks.refresh [--rounds 5] [--feeds 500] [--only cold-200 …] [--reader PYTHON] [--markdown]

The feeds (`many_feeds`) are made anew, the same in every run, and served on loopback (`serve_feeds`), each on an address of
its own. newsboat is the one that is installed; its cache was ANALYZEd when it was full, and is emptied for a cold
refresh. ``--reader`` names a Python that has lemon24/reader, the peer in this language; ``--markdown`` prints the table for
the README at the end. Linux only. Exit status: 0 all figures reached, 1 one was missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.benchmarks import many_feeds
from tests.benchmarks.rivals import Ours, Reader, Rival, Stand, installed
from tests.benchmarks.sizes import share_of_fast, size_against_text

PEER = Reader.name
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


@dataclass
class Report:
    """The table: printed line by line, and at the end as Markdown."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    reached: bool = True

    def ratio(self, name: str, found: dict[str, float], bar: float, against: str) -> None:
        """A line about seconds, ours beside those of the others; the bar is so many times ``against``."""
        ours, theirs = found[Ours.name], found.get(against)
        rest = {other: f"{seconds:.2f} s" for other, seconds in found.items() if other != Ours.name}
        if theirs is None:
            print(f"{name:38} {ours:.2f} s; nothing to compare with", flush=True)
            return
        times, mark = ours / theirs, self._mark(ours <= bar * theirs)
        others = ", ".join(f"{other} {told}" for other, told in rest.items())
        print(f"{name:38} {ours:.2f} s; {others}; {times:.2f} × (≤ {bar:g} ×)  {mark}", flush=True)
        told = f"{times:.2f} × newsboat (≤ {bar:g} ×)"
        self.rows.append((name, f"{ours:.2f} s", rest[against], rest.get(PEER, "–"), told, mark))

    def bound(self, name: str, value: float, most: float, unit: str) -> None:
        """A figure with a bound of its own."""
        mark = self._mark(value <= most)
        print(f"{name:38} {value:.4g} {unit} (≤ {most:g})  {mark}", flush=True)
        self.rows.append((name, f"{value:.3g} {unit}", "–", "–", f"≤ {most:g} {unit}", mark))

    def _mark(self, reached: bool) -> str:
        self.reached = self.reached and reached
        return "reached" if reached else "MISSED"

    def markdown(self) -> str:
        """The table as the README has it."""
        head = ("what", "tui-reader", "newsboat", PEER, "bar", "")
        return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *self.rows))


def measure(asked: argparse.Namespace, folder: Path, prepared: Callable[[Stand], list[Rival]]) -> bool:
    """Print the whole table; whether every bar is reached."""
    feeds = folder / "feeds"
    feeds.mkdir()
    size, languages = many_feeds.write(feeds, asked.feeds)
    stand = Stand(folder, languages)
    print(f"{asked.feeds} feeds, {size / 1e6:.0f} MB; median of {asked.rounds} rounds", flush=True)
    rivals = prepared(stand)
    report = Report()
    for name in asked.only:
        case = CASES[name]
        report.ratio(case.name, run(case, stand, rivals, asked.rounds), case.bar, "newsboat")
    ours = next(rival for rival in rivals if isinstance(rival, Ours))
    if "memory" in asked.also:
        with stand.served(200, "plain"):
            ours.reset(cold=True)
            report.bound("memory of a cold refresh, workers too", ours.peak(), MAX_MEMORY, "MB")
    if "size" in asked.also:
        ours.reset(cold=False)
        report.bound("library against its text", size_against_text(ours.library), MAX_SIZE, "×")
    print(f"{'feeds read by the fast path':38} {share_of_fast(feeds):.0%}", flush=True)
    if asked.markdown:
        print(report.markdown())
    return report.reached


def main(arguments: list[str]) -> int:
    """Print every figure; the exit status says whether all were reached."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--feeds", type=int, default=many_feeds.FEEDS)
    parser.add_argument("--only", nargs="+", choices=CASES, default=list(CASES))
    parser.add_argument("--also", nargs="*", choices=("memory", "size"), default=("memory", "size"))
    parser.add_argument("--reader", metavar="PYTHON", help="a Python that has lemon24/reader")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown too")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        return 0 if measure(asked, Path(folder), lambda stand: installed(stand, asked.reader)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
