"""Rules followed on articles that have just come."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.making import NOW, article, search, trio
from tui_reader.errors import LibraryError
from tui_reader.library.library import Library
from tui_reader.model import Article, Query
from tui_reader.rules import Deed, Rule
from tui_reader.search.terms import Search


def rule(match: str, deed: Deed, tag: str = "") -> tuple[Rule, Search]:
    return Rule(match, deed, tag), search(match)


def store(library: Library, *articles: Article) -> list[str]:
    return library.store(articles, now=NOW)


def states(library: Library) -> dict[str, tuple[bool, bool, tuple[str, ...]]]:
    """Read, bookmarked, tags of every article, by title."""
    lines = library.headlines(library.index(Query(), stories=False))
    return {line.title: (line.read, line.bookmarked, line.tags) for line in lines}


def test_only_what_is_new_and_found_is_touched(library: Library) -> None:
    store(library, article("old", title="Football of old"))
    ids = store(
        library,
        *(article(name, title=f"{name} news") for name in ("football", "bridge", "tram", "weather")),
    )
    library.rules.follow(
        [rule("football", Deed.READ), rule("title:bridge", Deed.BOOKMARK), rule("tram", Deed.TAG, "Rails")],
        ids,
        now=NOW,
    )
    assert states(library) == {
        "Football of old": (False, False, ()),
        "football news": (True, False, ()),
        "bridge news": (False, True, ()),
        "tram news": (False, True, ("Rails",)),
        "weather news": (False, False, ()),
    }
    # The numbers that lists show were kept up.
    count = library.counts()["Post"]
    assert (count.total, count.unread, count.bookmarked) == (5, 4, 2)
    library.recount()
    assert library.counts()["Post"] == count


def test_a_rule_finds_what_those_before_it_did(library: Library) -> None:
    ids = store(library, article("a", title="Bridge"), article("b", title="Tram"))
    rules = [
        rule("title:bridge", Deed.TAG, "x"),
        rule("tag:x", Deed.TAG, "y"),
        rule("-is:bookmarked", Deed.READ),
    ]
    library.rules.follow(rules, ids, now=NOW)
    assert states(library) == {"Bridge": (False, True, ("x", "y")), "Tram": (True, False, ())}


@pytest.mark.parametrize("read", ["story", "edition"])
def test_a_storys_editions_go_together_as_the_settings_say(path: Path, read: str) -> None:
    with Library.open(path, read="story" if read == "story" else "edition") as library:
        ids = store(library, *trio("one"))
        library.rules.follow([rule("lang:uk", Deed.READ), rule("lang:en", Deed.TAG, "x")], ids, now=NOW)
        lines = library.headlines(library.index(Query(), stories=False))
        assert {line.language for line in lines if line.read} == (
            {"uk", "en", "ru"} if read == "story" else {"uk"}
        )
        assert all(line.bookmarked and line.tags == ("x",) for line in lines)


def test_a_fault_undoes_the_whole(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = store(library, article("a", title="Bridge"))

    def fails(*_: object) -> None:
        raise LibraryError("the disk is full")

    monkeypatch.setattr(library.bookmarks, "put", fails)
    with pytest.raises(LibraryError):
        library.rules.follow([rule("bridge", Deed.READ), rule("bridge", Deed.BOOKMARK)], ids, now=NOW)
    assert states(library) == {"Bridge": (False, False, ())}


def test_nothing_new_and_ids_that_are_not_held(library: Library) -> None:
    store(library, article("a", title="Bridge"))
    library.rules.follow([rule("bridge", Deed.READ)], [], now=NOW)
    library.rules.follow([rule("bridge", Deed.READ)], ["0" * 40], now=NOW)
    assert states(library) == {"Bridge": (False, False, ())}
