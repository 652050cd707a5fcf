"""What the screens ask for: the library, the network and the parsers, each made when it is first needed.

The screens know only this. Nothing here draws, and nothing here blocks the event loop. The network and the
parsers are imported when they are first used, so that the first screen does not wait for them.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, aclosing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tui_reader import ages, languages, paths
from tui_reader.app.loading import load
from tui_reader.config import Config
from tui_reader.errors import InputError, NotFoundError
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Article, Held, RefreshResult, Selectors, Source, file_of, is_local
from tui_reader.offering import Offer
from tui_reader.selectors import of_address, of_article
from tui_reader.values import frozen
from tui_reader.words import tr


@frozen
class Tools:
    """The network and the parsers (`sources.web.Web`, `workers.Workers`), as one thing to hand on."""

    web: Any
    workers: Any


class Services:
    """The reader's means. Close it with `close`."""

    def __init__(self, config: Config, library: LibraryThread, *, now: Callable[[], datetime]) -> None:
        self.config = config
        self.library = library
        self.now = now
        self._stack = AsyncExitStack()
        self._tools: Tools | None = None
        self._writer: LibraryThread | None = None
        self._starting = asyncio.Lock()

    @property
    def languages(self) -> tuple[str, ...]:
        """The reader's languages in order: as the settings say, else that of the environment."""
        return self.config.settings.languages or (ages.reader_locale().split("_")[0],)

    @property
    def own_file(self) -> Path:
        """The reader's own settings file; it may not exist yet."""
        used = self.config.path
        return paths.config_file() if used == paths.starter_feeds() else used

    async def tools(self) -> Tools:
        """The network and the parsers, started once and kept. The event loop goes on meanwhile."""
        async with self._starting:
            if self._tools is None:
                await asyncio.to_thread(load)
                from tui_reader.sources.web import Web
                from tui_reader.workers import Workers

                web = await self._stack.enter_async_context(Web(connections=self.config.settings.connections))
                await asyncio.to_thread(web.trust, _named(self.config))
                workers = await self._stack.enter_async_context(Workers())
                self._tools = Tools(web, workers)
        return self._tools

    def settle(self, config: Config) -> None:
        """Go by other settings from now on."""
        self.config = config
        if self._tools is not None:
            self._tools.web.trust(_named(config))

    async def discover(self, address: str) -> Offer:
        """What can be followed at an address that the reader wrote. Raises ReaderError."""
        from tui_reader.discovering import discover

        tools = await self.tools()
        return await discover(address, web=tools.web, workers=tools.workers)

    async def close(self) -> None:
        """End the workers, the connections and the library's thread."""
        await self._stack.aclose()
        if self._writer is not None:
            await self._writer.close()
        await self.library.close()

    async def refresh(
        self, sources: Sequence[Source], stored: Callable[[], None], *, by_hand: bool = False
    ) -> AsyncIterator[RefreshResult]:
        """Fetch, parse and store ``sources``; a result an edition, as they come. See `refresh.refresh`."""
        from tui_reader.refresh import refresh

        tools = await self.tools()
        if self._writer is None:  # a thread of its own: no key waits behind what a refresh stores
            self._writer = await LibraryThread.open(self.library.path, read=self.config.settings.read)
        results = refresh(
            sources,
            library=self._writer,
            web=tools.web,
            workers=tools.workers,
            now=self.now,
            full_text=self.config.settings.full_text,
            stored=stored,
            by_hand=by_hand,
            rules=self.config.rules,
        )
        async with aclosing(results) as stream:
            async for result in stream:
                yield result

    async def announce(self, ids: Sequence[str]) -> None:
        """Let the reader's own program tell of new articles; see `announcing.announce`."""
        if ids and self.config.settings.on_new:
            from tui_reader.announcing import announce

            await announce(self.config.settings, ids, self.library, now=self.now())

    async def open(self, argument: str, stdin: bytes | None = None) -> list[str]:
        """Load a path, an address, ``-`` or an id, store what it holds, and give the articles' ids."""
        from tui_reader.opening import open_argument

        tools = await self.tools()
        articles = await open_argument(
            argument,
            library=self.library,
            web=tools.web,
            workers=tools.workers,
            stdin=stdin,
            sources=self.config.sources,
        )
        await self.keep([article if article.source else self._filed(article) for article in articles])
        return [article.id for article in articles]

    def _filed(self, article: Article) -> Article:
        """``article``, which no source brought, under a source: the one whose folder it lies in, else its place.

        A file of a source must not leave it because it was opened by name.
        """
        path = file_of(article)
        if path is None:
            host = (urlsplit(article.url or "").hostname or "").removeprefix("www.")
            return replace(article, source=host or article.site or "Standard input")
        path = paths.PACKAGE / path
        for source in self.config.sources:
            if source.path is not None and path.is_relative_to(source.path.resolve()):
                return replace(article, source=source.name)
        folder, home = path.parent, Path.home()
        return replace(
            article, source=f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
        )

    async def keep(self, articles: Sequence[Article], *, fetched: bool = False) -> list[str]:
        """Store ``articles``, ``fetched`` from their pages or not; the ids of those that are new."""
        from tui_reader.gate import clean_article

        safe = [clean_article(article) for article in articles]
        now = self.now()
        return await self.library.run(lambda library: library.store(safe, now=now, fetched=fetched))

    async def follow(self, url: str, held: Held) -> str:
        """The id of the article that a link of ``held`` leads to: held, on this disk, or fetched and stored.

        Raises ReaderError where there is none to be had.
        """
        known = await self.library.run(lambda library: library.held_by_url(url))
        if known is not None:
            return known.article.id
        if url.startswith("file:"):
            return await self._open_file(url, held)
        page = self._filed(await self._page(url, of_address(self.config.sources, url)))
        await self.keep([page])
        return page.id

    async def fetch_edition(self, held: Held, language: str, url: str) -> str:
        """Fetch another edition of a held story, let it join the story, and give its id."""
        if url.startswith("file:"):
            return await self._open_file(url, held)
        page = await self._page(url, of_article(self.config.sources, held.article))
        if page.language is not None and not languages.same(page.language, language):
            host = urlsplit(url).hostname or url
            raise NotFoundError(
                tr("what {host} sent is in {language}", host=host, language=ages.language_name(page.language))
            )
        article = replace(
            page, source=held.article.source, language=page.language or language, story=held.article.story
        )
        await self.keep([article])
        return article.id

    async def _open_file(self, url: str, held: Held) -> str:
        """The article in a file that a local article names; a page from elsewhere may name none."""
        only_local(held)
        ids = await self.open(unquote(urlsplit(url).path))
        if not ids:
            raise NotFoundError(tr("there is no article at {url}", url=url))
        return ids[0]

    async def _page(self, url: str, selectors: Selectors | None) -> Article:
        """The article at an address that a text names: never one of a private network."""
        from tui_reader.fetching import fetch_page

        tools = await self.tools()
        page: Article = await fetch_page(url, web=tools.web, workers=tools.workers, selectors=selectors)
        return page

    def wants_full_text(self, held: Held) -> bool:
        """Whether opening this article fetches its page: a summary is held and nothing else, and that is wanted."""
        own = next(
            (source.full_text for source in self.config.sources if source.name == held.article.source), None
        )
        wanted = (own or self.config.settings.full_text) != "never"
        return wanted and held.article.partial and not held.other and bool(held.article.url)

    async def fetch_full_text(self, held: Held) -> None:
        """Put the page's full text in the place of the feed's version. Raises ReaderError where it can't be had."""
        from tui_reader.fetching import fetch_full

        tools = await self.tools()
        selectors = of_article(self.config.sources, held.article)
        full = await fetch_full(held.article, web=tools.web, workers=tools.workers, selectors=selectors)
        await self.keep([full], fetched=True)

    async def swap(self, held: Held) -> bool:
        """Show the other version of an article, the feed's or the page's; False where only one is held."""
        now = self.now()
        return await self.library.run(lambda library: library.swap(held.article.id, now=now))

    async def save_markdown(self, article: Article) -> Path:
        """Write an article as a Markdown file into the folder of saved articles, and say where."""
        from tui_reader.saving import save_markdown

        folder = self.config.settings.save_folder
        return await asyncio.to_thread(save_markdown, article, folder)

    async def watch(self) -> AsyncIterator[list[Source]]:
        """The folder sources in which something changed, each time that something does."""
        folders = [
            source for source in self.config.sources if source.path is not None and source.path.exists()
        ]
        if not folders:
            return
        from watchfiles import awatch

        paths = {source.path.resolve(): source for source in folders if source.path is not None}
        async for changes in awatch(*paths, step=200):
            changed = [Path(name) for _, name in changes]
            yield [
                source
                for path, source in paths.items()
                if any(item == path or path in item.parents for item in changed)
            ]


def _named(config: Config) -> list[str]:
    """The addresses that the reader wrote into the settings."""
    return [edition.url for source in config.sources for edition in source.editions]


def only_local(held: Held) -> None:
    """Files on this disk belong to articles of this disk; a page from elsewhere may name none."""
    if not is_local(held.article):
        raise InputError(tr("a file on this disk is not opened from a page of another place"))
