"""The refresh from end to end: a real server, real workers, a real library."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from tests.loopback import Answer, Loopback, redirect
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Article, Edition, Outcome, Query, RefreshResult, Source, Validators
from tui_reader.refresh import Intent, refresh
from tui_reader.sources.web import ACCEPT_FEED, Response, Web
from tui_reader.sources.web.get import Room, plenty
from tui_reader.workers import Workers

pytestmark = pytest.mark.asyncio(loop_scope="module")
NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def rss(*titles: str, language: str = "") -> bytes:
    """A feed with one entry a title."""
    tag = f"<language>{language}</language>" if language else ""
    items = "".join(
        f"<item><title>{title}</title><guid isPermaLink='false'>{title}</guid>"
        f"<link>/{number}</link><description>About {title}.</description></item>"
        for number, title in enumerate(titles)
    )
    return f"<rss version='2.0'><channel><title>Feed</title>{tag}{items}</channel></rss>".encode()


class Clock:
    """A time that stands until it is moved."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


class Desk:
    """Everything a refresh works with, and shorthands to look at what came of it."""

    def __init__(self, library: LibraryThread, web: Web, workers: Workers, clock: Clock) -> None:
        self.library, self.web, self.workers, self.clock = library, web, workers, clock

    async def refresh(self, *sources: Source, web: Web | None = None) -> list[RefreshResult]:
        return [result async for result in self.results(sources, web)]

    async def one(self, source: Source) -> RefreshResult:
        (result,) = await self.refresh(source)
        return result

    def results(self, sources: Sequence[Source], web: Web | None = None) -> AsyncIterator[RefreshResult]:
        return refresh(
            sources, library=self.library, web=web or self.web, workers=self.workers, now=self.clock
        )

    async def held(self) -> list[Article]:
        """Every article in the library, by title."""

        def read(library: Library) -> list[Article]:
            lines = library.headlines(library.index(Query(), stories=False))
            held = [library.held(line.id) for line in lines]
            return sorted((one.article for one in held if one), key=lambda article: article.title)

        return await self.library.run(read)

    async def titles(self) -> list[str]:
        return [article.title for article in await self.held()]

    async def known(self, source: Source, edition: int = 0) -> Validators:
        intent = Intent(source, source.editions[edition], Validators())
        return await self.library.run(lambda library: library.validators(intent.key))


@pytest_asyncio.fixture(loop_scope="module")
async def desk(tmp_path: Path, workers: Workers) -> AsyncIterator[Desk]:
    clock = Clock()
    async with Web(now=clock, deadline=5) as web:
        library = await LibraryThread.open(tmp_path / "library.db")
        yield Desk(library, web, workers, clock)
        await library.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers() -> AsyncIterator[Workers]:
    """Processes that stay warm from test to test."""
    async with Workers(size=1) as workers:
        yield workers


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


def source(url: str, name: str = "Source", language: str | None = None) -> Source:
    return Source(name, editions=(Edition(url, language),))


async def test_new_entries_are_stored_under_their_source(server: Loopback, desk: Desk) -> None:
    followed = source(server.answer("/feed", Answer(rss("One", "Two"))), "My source", "uk")
    result = await desk.one(followed)
    assert (result.source, result.language, result.url) == ("My source", "uk", server.url("/feed"))
    assert (result.outcome, result.new, result.error) == (Outcome.NEW, 2, None)
    assert 0 < result.seconds < 30
    articles = await desk.held()
    assert [(a.title, a.source, a.language) for a in articles] == [
        ("One", "My source", "uk"),
        ("Two", "My source", "uk"),
    ]
    assert articles[0].url == server.url("/0")


async def test_304_parses_nothing(server: Loopback, desk: Desk) -> None:
    followed = source(server.answer("/feed", Answer(rss("One"), etag='"1"')))
    await desk.one(followed)
    result = await desk.one(followed)
    assert (result.outcome, result.new) == (Outcome.UNCHANGED, 0)
    assert server.requests[1].headers["if-none-match"] == '"1"'
    assert (await desk.known(followed)).body_hash


async def test_the_same_body_parses_nothing(server: Loopback, desk: Desk) -> None:
    followed = source(server.answer("/feed", Answer(rss("One"))))
    await desk.one(followed)
    desk.workers = Workers()
    await desk.workers.close()  # any call now would be an error
    assert (await desk.one(followed)).outcome is Outcome.UNCHANGED


