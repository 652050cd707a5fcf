"""A small rasteriser: flat shapes on a canvas, written as a PNG with a palette.

The canvas is three times too large and averaged down for smooth edges; the file follows the PNG specification
(third edition, sections 5 and 11). Only the standard library is used.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import ceil, isqrt

WIDTH, HEIGHT, SCALE = 640, 400, 3

Colour = tuple[int, int, int]
Point = tuple[float, float]


def colour(text: str) -> Colour:
    """``#rrggbb`` as three numbers."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mix(left: str, right: str, share: float) -> str:
    """A colour between two; ``share`` (0 to 1) is that of ``right``."""
    pairs = zip(colour(left), colour(right), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


class Canvas:
    """A picture in the making. Lengths are pixels of the finished picture, y grows downwards."""

    def __init__(self, background: str) -> None:
        self._colours: list[str] = [background]
        self._rows = [bytearray(WIDTH * SCALE) for _ in range(HEIGHT * SCALE)]

    def rect(self, x: float, y: float, width: float, height: float, fill: str, share: float = 1) -> None:
        """A rectangle; a ``share`` below 1 lets what is beneath shine through."""
        paint = self._paint(fill, share)
        for row in range(round(y * SCALE), round((y + height) * SCALE)):
            self._span(row, round(x * SCALE), round((x + width) * SCALE), paint)

    def circle(self, x: float, y: float, radius: float, fill: str, share: float = 1) -> None:
        """A disc."""
        paint = self._paint(fill, share)
        middle, centre, reach = round(x * SCALE), round(y * SCALE), round(radius * SCALE)
        for row in range(-reach, reach):
            half = isqrt(max(0, reach * reach - row * row))
            self._span(centre + row, middle - half, middle + half, paint)

    def polygon(self, points: Sequence[Point], fill: str, share: float = 1) -> None:
        """An area with straight edges (even-odd rule)."""
        paint = self._paint(fill, share)
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        edges = list(zip(scaled, [*scaled[1:], scaled[0]], strict=True))
        heights = [y for _, y in scaled]
        for row in range(int(min(heights)), ceil(max(heights))):
            level = row + 0.5
            crossings = sorted(
                x + (level - y) * (to_x - x) / (to_y - y)
                for (x, y), (to_x, to_y) in edges
                if (y <= level) != (to_y <= level)
            )
            for start, end in zip(crossings[::2], crossings[1::2], strict=True):
                self._span(row, round(start), round(end), paint)

    def line(self, start: Point, end: Point, width: float, fill: str) -> None:
        """A stroke with square ends."""
        (x, y), (to_x, to_y) = start, end
        length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
        across, along = (to_y - y) / length * width / 2, (to_x - x) / length * width / 2
        corners = [(x - across, y + along), (x + across, y - along)]
        self.polygon([*corners, (to_x + across, to_y - along), (to_x - across, to_y + along)], fill)

    def path(self, points: Sequence[Point], width: float, fill: str) -> None:
        """Strokes from point to point."""
        for start, end in pairwise(points):
            self.line(start, end, width, fill)

    def sky(self, above: str, below: str, height: float, steps: int) -> None:
        """A gradient in ``steps`` bands from the top edge down."""
        for step in range(steps):
            band = mix(above, below, step / (steps - 1))
            self.rect(0, height * step / steps, WIDTH, height / steps, band)

    def png(self) -> bytes:
        """The finished picture."""
        pixels = self._averaged()
        count = Counter(pixel for row in pixels for pixel in row)
        palette = sorted(count, key=lambda pixel: (-count[pixel], pixel))[:256]
        index = {pixel: number for number, pixel in enumerate(palette)}
        for pixel in count:
            index.setdefault(pixel, index[min(palette, key=lambda other: _distance(other, pixel))])
        lines = b"".join(b"\0" + bytes([index[pixel] for pixel in row]) for row in pixels)
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
        colours = bytes(part for pixel in palette for part in pixel)
        chunks = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)

    def _index(self, name: str) -> int:
        if name not in self._colours:
            self._colours.append(name)
        return self._colours.index(name)

    def _paint(self, fill: str, share: float) -> bytes:
        """What each colour on the canvas becomes under ``fill``."""
        if share >= 1:
            return bytes([self._index(fill)]) * 256
        beneath = list(self._colours)
        return bytes(self._index(mix(name, fill, share)) for name in beneath).ljust(256, b"\0")

    def _span(self, row: int, start: int, end: int, paint: bytes) -> None:
        start, end = max(0, start), min(WIDTH * SCALE, end)
        if 0 <= row < len(self._rows) and start < end:
            line = self._rows[row]
            line[start:end] = line[start:end].translate(paint)

    def _averaged(self) -> list[list[Colour]]:
        colours = [colour(name) for name in self._colours]
        known: dict[tuple[int, ...], Colour] = {}
        done: list[list[Colour]] = []
        for top in range(0, len(self._rows), SCALE):
            rows = self._rows[top : top + SCALE]
            squares = list(zip(*(row[at::SCALE] for row in rows for at in range(SCALE)), strict=True))
            for square in squares:
                if square not in known:
                    known[square] = _average([colours[number] for number in square])
            done.append([known[square] for square in squares])
        return done


def _average(samples: Sequence[Colour]) -> Colour:
    """A flat colour as it is; the blend of an edge in steps of eight, which no eye sees, for a small file."""
    if len(set(samples)) == 1:
        return samples[0]
    red, green, blue = (sum(part) // len(samples) // 8 * 8 + 4 for part in zip(*samples, strict=True))
    return red, green, blue


def _distance(left: Colour, right: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(left, right, strict=True))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
