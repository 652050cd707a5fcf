"""When a source that keeps failing is asked again: later and later, at most a day, never all at one moment.

Pure: the time and the chance are handed in, what is remembered comes as `Validators` and goes as one. A first
failure costs nothing, as it may be a moment's. The waits are spread by chance (jitter), so that a server that
was down does not meet all its readers in the same minute when it is back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from tui_reader.model import Validators
from tui_reader.words import trn

FIRST = timedelta(minutes=5)
MOST = timedelta(days=1)
SPREAD = 0.25  # a wait is shorter or longer by up to this share
_SLACK = timedelta(minutes=1)


def waits(until: datetime | None, now: datetime) -> bool:
    """Whether ``until`` has still to come.

    A time further ahead than any that is ever remembered comes from a clock that was wrong, and is ignored.
    """
    return until is not None and now < until <= now + MOST + _SLACK


def after_failure(
    known: Validators, now: datetime, chance: float, not_before: datetime | None = None
) -> Validators:
    """``known`` with one failure more, and when to ask again. ``chance`` is from 0 to 1.

    ``not_before`` is what the server asked for. A failure that came before its time, because the reader asked
    by hand, does not make the wait longer.
    """
    if waits(known.retry_at, now):
        return replace(known, not_before=not_before)
    failures = known.failures + 1
    retry_at = _retry_at(failures, now, chance)
    return replace(known, not_before=not_before, failures=failures, retry_at=retry_at)


def told(known: Validators, now: datetime) -> str | None:
    """A line that says when a source that keeps failing is asked again; None where nothing is waited for."""
    if known.retry_at is None or not waits(known.retry_at, now):
        return None
    return trn(
        "it failed {count} time in a row and is asked again after {time} UTC, or at once by hand",
        "it failed {count} times in a row and is asked again after {time} UTC, or at once by hand",
        known.failures,
        time=f"{known.retry_at:%Y-%m-%d %H:%M}",
    )


def _retry_at(failures: int, now: datetime, chance: float) -> datetime | None:
    if failures < 2:
        return None
    wait = FIRST * (1 << min(failures - 2, 20)) * (1 - SPREAD + 2 * SPREAD * chance)
    return (now + min(wait, MOST)).replace(microsecond=0)
