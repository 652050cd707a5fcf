"""Doubles across sources: one line in lists of many sources, marks for all, and every source's own list as it was."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.library.making import NOW, article, back_to, search, trio
from tui_reader.library.library import Library
from tui_reader.model import Article, Headline, Query
from tui_reader.stories.doubling import MAX_SOURCES

TITLE = "Old bridge opens again after eleven months of work"
ORDER = ("uk", "en")
ADDRESS = "https://wire.example/bridge"


def told(source: str, language: str = "en", **changes: object) -> Article:
    """The same text from a source."""
    return article(f"bridge-{source}", language, source=source, **({"title": TITLE} | changes))  # type: ignore[arg-type]


def shown(library: Library, query: Query | None = None, order: Sequence[str] = ORDER) -> list[Headline]:
    return library.headlines(library.index(query or Query(), order))


def sources(library: Library, query: Query | None = None) -> list[tuple[str, ...]]:
    return [line.sources for line in shown(library, query)]


def agrees(library: Library) -> None:
    """The numbers and the lines are those that all articles at once would give."""
    _tally_agrees(library)
    lists = [Query(), Query(language="en"), Query(language="uk"), Query(source="Post"), Query(source="Wire")]
    for query in lists:
        for tab in library.tabs(query):
            of_tab = replace(query, language=query.language or tab.language)
            if query.language is None:
                assert tab.total == len(shown(library, of_tab)), of_tab
                assert tab.unread == len(shown(library, replace(of_tab, unread=True))), of_tab
    before = _state(library)
    library._db.execute("DELETE FROM folding")
    with Library.open(library.path, doubles="fold"):
        pass
    assert _state(library) == before
    _tally_agrees(library)


def _state(library: Library) -> Sequence[object]:
    return library._db.rows("SELECT number, line, folded, seen, read, bookmarked, hidden, alone FROM listing")


def _tally_agrees(library: Library) -> None:
    kept = library._db.rows("SELECT * FROM tally ORDER BY scope, source, language")
    library.recount()
    assert kept == library._db.rows("SELECT * FROM tally ORDER BY scope, source, language")


@pytest.fixture
def three(library: Library) -> Library:
    """One text in three sources, the first of them with a summary only, and an article of its own."""
    library.store(
        [
            told("Post", hours=1.3, partial=True),
            told("Wire", hours=1.1),
            told("Gazette", hours=1),
            article("x"),
        ],
        now=NOW,
    )
    return library


def test_it_stands_once_and_names_its_sources_the_full_and_earliest_first(three: Library) -> None:
    assert sorted(sources(three)) == [("Post",), ("Wire", "Gazette", "Post")]
    assert sorted(sources(three, Query(language="en"))) == [("Post",), ("Wire", "Gazette", "Post")]
    assert [(tab.language, tab.total, tab.unread) for tab in three.tabs(Query())] == [
        (None, 2, 2),
        ("en", 2, 2),
    ]
    assert three.lists.count(Query()) == 2
    # Each article is still an article, and a source has its own.
    assert len(three.index(Query(), stories=False)) == 4
    assert sources(three, Query(source="Gazette")) == [("Gazette", "Wire", "Post")]
    assert {name: count.total for name, count in three.counts().items()} == {
        "Post": 2,
        "Wire": 1,
        "Gazette": 1,
    }
    agrees(three)


def test_by_address_without_its_trackers(library: Library) -> None:
    library.store(
        [
            told("Post", title="One", url=f"{ADDRESS}?utm_source=rss&utm_medium=feed#top"),
            told("Wire", title="Another", url=f"http://www.{ADDRESS[8:]}/?fbclid=x", hours=90),
            told("Gazette", title="Third", url=f"{ADDRESS}?page=2"),
        ],
        now=NOW,
    )
    assert sorted(sources(library)) == [("Gazette",), ("Wire", "Post")]
    agrees(library)


def test_a_search_and_a_list_of_some_sources_show_those_that_they_have(three: Library) -> None:
    three.store([told("Post", hours=1.3, partial=True, text="The old ferry rests.")], now=NOW)
    assert sources(three, Query(search=search("bridge"))) == [("Post",), ("Wire", "Gazette", "Post")]
    assert [line.source for line in shown(three, Query(search=search("ferry")))] == ["Post"]
    assert [line.source for line in shown(three, Query(search=search('"bridge opens" source:gazette')))] == [
        "Gazette"
    ]
    assert sorted(line.source for line in shown(three, Query(sources=("Gazette", "Post")))) == [
        "Gazette",
        "Post",
    ]
    found = three.tabs(Query(search=search("title:bridge")))
    assert [(tab.language, tab.total, tab.unread) for tab in found] == [(None, 1, 1), ("en", 1, 1)]
    assert three.unread(search("title:bridge"), 9) == 1
    three.mark_read([told("Post").id], True, now=NOW)
    found = three.tabs(Query(search=search("title:bridge")))
    assert [(tab.total, tab.unread) for tab in found] == [(1, 0), (1, 0)]


@pytest.mark.parametrize("read", ["story", "edition"])
def test_what_is_read_in_one_is_read_in_all(path: Path, read: str) -> None:
    with Library.open(path, read="story" if read == "story" else "edition") as library:
        library.store([told("Post"), told("Wire"), article("x")], now=NOW)
        changed = library.mark_read([told("Wire").id], True, now=NOW)
        assert set(changed) == {told("Post").id, told("Wire").id}
        assert len(shown(library, Query(unread=True))) == 1
        assert (library.counts()["Post"].unread, library.counts()["Wire"].unread) == (1, 0)
        # One that comes later is read already; that it is unread again, all are.
        library.store([told("Gazette")], now=NOW)
        assert library.counts()["Gazette"].unread == 0
        library.mark_read([told("Gazette").id], False, now=NOW)
        assert library.counts()["Post"].unread == 2
        agrees(library)


def test_with_editions_apart_only_the_same_language_is_read(path: Path) -> None:
    with Library.open(path, read="edition") as library:
        uk, en = told("Post", "uk", title="Міст", story="s"), told("Post", story="s")
        library.store([uk, en, told("Wire")], now=NOW)
        assert set(library.mark_read([told("Wire").id], True, now=NOW)) == {en.id, told("Wire").id}
        assert [line.id for line in shown(library, Query(unread=True))] == [uk.id]
        agrees(library)


def test_a_bookmark_on_any_is_kept_and_is_the_one_shown(three: Library) -> None:
    post = told("Post", hours=1.3, partial=True)
    three.bookmarks.tag(post.id, add=["war"], now=NOW)
    (line,) = [line for line in shown(three) if len(line.sources) > 1]
    assert (line.source, line.bookmarked, line.tags) == ("Post", True, ("war",))
    assert [line.source for line in shown(three, Query(bookmarked=True))] == ["Post"]
    assert sum(count.bookmarked for count in three.counts().values()) == 1
    # Both kept: both stand among the bookmarks.
    three.bookmark(told("Gazette").id, True, now=NOW)
    assert sorted(line.source for line in shown(three, Query(bookmarked=True))) == ["Gazette", "Post"]
    agrees(three)
    three.bookmark(post.id, False, now=NOW)
    assert [line.source for line in shown(three) if line.bookmarked] == ["Gazette"]
    agrees(three)


def test_a_hidden_one_gives_its_place_to_the_next(three: Library) -> None:
    three.hiding.hide(told("Wire").id, True, now=NOW)
    assert sorted(sources(three)) == [("Gazette", "Post"), ("Post",)]
    assert [line.source for line in shown(three, Query(search=search("is:hidden")))] == ["Wire"]
    three.hiding.hide(told("Gazette").id, True, now=NOW)
    three.hiding.hide(told("Post").id, True, now=NOW)
    assert sources(three) == [("Post",)]
    assert [line.source for line in shown(three, Query(search=search("is:hidden")))] == ["Wire"]
    agrees(three)


def test_stories_go_together_with_all_their_editions(library: Library) -> None:
    """Post has it in three languages, Wire in two; only the English articles say the same."""
    post = [replace(one, title=TITLE) if one.language == "en" else one for one in trio("a")]
    wire = [told("Wire", story="w"), told("Wire", "uk", story="w", title="Міст знову відкрито")]
    library.store([*post, *wire], now=NOW)
    (line,) = shown(library)
    assert (set(line.sources), line.language) == ({"Post", "Wire"}, "uk")
    assert [(tab.language, tab.total) for tab in library.tabs(Query())] == [
        (None, 1), ("en", 1), ("ru", 1), ("uk", 1),
    ]  # fmt: skip
    assert [line.language for line in shown(library, order=("ru",))] == ["ru"]
    held = library.held(post[1].id)
    assert held is not None
    assert [(one.source, one.language) for one in held.doubles] == [("Wire", "en")]
    assert [one.language for one in library.held(wire[1].id).doubles] == ["uk"]  # type: ignore[union-attr]
    library.mark_read([wire[1].id], True, now=NOW)
    assert library.tabs(Query())[0].unread == 0
    # Its story parted, each edition goes its own way.
    library.store([replace(wire[1], story=None)], now=NOW)
    assert sorted(map(set, sources(library)), key=len) == [{"Wire"}, {"Post", "Wire"}]
    agrees(library)


def test_new_evidence_folds_anew_and_no_mark_is_lost(library: Library) -> None:
    post, wire = told("Post"), told("Wire")
    library.store([post, replace(wire, title="Bridge")], now=NOW)
    library.mark_read([post.id], True, now=NOW)
    library.bookmark(wire.id, True, now=NOW)
    assert len(shown(library)) == 2
    library.store([wire], now=NOW)
    assert [(line.sources, line.read, line.bookmarked) for line in shown(library)] == [
        (("Wire", "Post"), True, True)
    ]
    agrees(library)
    library.store([replace(post, title="Something else entirely is told in this one now")], now=NOW)
    assert {line.source: (line.read, line.bookmarked) for line in shown(library)} == {
        "Post": (True, False), "Wire": (False, True),
    }  # fmt: skip
    # Another of the source with the same headline: now it says nothing.
    library.store([post], now=NOW)
    library.store([replace(wire, identity="again", url="https://wire.example/again")], now=NOW)
    assert len(shown(library)) == 3
    agrees(library)


def test_a_source_that_gets_the_name_of_another_has_no_doubles_in_it(library: Library) -> None:
    library.store([told("Post"), told("Wire")], now=NOW)
    assert len(shown(library)) == 1
    library.rename_source("Wire", "Post")
    assert len(shown(library)) == 2
    agrees(library)


def test_the_order_of_arrival_makes_no_difference(tmp_path: Path) -> None:
    articles = [
        told("Post", hours=1.3, partial=True), told("Wire", hours=1.1), told("Gazette", hours=2.0),
        told("Herald", url=ADDRESS, title="A title", hours=9), told("Times", url=ADDRESS, hours=2.2),
    ]  # fmt: skip
    found = set()
    for n, order in enumerate([*permutations(articles)][::7]):
        with Library.open(tmp_path / f"{n}.db") as library:
            for one in order:
                library.store([one], now=NOW)
            found.add(tuple((line.id, line.sources) for line in shown(library)))
    assert len(found) == 1
    assert {names for _, names in found.pop()} == {("Herald", "Times", "Gazette", "Wire", "Post")}


def test_what_too_many_have_holds_nobody_together_any_more(library: Library) -> None:
    many = [told(f"S{n}", url=f"https://s{n}.example/a") for n in range(MAX_SOURCES + 1)]
    library.store(many[:-1], now=NOW)
    assert len(shown(library)) == 1
    library.store(many[-1:], now=NOW)
    assert len(shown(library)) == MAX_SOURCES + 1
    library.store([replace(many[7], title="Something else altogether is what this one tells")], now=NOW)
    assert len(shown(library)) == 2
    agrees(library)


def test_they_stand_apart_where_that_is_wanted(path: Path) -> None:
    with Library.open(path) as library:
        library.store([told("Post"), told("Wire")], now=NOW)
        library.mark_read([told("Post").id], True, now=NOW)
        library.mark_read([told("Post").id], False, now=NOW)
        assert len(shown(library)) == 1
    with Library.open(path, doubles="show") as library:
        assert sorted(sources(library)) == [("Post",), ("Wire",)]
        library.store([told("Gazette")], now=NOW)
        assert library.tabs(Query())[0].total == 3
        library.mark_read([told("Post").id], True, now=NOW)
        assert library.tabs(Query())[0].unread == 2
        _tally_agrees(library)
    with Library.open(path) as library:  # who doesn't care leaves it so
        assert len(shown(library)) == 3
    with Library.open(path, doubles="fold") as library:
        assert [(len(line.sources), line.read) for line in shown(library)] == [(3, True)]
        agrees(library)


def test_what_an_older_library_holds_is_folded_when_it_is_opened(path: Path) -> None:
    with Library.open(path, doubles="show") as library:
        library.store([told("Post"), told("Wire"), *trio("a")], now=NOW)
        library.mark_read([told("Wire").id], True, now=NOW)
    back_to(path, 11)
    with Library.open(path) as library:
        assert sorted(map(len, sources(library))) == [1, 2]
        assert [line.read for line in shown(library) if len(line.sources) == 2] == [True]
        agrees(library)


def some() -> list[Article]:
    """Articles among which there are doubles, editions, both, and neither."""
    made: list[Article] = []
    for n in range(4):
        title = f"{TITLE} number {n}"
        made += [
            told(source, title=title, story=f"s{n}", hours=n + 1) for source in ("Post", "Wire", "Gazette")
        ]
        made += [replace(one, identity=f"{one.identity}-{n}") for one in made[-3:]]
        del made[-6:-3]
        made.append(article(f"uk{n}", "uk", source="Post", title=f"Міст {n}", story=f"s{n}", hours=n + 1))
        made.append(
            article(f"w{n}", "uk", source="Wire", title=f"Інше {n}", story=f"s{n}", url=f"{ADDRESS}{n % 2}")
        )
        made.append(
            article(f"h{n}", "uk", source="Herald", title=f"Ще {n}", url=f"{ADDRESS}{n % 3}", partial=n > 1)
        )
    return made


STEP = st.tuples(
    st.sampled_from(["store", "change", "read", "unread", "mark", "hide", "part", "title", "rename"]),
    st.integers(0, 23),
)


def apply(library: Library, articles: Sequence[Article], steps: Iterable[tuple[str, int]]) -> None:
    for what, n in steps:
        one = articles[n]
        if what == "store":
            library.store(articles[n : n + 5], now=NOW)
        elif what == "change":
            library.store([replace(articles[(n * 7) % 24], identity=one.identity)], now=NOW)
        elif what == "title":
            library.store(
                [replace(one, title="Another matter altogether, which nobody else tells today")], now=NOW
            )
        elif what in ("read", "unread"):
            library.mark_read([one.id], what == "read", now=NOW)
        elif what == "mark":
            library.bookmark(one.id, n % 3 > 0, now=NOW)
        elif what == "hide":
            library.hiding.hide(one.id, n % 3 > 0, now=NOW)
        elif what == "part":
            library.part(one.id, now=NOW)
        else:
            library.rename_source("Herald", ("Herald", "Wire", "New")[n % 3])


@settings(max_examples=20, deadline=None)
@given(st.lists(STEP, max_size=16), st.sampled_from(["story", "edition"]))
@example([("store", 19), ("change", 23)], "story")  # whose old address two others have to themselves then
def test_lines_and_numbers_never_drift(steps: list[tuple[str, int]], read: str) -> None:
    articles = some()
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "l.db", read="story" if read == "story" else "edition") as library,
    ):
        library.store(articles[:12], now=NOW)
        apply(library, articles, steps)
        agrees(library)
