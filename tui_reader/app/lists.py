"""The list of headlines and its tabs: asks the library what to show and gives it to the widgets.

Every question is answered off the event loop; an answer that comes after a newer question is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from textual.content import Content
from textual.widgets import Static

from tui_reader import languages
from tui_reader.app import safe
from tui_reader.app.services import Services
from tui_reader.app.state import ALL, BOOKMARKS, OPENED, SOURCE, ListState
from tui_reader.app.widgets.headline_list import HeadlineList
from tui_reader.app.widgets.language_tabs import LanguageTab, LanguageTabs
from tui_reader.app.widgets.source_list import SourceList, SourceRow
from tui_reader.library.library import Library
from tui_reader.model import Headline, Query

SCREENFUL = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library says to one `ListState`, all that changes when the reader turns to another list."""

    rows: Sequence[int]
    held: dict[int, Headline]
    chosen: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is counted around the list, which takes longer and comes after it."""

    tabs: Sequence[LanguageTab]
    languages: Sequence[str]
    sources: Sequence[SourceRow]


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
    ) -> None:
        self._services = services
        self._headlines, self._tabs, self._sources = headlines, tabs, sources
        self._where, self._empty = where, empty
        self._failed = failed
        self.state = self._shown = ListState()
        self.languages: list[str] = []
        self.library_languages: Sequence[str] = ()

    async def show(self, state: ListState, *, keep: str | None = None) -> None:
        """Show ``state`` with the story of article ``keep`` chosen, where it is in the list."""
        self.state = state
        turned = (state.language, state.others) != (self._shown.language, self._shown.others)
        place = None if turned else self._headlines.chosen
        order = self._services.languages
        answer = await self._services.library.run(
            lambda library: self._ask(library, state, order, keep, place)
        )
        if state is not self.state:
            return
        self._shown = state
        self._headlines.order, self._headlines.language = order, state.language
        self._where.update(safe.line(state.title()))
        self._tabs.choose(state.language)
        self._headlines.display = bool(answer.rows)
        self._empty.display = not answer.rows
        self._empty.update(_nothing(state))
        self._headlines.show(answer.rows, answer.held, answer.chosen)
        numbers = await self._services.library.run(lambda library: self._count(library, state))
        if state is not self.state:
            return
        self.languages = [tab.language for tab in numbers.tabs if tab.language is not None]
        self.library_languages = numbers.languages
        self._tabs.show(numbers.tabs, state.language)
        self._sources.show(numbers.sources, state.key)

    async def reload(self) -> None:
        """Ask again, and keep the choice."""
        headline = self._headlines.headline
        await self.show(replace(self.state), keep=headline.id if headline else None)

    async def load(self, rows: list[int]) -> None:
        """Bring the headlines of ``rows``, which are about to be drawn."""
        self._headlines.loaded(await self._services.library.run(lambda library: _headlines(library, rows)))

    async def choose_unread(self, step: int) -> Headline | None:
        """Choose the next (1) or previous (-1) unread headline; None where there is none."""
        state = self.state
        order = state.order(self._services.languages)
        row = self._headlines.row

        def find(library: Library) -> int | None:
            rows = library.index(state.query(), order)
            unread = set(library.index(replace(state.query(), unread=True), order))
            here = rows.index(row) if row in rows else -1
            span = range(here + 1, len(rows)) if step > 0 else range(here - 1, -1, -1)
            return next((rows[i] for i in span if rows[i] in unread), None)

        found = await self._services.library.run(find)
        return None if found is None else await self.choose_row(found)

    async def choose_row(self, row: int) -> Headline | None:
        """Choose the headline with this row number, if the list has it."""
        if row not in self._headlines.rows:
            await self.reload()
        if row not in self._headlines.rows:
            return None
        await self.load([row])
        self._headlines.chosen = list(self._headlines.rows).index(row)
        return self._headlines.headline

    def _ask(
        self, library: Library, state: ListState, order: Sequence[str], keep: str | None, place: int | None
    ) -> Answer:
        query = state.query()
        order = state.order(order)
        rows = library.index(query, order)
        chosen = _position(library, query, order, rows, keep, place)
        around = rows[max(0, chosen - SCREENFUL) : chosen + SCREENFUL]
        return Answer(rows, _headlines(library, around), chosen)

    def _count(self, library: Library, state: ListState) -> Numbers:
        return Numbers(
            tabs=self._list_tabs(library, state),
            languages=[tab.language for tab in library.tabs(Query()) if tab.language is not None],
            sources=self._source_rows(library),
        )

    def _list_tabs(self, library: Library, state: ListState) -> list[LanguageTab]:
        settings = self._services.config.settings
        counted = {tab.language: tab for tab in library.tabs(state.query())}
        every = counted.pop(None, None)
        tags = [tag for tag in counted if tag is not None]
        if state.language is not None and state.language not in tags:
            tags.append(state.language)
        name = languages.autonym if settings.tab_labels == "autonyms" else languages.label
        tabs = [LanguageTab(None, "All", every.unread if every else 0)]
        for tag in languages.in_order(tags, self._services.languages):
            tabs.append(LanguageTab(tag, name(tag), counted[tag].unread if tag in counted else 0))
        return tabs

    def _source_rows(self, library: Library) -> list[SourceRow]:
        counts = library.counts()
        failed = self._failed()
        rows = [
            SourceRow(ALL, "All sources", sum(count.unread for count in counts.values())),
            SourceRow(
                BOOKMARKS, f"Bookmarks {sum(count.bookmarked for count in counts.values()) or ''}".strip()
            ),
        ]
        if self.state.opened:
            rows.append(SourceRow(OPENED, "Opened"))
        category: str | None = ""
        for source in self._services.config.sources:
            if source.category != category:
                category = source.category
                rows.append(SourceRow(None, category or ""))
            count = counts.pop(source.name, None)
            unread = count.unread if count else 0
            rows.append(SourceRow(SOURCE + source.name, source.name, unread, source.name in failed))
        rest = sorted(counts)
        if rest:
            rows.append(SourceRow(None, "Kept"))
            rows += [SourceRow(SOURCE + name, name, counts[name].unread) for name in rest]
        return rows


def _nothing(state: ListState) -> Content:
    """Why a list is empty, and what to do."""
    if state.search:
        return safe.line(f"Nothing holds “{state.search}”. esc ends the search.")
    if state.key == BOOKMARKS:
        return safe.line("No bookmarks yet. b keeps a story, in every language that is held.")
    if state.unread:
        return safe.line("All is read. u shows what was.")
    if state.language is not None:
        return safe.line("Nothing in this language here. 0 shows all languages.")
    return safe.line("Nothing here yet. R refreshes; feeds.toml names the sources.")


def _headlines(library: Library, rows: Sequence[int]) -> dict[int, Headline]:
    return {headline.row: headline for headline in library.headlines(rows)}


def _position(
    library: Library,
    query: Query,
    order: Sequence[str],
    rows: Sequence[int],
    keep: str | None,
    place: int | None,
) -> int:
    """Where the story of article ``keep`` stands among ``rows``; else ``place``, or (None) what is nearest in time."""
    held = library.held(keep) if keep else None
    if held is not None:
        ids = tuple({held.article.id, *(edition.id for edition in held.editions if edition.id)})
        found = library.index(replace(query, ids=ids), order)
        if found and found[0] in rows:
            return rows.index(found[0])
        if place is None:
            near = library.lists.nearest(query, order, held.article.id)
            return rows.index(near) if near in rows else 0
    return min(place or 0, max(0, len(rows) - 1))
