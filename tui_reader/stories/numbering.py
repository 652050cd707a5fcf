"""The numbers of a text as values that every language writes in its own way: 1,250 is 1 250 and 1.250.

Dates and times of day are left out: they say when, and an article's own time says that better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import floor, log10

from tui_reader.values import frozen

_SPACES = " \u00a0\u202f\u2009"
_MOMENTS = re.compile(
    r"\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d(?::\d\d)?\b"
    r"|\b\d{1,2}[.]\d\d(?=\s(?:Uhr|год|ч\b))"
)
_NUMBER = re.compile(
    rf"(?<![\w/:.,])(?P<whole>\d{{1,3}}(?:[{_SPACES}'’.,]\d{{3}})+(?!\d)|\d{{1,15}})"
    rf"(?:[.,](?P<part>\d{{1,2}}))?(?![\d])(?:[{_SPACES}-]?(?P<unit>[^\W\d_]{{2,12}}))?"
)
_NO_DIGITS = re.compile(r"\D")
# How the words for large numbers begin, longer ones first; "billion" is a thousand millions but in German.
_LARGE = (
    (1e3, ("тис", "тыс", "thousand", "tausend", "tsd", "tys", "хиляд")),
    (1e9, ("млрд", "мільярд", "миллиард", "billion", "milliard", "mrd", "bn", "miliard", "mld", "милиард")),
    (1e6, ("млн", "мільйон", "миллион", "million", "millón", "mio", "mln", "milion", "mill", "милион")),
    (1e12, ("трлн", "трильйон", "триллион", "trillion")),
)
YEARS = range(1900, 2100)


@frozen
class Number:
    """A number of a text; ``weight`` 0 to 3 says how much it tells: 7 and 2026 say little, 1,248 much.

    ``near`` are what a translator who rounds may have made of it, the number itself where it is round.
    """

    value: str
    weight: int
    near: tuple[str, ...] = ()


def numbers(text: str) -> Iterator[Number]:
    """The numbers of ``text`` in order, some more than once."""
    if not any(character in text for character in "0123456789"):
        return
    for match in _NUMBER.finditer(_MOMENTS.sub(" ", text)):
        number = _read(*match.groups())
        if number is not None:
            yield number


@lru_cache(maxsize=20_000)
def _read(whole: str, part: str | None, unit: str | None) -> Number | None:
    value = float(_NO_DIGITS.sub("", whole))
    if part:
        value += float(f"0.{part}")
    times = _times(unit.casefold()) if unit else 1.0
    return _number(value * times, bool(part), times == 1.0 and len(whole) == 4) if value else None


def _times(unit: str) -> float:
    for times, beginnings in _LARGE:
        if unit.startswith(beginnings):
            return times
    return 1.0


def _number(value: float, broken: bool, bare: bool) -> Number:
    if bare and not broken and int(value) in YEARS:
        return Number(_written(value), 0)
    size = 10.0 ** (floor(log10(value)) - 1)  # of the second digit from the left
    two = value / size
    if broken and value < 100:
        return Number(_written(value), 2)
    if value <= 10:
        return Number(_written(value), 0)
    if value <= 31:
        return Number(_written(value), 1)
    if value < 100:
        return Number(_written(value), 1 if value % 10 == 0 else 2)
    near = tuple(dict.fromkeys((_written(round(two) * size), _written(floor(two + 1e-9) * size))))
    is_round = abs(two - round(two)) < 1e-9
    return Number(_written(value), 1 if is_round else 3, near)


def _written(value: float) -> str:
    return f"{value:.9g}"
