"""The layout of a plain text: which lines belong together, which are tabs, lists, quotes and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from tui_reader.languages import from_label

_BREAKS = re.compile("\r\n?|[\x0b\x85\u2028]")
_EMPTY = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|[\x0c\u2029]")
_BULLET = re.compile(r"\s*(?:[-*+•‣▪■●○◦]|[–—·](?=\s))\s+(?=\S)")
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")
_RULE = re.compile(r"[\s\-_=*~•·.#—–]{3,}")
_WIDE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")
_SURE_BULLETS = "-*+•‣▪■●○◦"
WRAP_LIMIT = 100


def split(text: str) -> list[str]:
    """The blocks of ``text``: parted by empty lines, hard-wrapped lines joined, rules and blanks left out."""
    text = _BREAKS.sub("\n", text.lstrip("\ufeff"))
    blocks = [_trimmed(block) for block in _EMPTY.split(text)]
    blocks = [block for block in blocks if block and not _RULE.fullmatch(block)]
    if len(blocks) <= 2 and sum(block.count("\n") for block in blocks) >= 3 and not _wrapped(blocks):
        return [line for block in blocks for line in block.split("\n") if line]
    width = _wrapped(blocks)
    if width:
        return [_joined(block, width) for block in blocks]
    return _with_lists(part for block in blocks for part in _paragraphs(block))


def _with_lists(blocks: Iterable[str]) -> list[str]:
    """Points that stand apart, each a block with the same bullet, are one list."""
    done: list[str] = []
    for block in blocks:
        if (
            done
            and block[0] in _SURE_BULLETS
            and done[-1][0] == block[0]
            and is_list([block])
            and is_list(done[-1:])
        ):
            done[-1] += "\n" + block
        else:
            done.append(block)
    return done


def _trimmed(block: str) -> str:
    return "\n".join(line.strip() for line in block.strip().split("\n") if line.strip())


def _wrapped(blocks: list[str]) -> int:
    """The width at which the lines were broken, or 0: no line but a block's last could take its next word."""
    lines = [block.split("\n") for block in blocks]
    longest = max((len(line) for block in lines for line in block), default=0)
    if not 40 <= longest <= WRAP_LIMIT:
        return 0
    long_blocks = [block for block in lines if len(block) >= 3 and not is_list(block)]
    fitting = [block for block in long_blocks if _breaks_at(block, max(map(len, block)))]
    return longest if fitting and len(fitting) * 2 > len(long_blocks) else 0


def _breaks_at(lines: list[str], width: int) -> bool:
    return all(
        len(line) + 1 + len(after.split(" ", 1)[0]) > width * 0.95 and not _BULLET.match(after)
        for line, after in pairwise(lines)
    )


def _joined(block: str, width: int) -> str:
    lines = block.split("\n")
    if (
        len(lines) < 2
        or is_list(lines)
        or lines[0].startswith(">")
        or not _breaks_at(lines, int(width * 0.8))
    ):
        return block
    text = lines[0]
    for line in lines[1:]:
        glue = "" if _WIDE.fullmatch(text[-1:]) and _WIDE.fullmatch(line[:1]) else " "
        text = text + glue + line
    return text


def _paragraphs(block: str) -> list[str]:
    """A block of several long lines is as many paragraphs; short lines stay together (verse, addresses)."""
    lines = block.split("\n")
    if len(lines) >= 3 and sum(map(len, lines)) / len(lines) > 120:
        return lines
    return [block]


def is_list(lines: list[str]) -> bool:
    """Whether every line is a bullet point, or all are numbered from 1 on."""
    if all(_BULLET.match(line) for line in lines):
        return len(lines) > 1 or lines[0][:1] not in "–—"
    numbers = [int(found[1]) if (found := _NUMBER.match(line)) else 0 for line in lines]
    return len(lines) > 1 and numbers == list(range(1, len(lines) + 1))


def is_ordered(line: str) -> bool:
    """Whether a list's line is numbered."""
    return _NUMBER.match(line) is not None


def without_mark(line: str) -> str:
    """A list's line without its bullet or number."""
    return (_BULLET if _BULLET.match(line) else _NUMBER).sub("", line, count=1).strip()


_AROUND_TABS = re.compile(
    r"(?:languages?|мова|мови|язык|языки|sprachen?|langues?|idiomas?|lingue?|język|言語|언어)\s*[:：]\s*",
    re.I,
)
_BETWEEN = re.compile(r"\s*[|/\\·•,;:｜／、・]+\s*|\s+[-–—>»]+\s+|\t+|\s{2,}|\n")
_TAB_MARKS = " \t\u00a0[](){}*_✓✔▼▾▸►•"
MAX_TABS = 40


