"""The frame of the hostile suite: every test names its case, is bounded, and stands in the table at the end.

    @pytest.mark.case(26)              # one number or several; see `cases.CASES`
    def test_...(growth: Growth) -> None:

Each is watched: it may take `MAX_SECONDS` and let this process with all that it started grow by `MAX_GROWTH`
bytes, workers included. ``@pytest.mark.case(31, seconds=60)`` allows more time where that is the matter.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.hostile.desk import Desk, opened_desk, rss
from tests.hostile.measuring import Growth
from tests.hostile.table import TABLE
from tests.loopback import Loopback
from tui_reader.library.library import Library
from tui_reader.reading import read_feed, read_page
from tui_reader.workers import Workers

MAX_GROWTH = 150_000_000
_FEED = rss("One")
_PAGE = (
    b"<html><body><article><h1>A page</h1><p>" + b"Words of a text. " * 40 + b"</p></article></body></html>"
)


@pytest.fixture(autouse=True)
def growth(request: pytest.FixtureRequest) -> Iterator[Growth]:
    """The memory that the test and what it starts take; more than `MAX_GROWTH` fails it."""
    with Growth() as growth:
        yield growth
    most = growth.most - growth.before
    request.config.stash[TABLE].growth[request.node.nodeid] = most
    allowed = max([MAX_GROWTH, *(mark.kwargs.get("growth", 0) for mark in request.node.iter_markers("case"))])
    assert most <= allowed, f"it took {most / 1e6:.0f} MB more memory"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers() -> AsyncIterator[Workers]:
    """Two processes, as those of a reader that runs; see `warm`."""
    async with Workers(size=2) as workers:
        yield workers


async def warm(workers: Workers) -> None:
    """Have both processes run, with their parsers at hand: one that was replaced would count as growth."""
    if len(workers._idle) == 2:
        return
    url = "http://example.com/"
    await asyncio.gather(*(workers.run(read_feed, _FEED, url, "S", None, None) for _ in range(2)))
    await asyncio.gather(*(workers.run(read_page, _PAGE, url, "i", "text/html", None) for _ in range(2)))


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> list[str]:
    """Lines for the end of the table: what was counted and measured beside the cases."""
    return request.config.stash[TABLE].figures


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which nothing is yet: copying it takes less time than making one."""
    path = tmp_path_factory.mktemp("empty") / "library.db"
    Library.open(path).close()
    return path


@pytest_asyncio.fixture(loop_scope="module")
async def desk(
    tmp_path: Path, server: Loopback, workers: Workers, growth: Growth, empty_library: Path
) -> AsyncIterator[Desk]:
    """A refresh with a new library and warm workers; the tests are marked ``asyncio(loop_scope="module")``."""
    await warm(workers)
    shutil.copy(empty_library, tmp_path / "library.db")
    async with opened_desk(tmp_path / "library.db", server, workers) as desk:
        growth.restart()
        yield desk
