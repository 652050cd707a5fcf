"""The few words of an article around what a search found in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_reader.search.finder import Finder, Span
from tui_reader.search.terms import Part
from tui_reader.values import frozen
from tui_reader.words import N_, tr

LENGTH = 240
_BEFORE = 20  # characters before the first word that was found: in a narrow list it must be on the first line
_MAX_TEXT = 200_000  # of one part; a longer text is looked through so far
# What an excerpt that is not of the text begins with.
_PARTS = {
    Part.CAPTION: N_("photo"),
    Part.CREDIT: N_("photo by"),
    Part.AUTHOR: N_("by"),
    Part.RELATED: N_("read also"),
}


@frozen
class Excerpt:
    """One line of ``part``, with the places of the words in it."""

    text: str
    spans: tuple[Span, ...]
    part: Part

    @property
    def label(self) -> str:
        """What stands before the text, to say that it is a caption, a name or a related title; mostly nothing."""
        return f"{tr(_PARTS[self.part])}: " if self.part in _PARTS else ""


def excerpt(parts: Iterable[tuple[Part, str]], finder: Finder) -> Excerpt | None:
    """Where ``parts`` hold most of the words, the first of them if several do; None where none does."""
    best: tuple[int, Excerpt] | None = None
    for part, whole in parts:
        text = whole[:_MAX_TEXT].replace("\n", " ")
        terms = finder.terms(text, part)
        if terms:
            start, count = _richest(terms)
            if best is None or count > best[0]:
                best = count, _cut(text, start, [span for span, _ in terms], part)
    return best[1] if best is not None else None


def _richest(terms: Sequence[tuple[Span, int]]) -> tuple[int, int]:
    """Where the first excerpt begins that has the most of the terms, and how many it has."""
    best = (0, 0)
    last = 0
    for first, ((start, _), _) in enumerate(terms):
        last = max(last, first)
        while last < len(terms) and terms[last][0][1] <= start + LENGTH - _BEFORE:
            last += 1
        count = len({number for _, number in terms[first : max(last, first + 1)]})
        if count > best[1]:
            best = (start, count)
    return best


def _cut(text: str, start: int, spans: Sequence[Span], part: Part) -> Excerpt:
    begin = max(0, start - _BEFORE)
    if begin:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else start
    end = min(len(text), begin + LENGTH)
    if end < len(text):
        space = text.rfind(" ", begin, end)
        end = space if space > start else end
    before, after = "… " if begin else "", " …" if end < len(text) else ""
    moved = (
        (left - begin + len(before), min(right, end) - begin + len(before))
        for left, right in spans
        if left >= begin and left < end
    )
    return Excerpt(f"{before}{text[begin:end]}{after}", tuple(moved), part)
