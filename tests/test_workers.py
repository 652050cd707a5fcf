"""Workers: real processes that answer, hang, crash, eat memory and are replaced."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.worker_calls import (
    awkward,
    count_and_fail,
    double,
    eat,
    echo,
    handed_over_badly,
    hoard,
    ids,
    kill_itself,
    leave,
    load_a_codec,
    nest,
    no_words,
    ours,
    prepared,
    signals,
    spin,
    talk,
    theirs,
    who,
)
from tui_reader.errors import NotFoundError, ParseError
from tui_reader.model import Article
from tui_reader.worker_process import Worker
from tui_reader.workers import Workers


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    async with Workers(size=1) as workers:
        yield workers


async def failure(workers: Workers, function: object, *arguments: object, seconds: float = 10.0) -> str:
    with pytest.raises(ParseError) as caught:
        await workers.run(function, *arguments, timeout=seconds)  # type: ignore[arg-type]
    line = str(caught.value)
    assert line.isprintable()
    return line


async def test_answers_from_one_warm_process(workers: Workers) -> None:
    assert await workers.run(double, 21) == 42
    first = await workers.run(who)
    assert first == await workers.run(who) != os.getpid()


async def test_frozen_values_and_large_ones_travel(workers: Workers) -> None:
    articles = (Article("a", "Заголовок"), Article("b", "title", body=()))
    assert await workers.run(ids, articles) == articles
    data = os.urandom(3_000_000)
    assert await workers.run(echo, data) == data


async def test_calls_run_side_by_side_and_at_most_so_many() -> None:
    async with Workers(size=2) as workers:
        found = await asyncio.gather(*(workers.run(who) for _ in range(8)))
    assert len(set(found)) == 2


async def test_calls_that_may_take_much_memory_are_made_one_after_another() -> None:
    async with Workers(size=2, memory=200_000_000, together=300_000_000) as workers:
        async with asyncio.TaskGroup() as group:
            heavy = [group.create_task(workers.run(who, memory=200_000_000)) for _ in range(4)]
        assert len({task.result() for task in heavy}) == 1
        async with asyncio.TaskGroup() as group:
            light = [group.create_task(workers.run(who, memory=100_000_000)) for _ in range(4)]
        assert len({task.result() for task in light}) == 2


async def test_a_call_that_takes_too_long_is_ended_and_the_next_one_works(workers: Workers) -> None:
    before = await workers.run(who)
    process = workers._idle[0]._process
    assert "took longer than 0.2 s" in await failure(workers, spin, seconds=0.2)
    assert await workers.run(who) != before
    assert gone(before)
    assert process.returncode == -signal.SIGKILL  # and not by its own alarm, which comes later


async def test_the_event_loop_goes_on_meanwhile(workers: Workers) -> None:
    await workers.run(who)
    waiting = asyncio.create_task(failure(workers, spin, seconds=0.5))
    turns = 0
    while not waiting.done():
        await asyncio.sleep(0.002)
        turns += 1
    await waiting
    assert turns > 10


@pytest.mark.parametrize(("function", "said"), [(kill_itself, "signal 11"), (leave, "status 3")])
async def test_a_worker_that_dies_is_replaced(workers: Workers, function: object, said: str) -> None:
    assert said in await failure(workers, function)
    assert await workers.run(double, 1) == 2


async def test_a_worker_that_died_while_idle_is_replaced(workers: Workers) -> None:
    pid = await workers.run(who)
    os.kill(pid, signal.SIGKILL)
    await asyncio.to_thread(os.waitid, os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert await workers.run(who) != pid


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="memory is bounded where /proc tells its size"
)
async def test_memory_is_bounded() -> None:
    async with Workers(size=1, memory=200_000_000) as workers:
        assert "memory" in await failure(workers, eat, 500_000_000)
        assert await workers.run(who) != 0


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="memory is bounded where /proc tells its size"
)
async def test_what_fails_after_other_calls_is_tried_again_in_a_fresh_process() -> None:
    async with Workers(size=1, memory=50_000_000) as workers:
        assert await workers.run(double, 1) == 2
        first = await workers.run(hoard, 10_000_000)
        # With hardly any memory left in the old process the codec's module can't be loaded, and Python remembers that it is not there.
        assert await workers.run(load_a_codec, b"\x82\xa0", memory=8_000_000) == "\u3042"
        assert await workers.run(who) != first


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="memory is bounded where /proc tells its size"
)
async def test_a_small_call_is_not_starved_by_what_a_large_one_left() -> None:
    async with Workers(size=1) as workers:
        first = await workers.run(hoard, 60_000_000)
        assert await workers.run(eat, 20_000_000, memory=30_000_000) == 20_000_000
        large = b"x" * 50_000_000
        assert await workers.run(len, large, memory=30_000_000) == 50_000_000
        assert await workers.run(who) == first


async def test_what_failed_is_let_go_at_once(workers: Workers, tmp_path: Path) -> None:
    document = str(tmp_path / "document")
    before = sys.getrefcount(document)
    gc.disable()
    try:
        failed = False
        try:  # pytest.raises would keep the traceback
            await workers.run(count_and_fail, document)
        except ParseError:
            failed = True
        assert failed
        async with asyncio.timeout(5):  # the thread that sent it lets go of it a moment after the answer
            while sys.getrefcount(document) != before:  # noqa: ASYNC110  (nothing tells of it)
                await asyncio.sleep(0.001)
    finally:
        gc.enable()


async def test_what_fails_in_a_fresh_process_is_not_tried_again(workers: Workers, tmp_path: Path) -> None:
    count = tmp_path / "count"
    await workers.run(who)
    assert "KeyError" in await failure(workers, count_and_fail, str(count))
    assert count.read_text() == "xx"
    assert "KeyError" in await failure(workers, count_and_fail, str(count))
    assert count.read_text() == "xxx"


async def test_a_worker_that_has_grown_is_replaced() -> None:
    async with Workers(size=1, tired_at=60_000_000) as workers:
        pid = await workers.run(who)
        assert await workers.run(eat, 80_000_000) == 80_000_000
        assert await workers.run(who) != pid


async def test_too_deep_is_an_error(workers: Workers) -> None:
    assert "too deeply" in await failure(workers, nest, 0)


async def test_our_errors_come_back_as_they_are(workers: Workers) -> None:
    with pytest.raises(NotFoundError, match="there is no such file; check its name"):
        await workers.run(ours)


async def test_other_errors_come_back_as_one_clean_line(workers: Workers) -> None:
    assert await failure(workers, awkward) == "two words"
    line = await failure(workers, theirs)
    assert "KeyError" in line
    assert "second line" not in line.partition("\\n")[0]
    assert "UnspeakableError" in await failure(workers, no_words)
    assert "handed over" in await failure(workers, handed_over_badly)
    assert await workers.run(double, 1) == 2


async def test_a_function_that_cannot_be_sent_is_a_fault_and_harms_nothing(workers: Workers) -> None:
    with pytest.raises((AttributeError, TypeError)):
        await workers.run(lambda: 1)
    assert await workers.run(double, 1) == 2


async def test_printing_and_reading_do_not_reach_the_pipe(workers: Workers) -> None:
    assert await workers.run(talk) == "heard"


async def test_ctrl_c_is_not_for_workers(workers: Workers) -> None:
    assert await workers.run(signals) == (True, True)


async def test_a_cancelled_call_ends_its_worker(workers: Workers) -> None:
    pid = await workers.run(who)
    task = asyncio.create_task(workers.run(spin))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await workers.run(who) != pid
    assert gone(pid)


async def test_closing_ends_idle_and_busy_processes_at_once() -> None:
    workers = Workers(size=2)
    idle, busy = await asyncio.gather(workers.run(who), workers.run(who))
    spinning = asyncio.create_task(failure(workers, spin, seconds=60))
    await asyncio.sleep(0)
    assert workers._busy
    async with asyncio.timeout(20):
        await workers.close()
    await spinning
    assert gone(idle)
    assert gone(busy)
    assert "closing" in await failure(workers, who)
    await workers.close()


async def test_a_process_prepares_itself_once_before_its_first_call() -> None:
    worker = Worker(prepares="tests.worker_calls")
    async with Workers(size=1, started=[worker]) as workers:
        pid = await workers.run(who)
        assert await workers.run(prepared) == [pid]
    assert not worker.alive()


async def test_one_that_could_not_prepare_itself_works() -> None:
    async with Workers(size=1, started=[Worker(prepares="no.such.module")]) as workers:
        assert await workers.run(prepared) == []


async def test_warming_starts_those_that_are_missing() -> None:
    first = Worker(prepares="tests.worker_calls")
    async with Workers(size=2, started=[first]) as workers:
        workers.warm("tests.worker_calls")
        workers.warm("tests.worker_calls")
        assert len(workers._idle) == 2
        assert first in workers._idle
        found = await asyncio.gather(*(workers.run(prepared) for _ in range(2)))
    assert len({pid for one in found for pid in one}) == 2


async def test_nothing_is_started_until_it_is_needed() -> None:
    async with Workers() as workers:
        assert not workers._idle
        assert not workers._busy


@pytest.mark.parametrize("hung", [False, True], ids=["idle", "hung"])
def test_workers_do_not_outlive_a_parent_that_is_killed(hung: bool) -> None:
    code = (
        "import asyncio\n"
        "from tests.worker_calls import spin, who\n"
        "from tui_reader.workers import Workers\n"
        "async def main():\n"
        "    workers = Workers(size=1)\n"
        "    print(await workers.run(who), flush=True)\n"
        f"    call = workers.run(spin, timeout=0.2) if {hung} else asyncio.sleep(60)\n"
        "    task = asyncio.create_task(call)\n"
        "    while not workers._busy and not task.done(): await asyncio.sleep(0)\n"
        "    await asyncio.sleep(0.05)\n"
        "    print('ready', flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    root = Path(__file__).resolve().parents[1]
    if not hung:
        code = code.replace("while not workers._busy and not task.done()", "while False")
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=root) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert parent.stdout.readline() == b"ready\n"
        parent.kill()
    deadline = time.monotonic() + 10
    while not gone(pid):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def gone(pid: int) -> bool:
    """Whether a process has ended; a zombie that nobody has buried counts."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True
