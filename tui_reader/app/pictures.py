"""Photos as strips of coloured half blocks, for a page to draw. Loading is the services' part."""

from __future__ import annotations

from collections.abc import Sequence

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Cell = tuple[tuple[int, int, int], tuple[int, int, int]]


def strips(rows: Sequence[Sequence[Cell]]) -> list[Strip]:
    """One strip a row of cells: the upper pixel is the block's colour, the lower one the ground's."""
    done = []
    for row in rows:
        segments = [
            Segment("▀", Style(color=Color.from_rgb(*upper), bgcolor=Color.from_rgb(*lower)))
            for upper, lower in row
        ]
        done.append(Strip(segments, len(segments)))
    return done
