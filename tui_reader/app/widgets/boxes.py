"""Columns, rows and lines that are laid out and drawn once when their size changes.

Textual's own keep their size as a scrollable one too, of which each change has the whole screen laid out, and all that
is in them drawn, once more. Nothing in these scrolls.
"""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static


class Unscrolled(Widget):
    """A widget of which nothing scrolls."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class Column(Vertical):
    """Widgets one below the other."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class Row(Horizontal):
    """Widgets side by side."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class TextLine(Static):
    """Some text."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
