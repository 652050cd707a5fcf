"""Where the words of a search stand on a typeset page.

Pure. What was found may go over the end of a line, and over a hyphen that the layout put there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from tui_reader.app.typeset import Page, Run
from tui_reader.search.finder import Finder, Span
from tui_reader.values import frozen


@frozen
class Mark:
    """The characters ``start`` to ``end`` of a line that belong to match ``number``, which counts from 0."""

    start: int
    end: int
    number: int


@frozen
class Marks:
    """All matches of a page: the line on which each begins, and the marks of each line."""

    lines: tuple[int, ...] = ()
    marks: Mapping[int, Sequence[Mark]] | None = None

    def on(self, line: int) -> Sequence[Mark]:
        """The marks of ``line``, in order."""
        return self.marks.get(line, ()) if self.marks is not None else ()


def marks(page: Page, finder: Finder | None) -> Marks:
    """What ``finder`` finds on ``page``."""
    if finder is None:
        return Marks()
    texts = ["".join(run.text for run in line.runs) for line in page.lines]
    broken = page.breaks is not None
    starts, pieces, at = [], [], 0
    for text, after in zip_longest(texts, texts[1:], fillvalue=""):
        starts.append(at)
        # A hyphen of the layout's own holds one word together.
        joined = broken and text[-1:] == "-" and text[-2:-1].isalpha() and after[:1].isalpha()
        piece = text[:-1] if joined else f"{text}\n"
        pieces.append(piece)
        at += len(piece)
    found: dict[int, list[Mark]] = defaultdict(list)
    lines: list[int] = []
    line = 0
    for number, (left, right) in enumerate(finder.spans("".join(pieces))):
        while line + 1 < len(starts) and starts[line + 1] <= left:
            line += 1
        lines.append(line)
        for over in range(line, len(starts)):
            if starts[over] >= right:
                break
            start, end = max(left - starts[over], 0), min(right - starts[over], len(texts[over]))
            if start < end:
                found[over].append(Mark(start, end, number))
    return Marks(tuple(lines), found)


def split(runs: Sequence[Run], here: Sequence[Mark], current: int | None) -> list[Run]:
    """``runs`` of a line with its marks in styles of their own: ``match``, and ``here`` for the ``current`` one."""
    made: list[Run] = []
    at = 0
    for run in runs:
        end, place = at + len(run.text), at
        for mark in here:
            left, right = max(mark.start, place), min(mark.end, end)
            if left >= right:
                continue
            if left > place:
                made.append(run._replace(text=run.text[place - at : left - at]))
            style = "here" if mark.number == current else "match"
            made.append(run._replace(text=run.text[left - at : right - at], style=style))
            place = right
        if place < end or not run.text:
            made.append(run._replace(text=run.text[place - at :]))
        at = end
    return made


def runs_of(text: str, spans: Sequence[Span], style: str, first: int, last: int) -> list[tuple[str, str]]:
    """The characters ``first`` to ``last`` of ``text`` as runs of a list's row, those in ``spans`` as ``match``."""
    made: list[tuple[str, str]] = []
    place = first
    for span in spans:
        left, right = max(span[0], place), min(span[1], last)
        if left < right:
            if left > place:
                made.append((text[place:left], style))
            made.append((text[left:right], "match"))
            place = right
    if place < last:
        made.append((text[place:last], style))
    return made
