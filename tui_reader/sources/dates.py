"""Times as feeds and pages write them, read as aware times in the zone that the source gave."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from functools import cache, lru_cache

FIRST_YEAR, LAST_YEAR = 1900, 2200
# Zone names beyond those of RFC 822 section 5, in hours east of Greenwich; those with several meanings
# are left out, but for BST, which newsrooms write for British Summer Time.
_ZONES = {
    "msk": 3, "msd": 4, "eet": 2, "eest": 3, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "met": 1, "mest": 2, "wet": 0,
    "west": 1, "bst": 1, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "pht": 8, "wib": 7, "aest": 10, "aedt": 11, "acst": 9.5,
    "awst": 8, "nzst": 12, "nzdt": 13, "brt": -3, "art": -3, "akst": -9, "akdt": -8, "hst": -10, "sast": 2, "eat": 3,
    "wat": 1, "trt": 3, "pkt": 5, "z": 0, "ut": 0, "utc": 0, "gmt": 0,
}  # fmt: skip
_ISO = re.compile(
    r"(?P<date>[+-]?\d{4}-\d{1,2}-\d{1,2})(?:[Tt\s]+(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,](?P<part>\d{1,9}))?)?"
    r"\s*(?P<zone>[zZ]|(?:GMT|UTC)?\s*[+-]\d{1,2}:?\d{2}|[+-]\d{2}|[A-Za-z]{2,5})?"
)
_MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11,
    "Dec": 12,
}  # fmt: skip
# Hours and seconds that no clock has are left to those that know what is meant by them.
_USUAL = re.compile(
    rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (0[1-9]|[12]\d|3[01]) ({'|'.join(_MONTHS)}) ([1-9]\d{{3}}) "
    r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d) (GMT|[+-](?:0\d|1[0-3])[0-5]\d)",
    re.ASCII,
)
_USUAL_ISO = re.compile(
    r"[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)",
    re.ASCII,
)
_OFFSET = re.compile(r"(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?$", re.IGNORECASE)
_LAST_WORD = re.compile(r"\s+\(?([A-Za-z]{1,5})\)?$")


@lru_cache(maxsize=256)
def parse(text: str | None) -> datetime | None:
    """The aware time that ``text`` gives (RFC 3339, RFC 822 with its many variants), or None.

    A time without a zone is taken as UTC. Years outside `FIRST_YEAR` to `LAST_YEAR` are no times of news.
    """
    if not text or len(text) > 200:
        return None
    try:
        if (moment := _usual(text)) is None:
            text = " ".join(text.split())
            moment = _usual(text) or _iso(text) or _rfc822(text)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return _sane(moment)


def from_struct(parts: Sequence[int] | None) -> datetime | None:
    """The time of a tuple in UTC (year, month, day, hour, minute, second, …), or None."""
    if parts is None:
        return None
    try:
        year, month, day, hour, minute, second = parts[:6]
        return _sane(datetime(year, month, day, hour, minute, second, tzinfo=UTC))
    except (ValueError, OverflowError, TypeError):
        return None


def from_epoch(seconds: float) -> datetime | None:
    """The time ``seconds`` (or thousandths, where the number is that large) after 1970, or None."""
    if abs(seconds) > 1e11:
        seconds /= 1000
    try:
        return _sane(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _sane(moment: datetime | None) -> datetime | None:
    if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment


def _usual(text: str) -> datetime | None:
    """The time in the two forms that nearly every feed has, told sooner; None for every other."""
    if (match := _USUAL.fullmatch(text)) is not None:
        day, month, year, hour, minute, second, zone = match.groups()
        return datetime(
            int(year), _MONTHS[month], int(day), int(hour), int(minute), int(second), tzinfo=_usual_zone(zone)
        )
    return datetime.fromisoformat(text) if _USUAL_ISO.fullmatch(text) else None


@cache
def _usual_zone(name: str) -> timezone:
    """The zone of the form ``GMT`` or ``+0200``: there are hardly more than a thousand."""
    if name == "GMT":
        return UTC
    distance = timedelta(hours=int(name[1:3]), minutes=int(name[3:]))
    return timezone(distance if name[0] == "+" else -distance) if distance else UTC


def _iso(text: str) -> datetime | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) for part in match["date"].split("-"))
    hours, minutes, seconds = (
        (*(int(part) for part in match["time"].split(":")), 0)[:3] if match["time"] else (0, 0, 0)
    )
    day_after = hours == 24 and minutes == seconds == 0
    zone = _zone(match["zone"]) if match["zone"] else UTC
    moment = datetime(
        year, month, day, 0 if day_after else hours, minutes, min(seconds, 59), tzinfo=zone or UTC
    )
    return moment + timedelta(days=1) if day_after else moment


def _rfc822(text: str) -> datetime | None:
    last = _LAST_WORD.search(text)
    known = last is not None and last[1].casefold() in _ZONES
    parts = parsedate_tz(text)
    if parts is None:
        return None
    year, month, day, hour, minute, second = parts[:6]
    zone: timezone | None
    if known and last is not None and not re.search(r"[+-]\d{4}", text):
        zone = _zone(last[1])
    else:
        zone = timezone(timedelta(seconds=parts[9])) if parts[9] is not None else _trailing(text)
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone or UTC)


def _trailing(text: str) -> timezone | None:
    match = _OFFSET.search(text)
    return _zone(match[0]) if match is not None else None


def _zone(name: str) -> timezone | None:
    """A zone by its name or its distance from UTC; None where it is neither."""
    name = name.strip()
    hours = _ZONES.get(name.casefold())
    if hours is not None:
        return timezone(timedelta(hours=hours)) if hours else UTC
    american = {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
    if name.casefold() in american:
        return timezone(timedelta(hours=american[name.casefold()]))
    match = _OFFSET.match(name)
    if match is None:
        return None
    distance = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if distance >= timedelta(hours=24):
        return None
    return timezone(distance if match[1] == "+" else -distance) if distance else UTC
