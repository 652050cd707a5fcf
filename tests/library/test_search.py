"""What is found, and that nothing that a reader types is an error."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.making import NOW, article, search, trio
from tui_reader.library import content
from tui_reader.library.library import Library
from tui_reader.model import Photo, Query, RelatedLink
from tui_reader.search.errors import QueryError
from tui_reader.search.parse import parse
from tui_reader.search.words import spread, words


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


def found(library: Library, query: str, *, typing: bool = True) -> set[str]:
    asked = parse(query, now=NOW, zone=UTC, typing=typing)
    lines = library.headlines(library.index(Query(search=asked), stories=False))
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
        ('"old bri', {"en"}),
        ('"old br', {"en"}),
        ('"the old br', {"en"}),
        ('"the br', {"en"}),
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
        ("title:bridge", {"en"}),
        ("title:danube", set()),
        ("caption:ferryman", {"en"}),
        ("caption:danube", set()),
        ("credit:getty author:pchilka related:tunnels text:café", {"en"}),
        ("b", {"en", "uk", "ja", "th", "hi"}),
        ("tokyo or thai", {"th"}),
        ("bridge or міст or पुल", {"en", "uk", "hi"}),
        ("(bridge or міст) covid", {"uk"}),
        ("-(bridge or міст)", {"ja", "th", "hi"}),
        ("lang:ua", {"uk"}),
        ("-lang:uk", {"en", "ja", "th", "hi"}),
        ("lang:uk or bridge", {"uk", "en"}),
        ("-lang:uk or covid", {"uk", "en", "ja", "th", "hi"}),
        ("source:pos", {"en", "uk", "ja", "th", "hi"}),
        ("source:nobody", set()),
        ("has:photo", {"en"}),
        ("-has:caption lang:en", set()),
        ("is:unread bridge", {"en"}),
        ("is:read", set()),
        ("is:bookmarked or has:tag or has:note or tag:work", set()),
        ("after:2026-03-01", {"en", "uk", "ja", "th", "hi"}),
        ("before:2026-03-01", set()),
        ("after:2h before:30d", set()),
        ("after:2h bridge", {"en"}),
    ],
)
def test_found(filled: Library, query: str, languages: set[str]) -> None:
    assert found(filled, query) == languages


@pytest.mark.parametrize("query", ["", " ", '"', '""', "-", "!!!", "- -", "\0", "''", "(", "\ud800", "()"])
def test_what_asks_for_nothing_finds_all(filled: Library, query: str) -> None:
    assert len(found(filled, query)) == 5


_TERMS = st.sampled_from(
    [
        "bridge",
        "dan*",
        '"old_bridge"',
        "lang:uk",
        "source:post",
        "is:unread",
        "has:photo",
        "tag:x",
        "after:7d",
        "橋",
        "or",
        "(",
        ")",
        "-",
        "-(",
        '"',
        "title:",
        "before:",
        "міст",
        "NEAR",
        "AND",
        "^",
        ":",
        "{",
        "*",
    ]
)


@given(
    st.one_of(
        st.text(), st.lists(_TERMS, max_size=12).map(" ".join), st.lists(_TERMS, max_size=9).map("".join)
    )
)
def test_a_query_is_understood_or_told_where_it_is_wrong(filled: Library, query: str) -> None:
    """Nothing that a reader types is an error of the database."""
    wrong: list[int] = []
    for typing in (True, False):
        try:
            asked = parse(query, now=NOW, zone=UTC, typing=typing)
        except QueryError as error:
            wrong.append(error.position)
            continue
        filled.index(Query(search=asked))
        filled.tabs(Query(search=asked))
    assert all(0 <= position <= len(query) for position in wrong)


def test_a_very_long_query_is_no_error_of_the_database(filled: Library) -> None:
    for query in ("bridge " * 5000, "-bridge " * 5000, "(" * 5000 + "a"):
        with pytest.raises(QueryError, match="at most"):
            found(filled, query)
    found(filled, "橋" * 5000)
    found(filled, "x" * 100_000)


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
    assert [field.decode() for field in fields] == ["About a", "Body  橋 ", "C\nA", "P", "X\nY", "R"]


def test_the_index_agrees_with_itself_after_changes(path: Path) -> None:
    with Library.open(path) as library:
        for text in ("one two", "three four 橋", "wörter\ud800 слова", "", "one three"):
            library.store([article("a", text=text), article("b", text=text[::-1])], now=NOW)
        library._db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        assert len(found(library, "one three")) == 1
        assert found(library, "four or wörter or слова") == set()


def test_marks_and_their_notes_are_found(library: Library) -> None:
    library.store([article("a", text="one"), article("b", text="two")], now=NOW)
    first, second = (article(name).id for name in "ab")
    library.bookmarks.tag(first, add=["Work"], now=NOW)
    library.bookmarks.note(second, "A note", now=NOW)
    library.mark_read([first], True, now=NOW)

    def ids(query: str) -> list[str]:
        return [line.id for line in library.headlines(library.index(Query(search=search(query))))]

    assert ids("tag:work") == ids("is:read") == ids("has:tag") == [first]
    assert ids("has:note") == ids("is:unread") == ids("-tag:work") == [second]
    assert set(ids("is:bookmarked")) == {first, second}


def test_has_follows_what_is_stored(library: Library) -> None:
    def held(*photos: Photo) -> tuple[bool, bool]:
        library.store([article("a", photos=photos)], now=NOW)
        photo, caption = (library.index(Query(search=search(f"has:{what}"))) for what in ("photo", "caption"))
        return bool(photo), bool(caption)

    assert held() == (False, False)
    assert held(Photo("https://a.example/1.jpg", 'says "caption":"no"')) == (True, False)
    assert held(Photo("https://a.example/1.jpg", caption="A tram")) == (True, True)
    assert held() == (False, False)


@given(st.text(alphabet="aAéÉйЙїßſ橋新สะक्ि\u0301\u0308 -.1²ⅷ_", max_size=30))
def test_words_are_told_as_the_index_tells_them(text: str) -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute(
            """CREATE VIRTUAL TABLE s USING fts5 (t, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")"""
        )
        raw.execute("CREATE VIRTUAL TABLE v USING fts5vocab (s, 'instance')")
        raw.execute("INSERT INTO s VALUES (?)", (spread(text),))
        index = [term for (term,) in raw.execute("SELECT term FROM v ORDER BY offset") if term]
    assert [form for _, _, form in words(text)] == index


