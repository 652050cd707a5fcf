"""Two editions as one page of two columns, in which paragraphs that belong together begin on the same line. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rich.cells import cell_len

from tui_reader.aligning import align
from tui_reader.app.typeset import Page, Run, set_article
from tui_reader.model import Article

RULE = Run(" │ ", "dim")


def set_side_by_side(left: Article, right: Article, width: int) -> Page:
    """Both articles, each in ``width`` columns, captions in their places; ``blocks`` are those of ``left``."""
    one, other = (set_article(replace(article, related=()), width, beside=False) for article in (left, right))
    return join(one, other, align(left, right), width)


def join(left: Page, right: Page, aligned: Sequence[int], width: int) -> Page:
    """Two pages beside each other; ``aligned`` says for each block of ``left`` to which one of ``right`` it belongs."""
    joined = Page()
    tops: dict[int, int] = {}
    for (start, other_start), (end, other_end) in pairwise(_cuts(left, right, aligned)):
        for line in range(start, end):
            tops[line] = len(joined.lines) + line - start
        for step in range(max(end - start, other_end - other_start)):
            runs = _runs(left, start + step, end)
            gap = width - sum(cell_len(run.text) for run in runs)
            joined.add(*runs, Run(" " * max(0, gap)), RULE, *_runs(right, other_start + step, other_end))
    joined.blocks = [tops.get(line, len(joined.lines)) for line in left.blocks]
    return joined


def _cuts(left: Page, right: Page, aligned: Sequence[int]) -> list[tuple[int, int]]:
    """The lines of both pages that are to stand beside each other."""
    cuts, last = [(0, 0)], -1
    for block, other in enumerate(aligned):
        if other > last:
            cuts.append((left.blocks[block], right.blocks[other]))
            last = other
    return [*cuts, (len(left.lines), len(right.lines))]


def _runs(page: Page, line: int, end: int) -> tuple[Run, ...]:
    return page.lines[line].runs if line < end else ()
