"""Which articles are alike enough to be editions of one story, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from tests.library.making import NOW, article
from tui_reader.model import Article, Photo
from tui_reader.stories.grouping import form_articles
from tui_reader.stories.likeness import alike, stock_pictures
from tui_reader.stories.sketches import sketch
from tui_reader.sureness import How, Sureness

UK = (
    "Ярослава Гнатюк відкрила міст у Полтаві",
    "Міст завдовжки 1 348 метрів коштував 27 млн євро, сказала Гнатюк.",
)
EN = (
    "Yaroslava Hnatiuk opens bridge in Poltava",
    "The bridge is 1,348 metres long and cost 27 million euros.",
)
BARE_UK = (
    "Новий керівник",
    "Компанію Severin Motors очолить Ярослава Гнатюк. Її попередник Томас Кесслер іде.",
)
BARE_EN = ("A new head", "Yaroslava Hnatiuk will lead Severin Motors, and Thomas Kessler leaves.")
EVERGREEN_UK = ("Що відомо на цей час", "Головне за добу в одному тексті.")
EVERGREEN_EN = ("What we know so far", "The main facts of the day in one place.")
LOGO = "https://post.example/i/logo.png"


def told(
    language: str, words: tuple[str, str], *, hours: float = 1, picture: str | None = None, name: str = ""
) -> Article:
    photos = (Photo(picture),) if picture else ()
    return article(name or language, language, title=words[0], text=words[1], hours=hours, photos=photos)


def found(*articles: Article) -> list[tuple[Sureness, How]]:
    sketches = [drawn for one in articles if (drawn := sketch(one)) is not None]
    pairs = alike(sketches, stock_pictures(sketches))
    return [(pair.evidence.kind, pair.evidence.how) for pair in pairs]


LIKELY = [(Sureness.LIKELY, How.CONTENT)]
SEEN = [(Sureness.MATCHED, How.PICTURE)]


def test_the_same_names_and_numbers_are_likely_one_story() -> None:
    assert found(told("uk", UK), told("en", EN)) == LIKELY
    assert found(told("uk", BARE_UK), told("en", BARE_EN)) == LIKELY


@pytest.mark.parametrize("hours", [1, 3, 7, 7.9])
def test_up_to_seven_hours_apart(hours: float) -> None:
    assert found(told("uk", UK), told("en", EN, hours=hours)) == LIKELY


def test_hours_later_it_is_another_story() -> None:
    assert found(told("uk", UK), told("en", EN, hours=9)) == []


def test_a_number_that_a_translator_rounded_agrees() -> None:
    rounded = (EN[0], "The bridge is some 1,300 metres long.")
    assert found(told("uk", UK), told("en", rounded)) == LIKELY


def test_numbers_that_disagree_speak_against_it() -> None:
    other = (EN[0], "The bridge is 871 metres long and cost 94 million euros, Hnatiuk said.")
    assert found(told("uk", UK), told("en", other)) == []


def test_two_in_one_language_are_no_pair() -> None:
    assert found(told("en", EN), told("en", EN, name="again")) == []


def test_of_two_that_are_as_much_alike_neither_is_taken() -> None:
    assert found(told("uk", UK), told("en", EN), told("en", EN, name="again")) == []


def test_titles_that_return_every_day_say_nothing() -> None:
    assert found(told("uk", EVERGREEN_UK), told("en", EVERGREEN_EN)) == []


def test_a_shared_picture_at_the_same_hour_matches() -> None:
    picture = "https://post.example/i/bridge.jpg"
    uk, en = told("uk", UK, picture=picture), told("en", EN, picture=picture)
    assert found(uk, en) == SEEN
    assert found(uk, replace(en, published=NOW - timedelta(hours=4))) == LIKELY


def test_a_shared_picture_alone_says_nothing() -> None:
    other = ("Flood in Uzhhorod", "Rescue workers moved Petro Levytskyi and 53 others to safety.")
    assert found(told("uk", UK, picture=LOGO), told("en", other, picture=LOGO)) == []


def test_a_picture_of_another_day_too_is_stock() -> None:
    old = told("uk", EVERGREEN_UK, hours=60, picture=LOGO, name="old")
    assert found(told("uk", UK, picture=LOGO), told("en", EN, picture=LOGO), old) == LIKELY


def test_other_numbers_in_the_addresses_speak_against_it_where_the_site_s_editions_share_them() -> None:
    def at(one: Article, url: str) -> Article:
        return replace(one, url=f"https://post.example/{url}")

    uk, en = at(told("uk", UK), "uk/8015225"), at(told("en", EN), "en/8015399")
    assert found(uk, en) == LIKELY
    shared = [at(told(tag, EVERGREEN_UK, name=f"other {tag}"), f"{tag}/8015011") for tag in ("uk", "en")]
    assert found(uk, en, *shared) == []


def test_without_a_time_or_a_source_nothing_is_compared() -> None:
    assert found(told("uk", UK), replace(told("en", EN), published=None)) == []
    assert found(*(replace(one, source="") for one in (told("uk", UK), told("en", EN)))) == []


def test_sources_are_apart() -> None:
    other = replace(told("en", EN), source="Times")
    assert len(form_articles([told("uk", UK), other])) == 2


def test_the_order_changes_nothing() -> None:
    articles = [
        told(tag, words, hours=hours, name=f"{tag} {hours} {place}")
        for place, (tag, words) in enumerate([("uk", UK), ("en", EN), ("uk", BARE_UK), ("en", BARE_EN)])
        for hours in (1, 13, 25, 40)
    ]
    before = form_articles(articles)
    assert len(before) == 8
    Random(1).shuffle(articles)
    assert form_articles(articles) == before
