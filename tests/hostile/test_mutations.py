"""Parsers against documents with something wrong in them: none may crash, hang, leak or let anything through.

Always the same mutations. A longer run with others is ``python -m tests.hostile.mutate --minutes 30``.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.hostile.conftest import warm
from tests.hostile.measuring import Growth
from tests.hostile.mutating import MOST, mutated, own_feeds, own_pages, own_texts
from tests.hostile.mutation_calls import look_at, read_mutations
from tui_reader.errors import ParseError
from tui_reader.workers import Workers

pytestmark = pytest.mark.asyncio(loop_scope="module")
BATCH = 50
HANG = 30.0
SEED = 2026


async def _batch(
    workers: Workers, kind: str, seeds: Sequence[int], documents: Sequence[bytes]
) -> tuple[list[str], float]:
    """What went wrong with these mutations, a line each, and the seconds that the slowest took."""
    try:
        told = await workers.run(read_mutations, kind, seeds, documents, timeout=HANG + len(seeds))
    except ParseError as error:
        if len(seeds) == 1:
            return [f"{kind} {seeds[0]}: {error}"], HANG
        parts = [await _batch(workers, kind, [seed], documents) for seed in seeds]
        return [line for lines, _ in parts for line in lines], max(seconds for _, seconds in parts)
    wrong = [f"{kind} {seed}: {line}" for seed, line in told.wrong]
    if told.slowest > HANG:
        wrong.append(f"{kind} {told.slowest_seed}: took {told.slowest:.1f} s")
    return wrong, told.slowest


async def _all(workers: Workers, kind: str, count: int, documents: Sequence[bytes]) -> float:
    """Read so many mutations, none of which may go wrong; the seconds that the slowest took."""
    chosen = documents if len(documents) < 300 else random.Random(SEED).sample(list(documents), 300)
    batches = [range(start, min(start + BATCH, count)) for start in range(0, count, BATCH)]
    found = await asyncio.gather(*(_batch(workers, kind, list(batch), chosen) for batch in batches))
    wrong = [line for lines, _ in found for line in lines]
    assert not wrong, "\n".join(wrong[:20])
    return max(seconds for _, seconds in found)


SETS = {
    "feed": own_feeds,
    "page": own_pages,
    "any": lambda: own_pages() + own_feeds(),
    "plain": own_texts,
    "markdown": own_texts,
}
SHORT = {"feed": 100, "page": 50, "any": 50, "plain": 50, "markdown": 50}
LONG = {"feed": 3000, "page": 1500, "any": 1000, "plain": 1000, "markdown": 1000}


@pytest.mark.parametrize("kind", SETS)
@pytest.mark.parametrize("counts", [SHORT, pytest.param(LONG, marks=pytest.mark.slow)], ids=["some", "many"])
async def test_mutations_of_our_own(
    workers: Workers, growth: Growth, figures: list[str], kind: str, counts: dict[str, int]
) -> None:
    await warm(workers)
    growth.restart()
    slowest = await _all(workers, kind, counts[kind], SETS[kind]())
    figures.append(_figure(f"our own, read as {kind}", counts[kind], slowest, growth))


@pytest.mark.shared
@pytest.mark.parametrize("count", [200, pytest.param(7200, marks=pytest.mark.slow)])
async def test_mutations_of_the_shared_feeds(
    workers: Workers, growth: Growth, figures: list[str], shared: Path, count: int
) -> None:
    await warm(workers)
    files = [path for path in sorted((shared / "feeds").rglob("*")) if path.is_file()]
    documents = [data for path in files if 0 < len(data := path.read_bytes()) < MOST]
    assert len(documents) > 1000
    growth.restart()
    turns = [documents[start::24] for start in range(24)] if count > 300 else [documents]
    slowest = [await _all(workers, "feed", count // len(turns), part) for part in turns]
    figures.append(_figure("the shared feeds", count // len(turns) * len(turns), max(slowest), growth))


def _figure(what: str, count: int, slowest: float, growth: Growth) -> str:
    return (
        f"mutations of {what}: {count}, 0 crashes, 0 hangs, slowest {slowest:.2f} s, "
        f"{growth.bytes / 1e6:.0f} MB more memory"
    )


def found_before() -> list[tuple[str, bytes]]:
    """What longer runs found once, made small: kept, so that it stays mended."""
    return [
        ("page", b"<p>&#xFFFE; noncharacters by reference</p>"),
        ("page", b"<p>&#65535;</p>" * 3),
    ]


@pytest.mark.parametrize("number", range(len(found_before())))
async def test_what_was_found_before(number: int) -> None:
    kind, data = found_before()[number]
    assert look_at(kind, data)[0] == ""


async def test_a_seed_always_gives_the_same() -> None:
    assert [mutated(seed, own_feeds()) for seed in range(20)] == [
        mutated(seed, own_feeds()) for seed in range(20)
    ]
    assert len({mutated(seed, own_feeds()) for seed in range(50)}) > 45
