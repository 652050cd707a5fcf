"""Where the words of a search stand in a text, by the same rules as the index has.

The index is SQLite's FTS5 with ``unicode61 remove_diacritics 2``: a token is a run of letters, numbers and marks, letters
of the Latin script lose their diacritics, and each character of a script without spaces is a token of its own.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tui_reader.languages import UNSPACED
from tui_reader.seeking.asking import Term

Span = tuple[int, int]
_IN_TOKENS = {"L", "N"}
_MARKS = {"Mn", "Mc", "Co"}
BEFORE = 0.3  # how much of an excerpt stands before the match


def spans(text: str, terms: Iterable[Term]) -> list[Span]:
    """The places of ``terms`` in ``text`` as (start, end) in characters, in order, without overlaps."""
    tokens = _tokens(text)
    words = [word for word, _, _ in tokens]
    found: list[Span] = []
    for term in terms:
        wanted = [word for word, _, _ in _tokens(term.text)]
        for first in _matches(words, wanted, prefix=term.prefix):
            found.append((tokens[first][1], tokens[first + len(wanted) - 1][2]))
    return _joined(sorted(found))


def excerpt(text: str, terms: Sequence[Term], width: int) -> tuple[str, list[Span]]:
    """About ``width`` characters of ``text`` as one line around the first match, and the matches in them.

    Without a match, the beginning. What is left out at either end is said by “…”.
    """
    line = " ".join(text.split())
    marks = spans(line, terms)
    if len(line) <= width:
        return line, marks
    start = max(0, (marks[0][0] if marks else 0) - int(width * BEFORE))
    start = min(start, len(line) - width)
    if start:
        start = line.find(" ", start, start + width // 3) + 1 or start
    end = min(len(line), start + width)
    if end < len(line):
        cut = line.rfind(" ", start + width * 2 // 3, end)
        end = cut if cut > 0 else end
    before, after = ("… " if start else ""), (" …" if end < len(line) else "")
    moved = [
        (max(left, start) - start + len(before), min(right, end) - start + len(before))
        for left, right in marks
        if right > start and left < end
    ]
    return before + line[start:end] + after, moved


def _matches(words: Sequence[str], wanted: Sequence[str], *, prefix: bool) -> Iterable[int]:
    if not wanted:
        return
    last = len(wanted) - 1
    for first in range(len(words) - last):
        if all(words[first + place] == word for place, word in enumerate(wanted[:-1])):
            ending = words[first + last]
            if ending == wanted[-1] or (prefix and ending.startswith(wanted[-1])):
                yield first


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """Each token as it is compared, its start and its end."""
    unspaced = {found.start() for found in UNSPACED.finditer(text)}
    tokens: list[tuple[str, int, int]] = []
    word: list[str] = []
    start = 0
    for place, character in enumerate(text):
        if place in unspaced:
            _close(tokens, word, start, place)
            tokens.append((_folded(character), place, place + 1))
        elif _is_part(character):
            start = place if not word else start
            word.append(character)
        else:
            _close(tokens, word, start, place)
    _close(tokens, word, start, len(text))
    return tokens


def _close(tokens: list[tuple[str, int, int]], word: list[str], start: int, end: int) -> None:
    if word:
        tokens.append(("".join(map(_folded, word)), start, end))
        word.clear()


@lru_cache(maxsize=4096)
def _is_part(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in _IN_TOKENS or category in _MARKS


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if "\u0300" <= character <= "\u036f":
        return ""
    lower = character.casefold()
    lower = lower if len(lower) == 1 else character.lower()
    base = unicodedata.normalize("NFD", lower)[:1]
    return base if base.isascii() else lower


def _joined(found: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def nearest(marks: Sequence[int], place: int, step: int) -> int | None:
    """Of sorted places, the next after ``place`` (``step`` 1) or the last before it (-1); around the end to the other."""
    if not marks:
        return None
    at = bisect_left(marks, place + 1) if step > 0 else bisect_left(marks, place) - 1
    return marks[at % len(marks)]
