"""Breaking text into lines that fit a number of terminal columns.

Pure: text in, offsets out, so that what stands on a character (a link) can be found again on its line.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, get_character_cell_size

# A word with the spaces after it; scripts without spaces break between any two characters, except before
# closing and after opening punctuation (a plain reading of UAX 14).
_WORD = re.compile(r"[^\s]+\s*|\s+")
_IDEOGRAPH = re.compile("[\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d\u0e00-\u0e7f]")
_NO_START = frozenset("、。，．・：；！？）」』】〕〉》”’ー…ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]}»")
_NO_END = frozenset("（「『【〔〈《“‘([{«")

Piece = tuple[int, int]


def wrap(text: str, width: int) -> list[Piece]:
    """Where each line of ``text`` starts and ends (offsets, trailing spaces left out), ``width`` ≥ 1 columns.

    A line break in the text breaks the line; an empty text is one empty line. A word that is wider than a
    line is broken where the line ends.
    """
    pieces: list[Piece] = []
    start = 0
    for paragraph in text.split("\n"):
        pieces.extend(_wrap_paragraph(text, start, start + len(paragraph), max(1, width)))
        start += len(paragraph) + 1
    return pieces


def _wrap_paragraph(text: str, start: int, end: int, width: int) -> list[Piece]:
    if cell_len(text[start:end]) <= width:
        return [(start, end)]
    pieces: list[Piece] = []
    line_start = position = start
    used = 0
    for word_start, word_end in _words(text, start, end):
        bare = text[word_start:word_end].rstrip()
        needed = cell_len(bare)
        if used and used + needed > width:
            pieces.append((line_start, _rstrip(text, line_start, position)))
            line_start, used = word_start, 0
        if needed > width:
            *full, line_start = _split_word(text, word_start, word_start + len(bare), width)
            pieces.extend(zip(full, [*full[1:], line_start], strict=True))
            used = cell_len(text[line_start:word_end])
        else:
            used += cell_len(text[word_start:word_end])
        position = word_end
    pieces.append((line_start, _rstrip(text, line_start, end)))
    return pieces


def _words(text: str, start: int, end: int) -> list[Piece]:
    words: list[Piece] = []
    for match in _WORD.finditer(text, start, end):
        if _IDEOGRAPH.search(match.group()):
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
            or not (_IDEOGRAPH.match(before) or _IDEOGRAPH.match(after))
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
