"""How old something is, and when it was, in the words of the reader's own language (CLDR, through Babel)."""

from __future__ import annotations

import os
from datetime import datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, format_timedelta

from tui_reader import words

_WEEK = 7 * 24 * 3600


def reader_locale() -> Locale:
    """The locale of the environment (LC_ALL, LC_TIME, LANG), else English; of the language that was chosen, if one was."""
    return _locale(words.chosen())


@lru_cache(maxsize=8)
def _locale(chosen: str | None) -> Locale:
    found = _of_environment()
    if chosen is None or (found is not None and found.language == chosen):  # with its country
        return found or Locale("en", "GB")
    return Locale("en", "GB") if chosen == words.ENGLISH else Locale.parse(chosen)


def _of_environment() -> Locale | None:
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        value = os.environ.get(variable)
        if value:
            try:
                return Locale.parse(value.split(".")[0].split("@")[0])
            except (ValueError, UnknownLocaleError):
                break  # "C" and "POSIX" name no language
    return None


def forget() -> None:
    """Ask the environment again."""
    _locale.cache_clear()


def age(moment: datetime, now: datetime, locale: Locale | None = None) -> str:
    """``5 min``, ``3 hr``, ``2 days``; after a week the date. A time in the future counts as now."""
    seconds = max(0, int((now - moment).total_seconds()))
    locale = locale or reader_locale()
    if seconds >= _WEEK:
        day = _here(moment).date()
        return _date(day.isoformat(), day.year == _here(now).year, str(locale))
    step = next(size for size in (86_400, 3_600, 60, 1) if seconds >= size or size == 1)
    # Without the country: British English would say "5 mins". The script stays, for Chinese and Serbian.
    words = f"{locale.language}_{locale.script}" if locale.script else locale.language
    return _delta(max(seconds // step * step, 60), words)


def _here(moment: datetime) -> datetime:
    """``moment`` in the reader's own zone, where there is such a time in it."""
    try:
        return moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return moment


def when(moment: datetime, locale: Locale | None = None) -> str:
    """Date and time of day, in the reader's own zone."""
    here, locale = _here(moment), locale or reader_locale()
    return (
        f"{format_date(here.date(), 'medium', locale)}, {format_time(here.timetz(), 'short', locale=locale)}"
    )


@lru_cache(maxsize=512)
def _delta(seconds: int, locale: str) -> str:
    return format_timedelta(seconds, threshold=1, format="short", locale=Locale.parse(locale))


@lru_cache(maxsize=2048)
def _date(iso: str, this_year: bool, locale: str) -> str:
    day = datetime.fromisoformat(iso)
    # A skeleton gives the parts in the language's own order: 4 бер., Mar 4, 3月4日.
    text = format_skeleton("MMMd" if this_year else "yMMMd", day, locale=Locale.parse(locale))
    return text.replace("\u202f", " ")


def language_name(tag: str, locale: str | None = None) -> str:
    """A language's name in the language of the interface, or of ``locale``: ``Ukrainian``."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(locale or words.spoken()) or tag
    except (ValueError, UnknownLocaleError):
        return tag
