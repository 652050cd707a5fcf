"""The figures of the benchmark on one seed, and the site through a real refresh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.benchmarks.stories import PRECISION, RECALL, articles_of, count, truth_of
from tests.loopback import Loopback
from tests.site.manners import MANNERS, Site
from tests.site.newsroom import START
from tests.site.serving import serve
from tui_reader.fetching import fetch_full
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Edition, Outcome, Query, Source
from tui_reader.refresh import refresh
from tui_reader.sources.web import Web
from tui_reader.sureness import Sureness
from tui_reader.workers import Workers

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("manner", MANNERS)
def test_pairs_are_right_and_most_are_found(manner: str) -> None:
    found: Counter[tuple[Sureness, bool]] = Counter()
    wanted = 0
    for seed in (31, 32):
        site = Site(seed, manner)
        articles = articles_of(site)
        some, all_of_them = count(articles, truth_of(site, articles))
        found += some
        wanted += all_of_them
    right = sum(number for (_, is_right), number in found.items() if is_right)
    assert right / wanted >= RECALL.get(manner, 0.7)
    for kind in Sureness:
        good, bad = found[kind, True], found[kind, False]
        assert good >= PRECISION[kind] * (good + bad), kind


def test_a_seed_makes_the_same_site_each_time() -> None:
    one, other = Site(7, "hours", stories=40), Site(7, "hours", stories=40)
    assert one.printed == other.printed
    assert one.printed != Site(8, "hours", stories=40).printed
    assert max(p.published for p in one.printed) > START


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


async def test_a_refresh_finds_editions_and_a_page_adds_more(server: Loopback, tmp_path: Path) -> None:
    site = Site(5, "home tabs", stories=40, days=5)
    feeds = serve(server, site, last=50)
    source = Source("Site", editions=tuple(Edition(url, language) for language, url in feeds.items()))
    library = await LibraryThread.open(tmp_path / "library.db")
    async with Web(now=lambda: NOW, deadline=5) as web, Workers(size=1) as workers:
        results = [
            r async for r in refresh([source], library=library, web=web, workers=workers, now=lambda: NOW)
        ]
        assert {result.outcome for result in results} == {Outcome.NEW}
        rows = await library.run(lambda held: held.index(Query(), ["en"]))
        lines = await library.run(lambda held: held.headlines(rows))
        assert any(line.likely for line in lines)
        alone = next(
            line for line in lines if line.languages == ("en",) and _editions(site, line.url, server) > 1
        )
        held = await library.run(lambda held: held.held(alone.id))
        assert held is not None
        full = await fetch_full(held.article, web=web, workers=workers)
        await library.run(lambda held: held.store([full], now=NOW, fetched=True))
        (line,) = await library.run(lambda held: held.headlines([alone.row]))
        assert len(line.languages) > 1
        assert line.likely == ()
    await library.close()


def _editions(site: Site, url: str | None, server: Loopback) -> int:
    return next(len(one.others) for one in site.printed if server.url(one.path) == url)
