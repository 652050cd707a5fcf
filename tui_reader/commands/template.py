r"""Templates of ``list --format``: ``{published:%Y-%m-%d} {source:12.12} {title}``, by the keys of ``list --json``.

After a colon a time takes what `strftime` takes, and everything else an alignment (``<`` ``>`` ``^``), a width and
after a dot a greatest width, both in terminal cells. ``{{`` and ``}}`` are braces; ``\t``, ``\n`` and ``\\`` a tab, a
line break and a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from tui_reader.config_check import nearest
from tui_reader.errors import UsageError
from tui_reader.rendering.cells import fit, width
from tui_reader.words import tr

TIMES = ("published",)
MAX_CELLS = 500
_PIECE = re.compile(
    r"(?P<brace>\{\{|\}\})|(?P<escape>\\.)|\{(?P<key>[^{}:]*)(?P<spec>:[^{}]*)?\}|(?P<text>[^{}\\]+)"
)
_SPEC = re.compile(r"(?P<side>[<>^])?(?P<width>\d{1,4})?(?:\.(?P<most>\d{1,4}))?")
_ESCAPES = {"\\t": "\t", "\\n": "\n", "\\\\": "\\"}

Values = Mapping[str, Any]
Piece = Callable[[Values], str]


def compiled(template: str, keys: Collection[str]) -> Callable[[Values], str]:
    """What makes a line of an object with ``keys``. Raises UsageError that says at which column it is wrong."""
    pieces: list[Piece] = []
    place = 0
    while place < len(template):
        match = _PIECE.match(template, place)
        if match is None:
            what = (
                tr("opens and is not closed")
                if template[place] == "{"
                else tr("stands alone; write it twice")
            )
            raise _wrong(place, f"“{template[place]}” {what}")
        pieces.append(_piece(match, place, keys))
        place = match.end()
    return lambda values: "".join(piece(values) for piece in pieces)


def _piece(match: re.Match[str], place: int, keys: Collection[str]) -> Piece:
    key, spec = match["key"], (match["spec"] or ":")[1:]
    if key is None:
        return _literal(match, place)
    if key not in keys:
        hint = nearest(key, keys) or tr("; there are {keys}", keys=", ".join(keys))
        raise _wrong(place, tr("there is no “{key}”{hint}", key=key, hint=hint))
    if key in TIMES:
        return lambda values: _time(values[key], spec)
    found = _SPEC.fullmatch(spec)
    if found is None:
        raise _wrong(place, tr("“{spec}” is not a width; widths are like 12, >5, 12.12 or .40", spec=spec))
    size, most = int(found["width"] or 0), int(found["most"] or MAX_CELLS)
    if max(size, most) > MAX_CELLS:
        raise _wrong(place, tr("“{spec}” is wider than {max_cells}", spec=spec, max_cells=MAX_CELLS))
    bounded = found["most"] is not None
    side = found["side"] or "<"
    return lambda values: _padded(_text(values[key]), size, most if bounded else None, side)


def _literal(match: re.Match[str], place: int) -> Piece:
    text = match.group()
    if match["brace"]:
        text = text[0]
    elif match["escape"]:
        if text not in _ESCAPES:
            raise _wrong(place, tr("“{text}” means nothing; there are \\t, \\n and \\\\", text=text))
        text = _ESCAPES[text]
    return lambda _: text


def _wrong(place: int, message: str) -> UsageError:
    return UsageError(tr("--format, column {place}: {message}", place=place + 1, message=message))


def _time(value: str | None, spec: str) -> str:
    """A time of the JSON object in the reader's own zone."""
    if value is None:
        return ""
    moment = datetime.fromisoformat(value).astimezone()
    return moment.strftime(spec or "%Y-%m-%d %H:%M")


def _text(value: Any) -> str:
    """A value in words: as JSON has truth values, nothing for null, the parts of a list by spaces."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " ".join(map(str, value))
    return "" if value is None else str(value)


def _padded(text: str, size: int, most: int | None, side: str) -> str:
    if most is not None and width(text) > most:
        text = fit(text, most).rstrip()
    room = max(0, size - width(text))
    left = {"<": 0, ">": room, "^": room // 2}[side]
    return " " * left + text + " " * (room - left)
