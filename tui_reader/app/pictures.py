"""Photos as strips for a page to draw: coloured half blocks, or what stands for a picture that the terminal holds.

Loading is `gallery`'s part.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import field

from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.app.graphics import Way
from tui_reader.values import frozen

Cell = tuple[tuple[int, int, int], tuple[int, int, int]]


def _nothing() -> None:
    """Half blocks are nowhere but on the screen."""


@frozen
class Drawn:
    """A picture as one strip a row; `forget` takes it from the terminal's memory."""

    rows: list[Strip]
    forget: Callable[[], None] = field(default=_nothing, compare=False)


def in_text(drawn: Way) -> Way:
    """How pictures stand within the text. Sixels don't scroll with it: they are for the photo's own window."""
    return Way.BLOCKS if drawn is Way.SIXEL else drawn


def blocks(rows: Sequence[Sequence[Cell]]) -> Drawn:
    """One strip a row of cells: the upper pixel is the block's colour, the lower one the ground's."""
    done = []
    for row in rows:
        segments = [
            Segment("▀", Style(color=Color.from_rgb(*upper), bgcolor=Color.from_rgb(*lower)))
            for upper, lower in row
        ]
        done.append(Strip(segments, len(segments)))
    return Drawn(done)


def placed(png: bytes, columns: int, rows: int) -> Drawn:
    """Send a picture to the terminal (Kitty's graphics protocol); the strips are the placeholders that it fills.

    Takes a while and writes to the terminal: call it off the event loop.
    """
    from textual_image.renderable import TGPImage

    image = TGPImage(io.BytesIO(png), width=columns, height=rows)
    console = Console(file=io.StringIO(), width=columns, height=rows, color_system="truecolor")
    segments = image.__rich_console__(console, console.options)
    found = [Segment(one.text.rstrip("\n"), one.style) for one in segments if isinstance(one, Segment)]
    return Drawn([Strip([one]) for one in found], image.cleanup)


def cells(width: int, height: int, columns: int, rows: int, cell: tuple[int, int]) -> tuple[int, int]:
    """The columns and rows that a picture of ``width`` × ``height`` pixels takes, at most ``columns`` × ``rows``.

    ``cell`` is a cell's size in pixels. A small picture is not made larger.
    """
    scale = min(1.0, columns * cell[0] / width, rows * cell[1] / height)
    return (
        max(1, min(columns, round(width * scale / cell[0]))),
        max(1, min(rows, round(height * scale / cell[1]))),
    )
