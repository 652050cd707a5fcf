"""A source under another name."""

from __future__ import annotations

from dataclasses import replace

from tests.library.making import NOW, article, trio
from tui_reader.library.library import Library
from tui_reader.model import Query, entry_identity


def test_what_is_held_goes_by_the_new_name_and_stays_marked(library: Library) -> None:
    library.store([*trio("a"), article("b"), article("c", source="Other")], now=NOW)
    held = article("b")
    library.bookmark(held.id, True, now=NOW)
    assert library.rename_source("Post", "Posten") == 4
    counts = library.counts()
    assert set(counts) == {"Posten", "Other"}
    assert (counts["Posten"].unread, counts["Posten"].bookmarked) == (2, 1)
    before = library.tabs(Query(source="Posten"))
    library.recount()
    assert library.tabs(Query(source="Posten")) == before
    found = library.held(held.id)
    assert found is not None
    assert (found.article.source, found.bookmarked) == ("Posten", True)


def test_the_same_entries_under_the_new_name_are_known(library: Library) -> None:
    library.store([article("b")], now=NOW)
    library.rename_source("Post", "Posten")
    again = replace(article("b"), identity=entry_identity("Posten", "en", "b"), source="Posten")
    assert library.store([again], now=NOW) == []
    assert library.index(Query(), stories=False) == library.index(Query(source="Posten"), stories=False)


def test_a_name_that_is_held_takes_them_in(library: Library) -> None:
    library.store([article("b"), article("c", source="Other")], now=NOW)
    assert library.rename_source("Post", "Other") == 1
    assert library.counts()["Other"].unread == 2
    assert library.rename_source("None", "Other") == 0
