"""Doubles: the same text in one language from several sources, as agencies send it and as one publisher's feeds repeat it.

Pure. Two articles of different sources in one language are doubles where their addresses are the same, once trackers,
campaign marks and fragments are gone, or where their headlines are the same word for word, at most `HOUR` apart, and say
enough: four words with twenty letters, and beginnings of the texts that share half of their words; from eight words on it
is enough that the beginnings don't speak of something else. A headline or an address that a source has twice says nothing.

Stories go together as a whole, and no two of one source: what is surest joins first. The same articles give the same
lines, in whatever order they came.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from tui_reader.patterns import late
from tui_reader.stories.keys import key_of

HOUR = 3600  # seconds between the times of two articles with one headline
MAX_SOURCES = 50  # an address or a headline that more articles have is no article's

_WORDS, _LETTERS = 4, 20
_LONG = 8  # words of a headline that nobody else writes by chance
_DENSE, _LONG_DENSE = 12, 20  # the same in characters of scripts that write no spaces
_ALIKE, _NEAR = 0.5, 0.15  # shares of the words of two beginnings
_FEW = 5  # words of a beginning that say too little to compare
_WORD = re.compile(r"\w+")
_SPACELESS = late(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Telling(NamedTuple):
    """One article as it may be a double: ``language`` None where nobody knows it, ``published`` in seconds since 1970, UTC."""

    id: str
    source: str
    language: str | None
    story: int
    address: int | None
    heading: int | None
    published: int | None
    title: str
    summary: str


def heading(title: str) -> int | None:
    """The key of a headline; None where it says too little to be known again."""
    words = _WORD.findall(title.casefold())
    letters = "".join(words)
    if len(letters) < _DENSE or (
        (len(words) < _WORDS or len(letters) < _LETTERS) and _dense(letters) < _DENSE
    ):
        return None
    return key_of("heading", " ".join(words))


def lines(tellings: Iterable[Telling]) -> list[set[int]]:
    """The stories that stand in one line, each story in one set."""
    articles = sorted(tellings)
    line = {article.story: {article.story} for article in articles}
    sources: dict[int, set[str]] = defaultdict(set)
    for article in articles:
        sources[article.story].add(article.source)
    for _, _, one, other in sorted(
        _pairs(articles), key=lambda pair: (pair[0], pair[1], pair[2].id, pair[3].id)
    ):
        left, right = line[one.story], line[other.story]
        if left is right or any(sources[a] & sources[b] for a in left for b in right):
            continue
        left |= right
        for story in right:
            line[story] = left
    return list({id(stories): stories for stories in line.values()}.values())


_Pair = tuple[int, int, Telling, Telling]


def _pairs(articles: Sequence[Telling]) -> Iterator[_Pair]:
    """Doubles with how they are known (0: by their addresses) and how many seconds apart they are."""
    by_address: dict[object, list[Telling]] = defaultdict(list)
    by_heading: dict[object, list[Telling]] = defaultdict(list)
    for article in articles:
        if article.address is not None:
            by_address[article.address, article.language].append(article)
        if article.heading is not None and article.published is not None:
            by_heading[article.heading, article.language].append(article)
    for found in by_address.values():
        if 1 < len(found) <= MAX_SOURCES and max(Counter(one.source for one in found).values()) == 1:
            yield from ((0, _apart(one, other) or 0, one, other) for one, other in combinations(found, 2))
    for found in by_heading.values():
        if 1 < len(found) <= MAX_SOURCES:
            yield from _of_heading(found)


def _of_heading(found: Sequence[Telling]) -> Iterator[_Pair]:
    repeated = {
        one.id
        for one, other in combinations(found, 2)
        if one.source == other.source and _near(one, other)
        for one in (one, other)
    }
    for one, other in combinations([one for one in found if one.id not in repeated], 2):
        if one.source != other.source and _near(one, other) and _same_text(one, other):
            yield 1, _apart(one, other) or 0, one, other


def _near(one: Telling, other: Telling) -> bool:
    apart = _apart(one, other)
    return apart is not None and apart <= HOUR


def _apart(one: Telling, other: Telling) -> int | None:
    if one.published is None or other.published is None:
        return None
    return abs(one.published - other.published)


def _same_text(one: Telling, other: Telling) -> bool:
    """Whether the beginnings of two texts with one headline leave no doubt that they are one text."""
    words = _WORD.findall(one.title.casefold())
    is_long = len(words) >= _LONG or _dense("".join(words)) >= _LONG_DENSE
    left, right = _words(one.summary), _words(other.summary)
    if min(len(left), len(right)) < _FEW:
        return is_long
    return len(left & right) / min(len(left), len(right)) >= (_NEAR if is_long else _ALIKE)


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    found: set[str] = set()
    for word in _WORD.findall(text.casefold()):
        if _dense(word) > 1:
            found.update(word[place : place + 2] for place in range(len(word) - 1))
        elif len(word) > 2:
            found.add(word)
    return frozenset(found)


def _dense(text: str) -> int:
    return 0 if text.isascii() else len(_SPACELESS.findall(text))
