"""Draws the samples' pictures: ``python -m tests.make_pictures [FOLDER]``.

Nothing here depends on the clock or on chance, so that a second run makes the same pictures.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.canvas import WIDTH, Canvas, Point, mix

SAMPLES = Path(__file__).resolve().parents[1] / "tui_reader" / "samples"
NIGHT = [(40, 40), (95, 90), (150, 30), (205, 70), (270, 34), (330, 88), (395, 28), (450, 66), (596, 150)]


def stars(canvas: Canvas, places: Sequence[Point], fill: str) -> None:
    """Small discs, each third one larger."""
    for number, (x, y) in enumerate(places):
        canvas.circle(x, y, 2 if number % 3 == 0 else 1.2, fill)


def library() -> Canvas:
    """The library's front at night, every window lit."""
    canvas = Canvas("#101a3a")
    canvas.sky("#101a3a", "#3a4378", 330, 6)
    stars(canvas, [*NIGHT, (60, 150), (590, 40), (612, 92)], "#f4ecc8")
    canvas.circle(530, 84, 24, "#f7e9b0")
    canvas.circle(541, 79, 22, mix("#101a3a", "#3a4378", 1 / 5))
    canvas.rect(0, 330, WIDTH, 70, "#1c2a33")
    for x in (30, 585):
        canvas.rect(x + 9, 270, 8, 62, "#2a2030")
        canvas.circle(x + 13, 250, 38, "#1f4a48")
    _front(canvas)
    for step, fill in enumerate(("#d8bd96", "#c4a680", "#ad8f6c")):
        canvas.rect(100 - 22 * step, 330 + 12 * step, 440 + 44 * step, 12, fill)
    canvas.polygon([(294, 330), (346, 330), (420, 400), (220, 400)], "#ffe9a3", 0.35)
    return canvas


def _front(canvas: Canvas) -> None:
    canvas.rect(110, 170, 420, 160, "#b98d63")
    canvas.polygon([(90, 150), (320, 62), (550, 150)], "#d9ae7d")
    canvas.polygon([(150, 142), (320, 78), (490, 142)], "#a87c56")
    canvas.rect(90, 150, 460, 22, "#e6c193")
    canvas.circle(320, 120, 17, "#ffe9a3")
    canvas.path([(320, 108), (320, 120), (329, 125)], 2.5, "#6b4a35")
    for x in (152, 226, 366, 440):
        canvas.rect(x, 192, 48, 118, "#ffd873")
        canvas.rect(x + 22.5, 192, 3, 118, "#8d6242")
        canvas.rect(x, 245, 48, 3, "#8d6242")
        for shelf, fill in ((282, "#c2553f"), (290, "#3f6e7a")):
            canvas.rect(x + 4, shelf, 16, 20, fill)
            canvas.rect(x + 29, shelf + 4, 14, 16, "#7a5a8c")
    canvas.rect(294, 206, 52, 124, "#fff0b8")
    canvas.rect(318, 206, 4, 124, "#8d6242")
    for x in (122, 206, 280, 352, 420, 500):
        canvas.rect(x, 172, 16, 158, "#f1d4a9")
        canvas.rect(x - 4, 172, 24, 8, "#fae3bd")
        canvas.rect(x - 4, 322, 24, 8, "#fae3bd")


def tram() -> Canvas:
    """A red tram by the sea on a bright morning."""
    canvas = Canvas("#8fd3e8")
    canvas.sky("#7cc7e6", "#fdeccb", 230, 7)
    canvas.circle(515, 95, 42, "#ffd66b")
    for x, y in ((90, 66), (250, 44), (392, 84)):
        for across, up, radius in ((0, 0, 17), (22, -9, 22), (47, 0, 16)):
            canvas.circle(x + across, y + up, radius, "#ffffff", 0.85)
    canvas.rect(0, 218, WIDTH, 70, "#2f8fb0")
    for x, y in ((30, 232), (170, 244), (566, 250), (600, 264), (90, 268)):
        canvas.rect(x, y, 34, 3, "#a9dceb")
    canvas.polygon([(562, 224), (606, 224), (597, 236), (570, 236)], "#6b4a35")
    canvas.polygon([(584, 184), (584, 221), (606, 221)], "#fff7e6")
    canvas.rect(0, 285, WIDTH, 16, "#e9cf9a")
    canvas.rect(0, 301, WIDTH, 99, "#d9b67c")
    for x in range(6, WIDTH, 40):
        canvas.polygon([(x + 6, 350), (x + 22, 350), (x + 18, 376), (x - 4, 376)], "#8a6747")
    canvas.rect(0, 352, WIDTH, 5, "#4d5560")
    canvas.rect(0, 369, WIDTH, 6, "#4d5560")
    for x in (20, 616):
        canvas.rect(x, 120, 7, 232, "#3d4650")
        canvas.rect(x - 22, 126, 50, 5, "#3d4650")
    canvas.line((0, 138), (WIDTH, 138), 2, "#3d4650")
    canvas.path([(318, 192), (340, 166), (318, 140)], 3, "#3d4650")
    _car(canvas)
    return canvas


