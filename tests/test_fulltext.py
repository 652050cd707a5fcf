"""Full texts that a refresh fetches: a real server, real workers, a real library."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from tests.loopback import Answer, Loopback
from tui_reader import fulltext
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Edition, Held, Outcome, Query, RefreshResult, Selectors, Source
from tui_reader.refresh import refresh
from tui_reader.sources.web import Web
from tui_reader.workers import Workers

pytestmark = pytest.mark.asyncio(loop_scope="module")
NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
HTML = {"Content-Type": "text/html; charset=utf-8"}
SUMMARY = "The weir keeper of {} counted herons at dawn, and there were more of them than last year."


def text(name: str) -> bytes:
    """The page of the entry ``name``."""
    parts = "".join(
        f"<p>At {hour} o'clock {hour} herons stood below the weir of {name} and waited for eels to pass.</p>"
        for hour in range(3, 12)
    )
    return f"<html lang=en><body><article><h1>Herons of {name}</h1><p>{SUMMARY.format(name)}</p>{parts}</article></body></html>".encode()


def rss(*names: str) -> bytes:
    items = "".join(
        f"<item><title>Herons of {name}</title><guid isPermaLink='false'>{name}</guid><link>/{name}</link>"
        f"<description>{SUMMARY.format(name)}</description></item>"
        for name in names
    )
    return f"<rss version='2.0'><channel><title>Birds</title>{items}</channel></rss>".encode()


class Desk:
    """What a refresh works with, and shorthands to look at what came of it."""

    def __init__(self, server: Loopback, library: LibraryThread, web: Web, workers: Workers) -> None:
        self.server, self.library, self.web, self.workers = server, library, web, workers
        self.time = NOW

    def source(self, *names: str, path: str = "/feed", pages: bool = True, **changes: object) -> Source:
        """A source whose feed has these entries, each with its page."""
        url = self.server.answer(path, Answer(rss(*names)))
        for name in names if pages else ():
            self.server.answer(f"/{name}", Answer(text(name), headers=HTML))
        values: dict[str, object] = {"full_text": "with-refresh", "editions": (Edition(url, "en"),)}
        return Source("Birds", **(values | changes))  # type: ignore[arg-type]

    async def one(self, source: Source, full_text: str = "when-opened") -> RefreshResult:
        results = [
            result
            async for result in refresh(
                [source],
                library=self.library,
                web=self.web,
                workers=self.workers,
                now=lambda: self.time,
                full_text=full_text,
            )
        ]
        return results[0]

    async def held(self, name: str) -> Held:
        def look(library: Library) -> Held:
            lines = library.headlines(library.index(Query(), stories=False))
            found = library.held(next(line.id for line in lines if line.title.endswith(f" {name}")))
            assert found is not None
            return found

        return await self.library.run(look)

    async def full(self, name: str) -> bool:
        """Whether the page's text is the one that is held and shown."""
        held = await self.held(name)
        return held.fetched and held.other and "9 herons" in held.article.text and not held.article.partial


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers() -> AsyncIterator[Workers]:
    """Processes that stay warm from test to test."""
    async with Workers(size=1) as workers:
        yield workers


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module")
async def desk(tmp_path: Path, server: Loopback, workers: Workers) -> AsyncIterator[Desk]:
    async with Web(now=lambda: NOW, deadline=5) as web:
        library = await LibraryThread.open(tmp_path / "library.db")
        yield Desk(server, library, web, workers)
        await library.close()


async def test_summaries_become_full_texts(desk: Desk) -> None:
    result = await desk.one(desk.source("Aln", "Bor"))
    assert (result.outcome, result.new, result.texts, result.warnings) == (Outcome.NEW, 2, 2, ())
    assert await desk.full("Aln")
    assert await desk.full("Bor")
    again = await desk.one(desk.source("Aln", "Bor"))
    assert (again.outcome, again.texts) == (Outcome.UNCHANGED, 0)
    assert [len(desk.server.asked(path)) for path in ("/Aln", "/Bor")] == [1, 1]


@pytest.mark.parametrize(
    ("own", "setting", "fetched"),
    [
        (None, "with-refresh", 1),
        (None, "when-opened", 0),
        ("never", "with-refresh", 0),
        ("with-refresh", "never", 1),
    ],
)
async def test_a_source_s_own_setting_comes_first(
    desk: Desk, own: str | None, setting: str, fetched: int
) -> None:
    result = await desk.one(desk.source("Aln", full_text=own), setting)
    assert (result.new, result.texts, len(desk.server.asked("/Aln"))) == (1, fetched, fetched)


