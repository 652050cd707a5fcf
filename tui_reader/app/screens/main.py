"""The reader's one screen: sources, headlines and article, and which of them has the keys.

It lays out columns and turns keys, clicks and messages into commands of the `Desk`. It asks neither the
network nor the database.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import Worker

from tui_reader.app import columns
from tui_reader.app.asking import Answer
from tui_reader.app.bindings import actions_by_key, bindings, commands, hints
from tui_reader.app.columns import Pane
from tui_reader.app.desk import Desk
from tui_reader.app.gallery import Gallery
from tui_reader.app.handing import Handing
from tui_reader.app.keeping import Keeping
from tui_reader.app.keys import effective, shown
from tui_reader.app.lists import Lists
from tui_reader.app.marks import Marks
from tui_reader.app.moving import Moving
from tui_reader.app.places import OF_PANE
from tui_reader.app.reading import Reading
from tui_reader.app.refresher import Refresher
from tui_reader.app.searching import Searching, hint
from tui_reader.app.services import Services
from tui_reader.app.settling import Settling, layout_of
from tui_reader.app.sourcing import Sourcing
from tui_reader.app.state import ListState, Position
from tui_reader.app.system import System
from tui_reader.app.turning import Turning
from tui_reader.app.view import Work
from tui_reader.app.widgets.article_pane import ArticlePane, Place
from tui_reader.app.widgets.boxes import Column, TextLine, same_lines
from tui_reader.app.widgets.headline_list import HeadlineList
from tui_reader.app.widgets.language_tabs import LanguageTabs
from tui_reader.app.widgets.page import PageView
from tui_reader.app.widgets.rows import Rows
from tui_reader.app.widgets.source_list import SourceList
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.errors import ReaderError

STAYS = 8.0  # seconds that a message stays


class MainScreen(Screen[None]):
    """Everything that the reader sees but for a few windows."""

    BINDINGS: ClassVar[list[BindingType]] = bindings()
    AUTO_FOCUS = None
    # The widgets draw themselves when they get and lose the keys; the screen has nothing to add.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(
        self,
        services: Services,
        position: Position,
        gallery: Gallery,
        *,
        first: asyncio.Future[Answer] | None,
        begin: Work,
    ) -> None:
        """``begin`` is done when the screen is there, and shows the list, see `begin`.

        ``first`` answers for the list of ``position``, where the library was asked for it already.
        """
        super().__init__()
        self._services = services
        self._position = position
        self._first, self._then = first, begin
        self._gallery = gallery
        self.pane = Pane.HEADLINES
        self.reading = False
        self.begun = False
        self.keys = effective(services.config.keys)
        self._forgetting: Timer | None = None
        self._keyed: dict[str, Callable[[], None]] | None = None  # what each key does in a column

    def compose(self) -> ComposeResult:
        yield SourceList(id="sources")
        with Column(id="list"):
            yield TextLine(id="where")
            yield LanguageTabs(id="list-tabs")
            yield Input(id="search")
            yield HeadlineList(
                self._load, excerpts=self._load_excerpts, now=self._services.now, id="headlines"
            )
            yield Static(id="empty")
        yield ArticlePane(id="article", layout=layout_of(self._services.config.settings))
        yield StatusLine(id="status")

    def render_lines(self, crop: Region) -> list[Strip]:
        return same_lines(super().render_lines, crop)

    def on_mount(self) -> None:
        self.sources = self.query_one(SourceList)
        self.headlines = self.query_one(HeadlineList)
        self.article = self.query_one(ArticlePane)
        self.status = self.query_one(StatusLine)
        self._search = self.query_one("#search", Input)
        self._refresher = Refresher(self._services, self.status, changed=self._changed)
        self._lists = Lists(
            self._services,
            headlines=self.headlines,
            tabs=self.query_one("#list-tabs", LanguageTabs),
            sources=self.sources,
            where=self.query_one("#where", TextLine),
            empty=self.query_one("#empty", Static),
            failed=lambda: self._refresher.failed,
            look_for=self.article.look_for,
        )
        self._reading = Reading(
            self._services, self.article, self._gallery, tell=self.tell, shown=self._article_shown
        )
        self._reading.part_key = next(map(shown, self.keys["part"]), "")
        marks = Marks(self._services, tell=self.tell)
        self.desk = Desk(self, self._services, self._lists, self._reading, marks, self._refresher)
        keeping = Keeping(self, self._services, self._lists, self._reading, marks)
        handing = Handing(self, self._services, self._reading)
        self.turning = Turning(self, self._services, self._lists, self._reading, marks, self.desk.show_list)
        settling = self.settling = Settling(
            self, self._services, self._lists, self._reading, self.desk, self.app
        )
        sourcing = Sourcing(self, self._services, self._lists, self.desk, settling, marks)
        self._searches = Searching(self, self._services, self._lists, show_list=self.desk.show_list)
        owners = (self.desk, self.turning, keeping, handing, settling, sourcing, self._searches)
        self._commands = commands(
            Moving(self), *owners, System(self, lambda: self.keys, lambda: OF_PANE[self.pane])
        )
        self.go(Pane.HEADLINES)
        if self._is_at_top():
            self.work(self._then, "begin")  # so early that the first picture has the list
        else:
            self.call_after_refresh(self.work, self._then, "begin")

    def _is_at_top(self) -> bool:
        """Whether the first list is there, and is shown from its beginning: it needs no size to be scrolled by."""
        first = self._first
        return first is not None and first.done() and not first.exception() and not first.result().chosen

    async def begin(self, state: ListState | None = None) -> None:
        """Show the list where it was, or ``state``, and the article that was open."""
        where = self._position
        if state is None and where.article is not None and where.reading:
            # Before the list chooses a headline: its preview would take the place of the article that is open.
            self.go(Pane.ARTICLE, reading=True)
        await self._lists.show(state or where.list, keep=where.article, asked=self._first)
        self._reading.library_languages = self._lists.library_languages
        if state is not None:
            if len(state.opened) == 1 and self.headlines.headline is not None:
                self.desk.open_headline(self.headlines.headline)
        else:
            await self._come_back(where)
        self.begun = True

    async def _come_back(self, where: Position) -> None:
        """Open the article that was open, at its place; where it is no longer held, the list is enough."""
        if where.article is not None and where.reading:
            if await self._reading.show(where.article, Place(where.block, where.share)):
                return
            self.go(Pane.HEADLINES, reading=False)
        self.desk.preview(self.headlines.headline)

    def position(self) -> Position:
        """Where the reader is."""
        article, place = self.desk.place()
        return Position(self._lists.state, article, self.reading, place.block, place.share)

    def watch_folders(self) -> None:
        """Read local folders again when they change."""
        self.work(self._refresher.watch, "watch")

    # What the desk asks of the screen

    def work(self, work: Work, group: str, *, exclusive: bool = True) -> None:
        """Run ``work`` on the event loop; a newer one of an exclusive group takes the place of an older one."""

        async def guarded() -> None:
            try:
                await work()
            except ReaderError as error:
                self.tell(str(error), True)

        _: Worker[None] = self.run_worker(guarded, group=group, exclusive=exclusive)

    def tell(self, text: str, warning: bool = False) -> None:
        """One line at the bottom."""
        self.status.warning = warning
        self.status.message = text
        if self._forgetting is not None:
            self._forgetting.stop()
        self._forgetting = self.set_timer(STAYS, partial(self.status.forget, text)) if text else None

    def ask(
        self, window: ModalScreen[str] | ModalScreen[None], then: Callable[[str | None], None] | None
    ) -> None:
        """Open a window; ``then`` is given its result."""
        self.app.push_screen(window, then)

    @property
    def searching(self) -> bool:
        """Whether the search field has the keys."""
        return self.focused is self._search

    def copy(self, text: str) -> None:
        """Hand ``text`` to the terminal's clipboard."""
        self.app.copy_to_clipboard(text)

    def search_for(self, text: str) -> None:
        """Show the search field with ``text``; without text and with a search in force, end the search."""
        ending = not text and (self.searching or bool(self._lists.state.search))
        self._search.display = not ending
        self._search.value = text
        if ending:
            self._searches.typed("")
            self.go(Pane.HEADLINES)
        else:
            self.go(Pane.HEADLINES)
            self._search.focus()

    def go(self, pane: Pane, *, reading: bool | None = None) -> None:
        """Give the keys to ``pane`` and show the columns that stand then."""
        self.pane = pane
        if reading is not None:
            self.reading = reading
        self._place_columns()
        target = {
            Pane.SOURCES: self.sources,
            Pane.HEADLINES: self.headlines,
            Pane.ARTICLE: self.article.text,
        }[pane]
        self.set_focus(target, scroll_visible=False)
        self.status.hints = hints(pane, self.keys)

    def _place_columns(self) -> None:
        size = columns.columns(
            self.size.width or self.app.size.width, self.pane, reading=self.reading, alone=self.article.alone
        )
        widgets = (self.sources, self.query_one("#list"), self.article)
        widths = (size.sources, size.headlines, size.article)
        for widget, width in zip(widgets, widths, strict=True):
            widget.display = width > 0
            widget.styles.width = width
        if self._search.display:
            self._search.placeholder = hint(size.headlines - self._search.gutter.width - 1)  # the cursor
        if size.article:
            self.article.take(size.article)
        self.status.display = not (self.article.alone and self.pane is Pane.ARTICLE)

    # Keys, clicks and messages

    def command(self, key: str) -> Callable[[], None] | None:
        """What ``key`` does while a column has the keys; None where something else has them, or may want this one."""
        if not self.is_active or self.focused not in (self.sources, self.headlines, self.article.text):
            return None
        if self._keyed is None:
            self._keyed = actions_by_key(self)
        return self._keyed.get(key)

    def action_run(self, name: str) -> None:
        """Run a command of the table."""
        self._commands[name]()

    def action_language(self, number: int) -> None:
        """The language of a tab, by its number."""
        self.turning.nth_language(number)

    def on_resize(self, event: events.Resize) -> None:
        if self.is_mounted:
            self._place_columns()

    def _load(self, places: range) -> None:
        self.work(partial(self._lists.load, places), "load", exclusive=False)

    def _load_excerpts(self, rows: list[int]) -> None:
        self.work(partial(self._lists.excerpt, rows), "excerpts", exclusive=False)

    async def _changed(self) -> None:
        await self._lists.reload()
        self._reading.library_languages = self._lists.library_languages
        self.article.show_tabs(self._reading.tabs())
        if self._reading.held is None:
            self.desk.preview(self.headlines.headline)

    def _article_shown(self) -> None:
        if self.desk.pictures_on and self.reading:
            self.desk.draw_pictures()

    @on(ArticlePane.Moved)
    def _article_moved(self) -> None:
        if self.desk.pictures_on and self.reading and self.article.photos_near():
            self.desk.draw_pictures()

    @on(Rows.Moved, "#sources")
    def _source_moved(self) -> None:
        if self.sources.key is not None:
            self.desk.show_source(self.sources.key)

    @on(Rows.Opened, "#sources")
    def _source_opened(self) -> None:
        self._source_moved()
        self.go(Pane.HEADLINES)

    @on(Rows.Moved, "#headlines")
    def _headline_moved(self) -> None:
        self.desk.preview(self.headlines.headline)

    @on(Rows.Opened, "#headlines")
    def _headline_opened(self) -> None:
        if self.headlines.headline is not None:
            self.desk.open_headline(self.headlines.headline)

    @on(LanguageTabs.Chosen, "#list-tabs")
    def _list_tab_chosen(self, message: LanguageTabs.Chosen) -> None:
        self.turning.choose_language(message.language)

    @on(LanguageTabs.Chosen, "#article-tabs")
    def _article_tab_chosen(self, message: LanguageTabs.Chosen) -> None:
        self.turning.turn_to(message.language)

    @on(PageView.LinkClicked)
    def _link_clicked(self, message: PageView.LinkClicked) -> None:
        self.desk.follow(message.url)

    @on(Input.Changed, "#search")
    def _search_changed(self, message: Input.Changed) -> None:
        if self._search.display:
            self._searches.typed(message.value)

    @on(Input.Submitted, "#search")
    def _search_submitted(self) -> None:
        self._search.display = bool(self._search.value)
        self._searches.entered(self._search.value)
        self.go(Pane.HEADLINES)

    def on_click(self, event: events.Click) -> None:
        """A click anywhere in a column gives it the keys."""
        clicked = event.widget.ancestors_with_self if event.widget is not None else ()
        for widget, pane in (
            (self.sources, Pane.SOURCES),
            (self.query_one("#list"), Pane.HEADLINES),
            (self.article, Pane.ARTICLE),
        ):
            if widget in clicked and pane is not self.pane and self.focused is not self._search:
                self.go(pane)
