"""Which columns stand on the screen, and how wide: one decision for every width and every moment.

Pure. Wide screens (from 120 columns) show sources, headlines and article, medium ones headlines and article,
narrow ones (under 80) one at a time. An open article takes what it needs: the sources fold away first, then
the headlines, so that from 120 columns on it always has its side column.
"""

from __future__ import annotations

from enum import StrEnum

from tui_reader.values import frozen

WIDE, MEDIUM = 120, 80
SOURCES, HEADLINES_MIN, HEADLINES_MAX = 26, 40, 60
TEXT, BESIDE_MIN, BESIDE_MAX = 80, 32, 60
# Text, side column, and the spaces at both edges and between.
READING = 120
BESIDE_FROM = 104


class Pane(StrEnum):
    """The column that has the keys."""

    SOURCES = "sources"
    HEADLINES = "headlines"
    ARTICLE = "article"


@frozen
class Columns:
    """Widths in terminal columns; 0 is not on the screen."""

    sources: int = 0
    headlines: int = 0
    article: int = 0


def columns(width: int, pane: Pane, *, reading: bool, alone: bool = False) -> Columns:
    """The columns on a screen of ``width``; ``reading`` while an article is open, ``alone`` after ``z``."""
    if pane is Pane.ARTICLE and alone:
        return Columns(article=width)
    if width < MEDIUM:
        return {
            Pane.SOURCES: Columns(sources=width),
            Pane.HEADLINES: Columns(headlines=width),
            Pane.ARTICLE: Columns(article=width),
        }[pane]
    if reading and pane is Pane.ARTICLE:
        spare = width - READING
        if spare >= SOURCES + HEADLINES_MIN:
            headlines = min(HEADLINES_MAX, spare - SOURCES)
            return Columns(SOURCES, headlines, width - SOURCES - headlines)
        if spare >= HEADLINES_MIN:
            return Columns(headlines=min(HEADLINES_MAX, spare), article=width - min(HEADLINES_MAX, spare))
        return Columns(article=width)
    if width >= WIDE:
        headlines = max(HEADLINES_MIN, min(HEADLINES_MAX, (width - SOURCES) * 2 // 5))
        return Columns(SOURCES, headlines, width - SOURCES - headlines)
    if pane is Pane.SOURCES:
        return Columns(SOURCES, width - SOURCES)
    headlines = max(36, width * 2 // 5)
    return Columns(headlines=headlines, article=width - headlines)


def beside(width: int) -> int:
    """The width of the side column in an article column of ``width``; 0 where there is no room for one."""
    if width < BESIDE_FROM:
        return 0
    return max(BESIDE_MIN, min(BESIDE_MAX, width - TEXT - 6))
