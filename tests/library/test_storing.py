"""What storing keeps, replaces and never touches."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.library.making import NOW, article, search, trio
from tui_reader.library.library import Library
from tui_reader.model import (
    Article,
    Block,
    BlockKind,
    EditionLink,
    InlineLink,
    LinkKind,
    Photo,
    Query,
    RelatedLink,
    file_identity,
)

FULL = "The bridge is open again. Cars and trams cross the river as before, said the mayor on Monday."


def kept(library: Library, one: Article) -> Article:
    held = library.held(one.id)
    assert held is not None
    return held.article


def test_an_article_comes_back_as_it_went_in(library: Library) -> None:
    whole = Article(
        identity=file_identity(Path("/a/b\udcff.txt")),
        title="Міст",
        source="Post",
        language="uk",
        url="https://post.example/1",
        site="Post",
        authors=("Ann", "Bob"),
        published=datetime(2026, 2, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=2))),
        updated=NOW,
        lead="Lead",
        body=(
            Block(BlockKind.HEADING, "Head", level=2),
            Block(BlockKind.PARAGRAPH, "Some text", links=(InlineLink(0, 4, "https://x.example"),)),
            Block(BlockKind.LIST, "a\nb", ordered=True, items=("a", "b")),
            Block(BlockKind.TABLE, "a\tb", rows=(("a", "b"),)),
            Block(BlockKind.PHOTO, photo=0),
        ),
        photos=(Photo("https://x.example/p.jpg", "alt", "caption", "credit"),),
        related=(RelatedLink("More", None, LinkKind.READ_ALSO),),
        editions=(EditionLink("en", "https://post.example/en/1", "Bridge"),),
        story="bridge",
        partial=True,
    )
    assert library.store([whole], now=NOW) == [whole.id]
    assert kept(library, whole) == whole


def test_only_new_ids_are_told(library: Library) -> None:
    first, second = article("a"), article("b")
    assert library.store([first], now=NOW) == [first.id]
    assert library.store([first, second, second], now=NOW) == [second.id]
    assert library.store([], now=NOW) == []


def test_an_unchanged_article_writes_nothing(library: Library, path: Path) -> None:
    articles = [article(f"a{n}") for n in range(5)]
    library.store(articles, now=NOW)
    with closing(sqlite3.connect(path)) as raw:
        before = raw.execute("PRAGMA data_version").fetchone()
        library.store(articles, now=NOW + timedelta(hours=1))
        assert raw.execute("PRAGMA data_version").fetchone() == before
        library.store([replace(articles[0], title="New")], now=NOW)
        assert raw.execute("PRAGMA data_version").fetchone() != before


def test_a_changed_article_replaces_the_old_one_also_in_the_index(library: Library) -> None:
    old = article("a", text="An otter was seen.", title="Otter")
    new = replace(old, title="Beaver", body=(Block(BlockKind.PARAGRAPH, "A beaver was seen."),))
    library.store([old], now=NOW)
    library.store([new], now=NOW)
    assert kept(library, old) == new
    assert library.index(Query(search=search("otter"))) == []
    assert len(library.index(Query(search=search("beaver")))) == 1
    assert library.headlines(library.index(Query()))[0].title == "Beaver"


def test_a_summary_never_replaces_a_full_text_but_its_title_does(library: Library) -> None:
    full = article("a", text=FULL, photos=(Photo(caption="The bridge"),))
    summary = replace(full, title="Corrected", body=(), photos=(), lead="Short.", partial=True)
    library.store([full], now=NOW)
    library.store([summary], now=NOW)
    assert kept(library, full) == replace(full, title="Corrected")


def test_a_full_text_replaces_a_summary(library: Library) -> None:
    summary, full = article("a", text="Short.", partial=True), article("a", text=FULL)
    library.store([summary], now=NOW)
    library.store([full], now=NOW)
    assert kept(library, full) == full
    library.store([summary], now=NOW)
    assert kept(library, full).text == FULL


def test_a_fetched_text_outlives_every_refresh(library: Library) -> None:
    feed = article("a", text="Teaser.")
    page = article("a", text=FULL, editions=(EditionLink("uk", "https://post.example/uk/a"),))
    library.store([feed], now=NOW)
    library.store([page], now=NOW, fetched=True)
    library.store([feed], now=NOW)
    assert kept(library, feed) == page
    library.store([replace(feed, title="Corrected")], now=NOW)
    assert kept(library, feed) == replace(page, title="Corrected")
    longer = article("a", text=FULL + " More.")
    library.store([longer], now=NOW, fetched=True)
    assert kept(library, feed).text == longer.text


def test_a_bookmarked_text_never_gets_shorter(library: Library) -> None:
    full, short = article("a", text=FULL), article("a", text="Removed.", title="Removed")
    library.store([full], now=NOW)
    library.bookmark(full.id, True, now=NOW)
    library.store([short], now=NOW)
    assert kept(library, full) == replace(full, title="Removed")
    assert len(library.index(Query(search=search("trams")))) == 1
    library.store([article("a", text=FULL + " It took a year.")], now=NOW)
    assert kept(library, full).text.endswith("It took a year.")


def test_the_law_of_the_database_forbids_deleting(library: Library, path: Path) -> None:
    one = article("a")
    library.store([one], now=NOW)
    library.bookmark(one.id, True, now=NOW)
    with closing(sqlite3.connect(path)) as raw:
        for table in ("article", "document"):
            with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
                raw.execute(f"DELETE FROM {table}")


def test_storing_never_touches_what_was_read_or_bookmarked(library: Library) -> None:
    one = article("a")
    library.store([one], now=NOW)
    library.mark_read([one.id], True, now=NOW)
    library.bookmark(one.id, True, now=NOW)
    library.store([replace(one, title="Other", language="uk", url=None)], now=NOW)
    held = library.held(one.id)
    assert held is not None
    assert (held.read, held.bookmarked) == (True, True)


def test_a_failure_in_the_middle_stores_nothing(library: Library) -> None:
    broken = article("b", title=None)
    object.__setattr__(broken, "body", (object(),))
    with pytest.raises(AttributeError):
        library.store([article("a"), broken, article("c")], now=NOW)
    assert library.index(Query()) == []
    assert len(library.store([article("a")], now=NOW)) == 1


def test_text_that_is_no_utf8_is_stored(library: Library) -> None:
    odd = article("a\udcff", title="t\ud800", url="https://x.example/\udcff", source="S\udcff")
    assert library.store([odd], now=NOW) == [odd.id]
    line = library.headlines(library.index(Query(source="S\udcff")))[0]
    assert line.title == "t?"
    assert library.held_by_url("https://x.example/\udcff") is not None


def test_times_far_away_are_stored(library: Library) -> None:
    early = replace(article("a"), published=datetime(1, 1, 1, tzinfo=UTC))
    late = replace(article("b"), published=datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))
    naive = replace(article("c"), published=datetime(2026, 1, 1))
    library.store([early, late, naive], now=NOW)
    assert [line.title for line in library.headlines(library.index(Query()))] == [
        "About b",
        "About c",
        "About a",
    ]


def test_a_summary_is_one_line_of_about_200_characters(library: Library) -> None:
    library.store([article("a", text="Word, and\nword. " * 100), article("b", text="")], now=NOW)
    lines = {line.title: line.summary for line in library.headlines(library.index(Query()))}
    assert 150 < len(lines["About a"]) <= 201
    assert "\n" not in lines["About a"]
    assert lines["About a"].endswith("…")
    assert lines["About b"] == ""


def test_a_source_that_is_known_stays_when_the_page_is_opened_by_hand(library: Library) -> None:
    one = article("a")
    library.store([one], now=NOW)
    library.store([replace(one, source="", title="Other")], now=NOW)
    assert kept(library, one).source == "Post"


def test_validators_are_remembered_by_address(library: Library) -> None:
    from tui_reader.model import Validators

    url = "https://post.example/rss"
    assert library.validators(url) == Validators()
    some = Validators('"e"', "Mon", "hash", "https://post.example/new", NOW + timedelta(minutes=5))
    library.remember(url, some)
    assert library.validators(url) == some
    library.remember(url, Validators(etag="x"))
    assert library.validators(url) == Validators(etag="x")


def test_ids_are_found_by_how_they_begin(library: Library) -> None:
    library.store(trio("a"), now=NOW)
    ids = sorted(one.id for one in trio("a"))
    assert library.find("") == ids
    assert library.find(ids[0][:6].upper()) == [ids[0]]
    assert library.find("zz") == library.find("%") == library.find("a\0") == []


def test_an_article_is_found_by_its_address(library: Library) -> None:
    old, new = article("a", url="https://post.example/x"), article("b", url="https://post.example/x", hours=0)
    library.store([old], now=NOW)
    library.store([new], now=NOW + timedelta(hours=1))
    held = library.held_by_url("http://www.post.example/x/?utm_source=mail#top")
    assert held is not None
    assert held.article == new
    assert library.held_by_url("https://post.example/y") is None
    assert library.held("0" * 16) is None


def test_row_numbers_grow_with_time_and_near_each_other_language_by_language(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.library.storing._STRETCH", 4)
    languages = ["uk", "en", None, "en", "uk", "uk", "en", "uk"]
    library.store(
        [article(str(hours), language, hours=hours) for hours, language in enumerate(languages, start=1)],
        now=NOW,
    )

    with closing(sqlite3.connect(library.path)) as raw:
        rows = raw.execute("SELECT title, language FROM listing JOIN article USING (number) ORDER BY number")
        assert rows.fetchall() == [
            ("About 7", "en"), ("About 8", "uk"), ("About 6", "uk"), ("About 5", "uk"),
            ("About 3", None), ("About 4", "en"), ("About 2", "en"), ("About 1", "uk"),
        ]  # fmt: skip
