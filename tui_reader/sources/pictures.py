"""A picture's bytes as coloured half blocks: two pixels in each terminal cell, one above the other.

The only module that decodes pictures (Pillow). It is meant to run in a worker process: a picture may be hostile.
"""

from __future__ import annotations

import io

from PIL import Image, ImageOps

from tui_reader.errors import ParseError

MAX_PIXELS = 60_000_000
Colour = tuple[int, int, int]
Cell = tuple[Colour, Colour]


def half_blocks(data: bytes, width: int, height: int) -> list[list[Cell]]:
    """Rows of cells (upper and lower pixel, RGB), at most ``width`` × ``height`` cells, the ratio kept.

    Raises ParseError for bytes that are no picture, or one that is too large.
    """
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise ParseError(f"the picture is too large ({picture.width}×{picture.height})")
            picture.draft("RGB", (width * 2, height * 4))
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except ParseError:
        raise
    except Exception as error:  # Pillow's decoders raise whatever they meet
        raise ParseError(f"this is no picture that can be shown ({type(error).__name__})") from error
    scale = min(width / upright.width, 2 * height / upright.height)
    columns = max(1, min(width, round(upright.width * scale)))
    rows = max(1, min(height, round(upright.height * scale / 2)))
    ground = Image.new("RGBA", upright.size, (255, 255, 255, 255))
    small = Image.alpha_composite(ground, upright).convert("RGB").resize((columns, rows * 2))
    pixels = small.tobytes()

    def colour(x: int, y: int) -> Colour:
        at = 3 * (y * columns + x)
        return pixels[at], pixels[at + 1], pixels[at + 2]

    return [[(colour(x, 2 * y), colour(x, 2 * y + 1)) for x in range(columns)] for y in range(rows)]