def _car(canvas: Canvas) -> None:
    canvas.rect(108, 188, 420, 14, "#8f2f2d")
    canvas.rect(98, 200, 440, 140, "#d9483b")
    canvas.polygon([(98, 200), (82, 336), (98, 340)], "#d9483b")
    canvas.polygon([(538, 200), (554, 336), (538, 340)], "#d9483b")
    canvas.rect(82, 318, 472, 22, "#8f2f2d")
    canvas.rect(90, 288, 456, 10, "#fff1d6")
    for x in (116, 232, 292, 408, 468):
        canvas.rect(x, 218, 50, 56, "#bfe6f2")
        canvas.polygon([(x, 254), (x + 30, 218), (x + 44, 218), (x, 270)], "#e9f8fc")
    for x in (176, 352):
        canvas.rect(x, 214, 46, 112, "#fff1d6")
        canvas.rect(x + 5, 220, 16, 96, "#9fd4e6")
        canvas.rect(x + 25, 220, 16, 96, "#9fd4e6")
    for x, fill in ((137, "#5b3a4a"), (256, "#2f5d62"), (318, "#a3552f"), (492, "#3b4a7a")):
        canvas.circle(x, 250, 9, fill)
        canvas.rect(x - 12, 259, 24, 15, fill)
    for x in (150, 196, 440, 486):
        canvas.circle(x, 346, 15, "#30363d")
        canvas.circle(x, 346, 6, "#8d98a3")


def _print(canvas: Canvas, x: float, y: float, above: str, below: str) -> None:
    canvas.rect(x + 4, y + 5, 104, 124, "#b79a72", 0.6)
    canvas.rect(x, y, 104, 124, "#fffaf0")
    canvas.rect(x + 8, y + 8, 88, 82, above)
    canvas.polygon(
        [(x + 8, y + 90), (x + 8, y + 66), (x + 40, y + 46), (x + 96, y + 76), (x + 96, y + 90)], below
    )
    canvas.rect(x + 8, y + 98, 70, 5, "#7d6a58")
    canvas.rect(x + 8, y + 110, 42, 4, "#b5a48f")
    canvas.rect(x + 44, y - 12, 14, 24, "#a8643a")
    canvas.rect(x + 44, y - 2, 14, 3, "#6f3f22")


def photos() -> Canvas:
    """Prints on a string over the archive's table."""
    canvas = Canvas("#ecd9b4")
    canvas.sky("#f3e3c3", "#e2c998", 290, 5)
    for x in range(20, WIDTH, 60):
        canvas.rect(x, 0, 2, 290, "#dcc08d", 0.5)
    string = [(0, 52), (80, 66), (230, 84), (330, 88), (440, 82), (560, 66), (640, 52)]
    canvas.path(string, 2.5, "#7a5a3c")
    _print(canvas, 34, 72, "#8cc8d8", "#3f7d6a")
    _print(canvas, 184, 88, "#f2b880", "#8c4a4f")
    _print(canvas, 346, 92, "#9db4dc", "#46568c")
    _print(canvas, 498, 78, "#f4d27a", "#6f8a4a")
    canvas.circle(104, 98, 9, "#fff4cf")
    canvas.circle(258, 122, 13, "#ffe49a")
    canvas.polygon([(392, 182), (402, 122), (412, 182)], "#f5f1e6")
    canvas.rect(397, 116, 10, 8, "#d9483b")
    canvas.rect(538, 120, 26, 30, "#c2553f")
    canvas.polygon([(532, 122), (551, 102), (570, 122)], "#6b3a35")
    canvas.rect(0, 290, WIDTH, 110, "#8a5a3a")
    canvas.rect(0, 290, WIDTH, 9, "#a87049")
    canvas.rect(0, 345, WIDTH, 2, "#74482d")
    canvas.rect(58, 252, 190, 90, "#4f7f86")
    canvas.rect(50, 240, 206, 22, "#3d666d")
    canvas.rect(116, 282, 74, 30, "#f6ecd4")
    canvas.rect(126, 290, 54, 4, "#7d6a58")
    canvas.rect(126, 300, 34, 4, "#b5a48f")
    canvas.polygon([(330, 352), (452, 332), (466, 372), (344, 392)], "#fffaf0")
    canvas.polygon([(342, 356), (412, 344), (420, 368), (352, 380)], "#8cc8d8")
    canvas.line((520, 366), (566, 322), 13, "#30363d")
    canvas.circle(560, 316, 38, "#30363d")
    canvas.circle(560, 316, 31, "#cdeaf0")
    canvas.polygon([(540, 316), (560, 292), (568, 294), (544, 326)], "#f2fbfd")
    return canvas