async def test_only_new_entries_are_asked_for(desk: Desk) -> None:
    await desk.one(desk.source("Aln"))
    result = await desk.one(desk.source("Bor", "Aln"))
    assert (result.new, result.texts) == (1, 1)
    assert len(desk.server.asked("/Aln")) == 1


async def test_full_texts_of_a_feed_are_left_alone(desk: Desk) -> None:
    body = rss("Aln").replace(
        b"</description>", b" %s</description>" % (b"Herons, herons and herons again. " * 40)
    )
    source = desk.source("Aln")
    desk.server.answer("/feed", Answer(body))
    assert (await desk.one(source)).texts == 0
    assert desk.server.asked("/Aln") == []


async def test_a_page_that_fails_costs_one_line_and_not_the_refresh(desk: Desk) -> None:
    source = desk.source("Aln", "Bor", "Cam", "Dee")
    desk.server.answer("/Bor", Answer(b"gone", 404))
    desk.server.answer("/Cam", Answer(text("Cam"), headers=HTML, length=10_000_000))
    desk.server.answer("/Dee", Answer(b"<html><body>Nothing.</body></html>", headers=HTML))
    result = await desk.one(source)
    assert (result.outcome, result.new, result.texts, result.error) == (Outcome.NEW, 4, 1, None)
    assert len(result.warnings) == 3
    assert all(line.isprintable() and "no full text of “Herons of" in line for line in result.warnings)
    assert (await desk.held("Bor")).article.text == SUMMARY.format("Bor")


async def test_a_failed_page_is_tried_again_later_and_not_for_ever(desk: Desk) -> None:
    source = desk.source("Aln")
    desk.server.answer("/Aln", Answer(b"", 500))
    for minutes, asked in ((0, 1), (30, 1), (31, 2), (60, 2), (61, 3), (600, 3), (6000, 3)):
        desk.time += timedelta(minutes=minutes)
        await desk.one(source)
        assert len(desk.server.asked("/Aln")) == asked, minutes


async def test_a_failed_page_that_works_again_is_had(desk: Desk) -> None:
    source = desk.source("Aln")
    desk.server.answer("/Aln", Answer(b"", 500), Answer(text("Aln"), headers=HTML))
    assert (await desk.one(source)).texts == 0
    desk.time += timedelta(hours=2)
    result = await desk.one(source)  # the feed itself has not changed
    assert (result.outcome, result.texts) == (Outcome.UNCHANGED, 1)
    assert await desk.full("Aln")


async def test_pages_without_more_text_are_counted_in_one_line(desk: Desk) -> None:
    source = desk.source("Aln", "Bor")
    wall = (
        "<p>To continue reading, subscribe now. Already a subscriber? Log in to read the whole article.</p>"
        * 2
    )
    for name in ("Aln", "Bor"):
        html = f"<html lang=en><body><article><h1>Herons of {name}</h1><p>{SUMMARY.format(name)}</p><p>{SUMMARY.format(name)}</p>{wall}"
        html = html.replace(
            "<html", '<html><meta property="article:published_time" content="2026-03-04"><html'
        )
        desk.server.answer(f"/{name}", Answer(html.encode(), headers=HTML))
    result = await desk.one(source)
    assert result.warnings == ("2 pages have no more text than the feed; o opens one in the browser",)
    assert (await desk.held("Aln")).article.text == SUMMARY.format("Aln")


async def test_pages_are_bounded_and_the_rest_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fulltext, "MAX_PAGES", 2)
    source = desk.source("Aln", "Bor", "Cam", "Dee", "Esk")
    for texts, left in ((2, "3 full texts are left"), (2, "1 full text is left"), (1, "")):
        result = await desk.one(source)
        assert result.texts == texts
        assert [line[: len(left)] for line in result.warnings] == ([left] if left else [])


async def test_few_pages_of_one_host_are_asked_at_once(desk: Desk) -> None:
    source = desk.source(*(f"River{number}" for number in range(12)))
    for number in range(12):
        desk.server.answer(f"/River{number}", Answer(text(f"River{number}"), headers=HTML, delay=0.03))
    assert (await desk.one(source)).texts == 12
    assert desk.server.at_once <= 4


