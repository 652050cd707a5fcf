"""The one gate that makes foreign text safe to store and to print.

Whatever a stranger wrote passes here when it is read and again when it is shown. What comes out holds no
control character, no bidirectional control, no lone surrogate and no run of invisible characters, so a
terminal can only draw it (see Unicode TR 36 and TR 9, ECMA-48). Both functions are idempotent. What
languages need stays: ZWJ in emoji and Indic scripts, ZWNJ in Persian, combining marks up to four.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

# Bidi_Control, invisible operators, annotation marks, tags, noncharacters, line separators as U+2028.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[^\\S\n]+")
_AROUND_BREAK = re.compile(" ?\n ?")
_MANY_BREAKS = re.compile("\n{3,}")
_JOINERS = "\u200c\u200d"
_JOINER = re.compile("[\u200c\u200d]+")
# Neither letters, digits, spaces nor ASCII signs: only in such a row can there be too many marks.
_UNSPOKEN = re.compile(r"[^\w\s!-~]{5,}")
# Composed letters, signs and punctuation that no rule here changes, ASCII aside: most of what Europe writes. For a class.
PLAIN = r"\u0400-\u0482\u048a-\u04ff\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116"
_PLAIN = re.compile(f"[ -~{PLAIN}]*")
_PLAIN_LINES = re.compile(_PLAIN.pattern.replace("[", "[\n", 1))
_PLAIN_ADDRESS = re.compile("[!-~]*")
MAX_MARKS = 4


def _joiner(match: re.Match[str]) -> str:
    """Keep one joiner between two visible characters of which none is plain ASCII; drop every other."""
    text, start, end = match.string, match.start(), match.end()
    if start == 0 or end == len(text):
        return ""
    before, after = text[start - 1], text[end]
    if before.isspace() or after.isspace() or before.isascii() or after.isascii():
        return ""
    return match.group()[0]


def _few_marks(match: re.Match[str]) -> str:
    """At most `MAX_MARKS` characters in a row that take no cell, of whatever script."""
    kept: list[str] = []
    marks = 0
    for character in match.group():
        unseen = unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf")
        marks = marks + 1 if unseen else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def _safe(text: str) -> str:
    # Marks are cut before they are put in order: for a long run of them normalizing takes quadratic time.
    text = _UNSPOKEN.sub(_few_marks, _FORBIDDEN.sub("", text))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if any(joiner in text for joiner in _JOINERS):
        text = _JOINER.sub(_joiner, text)
    return text


def clean_line(text: str) -> str:
    """``text`` as one safe line: every run of white space is one space, none at the ends."""
    if _PLAIN.fullmatch(text) and "  " not in text:
        return text.strip()
    return _settle(lambda value: " ".join(_safe(_BREAKS.sub(" ", value)).split()), text)


def are_clean(lines: Sequence[str]) -> bool:
    """Whether each of ``lines`` surely is what `clean_line` makes of it, and not empty: one look at all of them."""
    text = "\n".join(lines)
    return (
        _PLAIN_LINES.fullmatch(text) is not None
        and "  " not in text
        and text.count("\n") == max(len(lines) - 1, 0)
        and all(line and line[0] != " " and line[-1] != " " for line in lines)
    )


def clean_text(text: str) -> str:
    """``text`` as safe lines: line breaks stay (two at most in a row), other white space is one space."""
    if _PLAIN_LINES.fullmatch(text) and not any(change in text for change in ("  ", " \n", "\n ", "\n\n\n")):
        return text.strip()
    return _settle(_lines, text)


def clean_code(text: str) -> str:
    """``text`` as safe preformatted lines: indentation stays, a tab is four spaces."""

    def once(value: str) -> str:
        value = _safe(_BREAKS.sub("\n", value).expandtabs(4))
        return "\n".join(line.rstrip() for line in value.split("\n")).strip("\n")

    return _settle(once, text)


def clean_address(text: str) -> str:
    """An address safe to print and to hand on: no white space, no control or bidirectional character."""
    if is_clean_address(text):
        return text
    return _settle(lambda value: "".join(_safe(_BREAKS.sub("", value)).split()), text)


def is_clean_address(text: str) -> bool:
    """Whether a text has no sign that `clean_address` would change: none but visible ASCII."""
    return _PLAIN_ADDRESS.fullmatch(text) is not None


def _lines(text: str) -> str:
    text = _SPACES.sub(" ", _safe(_BREAKS.sub("\n", text)))
    return _MANY_BREAKS.sub("\n\n", _AROUND_BREAK.sub("\n", text)).strip()


def _settle(step: Callable[[str], str], text: str) -> str:
    """Apply ``step`` until nothing changes: dropping one character may bring two others together."""
    while (done := step(text)) != text:
        text = done
    return text
