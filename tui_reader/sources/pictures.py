"""A picture's bytes as what a terminal draws: coloured half blocks (two pixels in each cell), or a small PNG.

The only module that decodes pictures (Pillow). It is meant to run in a worker process: a picture may be hostile.
"""

from __future__ import annotations

import io
import warnings
from functools import cache

from PIL import Image, ImageOps

from tui_reader.errors import OURS, ParseError
from tui_reader.values import frozen
from tui_reader.words import tr

MAX_PIXELS = 50_000_000
MAX_DECODED = 16_000_000  # of pixels, four bytes each; a JPEG is scaled down while it is decoded
# What news sites serve. Pillow reads more, and starts Ghostscript for some of it.
FORMATS = ("AVIF", "BMP", "GIF", "JPEG", "PNG", "WEBP")
Colour = tuple[int, int, int]
Cell = tuple[Colour, Colour]


@frozen
class Fitted:
    """A picture made small enough, as a PNG that this project wrote, with its size in pixels."""

    png: bytes
    width: int
    height: int


def half_blocks(data: bytes, width: int, height: int) -> list[list[Cell]]:
    """Rows of cells (upper and lower pixel, RGB), at most ``width`` × ``height`` cells, the ratio kept.

    Raises ParseError for bytes that are no picture, or one that is too large.
    """
    picture = _opened(data, width, height)
    scale = min(width / picture.width, 2 * height / picture.height)
    columns = max(1, min(width, round(picture.width * scale)))
    rows = max(1, min(height, round(picture.height * scale / 2)))
    small = picture.resize((columns, rows * 2))
    ground = Image.new("RGBA", small.size, (255, 255, 255, 255))
    small = Image.alpha_composite(ground, small).convert("RGB")
    pixels = small.tobytes()

    def colour(x: int, y: int) -> Colour:
        at = 3 * (y * columns + x)
        return pixels[at], pixels[at + 1], pixels[at + 2]

    return [[(colour(x, 2 * y), colour(x, 2 * y + 1)) for x in range(columns)] for y in range(rows)]


def fitted(data: bytes, width: int, height: int) -> Fitted:
    """The picture in at most ``width`` × ``height`` pixels, never larger than it is, the ratio kept.

    Raises ParseError for bytes that are no picture, or one that is too large.
    """
    picture = _opened(data, width, height)
    picture.thumbnail((width, height))
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=2)
    return Fitted(file.getvalue(), picture.width, picture.height)


def _opened(data: bytes, width: int, height: int) -> Image.Image:
    try:
        with warnings.catch_warnings():  # Pillow's warnings would be written over the screen
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _decoded(data, width, height)
    except (ParseError, *OURS):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ParseError(tr("the picture is too large to be shown")) from error
    except Exception as error:  # Pillow's decoders raise whatever they meet
        raise ParseError(
            tr("this is not a picture that can be shown ({why})", why=type(error).__name__)
        ) from error


def _decoded(data: bytes, width: int, height: int) -> Image.Image:
    """The picture upright, with transparency, not much larger than it is needed."""
    with Image.open(io.BytesIO(data), formats=_formats()) as picture:
        _check(picture, MAX_PIXELS)
        picture.draft("RGB", (width * 2, height * 4))
        _check(picture, MAX_DECODED)
        return ImageOps.exif_transpose(picture).convert("RGBA")


def _check(picture: Image.Image, pixels: int) -> None:
    if picture.width * picture.height > pixels:
        raise ParseError(
            tr(
                "the picture is too large to be shown ({width}×{height})",
                width=picture.width,
                height=picture.height,
            )
        )


@cache
def _formats() -> tuple[str, ...]:
    Image.init()
    return tuple(name for name in FORMATS if name in Image.OPEN)
