"""Text that takes the same number of columns in every terminal.

A family of emoji, a flag, a skin tone, a coloured heart or a digit in a box is one sign of two columns in some terminals and several
in others, which pushes everything behind it out of its column. Drawn here are the signs that it is made of; in the library
and in what is exported it stays as it was written. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from tui_reader.model import Article, Block, InlineLink

_UNSTEADY = re.compile(
    "[\u0488\u0489\u1abe\u200d\u20dd-\u20e4\ua670-\ua672\ufe0e\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
)
_FLAG_A, _FLAG_Z = 0x1F1E6, 0x1F1FF
_TONES = range(0x1F3FB, 0x1F400)


def steady(text: str) -> str:
    """``text`` without what terminals disagree on: flags as letters, emoji side by side."""
    return "".join(_kept(text)) if _UNSTEADY.search(text) else text


def steady_article(article: Article) -> Article:
    """The same of everything of ``article`` that is drawn; links keep their words."""
    lead = steady(article.lead) if article.lead else None
    return replace(
        article,
        title=steady(article.title),
        lead=lead,
        body=tuple(_block(block) for block in article.body),
        photos=tuple(
            replace(photo, alt=_maybe(photo.alt), caption=_maybe(photo.caption), credit=_maybe(photo.credit))
            for photo in article.photos
        ),
        related=tuple(replace(link, title=steady(link.title)) for link in article.related),
    )


def _maybe(text: str | None) -> str | None:
    return steady(text) if text else text


def _block(block: Block) -> Block:
    texts = (block.text, *block.items, *(cell for row in block.rows for cell in row))
    if not any(map(_UNSTEADY.search, texts)):
        return block
    kept = _kept(block.text)
    places = [0]
    for piece in kept:
        places.append(places[-1] + len(piece))
    return replace(
        block,
        text="".join(kept),
        items=tuple(map(steady, block.items)),
        rows=tuple(tuple(map(steady, row)) for row in block.rows),
        links=tuple(_link(link, places) for link in block.links),
    )


def _link(link: InlineLink, places: list[int]) -> InlineLink:
    last = len(places) - 1
    return replace(link, start=places[min(link.start, last)], end=places[min(link.end, last)])


def _kept(text: str) -> list[str]:
    """What is drawn for each character."""
    return [_drawn(text, place, character) for place, character in enumerate(text)]


def _drawn(text: str, place: int, character: str) -> str:
    code = ord(character)
    if character in "\ufe0e\ufe0f" or unicodedata.category(character) == "Me":
        return ""
    if _FLAG_A <= code <= _FLAG_Z:
        return chr(ord("A") + code - _FLAG_A)
    before = text[place - 1] if place else " "
    if code in _TONES:
        return character if before.isspace() else ""
    if character == "\u200d":
        after = text[place + 1] if place + 1 < len(text) else " "
        return "" if _is_sign(before) or _is_sign(after) else character
    return character


def _is_sign(character: str) -> bool:
    return character in "\ufe0e\ufe0f" or unicodedata.category(character) in ("So", "Sk")
