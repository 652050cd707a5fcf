"""What of an article can be compared with one in another language: its time, picture, names and numbers.

A sketch is small, so that a store may keep one for every article, and two of them are compared without
reading the articles. It is made of the title and the first sentences: what a feed's summary gives too.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import chain
from zlib import crc32

from tui_reader.languages import primary
from tui_reader.model import Article, BlockKind, Body
from tui_reader.patterns import late
from tui_reader.simple_html import HtmlBody
from tui_reader.stories.addresses import picture_key, shared_keys
from tui_reader.stories.claiming import guid_of
from tui_reader.stories.naming import name_key
from tui_reader.stories.numbering import numbers
from tui_reader.stories.tongues import tongue
from tui_reader.values import frozen

MAX_TEXT = 700  # characters after the title
MAX_TRAITS = 60
NAME, NUMBER, NEAR, PICTURE, ADDRESS = range(5)
_HASH = 0xFFFFFFE0
_KEY = 0xFFFFFFE7  # a trait without its weight
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_CAPITALS = "".join(letter for letter in map(chr, range(65, 0x590)) if letter.isupper())
_CAPITALISED = late(rf"(?<![^\W\d_])[{_CAPITALS}][^\W\d_]{{1,39}}")
_STARTS = frozenset(".!?…:\n")
_BETWEEN = frozenset(" \t\u00a0\"'“”„«»‘’([—–-")
# Capitalised in English or German, and no names.
_WORDS = (
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday januar februar märz mai juni juli oktober dezember montag "
    "dienstag mittwoch donnerstag freitag samstag sonnabend sonntag president präsident minister prime "
    "premierminister government parliament parlament photo photos foto fotos video videos live liveblog the in "
    "on at and for with from what how why who when der die das den dem des und mit von vom für ein eine im am "
    "mr mrs ms dr prof"
)
_NO_NAMES = frozenset(_WORDS.split())


@frozen
class Sketch:
    """``time`` in seconds since 1970, UTC; ``traits`` are unsigned 32-bit numbers, in order.

    A trait is a hash of 27 bits, a weight of two bits (0 to 3) and a kind of three bits: `NAME`, `NUMBER`,
    `NEAR` (a number rounded), `PICTURE` (the lead picture) or `ADDRESS` (a number in the address).
    """

    id: str
    language: str
    time: int
    traits: bytes

    def weights(self) -> dict[int, int]:
        """The weight of each trait by the trait without its weight."""
        return {trait & _KEY: trait >> 3 & 3 for trait in array("I", self.traits)}


def kind_of(key: int) -> int:
    """What a trait is: `NAME`, `NUMBER`, `NEAR`, `PICTURE` or `ADDRESS`."""
    return key & 7


def picture_of(traits: bytes) -> int | None:
    """The trait of the lead picture among a sketch's, or None where there is none."""
    return next((trait & _KEY for trait in array("I", traits) if kind_of(trait) == PICTURE), None)


def sketch(article: Article) -> Sketch | None:
    """The sketch of ``article``; None where it can't be compared: no time, no language, or no source."""
    time = time_of(article)
    if time is None or article.language is None or not article.source:
        return None
    return Sketch(article.id, tongue(article.language), time, traits(article))


def time_of(article: Article) -> int | None:
    """When ``article`` was published, seconds since 1970; a time without a zone is UTC."""
    if article.published is None:
        return None
    moment = article.published if article.published.tzinfo else article.published.replace(tzinfo=UTC)
    return (moment - _EPOCH) // timedelta(seconds=1)


def traits(article: Article) -> bytes:
    """The names, numbers, lead picture and address of ``article``, packed; names and numbers up to `MAX_TRAITS`."""
    text = _beginning(article)
    found: dict[int, int] = {}
    for key, weight in chain(_names(text, primary(article.language or "")), _numbers(text)):
        if weight > found.get(key, -1):
            found[key] = weight
    picked = list(found.items())
    if len(picked) > MAX_TRAITS:
        picked = sorted(picked, key=lambda item: (-item[1], item[0]))[:MAX_TRAITS]
    if (picture := _picture(article)) is not None:
        picked.append((picture, 3))
    picked += [(_trait(ADDRESS, value), 0) for value in shared_keys(article.url, guid_of(article))]
    return array("I", sorted(key | weight << 3 for key, weight in picked)).tobytes()


def _beginning(article: Article) -> str:
    parts = [article.title]
    room = MAX_TEXT
    for text in chain((article.lead,), _prose(article.body)):
        if text and text not in article.title:
            parts.append(text[:room])
            room -= len(text)
        if room <= 0:
            break
    return "\n".join(parts)


def _prose(body: Body) -> Iterable[str]:
    if isinstance(body, HtmlBody):
        return body.texts
    return (block.text for block in body if block.kind in _PROSE)


_PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST))


def _names(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Capitalised words. One that only begins a sentence may be any word, and weighs less."""
    for match in _CAPITALISED.finditer(text):
        key, weight = _name(match[0], language)
        if key:
            yield key, weight - 1 if weight and _begins(text, match.start()) else weight


@lru_cache(maxsize=60_000)
def _name(word: str, language: str) -> tuple[int, int]:
    key = name_key(word, language)
    if not key or word.casefold() in _NO_NAMES:
        return 0, 0
    return _trait(NAME, key), min(len(key) - 1, 3)


def _begins(text: str, place: int) -> bool:
    place -= 1
    while place >= 0 and text[place] in _BETWEEN:
        place -= 1
    return place < 0 or text[place] in _STARTS


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    for number in numbers(text):
        yield _trait(NUMBER, number.value), number.weight
        for near in number.near:
            yield _trait(NEAR, near), 2 if number.weight == 3 else 0  # a round one rounded is itself


def _picture(article: Article) -> int | None:
    key = picture_key(article.photos[0].url) if article.photos else None
    return _trait(PICTURE, key) if key is not None else None


def _trait(kind: int, value: str) -> int:
    return (crc32(value.encode("utf-8", "surrogatepass")) & _HASH) | kind
