"""Ages and dates in the reader's words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, format_timedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.foreign import text, times
from tui_reader.ages import age, ago, forget, language_name, reader_locale, when
from tui_reader.calendars import CALENDARS

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
EN = "en_GB"


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The reader's zone is UTC, and the locale is looked up anew."""
    yield from zone("UTC", monkeypatch)


def zone(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    forget()
    with monkeypatch.context() as changed:
        changed.setenv("TZ", name)
        time.tzset()
        yield
    time.tzset()
    forget()


AGES = {
    timedelta(seconds=0): ("1 min", "1 хв", "1 мин", "1 Min."),
    timedelta(seconds=59): ("1 min", "1 хв", "1 мин", "1 Min."),
    timedelta(minutes=5, seconds=59): ("5 min", "5 хв", "5 мин", "5 Min."),
    timedelta(minutes=59, seconds=59): ("59 min", "59 хв", "59 мин", "59 Min."),
    timedelta(hours=1): ("1 hr", "1 год", "1 ч", "1 Std."),
    timedelta(hours=23, minutes=59): ("23 hr", "23 год", "23 ч", "23 Std."),
    timedelta(days=1): ("1 day", "1 дн.", "1 дн.", "1 Tg."),
    timedelta(days=6, hours=23, minutes=59): ("6 days", "6 дн.", "6 дн.", "6 Tg."),
    timedelta(days=7): ("25 Feb", "25 лют.", "25 февр.", "25. Feb."),
    timedelta(days=62): ("1 Jan", "1 січ.", "1 янв.", "1. Jan."),
    timedelta(days=63): ("31 Dec 2025", "31 груд. 2025 р.", "31 дек. 2025 г.", "31. Dez. 2025"),
    timedelta(days=-400): ("1 min", "1 хв", "1 мин", "1 Min."),
}


def test_beside_a_date_the_age_is_no_second_date() -> None:
    assert [ago(NOW - old, NOW, "de") for old in (timedelta(hours=1), timedelta(days=7))] == ["1 Std.", ""]


@pytest.mark.parametrize("old", AGES, ids=str)
def test_ages(old: timedelta) -> None:
    found = tuple(age(NOW - old, NOW, tag) for tag in ("en_GB", "uk", "ru", "de"))
    assert found == AGES[old]


@pytest.mark.parametrize(
    ("locale", "dates"),
    [
        ("en_US", ("Feb 1", "Feb 1, 2025")),
        ("ja", ("2月1日", "2025年2月1日")),
        ("hu", ("febr. 1.", "2025. febr. 1.")),
    ],
)
def test_a_date_has_its_parts_in_the_order_of_the_language(locale: str, dates: tuple[str, str]) -> None:
    days = datetime(2026, 2, 1, tzinfo=UTC), datetime(2025, 2, 1, tzinfo=UTC)
    assert tuple(age(day, NOW, locale) for day in days) == dates


def test_chinese_keeps_its_script() -> None:
    moment = NOW - timedelta(minutes=5)
    assert age(moment, NOW, "zh_TW") == "5 分鐘"
    assert age(moment, NOW, "zh_CN") == "5分钟"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("UTC", "31 Dec 2025"), ("Pacific/Auckland", "1 Jan"), ("America/New_York", "31 Dec 2025")],
)
def test_the_year_turns_in_the_readers_zone(name: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2025, 12, 31, 12, 30, tzinfo=UTC)
    for _ in zone(name, monkeypatch):
        for written in (moment, moment.astimezone(timezone(timedelta(hours=14)))):
            assert age(written, NOW, EN) == shown


def test_when_is_in_the_readers_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 3, 4, 22, 30, tzinfo=UTC)
    assert when(moment, EN) == "4 Mar 2026, 22:30"
    assert when(moment, "uk") == "4 бер. 2026\u202fр., 22:30"
    for _ in zone("Europe/Kyiv", monkeypatch):
        assert when(moment, EN) == "5 Mar 2026, 00:30"


@pytest.mark.parametrize("name", ["America/New_York", "Pacific/Kiritimati"])
@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_time(name: str, year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in zone(name, monkeypatch):
        for moment in (datetime(year, 1, 1, tzinfo=UTC), datetime(year, 12, 31, 23, 59, tzinfo=UTC)):
            assert age(moment, NOW, EN)
            assert when(moment, EN)


@pytest.mark.parametrize("name", CALENDARS)
def test_the_calendars_at_hand_say_what_cldr_says(name: str) -> None:
    calendar, language = CALENDARS[name], name.split("_")[0]
    for month in range(1, 13):
        for moment in (
            datetime(2026, month, 3, 0, 5, tzinfo=UTC),
            datetime(2025, month, 23, 13, 45, tzinfo=UTC),
        ):
            for skeleton, this_year in (("MMMd", True), ("yMMMd", False)):
                said = format_skeleton(skeleton, moment, locale=name).replace("\u202f", " ")
                assert calendar.short(moment, this_year=this_year) == said
            clock = format_time(moment, "short", tzinfo=UTC, locale=name)
            assert calendar.moment(moment) == f"{format_date(moment, 'medium', name)}, {clock}"
    for unit, most in ((60, 60), (3600, 24), (86_400, 7)):
        for count in range(1, most):
            said = format_timedelta(count * unit, threshold=1, format="short", locale=Locale.parse(language))
            assert calendar.age(count, unit) == said


@settings(max_examples=200, deadline=None)
@given(times, times, st.sampled_from(["en_GB", "uk", "ar", "fa", "zh_Hant_TW", "hi", "th", "sr_Latn"]))
def test_any_age_is_one_short_line(moment: datetime, now: datetime, locale: str) -> None:
    shown = age(moment, now, locale)
    assert 0 < len(shown) <= 24
    assert "\n" not in shown


@pytest.mark.parametrize(
    ("set_to", "locale"),
    [
        ({"LC_ALL": "uk_UA.UTF-8", "LANG": "de_DE"}, "uk_UA"),
        ({"LC_TIME": "de_DE@euro", "LANG": "uk_UA"}, "de_DE"),
        ({"LANG": "ru"}, "ru"),
        ({"LC_ALL": "", "LANG": "fr_FR.UTF-8"}, "fr_FR"),
        ({"LANG": "uk_XX.UTF-8"}, "uk"),
        ({"LC_ALL": "C", "LANG": "uk_UA"}, "en_GB"),
        ({"LANG": "C.UTF-8"}, "en_GB"),
        ({"LANG": "POSIX"}, "en_GB"),
        ({"LANG": "../../etc"}, "en_GB"),
        ({"LANG": "\udcff_x"}, "en_GB"),
        ({}, "en_GB"),
    ],
)
def test_the_locale_of_the_environment(
    set_to: dict[str, str], locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    assert reader_locale() == locale
    assert age(NOW, NOW)


def test_names_of_languages() -> None:
    assert language_name("uk") == "Ukrainian"
    assert language_name("uk", "de") == "Ukrainisch"
    assert language_name("pt-BR") == "Portuguese (Brazil)"
    assert language_name("tlh-x") == "tlh-x"


@given(text)
def test_any_tag_has_a_name(tag: str) -> None:
    language_name(tag)
