"""Which articles are editions of one story."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.making import article
from tui_reader.model import Article, EditionLink
from tui_reader.stories.addresses import is_front_page, normalize_url
from tui_reader.stories.claiming import MAX_SHARED
from tui_reader.stories.evidence import MUTUAL, ONE_WAY
from tui_reader.stories.grouping import group_articles, member, pairs
from tui_reader.stories.tongues import clash, tongue


def names(*articles: Article, language: str = "xx") -> tuple[EditionLink, ...]:
    return tuple(EditionLink(one.language or language, one.url) for one in articles)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://www.post.example/a/", "http://post.example/a"),
        ("https://post.example/a#top", "https://post.example/a"),
        ("https://post.example/a?utm_source=rss&utm_medium=x", "https://post.example/a"),
        ("https://post.example/a?b=2&a=1&fbclid=z", "https://post.example:443/a?a=1&b=2"),
        ("https://POST.example/%D0%B0", "https://post.example/а"),
        ("//post.example/a", "https://post.example/a"),
    ],
)
def test_two_spellings_of_an_address_are_one_key(left: str, right: str) -> None:
    assert normalize_url(left) == normalize_url(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://post.example/a", "https://post.example/A"),
        ("https://post.example/?id=1", "https://post.example/?id=2"),
        ("https://post.example/a", "https://en.post.example/a"),
        ("https://post.example/#!a", "https://post.example/#!b"),
        ("https://post.example:8080/a", "https://post.example/a"),
        ("file:///a/x.en.txt", "file:///a/x.uk.txt"),
        ("https://post.example/a%2Fb", "https://post.example/b"),
    ],
)
def test_other_addresses_are_other_keys(left: str, right: str) -> None:
    assert normalize_url(left) != normalize_url(right)


@given(
    st.one_of(st.text(), st.text().map("https://post.example/".__add__), st.text().map("http://[".__add__))
)
def test_any_text_is_an_address_of_some_kind(text: str) -> None:
    assert isinstance(normalize_url(text), str)
    assert isinstance(is_front_page(text), bool)


def test_front_pages() -> None:
    assert all(
        map(is_front_page, ["https://post.example", "https://post.example/", "http://post.example/en/"])
    )
    assert not any(map(is_front_page, ["https://post.example/a", "https://post.example/?p=1", "file:///"]))


def test_tongues() -> None:
    assert [tongue(tag) for tag in ("en-GB", "zh-Hans-CN", "uk", None)] == ["en", "zh-Hans", "uk", ""]
    assert clash("en-GB", "en-US")
    assert clash("zh", "zh-Hans")
    assert clash(None, None)
    assert not clash("zh-Hans", "zh-Hant")
    assert not clash(None, "uk")


def test_a_shared_name_makes_a_story_within_one_source_only() -> None:
    uk, en = article("a", "uk", story="bridge"), article("b", "en", story="bridge")
    other = article("c", "ru", story="bridge", source="Times")
    assert group_articles([uk, en, other]) == sorted([tuple(sorted((uk.id, en.id))), (other.id,)])


def test_an_edition_that_is_named_by_its_address_joins() -> None:
    uk = article("a", "uk", url="http://www.post.example/uk/a/?utm_source=rss")
    en = article("b", "en", editions=(EditionLink("uk", "https://post.example/uk/a"),))
    assert group_articles([uk, en]) == [tuple(sorted((uk.id, en.id)))]
    assert [pair.evidence for pair in pairs([member(uk), member(en)])] == [ONE_WAY]


def test_an_edition_that_is_named_by_its_id_joins() -> None:
    uk = article("a", "uk")
    en = article("b", "en", editions=(EditionLink("uk", id=uk.id),))
    assert len(group_articles([uk, en])) == 1


def test_naming_each_other_is_the_strongest_evidence() -> None:
    plain = article("a", "uk")
    en = article("b", "en", editions=names(plain))
    uk = article("a", "uk", editions=names(en))
    assert [pair.evidence for pair in pairs([member(uk), member(en)])] == [MUTUAL]


def test_of_two_that_claim_one_edition_the_mutual_pair_wins() -> None:
    bare = article("a", "uk")
    en = article("b", "en", editions=names(bare))
    uk = article("a", "uk", editions=names(en))
    for number in range(8):
        intruder = article(f"c{number}", "uk", editions=names(en))
        assert tuple(sorted((uk.id, en.id))) in group_articles([intruder, en, uk])


def test_a_tab_that_leads_to_the_front_page_joins_nothing() -> None:
    home = article("home", "en", url="https://post.example/en/")
    uk, ru = (
        article(name, name, editions=(EditionLink("en", "https://post.example/en/"),))
        for name in ("uk", "ru")
    )
    assert len(group_articles([home, uk, ru])) == 3


def test_two_articles_that_name_the_same_third_are_not_thereby_one_story() -> None:
    hub = (EditionLink("en", "https://post.example/en/news"),)
    assert len(group_articles([article("a", "uk", editions=hub), article("b", "ru", editions=hub)])) == 2


def test_two_in_one_language_are_never_one_story() -> None:
    first, second = article("a", "en", story="x"), article("b", "en", story="x")
    uk = article("c", "uk", story="x")
    stories = group_articles([first, second, uk])
    assert len(stories) == 2
    assert not any({first.id, second.id} <= set(story) for story in stories)


def test_a_name_that_very_many_share_says_nothing() -> None:
    few = [article(f"a{n}", f"{chr(97 + n // 26)}{chr(97 + n % 26)}", story="x") for n in range(MAX_SHARED)]
    assert len(group_articles(few)) == 1
    assert len(group_articles([*few, article("one more", "zz", story="x")])) == MAX_SHARED + 1


LANGUAGES = st.sampled_from(["uk", "en", "en-GB", "ru", "zh-Hans", "zh", None])


@st.composite
def some_articles(draw: st.DrawFn) -> list[Article]:
    """A few articles of one or two sources, that share names and name each other at random."""
    languages = draw(st.lists(LANGUAGES, min_size=1, max_size=9))
    addresses = [f"https://post.example/{number}" for number in range(len(languages))]
    link = st.sampled_from(addresses).map(lambda url: EditionLink("en", url))
    return [
        article(
            f"n{number}",
            language,
            url=addresses[number],
            source=draw(st.sampled_from(["Post", "Post", "Times"])),
            story=draw(st.sampled_from([None, None, "x", "y"])),
            editions=tuple(draw(st.lists(link, max_size=2))),
        )
        for number, language in enumerate(languages)
    ]


@given(some_articles(), st.randoms())
def test_the_order_of_arrival_changes_nothing(articles: list[Article], random: Random) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert group_articles(shuffled) == group_articles(articles)


@given(some_articles())
def test_every_article_is_in_one_story_and_no_story_has_a_language_twice(articles: list[Article]) -> None:
    held = {one.id: one for one in articles}
    stories = group_articles(articles)
    assert sorted(id for story in stories for id in story) == sorted(held)
    for story in stories:
        assert len({held[id].source for id in story}) == 1
        for one in story:
            assert not any(clash(held[one].language, held[two].language) for two in story if two != one)
