"""The fields of the search language: what each takes, and what its value means.

Every reader raises ValueError with what is expected there; `parse` says where.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, tzinfo
from difflib import get_close_matches

from tui_reader.language_tag import language
from tui_reader.search.terms import Has, Is, Language, Leaf, Part, SourceName, State, Tagged, Thing, Time
from tui_reader.words import N_, tr

# Fields whose value is words of one part of an article.
PARTS = {
    "title": Part.TITLE,
    "text": Part.TEXT,
    "caption": Part.CAPTION,
    "credit": Part.CREDIT,
    "author": Part.AUTHOR,
    "related": Part.RELATED,
}
_WORDS = N_("words, such as {name}:bridge")
_EXAMPLES = {
    "lang": N_("a language, such as lang:uk"),
    "source": N_("a part of a source's name, such as source:pravda"),
    "is": N_("is:unread, is:read, is:bookmarked or is:hidden"),
    "has": N_("has:photo, has:caption, has:tag or has:note"),
    "tag": N_("a tag, such as tag:work"),
    "after": N_("a day or an age, such as after:2026-01-31 or after:7d"),
    "before": N_("a day or an age, such as before:2026-01-31 or before:7d"),
} | dict.fromkeys(PARTS, _WORDS)
NAMES = frozenset(_EXAMPLES)

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGE = re.compile(r"(\d{1,5})([hdwmy])")
_HOURS = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}


def expected(field: str) -> str:
    """What stands after a field's colon, with an example."""
    return tr(_EXAMPLES[field], name=field)


def nearest(field: str) -> str | None:
    """The field that a name was probably meant for."""
    return next(iter(get_close_matches(field, NAMES, 1, 0.75)), None)


def read(field: str, value: str, now: datetime, zone: tzinfo | None) -> Leaf:
    """The term of a field that is not of words. ``zone`` None is the system's."""
    if field in ("after", "before"):
        moment = _moment(value, now, zone)
        return Time(start=moment) if field == "after" else Time(end=moment)
    return _READERS[field](value)


def _language(value: str) -> Language:
    return Language(language(value))


def _state(value: str) -> Is:
    if value.casefold() not in set(State):
        raise ValueError(tr("{term} is unknown; there are {known}", term=f"is:{value}", known=expected("is")))
    return Is(State(value.casefold()))


def _thing(value: str) -> Has:
    name = value.casefold().removesuffix("s")
    if name not in set(Thing):
        raise ValueError(
            tr("{term} is unknown; there are {known}", term=f"has:{value}", known=expected("has"))
        )
    return Has(Thing(name))


def _moment(value: str, now: datetime, zone: tzinfo | None) -> int:
    age = _AGE.fullmatch(value.casefold())
    if age is not None:
        # In whole minutes, so that a question stays the same from one key to the next.
        return (int(now.timestamp()) // 60 - int(age[1]) * _HOURS[age[2]] * 60) * 60
    day = _DATE.fullmatch(value)
    if day is None:
        raise ValueError(
            tr(
                "“{value}” is neither a day (2026-01-31, 2026-01, 2026) nor an age (12h, 7d, 3w, 6m, 1y)",
                value=value,
            )
        )
    year, month, date = (int(part or 1) for part in day.groups())
    try:
        midnight = datetime(year, month, date, tzinfo=zone)
        return int(midnight.timestamp())
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(tr("there is no day {value}", value=value)) from error


_READERS: dict[str, Callable[[str], Leaf]] = {
    "lang": _language,
    "source": SourceName,
    "is": _state,
    "has": _thing,
    "tag": Tagged,
}
