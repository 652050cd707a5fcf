"""Where a reader is who reads line by line: the list, the headlines told last, the open article, the way back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from enum import Enum
from typing import Any, TypeVar

from tui_reader import handing
from tui_reader.app import asking
from tui_reader.app.marks import Marks
from tui_reader.app.services import Services
from tui_reader.app.state import ListState
from tui_reader.clean import clean_line
from tui_reader.errors import NotFoundError, ReaderError, UsageError
from tui_reader.library.library import Library
from tui_reader.linear import telling
from tui_reader.model import Headline, Held
from tui_reader.words import N_, tr, trn

Result = TypeVar("Result")
PAGE = 20  # headlines that are told at once


class Session:
    """What the words work on. ``write`` takes safe lines, ``complain`` one line about what failed."""

    def __init__(
        self, services: Services, *, write: Callable[[str], None], complain: Callable[[str], None]
    ) -> None:
        self.services, self._write, self._complain = services, write, complain
        self.marks = Marks(services, tell=self.tell)
        self.state = ListState()
        self.length = 0
        self.place = -1  # of the headline chosen last, from 0; before the first at the beginning
        self.top = 0  # of the headlines told last
        self.known: dict[int, Headline] = {}
        self.held: Held | None = None
        self.visits: list[str] = []
        self.expected: Callable[[str], Awaitable[None]] | None = None

    def say(self, lines: Iterable[str]) -> None:
        """Lines for the reader."""
        for line in lines:
            self._write(clean_line(line))

    def tell(self, text: str, warning: bool = False) -> None:
        """One line; a ``warning`` is a failure."""
        if text and warning:
            self._complain(text)
        elif text:
            self.say([text])

    def expect(self, question: str, answered: Callable[[str], Awaitable[None]]) -> None:
        """Ask; the next line is for ``answered``, unless it is empty: that leaves everything as it was."""
        self.say([question])
        self.expected = answered

    async def ask(self, question: Callable[[Library], Any]) -> Any:
        """What the library answers."""
        return await self.services.library.run(question)

    # The list

    async def show(self, **changes: Any) -> None:
        """The list with ``changes`` to its state, told from its beginning."""
        saved = {one.name: one.query for one in self.services.config.searches}
        state = replace(self.state, **changes).understood(self.services.now(), saved)
        self.state, self.held, self.place = state, None, -1
        self.visits.clear()
        await self.count()
        total = trn("{count} story", "{count} stories", self.length)
        self.say(
            [f"{self.state.title()}{f', {self.state.language}' if self.state.language else ''}: {total}."]
        )
        await self.page(0)

    async def count(self) -> None:
        """How long the list is now; what was known of its places is asked anew."""
        query, order = self.state.query(), self.state.order(self.services.languages)
        self.known = {}
        self.length = await self.ask(lambda library: library.lists.count(query, order))

    async def page(self, top: int) -> None:
        """Tell the headlines from place ``top`` on."""
        top = max(0, top)
        places = range(top, min(top + PAGE, self.length))
        await self._load(places)
        self.top = top
        now, order = self.services.now(), self.services.languages
        self.say(telling.headline(n + 1, self.known[n], now, order) for n in places if n in self.known)
        if places and places.stop < self.length:
            further = self.length - places.stop
            self.say([trn("{count} further: more.", "{count} further: more.", further)])

    async def headline(self, place: int) -> Headline:
        """The headline at ``place``. Raises NotFoundError where the list is not so long."""
        if 0 <= place < self.length and place not in self.known:
            await self._load(range(place, place + 1))
        if not self.length:
            raise NotFoundError(tr("the list is empty; search without words, or list, tells more"))
        if place not in self.known:
            raise NotFoundError(
                tr("there is no headline {place}; the list has {length}", place=place + 1, length=self.length)
            )
        return self.known[place]

    async def _load(self, places: range) -> None:
        if all(place in self.known for place in places):
            return
        query, order = self.state.query(), self.state.order(self.services.languages)
        rows = {place: line.row for place, line in self.known.items()}
        length = self.length
        self.known |= await self.ask(
            lambda library: asking.piece(library, query, order, places, rows, length)
        )

    # The article

    async def open(self, article_id: str) -> None:
        """Open an article, mark it read, fetch its text where that is wanted, and tell it whole."""
        await self.hold(article_id)
        await self.marks.read(article_id, True, undoable=False)
        if self.held is not None and self.services.wants_full_text(self.held):
            await self.fetch()
        await self.hold(article_id)
        self.say(telling.article(self.article))

    async def hold(self, article_id: str) -> None:
        """Have the article as the library has it now, without a word. Raises NotFoundError."""
        self.held = await self.ask(lambda library: library.held(article_id))
        if self.held is None:
            raise NotFoundError(tr("this article is no longer held; list shows what is"))

    async def renew(self) -> None:
        """After a mark: have the article and the headlines as they are now; the list keeps its places."""
        if self.held is not None:
            await self.hold(self.held.article.id)
        rows = {place: line.row for place, line in self.known.items()}
        lines = await self.ask(lambda library: library.headlines(list(rows.values())))
        by_row = {line.row: line for line in lines}
        self.known = {place: by_row[row] for place, row in rows.items() if row in by_row}

    async def fetch(self) -> None:
        """Fetch the open article's full text; where it can't be had, say so and keep what is held."""
        self.tell(tr("Fetching the full text…"))
        try:
            await self.services.fetch_full_text(self.article)
        except ReaderError as error:
            self.tell(tr("No full text: {error}", error=error), True)

    @property
    def article(self) -> Held:
        """The open article. Raises UsageError where none is open."""
        if self.held is None:
            raise UsageError(tr("no article is open; a headline's number opens it"))
        return self.held


class Numbered(Enum):
    """What is chosen by its number: what is said of a wrong one, and of none."""

    HEADLINE = N_("“{text}” is not the number of a headline"), N_("add the number of the headline")
    LINK = N_("“{text}” is not the number of a link"), N_("add the number of the link")
    PHOTO = N_("“{text}” is not the number of a photo"), N_("add the number of the photo")
    FEED = N_("“{text}” is not the number of a feed"), N_("add the number of the feed")


def number(text: str, what: Numbered) -> int:
    """A number from 1 on, as a reader writes it. Raises UsageError."""
    if text.isascii() and text.isdigit() and int(text[:9]) > 0:
        return int(text[:9])
    wrong, missing = what.value
    raise UsageError(tr(wrong, text=text) if text else tr(missing))


async def with_terminal(work: Callable[[], Result]) -> Result:
    """Do what another program does on the terminal, which is nobody else's here; Ctrl+C is for that program."""
    with handing.interrupts_left_alone():
        return await asyncio.to_thread(work)
