"""The language of the search field: words, ``"phrases"``, ``prefix*``, ``-not`` and fields such as ``lang:uk``.

All of it must hold; several values of one ``lang:`` or ``source:`` are alternatives. A word that looks like a field
and is none is a word (``10:30``, ``https://…``), unless it is nearly one: that is told, with the place.

    title:  caption:  credit:  author:  related:    a word or phrase in that part of the article
    lang:uk  source:pravda  tag:reading             its language, its source's name, a tag of its bookmark
    is:unread  is:read  is:bookmarked               what the reader did
    has:photo  has:caption  has:related  has:editions  has:note
    after:2026-01-01  after:2026-01  before:7d      published since then, before then; ages in h d w m y
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from enum import StrEnum

from tui_reader.clean import clean_line
from tui_reader.errors import UsageError
from tui_reader.languages import normalize

MAX_TERMS = 32
IS = ("unread", "read", "bookmarked")
HAS = ("photo", "caption", "related", "editions", "note")
COLUMNS = {
    "title": "title",
    "caption": "captions",
    "credit": "credits",
    "author": "authors",
    "related": "related",
}

_PART = re.compile(
    r'(?P<no>-?)(?:(?P<field>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*)(?P<end>"?)(?P<star>\*?)|(?P<word>[^\s"]*))'
)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGE = re.compile(r"(\d{1,4})([hdwmy])")
_DAYS = {"h": 1 / 24, "d": 1, "w": 7, "m": 30, "y": 365}


class Field(StrEnum):
    """What a condition is about, by the name that is typed."""

    LANGUAGE = "lang"
    SOURCE = "source"
    TAG = "tag"
    IS = "is"
    HAS = "has"
    AFTER = "after"
    BEFORE = "before"


NAMES = (*COLUMNS, *Field)


class SearchError(UsageError):
    """A search that asks for nothing that there is; ``place`` counts its characters from 0."""

    def __init__(self, place: int, message: str) -> None:
        super().__init__(clean_line(f"the search, at character {place + 1}: {message}"))
        self.place = place

    def __reduce__(self) -> tuple[object, ...]:
        return _remade, (self.place, str(self))


def _remade(place: int, said: str) -> SearchError:
    error = SearchError(place, "")
    error.args = (said,)
    return error


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase. ``column`` is one of the index's columns, None for anywhere; ``prefix``: or what begins so."""

    text: str
    prefix: bool = False
    column: str | None = None
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A field and its value: a tag, a name, a word of `IS` or `HAS`, or a time (aware)."""

    field: Field
    value: str | datetime
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked, in the order in which it was typed."""

    terms: tuple[Term, ...] = ()
    conditions: tuple[Condition, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms or self.conditions)

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that mark where a text was found."""
        return tuple(term for term in self.terms if not term.unwanted)


def parse(text: str | None, now: datetime) -> Search:
    """``text`` as a Search; ``now`` is an aware time, in whose zone dates are meant. Raises SearchError."""
    asked = text or ""
    terms: list[Term] = []
    conditions: list[Condition] = []
    for found in _parts(asked):
        field = (found["field"] or "").casefold()
        if field in Field._value2member_map_:
            conditions.append(_condition(found, Field(field), now))
        elif (term := _term(found, asked, field)) is not None:
            terms.append(term)
    return Search(tuple(terms[:MAX_TERMS]), tuple(conditions[:MAX_TERMS]))


def _parts(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(text):
        found = _PART.match(text, at)
        if found is None or found.end() == at:
            at += 1
            continue
        yield found
        at = found.end()


def _term(found: re.Match[str], asked: str, field: str) -> Term | None:
    phrase, word = found["phrase"], found["word"] or ""
    column = COLUMNS.get(field)
    if field and column is None:
        if near := get_close_matches(field, NAMES, 1, 0.75):
            raise SearchError(found.start("field"), f"no field “{field}:”; did you mean “{near[0]}:”?")
        word, phrase = f"{found['field']}:{word if phrase is None else phrase}", None
    text = word if phrase is None else phrase
    if not any(character.isalnum() for character in text):
        if column is not None and found.end() < len(asked):
            raise SearchError(found.start("field"), f"“{field}:” needs a word after it")
        return None
    return Term(
        clean_line(text).strip("*"), _is_prefix(found, text, asked), column, unwanted=bool(found["no"])
    )


def _is_prefix(found: re.Match[str], text: str, asked: str) -> bool:
    """Whether the end of a term is open: by its star, or as the last word, which may be unfinished."""
    if found["star"] or (found["phrase"] is None and text.endswith("*")):
        return True
    at_end = found["phrase"] is None and found.end() == len(asked) and not found["no"]
    # One letter begins half of all words: that is no search, and a slow one.
    return at_end and len(text) > 1


def _condition(found: re.Match[str], field: Field, now: datetime) -> Condition:
    value = clean_line(found["word"] if found["phrase"] is None else found["phrase"])
    place = found.start("word") if found["phrase"] is None else found.start("phrase")
    if not value:
        raise SearchError(place, f"“{field}:” needs {_NEEDS[field]} after it")
    return Condition(field, _value(field, value, place, now), bool(found["no"]))


def _value(field: Field, value: str, place: int, now: datetime) -> str | datetime:
    if field is Field.LANGUAGE:
        tag = normalize(value)
        if tag is None:
            raise SearchError(place, f"“{value}” is no language tag, such as uk or pt-BR")
        return tag
    if field in (Field.IS, Field.HAS):
        known = IS if field is Field.IS else HAS
        if value.casefold() not in known:
            raise SearchError(place, f"“{field}:” knows {', '.join(known)}, not “{value}”")
        return value.casefold()
    if field in (Field.AFTER, Field.BEFORE):
        return _time(value, place, now)
    return value


_NEEDS = {
    Field.LANGUAGE: "a language",
    Field.SOURCE: "a source's name",
    Field.TAG: "a tag",
    Field.IS: " or ".join(IS),
    Field.HAS: " or ".join(HAS),
    Field.AFTER: "a date or an age",
    Field.BEFORE: "a date or an age",
}


def _time(value: str, place: int, now: datetime) -> datetime:
    """The time that a date or an age stands for."""
    age = _AGE.fullmatch(value.casefold())
    try:
        if age is not None:
            return now - timedelta(days=int(age[1]) * _DAYS[age[2]])
        if value.casefold() in ("today", "yesterday"):
            day = now.replace(hour=0, minute=0, second=0, microsecond=0)
            return day - timedelta(days=1) if value.casefold() == "yesterday" else day
        date = _DATE.fullmatch(value)
        if date is not None:
            year, month, day_of = int(date[1]), int(date[2] or 1), int(date[3] or 1)
            return datetime(year, month, day_of, tzinfo=now.tzinfo)
    except (ValueError, OverflowError):
        pass
    raise SearchError(
        place, f"“{value}” is no date (2026-01-31, 2026-01, 2026) and no age (12h, 7d, 2w, 3m, 1y)"
    )
