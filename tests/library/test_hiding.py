"""What is hidden: in no list and no number, held like anything else, and shown again when that is wanted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.making import NOW, article, back_to, search, trio
from tui_reader.library.checkup import State, examine
from tui_reader.library.hiding import Hidden
from tui_reader.library.library import Library
from tui_reader.library.rescue import rescue
from tui_reader.model import Article, Block, BlockKind, Query
from tui_reader.rules import Deed, Rule


def titles(library: Library, query: Query | None = None, *, stories: bool = False) -> list[str]:
    rows = library.index(query or Query(), ("en", "uk"), stories=stories)
    return sorted(line.title for line in library.headlines(rows))


def found(library: Library, words: str) -> list[str]:
    return titles(library, Query(search=search(words)))


def follow(library: Library, match: str, *articles: Article) -> None:
    """Store ``articles`` and follow a rule that hides what ``match`` finds."""
    ids = library.store(articles, now=NOW)
    library.rules.follow([(Rule(match, Deed.HIDE), search(match))], ids, now=NOW)


def numbers_agree(library: Library) -> bool:
    kept = library._db.rows("SELECT * FROM tally ORDER BY scope, source, language")
    library.recount()
    return kept == library._db.rows("SELECT * FROM tally ORDER BY scope, source, language")


@pytest.fixture
def two(library: Library) -> Library:
    """A library with an article about football, which a rule hid, and one about a bridge."""
    follow(library, "football", article("football"), article("bridge"))
    return library


def test_it_stands_in_no_list_and_no_number(two: Library) -> None:
    assert titles(two) == titles(two, stories=True) == ["About bridge"]
    for query in (
        Query(language="en"), Query(source="Post"), Query(unread=True), Query(sources=("Post",)),
        Query(unread=True, language="en"), Query(search=search("open")), Query(search=search("is:unread")),
    ):  # fmt: skip
        assert titles(two, query) == titles(two, query, stories=True) == ["About bridge"], query
        assert [tab.total for tab in two.tabs(query)] in ([1, 1], [1]), query
        assert two.lists.count(query) == 1
    assert (two.counts()["Post"].total, two.counts()["Post"].unread) == (1, 1)
    assert two.unread(search("about"), 9) == 1
    assert numbers_agree(two)


def test_it_is_found_when_it_is_asked_for(two: Library) -> None:
    assert found(two, "is:hidden") == ["About football"]
    assert found(two, "about is:hidden") == ["About football"]
    assert found(two, "about -is:hidden") == ["About bridge"]
    assert found(two, "bridge or is:hidden") == ["About bridge", "About football"]
    assert titles(two, Query(search=search("is:hidden"), source="Post", unread=True)) == ["About football"]
    assert titles(two, Query(search=search("is:hidden"), language="en"), stories=True) == ["About football"]
    assert two.unread(search("is:hidden"), 9) == 1
    (row,) = two.index(Query(search=search("is:hidden")))
    assert two.headlines([row])[0].hidden
    football = two.held(article("football").id)
    assert football is not None
    assert football.hidden
    assert titles(two, Query(ids=(football.article.id,))) == ["About football"]
    assert (two.hiding.count(), two.hiding.by_rule()) == (1, {"football": 1})


def test_a_refresh_does_not_bring_it_back(two: Library) -> None:
    changed = replace(article("football"), title="Tennis", body=(Block(BlockKind.PARAGRAPH, "Tennis."),))
    assert two.store([changed], now=NOW) == []
    assert titles(two) == ["About bridge"]
    assert found(two, "tennis is:hidden") == ["Tennis"]
    assert numbers_agree(two)


def test_what_is_bookmarked_is_never_hidden(library: Library) -> None:
    kept, other = article("kept"), article("other")
    ids = library.store([kept, other], now=NOW)
    library.bookmark(kept.id, True, now=NOW)
    library.rules.follow([(Rule("about", Deed.HIDE), search("about"))], ids, now=NOW)
    assert titles(library) == ["About kept"]
    assert library.hiding.hide(kept.id, True, now=NOW) == [Hidden(kept.id)]
    assert titles(library) == ["About kept"]
    # A bookmark shows what was hidden; without it that is hidden again, and the first one is not.
    library.bookmark(other.id, True, now=NOW)
    assert titles(library) == ["About kept", "About other"]
    library.bookmark(other.id, False, now=NOW)
    library.bookmark(kept.id, False, now=NOW)
    assert titles(library) == ["About kept"]
    assert numbers_agree(library)


def test_a_story_goes_on_without_its_hidden_edition(library: Library) -> None:
    uk, en, ru = trio("a")
    follow(library, "lang:en", uk, en, ru)
    rows = library.index(Query(), ("en", "uk"))
    (line,) = library.headlines(rows)
    assert (line.id, line.languages) == (uk.id, ("en", "ru", "uk"))
    assert [(tab.language, tab.total) for tab in library.tabs(Query())] == [(None, 1), ("ru", 1), ("uk", 1)]
    held = library.held(uk.id)
    assert held is not None
    assert en.id in {edition.id for edition in held.editions}  # it can be read from its siblings
    # Two of three hidden: the third stands alone in the lists.
    library.rules.follow([(Rule("lang:ru", Deed.HIDE), search("lang:ru"))], [ru.id], now=NOW)
    assert library.index(Query(), ("ru", "en")) == rows
    # An edition that comes later joins the story, and reading one still reads all.
    library.store([article("a", "de", story="a")], now=NOW)
    library.mark_read([uk.id], True, now=NOW)
    assert library.counts()["Post"].unread == 0
    assert numbers_agree(library)


def test_by_hand_a_whole_story_is_hidden_and_undone(library: Library) -> None:
    uk, en, _ = trio("a")
    library.store(trio("a"), now=NOW)
    before = library.hiding.hide(uk.id, True, now=NOW)
    assert titles(library) == []
    assert library.counts() == {}
    library.hiding.restore(before)
    assert len(titles(library)) == 3
    library.rules.follow([(Rule("lang:en", Deed.HIDE), search("lang:en"))], [en.id], now=NOW)
    shown = library.hiding.hide(uk.id, False, now=NOW)
    assert len(titles(library)) == 3
    library.hiding.restore(shown)
    assert library.hiding.by_rule() == {"lang:en": 1}
    assert library.hiding.hide("0123456789abcdef", True, now=NOW) == []
    assert numbers_agree(library)


def test_what_a_rule_hid_is_shown_again(library: Library) -> None:
    names = ("football", "tennis", "bridge")
    ids = library.store([article(name) for name in names], now=NOW)
    rules = [(Rule(name, Deed.HIDE), search(name)) for name in names]
    library.rules.follow(rules, ids, now=NOW)
    assert [one.rule for one in library.hiding.show_of_rules(["tennis", "unknown"])] == ["tennis"]
    assert titles(library) == ["About tennis"]
    assert [one.rule for one in library.hiding.show_found(search("title:bridge or title:tennis"))] == [
        "bridge"
    ]
    assert titles(library) == ["About bridge", "About tennis"]
    assert numbers_agree(library)


def test_an_older_library_has_nothing_hidden(path: Path) -> None:
    with Library.open(path) as library:
        library.store([*trio("a"), article("b")], now=NOW)
        before = titles(library)
    back_to(path, 9)
    with Library.open(path) as library:
        assert titles(library) == before
        assert library.hiding.count() == 0
        library.hiding.hide(article("b").id, True, now=NOW)
        assert len(titles(library)) == 3


def test_the_check_and_the_rescue_know_it(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        follow(library, "football", article("football"), article("bridge"))
    assert not [one for one in examine(path) if one.state is not State.OK]
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    rescue(path, tmp_path / "saved.db")
    with Library.open(tmp_path / "saved.db") as saved:
        assert titles(saved) == ["About bridge"]
        assert saved.hiding.by_rule() == {"football": 1}
