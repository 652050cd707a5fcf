"""A damaged library: what is wrong with it, and what is saved."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.library.making import NOW, article, trio
from tui_reader.errors import LibraryError
from tui_reader.library.checkup import State, examine, in_use, is_damaged
from tui_reader.library.library import Library
from tui_reader.library.rescue import rescue
from tui_reader.model import Query

LATER = NOW + timedelta(hours=3)


COUNT = 150
PAGE = 8192  # bytes


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A library to copy, and the ids that are bookmarked in it."""
    path = tmp_path_factory.mktemp("made") / "library.db"
    return path, fill(path, COUNT)


@pytest.fixture
def filled(made: tuple[Path, list[str]], path: Path) -> list[str]:
    """The same at ``path``; the ids that are bookmarked."""
    path.parent.mkdir(parents=True)
    path.write_bytes(made[0].read_bytes())
    return made[1]


def fill(path: Path, count: int) -> list[str]:
    """A library of ``count`` stories of three; every tenth bookmarked; the ids of those articles."""
    kept: list[str] = []
    with Library.open(path) as library:
        for number in range(count):
            made = trio(f"story {number}", hours=number)
            library.store(made, now=NOW)
            if number % 10 == 0:
                kept += library.bookmark(made[0].id, True, now=LATER)
            if number % 7 == 0:
                library.mark_read([made[0].id], True, now=LATER)
    return kept


def states(path: Path) -> dict[str, State]:
    return {finding.what: finding.state for finding in examine(path)}


def test_a_sound_library_is_found_sound_and_not_changed(path: Path) -> None:
    fill(path, 20)
    before = path.read_bytes()
    assert states(path) == {
        "library": State.OK, "file": State.OK, "tables": State.OK, "search": State.OK,
    }  # fmt: skip
    assert "60 articles, 6 of them bookmarked" in next(
        one.text for one in examine(path) if one.what == "tables"
    )
    assert path.read_bytes() == before


def test_where_there_is_none_that_is_said(tmp_path: Path) -> None:
    assert states(tmp_path / "none.db") == {"library": State.NOTE}
    assert not (tmp_path / "none.db").exists()


