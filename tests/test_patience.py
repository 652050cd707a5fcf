"""When a source that keeps failing is asked again: without a network, a library or a clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Validators
from tui_reader.patience import FIRST, MOST, SPREAD, after_failure, told, waits
from tui_reader.refresh import may_ask

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def failed(times: int, chance: float = 0.5) -> tuple[Validators, datetime]:
    """What is remembered after so many failures, each when its time had come; and when the last one was."""
    known, now = Validators(etag='"1"', body_hash="x"), NOW
    for number in range(times):
        if number and known.retry_at is not None:
            now = known.retry_at
        known = after_failure(known, now, chance)
    return known, now


def test_a_first_failure_costs_nothing() -> None:
    known, now = failed(1)
    assert (known.failures, known.retry_at) == (1, None)
    assert may_ask(known, now)
    assert told(known, now) is None


@pytest.mark.parametrize(("times", "minutes"), [(2, 5), (3, 10), (4, 20), (8, 320), (11, 1440), (60, 1440)])
def test_each_failure_doubles_the_wait_up_to_a_day(times: int, minutes: int) -> None:
    known, now = failed(times)
    assert known.retry_at == now + timedelta(minutes=minutes)
    assert not may_ask(known, now)
    assert may_ask(known, now, by_hand=True)
    assert may_ask(known, known.retry_at)


@given(st.integers(2, 100), st.floats(0, 1))
def test_waits_are_spread_and_never_longer_than_a_day(times: int, chance: float) -> None:
    known, now = failed(times, chance)
    assert known.retry_at is not None
    assert FIRST * (1 - SPREAD) - timedelta(seconds=1) <= known.retry_at - now <= MOST
    assert waits(known.retry_at, now)
    assert (known.etag, known.body_hash) == ('"1"', "x")


def test_chance_parts_those_that_failed_together() -> None:
    assert len({failed(4, chance / 10)[0].retry_at for chance in range(11)}) == 11


def test_asking_by_hand_before_its_time_does_not_make_it_longer() -> None:
    known, now = failed(5)
    assert after_failure(known, now + timedelta(seconds=1), 0.9) == known


def test_a_servers_wish_is_kept_by_hand_too() -> None:
    known = after_failure(Validators(), NOW, 0.5, NOW + timedelta(hours=2))
    assert not may_ask(known, NOW, by_hand=True)
    assert may_ask(known, NOW + timedelta(hours=2))
    assert after_failure(known, NOW + timedelta(hours=2), 0.5).not_before is None


def test_what_is_told() -> None:
    known, now = failed(3)
    assert told(known, now) == (
        "it failed 3 times in a row and is asked again after 2026-03-04 12:15 UTC, or at once by hand"
    )


def test_a_time_from_a_clock_that_was_wrong_is_ignored() -> None:
    known = Validators(failures=9, retry_at=NOW + timedelta(days=400))
    assert may_ask(known, NOW)
    later = after_failure(known, NOW, 0.5)
    assert later.retry_at is not None
    assert later.retry_at <= NOW + MOST