def lighthouse() -> Canvas:
    """The lighthouse in the last light of the day."""
    canvas = Canvas("#2b2a5a")
    canvas.sky("#2b2a5a", "#f29a6b", 280, 8)
    stars(canvas, NIGHT[:7], "#f6e7c4")
    canvas.circle(120, 272, 44, "#ffd27a")
    canvas.rect(0, 272, WIDTH, 128, "#27506e")
    canvas.rect(0, 272, WIDTH, 22, "#336684")
    for row, width in enumerate((92, 70, 48, 62, 34)):
        canvas.rect(120 - width / 2 + (row % 2) * 8, 280 + row * 17, width, 5, "#f2b880")
    for x, y in ((250, 312), (24, 344), (300, 366), (200, 384), (350, 300)):
        canvas.rect(x, y, 42, 3, "#4d86a3")
    canvas.polygon([(470, 106), (0, 20), (0, 150)], "#fff0b0", 0.38)
    canvas.polygon([(470, 106), (640, 76), (640, 136)], "#fff0b0", 0.38)
    cliff = [(330, 400), (352, 356), (392, 346), (410, 312), (452, 300), (540, 297), (596, 300), (640, 304)]
    canvas.polygon([*cliff, (640, 400)], "#3a3145")
    canvas.polygon(
        [(410, 312), (452, 300), (540, 297), (596, 300), (640, 304), (640, 320), (420, 326)], "#4f6b4c"
    )
    canvas.polygon([(440, 304), (452, 130), (488, 130), (500, 304)], "#f7f0e3")
    for top, bottom in ((156, 188), (220, 252)):
        left, right = [440.0 + 12 * (304 - y) / 174 for y in (top, bottom)]
        canvas.polygon([(left, top), (940 - left, top), (940 - right, bottom), (right, bottom)], "#cf4438")
    canvas.polygon([(470, 130), (488, 130), (500, 304), (476, 304)], "#2b2a5a", 0.18)
    canvas.rect(444, 124, 52, 8, "#332d40")
    canvas.rect(456, 92, 28, 32, "#ffe58a")
    for bar in (456, 468.5, 481):
        canvas.rect(bar, 92, 3, 32, "#332d40")
    canvas.polygon([(448, 94), (470, 70), (492, 94)], "#cf4438")
    canvas.rect(469, 58, 2, 14, "#332d40")
    canvas.rect(462, 272, 18, 31, "#5b3a2e")
    canvas.rect(464, 200, 11, 15, "#ffd873")
    canvas.rect(524, 266, 56, 38, "#e9d8bd")
    canvas.polygon([(516, 268), (552, 240), (588, 268)], "#8c4a4f")
    canvas.rect(544, 278, 14, 14, "#ffd873")
    for x, y in ((250, 190), (300, 166), (214, 158)):
        canvas.path(
            [(x - 15, y - 6), (x - 6, y - 9), (x, y), (x + 6, y - 9), (x + 15, y - 6)], 2.6, "#fbeedd"
        )
    return canvas