async def test_one_new_entry_among_old_ones(server: Loopback, desk: Desk) -> None:
    followed = source(server.answer("/feed", Answer(rss("One")), Answer(rss("Two", "One"))))
    await desk.one(followed)
    result = await desk.one(followed)
    assert (result.outcome, result.new) == (Outcome.NEW, 1)
    assert await desk.titles() == ["One", "Two"]


async def test_a_rewritten_feed_without_news_is_unchanged(server: Loopback, desk: Desk) -> None:
    body = rss("One")
    followed = source(server.answer("/feed", Answer(body), Answer(body + b"<!-- later -->")))
    await desk.one(followed)
    assert (await desk.one(followed)).outcome is Outcome.UNCHANGED


async def test_editions_come_apart(server: Loopback, desk: Desk) -> None:
    editions = tuple(
        Edition(server.answer(f"/{tag}", Answer(rss(f"In {tag}"))), tag) for tag in ("uk", "en", "ru")
    )
    results = await desk.refresh(Source("S", editions=editions))
    assert {result.language for result in results} == {"uk", "en", "ru"}
    assert {article.language for article in await desk.held()} == {"uk", "en", "ru"}


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"<html><body>Log in</body></html>"),
        Answer(b""),
        Answer(b"x", 404),
        Answer(b"x", 500),
        Answer(rss("One"), length=100_000),
        Answer(rss("One"), headers={"Content-Encoding": "br"}),
        redirect("file:///etc/passwd"),
    ],
    ids=["no feed", "empty", "404", "500", "cut off", "brotli", "redirect to a file"],
)
async def test_one_bad_feed_is_one_line_and_loses_nothing(
    server: Loopback, desk: Desk, answer: Answer
) -> None:
    bad = source(server.answer("/bad", Answer(rss("Old"), etag='"1"'), answer), "Bad")
    good = source(server.answer("/good", Answer(rss("One")), Answer(rss("One", "Two"))), "Good")
    await desk.refresh(bad, good)
    before = await desk.known(bad)
    results = {result.source: result for result in await desk.refresh(bad, good)}
    assert (results["Good"].outcome, results["Good"].new) == (Outcome.NEW, 1)
    assert results["Bad"].outcome is Outcome.ERROR
    error = results["Bad"].error
    assert error is not None
    assert error.kind in ("network", "parse")
    assert error.message.isprintable()
    assert await desk.titles() == ["Old", "One", "Two"]
    assert await desk.known(bad) == replace(before, failures=1)


async def test_dead_hosts_do_not_keep_the_others_waiting(server: Loopback, desk: Desk) -> None:
    server.answer("/hang", Answer(hang=True))
    with Loopback("127.0.0.2") as dead:
        dead.answer("/hang", Answer(hang=True))
        hanging = [source(dead.url("/hang"), f"dead {number}") for number in range(3)]
        good = [
            source(server.answer(f"/{number}", Answer(rss(f"T{number}"))), f"good {number}")
            for number in range(8)
        ]
        async with Web(deadline=0.8, connections=6) as web:
            results = await desk.refresh(*hanging, *good, web=web)
    assert [result.outcome for result in results[:8]] == [Outcome.NEW] * 8
    assert [result.outcome for result in results[8:]] == [Outcome.ERROR] * 3


async def test_retry_after_is_kept_and_honoured(server: Loopback, desk: Desk) -> None:
    busy = Answer(b"", 503, {"Retry-After": "600"})
    followed = source(server.answer("/feed", Answer(rss("One"), etag='"1"'), busy, Answer(rss("Two"))))
    await desk.one(followed)
    result = await desk.one(followed)
    assert result.error is not None
    assert result.error.kind == "network"
    assert (await desk.known(followed)).etag == '"1"'
    waiting = await desk.one(followed)
    assert (waiting.outcome, len(server.requests)) == (Outcome.UNCHANGED, 2)
    assert "2026-03-04 12:10 UTC" in waiting.warnings[0]
    desk.clock.time += timedelta(minutes=11)
    assert (await desk.one(followed)).outcome is Outcome.NEW
    assert (await desk.known(followed)).not_before is None


