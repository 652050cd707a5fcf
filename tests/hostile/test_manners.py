"""Cases 24 and 25: how often a server is asked, and that the dead do not hold up the living."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise, repeat

import pytest

from tests.hostile.desk import NOW, Desk, is_one_line, rss, source
from tests.hostile.measuring import Growth
from tests.hostile.wire import Wire
from tests.loopback import Answer, Loopback
from tui_reader import __version__
from tui_reader.library.library import Library
from tui_reader.model import Outcome, Query
from tui_reader.refresh import refresh
from tui_reader.sources.web import Web
from tui_reader.sources.web.dialing import DialError

pytestmark = pytest.mark.asyncio(loop_scope="module")
case = pytest.mark.case


@case(24)
async def test_who_asks_is_told(desk: Desk, server: Loopback) -> None:
    await desk.refresh(source(server.answer("/feed", Answer(rss("One")))))
    agent = server.requests[0].headers["user-agent"]
    assert agent.startswith(f"tui-reader/{__version__} ")


@case(24)
@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wish", ["600", "Wed, 04 Mar 2026 12:10:00 GMT"])
async def test_retry_after_is_kept(desk: Desk, server: Loopback, status: int, wish: str) -> None:
    busy = Answer(b"", status, {"Retry-After": wish})
    url = server.answer("/feed", Answer(rss("Old"), etag='"1"'), busy, Answer(rss("New", "Old")))
    await desk.refresh(source(url))
    assert "2026-03-04 12:10 UTC" in await desk.refused(url)
    for by_hand in (False, True):
        (result,) = await desk.refresh(source(url), by_hand=by_hand)
        assert (result.outcome, result.error) == (Outcome.UNCHANGED, None)
        assert result.warnings == ("not asked: it asks not to be contacted before 2026-03-04 12:10 UTC",)
    assert len(server.asked("/feed")) == 2
    assert await desk.titles() == ["Old"]
    desk.clock.time += timedelta(minutes=10)
    assert (await desk.beside_an_honest_one(url)).new == 1


@case(24)
@pytest.mark.parametrize(
    "wish", ["soon", "-1", "9" * 4000, "\x80", "Wed, 99 Foo 9999 99:99:99 GMT", "0", "1e9", ""]
)
async def test_wishes_that_are_none(desk: Desk, server: Loopback, wish: str) -> None:
    """No wish can silence a source for longer than a day."""
    url = server.answer("/feed", Answer(b"", 503, {"Retry-After": wish}), Answer(rss("One")))
    await desk.refused(url)
    desk.clock.time += timedelta(days=1, minutes=1)
    assert (await desk.beside_an_honest_one(url)).new == 1


@case(24)
@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer(b"", 503), id="503"),
        pytest.param(Answer(b"<html>Log in</html>"), id="no feed"),
        pytest.param(Answer(b"", 429), id="429", marks=pytest.mark.slow),
        pytest.param(Answer(b"x", 404), id="404", marks=pytest.mark.slow),
        pytest.param(Answer(raw=b""), id="no answer", marks=pytest.mark.slow),
    ],
)
async def test_no_storm_on_one_that_keeps_failing(desk: Desk, server: Loopback, answer: Answer) -> None:
    """Two days of a refresh every five minutes: a handful of questions, further and further apart."""
    url = server.answer("/feed", answer)
    other = server.answer("/honest", Answer(rss("Honest"), etag='"1"'))
    asked: list[int] = []
    for minute in range(0, 2 * 24 * 60, 5):
        desk.clock.time = NOW + timedelta(minutes=minute)
        before = len(server.asked("/feed"))
        results = {r.source: r for r in await desk.refresh(source(url), source(other, "Honest"))}
        told = results["Hostile"]
        assert is_one_line(told.error.message if told.error else told.warnings[0])
        if len(server.asked("/feed")) > before:
            asked.append(minute)
            if len(asked) > 2:
                assert re.search(
                    r"failed \d+ times in a row and is asked again after 2026-03-0\d", told.warnings[0]
                )
        else:
            assert told.warnings[0].startswith("not asked: it failed")
    assert len(server.asked("/honest")) == 2 * 24 * 12
    assert 8 <= len(asked) <= 14, asked
    waits = [later - earlier for earlier, later in pairwise(asked[2:])]
    assert all(later >= earlier for earlier, later in zip(waits, waits[2:], strict=False)), asked
    (result,) = await desk.refresh(source(url), by_hand=True)
    assert result.error is not None, "by hand it is asked at once"


@case(24)
async def test_one_that_works_again_is_forgiven(desk: Desk, server: Loopback) -> None:
    url = server.answer("/feed", *[Answer(b"", 500)] * 3, Answer(rss("One"), etag='"1"'))
    for _ in range(3):
        await desk.refresh(source(url), by_hand=True)
        desk.clock.time += timedelta(hours=3)
    assert (await desk.known(url)).failures == 3
    (result,) = await desk.refresh(source(url))
    assert (result.new, result.warnings) == (1, ())
    known = await desk.known(url)
    assert (known.failures, known.retry_at) == (0, None)


@case(24)
async def test_offline_is_nobodys_fault(desk: Desk) -> None:
    """A machine without a network asks everyone again as soon as it has one."""

    async def silent(host: str, port: int) -> Sequence[str]:
        raise DialError("the name server does not answer; check your connection")

    sources = [source(f"http://s{number}.example/feed", f"S{number}") for number in range(5)]
    async with Web(lookup=silent) as web:
        for _ in range(6):
            results = await desk.refresh(*sources, web=web)
            assert all(result.error is not None and not result.warnings for result in results)


@case(24)
async def test_unreachable_counts_where_others_are_reached(desk: Desk) -> None:
    for _ in range(2):
        await desk.refused("http://127.0.0.1:9/feed")
    assert (await desk.known("http://127.0.0.1:9/feed")).failures == 2
    result = await desk.beside_an_honest_one("http://127.0.0.1:9/feed")
    assert (result.outcome, result.error) == (Outcome.UNCHANGED, None)


@case(24)
async def test_a_304_is_not_a_failure_and_costs_nothing(desk: Desk, server: Loopback) -> None:
    url = server.answer(
        "/feed", Answer(rss("One"), etag='"1"', last_modified="Mon, 02 Mar 2026 10:00:00 GMT")
    )
    for _ in range(3):
        await desk.beside_an_honest_one(url)
    assert [bool(request.headers.get("if-none-match")) for request in server.asked("/feed")] == [
        False,
        True,
        True,
    ]
    assert await desk.titles() == ["One"]


async def _among_the_dead(desk: Desk, alive: int, dead: int, seconds: float, growth: Growth) -> float:
    """Refresh so many that live and so many that are dead in four ways; the seconds until the living arrived."""

    async def lookup(host: str, port: int) -> Sequence[str]:
        if host.startswith("gone"):
            raise DialError("no such host; check the address")
        if host.startswith("mute"):
            await asyncio.Event().wait()
        return ["127.0.0.1"]

    with Loopback("0.0.0.0") as living, Wire(lambda: repeat(b""), pause=0.05, host="0.0.0.0") as silent:
        hosts = [f"127.1.{number // 200}.{number % 200 + 1}" for number in range(alive)]
        urls = [living.url(f"/{number}", host) for number, host in enumerate(hosts)]
        for number in range(alive):
            living.answer(f"/{number}", Answer(rss(f"News {number}")))
        ways = (
            lambda number: f"http://127.2.0.{number + 1}:9/feed",  # nobody listens
            lambda number: f"http://127.3.0.{number + 1}:{silent.port}/feed",  # answers never
            lambda number: f"http://gone{number}.example/feed",  # no such name
            lambda number: f"http://mute{number}.example/feed",  # a name server that is silent
        )
        lost = [ways[number % 4](number) for number in range(dead)]
        mixed = [source(url, f"S{number}") for number, url in enumerate(lost + urls)]
        mixed.sort(key=lambda one: one.name[::-1])
        names = {f"S{number}" for number in range(dead)}
        outcomes: Counter[Outcome] = Counter()
        growth.restart()
        started = time.perf_counter()
        arrived = 0.0
        async with Web(
            lookup=lookup, deadline=seconds, connect_timeout=seconds, patience=seconds / 3, now=desk.clock
        ) as web:
            async for result in refresh(
                mixed, library=desk.library, web=web, workers=desk.workers, now=desk.clock
            ):
                outcomes[result.outcome] += 1
                assert (result.error is not None) == (result.source in names), result
                if result.error is not None:
                    assert is_one_line(result.error.message)
                elif outcomes[Outcome.NEW] == alive:
                    arrived = time.perf_counter() - started
    assert outcomes == {Outcome.NEW: alive, Outcome.ERROR: dead}
    titles = await desk.library.run(_all_titles)
    assert titles == {f"News {number}" for number in range(alive)}
    return arrived


def _all_titles(library: Library) -> set[str]:
    return {line.title for line in library.headlines(library.index(Query(), stories=False))}


@case(25)
async def test_forty_dead_of_two_hundred(desk: Desk, growth: Growth) -> None:
    assert await _among_the_dead(desk, 160, 40, 1, growth) < 10


@pytest.mark.slow
@case(25, seconds=60)
async def test_two_hundred_dead_of_a_thousand(desk: Desk, growth: Growth) -> None:
    assert await _among_the_dead(desk, 800, 200, 3, growth) < 40
