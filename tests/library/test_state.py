"""Read marks and bookmarks, and what becomes of them when stories change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.making import NOW, article, trio
from tests.stories.test_grouping import some_articles
from tui_reader.library.library import Library
from tui_reader.model import Article, EditionLink, Query
from tui_reader.stories.claiming import MAX_SHARED
from tui_reader.stories.grouping import group_articles


def stories(library: Library) -> list[tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for line in library.headlines(library.index(Query(), stories=False)):
        found.setdefault(line.story, []).append(line.id)
    return sorted(tuple(sorted(ids)) for ids in found.values())


def unread(library: Library) -> int:
    return library.tabs(Query())[0].unread


def is_bookmarked(library: Library, one: Article) -> bool:
    held = library.held(one.id)
    assert held is not None
    return held.bookmarked


def test_reading_one_edition_reads_the_story_and_can_be_undone(library: Library) -> None:
    library.store([*trio("a"), article("b")], now=NOW)
    ids = {one.id for one in trio("a")}
    changed = library.mark_read([trio("a")[1].id], True, now=NOW)
    assert set(changed) == ids
    assert unread(library) == 1
    assert library.mark_read([trio("a")[0].id], True, now=NOW) == []
    assert set(library.mark_read(changed, False, now=NOW)) == ids
    assert unread(library) == 2
    assert library.mark_read(["unknown"], True, now=NOW) == []


def test_with_the_setting_each_edition_is_for_itself(path: Path) -> None:
    with Library.open(path, read="edition") as library:
        library.store(trio("a"), now=NOW)
        uk = trio("a")[0].id
        assert library.mark_read([uk], True, now=NOW) == [uk]
        assert [(tab.language, tab.unread) for tab in library.tabs(Query())] == [
            (None, 1),
            ("en", 1),
            ("ru", 1),
            ("uk", 0),
        ]
        lines = library.headlines(library.index(Query(), stories=False))
        assert {line.language for line in lines if line.read} == {"uk"}
    with Library.open(path) as library:
        assert unread(library) == 0
        assert set(library.mark_read([trio("a")[1].id], False, now=NOW)) == {one.id for one in trio("a")}


def test_all_that_a_query_finds_is_read_and_can_be_undone(library: Library) -> None:
    library.store([*trio("a"), article("b", source="Times"), article("c")], now=NOW)
    library.mark_read([article("c").id], True, now=NOW)
    changed = library.mark_all_read(Query(source="Post", language="uk"), now=NOW)
    assert set(changed) == {one.id for one in trio("a")}
    assert unread(library) == 1
    library.mark_read(changed, False, now=NOW)
    assert unread(library) == 2


def test_an_edition_that_joins_a_read_and_bookmarked_story_is_so_too(library: Library) -> None:
    uk, en, ru = trio("a")
    library.store([uk], now=NOW)
    library.mark_read([uk.id], True, now=NOW)
    assert library.bookmark(uk.id, True, now=NOW) == [uk.id]
    library.store([en, ru], now=NOW)
    assert unread(library) == 0
    assert is_bookmarked(library, en)
    assert set(library.bookmark(ru.id, False, now=NOW)) == {uk.id, en.id, ru.id}
    assert not is_bookmarked(library, uk)
    assert library.bookmark("unknown", True, now=NOW) == []


def test_a_story_that_falls_apart_leaves_each_article_its_own_marks(library: Library) -> None:
    uk, en = article("a", "uk", story="x"), article("b", "en", story="x")
    library.store([uk], now=NOW)
    library.bookmark(uk.id, True, now=NOW)
    library.store([en], now=NOW)
    assert is_bookmarked(library, en)
    library.store([replace(en, story=None)], now=NOW)
    assert len(stories(library)) == 2
    assert is_bookmarked(library, uk)
    assert not is_bookmarked(library, en)


def test_an_older_article_that_names_two_stories_joins_them(library: Library) -> None:
    uk, en = article("a", "uk"), article("b", "en")
    library.store([uk], now=NOW)
    library.store([en], now=NOW)
    library.mark_read([en.id], True, now=NOW)
    ru = article("c", "ru", editions=(EditionLink("uk", uk.url), EditionLink("en", en.url)))
    library.store([ru], now=NOW)
    assert stories(library) == [tuple(sorted((uk.id, en.id, ru.id)))]
    assert unread(library) == 0


def test_a_page_that_is_fetched_brings_the_evidence(library: Library) -> None:
    uk, en = article("a", "uk", partial=True), article("b", "en")
    library.store([uk, en], now=NOW)
    assert len(stories(library)) == 2
    page = replace(uk, partial=False, editions=(EditionLink("en", en.url),))
    library.store([page], now=NOW, fetched=True)
    library.store([uk], now=NOW)
    assert len(stories(library)) == 1


@pytest.mark.parametrize("size", [1, 7, 500])
def test_a_name_that_becomes_too_popular_lets_its_story_go(library: Library, size: int) -> None:
    articles = [article(f"a{n}", "uk" if n % 2 else "en", story="x") for n in range(100)]
    for start in range(0, 100, size):
        library.store(articles[start : start + size], now=NOW)
    assert stories(library) == group_articles(articles)


def test_a_long_chain_stays_affordable_and_no_story_grows_without_end(library: Library) -> None:
    languages = [f"{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(120)]
    urls = [f"https://post.example/{n}" for n in range(120)]
    for n, language in enumerate(languages):
        names = (EditionLink("xx", urls[n - 1]),) if n else ()
        library.store([article(f"a{n}", language, url=urls[n], editions=names)], now=NOW)
    assert sum(map(len, stories(library))) == 120
    assert max(map(len, stories(library))) <= MAX_SHARED


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


@given(some_articles(), st.randoms(use_true_random=False), st.integers(1, 4), st.data())
@settings(max_examples=60, deadline=None)
def test_the_library_groups_as_the_pure_part_does_and_state_survives(
    folder: Path, articles: list[Article], random: Random, size: int, data: st.DataObject
) -> None:
    path = folder / f"{random.random()}{size}.db"
    for rest in folder.glob(f"{path.name}*"):
        rest.unlink()
    arriving = list(articles)
    random.shuffle(arriving)
    bookmarked: set[str] = set()
    read: set[str] = set()
    with Library.open(path) as library:
        for start in range(0, len(arriving), size):
            library.store(arriving[start : start + size], now=NOW)
            marked = data.draw(st.sampled_from(arriving[: start + size])).id
            bookmarked |= set(library.bookmark(marked, True, now=NOW))
            read |= set(library.mark_read([marked], True, now=NOW))
        assert stories(library) == group_articles(articles)
        for one in articles:
            held = library.held(one.id)
            assert held is not None
            story = next(ids for ids in stories(library) if one.id in ids)
            assert held.bookmarked == bool(bookmarked & set(story))
            assert held.read == bool(read & set(story))
