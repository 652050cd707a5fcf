"""Text as the index of words tells it: where words begin and end, and which of them are the same.

The index is SQLite's ``unicode61 remove_diacritics 2``: letters, digits and marks make words, case does not count, nor do
accents on Latin letters; characters of scripts without spaces were spread (`spread`) and are words of their own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tui_reader.languages import unspaced

# Marks that the index drops though they stand alone: U+0300 to U+0331 but for a few.
_DROPPED = frozenset(
    map(chr, (*range(0x300, 0x305), *range(0x306, 0x30D), 0x30F, 0x311, 0x31B, *range(0x323, 0x329), 0x32D,
              0x32E, 0x330, 0x331))
)  # fmt: skip
# No sign of a script without spaces: a question that takes a fifth of the time of the other.
_SPACED = re.compile("[\0-\u0e00\u2000-\u2fff]*")
_CASES = {"ς": "σ", "µ": "μ", "ſ": "s", "İ": "i"}


def spread(text: str) -> str:
    """``text`` for the index and for queries: a space around each character of a script without spaces."""
    return text if _SPACED.fullmatch(text) else unspaced().sub(r" \g<0> ", text)


def is_word(text: str) -> bool:
    """Whether anything in ``text`` can be looked for."""
    return any(character.isalnum() for character in text)


def can_begin(text: str, least: int = 2) -> bool:
    """Whether the last word of ``text`` is long enough to be looked for by its beginning.

    One letter begins half of all words: that is no search, and a slow one.
    """
    found = words(text)
    return bool(found) and len(found[-1][2]) >= least


def words(text: str) -> list[tuple[int, int, str]]:
    """The words of ``text``: start, end, and the form by which words are compared."""
    found: list[tuple[int, int, str]] = []
    for match in _run().finditer(text):
        start = match.start()
        for piece in _piece().finditer(match.group()):
            form = fold(piece.group())
            if form:
                found.append((start + piece.start(), start + piece.end(), form))
    return found


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word as it is compared."""
    return "".join(map(_fold, word)) if not word.isascii() else word.lower()


def _fold(character: str) -> str:
    if character in _DROPPED:
        return ""
    lower = _CASES.get(character) or character.lower()
    if len(lower) > 1:
        lower = character
    parts = unicodedata.normalize("NFD", lower)
    return parts[0] if len(parts) > 1 and parts[0].isascii() else lower


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    """A row of letters, digits and marks (Mn, Mc), which are not alphanumeric; made when it is first needed."""
    marks = [
        chr(code)
        for code in (*range(0x300, 0x3000), *range(0xA66F, 0xAC00), *range(0xFB1E, 0xFE30))
        if unicodedata.category(chr(code)) in ("Mn", "Mc")
    ]
    return re.compile(rf"(?:[^\W_]|[{''.join(marks)}])+")


@lru_cache(maxsize=1)
def _piece() -> re.Pattern[str]:
    """A character that is a word, or what stands between two; made when it is first needed."""
    one = unspaced().pattern
    return re.compile(rf"{one}|(?:(?!{one}).)+", re.DOTALL)
