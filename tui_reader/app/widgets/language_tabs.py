"""One line of language tabs: over the headlines with unread numbers, over the article with its editions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message

from tui_reader.app import safe
from tui_reader.app.tabs import LanguageTab as LanguageTab
from tui_reader.app.tabs import TabState as TabState
from tui_reader.app.widgets.boxes import Unscrolled

LIKELY = "≈"


class LanguageTabs(Unscrolled):
    """Tabs with one of them chosen. It says which was clicked and changes nothing by itself."""

    DEFAULT_CSS = """
    LanguageTabs {
        height: 1;
        padding: 0 1;
        background: $surface;
    }
    """
    STYLES: ClassVar[dict[TabState, str]] = {
        TabState.HELD: "bold $text-primary",
        TabState.KNOWN: "$foreground",
        TabState.ABSENT: "$text-disabled",
    }
    CHOSEN = "bold reverse"

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, tabs: LanguageTabs, language: str | None) -> None:
            super().__init__()
            self.tabs = tabs
            self.language = language

        @property
        def control(self) -> LanguageTabs:
            return self.tabs

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._tabs: tuple[LanguageTab, ...] = ()
        self._chosen: str | None = None
        self._first = 0

    def show(self, tabs: Sequence[LanguageTab], chosen: str | None) -> None:
        """Show ``tabs`` with the one for ``chosen``."""
        if (tuple(tabs), chosen) != (self._tabs, self._chosen):
            self._tabs, self._chosen = tuple(tabs), chosen
            self.refresh()

    def choose(self, language: str | None) -> None:
        """Another of the same tabs is chosen."""
        self.show(self._tabs, language)

    def render(self) -> Content:
        self._first = self._first_shown()
        parts: list[Content] = []
        for tab in self._tabs[self._first :]:
            style = self.CHOSEN if tab.language == self._chosen else self.STYLES[tab.state]
            parts.append(Content.styled(_text(tab), style))
        return Content("").join(parts).truncate(max(1, self.size.width))

    def _first_shown(self) -> int:
        """The first tab drawn, so that the chosen one is always on the screen."""
        first = 0
        chosen = next((i for i, tab in enumerate(self._tabs) if tab.language == self._chosen), 0)
        while (
            first < chosen
            and sum(cell_len(_text(tab)) for tab in self._tabs[first : chosen + 1]) > self.size.width
        ):
            first += 1
        return first

    def on_click(self, event: events.Click) -> None:
        event.stop()
        x = event.x - self.styles.padding.left
        for tab in self._tabs[self._first :]:
            width = cell_len(_text(tab))
            if 0 <= x < width:
                self.post_message(self.Chosen(self, tab.language))
                return
            x -= width


def _text(tab: LanguageTab) -> str:
    count = f" {tab.count}" if tab.count is not None else ""
    return f" {LIKELY if tab.likely else ''}{safe.plain(tab.label)}{count} "
