"""A source under another name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.library.making import NOW, article, trio
from tui_reader.library import rescue
from tui_reader.library.library import Library
from tui_reader.model import Article, Query, entry_identity


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


def bare(guid: str, source: str) -> Article:
    """An entry without an address."""
    identity = entry_identity(source, "en", guid)
    return replace(article(guid), identity=identity, source=source, url=None)


def test_without_an_address_they_are_known_by_the_name_that_the_source_had(library: Library) -> None:
    first = bare("b", "Post")
    library.store([first, bare("c", "Post")], now=NOW)
    library.mark_read([first.id], True, now=NOW)
    library.rename_source("Post", "Posten")
    library.rename_source("Posten", "The Post")
    again = replace(bare("b", "The Post"), title="Corrected")
    fresh = bare("d", "The Post")
    assert library.store([again, bare("c", "The Post"), fresh], now=NOW) == [fresh.id]
    assert len(library.index(Query(source="The Post"), stories=False)) == 3
    held = library.held(first.id)
    assert held is not None
    assert (held.article.title, held.read) == ("Corrected", True)
    library.rename_source("The Post", "Post")
    assert library.store([bare("b", "Post"), bare("d", "Post")], now=NOW) == []


def test_a_new_source_under_the_old_name_is_another(library: Library) -> None:
    library.store([bare("b", "Post")], now=NOW)
    library.rename_source("Post", "Posten")
    library.store([bare("e", "Post")], now=NOW)
    assert library.store([bare("e", "Posten")], now=NOW) == [bare("e", "Posten").id]


def test_a_rescued_library_knows_the_names(library: Library, tmp_path: Path) -> None:
    library.store([bare("b", "Post")], now=NOW)
    library.rename_source("Post", "Posten")
    target = tmp_path / "rescued.db"
    rescue.rescue(library.path, target)
    with Library.open(target) as rescued:
        assert rescued.store([bare("b", "Posten")], now=NOW) == []
