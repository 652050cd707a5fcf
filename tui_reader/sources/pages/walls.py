"""Tells a page that keeps its reader out, a login or a consent to cookies, from an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_reader.model import Block, BlockKind
from tui_reader.vocabulary import is_missing, is_wall

MOST = 4000  # characters: an article about such pages is longer, or calls itself an article
MOST_WORDS = 900  # characters of what an error page says
SHARE = 0.4  # of them


def is_a_wall(blocks: Sequence[Block]) -> bool:
    """Whether a large part of a short text asks its reader to log in, to subscribe or to agree."""
    parts = [line for block in blocks if block.kind is not BlockKind.PHOTO for line in block.text.split("\n")]
    total = sum(map(len, parts))
    return 0 < total <= MOST and sum(len(part) for part in parts if is_wall(part)) >= SHARE * total


def says_nothing_is_there(titles: Iterable[str], text: str) -> bool:
    """Whether a page of few words, by its title, is one that servers send in the place of what was asked for."""
    return len(text) <= MOST_WORDS and any(map(is_missing, titles))
