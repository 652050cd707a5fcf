"""Lists, tabs and numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.library.making import NOW, article, trio
from tui_reader.library.library import Library
from tui_reader.model import EditionLink, Query, SourceCount, Tab

ORDER = ("uk", "en", "ru")


def titles(
    library: Library, query: Query, order: tuple[str, ...] = ORDER, *, stories: bool = True
) -> list[str]:
    lines = library.headlines(library.index(query, order, stories=stories))
    return [f"{line.title} {line.language}" for line in lines]


def test_newest_first_and_the_future_does_not_stick_on_top(library: Library) -> None:
    library.store(
        [article("far", hours=-9999), article("old", hours=5), article("no date", hours=None)], now=NOW
    )
    library.store([article("new", hours=-1)], now=NOW + timedelta(hours=2))
    assert titles(library, Query())[0] == "About new en"
    assert titles(library, Query())[-1] == "About old en"


def test_a_story_stands_once_in_the_first_language_that_it_has(library: Library) -> None:
    library.store([*trio("a"), article("b", "ru", hours=2), article("c", "de", hours=3)], now=NOW)
    assert titles(library, Query()) == ["About a uk", "About b ru", "About c de"]
    assert titles(library, Query(), ("ru", "en"))[0] == "About a ru"
    assert titles(library, Query(), ())[0] == "About a en"
    assert titles(library, Query(language="en")) == ["About a en"]
    assert len(titles(library, Query(), stories=False)) == 5
    line = library.headlines(library.index(Query(), ORDER))[0]
    assert (line.languages, line.known) == (("en", "ru", "uk"), ())


def test_a_language_finds_its_regions(library: Library) -> None:
    library.store([article("a", "en-GB"), article("b", "en", hours=2), article("c", "eng")], now=NOW)
    assert titles(library, Query(language="en")) == ["About a en-GB", "About b en"]
    assert titles(library, Query(language="en-GB")) == ["About a en-GB"]
    assert Tab("en", 2, 2) in library.tabs(Query())


def test_scripts_have_tabs_of_their_own_and_one_story_counts_once(library: Library) -> None:
    library.store([article("a", "zh-Hans", story="x"), article("b", "zh-Hant", story="x")], now=NOW)
    library.store([article("c", "zh")], now=NOW)
    assert library.tabs(Query()) == [
        Tab(None, 2, 2),
        Tab("zh", 2, 2),
        Tab("zh-Hans", 1, 1),
        Tab("zh-Hant", 1, 1),
    ]
    assert len(library.index(Query(language="zh"))) == 2


def test_tabs_count_stories(library: Library) -> None:
    library.store([*trio("a"), *trio("b"), article("c", "uk"), article("d", None)], now=NOW)
    library.mark_read([trio("a")[0].id], True, now=NOW)
    assert library.tabs(Query(language="uk")) == [
        Tab(None, 3, 4),
        Tab("en", 1, 2),
        Tab("ru", 1, 2),
        Tab("uk", 2, 3),
    ]
    assert library.tabs(Query(unread=True))[0] == Tab(None, 3, 3)
    assert library.tabs(Query(source="nobody")) == [Tab(None, 0, 0)]
    for tab in library.tabs(Query()):
        assert len(library.index(Query(language=tab.language), ORDER)) == tab.total
        assert len(library.index(Query(language=tab.language, unread=True), ORDER)) == tab.unread


def test_filters(library: Library) -> None:
    post, times = article("a"), article("b", source="Times", hours=2)
    library.store([post, times], now=NOW)
    library.mark_read([post.id], True, now=NOW)
    library.bookmark(times.id, True, now=NOW)
    assert titles(library, Query(source="Times")) == ["About b en"]
    assert titles(library, Query(sources=("Times", "Post"))) == ["About a en", "About b en"]
    assert titles(library, Query(sources=())) == []
    assert titles(library, Query(unread=True)) == ["About b en"]
    assert titles(library, Query(bookmarked=True)) == ["About b en"]
    assert titles(library, Query(ids=(post.id, "unknown"))) == ["About a en"]
    assert titles(library, Query(ids=())) == []
    assert titles(library, Query(language="xx")) == []
    assert titles(library, Query(source="Post", unread=True)) == []


def test_counts_are_in_stories(library: Library) -> None:
    library.store([*trio("a"), article("b"), *trio("c", source="Times")], now=NOW)
    library.bookmark(trio("a")[1].id, True, now=NOW)
    library.mark_read([article("b").id], True, now=NOW)
    assert library.counts() == {"Post": SourceCount(1, 2, 1), "Times": SourceCount(1, 1, 0)}


def test_headlines_keep_the_order_asked_and_leave_out_what_is_not_there(library: Library) -> None:
    library.store([article("a"), article("b", hours=2)], now=NOW)
    newer, older = library.index(Query())
    lines = library.headlines([older, 999, newer, older])
    assert [line.title for line in lines] == ["About b", "About a", "About b"]
    assert library.headlines([]) == []


def test_editions_that_are_only_named_are_known_where_they_can_be_had(library: Library) -> None:
    ru, en = EditionLink("ru", "https://post.example/ru/a"), EditionLink("en", "https://post.example/en/a")
    library.store([article("a", "uk", editions=(ru, EditionLink("uk"), EditionLink("de"), en))], now=NOW)
    line = library.headlines(library.index(Query()))[0]
    assert (line.languages, line.known) == (("uk",), ("en", "ru"))


def test_the_editions_of_a_story_are_those_held_and_those_named(library: Library) -> None:
    tabs = (EditionLink("ru", "https://post.example/ru/a"), EditionLink("uk"), EditionLink("en"))
    uk = article("a", "uk", story="a", editions=tabs)
    en = article("a", "en", story="a", editions=(EditionLink("de", "https://post.example/de/a", "Brücke"),))
    library.store([uk, en], now=NOW)
    held = library.held(uk.id)
    assert held is not None
    assert held.editions == (
        EditionLink("uk", uk.url, uk.title, uk.id),
        EditionLink("en", en.url, en.title, en.id),
        EditionLink("ru", "https://post.example/ru/a"),
        EditionLink("de", "https://post.example/de/a", "Brücke"),
    )
    other = library.held(en.id)
    assert other is not None
    assert {edition.language for edition in other.editions} == {"uk", "en", "ru", "de"}
    assert [bool(edition.id) for edition in other.editions] == [True, True, False, False]


def test_an_article_without_a_language_or_siblings_has_no_editions(library: Library) -> None:
    library.store([article("a", None), article("b", "uk")], now=NOW)
    alone, uk = library.held(article("a", None).id), library.held(article("b", "uk").id)
    assert alone is not None
    assert uk is not None
    assert alone.editions == ()
    assert [edition.language for edition in uk.editions] == ["uk"]


def test_a_tab_follows_a_language_that_changes(library: Library) -> None:
    one = article("a", "uk")
    library.store([one], now=NOW)
    library.store([replace(one, language="ru")], now=NOW)
    assert [tab.language for tab in library.tabs(Query())] == [None, "ru"]


def test_very_many_languages_are_no_trouble(library: Library) -> None:
    tags = [f"{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}{'xyz'[n // 676]}" for n in range(1200)]
    library.store([article(f"a{n}", tag) for n, tag in enumerate(tags)], now=NOW)
    assert len(library.tabs(Query())) == len(set(tags)) + 1
    assert len(library.index(Query(), tuple(tags))) == 1200


def test_the_nearest_in_time_is_found_on_both_sides(library: Library) -> None:
    hours = {"a": 1, "b": 5, "c": 9}
    library.store([article(name, hours=ago) for name, ago in hours.items()], now=NOW)
    others = {ago: article(f"x{ago}", "uk", hours=ago) for ago in (0.5, 2, 3, 6.5, 7, 8, 20)}
    library.store(list(others.values()), now=NOW)
    rows = library.index(Query(language="en"))
    lists, english = library.lists, Query(language="en")
    found = {ago: lists.nearest(english, ORDER, other.id) for ago, other in others.items()}
    assert found == {0.5: rows[0], 2: rows[0], 3: rows[1], 6.5: rows[1], 7: rows[2], 8: rows[2], 20: rows[2]}
    assert lists.nearest(Query(language="de"), ORDER, others[2].id) is None
    assert lists.nearest(english, ORDER, "0" * 16) is None