def _stall(canvas: Canvas, x: float, stripe: str, fruit: str) -> None:
    canvas.rect(x + 8, 196, 7, 156, "#7a5233")
    canvas.rect(x + 145, 196, 7, 156, "#7a5233")
    canvas.rect(x + 15, 214, 130, 70, "#f9e8c6")
    for number in range(8):
        left, fill = x + number * 20, stripe if number % 2 == 0 else "#fff7e8"
        top = x + 16 + number * 16
        canvas.polygon([(top, 150), (top + 16, 150), (left + 20, 204), (left, 204)], fill)
        canvas.circle(left + 10, 204, 10, fill)
    canvas.rect(x, 290, 160, 62, "#a8703f")
    canvas.rect(x - 5, 282, 170, 11, "#c58b52")
    canvas.rect(x, 318, 160, 3, "#8a5a32")
    for row, count in enumerate((6, 5, 4)):
        for number in range(count):
            canvas.circle(x + 31 + row * 10 + number * 20, 274 - row * 15, 9.5, fruit)
            canvas.circle(x + 28 + row * 10 + number * 20, 271 - row * 15, 2.6, "#fff7e8", 0.5)


def market() -> Canvas:
    """Three stalls, and strings of flags from one to the next."""
    canvas = Canvas("#bfe3ea")
    canvas.sky("#a6dbe8", "#fbf1d8", 260, 6)
    canvas.circle(84, 66, 32, "#ffd873")
    canvas.polygon(
        [(0, 250), (120, 178), (280, 236), (430, 166), (640, 240), (640, 330), (0, 330)], "#9cc58a"
    )
    canvas.polygon(
        [(0, 276), (180, 226), (380, 270), (560, 220), (640, 250), (640, 340), (0, 340)], "#7fb070"
    )
    canvas.rect(0, 326, WIDTH, 74, "#e3c99b")
    for x, y in ((40, 374), (150, 386), (260, 370), (390, 388), (500, 372), (588, 384)):
        canvas.rect(x, y, 36, 4, "#d1b27f")
    _stall(canvas, 32, "#d9483b", "#e8a02f")
    _stall(canvas, 240, "#3f7d8c", "#c23b4a")
    _stall(canvas, 448, "#6f8a3f", "#7a5a9c")
    flags = ("#d9483b", "#f2b33d", "#3f7d8c", "#7a5a9c", "#6f8a3f")
    for start in (-96, 112, 320, 528):
        points = [(start + 26.0 * step, 136 - 44 * (step / 4 - 1) ** 2) for step in range(9)]
        canvas.path(points, 2, "#6b5a48")
        for number, (left, top) in enumerate(points[:-1]):
            canvas.polygon(
                [(left + 4, top + 1), (left + 22, top + 1), (left + 13, top + 23)], flags[number % len(flags)]
            )
    for x in (112, 320, 528):
        canvas.rect(x - 2, 86, 5, 66, "#7a5233")
    return canvas


def weather() -> Canvas:
    """A weather station on a mountain; its mast is on the air."""
    canvas = Canvas("#16404f")
    canvas.sky("#16404f", "#a8d8cf", 300, 8)
    stars(canvas, [(60, 40), (140, 84), (220, 36), (590, 50), (610, 120), (36, 130)], "#e9f6ee")
    canvas.polygon([(-40, 330), (130, 150), (300, 330)], "#3c7480")
    canvas.polygon([(130, 150), (88, 195), (112, 206), (132, 190), (150, 208), (172, 195)], "#eef7f4")
    canvas.polygon([(400, 340), (560, 176), (720, 340)], "#4a8690")
    canvas.polygon([(560, 176), (526, 211), (548, 222), (564, 206), (580, 220), (594, 211)], "#eef7f4")
    canvas.polygon(
        [(0, 330), (150, 300), (300, 262), (450, 262), (640, 322), (640, 400), (0, 400)], "#27564f"
    )
    canvas.polygon([(0, 366), (220, 330), (430, 346), (640, 352), (640, 400), (0, 400)], "#1c433f")
    for radius, share in ((112, 0.16), (80, 0.22), (48, 0.34)):
        canvas.circle(330, 62, radius, "#ffe9a3", share)
    for offset in (-1, 1):
        canvas.line((330 + 34 * offset, 268), (330 + 3 * offset, 62), 5, "#dfe9e4")
    for level in range(6):
        top, bottom = 90 + level * 30, 120 + level * 30
        near, far = [3 + 31 * (y - 62) / 206 for y in (top, bottom)]
        canvas.line((330 - near, top), (330 + far, bottom), 3, "#c9d8d2")
        canvas.line((330 + near, top), (330 - far, bottom), 3, "#c9d8d2")
    canvas.rect(328, 36, 4, 30, "#dfe9e4")
    canvas.circle(330, 62, 8, "#e2574a")
    canvas.rect(392, 212, 84, 54, "#f0e2c4")
    canvas.polygon([(382, 214), (434, 180), (486, 214)], "#c2553f")
    canvas.rect(404, 228, 22, 20, "#ffd873")
    canvas.rect(444, 226, 18, 40, "#6b4a35")
    canvas.rect(226, 206, 4, 80, "#dfe9e4")
    canvas.line((204, 206), (252, 206), 3, "#dfe9e4")
    for x in (204, 228, 252):
        canvas.circle(x, 204, 7, "#f2b33d")
    for x, y in ((52, 246), (486, 132)):
        for across, up, radius in ((0, 0, 14), (20, -8, 19), (44, -2, 15), (62, 3, 10)):
            canvas.circle(x + across, y + up, radius, "#f4faf7")
        canvas.rect(x, y, 62, 13, "#f4faf7")
    return canvas


