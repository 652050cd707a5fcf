"""Pictures as half blocks: what is drawn, and what hostile bytes end in."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tui_reader.errors import ParseError
from tui_reader.sources.pictures import half_blocks

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def made(picture: Image.Image, form: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def halves(mode: str = "RGB") -> Image.Image:
    """Red above, blue below."""
    picture = Image.new("RGB", (80, 80), RED)
    picture.paste(BLUE, (0, 40, 80, 80))
    return picture.convert(mode)


def png_of_size(width: int, height: int) -> bytes:
    """A PNG whose header promises more than it holds."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_two_pixels_a_cell(form: str) -> None:
    rows = half_blocks(made(halves(), form), 20, 10)
    assert [len(row) for row in rows] == [20] * 10
    for got, wanted in zip((*rows[0][0], *rows[-1][-1]), (RED, RED, BLUE, BLUE), strict=True):
        assert all(abs(here - there) < 12 for here, there in zip(got, wanted, strict=True))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixel(mode: str) -> None:
    source = halves("L").convert("I").convert("I;16") if mode == "I;16" else halves(mode)
    rows = half_blocks(made(source, "JPEG" if mode == "CMYK" else "PNG"), 10, 5)
    assert (len(rows), len(rows[0])) == (5, 10)


def test_what_is_transparent_is_white() -> None:
    assert half_blocks(made(Image.new("RGBA", (8, 8), (255, 0, 0, 0))), 2, 1) == [[(WHITE, WHITE)] * 2]


@pytest.mark.parametrize(
    ("size", "cells"),
    [((100, 100), (20, 10)), ((400, 100), (40, 5)), ((1, 3000), (1, 10)), ((3000, 1), (40, 1))],
)
def test_the_ratio_is_kept_within_the_bounds(size: tuple[int, int], cells: tuple[int, int]) -> None:
    rows = half_blocks(made(Image.new("RGB", size)), 40, 10)
    assert (len(rows[0]), len(rows)) == cells


def test_a_photo_lying_on_its_side_is_put_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    rows = half_blocks(made(halves(), "JPEG", exif=exif, quality=95), 20, 10)
    assert rows[5][0][0][2] > 200
    assert rows[5][-1][0][0] > 200


def test_a_large_photo_is_no_obstacle() -> None:
    photo = made(Image.new("RGB", (6000, 4000), RED), "JPEG")
    assert len(half_blocks(photo, 40, 20)[0]) == 40


@pytest.mark.parametrize("size", [(5000, 5000), (8000, 8000), (12_000, 12_000), (60_000, 60_000)])
def test_a_bomb_is_told_by_its_header(size: tuple[int, int]) -> None:
    with pytest.raises(ParseError, match="too large"):
        half_blocks(png_of_size(*size), 40, 20)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>not found</html>",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"\xff\xd8\xff\xe0",
        png_of_size(0, 0),
        png_of_size(40, 40),
        made(halves())[:-60],
    ],
)
def test_no_picture(data: bytes) -> None:
    with pytest.raises(ParseError, match="not a picture that can be shown"):
        half_blocks(data, 40, 20)


def test_nothing_that_starts_another_program() -> None:
    """Pillow hands PostScript to Ghostscript."""
    with pytest.raises(ParseError, match="UnidentifiedImageError"):
        half_blocks(made(halves(), "EPS"), 40, 20)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "BMP"]),
    st.integers(0, 2000),
    st.binary(max_size=12),
)
def test_damaged_bytes_end_in_an_error_of_ours_or_a_picture(form: str, place: int, damage: bytes) -> None:
    data = bytearray(made(halves(), form))
    start = place % len(data)
    data[start : start + len(damage)] = damage
    try:
        rows = half_blocks(bytes(data), 12, 6)
    except ParseError:
        return
    assert 1 <= len(rows) <= 6
    assert {len(row) for row in rows} <= set(range(1, 13))
