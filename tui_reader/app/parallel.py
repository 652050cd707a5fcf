"""Two editions as one page of two columns, in which paragraphs that belong together begin on the same line. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rich.cells import cell_len

from tui_reader.aligning import align
from tui_reader.app.marking import Mark, Marks, marks
from tui_reader.app.typeset import Page, Run, set_article
from tui_reader.model import Article
from tui_reader.search.finder import Finder

RULE = Run(" │ ", "dim")


@dataclass(slots=True)
class Pair(Page):
    """A page of two columns, made of the pages ``both``.

    ``stands`` says for each line of each of them on which line it stands here, and behind how many characters.
    """

    both: tuple[Page, Page] = field(default_factory=lambda: (Page(), Page()))
    stands: tuple[dict[int, tuple[int, int]], dict[int, tuple[int, int]]] = field(
        default_factory=lambda: ({}, {})
    )


def set_side_by_side(left: Article, right: Article, width: int) -> Pair:
    """Both articles, each in ``width`` columns, captions in their places; ``blocks`` are those of ``left``."""
    one, other = (set_article(replace(article, related=()), width, beside=False) for article in (left, right))
    return join(one, other, align(left, right), width)


def join(left: Page, right: Page, aligned: Sequence[int], width: int) -> Pair:
    """Two pages beside each other; ``aligned`` says for each block of ``left`` to which one of ``right`` it belongs."""
    joined = Pair(both=(left, right))
    ours, theirs = joined.stands
    for (start, other_start), (end, other_end) in pairwise(_cuts(left, right, aligned)):
        for step in range(max(end - start, other_end - other_start)):
            runs = _runs(left, start + step, end)
            gap = max(0, width - sum(cell_len(run.text) for run in runs))
            before = sum(len(run.text) for run in runs) + gap + len(RULE.text)
            if start + step < end:
                ours[start + step] = len(joined.lines), 0
            if other_start + step < other_end:
                theirs[other_start + step] = len(joined.lines), before
            joined.add(*runs, Run(" " * gap), RULE, *_runs(right, other_start + step, other_end))
    joined.blocks = [ours.get(line, (len(joined.lines), 0))[0] for line in left.blocks]
    return joined


def marks_in_both(pair: Pair, finder: Finder | None) -> Marks:
    """What ``finder`` finds in each column by itself, numbered from the top down, the left one first."""
    begins: list[
        tuple[tuple[int, int], int, int]
    ] = []  # where each match begins, its column, its number in it
    found = [marks(page, finder) for page in pair.both]
    for column, (one, stands) in enumerate(zip(found, pair.stands, strict=True)):
        first: dict[int, tuple[int, int]] = {}
        for line, here in (one.marks or {}).items():
            at, before = stands[line]
            for mark in here:
                first[mark.number] = min(
                    (at, before + mark.start), first.get(mark.number, (at, before + mark.start))
                )
        begins += [(place, column, number) for number, place in first.items()]
    begins.sort()
    numbers = {(column, number): place for place, (_, column, number) in enumerate(begins)}
    made: dict[int, list[Mark]] = defaultdict(list)
    for column, (one, stands) in enumerate(zip(found, pair.stands, strict=True)):
        for line, here in (one.marks or {}).items():
            at, before = stands[line]
            made[at] += [
                Mark(before + mark.start, before + mark.end, numbers[column, mark.number]) for mark in here
            ]
    return Marks(tuple(place[0] for place, _, _ in begins), made)


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
