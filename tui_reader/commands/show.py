"""``tui-reader show``: articles as JSON Lines, text or Markdown, in the order of the arguments."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import replace

from tui_reader.bookmarks import note_text, tag_names
from tui_reader.clean import clean_address, clean_line
from tui_reader.codec import to_document, to_known_edition
from tui_reader.commands.choosing import choose, editions_of
from tui_reader.commands.input import read_standard_input
from tui_reader.commands.means import Means
from tui_reader.commands.output import complain, failure, one_line, screen_width, write, write_json
from tui_reader.commands.reports import report
from tui_reader.errors import LibraryError, ReaderError, UsageError
from tui_reader.gate import clean_article
from tui_reader.language_tag import language
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Article, Held
from tui_reader.opening import STANDARD_INPUT, Opened, is_address, is_heavy
from tui_reader.rendering.markdown import to_markdown
from tui_reader.rendering.text import WIDTH, to_text
from tui_reader.selectors import of_article
from tui_reader.values import frozen

AT_ONCE = 8


@frozen
class Shown:
    """What one argument gives: articles with their state, and what went wrong beside them."""

    held: tuple[Held, ...]
    problems: tuple[str, ...] = ()


def run(arguments: argparse.Namespace) -> int:
    """Print what ``arguments.places`` name; the exit status."""
    wanted = _language(arguments.lang)
    stdin = read_standard_input() if STANDARD_INPUT in arguments.places else None
    return asyncio.run(_Show(arguments, wanted, stdin).all(arguments.places))


def _language(tag: str | None) -> str | None:
    try:
        return language(tag) if tag is not None else None
    except ValueError as error:
        raise UsageError(str(error)) from error


class _Show:
    def __init__(self, arguments: argparse.Namespace, wanted: str | None, stdin: bytes | None) -> None:
        self._arguments = arguments
        self._form: str = arguments.form
        self._wanted = wanted
        self._stdin = stdin
        self._library: LibraryThread | None = None
        self._printed = 0
        self._failed = False
        self._at_once = asyncio.Semaphore(AT_ONCE)

    async def all(self, places: Sequence[str]) -> int:
        async with Means(self._arguments) as means:
            try:
                self._library = await means.library()
            except LibraryError as error:
                self._complain(str(error))
            # What takes long, the network and the workers, is begun at once; light files are read in their turn.
            begun = [
                asyncio.ensure_future(self._one(means, place)) if self._takes_long(place) else None
                for place in places
            ]
            try:
                for place, task in zip(places, begun, strict=True):
                    await self._print(place, task if task is not None else self._one(means, place))
            finally:
                for task in begun:
                    if task is not None:
                        task.cancel()
                await asyncio.gather(*(task for task in begun if task is not None), return_exceptions=True)
            return 1 if self._failed or means.failed else 0

    async def _print(self, place: str, coming: Awaitable[Shown]) -> None:
        try:
            shown = await coming
        except ReaderError as error:
            self._fail(place, error)
            return
        except Exception as error:  # a fault of ours in one document must not stop the others
            self._fail(place, report(error))
            return
        for problem in shown.problems:
            self._complain(problem)
        for held in shown.held:
            self._write(place, held)

    async def _one(self, means: Means, place: str) -> Shown:
        opened = await self._open(means, place)
        if self._wanted is None:
            chosen: Sequence[Article] = opened.articles
        else:
            chosen = await choose(opened.articles, self._wanted, means, self._library)
        problems = list(opened.warnings)
        held = []
        for article in chosen:
            full = article
            if self._arguments.full and article.partial and is_address(article.url or ""):
                try:
                    full = await self._full(means, article)
                except ReaderError as error:
                    problems.append(f"{one_line(article.title)}: {error}")
            held.append(await self._known(full))
        return Shown(tuple(held), tuple(problems))

    def _takes_long(self, place: str) -> bool:
        return is_address(place) or is_heavy(place, self._stdin)

    async def _open(self, means: Means, place: str) -> Opened:
        if not is_address(place):
            return await means.open(place, self._library, stdin=self._stdin)
        async with self._at_once:
            return await means.open(place, self._library)

    async def _full(self, means: Means, article: Article) -> Article:
        from tui_reader.fetching import fetch_full

        tools = await means.tools()
        selectors = of_article(means.settled().sources, article)
        full = await fetch_full(article, web=tools.web, workers=tools.workers, selectors=selectors)
        return clean_article(full)

    async def _known(self, article: Article) -> Held:
        """``article`` with what the library knows of it."""
        held = None
        if self._library is not None:
            held = await self._library.run(lambda library: library.held(article.id))
        if held is None:
            return Held(article, editions=editions_of(article))
        return replace(held, article=article, editions=editions_of(article, held.editions))

    def _write(self, place: str, held: Held) -> None:
        held = safe(held)
        if self._form == "json":
            write_json(to_object(place, held))
        elif self._form == "markdown":
            write(("\n" if self._printed else "") + to_markdown(held.article).rstrip("\n"))
        else:
            width = screen_width() or WIDTH
            between = "\n" + "─" * width + "\n\n" if self._printed else ""
            write(between + to_text(held.article, width, held.editions).rstrip("\n"))
        self._printed += 1

    def _fail(self, place: str, error: ReaderError) -> None:
        if self._form == "json":
            write_json({"source": _shown(place), "error": failure(error)})
        self._complain(str(error))

    def _complain(self, message: str) -> None:
        self._failed = True
        complain(message)


def _shown(place: str) -> str:
    """An argument as it was given; an address without the name and password that it may carry."""
    if not is_address(place) or "@" not in place:
        return place
    from tui_reader.sources.web.addresses import without_credentials

    return without_credentials(place)


def safe(held: Held) -> Held:
    """``held`` through the gate once more: another program, or an older version, may have stored it."""
    editions = tuple(
        replace(
            one, url=clean_address(one.url) if one.url else None, title=clean_line(one.title or "") or None
        )
        for one in held.editions
    )
    return replace(
        held,
        article=clean_article(held.article),
        editions=editions,
        tags=tag_names(held.tags),
        note=note_text(held.note),
    )


def to_object(place: str, held: Held) -> dict[str, object]:
    """The object that ``show --json`` prints."""
    document = to_document(held.article)
    del document["identity"]
    return {
        "source": _shown(place),
        "language_declared": None,
        **document,
        "editions": [to_known_edition(edition) for edition in held.editions],
        "read": held.read,
        "bookmarked": held.bookmarked,
        "tags": list(held.tags),
        "note": held.note,
    }
