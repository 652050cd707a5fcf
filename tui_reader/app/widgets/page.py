"""A typeset page on the screen: the article's text, or the column beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui_reader.app.marking import Marks, marks, split
from tui_reader.app.steady import steady
from tui_reader.app.typeset import Line, Page
from tui_reader.app.widgets.ink import Ink
from tui_reader.app.widgets.line_view import LineView
from tui_reader.clean import clean_code
from tui_reader.search.finder import Finder

STYLES = {
    "text": "$foreground",
    "title": "bold $foreground",
    "dim": "$text-muted",
    "lead": "bold italic $foreground",
    "heading": "bold $text-primary",
    "quote": "italic $foreground",
    "code": "$text-secondary",
    "strong": "bold $foreground",
    "link": "underline $text-accent",
    "label": "bold $text-primary",
    "number": "bold $text-accent",
    "mark": "$text-accent",
    "caption": "$foreground",
    "credit": "italic $text-muted",
    "match": "bold $foreground on $warning 35%",
    "here": "bold $background on $warning",
}
BLANK = Line()
WITHOUT_COLOUR = {**STYLES, "match": "underline", "here": "reverse"}


class PageView(LineView, can_focus=True, inherit_bindings=False):
    """Lines that scroll; a click on a link says so. It lays nothing out: `show` is given finished lines."""

    STYLES: ClassVar[Mapping[str, str]] = STYLES
    WITHOUT_COLOUR: ClassVar[Mapping[str, str]] = WITHOUT_COLOUR

    class LinkClicked(Message):
        """A link was clicked; ``url`` is as the article gives it."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    class Scrolled(Message):
        """Another line of ``view`` is at the top."""

        def __init__(self, view: PageView) -> None:
            super().__init__()
            self.view = view

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.page = Page()
        self._pictures: dict[int, list[Strip]] = {}
        self._finder: Finder | None = None
        self.marks = Marks()
        self.here: int | None = None

    def show(self, page: Page, pictures: dict[int, list[Strip]] | None = None, *, top: int = 0) -> None:
        """Show ``page`` from line ``top``."""
        before, at = self.page, self.top
        comparable = self._finder is None and not self._pictures and not pictures
        self.page = page
        self._mark()
        self._pictures = pictures or {}
        # Without a width, which nothing asks for: each change of it would have the whole screen laid out again.
        self.virtual_size = Size(0, len(page.lines))
        self.set_scroll_y_now(top)
        if comparable and self.top == at:
            self.forget()
            self._repaint_changed(before)
        else:
            self._redraw()

    def _repaint_changed(self, before: Page) -> None:
        """Put those lines on the screen again that differ from ``before``."""
        numbers = range(self.top, self.top + self.size.height)
        for same, lines in groupby(numbers, lambda n: _line(before, n) == _line(self.page, n)):
            if not same:
                first, *rest = lines
                self.refresh_lines(first, 1 + len(rest))

    def look_for(self, finder: Finder | None) -> None:
        """Mark what ``finder`` finds, on this page and on those that are shown later."""
        self._finder, self.here = finder, None
        self._mark()
        self._redraw()

    def _redraw(self) -> None:
        self.forget()
        self.refresh()

    def find(self, finder: Finder | None) -> Marks:
        """What ``finder`` finds on the page."""
        return marks(self.page, finder)

    def _mark(self) -> None:
        self.marks = self.find(self._finder)
        if self.here is not None and self.here >= len(self.marks.lines):
            self.here = None

    def to_match(self, step: int) -> int:
        """Go to the next (1) or previous (-1) match, round the end: its number from 1; 0 where there is none."""
        lines = self.marks.lines
        if not lines:
            return 0
        shown = self.here is not None and self.top <= lines[self.here] < self.top + self.size.height
        if shown and self.here is not None:
            self.here = (self.here + step) % len(lines)
        else:  # the reader has gone on since: from the top of the screen
            first = bisect_left(lines, self.top)
            self.here = (first if step > 0 else first - 1) % len(lines)
        line = lines[self.here]
        if not self.top <= line < self.top + self.size.height - 1:
            self.set_scroll_y_now(line - self.size.height // 3)
        self._redraw()
        return self.here + 1

    def set_scroll_y_now(self, top: int) -> None:
        """Put line ``top`` at the top, at once."""
        self.scroll_to(y=min(max(top, 0), self.last_top), animate=False, force=True)

    @property
    def top(self) -> int:
        """The line at the top."""
        return self.scroll_offset.y

    @property
    def last_top(self) -> int:
        """The top line when the end is on the screen."""
        return max(0, len(self.page.lines) - self.size.height)

    @property
    def at_end(self) -> bool:
        """Whether the last line is on the screen."""
        return self.top >= self.last_top

    def move(self, by: int) -> None:
        """Scroll by lines."""
        self.set_scroll_y_now(self.top + by)

    def page_by(self, pages: int) -> None:
        """Scroll by screenfuls; one line stays, to read on from."""
        self.move(pages * max(1, self.size.height - 1))

    def to_edge(self, *, last: bool) -> None:
        """To the beginning or to the end."""
        self.set_scroll_y_now(self.last_top if last else 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))

    def on_click(self, event: events.Click) -> None:
        if self.is_on_bar(event):
            event.stop()
            return
        line = _line(self.page, event.y + self.scroll_offset.y)
        x = event.x - self.styles.padding.left
        for run in line.runs:
            width = Segment(run.text).cell_length
            if 0 <= x < width and run.target:
                event.stop()
                self.post_message(self.LinkClicked(run.target))
                return
            x -= width

    def line(self, number: int, ink: Ink, width: int) -> Strip | None:
        line = _line(self.page, number)
        if line == BLANK:
            return None
        if line.picture is not None:
            index, row = line.picture
            rows = self._pictures.get(index, [])
            strip = rows[row] if row < len(rows) else Strip([])
            for one in self.get_line_filters():
                strip = strip.apply_filter(one, self.background_colors[1])
            return strip
        runs = split(line.runs, self.marks.on(number), self.here)
        return Strip([Segment(_safe(run.text), ink(run.style)) for run in runs])


def _line(page: Page, number: int) -> Line:
    return page.lines[number] if 0 <= number < len(page.lines) else BLANK


def _safe(text: str) -> str:
    """The second gate: a run is one line, so no break may remain; its spaces are layout and stay."""
    body = text.lstrip(" ")
    indent = len(text) - len(body)
    tail = len(body) - len(body.rstrip(" "))
    return " " * indent + steady(clean_code(body)).replace("\n", " ") + " " * tail
