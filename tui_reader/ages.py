"""How old something is, and when it was, in the words of the reader's own language (CLDR).

The languages of the interface have their few patterns here (`calendars`); for all others Babel is loaded.
"""

from __future__ import annotations

import os
from datetime import datetime
from functools import lru_cache

from tui_reader import words
from tui_reader.calendars import CALENDARS

DEFAULT = "en_GB"
_WEEK = 7 * 24 * 3600


def reader_locale() -> str:
    """The name of the locale, as ``uk_UA``: that of the chosen language, the environment's (LC_ALL, LC_TIME, LANG), British."""
    return _locale(words.chosen())


@lru_cache(maxsize=8)
def _locale(chosen: str | None) -> str:
    found = _of_environment()
    if chosen is None or (found is not None and found.split("_")[0] == chosen):  # with its country
        return found or DEFAULT
    return DEFAULT if chosen == words.ENGLISH else chosen


def _of_environment() -> str | None:
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        value = os.environ.get(variable)
        if value:
            name = value.split(".")[0].split("@")[0]
            return name if name in CALENDARS else _known(name)
    return None


def _known(name: str) -> str | None:
    """The locale's name in CLDR; None for ``C``, ``POSIX`` and whatever names no language."""
    if name in ("C", "POSIX"):
        return None
    from babel import Locale, UnknownLocaleError

    for known in (name, name.partition("_")[0]):  # the language, where CLDR doesn't have it in that country
        try:
            return str(Locale.parse(known))
        except (ValueError, UnknownLocaleError):
            continue
    return None


def forget() -> None:
    """Ask the environment again."""
    _locale.cache_clear()


def age(moment: datetime, now: datetime, locale: str | None = None) -> str:
    """``5 min``, ``3 hr``, ``2 days``; after a week the date. A time in the future counts as now."""
    seconds = max(0, int((now - moment).total_seconds()))
    locale = locale or reader_locale()
    if seconds >= _WEEK:
        day = _here(moment).date()
        return _date(day.isoformat(), day.year == _here(now).year, locale)
    step = next(size for size in (86_400, 3_600, 60) if seconds >= size or size == 60)
    count = max(seconds // step, 1)
    known = CALENDARS.get(locale)
    return known.age(count, step) if known else _delta(count * step, locale)


def ago(moment: datetime, now: datetime, locale: str | None = None) -> str:
    """As `age`, but empty where that is a date: beside `when` it would say the same twice."""
    return age(moment, now, locale) if (now - moment).total_seconds() < _WEEK else ""


def _here(moment: datetime) -> datetime:
    """``moment`` in the reader's own zone, where there is such a time in it."""
    try:
        return moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return moment


def when(moment: datetime, locale: str | None = None) -> str:
    """Date and time of day, in the reader's own zone."""
    here, locale = _here(moment), locale or reader_locale()
    if locale in CALENDARS:
        return CALENDARS[locale].moment(here)
    from babel.dates import format_date, format_time

    return (
        f"{format_date(here.date(), 'medium', locale)}, {format_time(here.timetz(), 'short', locale=locale)}"
    )


@lru_cache(maxsize=512)
def _delta(seconds: int, locale: str) -> str:
    from babel import Locale
    from babel.dates import format_timedelta

    whole = Locale.parse(locale)
    # Without the country: British English would say "5 mins". The script stays, for Chinese and Serbian.
    language = f"{whole.language}_{whole.script}" if whole.script else whole.language
    return format_timedelta(seconds, threshold=1, format="short", locale=Locale.parse(language))


@lru_cache(maxsize=2048)
def _date(iso: str, this_year: bool, locale: str) -> str:
    day = datetime.fromisoformat(iso)
    if locale in CALENDARS:
        return CALENDARS[locale].short(day, this_year=this_year)
    from babel.dates import format_skeleton

    # A skeleton gives the parts in the language's own order: 4 бер., Mar 4, 3月4日.
    text: str = format_skeleton("MMMd" if this_year else "yMMMd", day, locale=locale)
    return text.replace("\u202f", " ")


def language_name(tag: str, locale: str | None = None) -> str:
    """A language's name in the language of the interface, or of ``locale``: ``Ukrainian``."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_display_name(locale or words.spoken()) or tag
    except (ValueError, UnknownLocaleError):
        return tag