def train() -> Canvas:
    """The night train on a viaduct, its windows lit."""
    canvas = Canvas("#0f1836")
    canvas.sky("#0f1836", "#45508c", 300, 7)
    stars(canvas, [*NIGHT, (520, 40), (620, 60), (24, 120), (240, 130)], "#f2ecd2")
    canvas.circle(548, 92, 40, "#f6e6b4")
    canvas.circle(536, 82, 8, "#e3cf98")
    canvas.circle(560, 104, 11, "#e3cf98")
    canvas.polygon(
        [(0, 270), (110, 180), (240, 250), (380, 168), (520, 246), (640, 196), (640, 400), (0, 400)],
        "#27325e",
    )
    canvas.polygon(
        [(0, 320), (160, 262), (330, 312), (480, 258), (640, 310), (640, 400), (0, 400)], "#1d2749"
    )
    canvas.rect(0, 276, WIDTH, 124, "#6f6580")
    for x in range(-50, WIDTH, 116):
        canvas.rect(x + 14, 346, 88, 60, "#1a2342")
        canvas.circle(x + 58, 346, 44, "#1a2342")
    canvas.rect(0, 376, WIDTH, 24, "#2a4a74")
    for x in range(30, WIDTH, 96):
        canvas.rect(x, 386, 40, 3, "#f0cf7a", 0.7)
    canvas.rect(0, 268, WIDTH, 10, "#8c8199")
    canvas.rect(0, 264, WIDTH, 4, "#2b2f3d")
    canvas.polygon([(520, 252), (520, 196), (566, 196), (606, 232), (612, 252)], "#2f7f86")
    canvas.polygon([(548, 204), (566, 204), (594, 230), (548, 230)], "#ffe49a")
    canvas.polygon([(612, 238), (640, 226), (640, 266), (612, 250)], "#ffe9a3", 0.5)
    for x in (-16, 166, 348):
        canvas.rect(x, 192, 174, 60, "#356a9c")
        canvas.rect(x, 184, 174, 10, "#274e78")
        canvas.rect(x, 236, 174, 6, "#f2b33d")
        canvas.rect(x + 172, 240, 12, 6, "#20242f")
        for window in range(5):
            canvas.rect(x + 10 + window * 33, 202, 24, 24, "#ffe49a")
    for x, fill in ((28, "#8c4a4f"), (244, "#3f5d62"), (392, "#7a5a8c"), (458, "#8a5a32")):
        canvas.circle(x, 215, 5.5, fill)
        canvas.rect(x - 7, 220, 14, 6, fill)
    canvas.rect(522, 240, 90, 5, "#f2b33d")
    for x in (10, 40, 116, 146, 192, 222, 298, 328, 374, 404, 480, 510, 546, 590):
        canvas.circle(x, 256, 8.5, "#20242f")
        canvas.circle(x, 256, 3.2, "#8c94a6")
    return canvas


PICTURES: dict[str, Callable[[], Canvas]] = {
    "library": library,
    "tram": tram,
    "photos": photos,
    "lighthouse": lighthouse,
    "market": market,
    "weather": weather,
    "train": train,
}


def main(folder: Path = SAMPLES) -> None:
    """Write every picture into ``folder``."""
    for name, draw in PICTURES.items():
        data = draw().png()
        (folder / f"{name}.png").write_bytes(data)
        print(f"{name}.png {len(data)} bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
