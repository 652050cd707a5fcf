"""Captions in a plain text: which block tells a photo, and where its alternative text, caption and credit part."""

from __future__ import annotations

import re

from tui_reader.model import Photo
from tui_reader.vocabulary import CREDIT, credited, split_credit

MAX_CAPTION = 1000
MAX_UNCREDITED = 400
_LABELLED = re.compile(
    rf"(?:{'|'.join(re.escape(label) for label in sorted(CREDIT, key=len, reverse=True))})\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)
_QUOTES = str.maketrans("’‘`´“”„«»\u00a0", '\'\'\'\'""""" ')
_SENTENCE_START = re.compile(r"(?<=[.!?…:)])\s+(?=[^\W_])")


def photo_of(block: str, title: str, first: bool) -> Photo | None:
    """The photo that ``block`` tells of, or None. ``first`` says that it follows the headline at once.

    A block is a caption where it carries a labelled credit, or where it repeats the headline (as the photo's
    alternative text) and goes on. A caption that nothing tells from a paragraph stays a paragraph.
    """
    text = " ".join(block.split())
    if len(text) > MAX_CAPTION:
        return None
    rest = _after_title(text, title)
    if rest is not None:
        if credited(rest) or (
            len(rest) <= MAX_UNCREDITED and (first or len(title) >= 25) and not rest[0].islower()
        ):
            caption, credit = split_credit(rest)
            return Photo(alt=title, caption=caption, credit=credit)
        return None
    found = credited(text)
    if found is None:
        return _labelled(text)
    caption, credit = found
    if caption is None:
        return _labelled(text) or Photo(credit=credit)
    alt, caption = _parted(caption)
    return Photo(alt=alt, caption=caption, credit=credit)


def _labelled(text: str) -> Photo | None:
    """``Photo: A man walks along the beach.`` is a caption after a label, not a name."""
    label = _LABELLED.match(text)
    if label is None or len(text) > MAX_UNCREDITED:
        return None
    rest = text[label.end() :]
    words = rest.split()
    small = sum(word[:1].islower() for word in words)
    if len(words) >= 6 and small * 2 >= len(words):
        caption, credit = split_credit(rest)
        return Photo(caption=caption, credit=credit)
    return None


def _after_title(text: str, title: str) -> str | None:
    """What follows the headline in a block that repeats it, or None."""
    title = " ".join(title.split())
    if len(title) < 8 or len(text) <= len(title) + 1:
        return None
    if text[: len(title)].translate(_QUOTES).casefold() != title.translate(_QUOTES).casefold():
        return None
    rest = text[len(title) :]
    if rest[0].isalnum() and title[-1].isalnum():
        return None
    return rest.lstrip(" .:–—-|") or None


def _parted(caption: str) -> tuple[str | None, str]:
    """A caption without the alternative text glued before it, where a repetition shows the seam."""
    if (end := _repetition(caption)) > 0:
        return caption[:end], caption[end + 1 :]
    words = caption.translate(_QUOTES).casefold().split()
    opening = " ".join(words[:4])
    if len(words) >= 10 and len(opening) >= 15:
        for seam in _SENTENCE_START.finditer(caption):
            if caption[seam.end() :].translate(_QUOTES).casefold().startswith(opening):
                return caption[: seam.start()], caption[seam.end() :]
    return None, caption


def _repetition(text: str) -> int:
    """Where the first of two texts ends that close with the same words, or 0."""
    best, least = 0, 29
    for index in range(20, len(text) - 20):
        if text[index] != " ":
            continue
        room, same = len(text) - index - 1, 0
        while same < min(index, room) and text[index - 1 - same] == text[-1 - same]:
            same += 1
        if same > least:
            best, least = index, same
    return best
