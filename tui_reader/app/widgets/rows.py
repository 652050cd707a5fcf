"""A list of any length, drawn line by line: only the rows on the screen are ever made.

It knows no data: a subclass says how many rows there are and how one is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui_reader.app.widgets.ink import Ink
from tui_reader.app.widgets.line_view import LineView
from tui_reader.app.wrap import shorten

# The lines of one row, each a list of texts with the names of their styles.
Lines = list[list[tuple[str, str]]]
FRESH = 20.0  # seconds for which a row that nothing changed is drawn as it was: an age grows by itself


class Rows(LineView, can_focus=True, inherit_bindings=False):
    """A scrolling list with one row chosen; each row takes ``row_height`` lines."""

    STYLES: ClassVar[Mapping[str, str]] = {
        "plain": "$foreground",
        "dim": "$text-muted",
        "faint": "$text-disabled",
        "strong": "bold $foreground",
        "accent": "$text-accent",
        "match": "bold underline $text-warning",
        "chosen": "on $primary 45%",
        "chosen-away": "on $foreground 12%",
    }
    WITHOUT_COLOUR: ClassVar[Mapping[str, str]] = {**STYLES, "chosen": "reverse", "chosen-away": "underline"}
    chosen: reactive[int] = reactive(0, repaint=False)
    row_height = 1

    class Moved(Message):
        """Another row is chosen."""

        def __init__(self, rows: Rows) -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> Rows:
            return self.rows

    class Opened(Moved):
        """The chosen row is opened, by a key or a click."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: dict[int, Lines] = {}  # as last drawn
        self._drawn_for: tuple[object, ...] = ()  # the looks then
        self._drawn_since = 0.0

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def draw(self, row: int, width: int) -> Lines:
        """The lines of one row, each a list of texts with the names of their styles in `STYLES`."""
        raise NotImplementedError

    def can_choose(self, row: int) -> bool:
        """Whether a row can be chosen; headings can't."""
        return 0 <= row < self.count()

    def changed(self) -> None:
        """The data changed: lay out and draw again what looks different, and keep the choice inside."""
        self._measure()
        if not self.can_choose(self.chosen):
            self.chosen = self._nearest(self.chosen)
        self.redraw()

    def _measure(self) -> None:
        # Without a width, which nothing asks for: each change of it would have the whole screen laid out again.
        self.virtual_size = Size(0, self.count() * self.row_height)

    def redraw(self) -> None:
        """Draw those rows on the screen again that look different now, and the others when they come there."""
        if self._drawn_for != self.looks():
            self._drawn_for = ()
            self.refresh()
            return
        width, height = self.size
        first = self.scroll_offset.y // self.row_height
        shown = range(first, first + height // self.row_height + 2)
        for row in [row for row in self._drawn if row not in shown]:
            del self._drawn[row]
            self._forget_row(row)
        for row in shown:
            now = self.draw(row, width) if row < self.count() else None
            if now != self._drawn.pop(row, None):
                self._repaint_row(row)
            if now is not None:
                self._drawn[row] = now

    def move(self, by: int) -> None:
        """Choose ``by`` rows further, past rows that can't be chosen."""
        if not self.count():
            return
        step = 1 if by > 0 else -1
        row = min(max(self.chosen + by, 0), self.count() - 1)
        while 0 <= row < self.count() and not self.can_choose(row):
            row += step
        self.chosen = row if self.can_choose(row) else self._nearest(row)

    def page_by(self, pages: int) -> None:
        """Choose one screenful further."""
        self.move(pages * max(1, self.size.height // self.row_height - 1))

    def to_edge(self, *, last: bool) -> None:
        """Choose the first or the last row."""
        self.chosen = self._nearest(self.count() - 1 if last else 0)

    def _nearest(self, row: int) -> int:
        row = self.validate_chosen(row)
        for away in range(self.count()):
            for near in (row - away, row + away):
                if self.can_choose(near):
                    return near
        return 0

    def validate_chosen(self, row: int) -> int:
        return max(0, min(row, self.count() - 1))

    def watch_chosen(self, before: int, row: int) -> None:
        self._repaint_row(before)
        self._repaint_row(row)
        self.show_chosen()
        if before != row:
            self.post_message(self.Moved(self))

    def show_chosen(self) -> None:
        """Scroll so that the chosen row is on the screen."""
        height = self.row_height
        if self.size.height:
            region = Region(0, self.chosen * height, self.size.width, min(height, self.size.height))
            self.scroll_to_region(region, animate=False, force=True)

    def _repaint_row(self, row: int) -> None:
        self._forget_row(row)
        self.refresh_lines(row * self.row_height, self.row_height)

    def _forget_row(self, row: int) -> None:
        self.forget(range(row * self.row_height, (row + 1) * self.row_height))

    def on_resize(self) -> None:
        self._measure()  # a row may have another height
        self.show_chosen()

    def on_focus(self) -> None:
        self._repaint_row(self.chosen)

    def on_blur(self) -> None:
        self._repaint_row(self.chosen)

    def on_click(self, event: events.Click) -> None:
        if self.is_on_bar(event):
            event.stop()
            return
        event.stop()
        row = (event.y + self.scroll_offset.y) // self.row_height
        if self.can_choose(row):
            self.chosen = row
            self.post_message(self.Opened(self))

    def open_chosen(self) -> None:
        """Say that the chosen row is opened."""
        if self.can_choose(self.chosen):
            self.post_message(self.Opened(self))

    def looks(self) -> tuple[object, ...]:
        return (self.row_height, *super().looks())

    def render_lines(self, crop: Region) -> list[Strip]:
        looks, now = self.looks(), monotonic()
        if looks != self._drawn_for or now - self._drawn_since > FRESH:
            self._drawn.clear()
            self.forget()
            self._drawn_for, self._drawn_since = looks, now
        return super().render_lines(crop)

    def line(self, number: int, ink: Ink, width: int) -> Strip | None:
        row, line = divmod(number, self.row_height)
        if not 0 <= row < self.count():
            return None
        parts = self._drawn.get(row)
        if parts is None:
            parts = self._drawn[row] = self.draw(row, width)
        under = ""
        if row == self.chosen and self.can_choose(row):
            under = "chosen" if self.has_focus else "chosen-away"
        segments = []
        room = width
        for text, style in parts[line] if line < len(parts) else []:
            segment = Segment(shorten(text, room), ink(under, style))
            segments.append(segment)
            room -= segment.cell_length
        return Strip(segments).adjust_cell_length(width, ink(under))
