"""Entries under another guid than before: the same article, unless anything says that it is another."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.library.making import NOW, article
from tui_reader.library.library import Library
from tui_reader.model import Article, Query

URL = "https://post.example/en/one"


def entry(guid: str, **changes: object) -> Article:
    return replace(article(guid, title="One", url=URL), **changes)  # type: ignore[arg-type]


def count(library: Library) -> int:
    return len(library.index(Query(), stories=False))


def test_a_guid_alone_is_no_news(library: Library) -> None:
    first = entry("a")
    library.store([first], now=NOW)
    assert library.store([entry("b", authors=("Ann",))], now=NOW) == []
    assert count(library) == 1
    held = library.held(first.id)
    assert held is not None
    assert held.article.authors == ("Ann",), "it follows the feed"


def test_the_same_text_at_another_time_is_the_same(library: Library) -> None:
    library.store([entry("a")], now=NOW)
    assert library.store([entry("b", published=NOW)], now=NOW) == []


def test_another_text_at_another_time_is_another(library: Library) -> None:
    library.store([entry("a")], now=NOW)
    daily = replace(
        article("b", title="One", url=URL, text="Today's briefing."), published=NOW + timedelta(1)
    )
    assert library.store([daily], now=NOW) == [daily.id]


def test_what_the_document_still_has_is_another(library: Library) -> None:
    library.store([entry("a")], now=NOW)
    both = [entry("a"), entry("b")]
    assert library.store(both, now=NOW) == [both[1].id]
    assert library.store(both, now=NOW) == []
    assert count(library) == 2


def test_two_of_a_kind_stay_two(library: Library) -> None:
    library.store([entry("a"), entry("b")], now=NOW)
    assert library.store([entry("c"), entry("d")], now=NOW) == []
    assert count(library) == 2
    assert len(library.store([entry("e"), entry("f"), entry("g")], now=NOW)) == 1


def test_another_source_title_language_or_address_is_another(library: Library) -> None:
    library.store([entry("a")], now=NOW)
    others = [
        article("b", title="One", url=URL, source="Other"),
        entry("c", title="Two"),
        entry("d", language="uk"),
        entry("e", url="https://post.example/en/two"),
    ]
    for other in others:
        assert library.store([other], now=NOW) == [other.id]
    assert count(library) == 5
