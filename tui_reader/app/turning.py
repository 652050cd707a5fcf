"""The commands that change the language: of the list, and of the open article.

The window of two editions is imported when it is first opened: the first screen doesn't need it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from tui_reader.app.columns import WIDE, Pane
from tui_reader.app.lists import Lists
from tui_reader.app.marks import Marks
from tui_reader.app.reading import Reading
from tui_reader.app.services import Services
from tui_reader.app.view import View
from tui_reader.app.widgets.article_pane import Place
from tui_reader.words import tr


class Turning:
    """Turns the column that has the keys; ``show_list`` shows the list with changes to its state."""

    def __init__(
        self,
        view: View,
        services: Services,
        lists: Lists,
        reading: Reading,
        marks: Marks,
        show_list: Callable[..., None],
    ) -> None:
        self._services = services
        self._view, self._lists, self._reading, self._marks = view, lists, reading, marks
        self._show_list = show_list

    def next_language(self) -> None:
        """The next tab."""
        self._turn(1)

    def previous_language(self) -> None:
        """The tab before."""
        self._turn(-1)

    def all_languages(self) -> None:
        """The list's tab of all languages."""
        if self._view.pane is not Pane.ARTICLE:
            self.choose_language(None)

    def nth_language(self, number: int) -> None:
        """The language of tab ``number`` (from 1), in the list or in the article."""
        if self._view.pane is Pane.ARTICLE:
            tabs = self._reading.tabs()
            if number <= len(tabs):
                self.turn_to(tabs[number - 1].language)
        elif number <= len(self._lists.languages):
            self.choose_language(self._lists.languages[number - 1])

    def choose_language(self, language: str | None) -> None:
        """The list's tab for ``language``."""
        self._show_list(language=language)

    def others(self) -> None:
        """In a language's tab: the stories that have no edition in it, too."""
        state = self._lists.state
        if state.language is None:
            self._view.tell(
                tr("All languages are shown; in the tab of one, this shows the stories that it lacks")
            )
        else:
            self._show_list(others=not state.others)

    def side_by_side(self) -> None:
        """The open article beside another edition of its story."""
        held = self._reading.held
        others = self._reading.others()
        width = self._view.article.screen.size.width
        if held is None or not self._view.reading:
            self._view.tell(tr("Open a story first: it is set side by side with another of its editions"))
        elif not others:
            self._view.tell(tr("This story has no edition in another language"), True)
        elif width < WIDE:
            said = tr(
                "Side by side needs a screen of {wide} columns; this one has {width}", wide=WIDE, width=width
            )
            self._view.tell(said, True)
        else:
            from tui_reader.app.screens.parallel import SideBySide

            screen = SideBySide(
                self._services,
                held,
                self._reading.library_languages,
                self._view.article.place,
                self._lists.finder,
            )
            resume = partial(self._resume, lambda: screen.place)
            self._view.ask(screen, lambda _: self._view.work(resume, "article"))

    def respeak(self) -> None:
        """Show everything again, in another language of the interface."""
        self._view.tell("")
        self._view.go(self._view.pane)
        self._view.work(self._show_again, "list")

    async def _show_again(self) -> None:
        await self._lists.reload()
        await self._reading.renew()

    async def _resume(self, place: Callable[[], Place]) -> None:
        """Back at the paragraph to which both were scrolled, with the editions that were fetched meanwhile."""
        await self._reading.renew()
        self._reading.go_to(place())
        await self._lists.reload()

    def turn_to(self, language: str | None) -> None:
        """The open article in ``language``."""
        if language is not None:
            self._view.work(partial(self._read, partial(self._reading.turn, language)), "article")

    def _turn(self, step: int) -> None:
        if self._view.pane is Pane.ARTICLE:
            self._view.work(partial(self._read, partial(self._reading.turn_by, step)), "article")
            return
        tabs = [None, *self._lists.languages]
        here = tabs.index(self._lists.state.language) if self._lists.state.language in tabs else 0
        self.choose_language(tabs[(here + step) % len(tabs)])

    async def _read(self, turn: Callable[[], Awaitable[None]]) -> None:
        """Turn the article; what is read from now on is marked so, and the list shows an edition that was fetched."""
        before = self._reading.held
        await turn()
        held = self._reading.held
        if held is None or before is None or not self._view.reading:
            return
        turned = held.article.id != before.article.id
        marked = await self._marks.read(held.article.id, True, undoable=False)
        # Marked only now: the turn came before the article was wholly opened, and took that over.
        if (turned or marked) and self._services.wants_full_text(held) and not self._reading.fetching:
            self._view.work(self._reading.fetch_full_text, "full-text")
        if marked or set(held.editions) != set(before.editions):
            await self._lists.reload()
