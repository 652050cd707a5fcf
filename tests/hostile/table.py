"""The table of the hostile suite: each case's tests, their worst time and memory, at the end of the run.

A plugin, registered by `tests/conftest.py`: where several processes share the tests, the one that prints the table
reads no test and so no `conftest` of theirs.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import asdict, dataclass, field
from typing import Any

import pytest

from tests.hostile.cases import CASES

MAX_SECONDS = 30.0


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


TABLE = pytest.StashKey[_Table]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TABLE] = _Table()


def _numbers(item: pytest.Item) -> list[int]:
    numbers = [number for mark in item.iter_markers("case") for number in mark.args]
    if wrong := [number for number in numbers if number not in CASES]:
        raise pytest.UsageError(f"{item.nodeid}: there is no case {wrong}")
    return list(dict.fromkeys(numbers))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Count the cases before anything is left out."""
    table = config.stash.setdefault(TABLE, _Table())
    for item in items:
        for number in _numbers(item):
            table.of(number)


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        table = item.config.stash.setdefault(TABLE, _Table())
        for number in _numbers(item):
            table.of(number).left_out += 1


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
    table = item.config.stash[TABLE]
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
        table = session.config.stash[TABLE]
        output["hostile"] = {number: asdict(case) for number, case in table.cases.items()}
        output["figures"] = table.figures


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Add up what a process that shared the tests noted: each has counted all cases and run its part."""
    output = getattr(node, "workeroutput", {})
    table: _Table = node.config.stash.setdefault(TABLE, _Table())
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
    table = config.stash.get(TABLE, _Table())
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
