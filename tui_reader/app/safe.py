"""The one place where a string becomes something that a widget draws.

Textual reads markup out of a plain ``str``, so no foreign text may reach a widget as one: it comes through
here, cleaned a second time and as `Content` without markup.
"""

from __future__ import annotations

from textual.content import Content

from tui_reader.app.steady import steady
from tui_reader.clean import clean_line, clean_text


def plain(text: str) -> str:
    """``text`` as one safe line for the widgets that draw themselves; it takes the same columns in every terminal."""
    return steady(clean_line(text))


def line(text: str, style: str = "") -> Content:
    """``text`` as one line, drawn as it is written."""
    return Content.styled(plain(text), style)


def lines(text: str, style: str = "") -> Content:
    """``text`` with its line breaks, drawn as it is written."""
    return Content.styled(steady(clean_text(text)), style)
