"""A refresh with all its real parts, and what must hold whatever one of its sources serves."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.hostile.safety import assert_safe
from tests.loopback import Answer, Loopback
from tui_reader.clean import clean_line
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Article, Edition, Query, RefreshResult, Source, Validators
from tui_reader.refresh import Intent, refresh
from tui_reader.sources.web import Web
from tui_reader.workers import Workers

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


class Clock:
    """A time that stands until it is moved."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


def rss(*titles: str) -> bytes:
    """An honest feed with one entry a title."""
    items = "".join(
        f"<item><title>{title}</title><guid isPermaLink='false'>{title}</guid><link>/{number}</link>"
        f"<description>About {title}.</description></item>"
        for number, title in enumerate(titles)
    )
    return f"<rss version='2.0'><channel><title>Feed</title>{items}</channel></rss>".encode()


def source(url: str, name: str = "Hostile") -> Source:
    """A source with one edition."""
    return Source(name, editions=(Edition(url),))


def is_one_line(text: str) -> bool:
    """Whether an error may stand on a terminal: one line, safe, short, and no traceback."""
    return bool(text) and text == clean_line(text) and len(text) < 400 and "Traceback" not in text


@dataclass
class Desk:
    """What a refresh works with. ``server`` also serves an honest feed, which must arrive each time."""

    library: LibraryThread
    web: Web
    workers: Workers
    clock: Clock
    server: Loopback
    _honest: int = 0

    async def refresh(
        self, *sources: Source, web: Web | None = None, by_hand: bool = False
    ) -> list[RefreshResult]:
        """One result an edition."""
        return [
            result
            async for result in refresh(
                sources,
                library=self.library,
                web=web or self.web,
                workers=self.workers,
                now=self.clock,
                by_hand=by_hand,
            )
        ]

    async def beside_an_honest_one(self, url: str, web: Web | None = None) -> RefreshResult:
        """What became of the source at ``url``, refreshed together with an honest one that has news.

        Asserts what holds in every case: the honest source's article arrives, whatever is told is one safe
        line, and what is stored is safe.
        """
        self._honest += 1
        title = f"Honest {self._honest}"
        honest = source(self.server.answer(f"/honest{self._honest}", Answer(rss(title))), "Honest")
        results = {result.source: result for result in await self.refresh(source(url), honest, web=web)}
        assert results["Honest"].error is None, results["Honest"].error
        assert title in [article.title for article in await self.held("Honest")]
        result = results["Hostile"]
        assert result.error is None or is_one_line(result.error.message), ascii(result.error)
        assert all(is_one_line(warning) for warning in result.warnings), result.warnings
        for article in await self.held("Hostile"):
            assert_safe(article)
        return result

    async def refused(self, url: str, web: Web | None = None) -> str:
        """The one line that the source at ``url`` fails with; nothing of it is stored or remembered."""
        before = [article.id for article in await self.held("Hostile")]
        result = await self.beside_an_honest_one(url, web)
        assert result.error is not None, "it was expected to fail"
        assert result.new == 0
        assert [article.id for article in await self.held("Hostile")] == before
        return result.error.message

    async def held(self, name: str = "Hostile") -> list[Article]:
        """The articles of a source, newest first."""

        def read(library: Library) -> list[Article]:
            lines = library.headlines(library.index(Query(source=name), stories=False))
            return [one.article for one in (library.held(line.id) for line in lines) if one]

        return await self.library.run(read)

    async def titles(self, name: str = "Hostile") -> list[str]:
        """Their titles."""
        return [article.title for article in await self.held(name)]

    async def known(self, url: str) -> Validators:
        """What is remembered of the source at ``url``."""
        followed = source(url)
        key = Intent(followed, followed.editions[0], Validators()).key
        return await self.library.run(lambda library: library.validators(key))


async def busiest(work: Awaitable[object]) -> float:
    """The longest stretch that the event loop was busy while ``work`` was done: so long a key would have waited.

    In seconds of its own processor time: what else the machine does is not its fault.
    """
    worst = 0.0

    async def watch() -> None:
        nonlocal worst
        while True:
            before = time.thread_time()
            await asyncio.sleep(0.001)
            worst = max(worst, time.thread_time() - before)

    watching = asyncio.create_task(watch())
    try:
        await work
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    return worst


@asynccontextmanager
async def opened_desk(path: Path, server: Loopback, workers: Workers) -> AsyncIterator[Desk]:
    """A desk with a new library at ``path``."""
    clock = Clock()
    async with Web(now=clock) as web:
        library = await LibraryThread.open(path)
        try:
            yield Desk(library, web, workers, clock, server)
        finally:
            await library.close()
