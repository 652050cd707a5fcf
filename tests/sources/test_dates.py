"""Times as feeds write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.sources import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 06 Sep 2021 10:30:00 +0300", "2021-09-06T10:30:00+03:00"),
        ("Mon, 06 Sep 2021 10:30 GMT", "2021-09-06T10:30:00+00:00"),
        ("6 Sep 21 10:30:00 EST", "2021-09-06T10:30:00-05:00"),
        ("Mon, 06 Sep 2021 10:30:00 MSK", "2021-09-06T10:30:00+03:00"),
        ("Mon, 06 Sep 2021 10:30:00 EEST", "2021-09-06T10:30:00+03:00"),
        ("Mon, 06 Sep 2021 10:30:00 -0000", "2021-09-06T10:30:00+00:00"),
        ("Mon, 06 Sep 2021 10:30:00", "2021-09-06T10:30:00+00:00"),
        ("2021-09-06T10:30:00Z", "2021-09-06T10:30:00+00:00"),
        ("2021-09-06t10:30:00.25-02:30", "2021-09-06T10:30:00-02:30"),
        ("2021-09-06 10:30:00 +02:00", "2021-09-06T10:30:00+02:00"),
        ("2021-09-06T10:30+0530", "2021-09-06T10:30:00+05:30"),
        ("2021-09-06T10:30:00+99:99", "2021-09-06T10:30:00+00:00"),
        ("2021-09-06", "2021-09-06T00:00:00+00:00"),
        ("2021-09-06T24:00:00Z", "2021-09-07T00:00:00+00:00"),
    ],
)
def test_the_zone_of_the_source_is_kept(text: str, expected: str) -> None:
    moment = dates.parse(text)
    assert moment is not None
    assert moment.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    ["", "soon", "-0001-01-01T00:00:00Z", "10000-01-01", "2021-13-01", "Mon, 06 Sep 2021 99:99:00 GMT", "0001-01-01T00:00:00Z",
     "Mon, 06 Sep 2359 10:00:00 GMT"],
)  # fmt: skip
def test_what_is_no_time_of_news_is_none(text: str) -> None:
    assert dates.parse(text) is None


@given(st.text(max_size=60) | st.from_regex(r"\w{3}, \d+ \w{3} -?\d+ \d+:\d+:\d+ [+-]?\w+", fullmatch=True))
def test_never_raises_and_is_always_aware(text: str) -> None:
    moment = dates.parse(text)
    assert moment is None or (
        moment.tzinfo is not None and dates.FIRST_YEAR <= moment.year <= dates.LAST_YEAR
    )


def test_tuples_and_numbers() -> None:
    assert dates.from_struct((2021, 9, 6, 10, 30, 0, 0, 249, 0)) == datetime(2021, 9, 6, 10, 30, tzinfo=UTC)
    assert dates.from_struct((9999, 99, 1, 0, 0, 0)) is None
    assert (
        dates.from_epoch(1_630_924_200)
        == dates.from_epoch(1_630_924_200_000)
        == datetime(2021, 9, 6, 10, 30, tzinfo=UTC)
    )
    assert dates.from_epoch(float("nan")) is None
    assert dates.from_epoch(1e300) is None


DAY = st.sampled_from(["0", "1", "01", "09", "10", "28", "29", "30", "31", "32"])
CLOCK = st.sampled_from(["09:00:00", "23:59:59", "24:00:00", "9:00:00", "09:60:00", "09:00:60", "09:00"])
ZONE = st.sampled_from(["GMT", "UTC", "Z", "+0000", "-0000", "+0200", "-0530", "+1345", "+9959", "EST", "+02:00", "-13:59", ""])  # fmt: skip
YEAR = st.sampled_from(["2026", "2024", "1899", "2201", "0000", "26"])
MONTH = st.sampled_from(["Jan", "Feb", "Dec", "jan", "Juli"])


@given(
    st.builds("Mon, {} {} {} {} {}".format, DAY, MONTH, YEAR, CLOCK, ZONE)
    | st.builds("{}-{}-{}T{}{}".format, YEAR, st.sampled_from(["00", "02", "12", "13"]), DAY, CLOCK, ZONE)
)
def test_the_usual_forms_are_read_as_all_others_are(text: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(dates, "_usual", lambda text: None)
        long = dates.parse.__wrapped__(text)
    found = dates.parse.__wrapped__(text)
    assert found == long
    assert found is None or long is None or found.utcoffset() == long.utcoffset()
