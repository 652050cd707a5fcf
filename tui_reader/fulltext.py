"""The step of a refresh that fetches pages: full texts in the place of the summaries that a feed gave.

In words, for one edition whose feed was read and stored:

    ask the library     which of its entries are only summaries, the newest first          `Library.awaiting`
    for each of them, some side by side, at most `MAX_PAGES`:
        fetch, read     in a worker, which can be ended                                    fetching.fetch_full
        store           the page's text as the version that is shown
        or remember     that it gave nothing; a later refresh tries again, `TRIES` times in all

A page that fails costs one line. A server that asks to be left alone is, and what is left over is for the next
refresh. Nothing is fetched inside a transaction; what was stored stays, whenever this is cancelled.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from tui_reader.clean import clean_line
from tui_reader.errors import ReaderError
from tui_reader.fetching import NoFullerError, fetch_full
from tui_reader.gate import clean_article
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Article, Source
from tui_reader.sources.web import AskedToWaitError, UnreachableError, Web
from tui_reader.values import frozen
from tui_reader.words import tr, trn
from tui_reader.workers import Workers

MAX_PAGES = 40  # an edition's in one refresh
AT_ONCE = 6  # pages, of all editions together; of one host `Web` asks for fewer
SECONDS = 120.0  # for an edition's pages; the rest is left for the next refresh
TRIES = 3
PAUSE = timedelta(hours=1)
AGE = timedelta(days=2)  # an entry that came longer ago is fetched when it is opened
_LOOKED_AT = 2000


@frozen
class Texts:
    """What came of an edition's pages: how many full texts, and a line for each thing that went wrong."""

    fetched: int = 0
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class _Tally:
    """One edition's pages while they are fetched."""

    fetched: int = 0
    tried: list[str] = field(default_factory=list)
    no_more: int = 0
    left: int = 0
    warnings: list[str] = field(default_factory=list)
    silent: set[str] = field(default_factory=set)  # hosts that are not to be asked again now


class FullTexts:
    """The pages of one refresh; ``setting`` is for sources that have no ``full_text`` of their own."""

    def __init__(
        self,
        library: LibraryThread,
        web: Web,
        workers: Workers,
        now: Callable[[], datetime],
        setting: str,
    ) -> None:
        self._library = library
        self._web = web
        self._workers = workers
        self._now = now
        self._setting = setting
        self._places = asyncio.Semaphore(AT_ONCE)

    async def fetch(self, source: Source, edition: str | None) -> Texts:
        """Fetch the pages that one edition of ``source`` waits for, if the settings want them with a refresh.

        Whatever goes wrong is a line: the feed itself is stored.
        """
        if (source.full_text or self._setting) != "with-refresh":
            return Texts()
        try:
            return await self._fetch(source, edition)
        except ReaderError as error:
            return Texts(warnings=(clean_line(str(error)),))

    async def _fetch(self, source: Source, edition: str | None) -> Texts:
        waiting = await self._waiting(source, edition)
        tally = _Tally(left=max(0, len(waiting) - MAX_PAGES))
        try:
            async with asyncio.timeout(SECONDS), asyncio.TaskGroup() as group:
                for article in waiting[:MAX_PAGES]:
                    group.create_task(self._one(article, source, tally))
        except TimeoutError:
            pass
        except ExceptionGroup as errors:  # the library's: a page's own were counted
            raise errors.exceptions[0] from errors
        tally.left += len(waiting[:MAX_PAGES]) - tally.fetched - len(tally.tried)
        if tally.tried:
            now = self._now()
            await self._library.run(lambda library: library.tried(tally.tried, now=now))
        return Texts(tally.fetched, tuple(_lines(tally)))

    async def _waiting(self, source: Source, edition: str | None) -> list[Article]:
        now = self._now()
        found = await self._library.run(
            lambda library: library.awaiting(
                source.name, since=now - AGE, now=now, tries=TRIES, pause=PAUSE, limit=_LOOKED_AT
            )
        )
        # Not by the source's name: what came before it was renamed goes by the name that it had.
        return [article for article in found if _edition_of(article) == (edition or "")]

    async def _one(self, article: Article, source: Source, tally: _Tally) -> None:
        host = urlsplit(article.url or "").hostname or ""
        async with self._places:
            if host in tally.silent:
                return
            try:
                full = await fetch_full(
                    article, web=self._web, workers=self._workers, selectors=source.selectors
                )
            except (AskedToWaitError, UnreachableError) as error:
                if host not in tally.silent:
                    tally.warnings.append(tr("no full texts: {error}", error=error))
                tally.silent.add(host)
                return
            except ReaderError as error:
                _note(tally, article, error)
                return
        safe, now = clean_article(full), self._now()
        await self._library.run(lambda library: library.store([safe], now=now, fetched=True))
        tally.fetched += 1


def _edition_of(article: Article) -> str | None:
    """The edition that a feed's entry is of, as `tui_reader.model.entry_identity` holds it."""
    parts = article.identity.split("\n", 3)
    return parts[2] if len(parts) == 4 and parts[0] == "entry" else None


def _note(tally: _Tally, article: Article, error: ReaderError) -> None:
    tally.tried.append(article.id)
    if isinstance(error, NoFullerError):
        tally.no_more += 1
    else:
        tally.warnings.append(
            tr("no full text of “{title}”: {error}", title=clean_line(article.title)[:80], error=error)
        )


def _lines(tally: _Tally) -> list[str]:
    lines = []
    if tally.left:
        lines.append(
            trn(
                "{count} full text is left for the next refresh",
                "{count} full texts are left for the next refresh",
                tally.left,
            )
        )
    if tally.no_more:
        lines.append(
            trn(
                "{count} page has no more text than the feed; o opens one in the browser",
                "{count} pages have no more text than the feed; o opens one in the browser",
                tally.no_more,
            )
        )
    return [clean_line(line) for line in (*lines, *tally.warnings)]