def tabs(line: str) -> tuple[str, ...]:
    """The languages that a line of tabs names, in its order (``ua en ru``, ``EN / DE``, ``日本語 English``), or ().

    Everything on the line must be a language's code, short form or name, and there must be two of them.
    """
    text = _AROUND_TABS.sub("", line.strip(), count=1)
    if not 4 <= len(text) <= 400:
        return ()
    parts = [part.strip(_TAB_MARKS) for part in _BETWEEN.split(text)]
    labels: list[str] = []
    for part in filter(None, parts):
        found = _labels(part)
        if not found:
            return ()
        labels += found
    languages = [tag for label in labels if (tag := from_label(label)) is not None]
    unique = tuple(dict.fromkeys(languages))
    parted = len([part for part in parts if part]) > 1
    if len(unique) < 2 or len(labels) > MAX_TABS or not (parted or _alike(labels)):
        return ()
    return unique


def _labels(part: str) -> list[str]:
    """``part`` cut into labels, the longest name first (``Bahasa Indonesia`` is one), or [] where it can't be."""
    words, done = part.split(), []
    while words:
        for count in (3, 2, 1):
            label = " ".join(words[:count]).strip(_TAB_MARKS)
            short = count > 1 and all(len(word) <= 3 and word.isascii() for word in words[:count])
            if count <= len(words) and not short and from_label(label) is not None:
                done.append(label)
                words = words[count:]
                break
        else:
            pieces = words[0].split("-")
            if len(pieces) < 2 or not all(from_label(piece) for piece in pieces):
                return []
            done += pieces
            words = words[1:]
    return done


def _alike(labels: list[str]) -> bool:
    """Two ordinary words can be codes (``It is``): codes on a line without separators share their case."""
    codes = [label for label in labels if len(label) <= 2 and label.isascii()]
    if not codes:
        return True
    return len(codes) == len(labels) and (
        all(map(str.isupper, codes)) or all(map(str.islower, codes)) or len(codes) > 2
    )


_END = re.compile(r"[.。．｡؟।։…,，、;；:：][\"'”»“’」』)）\]]*$")
_QUESTION_ENDED = re.compile(r"[?!？！][\"'”»“’]$")
_DIALOGUE = re.compile(r"^(?:[–—―-]|[-*•]\s|>)")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S|^\S+\.(?:com|org|net|de|ua|ru|co\.uk|fr|info|io|gov|edu)(?:/\S*)?$|^\S+@\S+$",
    re.I,
)
_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!]\s+\S.*[^\W\d_]{3,}|[。！？].")
_MARKED = re.compile(r"^(?:#{1,6}\s|[◆■●▼▲【§]|\d{1,2}[:.]\d\d\b|\d{1,2}[.)]\s+[^\W\d_])")
_CONTINUED = re.compile(
    r"(?:…|\.\.)|(?:so|but|and|und|aber|doch|oder|mais|et|pero|y|ma|e|a|ale|і|й|та|але|а|и|но)\s.*\?$",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"^(\*\*|__)(.+)\1$")
MAX_HEADING = 130
MAX_WIDE_HEADING = 45


def heading_like(line: str) -> bool:
    """Whether a line can be a sub-heading by itself: short, no sentence, no dialogue, no address."""
    wide = len(_WIDE.findall(line))
    if "\n" in line or len(line) > MAX_HEADING or wide > MAX_WIDE_HEADING or len(line) < 2:
        return False
    if not any(character.isalnum() for character in line):
        return False
    if _MARKED.match(line) and not _END.search(line):
        return True
    if _END.search(line) or _ADDRESS.search(line) or _CONTINUED.match(line):
        return False
    if _DIALOGUE.match(line) and (line[0] not in "–—" or line[-1] in "?!" or len(line) > 60):
        return False
    if line[0].islower() and not line[1:2].isupper():
        return False
    return not _SENTENCES.search(line) and not _QUESTION_ENDED.search(line)


def is_marked(line: str) -> bool:
    """Whether a short line begins as only headings do: with a sign, a number or a time."""
    return _MARKED.match(line) is not None


def heading_text(line: str) -> str:
    """A heading's text without the marks that some put before or around it."""
    line = re.sub(r"^#{1,6}\s+", "", line)
    if (emphasis := _EMPHASIS.match(line)) is not None:
        line = emphasis[2]
    return line.strip()
