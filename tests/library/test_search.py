"""What is found, and that nothing that a reader types is an error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.making import NOW, article
from tui_reader.library import content
from tui_reader.library.library import Library
from tui_reader.library.search import Match, spread, to_match
from tui_reader.model import Photo, Query, RelatedLink


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("search") / "library.db") as library:
        library.store(
            [
                article(
                    "bridge",
                    text="The old bridge over the Danube is open. Café society rejoices.",
                    photos=(Photo(caption="A ferryman", alt="Boats", credit="Getty Images"),),
                    authors=("Olena Pchilka",),
                    related=(RelatedLink("Tunnels of the Alps"),),
                ),
                article("kyiv", "uk", text="Їжак перейшов міст у Києві. COVID-19 минув."),
                article("tokyo", "ja", text="東京都の新しい橋が開通した。", title="橋"),
                article("thai", "th", text="สวัสดีครับ สะพานใหม่เปิดแล้ว"),
                article("hindi", "hi", text="नया पुल खुल गया है"),
            ],
            now=NOW,
        )
        yield library


def found(library: Library, query: str) -> set[str]:
    lines = library.headlines(library.index(Query(search=query), stories=False))
    return {line.language or "" for line in lines}


@pytest.mark.parametrize(
    ("query", "languages"),
    [
        ("bridge", {"en"}),
        ("BRIDGE danube", {"en"}),
        ("danube bridge", {"en"}),
        ("bridge tunnelx", set()),
        ('"old bridge"', {"en"}),
        ('"bridge old"', set()),
        ('"old bri', set()),
        ("dan", {"en"}),
        ("dan bridge", set()),
        ("dan* bridge", {"en"}),
        ("cafe", {"en"}),
        ("café", {"en"}),
        ("ferryman", {"en"}),
        ("boats", {"en"}),
        ("getty", {"en"}),
        ("pchilka", {"en"}),
        ("tunnels", {"en"}),
        ("About -bridge", {"uk", "th", "hi"}),
        ("-bridge", {"uk", "ja", "th", "hi"}),
        ('-"old bridge" -міст', {"ja", "th", "hi"}),
        ("міст", {"uk"}),
        ("їжак", {"uk"}),
        ("covid-19", {"uk"}),
        ("東京", {"ja"}),
        ("新しい橋", {"ja"}),
        ("橋", {"ja"}),
        ("京東", set()),
        ("สะพาน", {"th"}),
        ("पुल", {"hi"}),
        ("bridge AND", set()),
        ("NEAR(bridge old)", set()),
        ("title:bridge", set()),
        ("b", set()),
    ],
)
def test_found(filled: Library, query: str, languages: set[str]) -> None:
    assert found(filled, query) == languages


@pytest.mark.parametrize("query", ["", " ", '"', '""', "-", "*", "!!!", "- -", "\0", "''", "(", "\ud800"])
def test_what_asks_for_nothing_finds_all(filled: Library, query: str) -> None:
    assert len(found(filled, query)) == 5


@given(st.one_of(st.text(), st.text(alphabet='ab橋"*-()^:{}+AND OR NOT NEAR\0,.', max_size=40)))
def test_no_query_is_an_error(filled: Library, query: str) -> None:
    found(filled, query)
    filled.tabs(Query(search=query))


def test_a_very_long_query_is_no_error(filled: Library) -> None:
    found(filled, "bridge " * 5000)
    found(filled, "-bridge " * 5000)
    found(filled, "橋" * 5000)
    found(filled, "x" * 100_000)


def test_queries_are_quoted() -> None:
    assert to_match('a "b c" d* -e f') == Match('"a" AND "b c" AND "d" * AND "f"', '"e"')
    assert to_match(None) == to_match("  ") == Match()
    assert to_match("unfinished") == Match('"unfinished" *')
    assert to_match("finished ") == Match('"finished"')


def test_characters_without_spaces_between_words_are_words() -> None:
    assert spread("新しいnew").split() == ["新", "し", "い", "new"]
    assert spread("міст і bridge") == "міст і bridge"


def test_the_fields_of_the_index_stay_as_they_are() -> None:
    """Whoever changes this needs a migration that makes the index anew: see content.search_fields."""
    one = article(
        "a",
        text="Body 橋",
        photos=(Photo(caption="C", alt="A", credit="P"),),
        authors=("X", "Y"),
        related=(RelatedLink("R"),),
    )
    fields = content.search_fields(one)
    assert fields == ("About a", "Body  橋 ", "C\nA", "P", "X\nY", "R")


def test_the_index_agrees_with_itself_after_changes(path: Path) -> None:
    with Library.open(path) as library:
        for text in ("one two", "three four 橋", "", "one three"):
            library.store([article("a", text=text), article("b", text=text[::-1])], now=NOW)
        library._db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        assert len(found(library, "one three")) == 1
        assert found(library, "four") == set()
