"""The windows about sources: a line to write, a question, and the feeds that were found at an address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.suggester import SuggestFromList
from textual.widgets import Input

from tui_reader.app import safe
from tui_reader.app.screens.entry import EntryWindow
from tui_reader.app.screens.modal import MAX_WIDTH, MIN_WIDTH, SIDES, RowsWindow, Window
from tui_reader.app.typeset import Page
from tui_reader.app.widgets.page import PageView
from tui_reader.app.widgets.rows import Rows
from tui_reader.hosts import shown_address
from tui_reader.languages import label
from tui_reader.offering import Feed, Offer
from tui_reader.words import tr, trn

INDENT = 7


class LineWindow(EntryWindow):
    """Gives one line; `esc` gives None. ``known`` are completed by tab."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete", priority=True)]

    def __init__(self, title: str, foot: str, before: str, known: Sequence[str] = ()) -> None:
        super().__init__(title, foot, before)
        self._known = known

    def content(self) -> Input:
        """The line."""
        suggester = SuggestFromList(self._known, case_sensitive=False) if self._known else None
        return Input(self.before, suggester=suggester, select_on_focus=False)

    def on_mount(self) -> None:
        self.entry.focus()

    @property
    def entry(self) -> Input:
        """The line."""
        return self.query_one(Input)

    def action_complete(self) -> None:
        """Take the completion."""
        self.entry.action_cursor_right()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_keep()


class Question(Window[str]):
    """Gives ``yes`` for `y`; every other way out gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "yes", "Yes"),
        Binding("n,enter", "leave", "No"),
    ]

    def __init__(self, question: str, said: str) -> None:
        super().__init__(question, tr("y yes · n or esc no"))
        self._said = said

    def content(self) -> PageView:
        """What it means."""
        return PageView(id="window-text")

    def on_mount(self) -> None:
        super().on_mount()
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        page = Page()
        page.text(self._said, max(MIN_WIDTH, min(MAX_WIDTH, self.size.width - SIDES - 1)), "text")
        view = self.query_one(PageView)
        view.styles.height = len(page.lines)
        view.show(page)

    def action_yes(self) -> None:
        """Close with yes."""
        self.close("yes")


class FeedRows(Rows):
    """A feed a row: whether it is wanted, its language and title, and under it its numbers and address."""

    row_height = 2

    def __init__(self, offer: Offer, held: frozenset[str]) -> None:
        super().__init__(id="feeds")
        self._feeds = offer.feeds
        self.held = held
        self.wanted = {row for row, feed in enumerate(offer.editions) if not self.is_held(feed)}

    def is_held(self, feed: Feed) -> bool:
        """Whether a feed is already followed."""
        return feed.url.rstrip("/") in self.held

    def count(self) -> int:
        return len(self._feeds)

    def toggle(self) -> None:
        """Want the chosen feed, or not."""
        if not self.is_held(self._feeds[self.chosen]):
            self.wanted ^= {self.chosen}
            self.redraw()

    def draw(self, row: int, width: int) -> list[list[tuple[str, str]]]:
        feed = self._feeds[row]
        mark = "✓" if row in self.wanted else "=" if self.is_held(feed) else " "
        facts = feed.facts
        told = [trn("{count} entry", "{count} entries", facts.entries)]
        if facts.newest is not None:
            told.append(tr("newest {date}", date=f"{facts.newest:%Y-%m-%d}"))
        told.append(shown_address(feed.url))
        held = tr("already followed")
        if self.is_held(feed) and cell_len(" · ".join([held, *told[:-1]])) <= width - INDENT:
            told.insert(0, held)  # where there is no room, its mark says it
        title = safe.plain(feed.title or shown_address(feed.url))
        return [
            [(f" {mark} ", "accent"), (f"{label(feed.language):<3} ", "accent"), (title, "strong")],
            [(" " * INDENT, "plain"), (" · ".join(told), "dim")],
        ]


class OfferWindow(RowsWindow[str]):
    """Gives the places of the feeds to follow, with a space between, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,x", "mark", "Want it, or not"),
        Binding("enter", "follow", "Follow"),
    ]

    def __init__(self, offer: Offer, held: frozenset[str]) -> None:
        super().__init__(offer.name, tr("space chooses · enter follows what is marked · esc closes"))
        self._offer, self._held = offer, held

    def content(self) -> FeedRows:
        """The feeds."""
        return FeedRows(self._offer, self._held)

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """A click on a row."""
        message.stop()
        self.action_mark()

    def action_mark(self) -> None:
        """Want the chosen feed, or not."""
        self.query_one(FeedRows).toggle()

    def action_follow(self) -> None:
        """Close with what is marked."""
        wanted = self.query_one(FeedRows).wanted
        if wanted:
            self.close(" ".join(map(str, sorted(wanted))))
        else:
            self.notify(tr("Nothing is marked; space marks a feed"), markup=False)
