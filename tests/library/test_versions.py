"""The feed's version and the page's: one is shown, both are held, and nothing is lost between them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.library.making import NOW, article, back_to, search
from tui_reader.library.library import Library
from tui_reader.model import Article, Block, BlockKind, EditionLink, Held, Query, page_identity

TEASER = "A heron was seen at the weir."
TEXT = (
    "A heron was seen at the weir. It waited an hour for an eel, said the lock keeper, and then it flew off."
)
PAUSE = timedelta(hours=1)


def held(library: Library, one: Article) -> Held:
    found = library.held(one.id)
    assert found is not None
    return found


def text(library: Library, one: Article) -> str:
    return held(library, one).article.text


def finds(library: Library, words: str) -> bool:
    return library.index(Query(search=search(words))) != []


def with_text(one: Article, words: str, **changes: object) -> Article:
    return replace(one, body=(Block(BlockKind.PARAGRAPH, words),), **changes)  # type: ignore[arg-type]


FEED = article("heron", text=TEASER, partial=True)
PAGE = with_text(FEED, TEXT, partial=False, authors=("Ann",))


@pytest.fixture
def both(library: Library) -> Library:
    """A library that shows the page's text and holds the feed's beside it."""
    library.store([FEED], now=NOW)
    library.store([PAGE], now=NOW, fetched=True)
    return library


def test_one_version_can_not_be_swapped(library: Library) -> None:
    library.store([FEED], now=NOW)
    assert not library.swap(FEED.id, now=NOW)
    assert not library.swap("0123456789abcdef", now=NOW)
    assert (held(library, FEED).fetched, held(library, FEED).other) == (False, False)


def test_the_feed_s_version_comes_back_and_the_page_s_again(both: Library) -> None:
    assert (held(both, FEED).fetched, held(both, FEED).other) == (True, True)
    assert held(both, FEED).article == PAGE
    assert both.swap(FEED.id, now=NOW)
    assert (held(both, FEED).fetched, held(both, FEED).other) == (False, True)
    assert held(both, FEED).article == FEED
    assert both.swap(FEED.id, now=NOW)
    assert held(both, FEED).article == PAGE
    assert held(both, FEED).fetched


def test_the_index_holds_the_words_of_the_version_shown(both: Library) -> None:
    assert finds(both, "eel")
    both.swap(FEED.id, now=NOW)
    assert not finds(both, "eel")
    assert finds(both, "heron")
    both.swap(FEED.id, now=NOW)
    assert finds(both, "eel")
    assert both.headlines(both.index(Query()))[0].summary.startswith("A heron was seen at the weir. It")


def test_a_new_feed_version_goes_beside_the_page_s_text(both: Library) -> None:
    both.store([with_text(FEED, "A heron was seen again.", title="Heron again")], now=NOW)
    assert (held(both, FEED).article.title, text(both, FEED)) == ("Heron again", TEXT)
    both.swap(FEED.id, now=NOW)
    assert text(both, FEED) == "A heron was seen again."
    both.swap(FEED.id, now=NOW)
    assert (held(both, FEED).article.title, text(both, FEED)) == ("Heron again", TEXT)


def test_a_full_text_of_the_feed_goes_beside_too(both: Library) -> None:
    both.store([with_text(FEED, TEXT * 3, partial=False)], now=NOW)
    assert text(both, FEED) == TEXT
    both.swap(FEED.id, now=NOW)
    assert text(both, FEED) == TEXT * 3


def test_the_feed_goes_on_while_its_own_version_is_shown(both: Library) -> None:
    both.swap(FEED.id, now=NOW)
    both.store([with_text(FEED, "A heron was seen again.", title="Heron again")], now=NOW)
    assert (text(both, FEED), held(both, FEED).fetched) == ("A heron was seen again.", False)
    both.swap(FEED.id, now=NOW)
    assert (held(both, FEED).article.title, text(both, FEED)) == ("Heron again", TEXT)


def test_a_page_that_is_fetched_anew_is_shown_and_the_feed_s_version_stays(both: Library) -> None:
    both.store([with_text(PAGE, TEXT + " The eel got away.")], now=NOW, fetched=True)
    assert finds(both, "got away")
    both.swap(FEED.id, now=NOW)
    assert text(both, FEED) == TEASER


def test_a_late_page_does_not_bring_an_old_title_back(library: Library) -> None:
    library.store([FEED], now=NOW)
    library.store([replace(FEED, title="Corrected")], now=NOW)
    library.store([PAGE], now=NOW, fetched=True)
    assert held(library, FEED).article.title == "Corrected"


def test_a_bookmark_keeps_both_texts(both: Library) -> None:
    both.bookmark(FEED.id, True, now=NOW)
    both.store([with_text(FEED, "Gone.")], now=NOW)
    assert text(both, FEED) == TEXT
    both.swap(FEED.id, now=NOW)
    assert text(both, FEED) == TEASER
    assert held(both, FEED).bookmarked


def test_the_editions_that_the_page_names_stay_in_the_story(library: Library) -> None:
    other = article("heron-uk", "uk", text="Чаплю бачили на греблі.")
    page = replace(PAGE, editions=(EditionLink("uk", other.url),))
    library.store([FEED, other], now=NOW)
    library.store([page], now=NOW, fetched=True)
    assert len(library.index(Query())) == 1
    library.swap(FEED.id, now=NOW)
    assert len(library.index(Query())) == 1
    assert [edition.language for edition in held(library, FEED).editions] == ["uk", "en"]


def test_a_page_opened_by_its_address_has_one_version(library: Library) -> None:
    page = replace(PAGE, identity=page_identity("https://post.example/heron"))
    library.store([page], now=NOW, fetched=True)
    library.store([with_text(page, TEXT * 2)], now=NOW)
    library.store([with_text(page, TEXT * 3)], now=NOW, fetched=True)
    assert not held(library, page).other
    assert text(library, page) == TEXT * 3


def test_a_library_of_the_first_version_gets_its_feed_versions_back(path: Path) -> None:
    """What was fetched before the feed's version was kept: the next refresh that brings it puts it beside."""
    with Library.open(path) as library:
        library.store([FEED], now=NOW)
        library.store([PAGE], now=NOW, fetched=True)
    back_to(path, 1)
    with Library.open(path) as library:
        assert not held(library, FEED).other
        library.store([FEED], now=NOW)
        assert (text(library, FEED), held(library, FEED).other) == (TEXT, True)
        library.swap(FEED.id, now=NOW)
        assert text(library, FEED) == TEASER


