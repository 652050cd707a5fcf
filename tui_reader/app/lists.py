"""The list of headlines and its tabs: asks the library what to show and gives it to the widgets.

Every question is answered off the event loop; an answer that comes after a newer question is dropped.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from textual.content import Content
from textual.widgets import Static

from tui_reader import languages
from tui_reader.app import asking, safe
from tui_reader.app.asking import Answer
from tui_reader.app.services import Services
from tui_reader.app.smart import SmartSources
from tui_reader.app.state import ALL, BOOKMARKS, HIDDEN, OPENED, SEARCH, SOURCE, ListState
from tui_reader.app.widgets.headline_list import HeadlineList
from tui_reader.app.widgets.language_tabs import LanguageTab, LanguageTabs
from tui_reader.app.widgets.source_list import SourceList, SourceRow
from tui_reader.library.library import Library
from tui_reader.model import Headline, Query, Source, Tab
from tui_reader.search.errors import QueryError
from tui_reader.search.finder import Finder
from tui_reader.search.terms import Search
from tui_reader.values import frozen
from tui_reader.words import tr, trc


@frozen
class Numbers:
    """What is counted around the list, which takes longer and comes after it."""

    tabs: Sequence[LanguageTab]
    languages: Sequence[str]
    sources: Sequence[SourceRow]
    length: int | None = None


def ask_ahead(services: Services, state: ListState, keep: str | None) -> asyncio.Future[Answer]:
    """Ask for the first list before there is a screen to show it on."""
    order = services.languages
    return asyncio.ensure_future(
        services.library.ask(lambda library: asking.ask(library, state, order, keep, None))
    )


class Lists:
    """What the left columns show. It knows the library and the widgets that it fills, and no keys."""

    def __init__(
        self,
        services: Services,
        *,
        headlines: HeadlineList,
        tabs: LanguageTabs,
        sources: SourceList,
        where: Static,
        empty: Static,
        failed: Callable[[], frozenset[str]],
        look_for: Callable[[Finder | None], None],
    ) -> None:
        self._services = services
        self._headlines, self._tabs, self._sources = headlines, tabs, sources
        self._where, self._empty = where, empty
        self._failed, self._look_for = failed, look_for
        self._smart = SmartSources(services)
        self.finder: Finder | None = None
        self._found_for: Search | None = None
        self.state = self._shown = ListState()
        self._answer: Answer | None = None
        self.languages: list[str] = []
        self.library_languages: Sequence[str] = ()

    async def show(
        self, state: ListState, *, keep: str | None = None, asked: Awaitable[Answer] | None = None
    ) -> None:
        """Show ``state`` with the story of article ``keep`` chosen, where it is in the list.

        ``asked``: the library has been asked for just this already. What another search finds is shown from its
        beginning. Raises `QueryError`; the list stays as it was then.
        """
        saved = {one.name: one.query for one in self._services.config.searches}
        try:
            self.state = state = state.understood(self._services.now(), saved)
        except QueryError:
            if self._answer is not None:
                raise
            # What was kept of the last run is no search any more.
            self.state = state = replace(state, search="").understood(self._services.now(), saved)
        turned = (state.language, state.others) != (self._shown.language, self._shown.others)
        place = None if turned else self._headlines.chosen
        begun = self._answer is not None
        if (
            begun
            and state.asked is not None
            and (state.key, state.search) != (self._shown.key, self._shown.search)
        ):
            keep, place = None, 0
        order = self._services.languages
        answer = await (
            asked
            or self._services.library.ask(lambda library: asking.ask(library, state, order, keep, place))
        )
        if state is not self.state:
            return
        self._shown, self._answer = state, answer
        self._headlines.order, self._headlines.language = order, state.language
        title = state.title()
        if self._where.content != safe.line(title):
            self._where.update(safe.line(title), layout=False)
        self._tabs.choose(state.language)
        self._headlines.display = bool(answer.length)
        self._empty.display = not answer.length
        if not answer.length:
            self._empty.update(_nothing(state))
        self._headlines.show(answer.length, answer.held, answer.chosen, self._find(state))
        numbers = await self._services.library.later(lambda library: self._count(library, answer))
        if answer is not self._answer:
            return
        self.languages = [tab.language for tab in numbers.tabs if tab.language is not None]
        self.library_languages = numbers.languages
        self._tabs.show(numbers.tabs, state.language)
        self._sources.show(self._smart.among(numbers.sources), state.key)
        if numbers.length is not None:
            self._answer = replace(answer, length=numbers.length, exact=True)
            self._headlines.shorten(numbers.length)
        if await self._smart.count() and state is self.state:
            self._sources.show(self._smart.among(numbers.sources), state.key)

    async def reload(self) -> None:
        """Ask again, and keep the choice."""
        headline = self._headlines.headline
        await self.show(replace(self.state), keep=headline.id if headline else None)

    async def load(self, places: range) -> None:
        """Bring the headlines at ``places``, which are about to be drawn."""
        answer, known = self._answer, self._headlines.rows
        if answer is None:
            return
        length = answer.length if answer.exact else None
        query = answer.state.query()
        held = await self._services.library.ask(
            lambda library: asking.piece(library, query, answer.order, places, known, length)
        )
        if answer.state is self._shown:
            self._headlines.loaded(held)

    async def excerpt(self, rows: Sequence[int]) -> None:
        """Bring the words around what the search finds, of headlines that are on the screen."""
        finder = self.finder
        if finder is not None:
            found = await self._services.library.ask(lambda library: library.excerpts(rows, finder))
            if finder is self.finder:
                self._headlines.excerpted(rows, found)

    def _find(self, state: ListState) -> Finder | None:
        """What marks the words of a list's search; the same one for the same search."""
        if state.asked != self._found_for:
            self._found_for = state.asked
            self.finder = Finder.of(state.asked)
            self._look_for(self.finder)
        return self.finder

    async def choose_unread(self, step: int) -> Headline | None:
        """Choose the next (1) or previous (-1) unread headline; None where there is none."""
        state, row, chosen = self.state, self._headlines.row, self._headlines.chosen
        if row is None and step < 0:
            return None
        query, order = state.query(), state.order(self._services.languages)
        found = await self._services.library.ask(
            lambda library: asking.unread(library, query, order, row, chosen, step)
        )
        if found is None or state is not self.state:
            return None
        place, held = found
        if place >= self._headlines.count():  # the library has grown since the list was asked for
            await self.show(replace(state), keep=held[place].id)
        else:
            self._headlines.loaded(held)
            self._headlines.chosen = place
        return self._headlines.headline

    def _count(self, library: Library, answer: Answer) -> Numbers:
        state, every = answer.state, library.tabs(Query())
        return Numbers(
            tabs=self._list_tabs(library, state),
            languages=[tab.language for tab in every if tab.language is not None],
            sources=self._source_rows(library, every),
            length=None if answer.exact else library.lists.count(state.query(), answer.order),
        )

    def _list_tabs(self, library: Library, state: ListState) -> list[LanguageTab]:
        settings = self._services.config.settings
        counted = {tab.language: tab for tab in library.tabs(state.query())}
        every = counted.pop(None, None)
        tags = [tag for tag in counted if tag is not None]
        if state.language is not None and state.language not in tags:
            tags.append(state.language)
        name = languages.autonym if settings.tab_labels == "autonyms" else languages.label
        tabs = [LanguageTab(None, trc("tab", "All"), every.unread if every else 0)]
        for tag in languages.in_order(tags, self._services.languages):
            tabs.append(LanguageTab(tag, name(tag), counted[tag].unread if tag in counted else 0))
        return tabs

    def _source_rows(self, library: Library, every: Sequence[Tab]) -> list[SourceRow]:
        counts = library.counts()
        failed, kept, hidden = self._failed(), tr("Bookmarks"), tr("Hidden")
        rows = [
            SourceRow(ALL, tr("All sources"), sum(tab.unread for tab in every if tab.language is None)),
            SourceRow(
                BOOKMARKS,
                f"{kept} {sum(count.bookmarked for count in counts.values()) or ''}".strip(),
            ),
        ]
        away = library.hiding.count()
        if away or self.state.key == HIDDEN:
            rows.append(SourceRow(HIDDEN, f"{hidden} {away or ''}".strip()))
        if self.state.opened:
            rows.append(SourceRow(OPENED, tr("Opened")))
        category: str | None = ""
        for source in by_category(self._services.config.sources):
            if source.category != category:
                category = source.category
                rows.append(SourceRow(None, category or ""))
            count = counts.pop(source.name, None)
            unread = count.unread if count else 0
            rows.append(SourceRow(SOURCE + source.name, source.name, unread, source.name in failed))
        rest = sorted(counts)
        if rest:
            rows.append(SourceRow(None, trc("heading of sources", "Kept")))
            rows += [SourceRow(SOURCE + name, name, counts[name].unread) for name in rest]
        return rows


