"""A scrolling column that draws whole lines and keeps them as they were drawn.

Textual keeps what stands on each line of the screen: where a line moves by one, it is put together anew from its parts,
six times over with its padding, border and filters. Here a line is put together once, and scrolls as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.binding import BindingType
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.app.widgets.ink import Ink

KEPT = 2000  # lines held at most


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines under each other, numbered from 0 over all that can be scrolled to.

    A subclass draws them, and says which of them look different from now on (`forget`). What `STYLES` names is
    what `Ink` gives it; a change of the size, the theme or the widget's own style is seen here.
    """

    BINDINGS: ClassVar[list[BindingType]] = []
    STYLES: ClassVar[Mapping[str, str]] = {}
    WITHOUT_COLOUR: ClassVar[Mapping[str, str]] = {}
    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._kept: dict[int, Strip] = {}
        self._looks: object = None
        self._ink: Ink | None = None
        self._blank = Strip([])
        self._left: Sequence[Segment] = ()
        self._right: Sequence[Segment] = ()

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
            self._kept.clear()
            self._blank = Strip([])
        return self._ink

    def render_line(self, y: int) -> Strip:
        ink, width = self.ink(), self.size.width
        found = self.line(y + self.scroll_offset.y, ink, width)
        return Strip.blank(width, ink.base) if found is None else found.adjust_cell_length(width, ink.base)

    def render_lines(self, crop: Region) -> list[Strip]:
        ink, gutter, width = self.ink(), self.styles.gutter, self.outer_size.width
        if gutter.height:
            return super().render_lines(crop)
        if not self._blank.cell_length:
            # What stands around a line, border and all.
            sample = super().render_lines(Region(0, 0, width, 1))[0]
            self._left = list(sample.crop(0, gutter.left))
            self._right = list(sample.crop(width - gutter.right))
            self._blank = self._framed([], ink.base)
        if len(self._kept) > KEPT:
            self._kept.clear()
        top, kept = self.scroll_offset.y, self._kept
        strips = []
        for number in range(top + crop.y, top + crop.bottom):
            strip = kept.get(number)
            if strip is None:
                found = self.line(number, ink, self.size.width)
                strip = kept[number] = self._blank if found is None else self._framed(found, ink.base)
            strips.append(strip)
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _framed(self, line: Iterable[Segment], style: RichStyle) -> Strip:
        """``line`` in the widget's width, between what stands around it."""
        width = self.size.width
        segments = list(line)
        length = sum(segment.cell_length for segment in segments)
        if length < width:
            segments.append(Segment(" " * (width - length), style))
        elif length > width:
            segments = list(Strip(segments).crop(0, width))
        return Strip([*self._left, *segments, *self._right], self.outer_size.width)