async def test_a_moved_feed_is_asked_at_its_new_address(server: Loopback, desk: Desk) -> None:
    followed = source(server.answer("/old", redirect("/new")))
    server.answer("/new", Answer(rss("One"), etag='"1"'))
    await desk.one(followed)
    for _ in range(2):
        assert (await desk.one(followed)).outcome is Outcome.UNCHANGED
    assert len(server.asked("/old")) == 1
    assert len(server.asked("/new")) == 3


async def test_a_renamed_source_gets_its_articles(server: Loopback, desk: Desk) -> None:
    url = server.answer("/feed", Answer(rss("One"), etag='"1"'))
    await desk.one(source(url, "Old name"))
    assert (await desk.one(source(url, "New name"))).new == 1
    assert (await desk.one(source(url, "New name"))).outcome is Outcome.UNCHANGED


async def test_credentials_are_not_in_results(server: Loopback, desk: Desk) -> None:
    url = server.answer("/feed", Answer(rss("One"))).replace("//", "//me:secret@")
    result = await desk.one(source(url))
    assert result.outcome is Outcome.NEW
    assert "secret" not in repr(result)
    assert "secret" not in repr(await desk.held())
    assert server.requests[0].headers["authorization"]


async def test_closing_early_ends_what_runs(server: Loopback, desk: Desk) -> None:
    fast = source(server.answer("/fast", Answer(rss("One"))), "fast")
    slow = source(server.answer("/slow", Answer(hang=True)), "slow")
    async with aclosing(
        refresh([slow, fast], library=desk.library, web=desk.web, workers=desk.workers, now=desk.clock)
    ) as results:
        async for result in results:
            assert result.source == "fast"
            break
    assert await desk.titles() == ["One"]
    assert not [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]


@pytest.mark.parametrize("moment", range(0, 25, 3))
async def test_a_quit_in_the_middle_leaves_nothing_half_stored(
    server: Loopback, desk: Desk, moment: int
) -> None:
    titles = [f"T{number:03}" for number in range(50)]
    followed = source(server.answer("/feed", Answer(rss(*titles), etag='"1"')))
    task = asyncio.create_task(desk.refresh(followed))
    for _ in range(moment):
        await asyncio.sleep(0.001)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    held, known = await desk.titles(), await desk.known(followed)
    assert (held == titles and known.etag == '"1"') or (held == [] and known == Validators())
    await desk.refresh(followed)
    assert await desk.titles() == titles


class FaultyWeb(Web):
    """A network with a fault of ours in it."""

    async def get(
        self,
        url: str,
        validators: Validators = Validators(),  # noqa: B008
        *,
        typed: bool = False,
        accept: str = ACCEPT_FEED,
        room: Room = plenty,
    ) -> Response:
        if url.endswith("/faulty"):
            raise ZeroDivisionError("\x1b[2J somewhere")
        return await super().get(url, validators, typed=typed, accept=accept, room=room)


async def test_a_fault_of_ours_in_one_source_stops_no_other(server: Loopback, desk: Desk) -> None:
    faulty = source(server.url("/faulty"), "faulty")
    good = source(server.answer("/feed", Answer(rss("One"))), "good")
    async with FaultyWeb() as web:
        results = {result.source: result for result in await desk.refresh(faulty, good, web=web)}
    assert results["good"].outcome is Outcome.NEW
    error = results["faulty"].error
    assert error is not None
    assert "ZeroDivisionError" in error.message
    assert error.message.isprintable()


async def test_a_folder_is_read_once_and_again_when_it_changes(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.md").write_text("# One\n\nA first text that is long enough to be one.\n")
    followed = Source("Saved", path=folder, language="en")
    result = await desk.one(followed)
    assert (result.outcome, result.new, result.url) == (Outcome.NEW, 1, str(folder))
    assert (await desk.one(followed)).outcome is Outcome.UNCHANGED
    (folder / "two.md").write_text("# Two\n\nA second text that is long enough to be one.\n")
    assert (await desk.one(followed)).new == 1
    assert [(a.title, a.source, a.language) for a in await desk.held()] == [
        ("One", "Saved", "en"),
        ("Two", "Saved", "en"),
    ]


async def test_an_empty_folder_is_one_line(desk: Desk, tmp_path: Path) -> None:
    result = await desk.one(Source("Saved", path=tmp_path / "none"))
    assert result.outcome is Outcome.ERROR
    assert result.error is not None
    assert result.error.kind in ("input", "not-found")


async def test_nothing_to_refresh(desk: Desk) -> None:
    assert await desk.refresh() == []
