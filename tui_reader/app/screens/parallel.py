"""Two editions of a story side by side, scrolling together: to learn a language by, or to check one text by another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.worker import Worker

from tui_reader.app import editions
from tui_reader.app.bindings import bindings, help_in, hints
from tui_reader.app.columns import WIDE
from tui_reader.app.finding import find_edition
from tui_reader.app.keys import effective
from tui_reader.app.marking import Marks
from tui_reader.app.parallel import RULE, Pair, marks_in_both, set_side_by_side
from tui_reader.app.places import Spot
from tui_reader.app.services import Services
from tui_reader.app.typeset import MAX_TEXT
from tui_reader.app.widgets.article_pane import Place
from tui_reader.app.widgets.language_tabs import LanguageTab, LanguageTabs, TabState
from tui_reader.app.widgets.page import PageView
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.errors import ReaderError
from tui_reader.library.library import Library
from tui_reader.model import Article, Held
from tui_reader.search.finder import Finder
from tui_reader.stories.tongues import tongue
from tui_reader.words import tr

NAMES = (
    *("down", "up", "first", "last", "page_down", "page_up", "onward"),
    *("next_language", "previous_language", "next_unread", "match_before", "side_by_side", "back"),
)
EDGE = 2


class PairView(PageView):
    """Both columns, in each of which what is searched for is found by itself."""

    def find(self, finder: Finder | None) -> Marks:
        """What ``finder`` finds in either."""
        return marks_in_both(self.page, finder) if isinstance(self.page, Pair) else Marks()


class SideBySide(ModalScreen[None]):
    """``held`` at the left from ``place`` on, another edition at the right; ``place`` follows what is scrolled to.

    What ``finder`` finds is marked in both.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NAMES), help_in(Spot.SIDE)]
    DEFAULT_CSS = """
    SideBySide {
        layout: vertical;
        background: $background;
        #pair-tabs { height: 1; background: $surface; }
        #pair-right { width: 1fr; }
        #pair { height: 1fr; }
    }
    """

    def __init__(
        self, services: Services, held: Held, every: Sequence[str], place: Place, finder: Finder | None = None
    ) -> None:
        super().__init__()
        self._finder = finder
        self._services, self._held, self._every = services, held, every
        self.place = place
        self._right: Article | None = None
        self._language: str | None = None
        self._commands: dict[str, Callable[[], None]] = {
            "down": partial(self._move, 1),
            "up": partial(self._move, -1),
            "first": partial(self._to_edge, False),
            "last": partial(self._to_edge, True),
            "page_down": partial(self._page_by, 1),
            "page_up": partial(self._page_by, -1),
            "onward": partial(self._page_by, 1),
            "next_language": partial(self._turn_by, 1),
            "previous_language": partial(self._turn_by, -1),
            "next_unread": partial(self._to_match, 1),
            "match_before": partial(self._to_match, -1),
            "side_by_side": self._leave,
            "back": self._leave,
        }

    def compose(self) -> ComposeResult:
        with Horizontal(id="pair-tabs"):
            yield LanguageTabs(id="pair-left")
            yield LanguageTabs(id="pair-right")
        yield PairView(id="pair")
        yield StatusLine(id="pair-status")

    def on_mount(self) -> None:
        self._page = self.query_one(PairView)
        self._page.look_for(self._finder)
        self._page.focus()
        self.query_one(StatusLine).hints = hints(
            ("back", "next_language", "help"), effective(self._services.config.keys)
        )
        self._turn_by(1)

    def on_resize(self, event: events.Resize) -> None:
        if event.size.width < WIDE:
            self._leave()
        else:
            self._lay_out()

    def action_run(self, name: str) -> None:
        """Run a command of the table."""
        self._commands[name]()

    def action_language(self, number: int) -> None:
        """The language of a tab at the right, by its number."""
        tabs = self._tabs()
        if number <= len(tabs) and tabs[number - 1].language is not None:
            self._turn(tabs[number - 1].language or "")

    @on(LanguageTabs.Chosen, "#pair-right")
    def _tab_chosen(self, message: LanguageTabs.Chosen) -> None:
        if message.language is not None:
            self._turn(message.language)

    @on(PageView.Scrolled)
    def _scrolled(self) -> None:
        blocks, top = self._page.page.blocks, self._page.top
        self.place = Place(bisect_right(blocks, top) - 1 if top else -1)

    def _tabs(self) -> list[LanguageTab]:
        """The other editions of the story."""
        settings = self._services.config.settings
        own = tongue(self._held.article.language)
        tabs = editions.tabs(self._held, self._every, self._services.languages, settings.tab_labels)
        return [tab for tab in tabs if tab.language != own]

    def _turn_by(self, step: int) -> None:
        usable = [tab.language for tab in self._tabs() if tab.state is not TabState.ABSENT and tab.language]
        if usable:
            here = usable.index(self._language) if self._language in usable else -1
            self._turn(usable[(here + step) % len(usable)])

    def _turn(self, language: str) -> None:
        async def guarded() -> None:
            try:
                await self._show(language)
            except ReaderError as error:
                self._tell(str(error), True)

        _: Worker[None] = self.run_worker(guarded, exclusive=True)

    async def _show(self, language: str) -> None:
        found = await find_edition(self._services, self._held, language, self._tell)
        if found is None:
            return
        own = self._held.article.id
        now = self._services.now()

        def read(library: Library) -> tuple[Held | None, Held | None]:
            library.mark_read([found], True, now=now)
            return library.held(own), library.held(found)

        both = await self._services.library.run(read)
        if both[0] is None or both[1] is None or not self.is_current:
            return
        self._held, self._right, self._language = both[0], both[1].article, language
        edition = editions.find(self._held, language)
        self._tell(editions.doubt(edition) if edition else "", False)
        self._lay_out()

    def _tell(self, text: str, warning: bool) -> None:
        if not self.is_current:  # what was fetched comes after the reader has gone back
            return
        status = self.query_one(StatusLine)
        status.warning, status.message = warning, text

    def _lay_out(self) -> None:
        if self._right is None:
            return
        width = min(MAX_TEXT, (self.size.width - 2 * EDGE - len(RULE.text)) // 2)
        edge = (self.size.width - 2 * width - len(RULE.text)) // 2
        place = self.place
        page = set_side_by_side(self._held.article, self._right, width)
        self._page.styles.padding = (0, 0, 0, edge)
        self._page.show(page)
        self._page.set_scroll_y_now(page.blocks[place.block] if 0 <= place.block < len(page.blocks) else 0)
        left = self.query_one("#pair-left", LanguageTabs)
        left.styles.width = edge + width + 2
        left.styles.padding = (0, 0, 0, edge - 1)
        settings = self._services.config.settings
        own = tongue(self._held.article.language)
        tabs = editions.tabs(self._held, (), (), settings.tab_labels)
        left.show([tab for tab in tabs if tab.language == own], own)
        self.query_one("#pair-right", LanguageTabs).show(self._tabs(), self._language)

    def _move(self, by: int) -> None:
        self._page.move(by)

    def _page_by(self, pages: int) -> None:
        self._page.page_by(pages)

    def _to_edge(self, last: bool) -> None:
        self._page.to_edge(last=last)

    def _to_match(self, step: int) -> None:
        if place := self._page.to_match(step):
            self._tell(tr("Match {place} of {count}", place=place, count=len(self._page.marks.lines)), False)
        elif self._finder is None:
            self._tell(tr("No search is on: / in the list searches"), False)
        else:
            self._tell(tr("Neither edition holds what is searched for"), False)

    def _leave(self) -> None:
        if self.is_current:
            self.dismiss(None)
