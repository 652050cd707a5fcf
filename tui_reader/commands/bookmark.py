"""``tui-reader bookmark``: add, remove, tag, note and list bookmarks."""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import replace
from urllib.parse import urlsplit

from tui_reader.bookmarks import note_text, tag_names
from tui_reader.clean import clean_line
from tui_reader.commands.input import read_standard_input
from tui_reader.commands.listing import ID_DIGITS, print_headlines
from tui_reader.commands.means import Means, utc_now
from tui_reader.commands.named import load_config
from tui_reader.commands.output import complain, write
from tui_reader.errors import FetchError, InputError, NotFoundError, ReaderError, UsageError
from tui_reader.gate import clean_article
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Article, Query
from tui_reader.opening import STANDARD_INPUT, is_address, open_all
from tui_reader.selectors import of_address
from tui_reader.stubs import is_stub, stub
from tui_reader.words import tr, trn


def run(arguments: argparse.Namespace) -> int:
    """Do what ``arguments.action`` says; the exit status."""
    if arguments.action == "list":
        if arguments.tag is not None and not tag_names([arguments.tag]):
            raise UsageError(tr("--tag names no tag; give a word"))
        return print_headlines(arguments, load_config(arguments), Query(bookmarked=True, tag=arguments.tag))
    if arguments.action in ("tag", "note"):
        return asyncio.run(_describe(arguments))
    return asyncio.run(_change(arguments, on=arguments.action == "add"))


async def _change(arguments: argparse.Namespace, *, on: bool) -> int:
    failed = False
    tags, note = (tag_names(arguments.tag), arguments.note) if on else ((), None)
    async with Means(arguments) as means:
        library = await means.library(make=on)
        for place in arguments.places:
            try:
                if library is None:
                    raise NotFoundError(
                        tr("“{place}” is not held: there is not a library yet", place=clean_line(place))
                    )
                if on:
                    article, problem = await _to_keep(place, means, library)
                    await library.run(lambda held, id=article.id: _mark(held, id, tags, note))  # type: ignore[misc]
                    failed = failed or problem is not None
                    complain(problem) if problem is not None else None
                else:
                    article = await _held(place, library)
                    await library.run(lambda held, id=article.id: held.bookmark(id, False, now=utc_now()))  # type: ignore[misc]
                title = clean_line(article.title)
                said = (
                    tr("bookmarked: {title}", title=title) if on else tr("no bookmark: {title}", title=title)
                )
                write(f"{article.id[:ID_DIGITS]}  {said}")
            except ReaderError as error:
                failed = True
                complain(str(error))
        return 1 if failed or means.failed else 0


def _mark(library: Library, article_id: str, tags: tuple[str, ...], note: str | None) -> None:
    library.bookmark(article_id, True, now=utc_now())
    if tags:
        library.bookmarks.tag(article_id, add=tags, now=utc_now())
    if note is not None:
        library.bookmarks.note(article_id, note, now=utc_now())


async def _describe(arguments: argparse.Namespace) -> int:
    """Tag or note one story, or print what it has."""
    place = arguments.place
    async with Means(arguments) as means:
        library = await means.library()
        if library is None:
            raise NotFoundError(
                tr("“{place}” is not held: there is not a library yet", place=clean_line(place))
            )
        article = await _held(place, library)
        if arguments.action == "tag" and (arguments.tags or arguments.remove):
            names = {"add": arguments.tags, "remove": arguments.remove}
            await library.run(lambda held: held.bookmarks.tag(article.id, **names, now=utc_now()))
        elif arguments.action == "note" and arguments.text is not None:
            text = arguments.text
            if text == STANDARD_INPUT:
                text = read_standard_input().decode("utf-8", "replace")
            await library.run(lambda held: held.bookmarks.note(article.id, text, now=utc_now()))
        held = await library.run(lambda held: held.held(article.id))
        assert held is not None
        if arguments.action == "tag":
            for tag in tag_names(held.tags):
                write(tag)
        elif note := note_text(held.note):
            write(note)
        return 1 if means.failed else 0


async def _held(place: str, library: LibraryThread) -> Article:
    """The held article that ``place`` names by its address, its file or its id."""
    if is_address(place):
        held = await library.run(lambda known: known.held_by_url(place))
        if held is None:
            raise NotFoundError(
                tr("no article at {url} is held; `tui-reader list` shows what is", url=clean_line(place))
            )
        return held.article
    article = _single(place, (await open_all(place, library=library)).articles)
    if await library.run(lambda known: known.held(article.id)) is None:
        raise NotFoundError(
            tr("“{place}” is not held; `tui-reader list` shows what is", place=clean_line(place))
        )
    return article


async def _to_keep(place: str, means: Means, library: LibraryThread) -> tuple[Article, str | None]:
    """The article to bookmark, held, or read and stored now; and what is wrong with it all the same."""
    if is_address(place):
        held = await library.run(lambda known: known.held_by_url(place))
        if held is not None and not is_stub(held.article):
            return held.article, None
        article, problem = await _fetched(place, held.article if held is not None else None, means)
        await library.run(lambda known: known.store([article], now=utc_now(), fetched=not is_stub(article)))
        return article, problem
    opened = await means.open(place, library)
    article = _single(place, opened.articles)
    if await library.run(lambda known: known.held(article.id)) is None:
        await library.run(lambda known: known.store([article], now=utc_now()))
    return article, None


async def _fetched(url: str, known: Article | None, means: Means) -> tuple[Article, str | None]:
    """The page's article; where its host can't be reached now, what is known without it, and why."""
    from tui_reader.fetching import fetch_page, fuller
    from tui_reader.sources.web.failures import WrongAddressError

    tools = await means.tools()
    selectors = of_address(means.settled().sources, url)
    try:
        page = await fetch_page(url, web=tools.web, workers=tools.workers, selectors=selectors, typed=True)
    except WrongAddressError:  # asking again will not help: there is nothing to keep
        raise
    except FetchError as error:
        why = str(error).partition("; ")[0]
        problem = tr("{why}; its address is bookmarked, and its text is fetched when you open it", why=why)
        return known or clean_article(stub(url)), problem
    if known is not None:
        page = replace(fuller(known, page), title=page.title or known.title)
    else:
        page = replace(page, source=(urlsplit(page.url or url).hostname or "").removeprefix("www."))
    return clean_article(page), None


def _single(place: str, articles: tuple[Article, ...]) -> Article:
    if len(articles) != 1:
        raise InputError(
            trn(
                "“{place}” holds {count} article; name one by its file or id",
                "“{place}” holds {count} articles; name one by its file or id",
                len(articles),
                place=clean_line(place),
            )
        )
    return articles[0]
