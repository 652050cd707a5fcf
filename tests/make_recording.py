"""Draw the README's picture: the real reader on its own samples, as an SVG whose frames follow one another.

    python -m tests.make_recording [FILE]

Frames are the app's own screenshots at fixed keys and a fixed clock, so the picture can be made again.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot

from tui_reader import config, paths
from tui_reader.app.app import TuiReader
from tui_reader.gate import clean_article
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
from tui_reader.sources import files

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
SIZE = (132, 34)
SETTINGS = """
[settings]
languages = ["en", "uk", "ru"]
refresh_on_start = false
[[source]]
name = "First steps"
samples = true
"""
# The keys before each frame, and the seconds that it stays.
FRAMES: tuple[tuple[tuple[str, ...], float], ...] = (
    ((), 3.0),
    (("right_square_bracket", "right_square_bracket"), 2.5),
    (("1", "j", "enter"), 3.5),
    (("right_square_bracket",), 3.0),
    (("right_square_bracket",), 3.0),
    (("1", "t"), 3.0),
    (("escape", "b"), 2.5),
)
TARGET = Path(__file__).parent / "pictures" / "reader.svg"


async def frames(home: Path, steps: Sequence[Sequence[str]], size: tuple[int, int] = SIZE) -> list[str]:
    """One SVG for each of ``steps``, which are the keys before it."""
    library = home / "library.db"
    articles = [clean_article(article) for article in files.load(paths.SAMPLES).articles]
    with Library.open(library) as opened:
        opened.store([replace(article, source="First steps") for article in articles], now=NOW)
    settings = config.parse(SETTINGS, home / "feeds.toml")
    app = TuiReader(settings, await LibraryThread.open(library), now=lambda: NOW)
    done = []
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for keys in steps:
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            done.append(app.export_screenshot(title="tui-reader"))
        app.exit()
    return done


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way any more but the watch over folders."""
    quiet = 0
    async with asyncio.timeout(20):
        while quiet < 3:
            await pilot.pause(0.02)
            busy = [
                worker for worker in pilot.app.workers if worker.group != "watch" and not worker.is_finished
            ]
            quiet = 0 if busy else quiet + 1


def without_fonts(svg: str) -> str:
    """``svg`` without the fonts that it would fetch from elsewhere."""
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)


def alone() -> Path:
    """An empty home in which nothing of the one who draws is seen; the clock is in UTC."""
    folder = tempfile.mkdtemp(prefix="pictures-")
    for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = folder
    os.environ["TZ"] = "UTC"
    return Path(folder)


def joined(svgs: list[str]) -> str:
    """The frames as one picture: each is seen in its part of the round, by CSS alone."""
    total = sum(seconds for _, seconds in FRAMES)
    parts, styles, start = [], [], 0.0
    head = ""
    for number, (shot, (_, seconds)) in enumerate(zip(svgs, FRAMES, strict=True)):
        svg = re.sub(r"terminal-\d+", f"f{number}", shot)
        opening, inner = re.fullmatch(r"\s*(<svg[^>]*>)(.*)</svg>\s*", svg, re.DOTALL).groups()  # type: ignore[union-attr]
        head = head or opening
        inner = without_fonts(inner)
        parts.append(f'<g class="frame frame{number}">{inner}</g>')
        first, last = 100 * start / total, 100 * (start + seconds) / total
        steps = f"0% {{opacity:{int(number == 0)}}} " if number else ""
        steps += f"{first:.2f}% {{opacity:1}} {last:.2f}% {{opacity:0}} 100% {{opacity:0}}"
        styles.append(
            f"@keyframes show{number} {{{steps}}} .frame{number} {{animation: show{number} {total}s step-end infinite}}"
        )
        start += seconds
    still = ".frame {opacity:0} .frame0 {opacity:1}"
    return f"{head}<style>{still} {' '.join(styles)}</style>{''.join(parts)}</svg>\n"


def main() -> None:
    """Write the picture."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    svgs = asyncio.run(frames(alone(), [keys for keys, _ in FRAMES]))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(joined(svgs), "utf-8")
    print(f"{target}: {len(svgs)} frames, {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
