"""How ages and dates are written in the languages of the interface, as CLDR has them.

The rest of the world's calendars are Babel's, which takes longer to load than the first screen has; a test holds
these few to what Babel says.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


class Calendar(NamedTuple):
    """Patterns: ``{d}`` day, ``{m}`` month, ``{y}`` year, ``{dd}`` and ``{mm}`` in two digits, ``{n}`` a count."""

    months: tuple[str, ...]
    undated: str  # of this year
    dated: str
    full: str  # the date where it stands beside a time
    twelve: bool  # whether hours go to twelve, with am and pm
    minutes: str
    hours: str
    one_day: str
    days: str

    def short(self, day: date, *, this_year: bool) -> str:
        """``25 Feb``; with its year where it is not this one."""
        return self._written(self.undated if this_year else self.dated, day)

    def moment(self, moment: datetime) -> str:
        """``4 Mar 2026, 22:30``."""
        hour, half = moment.hour, ""
        if self.twelve:
            hour, half = hour % 12 or 12, f"\u202f{'AM' if hour < 12 else 'PM'}"
        shown = f"{hour}" if self.twelve else f"{hour:02}"
        return f"{self._written(self.full, moment)}, {shown}:{moment.minute:02}{half}"

    def age(self, count: int, seconds: int) -> str:
        """``count`` units of ``seconds`` each: a minute, an hour or a day."""
        if seconds == 60:
            pattern = self.minutes
        elif seconds == 3600:
            pattern = self.hours
        else:
            pattern = self.one_day if count == 1 else self.days
        return pattern.format(n=count)

    def _written(self, pattern: str, day: date) -> str:
        month = self.months[day.month - 1]
        return pattern.format(d=day.day, m=month, y=day.year, dd=f"{day.day:02}", mm=f"{day.month:02}")


def _months(twelve: str) -> tuple[str, ...]:
    return tuple(twelve.split())


_ENGLISH = ("{n} min", "{n} hr", "{n} day", "{n} days")
_AMERICAN = Calendar(
    _months("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "{m} {d}",
    "{m} {d}, {y}",
    "{m} {d}, {y}",
    True,
    *_ENGLISH,
)
_BRITISH = Calendar(
    _months("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
    "{d} {m}",
    "{d} {m} {y}",
    "{d} {m} {y}",
    False,
    *_ENGLISH,
)
_UKRAINIAN = Calendar(
    _months("січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд."),
    "{d} {m}",
    "{d} {m} {y} р.",
    "{d} {m} {y}\u202fр.",
    False,
    "{n} хв",
    "{n} год",
    "{n} дн.",
    "{n} дн.",
)
_RUSSIAN = Calendar(
    _months("янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек."),
    "{d} {m}",
    "{d} {m} {y} г.",
    "{d} {m} {y}\u202fг.",
    False,
    "{n} мин",
    "{n} ч",
    "{n} дн.",
    "{n} дн.",
)
_GERMAN = Calendar(
    _months("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
    "{d}. {m}",
    "{d}. {m} {y}",
    "{dd}.{mm}.{y}",
    False,
    "{n} Min.",
    "{n} Std.",
    "{n} Tg.",
    "{n} Tg.",
)

CALENDARS = {
    "en": _AMERICAN,
    "en_US": _AMERICAN,
    "en_GB": _BRITISH,
    "uk": _UKRAINIAN,
    "uk_UA": _UKRAINIAN,
    "ru": _RUSSIAN,
    "ru_RU": _RUSSIAN,
    "de": _GERMAN,
    "de_DE": _GERMAN,
}
"""By the name of the locale."""
