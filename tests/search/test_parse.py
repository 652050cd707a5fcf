"""What a query means, and where a wrong one is wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.errors import QueryError
from tui_reader.search.parse import MAX_TERMS, finished, parse
from tui_reader.search.terms import (
    All,
    Any,
    Has,
    Is,
    Language,
    Node,
    Not,
    Part,
    SourceName,
    State,
    Tagged,
    Thing,
    Time,
    Words,
    wanted_words,
)
from tui_reader.search.words import is_word

NOW = datetime(2026, 3, 1, 12, 0, 30, tzinfo=UTC)


def read(query: str, *, typing: bool = False) -> Node | None:
    found = parse(query, now=NOW, zone=UTC, typing=typing)
    return found.root if found is not None else None


def stamp(*when: int) -> int:
    return int(datetime(*when, tzinfo=UTC).timestamp())  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("bridge", Words("bridge")),
        ("bri*", Words("bri", prefix=True)),
        ('"old bridge"', Words("old bridge")),
        ('"old bri"*', Words("old bri", prefix=True)),
        ("-bridge", Not(Words("bridge"))),
        ("covid-19", Words("covid-19")),
        ("--x", Not(Words("-x"))),
        ("old bridge", All((Words("old"), Words("bridge")))),
        ("a or b", Any((Words("a"), Words("b")))),
        ("a OR b c", All((Any((Words("a"), Words("b"))), Words("c")))),
        ("c a or b", All((Words("c"), Any((Words("a"), Words("b")))))),
        ("a or (b c)", Any((Words("a"), All((Words("b"), Words("c")))))),
        ("-(a or b)", Not(Any((Words("a"), Words("b"))))),
        ('"or"', Words("or")),
        ("(fox(es))", Words("fox(es)")),
        ("x)", Words("x)")),
        ("橋*", Words("橋")),
        ("lang:ua", Language("uk")),
        ("LANG:pt-br", Language("pt-BR")),
        ("-lang:uk", Not(Language("uk"))),
        ('source:"Kyiv Post"', SourceName("Kyiv Post")),
        ("is:unread", Is(State.UNREAD)),
        ("is:Bookmarked", Is(State.BOOKMARKED)),
        ("has:photos", Has(Thing.PHOTO)),
        ("tag:work", Tagged("work")),
        ("title:bri*", Words("bri", True, Part.TITLE)),
        ('caption:"old bridge"', Words("old bridge", part=Part.CAPTION)),
        ("author:x", Words("x", part=Part.AUTHOR)),
        ("after:2026", Time(start=stamp(2026, 1, 1))),
        ("after:2026-02", Time(start=stamp(2026, 2, 1))),
        ("before:2026-02-03", Time(end=stamp(2026, 2, 3))),
        ("after:12h", Time(start=stamp(2026, 3, 1, 0, 0))),
        ("before:7d", Time(end=stamp(2026, 2, 22, 12, 0))),
        ("https://paper.test/1", Words("https://paper.test/1")),
        ("12:30", Words("12:30")),
        ("Reuters:Kyiv", Words("Reuters:Kyiv")),
        ("a & b", All((Words("a"), Words("b")))),
        ("!!!", None),
        ("  ", None),
    ],
)
def test_a_query_is_a_tree(query: str, node: Node | None) -> None:
    assert read(query) == node


@pytest.mark.parametrize(
    ("query", "position", "reason"),
    [
        ('a "b c', 2, "quotation mark is not closed"),
        ("(a b", 0, "bracket is not closed"),
        ("b (a", 2, "bracket is not closed"),
        ("or a", 0, "stands between two terms"),
        ("a or", 4, "a term is expected after"),
        ("a or or b", 4, "a term is expected after"),
        ("(a or) b", 5, "a term is expected after"),
        ("br*dge", 2, "at the end of a word"),
        ("x b*", 2, "two letters or more"),
        ("lang: b", 5, "takes a language, such as lang:uk"),
        ("b lang:qqq", 7, "not a language tag"),
        ("is:odd", 3, "there are is:unread"),
        ("has:wings", 4, "there are has:photo"),
        ("after:soon", 6, "neither a day"),
        ("after:2026-13", 6, "there is no day 2026-13"),
        ("before:7x", 7, "nor an age"),
        ("tilte:bridge", 0, "did you mean title:"),
        ("-tilte:bridge", 1, "did you mean title:"),
        ("lang:u*", 6, "ends a word"),
        ("a " * 40, 2 * MAX_TERMS, "at most 32 terms"),
        ("(" * 9 + "a", 8, "at most 8 deep"),
    ],
)
def test_a_wrong_query_says_where_and_what_is_expected(query: str, position: int, reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as told:
        read(query)
    assert told.value.position == position
    assert f"character {position + 1} " in str(told.value)
    assert "\n" not in str(told.value)


def test_the_last_word_may_go_on_while_it_is_typed() -> None:
    assert read("old bri", typing=True) == All((Words("old"), Words("bri", prefix=True)))
    assert read("old bri ", typing=True) == All((Words("old"), Words("bri")))
    assert read('"old bri', typing=True) == Words("old bri", prefix=True)
    assert read('"old bri"', typing=True) == Words("old bri")
    assert read("-bri", typing=True) == Not(Words("bri"))


def test_what_is_half_typed_asks_for_nothing_yet() -> None:
    for text in (
        "lang:",
        "lang:q",
        "is:unr",
        "after:2026-1-",
        "tilte:x",
        "b",
        "or",
        "b*",
        "bridge*s",
        "(",
        '"',
        "a or",
    ):
        assert read(f"bridge {text}", typing=True) in (Words("bridge"), All((Words("bridge"), Words("a")))), (
            text
        )
    with pytest.raises(QueryError):
        read("bridge is:unr ", typing=True)


@given(st.text(alphabet='ab 橋"*-():or', max_size=24))
def test_typing_never_fails_where_the_finished_query_is_right(query: str) -> None:
    try:
        finished = read(query)
    except QueryError:
        return
    typed = read(query + " ", typing=True)
    assert typed == finished


@given(
    st.lists(
        st.text(alphabet="nabзаяїñ", min_size=2, max_size=8).filter(lambda word: word != "or"),
        min_size=1,
        max_size=6,
    )
)
def test_plain_words_are_themselves(plain: list[str]) -> None:
    assert [one.text for one in wanted_words(read(" ".join(plain)))] == plain
    assert all(map(is_word, plain))


def test_days_begin_where_the_reader_is() -> None:
    east = timezone(timedelta(hours=2))
    found = parse("after:2026-03-01", now=NOW, zone=east)
    assert found is not None
    assert found.root == Time(start=stamp(2026, 2, 28, 22))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("bri", "bri*"),
        ("bri ", "bri "),
        ('"a b"', '"a b"'),
        ("lang:uk", "lang:uk"),
        ("a bri*", "a bri*"),
        ("-bri", "-bri"),
        ("title:bri", "title:bri*"),
    ],
)
def test_what_was_typed_is_written_as_it_was_understood(typed: str, written: str) -> None:
    assert finished(typed, now=NOW) == written
    assert read(written) == read(typed, typing=True)
