"""The language of the search field."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.seeking import Condition, Field, Search, SearchError, Term, parse

NOW = datetime(2026, 3, 14, 15, 9, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("bridge", [Term("bridge", prefix=True)]),  # the last word may be unfinished
        ("bridge ", [Term("bridge")]),
        ("old bridge ", [Term("old"), Term("bridge")]),
        ('"old bridge" x ', [Term("old bridge"), Term("x")]),
        ('"old bri', [Term("old bri")]),
        ('"old bri"*', [Term("old bri", prefix=True)]),
        ("dan* bridge ", [Term("dan", prefix=True), Term("bridge")]),
        ("-bridge", [Term("bridge", unwanted=True)]),
        ('-"old bridge"', [Term("old bridge", unwanted=True)]),
        ("b", [Term("b")]),
        ("caption:bridge ", [Term("bridge", column="captions")]),
        ('author:"Olena Pchilka"', [Term("Olena Pchilka", column="authors")]),
        ("-title:bri*", [Term("bri", True, "title", unwanted=True)]),
        ("TITLE:Bridge ", [Term("Bridge", column="title")]),
        ("10:30 ", [Term("10:30")]),
        ("https://a.example/x ", [Term("https://a.example/x")]),
        ("covid-19 ", [Term("covid-19")]),
        ("橋 міст ", [Term("橋"), Term("міст")]),
        ("title:", []),
        ("! - * \"\" ''", []),
    ],
)
def test_words(text: str, terms: list[Term]) -> None:
    assert parse(text, NOW) == Search(tuple(terms))


def zone(year: int, month: int = 1, day: int = 1) -> datetime:
    return datetime(year, month, day, tzinfo=NOW.tzinfo)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("lang:ua", Condition(Field.LANGUAGE, "uk")),
        ("-lang:pt-br", Condition(Field.LANGUAGE, "pt-BR", unwanted=True)),
        ("source:pravda", Condition(Field.SOURCE, "pravda")),
        ('source:"Evening paper"', Condition(Field.SOURCE, "Evening paper")),
        ("tag:later", Condition(Field.TAG, "later")),
        ("is:unread", Condition(Field.IS, "unread")),
        ("IS:Bookmarked", Condition(Field.IS, "bookmarked")),
        ("has:photo", Condition(Field.HAS, "photo")),
        ("after:2026-01-31", Condition(Field.AFTER, zone(2026, 1, 31))),
        ("after:2026-2", Condition(Field.AFTER, zone(2026, 2))),
        ("before:2026", Condition(Field.BEFORE, zone(2026))),
        ("before:7d", Condition(Field.BEFORE, NOW - timedelta(days=7))),
        ("after:12H", Condition(Field.AFTER, NOW - timedelta(hours=12))),
        ("after:today", Condition(Field.AFTER, zone(2026, 3, 14))),
        ("after:yesterday", Condition(Field.AFTER, zone(2026, 3, 13))),
    ],
)
def test_fields(text: str, condition: Condition) -> None:
    assert parse(text, NOW) == Search(conditions=(condition,))


def test_words_and_fields_together() -> None:
    found = parse('bridge lang:uk "old town" -is:read dan', NOW)
    assert found.wanted == (Term("bridge"), Term("old town"), Term("dan", prefix=True))
    assert [condition.field for condition in found.conditions] == [Field.LANGUAGE, Field.IS]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("x lang:zzz9", 7, "“zzz9” is no language tag"),
        ("is:unred", 3, "“is:” knows unread, read, bookmarked, not “unred”"),
        ("has:wings", 4, "“has:” knows photo"),
        ("a b sorce:pravda", 4, "no field “sorce:”; did you mean “source:”?"),
        ("after:2026-13", 6, "“2026-13” is no date"),
        ("before:soon", 7, "no age (12h, 7d"),
        ("after:9999y", 6, "is no date"),
        ("lang: x", 5, "“lang:” needs a language after it"),
        ("title: x", 0, "“title:” needs a word after it"),
    ],
)
def test_a_bad_search_says_where(text: str, place: int, said: str) -> None:
    with pytest.raises(SearchError) as error:
        parse(text, NOW)
    assert error.value.place == place
    assert said in str(error.value)
    assert str(error.value).startswith(f"the search, at character {place + 1}: ")


def test_its_error_can_be_handed_between_processes() -> None:
    error = SearchError(3, "no")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.place) == (str(error), 3)


@given(st.one_of(st.text(), st.text(alphabet='ab橋"*-:() 2026dlangisaftertile\0', max_size=40)))
def test_whatever_is_typed_is_a_search_or_says_where(text: str) -> None:
    found = tried(text)
    if isinstance(found, SearchError):
        assert 0 <= found.place <= len(text)
        assert "\n" not in str(found)
    else:
        assert all(any(letter.isalnum() for letter in term.text) for term in found.terms)


def tried(text: str) -> Search | SearchError:
    try:
        return parse(text, datetime(2026, 1, 1, tzinfo=UTC))
    except SearchError as error:
        return error


def test_a_very_long_search_is_bounded() -> None:
    assert len(parse("bridge " * 5000, NOW).terms) == 32
    assert len(parse("is:read " * 5000, NOW).conditions) == 32
    assert len(parse("x" * 100_000, NOW).terms) == 1