async def test_a_server_that_wants_to_be_left_alone_is(desk: Desk) -> None:
    names = [f"River{number}" for number in range(12)]
    source = desk.source(*names)
    for name in names:
        desk.server.answer(f"/{name}", Answer(b"", 429, {"Retry-After": "600"}))
    result = await desk.one(source)
    assert (result.outcome, result.texts) == (Outcome.NEW, 0)
    assert len(result.warnings) == 2
    assert result.warnings[0] == "12 full texts are left for the next refresh"
    assert "is asked too often (429)" in result.warnings[1]
    assert sum(len(desk.server.asked(f"/{name}")) for name in names) <= 6


async def test_a_slow_host_is_left_for_later(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fulltext, "SECONDS", 0.3)
    source = desk.source("Aln", "Bor")
    desk.server.answer("/Bor", Answer(hang=True))
    result = await desk.one(source)
    assert result.texts <= 1
    assert result.warnings[0].endswith("left for the next refresh")


async def test_editions_fetch_their_own_pages_once(desk: Desk) -> None:
    urls = [
        desk.server.answer(f"/feed-{tag}", Answer(rss(f"Aln-{tag}", f"Bor-{tag}"))) for tag in ("en", "de")
    ]
    for name in ("Aln-en", "Bor-en", "Aln-de", "Bor-de"):
        desk.server.answer(f"/{name}", Answer(text(name), headers=HTML))
    source = desk.source("x", pages=False, editions=(Edition(urls[0], "en"), Edition(urls[1], "de")))
    results = [
        result
        async for result in refresh(
            [source], library=desk.library, web=desk.web, workers=desk.workers, now=lambda: NOW
        )
    ]
    assert sorted((result.language, result.texts) for result in results) == [("de", 2), ("en", 2)]
    assert all(len(desk.server.asked(f"/{name}")) == 1 for name in ("Aln-en", "Bor-en", "Aln-de", "Bor-de"))


async def test_the_selectors_of_the_source_are_used(desk: Desk) -> None:
    result = await desk.one(desk.source("Aln", selectors=Selectors(remove=("p:nth-child(5)",))))
    assert result.texts == 1
    told = (await desk.held("Aln")).article.text
    assert "At 4 o'clock" in told
    assert "At 5 o'clock" not in told


async def test_what_came_before_its_source_was_renamed_gets_its_text_too(desk: Desk) -> None:
    assert (await desk.one(desk.source("Aln", full_text="never"))).texts == 0
    await desk.library.run(lambda library: library.rename_source("Birds", "Fowl"))
    result = await desk.one(replace(desk.source("Aln"), name="Fowl"))
    assert (result.new, result.texts) == (0, 1)
    assert await desk.full("Aln")


async def test_a_choice_of_the_feed_s_version_is_kept(desk: Desk) -> None:
    source = desk.source("Aln")
    await desk.one(source)
    chosen = (await desk.held("Aln")).article.id
    await desk.library.run(lambda library: library.swap(chosen, now=NOW))
    assert (await desk.one(source)).texts == 0
    held = await desk.held("Aln")
    assert (held.article.text, held.fetched) == (SUMMARY.format("Aln"), False)
    assert len(desk.server.asked("/Aln")) == 1


async def test_an_early_end_comes_at_once_and_leaves_whole_texts(desk: Desk) -> None:
    source = desk.source("Aln", "Bor")
    desk.server.answer("/Bor", Answer(hang=True))
    task = asyncio.create_task(desk.one(source))
    await asyncio.to_thread(desk.server.wait_for_requests, 1, "/Bor")
    started = time.monotonic()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert time.monotonic() - started < 4  # the web would give up after 5
    assert (await desk.held("Bor")).article.text == SUMMARY.format("Bor")


async def test_the_results_can_be_left_before_the_end(desk: Desk) -> None:
    source = desk.source("Aln")
    desk.server.answer("/Aln", Answer(hang=True))
    other = Source("Fast", editions=(Edition(desk.server.answer("/fast", Answer(rss("Dee"))), "en"),))
    results = refresh(
        [source, other], library=desk.library, web=desk.web, workers=desk.workers, now=lambda: NOW
    )
    async with aclosing(results) as coming:
        async for result in coming:
            assert result.source == "Fast"
            break
    assert not [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
