"""What the commands need of the screen: a narrow door, so that no command knows the screen itself."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Protocol

from textual.screen import ModalScreen

from tui_reader.app.columns import Pane
from tui_reader.app.widgets.article_pane import ArticlePane
from tui_reader.app.widgets.headline_list import HeadlineList
from tui_reader.app.widgets.source_list import SourceList

Work = Callable[[], Coroutine[None, None, None]]


class View(Protocol):
    """The screen, as a command sees it."""

    pane: Pane
    reading: bool
    headlines: HeadlineList
    sources: SourceList
    article: ArticlePane

    @property
    def searching(self) -> bool:
        """Whether the search field has the keys."""

    def go(self, pane: Pane, *, reading: bool | None = None) -> None:
        """Give the keys to a column; ``reading`` says whether an article is open from now on."""

    def work(self, work: Work, group: str, *, exclusive: bool = True) -> None:
        """Do something that takes time; a newer one of an exclusive group takes the place of an older one."""

    def tell(self, text: str, warning: bool = False) -> None:
        """Say something in one line."""

    def ask(
        self, window: ModalScreen[str] | ModalScreen[None], then: Callable[[str | None], None] | None
    ) -> None:
        """Open a window; ``then`` is given its result."""

    def search_for(self, text: str) -> None:
        """Show the search field; without text, end a search that is in force."""

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard."""