def test_what_is_no_library_is_no_patient(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("my notes")
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("CREATE TABLE recipe (name)")
    for path in (notes, other, tmp_path):
        assert states(path) == {"library": State.WRONG}
        assert not is_damaged(examine(path))


def test_a_newer_one_is_left_alone(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 99")
    assert states(path) == {"library": State.WRONG}


def everything_is_there(path: Path, kept: list[str], count: int) -> None:
    with Library.open(path) as library:
        found = library.headlines(library.index(Query(), stories=False))
        assert len(found) == count
        assert {line.id for line in found if line.bookmarked} == set(kept)
        assert library.tabs(Query())[0].total == count // 3
        assert library.tabs(Query())[0].unread == count // 3 - len(range(0, count // 3, 7))
    assert not is_damaged(examine(path))


def test_a_sound_one_comes_out_as_it_went_in(path: Path, filled: list[str]) -> None:
    kept = filled
    saved = rescue(path, path.with_name("new.db"))
    assert (saved.lost_bookmarks, saved.lost_articles) == (0, 0)
    assert saved.bookmarks == len(kept)
    everything_is_there(path.with_name("new.db"), kept, 3 * COUNT)


def test_what_follows_from_the_articles_is_made_anew(path: Path) -> None:
    kept = fill(path, 50)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM listing WHERE number % 2 = 0")
        raw.execute("DELETE FROM claim")
        raw.commit()
    assert states(path)["tables"] is State.DAMAGED
    rescue(path, path.with_name("new.db"))
    everything_is_there(path.with_name("new.db"), kept, 150)


@pytest.mark.parametrize("share", [0.98, 0.7, 0.6])
def test_a_truncated_one_gives_back_what_is_left_of_it(path: Path, filled: list[str], share: float) -> None:
    kept = filled
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(LibraryError, match="doctor --repair"):
        Library.open(path)
    assert is_damaged(examine(path))
    saved = rescue(path, path.with_name("new.db"))
    assert saved.bookmarks + saved.lost_bookmarks >= len(kept) * share * 0.5
    assert saved.articles >= 3 * COUNT * share * 0.4
    with Library.open(path.with_name("new.db")) as library:
        found = library.headlines(library.index(Query(bookmarked=True), stories=False))
        assert len(found) >= saved.bookmarks
        assert len({line.id for line in found} & set(kept)) >= saved.bookmarks * 0.7  # others lost their text
        for line in found[:5]:
            held = library.held(line.id)
            assert held is not None
            assert held.article.body


@pytest.mark.parametrize("seed", range(3))
def test_pages_of_garbage_cost_what_stood_on_them(path: Path, filled: list[str], seed: int) -> None:
    kept = filled
    chance = Random(seed)
    data = bytearray(path.read_bytes())
    pages = len(data) // PAGE
    for page in chance.sample(range(45, pages), pages // 20):  # what is made first holds the tables' roots
        data[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    path.write_bytes(data)
    saved = rescue(path, path.with_name("new.db"))
    assert saved.articles >= 2 * COUNT
    assert saved.bookmarks >= len(kept) * 0.6
    assert not is_damaged(examine(path.with_name("new.db")))


def test_an_article_whose_text_is_gone_keeps_its_headline(path: Path) -> None:
    with Library.open(path) as library:
        library.store([article("a"), article("b")], now=NOW)
        library.bookmark(article("a").id, True, now=NOW)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE document SET body = x'00' WHERE number = 1")
        raw.commit()
    rescue(path, path.with_name("new.db"))
    with Library.open(path.with_name("new.db")) as library:
        titles = [line.title for line in library.headlines(library.index(Query(bookmarked=True)))]
    assert titles in (["About a"], ["About b"])


def test_both_versions_come_through(path: Path) -> None:
    feed, page = article("a", text="The feed's."), article("a", text="The page's, which is longer.")
    for shown in (True, False):
        old, new = path.with_name(f"old{shown}.db"), path.with_name(f"new{shown}.db")
        with Library.open(old) as library:
            library.store([feed], now=NOW)
            library.store([page], now=NOW, fetched=True)
            if not shown:
                library.swap(feed.id, now=NOW)
        rescue(old, new)
        with Library.open(new) as library:
            held = library.held(feed.id)
            assert held is not None
            assert (held.fetched, held.other) == (shown, True)
            assert held.article.text == (page.text if shown else feed.text)


def test_what_only_the_log_holds_is_saved(path: Path) -> None:
    library = Library.open(path)
    library.store(trio("a"), now=NOW)
    library.bookmark(trio("a")[0].id, True, now=NOW)
    saved = rescue(path, path.with_name("new.db"))
    library.close()
    assert saved.bookmarks == 3


def test_nothing_to_read_is_an_error_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "torn.db"
    path.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    with pytest.raises(LibraryError):
        rescue(path, tmp_path / "new.db")
    assert path.stat().st_size == 5016


def test_a_library_that_is_open_elsewhere_is_in_use(path: Path) -> None:
    with Library.open(path):
        assert in_use(path)
    assert not in_use(path)


@pytest.mark.parametrize("garbage", [b"CREATE TABLX", b"\xba\xff\x9b TABLE"])
def test_a_damaged_list_of_tables_is_not_called_saved(path: Path, filled: list[str], garbage: bytes) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE", garbage))
    assert is_damaged(examine(path))
    with pytest.raises(LibraryError, match="doctor --repair"):
        Library.open(path)
    with pytest.raises(LibraryError, match="nothing of it can be read"):
        rescue(path, path.with_name("new.db"))


@pytest.mark.parametrize("version", [0, -1, -(2**31)])
def test_a_version_that_never_was_is_damage_and_can_be_mended(
    path: Path, filled: list[str], version: int
) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {version}")
    assert is_damaged(examine(path))
    with pytest.raises(LibraryError, match="doctor --repair"):
        Library.open(path)
    saved = rescue(path, path.with_name("new.db"))
    assert (saved.lost_bookmarks, saved.lost_articles) == (0, 0)
    assert saved.bookmarks > 0
