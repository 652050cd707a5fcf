"""Which stories the library forms, whatever the order of arrival, and what the reader takes apart."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.library.making import NOW, article, back_to
from tests.site.manners import Site
from tests.site.pages import feed
from tui_reader.library import grouping
from tui_reader.library.library import Library
from tui_reader.model import Article, EditionLink, Query
from tui_reader.reading import read_feed
from tui_reader.stories.grouping import form_articles
from tui_reader.sureness import Sureness

ROOT = "https://site.example"
TEXTS = {
    "uk": ("Ярослава Гнатюк відкрила міст у Полтаві", "Міст завдовжки 1 348 метрів коштував 27 млн євро."),
    "en": (
        "Yaroslava Hnatiuk opens bridge in Poltava",
        "The bridge is 1,348 metres long and cost 27 million euros.",
    ),
    "ru": (
        "В Полтаве открыли мост: Ярослава Гнатюк назвала цену",
        "Мост длиной 1 348 метров обошелся в 27 млн евро.",
    ),
    "de": (
        "Jaroslawa Hnatjuk eröffnet Brücke in Poltawa",
        "Die Brücke ist 1.348 Meter lang und kostete 27 Millionen Euro.",
    ),
}


def bridge(language: str, url: str | None = None) -> Article:
    """One story, told so that its editions are alike."""
    title, text = TEXTS[language]
    return article(f"bridge-{language}", language, title=title, text=text, url=url)


def printed(site: Site, source: str = "Site") -> list[Article]:
    return [
        one
        for language in site.editions()
        for one in read_feed(feed(site, language, ROOT), ROOT, source, language, None).articles
    ]


def stories_of(library: Library, articles: Iterable[Article]) -> dict[tuple[str, ...], set[frozenset[str]]]:
    """The stories that the library holds, and which of their articles are surely together."""
    found: dict[tuple[str, ...], set[frozenset[str]]] = {}
    for one in articles:
        held = library.held(one.id)
        assert held is not None
        ids = [edition.id for edition in held.editions if edition.id is not None]
        sure = {e.id for e in held.editions if e.id is not None and e.sure is not Sureness.LIKELY}
        found.setdefault(tuple(sorted(ids)), set()).add(frozenset(sure))
    return found


def expected(articles: Iterable[Article]) -> dict[tuple[str, ...], set[frozenset[str]]]:
    return {story.ids: {frozenset(core) for core in story.cores()} for story in form_articles(articles)}


@pytest.mark.parametrize("manner", ["ids", "pictures", "hours", "text"])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_arrival_changes_nothing(library: Library, manner: str, seed: int) -> None:
    articles = printed(Site(seed, manner, stories=70, days=5))
    first_titles = [replace(one, title=f"{one.title} (1)", body=()) for one in articles[::7]]
    random = Random(seed)
    arriving = list(articles)
    random.shuffle(arriving)
    library.store(first_titles, now=NOW)
    while arriving:
        size = random.choice((1, 1, 2, 5, 40))
        library.store(arriving[:size], now=NOW)
        del arriving[:size]
    library.store(articles[::7], now=NOW)
    assert stories_of(library, articles) == expected(articles)


def test_articles_in_one_language_are_drawn_when_a_second_one_comes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "_CAUGHT_UP", 20)
    site = Site(6, "text", stories=90, days=12)
    first, *others = (
        [one for one in printed(site) if one.language == language] for language in site.editions()
    )
    assert len(first) > 40
    library.store(first, now=NOW)
    with closing(sqlite3.connect(library.path)) as raw:
        assert raw.execute("SELECT DISTINCT traits FROM sketch").fetchall() == [(b"\0",)]
    for articles in others:
        library.store(articles, now=NOW)
    articles = [*first, *(one for more in others for one in more)]
    assert stories_of(library, articles) == expected(articles)
    with closing(sqlite3.connect(library.path)) as raw:
        assert raw.execute("SELECT count(*) FROM sketch WHERE length(traits) < 4").fetchone() == (0,)


def test_a_time_that_changes_changes_the_pairs_of_both_times(library: Library) -> None:
    articles = printed(Site(3, "text", stories=60, days=4))
    moved = [
        replace(a, published=a.published + timedelta(days=2)) if a.published else a for a in articles[::5]
    ]
    library.store([*moved, *articles[1:]], now=NOW)
    library.store(articles, now=NOW)
    assert stories_of(library, articles) == expected(articles)


def test_a_picture_that_comes_back_another_day_says_nothing_any_more(library: Library) -> None:
    articles = printed(Site(4, "pictures", stories=80, days=6))
    by_time = sorted(articles, key=lambda one: one.published or NOW)
    for start in range(0, len(by_time), 9):
        library.store(by_time[start : start + 9], now=NOW)
        if start % 63 == 0:
            assert stories_of(library, by_time[: start + 9]) == expected(by_time[: start + 9])
    assert stories_of(library, articles) == expected(articles)


def test_an_edition_says_how_sure_it_is(library: Library) -> None:
    uk, en, ru, de = (bridge(language) for language in TEXTS)
    ru = replace(ru, url="https://post.example/ru/news/most-8015225.html")
    uk = replace(uk, url="https://post.example/news/mist-8015225.html")
    de = replace(de, editions=(EditionLink("ru", ru.url),))
    library.store([uk, en, ru, de], now=NOW)
    held = library.held(uk.id)
    assert held is not None
    assert {e.language: (e.sure, e.how) for e in held.editions} == {
        "uk": (None, None),
        "ru": ("matched", "address"),
        "de": ("matched", "address"),  # no surer than the weakest link on the way
        "en": ("likely", "content"),
    }
    (headline,) = library.headlines(library.index(Query(), ["uk"]))
    assert headline.languages == ("de", "en", "ru", "uk")
    assert headline.likely == ("en",)
    (headline,) = library.headlines(library.index(Query(), ["en"]))
    assert headline.likely == ("de", "ru", "uk")


def test_what_is_taken_apart_stays_apart(library: Library, path: Path) -> None:
    uk, en, ru = (bridge(language) for language in ("uk", "en", "ru"))
    library.store([uk, en], now=NOW)
    assert library.part(en.id, now=NOW) == [tuple(sorted((uk.id, en.id)))]
    assert library.part(en.id, now=NOW) == []
    library.store([ru], now=NOW)  # it is alike to both, and must not bring them together
    library.store([replace(en, title=en.title + "!")], now=NOW)
    stories = stories_of(library, [uk, en, ru])
    assert sorted(map(len, stories)) == [1, 2]
    assert not any({uk.id, en.id} <= set(ids) for ids in stories)
    with Library.open(path) as again:
        assert stories_of(again, [uk, en, ru]) == stories


def test_what_was_taken_apart_can_be_joined_again(library: Library) -> None:
    editions = [bridge(language) for language in TEXTS]
    library.store(editions, now=NOW)
    before = stories_of(library, editions)
    assert list(map(len, before)) == [4]
    parted = library.part(editions[0].id, now=NOW)
    assert len(parted) == 3
    assert sorted(map(len, stories_of(library, editions))) == [1, 3]
    library.rejoin(parted)
    assert stories_of(library, editions) == before
    library.rejoin([("none", "such")])


def test_one_edition_is_taken_away_and_the_others_stay(library: Library) -> None:
    editions = [bridge(language) for language in TEXTS]
    library.store(editions, now=NOW)
    uk, en, *_ = editions
    library.part(uk.id, en.id, now=NOW)
    stories = stories_of(library, editions)
    assert sorted(map(len, stories)) == [1, 3]
    assert any(uk.id in ids and en.id not in ids and len(ids) in (1, 3) for ids in stories)


def test_the_source_s_own_word_joins_what_was_taken_apart(library: Library) -> None:
    uk, en = bridge("uk"), bridge("en")
    library.store([uk, en], now=NOW)
    library.part(uk.id, now=NOW)
    library.store([replace(en, editions=(EditionLink("uk", uk.url),))], now=NOW)
    held = library.held(uk.id)
    assert held is not None
    assert [(e.language, e.sure) for e in held.editions] == [("en", Sureness.DECLARED), ("uk", None)]
    assert library.part(uk.id, en.id, now=NOW) == []  # and nothing is taken from it


def test_a_matched_edition_is_taken_away_by_name_only(library: Library) -> None:
    uk = bridge("uk", url="https://post.example/news/mist-8015225.html")
    en = bridge("en", url="https://post.example/en/news/bridge-8015225.html")
    library.store([uk, en], now=NOW)
    assert library.part(uk.id, now=NOW) == []
    assert library.part(uk.id, en.id, now=NOW) == [tuple(sorted((uk.id, en.id)))]
    assert sorted(map(len, stories_of(library, [uk, en]))) == [1, 1]
    assert library.part("unknown", now=NOW) == []
    assert library.part(uk.id, "unknown", now=NOW) == []
    assert library.part(uk.id, uk.id, now=NOW) == []


def test_marks_stay_with_their_articles_when_stories_change(library: Library) -> None:
    uk, en = bridge("uk"), bridge("en")
    library.store([uk], now=NOW)
    library.bookmark(uk.id, True, now=NOW)
    library.mark_read([uk.id], True, now=NOW)
    library.store([en], now=NOW)
    assert [(h.read, h.bookmarked) for h in map(library.held, (uk.id, en.id)) if h] == [(True, True)] * 2
    library.part(uk.id, now=NOW)
    assert [(h.read, h.bookmarked) for h in map(library.held, (uk.id, en.id)) if h] == [
        (True, True),
        (False, False),
    ]


def test_an_older_library_learns_what_its_articles_have_in_common(path: Path) -> None:
    articles = printed(Site(5, "text", stories=90, days=6))
    assert len(articles) > 200
    declared = [article("old-uk", "uk", story="old"), article("old-en", "en", story="old")]
    with Library.open(path) as library:
        library.store([*articles, *declared], now=NOW)
        library.bookmark(articles[0].id, True, now=NOW)
    back_to(path, 2)
    with Library.open(path) as library:
        assert len(library.index(Query(), stories=False)) == len(articles) + 2
        assert stories_of(library, declared) == expected(declared)
        for number in range(3):  # each refresh sees to some of them
            library.store([article(f"new {number}", "pl")], now=NOW)
        assert stories_of(library, articles) == expected(articles)
        held = library.held(articles[0].id)
        assert held is not None
        assert held.bookmarked
