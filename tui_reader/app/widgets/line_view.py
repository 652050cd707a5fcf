"""A scrolling column that draws whole lines and keeps them as they were drawn.

Textual keeps what stands on each line of the screen: where a line moves by one, it is put together anew from its parts,
six times over with its padding, border and filters. Here a line is put together once, and scrolls as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.app.widgets.ink import Ink
from tui_reader.app.widgets.scroll_bar import Cell, cells

KEPT = 2000  # lines held at most


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines under each other, numbered from 0 over all that can be scrolled to, with a scroll bar where there are many.

    A subclass draws them, and says which of them look different from now on (`forget`). What `STYLES` names is
    what `Ink` gives it; a change of the size, the theme or the widget's own style is seen here.
    """

    BINDINGS: ClassVar[list[BindingType]] = []
    STYLES: ClassVar[Mapping[str, str]] = {}
    WITHOUT_COLOUR: ClassVar[Mapping[str, str]] = {}
    DEFAULT_CSS = """
    LineView {
        overflow: hidden;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._kept: dict[int, tuple[Cell | None, Strip]] = {}
        self._looks: object = None
        self._ink: Ink | None = None
        self._sides: tuple[Sequence[Segment], Sequence[Segment]] | None = None
        self._blanks: dict[Cell | None, Strip] = {}
        self._cells: dict[Cell, Segment] = {}
        self._hovered = False
        self._grip: tuple[int, float] | None = (
            None  # where the bar was taken: the mouse's line, and that at the top
        )

    def line(self, number: int, ink: Ink, width: int) -> Strip | None:
        """What stands on line ``number``, drawn in ``width`` columns; None where there is nothing."""
        raise NotImplementedError

    def forget(self, numbers: Iterable[int] | None = None) -> None:
        """Draw these lines, or all, anew when they are next on the screen; it does not put them there."""
        if numbers is None:
            self._kept.clear()
        else:
            for number in numbers:
                self._kept.pop(number, None)

    def looks(self) -> tuple[object, ...]:
        """What all lines depend on."""
        app = self.app
        return (
            self.size.width,
            self.outer_size.width,
            self.styles.gutter,
            self.visual_style,
            app.current_theme,
            app.no_color,
            self._hovered,
            self._grip is None,
            *self.get_line_filters(),
        )

    def ink(self) -> Ink:
        """The styles in which lines are drawn now."""
        looks = self.looks()
        if self._ink is None or looks != self._looks:
            self._looks, self._ink = (
                looks,
                Ink(self, self.WITHOUT_COLOUR if self.app.no_color else self.STYLES),
            )
            self._sides = None
            self._kept.clear()
            self._blanks.clear()
            self._cells.clear()
        return self._ink

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether there is more than fits; Textual asks its own scroll bar."""
        return not self.disabled and self.virtual_size.height > self.size.height > 0

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        if round(old_value) != round(new_value):
            self.refresh_lines(self.scroll_offset.y, self.size.height)

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        """Put these lines on the screen anew, with what stands around them: a part of a line would be cut out of it."""
        left, width = self.styles.gutter.left, self.outer_size.width
        self.refresh(Region(-left, y_start - self.scroll_offset.y, width, line_count))

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style depends on it; Textual would look through all of them."""

    # Drawing

    def render_line(self, y: int) -> Strip:
        ink, width = self.ink(), self.size.width
        found = self.line(y + self.scroll_offset.y, ink, width)
        return Strip.blank(width, ink.base) if found is None else found.adjust_cell_length(width, ink.base)

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.styles.gutter.height:
            return super().render_lines(crop)
        ink, width = self.ink(), self.size.width
        if len(self._kept) > KEPT:
            self._kept.clear()
        top, kept = self.scroll_offset.y, self._kept
        strips = []
        for number, cell in enumerate(self._bar()[crop.y : crop.bottom], top + crop.y):
            known = kept.get(number)
            if known is None or known[0] != cell:
                known = kept[number] = cell, self._framed(self.line(number, ink, width), ink, cell)
            strips.append(known[1])
        if crop.column_span != (0, self.outer_size.width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _bar(self) -> Sequence[Cell | None]:
        """The scroll bar's cells from the top down; None where there is none."""
        height, length = self.size.height, self.virtual_size.height
        return cells(height, length, self.scroll_offset.y) if length > height else [None] * height

    def _framed(self, line: Strip | None, ink: Ink, cell: Cell | None) -> Strip:
        """``line`` in the widget's width, with the bar's ``cell`` and what stands around it; the same for all that are blank."""
        if line is None and (known := self._blanks.get(cell)) is not None:
            return known
        left, right = self._around()
        width = self.size.width - (cell is not None)
        segments: list[Segment] = list(line or ())
        length = sum(segment.cell_length for segment in segments)
        if length < width:
            segments.append(Segment(" " * (width - length), ink.base))
        elif length > width:
            segments = list(Strip(segments).crop(0, width))
        if cell is not None:
            if cell not in self._cells:
                self._cells[cell] = Segment(cell.glyph, ink.plain(self._bar_style(cell)))
            segments.append(self._cells[cell])
        strip = Strip([*left, *segments, *right], self.outer_size.width)
        if line is None:
            self._blanks[cell] = strip
        return strip

    def _around(self) -> tuple[Sequence[Segment], Sequence[Segment]]:
        """What stands left and right of every line, padding and border, as Textual draws it."""
        if self._sides is None:
            width, gutter = self.outer_size.width, self.styles.gutter
            sample = super().render_lines(Region(0, 0, width, 1))[0]
            self._sides = list(sample.crop(0, gutter.left)), list(sample.crop(width - gutter.right))
        return self._sides

    def _bar_style(self, cell: Cell) -> RichStyle:
        styles = self.styles
        if self._grip is not None:
            behind, colour = styles.scrollbar_background_active, styles.scrollbar_color_active
        elif self._hovered:
            behind, colour = styles.scrollbar_background_hover, styles.scrollbar_color_hover
        else:
            behind, colour = styles.scrollbar_background, styles.scrollbar_color
        if behind.a < 1:
            behind = self.background_colors[1] + behind
        if not cell.thumb:
            return RichStyle.from_color(bgcolor=behind.rich_color)
        style = RichStyle.from_color((behind + colour).rich_color, behind.rich_color)
        return style + RichStyle(reverse=True) if cell.reverse else style

    # The mouse on the bar

    def is_on_bar(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is where the scroll bar is."""
        gutter = self.styles.gutter
        return self.allow_vertical_scroll and event.x == gutter.left + self.size.width - 1

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if not self.is_on_bar(event):
            return
        event.stop()
        thumb = [place for place, cell in enumerate(self._bar()) if cell is not None and cell.thumb]
        if event.y < thumb[0]:
            self.scroll_page_up()
        elif event.y > thumb[-1]:
            self.scroll_page_down()
        else:
            self.capture_mouse()
            self._grip = event.screen_y, self.scroll_y
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._grip is not None:
            line, top = self._grip
            further = (event.screen_y - line) * self.virtual_size.height / max(1, self.size.height)
            self.scroll_to(y=top + further, animate=False)
            event.stop()
        self._hover(self.is_on_bar(event))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._grip is not None:
            event.stop()
            self.release_mouse()

    def on_mouse_release(self) -> None:
        self._grip = None
        self.refresh()

    def on_leave(self) -> None:
        self._hover(False)

    def _hover(self, over: bool) -> None:
        if over != self._hovered:
            self._hovered = over
            self.refresh()