def by_category(sources: Sequence[Source]) -> list[Source]:
    """``sources`` with those of one category together, in the order in which the categories come first."""
    order: dict[str | None, int] = {}
    for source in sources:
        order.setdefault(source.category, len(order))
    return sorted(sources, key=lambda source: order[source.category])


def _nothing(state: ListState) -> Content:
    """Why a list is empty, and what to do."""
    if state.search:
        return safe.line(tr("Nothing holds “{words}”. esc ends the search.", words=state.search))
    if state.key == BOOKMARKS and state.tag:
        return safe.line(tr("No bookmark has the tag “{tag}”. esc shows all bookmarks.", tag=state.tag))
    if state.key == BOOKMARKS:
        return safe.line(tr("No bookmarks yet. b keeps a story, in every language that is held."))
    if state.key == HIDDEN:
        return safe.line(
            tr("Nothing is hidden. H hides a story, and rules in feeds.toml hide what they find.")
        )
    if state.key.startswith(SEARCH):
        return safe.line(tr("Nothing matches this search now."))
    if state.unread:
        return safe.line(tr("All is read. u shows what was."))
    if state.language is not None:
        return safe.line(tr("Nothing in this language here. 0 shows all languages."))
    return safe.line(tr("Nothing here yet. R refreshes; feeds.toml names the sources."))
