"""Breaking text into lines that fit a number of terminal columns.

Pure: text in, offsets out, so that what stands on a character (a link) can be found again on its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from tui_reader.clean import PLAIN

# A word with the spaces after it; scripts without spaces break between any two characters, except before
# closing and after opening punctuation (a plain reading of UAX 14).
_WORD = re.compile(r"[^\s]+\s*|\s+")
_NO_START = frozenset("、。，．・：；！？）」』】〕〉》”’ー…ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]}»")
_NO_END = frozenset("（「『【〔〈《“‘([{«")

# Characters that take one column each, as most of what Europe writes does: nothing else need be measured.
NARROW = re.compile(f"[ -~{PLAIN}]*")

Piece = tuple[int, int]
# Where a word may be broken, as offsets in it; see `app.hyphens`.
Breaks = Callable[[str], Sequence[int]]
_LETTERS = re.compile(r"[^\W\d_]{5,}")


@cache
def _ideograph() -> re.Pattern[str]:
    """Made when it is first needed: most texts have none."""
    return re.compile("[\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d\u0e00-\u0e7f]")


class Cut(NamedTuple):
    """A line: where it starts and ends, and whether a hyphen stands after it, for which there is room."""

    start: int
    end: int
    hyphen: bool = False


def wrap(text: str, width: int) -> list[Piece]:
    """Where each line of ``text`` starts and ends (offsets, trailing spaces left out), ``width`` ≥ 1 columns.

    A line break in the text breaks the line; an empty text is one empty line. A word that is wider than a
    line is broken where the line ends.
    """
    return [(cut.start, cut.end) for cut in cut_lines(text, width)]


def cut_lines(text: str, width: int, breaks: Breaks | None = None) -> list[Cut]:
    """The same as lines that may end in a hyphen, where ``breaks`` says so."""
    cuts: list[Cut] = []
    start = 0
    for paragraph in text.split("\n"):
        cuts.extend(_wrap_paragraph(text, start, start + len(paragraph), max(1, width), breaks))
        start += len(paragraph) + 1
    return cuts


def _wrap_paragraph(text: str, start: int, end: int, width: int, breaks: Breaks | None) -> list[Cut]:
    narrow = NARROW.fullmatch(text, start, end) is not None
    measure: Callable[[str], int] = len if narrow else cell_len
    if measure(text[start:end]) <= width:
        return [Cut(start, end)]
    cuts: list[Cut] = []
    line_start = position = start
    used = 0
    for begin, word_end in _words(text, start, end, narrow=narrow):
        word_start, bare = begin, text[begin:word_end].rstrip()
        if used and used + measure(bare) > width:
            at = _hyphen(bare, width - used - 1, breaks) if breaks is not None else 0
            word_start += at
            ended = Cut(line_start, word_start, hyphen=True)
            cuts.append(ended if at else Cut(line_start, _rstrip(text, line_start, position)))
            line_start, used, bare = word_start, 0, bare[at:]
        if measure(bare) > width:
            *full, line_start = _split_word(text, word_start, word_start + len(bare), width)
            cuts.extend(map(Cut, full, [*full[1:], line_start]))
            used = measure(text[line_start:word_end])
        else:
            used += measure(text[word_start:word_end])
        position = word_end
    cuts.append(Cut(line_start, _rstrip(text, line_start, end)))
    return cuts


def _hyphen(word: str, room: int, breaks: Breaks) -> int:
    """The last place in ``word`` where it may be broken so that it fits into ``room`` columns; 0 where there is none."""
    found = _LETTERS.search(word)
    if found is None or "-" in word or "/" in word:  # an address, or a word that has hyphens of its own
        return 0
    places = (found.start() + place for place in breaks(found.group()))
    return max((place for place in places if cell_len(word[:place]) <= room), default=0)


def _words(text: str, start: int, end: int, *, narrow: bool) -> list[Piece]:
    found = _WORD.finditer(text, start, end)
    if narrow or not any("\u0e00" <= one <= "\u0e7f" or one >= "\u2e80" for one in set(text)):
        return [match.span() for match in found]
    words: list[Piece] = []
    ideograph = _ideograph()
    for match in found:
        if ideograph.search(match.group()):
            words.extend(_characters(text, match.start(), match.end()))
        else:
            words.append(match.span())
    return words


def _characters(text: str, start: int, end: int) -> list[Piece]:
    """Break points inside a run of a script that is written without spaces."""
    pieces: list[Piece] = []
    begin = start
    for index in range(start + 1, end):
        before, after = text[index - 1], text[index]
        joined = (
            after in _NO_START
            or before in _NO_END
            or after.isspace()
            or not get_character_cell_size(after)
            or not (_ideograph().match(before) or _ideograph().match(after))
        )
        if not joined:
            pieces.append((begin, index))
            begin = index
    pieces.append((begin, end))
    return pieces


def _split_word(text: str, start: int, end: int, width: int) -> list[int]:
    """The starts of the lines that a too wide word takes."""
    starts, used = [start], 0
    for index in range(start, end):
        size = get_character_cell_size(text[index])
        if used and used + size > width:
            starts.append(index)
            used = 0
        used += size
    return starts


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def shorten(text: str, width: int) -> str:
    """``text`` in at most ``width`` columns, with an ellipsis where something was cut."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    used = 0
    for index, character in enumerate(text):
        used += get_character_cell_size(character)
        if used > width - 1:
            return text[:index].rstrip() + "…"
    return text


def in_lines(text: str, lines: int, width: int) -> tuple[str, list[Piece]]:
    """The start of ``text`` that fits ``lines`` lines of ``width`` columns, and where each of them starts and ends.

    It ends in an ellipsis where something was cut; the last line takes in the breaks after it as spaces. Offsets
    in front of the ellipsis are those of the whole text.
    """
    pieces = wrap(text, width)
    if len(pieces) <= lines:
        return text, pieces
    if lines <= 0:
        return text, []
    start = pieces[lines - 1][0]
    text = text[:start] + shorten(text[start:].replace("\n", " "), width)
    return text, [*pieces[: lines - 1], (start, len(text))]
