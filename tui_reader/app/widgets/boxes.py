"""Columns, rows and lines that are laid out and drawn once when their size changes.

Textual's own keep their size as a scrollable one too, of which each change has the whole screen laid out, and all that
is in them drawn, once more. Nothing in these scrolls.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static


def same_lines(render_lines: Callable[[Region], list[Strip]], crop: Region) -> list[Strip]:
    """The lines of a container that has nothing of its own but its background and its sides: all are one.

    Each would else be drawn, filtered and cut where others lie on it by itself.
    """
    return render_lines(Region(crop.x, 0, crop.width, 1)) * crop.height


class Unscrolled(Widget):
    """A widget of which nothing scrolls."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class Column(Vertical):
    """Widgets one below the other; it has no border above or below."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        return same_lines(super().render_lines, crop)


class Row(Horizontal):
    """Widgets side by side; it has no border above or below."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        return same_lines(super().render_lines, crop)


class TextLine(Static):
    """Some text."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