def test_the_other_version_is_never_deleted(both: Library, path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        raw.execute("DELETE FROM version")


def waiting(library: Library, *, hours: float = 0, source: str = "Post", limit: int = 10) -> list[str]:
    found = library.awaiting(
        source,
        since=NOW - timedelta(days=1),
        now=NOW + timedelta(hours=hours),
        tries=3,
        pause=PAUSE,
        limit=limit,
    )
    return [one.title for one in found]


def test_summaries_wait_for_their_pages_newest_first(library: Library) -> None:
    summaries = [article(name, hours=hours, partial=True) for name, hours in (("a", 3), ("b", 1), ("c", 2))]
    library.store([article("full"), *summaries, article("other", source="Mail", partial=True)], now=NOW)
    assert waiting(library) == ["About b", "About c", "About a"]
    assert waiting(library, limit=1) == ["About b"]
    library.store([with_text(summaries[1], TEXT, partial=False)], now=NOW, fetched=True)
    assert waiting(library) == ["About c", "About a"]
    library.swap(summaries[1].id, now=NOW)
    assert waiting(library) == ["About c", "About a"]


def test_what_came_long_ago_and_what_has_no_address_does_not_wait(library: Library) -> None:
    library.store([article("old", partial=True)], now=NOW - timedelta(days=2))
    library.store([replace(article("none", partial=True), url=None)], now=NOW)
    assert waiting(library) == []


def test_a_page_that_gave_nothing_is_tried_again_later_and_not_for_ever(library: Library) -> None:
    one = article("a", partial=True)
    library.store([one], now=NOW)
    library.tried([one.id, "unknown"], now=NOW)
    assert waiting(library, hours=0.5) == []
    assert waiting(library, hours=1) == ["About a"]
    library.tried([one.id], now=NOW)
    assert waiting(library, hours=1) == []
    assert waiting(library, hours=2) == ["About a"]
    library.tried([one.id], now=NOW)
    assert waiting(library, hours=20) == []
