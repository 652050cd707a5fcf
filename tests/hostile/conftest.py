"""The frame of the hostile suite: every test names its case, is bounded, and stands in the table at the end.

    @pytest.mark.case(26)              # one number or several; see `cases.CASES`
    def test_...(growth: Growth) -> None:

Each is watched: it may take `MAX_SECONDS` and let this process with all that it started grow by `MAX_GROWTH`
bytes, workers included. ``@pytest.mark.case(31, seconds=60)`` allows more time where that is the matter.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Generator, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.hostile.cases import CASES
from tests.hostile.desk import Desk, opened_desk, rss
from tests.hostile.measuring import Growth
from tests.loopback import Loopback
from tui_reader.library.library import Library
from tui_reader.reading import read_feed, read_page
from tui_reader.workers import Workers

MAX_SECONDS = 30.0
MAX_GROWTH = 150_000_000


@dataclass
class _Case:
    """What became of one case's tests."""

    ran: int = 0
    passed: int = 0
    left_out: int = 0
    skipped: int = 0
    seconds: float = 0.0
    growth: int = 0


@dataclass
class _Table:
    cases: dict[int, _Case] = field(default_factory=dict)
    growth: dict[str, int] = field(default_factory=dict)
    figures: list[str] = field(default_factory=list)

    def of(self, number: int) -> _Case:
        return self.cases.setdefault(number, _Case())


_TABLE = pytest.StashKey[_Table]()
_FEED = rss("One")
_PAGE = (
    b"<html><body><article><h1>A page</h1><p>" + b"Words of a text. " * 40 + b"</p></article></body></html>"
)


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_TABLE] = _Table()


def _numbers(item: pytest.Item) -> list[int]:
    numbers = [number for mark in item.iter_markers("case") for number in mark.args]
    if wrong := [number for number in numbers if number not in CASES]:
        raise pytest.UsageError(f"{item.nodeid}: there is no case {wrong}")
    return list(dict.fromkeys(numbers))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Count the cases before anything is left out."""
    table = config.stash.setdefault(_TABLE, _Table())
    for item in items:
        for number in _numbers(item):
            table.of(number)


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        table = item.config.stash.setdefault(_TABLE, _Table())
        for number in _numbers(item):
            table.of(number).left_out += 1


@pytest.fixture(autouse=True)
def growth(request: pytest.FixtureRequest) -> Iterator[Growth]:
    """The memory that the test and what it starts take; more than `MAX_GROWTH` fails it."""
    with Growth() as growth:
        yield growth
    most = growth.most - growth.before
    request.config.stash[_TABLE].growth[request.node.nodeid] = most
    assert most <= MAX_GROWTH, f"it took {most / 1e6:.0f} MB more memory"


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
    return request.config.stash[_TABLE].figures


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note the outcome; a test that passed too slowly did not pass."""
    report = yield
    numbers = _numbers(item)
    if not numbers:
        return report
    allowed = max([MAX_SECONDS, *(mark.kwargs.get("seconds", 0) for mark in item.iter_markers("case"))])
    if report.when == "call" and report.passed and call.duration > allowed:
        report.outcome = "failed"
        report.longrepr = f"it took {call.duration:.1f} s, more than {allowed:g} s"
    table = item.config.stash[_TABLE]
    for number in numbers:
        _note(table.of(number), report, call.duration, table.growth.get(item.nodeid, 0))
    return report


def _note(case: _Case, report: pytest.TestReport, seconds: float, growth: int) -> None:
    if report.skipped:
        case.skipped += 1
    elif report.when == "call":
        case.ran += 1
        case.passed += report.passed
        case.seconds = max(case.seconds, seconds)
    elif report.failed:
        case.ran += report.when == "setup"
        case.passed -= report.when == "teardown"
    if report.when == "teardown":
        case.growth = max(case.growth, growth)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where several processes share the tests, hand the table to the one that prints it."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        table = session.config.stash[_TABLE]
        output["hostile"] = {number: asdict(case) for number, case in table.cases.items()}
        output["figures"] = table.figures


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Add up what a process that shared the tests noted: each has counted all cases and run its part."""
    output = getattr(node, "workeroutput", {})
    table: _Table = node.config.stash.setdefault(_TABLE, _Table())
    table.figures += output.get("figures", [])
    for number, noted in output.get("hostile", {}).items():
        case, part = table.of(int(number)), _Case(**noted)
        case.ran += part.ran
        case.passed += part.passed
        case.skipped += part.skipped
        case.left_out = max(case.left_out, part.left_out)
        case.seconds = max(case.seconds, part.seconds)
        case.growth = max(case.growth, part.growth)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    table = config.stash.get(_TABLE, _Table())
    if table.figures:
        terminalreporter.section("hostile figures")
        for line in table.figures:
            terminalreporter.write_line(line)
    ran = {number: case for number, case in table.cases.items() if case.ran}
    if not ran:
        return
    write = terminalreporter.write_line
    terminalreporter.section("the hostile suite")
    failed = [number for number, case in ran.items() if case.passed < case.ran]
    for number in sorted(ran):
        case = ran[number]
        state = "FAILED" if number in failed else "passed"
        tests = f"{case.passed}/{case.ran}" + (f" +{case.left_out} left out" if case.left_out else "")
        write(
            f"{number:4} {CASES[number]:<44} {state}  {tests:<18} {case.seconds:7.2f} s {case.growth / 1e6:7.1f} MB"
        )
    slowest = max(ran, key=lambda number: ran[number].seconds)
    largest = max(ran, key=lambda number: ran[number].growth)
    write(
        f"cases: {len(ran)} of {len(CASES)} ran, {len(ran) - len(failed)} passed; "
        f"worst time {ran[slowest].seconds:.2f} s (case {slowest}), "
        f"worst memory {ran[largest].growth / 1e6:.1f} MB more (case {largest}), workers included"
    )
    _tell(write, "failed", failed)
    _tell(write, "left out of this run", [n for n, case in table.cases.items() if n not in ran])
    _tell(write, "without a test", [number for number in CASES if number not in table.cases])


def _tell(write: Any, what: str, numbers: list[int]) -> None:
    if numbers:
        write(f"{what}: {', '.join(map(str, sorted(numbers)))}")
