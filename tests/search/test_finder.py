"""Where a text holds what a search looks for, and the excerpt around it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.excerpts import LENGTH, excerpt
from tui_reader.search.finder import Finder
from tui_reader.search.parse import parse
from tui_reader.search.terms import Part


def finder(query: str) -> Finder | None:
    return Finder.of(parse(query, now=datetime(2026, 1, 1, tzinfo=UTC), zone=UTC))


def marked(query: str, text: str, part: Part | None = None) -> str:
    found = finder(query)
    assert found is not None
    for start, end in reversed(found.spans(text, part)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("cafe", "The Café, the CAFE.", "The [Café], the [CAFE]."),
        ("bri*", "bridges, a brick, abri", "[bridges], a [brick], abri"),
        ('"old bridge"', "old\nbridge; old new bridge", "[old\nbridge]; old new bridge"),
        ('"old bri"*', "an old-bridge", "an [old-bridge]"),
        ("covid-19", "COVID 19 and covid", "[COVID 19] and covid"),
        ("a or b -c", "a b c", "[a] [b] c"),
        ("(a or b) lang:uk", "a b c", "[a] [b] c"),
        ("橋 東京", "東京都の新しい橋", "[東京]都の新しい[橋]"),
        ("สะพาน", "มีสะพานใหม่", "มี[สะพาน]ใหม่"),
        ("золото", "зо́лото", "[зо́лото]"),
        ("їжак", "Їжак іжак", "[Їжак] іжак"),
        ('"a b" b', "a b b", "[a b] [b]"),
    ],
)
def test_words_are_marked_where_they_stand(query: str, text: str, shown: str) -> None:
    assert marked(query, text) == shown


def test_a_part_is_marked_with_what_was_looked_for_there() -> None:
    assert marked("title:tram bus", "tram bus", Part.TITLE) == "[tram] [bus]"
    assert marked("title:tram bus", "tram bus", Part.TEXT) == "tram [bus]"


def test_fields_and_what_must_be_missing_mark_nothing() -> None:
    assert finder("lang:uk -bridge is:unread") is None
    assert finder("") is None


@given(
    st.lists(st.sampled_from(["tram", "bus", "Café", "橋", "old"]), max_size=30),
    st.sampled_from([" ", "\n", "-"]),
)
def test_spans_are_in_order_and_apart(parts: list[str], between: str) -> None:
    text = between.join(parts)
    found = finder('tram "old bus" cafe 橋 "bus tram"')
    assert found is not None
    spans = found.spans(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_an_excerpt_is_where_most_of_the_words_are() -> None:
    found = finder("tram bus river")
    assert found is not None
    text = "A tram. " + "x " * 300 + "Then a tram and a bus by the river. " + "y " * 300
    one = excerpt([(Part.CAPTION, "A bus"), (Part.TEXT, text)], found)
    assert one is not None
    assert one.part is Part.TEXT
    assert one.text.startswith("… ")
    assert one.text.endswith(" …")
    assert len(one.text) <= LENGTH + 4
    assert [one.text[start:end] for start, end in one.spans] == ["tram", "bus", "river"]
    assert one.spans[0][0] <= 24


def test_an_excerpt_of_a_short_text_is_all_of_it() -> None:
    found = finder("caption:ferry")
    assert found is not None
    one = excerpt([(Part.TEXT, "A ferry"), (Part.CAPTION, "The\nferry leaves")], found)
    assert one is not None
    assert (one.text, one.part, one.spans) == ("The ferry leaves", Part.CAPTION, ((4, 9),))
    assert excerpt([(Part.TEXT, "nothing")], found) is None


@given(st.text(alphabet="ab \n橋", max_size=600))
def test_any_excerpt_shows_what_it_says(text: str) -> None:
    found = finder("a or 橋")
    assert found is not None
    one = excerpt([(Part.TEXT, text)], found)
    assert (one is None) == (not found.spans(text))
    if one is not None:
        assert one.spans
        assert all("\n" not in one.text[start:end] for start, end in one.spans)
        assert one.text[one.spans[0][0]] in "a橋"
