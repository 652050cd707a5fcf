"""Text in terminal cells: how wide it is, where it breaks, and how it fits a column (Unicode TR 11 and TR 14)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
)
_CLOSING = "、。，．！？：；）」』】〕〉》”’…‥・ー々"
_OPENING = "（「『【〔〈《“‘"
_PIECES = re.compile(
    rf"\s+|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}]+[{_CLOSING}]*|[{_OPENING}{_CLOSING}]+"
)


def width(text: str) -> int:
    """How many cells a terminal gives to ``text``."""
    if text.isascii():
        return len(text)
    cells, joined = 0, False
    for character in text:
        if character == "\u200d":
            joined = True
        elif joined:
            joined = False
        elif unicodedata.category(character) not in ("Mn", "Me", "Cf"):
            cells += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return cells


def wrap(text: str, cells: int) -> list[str]:
    """``text`` in lines of at most ``cells``; its own line breaks stay. At least one line."""
    return [line for paragraph in text.split("\n") for line in _wrap_line(paragraph, max(cells, 2))]


def _wrap_line(text: str, cells: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for piece in _PIECES.findall(text):
        size = width(piece)
        if used + size > cells and not piece.isspace():
            if line.strip():
                lines.append(line.rstrip())
            line, used = "", 0
            if size > cells:
                *whole, line = _broken(piece, cells)
                lines += whole
                used = width(line)
                continue
        if line or not piece.isspace():
            line, used = line + piece, used + size
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _broken(word: str, cells: int) -> list[str]:
    """A word too long for a line, in pieces that fit; what is joined stays together. One look at each character."""
    pieces = []
    begin = used = 0
    joined = False
    for index, character in enumerate(word):
        size = 0 if joined else width(character)
        joined = character == "\u200d"
        if used + size > cells and index > begin:
            pieces.append(word[begin:index])
            begin, used = index, 0
        used += size
    return [*pieces, word[begin:]]


def cut(text: str, cells: int) -> str:
    """The longest beginning of ``text`` that fits, at least one character."""
    if width(text) <= cells:
        return text
    end, used = 0, 0
    for index, character in enumerate(text):
        used += width(character)
        if used > cells and index:
            break
        end = index + 1
    return text[:end]


def fit(text: str, cells: int) -> str:
    """``text`` in exactly ``cells``: filled with spaces, or cut with an ellipsis."""
    size = width(text)
    if size > cells:
        head = cut(text, cells - 1).rstrip()
        text = (head if width(head) < cells else "") + "…"[:cells]
        size = width(text)
    return text + " " * (cells - size)


def columns(rows: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """``rows`` of equal length as aligned lines; the last column is left as it is."""
    if not rows:
        return []
    sizes = [max(width(row[index]) for row in rows) for index in range(len(rows[0]) - 1)]
    return [
        gap.join([*(fit(cell, size) for cell, size in zip(row, sizes, strict=False)), row[-1]]).rstrip()
        for row in rows
    ]
