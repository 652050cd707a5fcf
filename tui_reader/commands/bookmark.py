"""``tui-reader bookmark``: add, remove and list bookmarks."""

from __future__ import annotations

import argparse
import asyncio

from tui_reader.clean import clean_line
from tui_reader.commands.listing import ID_DIGITS, print_headlines
from tui_reader.commands.means import Means, load_config, utc_now
from tui_reader.commands.output import complain, write
from tui_reader.errors import InputError, NotFoundError, ReaderError
from tui_reader.gate import clean_article
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Article, Query
from tui_reader.opening import is_address, open_all
from tui_reader.selectors import of_address


def run(arguments: argparse.Namespace) -> int:
    """Do what ``arguments.action`` says; the exit status."""
    if arguments.action == "list":
        return print_headlines(arguments, load_config(arguments), Query(bookmarked=True))
    return asyncio.run(_change(arguments, on=arguments.action == "add"))


async def _change(arguments: argparse.Namespace, *, on: bool) -> int:
    failed = False
    async with Means(arguments) as means:
        library = await means.library(make=on)
        for place in arguments.places:
            try:
                if library is None:
                    raise NotFoundError(f"“{clean_line(place)}” is not held: there is no library yet")
                article = await (_to_keep(place, means, library) if on else _held(place, library))
                await _mark(library, article.id, on)
                word = "bookmarked" if on else "no bookmark"
                write(f"{article.id[:ID_DIGITS]}  {word}: {clean_line(article.title)}")
            except ReaderError as error:
                failed = True
                complain(str(error))
        return 1 if failed or means.failed else 0


async def _mark(library: LibraryThread, article_id: str, on: bool) -> None:
    await library.run(lambda held: held.bookmark(article_id, on, now=utc_now()))


async def _held(place: str, library: LibraryThread) -> Article:
    """The held article that ``place`` names by its address, its file or its id."""
    if is_address(place):
        held = await library.run(lambda known: known.held_by_url(place))
        if held is None:
            raise NotFoundError(f"no article at {clean_line(place)} is held; `tui-reader list` shows what is")
        return held.article
    article = _single(place, (await open_all(place, library=library)).articles)
    if await library.run(lambda known: known.held(article.id)) is None:
        raise NotFoundError(f"“{clean_line(place)}” is not held; `tui-reader list` shows what is")
    return article


async def _to_keep(place: str, means: Means, library: LibraryThread) -> Article:
    """The article to bookmark: held, or read and stored now."""
    if is_address(place):
        held = await library.run(lambda known: known.held_by_url(place))
        if held is not None:
            return held.article
        from tui_reader.fetching import fetch_page

        tools = await means.tools()
        selectors = of_address(means.settled().sources, place)
        page = await fetch_page(place, web=tools.web, workers=tools.workers, selectors=selectors, typed=True)
        article = clean_article(page)
        await library.run(lambda known: known.store([article], now=utc_now(), fetched=True))
        return article
    opened = await means.open(place, library)
    article = _single(place, opened.articles)
    if await library.run(lambda known: known.held(article.id)) is None:
        await library.run(lambda known: known.store([article], now=utc_now()))
    return article


def _single(place: str, articles: tuple[Article, ...]) -> Article:
    if len(articles) != 1:
        raise InputError(f"“{clean_line(place)}” holds {len(articles)} articles; name one by its file or id")
    return articles[0]
