"""The scroll bar of a column, cell by cell: pure geometry, drawn as Textual's own is.

It is part of the lines beside which it stands. A widget of its own would cut each of them into three, and a change of
what it measures would have the whole screen laid out anew.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from textual.scrollbar import ScrollBarRender

GLYPHS = ScrollBarRender.VERTICAL_BARS  # by how much of a cell is left free above
STEPS = len(GLYPHS)


class Cell(NamedTuple):
    """One cell of a bar: on the ``thumb`` or beside it; ``reverse`` where the glyph stands for what is free."""

    glyph: str = " "
    thumb: bool = False
    reverse: bool = False


def cells(height: int, length: int, top: int) -> list[Cell]:
    """The cells from the top down of a bar of ``height`` cells, where as many of ``length`` lines are shown from line ``top`` on."""
    if not 0 < height < length:
        return [Cell()] * height
    thumb = max(1.0, height / (length / height))
    start = int((height - thumb) * (top / (length - height)) * STEPS)
    end = start + ceil(thumb * STEPS)
    (first, above), (last, below) = divmod(max(0, start), STEPS), divmod(max(0, end), STEPS)
    made = [Cell()] * height
    made[first:last] = [Cell(thumb=True, reverse=True)] * (last - first)
    made = made[:height]
    for place, left, reverse in ((first, above, False), (last, below, True)):
        glyph = GLYPHS[STEPS - 1 - left]
        if place < height and glyph != " ":
            made[place] = Cell(glyph, True, reverse)
    return made
