"""Draw the README's still pictures: the real reader on its own samples, each a screen after some keys.

    python -m tests.make_screenshots [FOLDER]

Made as `make_recording` makes the moving one, and as easily made again.
"""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from tests.make_recording import TARGET, alone, frames, without_fonts

PICTURES: dict[str, tuple[str, ...]] = {
    "list": ("d", "j", "j", "j", "b", "k", "k", "k", "j"),
    "article": ("j", "j", "enter"),
    "side-by-side": ("j", "enter", "equals_sign"),
    "search": ("slash", *"captions", "enter"),
}
SIZE = (122, 28)


def lighter(svg: str) -> str:
    """``svg`` without what each of thousands of cells says again: sharp edges are said once, and lines need no frame."""
    svg = re.sub(r' clip-path="url\(#[a-z-]+-line-\d+\)"', "", svg)
    svg = re.sub(r'<clipPath id="[a-z-]+-line-.*?</clipPath>\s*', "", svg, flags=re.DOTALL)
    svg = re.sub(r"(\d+\.\d)\d+", r"\1", svg)
    return svg.replace(' shape-rendering="crispEdges"', "").replace(
        "<style>", "<style>rect { shape-rendering: crispEdges }", 1
    )


def main() -> None:
    """Write the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET.parent
    folder.mkdir(parents=True, exist_ok=True)
    for name, keys in PICTURES.items():
        (svg,) = asyncio.run(frames(alone(), [keys], SIZE))
        file = folder / f"{name}.svg"
        file.write_text(lighter(re.sub(r"terminal-\d+", name, without_fonts(svg))), "utf-8")
        print(f"{file}: {file.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
