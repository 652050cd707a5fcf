"""Tags and notes: on a bookmark, through whatever becomes of the story, and back again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.library.making import NOW, article, back_to, trio
from tui_reader.bookmarks import MAX_TAGS, Bookmark
from tui_reader.library.checkup import State, examine
from tui_reader.library.library import Library
from tui_reader.library.rescue import rescue
from tui_reader.model import Article, Held, Query

LATER = NOW + timedelta(hours=2)


def held(library: Library, one: Article) -> Held:
    found = library.held(one.id)
    assert found is not None
    return found


def kept(library: Library, one: Article) -> tuple[bool, tuple[str, ...], str | None]:
    found = held(library, one)
    return found.bookmarked, found.tags, found.note


def tagged(library: Library, tag: str) -> list[str]:
    return [line.title for line in library.headlines(library.index(Query(tag=tag)))]


def test_a_tag_bookmarks_the_story_and_is_each_editions(library: Library) -> None:
    library.store([*trio("a"), article("b")], now=NOW)
    uk, en, _ = trio("a")
    library.bookmarks.tag(uk.id, add=["War", "war", "#довге читання"], now=NOW)
    assert kept(library, en) == (True, ("War", "довге читання"), None)
    assert tagged(library, "WAR") == ["About a"]
    assert tagged(library, "wa") == []
    assert library.bookmarks.known_tags() == [("War", 1), ("довге читання", 1)]
    lines = library.headlines(library.index(Query()))
    assert {line.title: line.tags for line in lines} == {"About a": ("War", "довге читання"), "About b": ()}
    library.bookmarks.tag(en.id, remove=["WAR"], now=NOW)
    assert kept(library, uk) == (True, ("довге читання",), None)
    assert library.bookmarks.tag("unknown", add=["x"], now=NOW) == []


def test_a_note_bookmarks_too_and_can_be_taken_away(library: Library) -> None:
    one = article("a")
    library.store([one], now=NOW)
    library.bookmarks.note(one.id, "Ask Olena.\r\n\r\nPage 3", now=NOW)
    assert kept(library, one) == (True, (), "Ask Olena.\n\nPage 3")
    library.bookmarks.note(one.id, "  ", now=NOW)
    assert kept(library, one) == (True, (), None)


def test_every_change_gives_back_what_was(library: Library) -> None:
    uk, en, ru = trio("a")
    library.store([uk, en, ru], now=NOW)
    nothing = library.bookmarks.tag(uk.id, add=["war"], now=NOW)
    one_tag = library.bookmarks.note(uk.id, "why", now=LATER)
    both = library.bookmarks.of(en.id)
    library.bookmark(ru.id, False, now=LATER)
    assert kept(library, uk) == (False, (), None)
    library.bookmarks.restore(both)
    assert library.bookmarks.of(ru.id) == both
    assert {one.at for one in both} == {NOW}
    library.bookmarks.restore(one_tag)
    assert kept(library, ru) == (True, ("war",), None)
    library.bookmarks.restore(nothing)
    assert kept(library, uk) == (False, (), None)
    assert library.counts()["Post"].bookmarked == 0
    assert library.index(Query(bookmarked=True)) == []


def test_they_stay_with_the_articles_when_a_story_falls_apart_and_meet_when_two_become_one(
    library: Library,
) -> None:
    uk, en = article("a", "uk", story="x"), article("b", "en", story="x")
    library.store([uk], now=NOW)
    library.store([replace(en, story=None)], now=NOW)
    library.bookmarks.tag(uk.id, add=["one"], now=NOW)
    library.bookmarks.note(uk.id, "first", now=NOW)
    library.bookmarks.tag(en.id, add=["two"], now=NOW)
    library.bookmarks.note(en.id, "second", now=NOW)
    library.store([en], now=NOW)
    assert kept(library, uk) == kept(library, en) == (True, ("one", "two"), "first\n\nsecond")
    assert len(library.index(Query(tag="one"))) == 1
    library.bookmarks.tag(uk.id, add=["three"], now=NOW)
    library.store([replace(en, story=None)], now=NOW)
    assert kept(library, uk) == (True, ("one", "three"), "first")
    assert kept(library, en) == (True, ("three", "two"), "second")


def test_an_edition_that_joins_later_shows_them(library: Library) -> None:
    uk, en, _ = trio("a")
    library.store([uk], now=NOW)
    library.bookmarks.tag(uk.id, add=["war"], now=NOW)
    library.store([en], now=NOW)
    assert kept(library, en) == (True, ("war",), None)
    assert [tab.total for tab in library.tabs(Query(tag="war"))] == [1, 1, 1]
    assert library.index(Query(tag="war", language="en")) != []


def test_tags_are_bounded(library: Library) -> None:
    one = article("a")
    library.store([one], now=NOW)
    library.bookmarks.tag(one.id, add=[f"t{n}" for n in range(100)], now=NOW)
    library.bookmarks.tag(one.id, add=["more"], now=NOW)
    assert len(held(library, one).tags) == MAX_TAGS


def fill(path: Path) -> Article:
    uk = trio("a")[0]
    with Library.open(path) as library:
        library.store(trio("a"), now=NOW)
        library.bookmarks.tag(uk.id, add=["war", "peace"], now=NOW)
        library.bookmarks.note(uk.id, "why", now=NOW)
    return uk


def test_the_check_finds_them_sound_and_a_tag_without_a_bookmark_wrong(path: Path) -> None:
    fill(path)
    assert not [one for one in examine(path) if one.state is not State.OK]
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM bookmark WHERE number = 1")
        raw.commit()
    said = " ".join(one.text for one in examine(path) if one.state is State.DAMAGED)
    assert "tags have no bookmark: 2" in said
    assert "notes have no bookmark: 1" in said


@pytest.mark.parametrize("lost", ["", "DELETE FROM bookmark", "DROP TABLE bookmark"])
def test_the_rescue_saves_them_even_where_the_bookmark_itself_is_lost(path: Path, lost: str) -> None:
    uk = fill(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(lost)
    saved = rescue(path, path.with_name("new.db"))
    assert saved.bookmarks == 3
    with Library.open(path.with_name("new.db")) as library:
        assert kept(library, uk) == (True, ("peace", "war"), "why")
        if not lost:
            assert {one.at for one in library.bookmarks.of(uk.id)} == {NOW}


def test_the_bookmarks_of_an_older_library_can_be_tagged(path: Path) -> None:
    uk = trio("a")[0]
    with Library.open(path) as library:
        library.store(trio("a"), now=NOW)
        library.bookmark(uk.id, True, now=NOW)
    back_to(path, 6)
    with Library.open(path) as library:
        assert kept(library, uk) == (True, (), None)
        library.bookmarks.tag(uk.id, add=["war"], now=NOW)
        assert tagged(library, "war") == ["About a"]


def test_bookmarks_of_a_list_join_those_that_are_there(library: Library) -> None:
    uk, en, _ = trio("a")
    library.store([uk, en, article("b")], now=NOW)
    library.bookmarks.tag(uk.id, add=["War"], now=NOW)
    library.bookmarks.note(uk.id, "mine", now=NOW)
    other = article("b")
    wanted = [([uk.id], None), (["unknown"], other.url), (["unknown", en.id], other.url), ((), None)]
    assert library.bookmarks.held_as(wanted) == [uk.id, other.id, en.id, None]
    given = [
        Bookmark(en.id, LATER, ("war", "new"), "theirs"),
        Bookmark(article("b").id, LATER, ("new",), None),
        Bookmark("unknown", LATER),
    ]
    for _ in range(2):
        library.bookmarks.join(given, now=NOW)
    assert kept(library, uk) == (True, ("new", "War"), "mine\n\ntheirs")
    assert kept(library, article("b")) == (True, ("new",), None)
    assert {one.at for one in library.bookmarks.of(uk.id)} == {NOW}
    assert [one.at for one in library.bookmarks.of(article("b").id)] == [LATER]
