"""Where the words stand: as the index finds them."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.library.search import spread
from tui_reader.seeking import Term, excerpt, spans
from tui_reader.seeking.marking import nearest


def marked(text: str, *terms: Term) -> str:
    for start, end in reversed(spans(text, terms)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("text", "terms", "result"),
    [
        ("The old Bridge, a bridge.", [Term("bridge")], "The old [Bridge], a [bridge]."),
        ("Bridges and bridgeheads", [Term("bridge")], "Bridges and bridgeheads"),
        ("Bridges and bridgeheads", [Term("bridge", prefix=True)], "[Bridges] and [bridgeheads]"),
        ("The old, old bridge", [Term("old bridge")], "The old, [old bridge]"),
        ("Café CAFE cafe\u0301", [Term("cafe")], "[Café] [CAFE] [cafe\u0301]"),
        ("Київ і Киів", [Term("київ")], "[Київ] і Киів"),
        ("東京都の新しい橋", [Term("東京"), Term("橋")], "[東京]都の新しい[橋]"),
        ("สะพานใหม่", [Term("พาน")], "สะ[พาน]ใหม่"),
        ("नया पुल", [Term("पुल")], "नया [पुल]"),
        ("COVID-19 and 19", [Term("covid-19")], "[COVID-19] and 19"),
        ("a b c", [Term("b"), Term("b c")], "a [b c]"),
        ("", [Term("a")], ""),
        ("a", [Term("…")], "a"),
    ],
)
def test_marked(text: str, terms: list[Term], result: str) -> None:
    assert marked(text, *terms) == result


WORDS = st.lists(
    st.text(alphabet="aàÀбБйїґe\u0301ßςΣ橋ก1'-.ًم", min_size=1, max_size=4), min_size=1, max_size=5
).map(" ".join)


@given(WORDS, st.text(alphabet="aàбйїe\u0301ßς橋ก1م", min_size=1, max_size=3), st.booleans())
def test_what_the_index_finds_is_marked_and_nothing_else(text: str, word: str, prefix: bool) -> None:
    index = sqlite3.connect(":memory:")
    index.execute(
        "CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\")"
    )
    index.execute("INSERT INTO t VALUES (?)", (spread(text),))
    query = '"' + spread(word).strip() + '"' + (" *" if prefix else "")
    found = bool(index.execute("SELECT 1 FROM t WHERE t MATCH ?", (query,)).fetchone())
    index.close()
    assert bool(spans(text, [Term(word, prefix)])) == found


TEXT = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen bridge end."


def test_an_excerpt_stands_around_the_match() -> None:
    text, marks = excerpt(TEXT, [Term("bridge")], 40)
    assert text == "… fourteen fifteen sixteen bridge end."
    assert [text[start:end] for start, end in marks] == ["bridge"]
    text, marks = excerpt(TEXT, [Term("three")], 40)
    assert text.startswith("One two three four")
    assert text.endswith(" …")
    assert [text[start:end] for start, end in marks] == ["three"]
    assert excerpt("short\nand\n done", [Term("none")], 40) == ("short and done", [])


@given(st.text(), st.text(min_size=1, max_size=3), st.integers(10, 60))
def test_an_excerpt_is_bounded_and_its_marks_lie_in_it(text: str, word: str, width: int) -> None:
    found, marks = excerpt(text, [Term(word, prefix=True)], width)
    assert len(found) <= width + 4
    assert all(0 <= start < end <= len(found) for start, end in marks)


def test_from_match_to_match_and_around() -> None:
    assert nearest([3, 8, 12], 3, 1) == 8
    assert nearest([3, 8, 12], 12, 1) == 3
    assert nearest([3, 8, 12], 8, -1) == 3
    assert nearest([3, 8, 12], 3, -1) == 12
    assert nearest([], 3, 1) is None
