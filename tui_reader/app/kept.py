"""What the reader added to a bookmark, as lines over the article. Pure layout."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.app.steady import steady
from tui_reader.app.typeset import Page, Run

STAR, BAR = "★ ", "▎ "


def set_kept(page: Page, width: int, *, tags: Sequence[str], note: str | None) -> None:
    """The tags of a bookmark in one paragraph, its note in another."""
    if tags:
        page.text(steady(shown_tags(tags)), width, "label", Run(STAR, "mark"), "  ")
    if note:
        page.blank()
        for line in steady(note).split("\n"):
            page.text(line, width, "quote", Run(BAR, "mark"), BAR)


def shown_tags(tags: Sequence[str]) -> str:
    """Tags in one line, each told from the next."""
    return " ".join(f"#{tag}" for tag in tags)
