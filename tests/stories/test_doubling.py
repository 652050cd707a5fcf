"""Doubles: what is one text in two sources, and what only looks like it."""

from __future__ import annotations

from itertools import permutations

import pytest

from tui_reader.stories.doubling import HOUR, MAX_SOURCES, Telling, heading, lines

LONG = "Government approves the new budget for schools after a long night of debate"
SHORT = "Old bridge opens again tonight"
LEAD = "The old bridge over the river opens again tonight after eleven months of work, the city council said."


def telling(name: str, source: str, title: str = LONG, **changes: object) -> Telling:
    """One article; its story is its own, by a number of its name."""
    values: dict[str, object] = {
        "id": name,
        "source": source,
        "language": "en",
        "story": sum(map(ord, name)),
        "address": None,
        "heading": heading(title),
        "published": 100_000,
        "title": title,
        "summary": LEAD,
    }
    return Telling(**(values | changes))  # type: ignore[arg-type]


def folded(*tellings: Telling) -> set[frozenset[int]]:
    """The lines of more than one story, the same in every order."""
    found = {
        frozenset(frozenset(stories) for stories in lines(order) if len(stories) > 1)
        for order in permutations(tellings)
    }
    assert len(found) == 1
    return set(found.pop())


def fold(*tellings: Telling) -> bool:
    """Whether all stand in one line."""
    return folded(*tellings) == {frozenset(one.story for one in tellings)}


def test_one_address_is_one_text_whatever_its_title() -> None:
    one = telling("a", "Post", "Budget approved", address=7)
    other = telling("b", "Links", "Look at this", address=7, published=None, summary="")
    assert fold(one, other)
    assert not fold(one, other._replace(language="uk"))
    assert not fold(one, other._replace(source="Post"))
    assert not fold(one, other._replace(address=8))


def test_one_headline_in_the_same_hour_with_a_text_that_begins_alike() -> None:
    one = telling("a", "Post", SHORT)
    assert fold(one, telling("b", "Gazette", "Old Bridge Opens Again – tonight!", published=100_000 + HOUR))
    assert not fold(one, telling("b", "Gazette", SHORT, published=100_001 + HOUR))
    assert not fold(one, telling("b", "Gazette", SHORT, published=None))
    assert not fold(one, telling("b", "Gazette", SHORT, language=""))
    assert not fold(one, telling("b", "Gazette", "Old bridge opens again tomorrow"))
    # A few words may be anybody's: the texts must agree, and be there.
    assert not fold(one, telling("b", "Gazette", SHORT, summary=""))
    other = "A ferry will carry people across until the autumn, and the tram goes round by the hill."
    assert not fold(one, telling("b", "Gazette", SHORT, summary=other))


def test_a_long_headline_is_nobody_else_s() -> None:
    assert fold(telling("a", "Post"), telling("b", "Gazette", summary=""))
    assert fold(
        telling("a", "Post"),
        telling("b", "Gazette", summary=f"{LEAD[:40]} Ministers argued past midnight, again."),
    )
    weather = "Rain spreads from the west while highs reach seventeen degrees with gusts near hills"
    assert not fold(telling("a", "Post"), telling("b", "Gazette", summary=weather))


@pytest.mark.parametrize(
    "title",
    [
        "Weather", "Live", "Morning briefing", "Morning Briefing: Monday", "News in brief", "Your letters",
        "Photos of the day", "Погода", "Новини дня", "Головне за ніч", "Прогноз погоди", "天気", "今日のニュース",
        "1 2 3 4 5", "A B C D", "", "…",
    ],
)  # fmt: skip
def test_a_headline_that_says_little_has_no_key(title: str) -> None:
    assert heading(title) is None


@pytest.mark.parametrize(
    ("title", "one", "other"),
    [
        ("Weather for Monday 5 May 2026",
         "Rain in the west, eleven degrees, and a fresh wind from the sea until the evening.",
         "Sunshine nearly everywhere: highs between nineteen and twenty-three, light breeze."),
        ("What to watch on television tonight",
         "A thriller about a lighthouse keeper opens the week on the second channel at nine.",
         "Comedy returns with four new episodes, and the quiz has its final."),
        ("Прогноз погоди на 5 травня",
         "У західних областях дощ, уночі до п'яти тепла, вітер північний.",
         "Синоптики обіцяють сонце: двадцять два градуси, без опадів майже всюди."),
        ("The week in pictures: 5 May",
         "Kites above a beach, a flooded market and a cat that rides a tram to school.",
         "Dancers, a rocket launch, harvest festivals: our photographers' choice."),
        ("Horoscope for today: all the signs", "Aries: a letter comes that was long on its way.",
         "Cancer should rest more; Leo meets old friends, Virgo new ones."),
    ],
)  # fmt: skip
def test_what_is_written_anew_every_day_is_no_double(title: str, one: str, other: str) -> None:
    assert heading(title) is not None
    assert not fold(telling("a", "Post", title, summary=one), telling("b", "Gazette", title, summary=other))


def test_scripts_without_spaces() -> None:
    title = "政府は来年度の予算案を閣議決定しました"
    lead = "政府は五日の閣議で、来年度の予算案を決定した。総額は百十五兆円となる。"
    one = telling("a", "Post", title, language="ja", summary=lead)
    assert fold(one, telling("b", "Gazette", title, language="ja", summary=f"【速報】{lead[:20]}"))
    assert heading("ข่าวด่วนประจำวันนี้จากกรุงเทพมหานคร") is not None


def test_what_one_source_has_twice_says_nothing() -> None:
    one, again = telling("a", "Post"), telling("b", "Post", published=100_060)
    assert folded(one, again, telling("c", "Gazette")) == set()
    one, again = telling("a", "Post", "x", address=7), telling("b", "Post", "y", address=7)
    assert folded(one, again, telling("c", "Gazette", "z", address=7)) == set()
    # The same headline of another week is another matter.
    later = telling("b", "Post", published=900_000)
    assert folded(telling("a", "Post"), later, telling("d", "Gazette")) == {frozenset({97, 100})}


def test_three_sources_stand_together_and_editions_come_along() -> None:
    articles = [telling("a", "Post"), telling("b", "Gazette"), telling("c", "Wire", published=100_000 + HOUR)]
    assert fold(*articles)
    uk = telling("d", "Post", "Уряд схвалив бюджет", language="uk", story=97)
    assert folded(*articles, uk) == {frozenset({97, 98, 99})}


def test_no_two_stories_of_one_source_meet_by_a_third() -> None:
    """The address is surer than the headline: the story that has it comes in, the other stays out."""
    surer = telling("a", "Post", "Budget", address=7)
    wire = telling("b", "Wire", address=7)
    assert folded(surer, wire, telling("c", "Post")) == {frozenset({97, 98})}
    # Nor by editions of one story, each a double of another's.
    uk = telling("d", "Wire", "Бюджет", language="uk", address=8, story=98)
    assert folded(surer, wire, uk, telling("e", "Post", "Бюджет", language="uk", address=8)) in (
        {frozenset({97, 98})}, {frozenset({98, 101})},
    )  # fmt: skip


def test_what_too_many_have_is_no_article_s() -> None:
    many = [telling(f"{n:03}", f"S{n}", story=n, address=7) for n in range(MAX_SOURCES)]
    assert len(lines(many)) == 1
    many.append(telling("x", "S", story=999, address=7))
    assert len(lines(many)) == MAX_SOURCES + 1
