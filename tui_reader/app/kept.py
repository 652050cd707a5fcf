"""What stands over the article beside its byline: in which other sources it is too, and what the reader added to a bookmark.

Pure layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui_reader.app.steady import steady
from tui_reader.app.typeset import Page, Run
from tui_reader.app.wrap import shorten
from tui_reader.words import tr

STAR, BAR = "★ ", "▎ "


class Also(NamedTuple):
    """Another source with the same text: the letter and the address by which its article is opened."""

    letter: str
    source: str
    url: str


def set_kept(
    page: Page, width: int, *, tags: Sequence[str], note: str | None, doubles: Sequence[Also] = ()
) -> None:
    """The other sources, the tags of a bookmark in one paragraph, its note in another."""
    if doubles:
        _set_doubles(page, width, doubles)
    if tags:
        page.text(steady(shown_tags(tags)), width, "label", Run(STAR, "mark"), "  ")
    if note:
        page.blank()
        for line in steady(note).split("\n"):
            page.text(line, width, "quote", Run(BAR, "mark"), BAR)


def _set_doubles(page: Page, width: int, doubles: Sequence[Also]) -> None:
    """The sources one after the other, as links, as many in a line as it has room for."""
    line = [Run(tr("Also in:"), "dim")]
    for also in doubles:
        name = shorten(steady(also.source), max(4, width - 4))
        link = [Run(f" {also.letter} ", "number", also.url), Run(name, "link", also.url)]
        if len(line) > 1 and sum(cell_len(run.text) for run in (*line, *link)) > width:
            page.add(*line)
            line = []
        line += link
    page.add(*line)


def shown_tags(tags: Sequence[str]) -> str:
    """Tags in one line, each told from the next."""
    return " ".join(f"#{tag}" for tag in tags)