def test_the_first_screenful_of_a_common_word_is_that_of_all_hits(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`Listing.rows` looks among the newest first; whatever way it finds them, the rows are the same."""
    languages = ("en", "uk", "ru")
    monkeypatch.setattr("tui_reader.library.newest.ROWS", 150)
    monkeypatch.setattr("tui_reader.library.listing.ENOUGH", 25)
    with Library.open(path) as library:
        for round_ in range(8):
            library.store(
                [
                    article(
                        f"{round_}-{n}",
                        languages[n % 3],
                        story=f"s{round_}-{n // 3}" if n % 2 else None,
                        hours=(8 - round_) * 5 + n / 100 + (100 if n % 45 == 0 else 0),
                        text=f"word{n % 5} common",
                    )
                    for n in range(90)
                ],
                now=NOW,
            )
        everything = library.index(Query(search=search("common")), languages)
        for query in ("common", "-word1", "lang:uk common", "word2 or word3", "is:unread"):
            every = library.index(Query(search=search(query)), languages)
            library.lists.most(Query(search=search("another")))
            length, exact = library.lists.most(Query(search=search(query)))
            assert not exact
            assert length >= len(every)
            assert library.lists.rows(Query(search=search(query)), languages, limit=20) == every[:20]
            assert (
                library.lists.rows(Query(search=search(query)), languages, beside=every[9], limit=20)
                == every[10:30]
            )
            assert (
                library.lists.rows(Query(search=search(query)), languages, beside=every[-9], limit=20)
                == every[-8:]
            )
        assert len(everything) > 400


def test_unread_stories_of_a_search_are_counted_up_to_a_bound(library: Library) -> None:
    library.store([*trio("a"), *trio("b", hours=2), article("c", text="one")], now=NOW)
    assert library.unread(search("bridge"), 10) == 2
    assert library.unread(search("bridge"), 1) == 1
    assert library.unread(search("lang:uk or one"), 10) == 3
    stamp = library.stamp()
    library.lists.count(Query(search=search("bridge")))
    assert library.stamp() == stamp
    library.mark_read([trio("a")[0].id], True, now=NOW)
    assert library.stamp() != stamp
    assert library.unread(search("bridge"), 10) == 1
    assert library.unread(search("is:read"), 10) == 0
