"""The long run: ``python -m tests.hostile.mutate [--minutes 30] [--seed 1] [--feeds FOLDER] [--keep FOLDER]``.

Reads mutations of our own documents, and of the feeds in a folder, in one worker until the time is over; prints
what went wrong with the seed that makes it again, keeps each such document, and ends with the figures.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.measuring import Growth
from tests.hostile.mutating import MOST, mutated, own_feeds, own_pages, own_texts
from tests.hostile.mutation_calls import read_mutations
from tui_reader.errors import ParseError
from tui_reader.workers import Workers

BATCH = 40


@dataclass
class Run:
    """The figures so far."""

    keep: Path
    done: int = 0
    read: int = 0
    wrong: int = 0
    slowest: float = 0.0

    async def batch(
        self, workers: Workers, kind: str, first: int, documents: Sequence[bytes], size: int
    ) -> None:
        """Read ``size`` mutations, each alone where the process that read them was lost."""
        seeds = list(range(first, first + size))
        try:
            told = await workers.run(read_mutations, kind, seeds, documents, timeout=30.0 + size)
        except ParseError as error:
            if size == 1:
                self._found(kind, first, str(error), documents)
                return
            for seed in seeds:
                await self.batch(workers, kind, seed, documents, 1)
            return
        self.done += size
        self.read += told.read
        if told.slowest > self.slowest:
            self.slowest = told.slowest
            print(f"slowest so far: {kind} {told.slowest_seed}, {told.slowest:.2f} s", flush=True)
        for seed, line in told.wrong:
            self._found(kind, seed, line, documents)

    def _found(self, kind: str, seed: int, line: str, documents: Sequence[bytes]) -> None:
        self.wrong += 1
        self.keep.mkdir(parents=True, exist_ok=True)
        (self.keep / f"{kind}-{seed}").write_bytes(mutated(seed, documents))
        print(f"WRONG: {kind} {seed}: {line}", flush=True)


async def main(arguments: argparse.Namespace) -> int:
    """Run; 1 where anything went wrong."""
    feeds = own_feeds()
    if arguments.feeds is not None:
        files = [path for path in sorted(arguments.feeds.rglob("*")) if path.is_file()]
        feeds += [data for path in files if 0 < len(data := path.read_bytes()) < MOST]
    pages, texts = own_pages(), own_texts()
    kinds = [
        ("feed", feeds),
        ("page", pages),
        ("any", pages + feeds[:200]),
        ("plain", texts),
        ("markdown", texts),
    ]
    run, seed, end = (
        Run(arguments.keep),
        arguments.seed * 10_000_000,
        time.monotonic() + arguments.minutes * 60,
    )
    async with Workers(size=1) as workers:
        with Growth() as growth:
            while time.monotonic() < end:
                for kind, documents in kinds:
                    part = documents if len(documents) < 100 else documents[seed % 17 :: 17]
                    await run.batch(workers, kind, seed, part, BATCH)
                seed += BATCH
    print(
        f"{run.done} mutations, {run.read} gave articles, {run.wrong} went wrong; slowest {run.slowest:.2f} s, "
        f"{growth.bytes / 1e6:.0f} MB of memory with the process that read them"
    )
    return 1 if run.wrong else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--feeds", type=Path)
    parser.add_argument("--keep", type=Path, default=Path("mutations"))
    sys.exit(asyncio.run(main(parser.parse_args())))
