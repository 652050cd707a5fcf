"""Whole articles through the gate."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.foreign import PAYLOADS, articles, is_safe
from tui_reader import gate
from tui_reader.gate import clean_article
from tui_reader.limits import MAX_TITLE
from tui_reader.model import Article, Block, BlockKind, EditionLink, InlineLink, Photo, RelatedLink

TITLE = "[/r/python] [Video] x[@click=app.quit]y[/]"


def strings(value: Any, name: str = "") -> list[tuple[str, str]]:
    """Every string in ``value`` with the name of its field; the identity is never printed."""
    if isinstance(value, str):
        return [(name, value)]
    if isinstance(value, tuple):
        return [found for one in value for found in strings(one, name)]
    if is_dataclass(value):
        named = [field.name for field in fields(value) if field.name != "identity"]
        return [found for one in named for found in strings(getattr(value, one), one)]
    return []


@settings(max_examples=100, deadline=None)
@given(articles)
def test_any_article_comes_out_safe_and_stays_as_it_is(article: Article) -> None:
    done = clean_article(article)
    for name, value in strings(done):
        assert is_safe(value, "\n\t" if name == "text" else ""), (name, ascii(value))
    assert clean_article(done) == done
    assert done.id == article.id


@settings(max_examples=100, deadline=None)
@given(articles)
@pytest.mark.slow
def test_links_lie_in_their_text_and_photos_among_the_photos(article: Article) -> None:
    done = clean_article(article)
    for block in done.body:
        assert all(0 <= link.start < link.end <= len(block.text) and link.url for link in block.links)
        assert block.level is None or 1 <= block.level <= 6
        if block.kind is BlockKind.PHOTO:
            assert block.photo in range(len(done.photos))
        else:
            assert block.text
        if block.kind is BlockKind.LIST:
            assert block.text == "\n".join(block.items)
        if block.kind is BlockKind.TABLE:
            assert block.text == "\n".join("\t".join(row) for row in block.rows)


def article(**named: Any) -> Article:
    return Article("page\nhttps://paper.example/1", "A title", **named)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_field(payload: str) -> None:
    link = InlineLink(0, 4, payload)
    given = Article(
        "x",
        payload,
        payload,
        payload,
        payload,
        payload,
        (payload,),
        lead=payload,
        body=tuple(
            Block(kind, payload, items=(payload,), rows=((payload,),), photo=0, links=(link,))
            for kind in BlockKind
        ),
        photos=(Photo(payload, payload, payload, payload),),
        related=(RelatedLink(payload, payload),),
        editions=(EditionLink(payload, payload, payload, payload),),
        story=payload,
    )
    for name, value in strings(clean_article(given)):
        assert is_safe(value, "\n\t" if name == "text" else ""), (name, ascii(value))


def test_markup_is_text() -> None:
    assert clean_article(replace(article(), title=TITLE)).title == TITLE


def test_links_stay_where_the_text_does() -> None:
    links = (InlineLink(4, 8, "https://paper.example/\x1b2"),)
    done = clean_article(article(body=(Block(BlockKind.PARAGRAPH, "The port is closed", links=links),)))
    assert done.body[0].links == (InlineLink(4, 8, "https://paper.example/2"),)


def test_the_links_of_a_list_are_made_safe_too() -> None:
    links = (InlineLink(0, 3, "https://paper.example/\u202e2"),)
    listed = Block(BlockKind.LIST, "one\n  two", items=("one", "  two"), links=links)
    done = clean_article(article(body=(listed,))).body[0]
    assert done.items == ("one", "  two")
    assert done.links == (InlineLink(0, 3, "https://paper.example/2"),)


@pytest.mark.parametrize(
    "links",
    [
        (InlineLink(-1, 3, "https://a.example"),),
        (InlineLink(3, 3, "https://a.example"),),
        (InlineLink(3, 2, "https://a.example"),),
        (InlineLink(0, 99, "https://a.example"),),
        (InlineLink(0, 3, "\u200b"),),
    ],
)
def test_links_that_are_none_go(links: tuple[InlineLink, ...]) -> None:
    done = clean_article(article(body=(Block(BlockKind.PARAGRAPH, "The port", links=links),)))
    assert done.body == (Block(BlockKind.PARAGRAPH, "The port"),)


def test_links_go_where_cleaning_moves_the_text() -> None:
    block = Block(BlockKind.PARAGRAPH, "The\x00 port", links=(InlineLink(5, 9, "https://a.example"),))
    assert clean_article(article(body=(block,))).body == (Block(BlockKind.PARAGRAPH, "The port"),)


def test_what_is_empty_is_left_out() -> None:
    done = clean_article(
        article(
            url="\u200b",
            site=" ",
            lead="",
            authors=(" ", "\x00", "Olha"),
            body=(Block(BlockKind.PARAGRAPH, "\u200b"), Block(BlockKind.PHOTO, photo=0)),
            related=(RelatedLink("\u200b", "https://a.example"), RelatedLink(" More ")),
            editions=(EditionLink("no tag at all"), EditionLink("ua")),
        )
    )
    assert (done.url, done.site, done.lead, done.authors) == (None, None, None, ("Olha",))
    assert done.body == ()
    assert done.related == (RelatedLink("More"),)
    assert done.editions == (EditionLink("uk"),)


def test_a_photo_stays_in_its_place() -> None:
    done = clean_article(
        article(photos=(Photo("https://a.example/1.jpg"),), body=(Block(BlockKind.PHOTO, photo=0),))
    )
    assert done.body == (Block(BlockKind.PHOTO, photo=0),)


@pytest.mark.parametrize("title", ["word " * 9000, "\U0001d15f" * 9000, "क्‍" * 9000, "\u0344" * 9000])
def test_an_endless_title_is_cut_once(title: str) -> None:
    done = clean_article(replace(article(), title=title))
    assert 0 < len(done.title) <= MAX_TITLE
    assert clean_article(done) == done


MILD = st.text(st.sampled_from(list("  ab\n.é—\u200b\u00a0\t中")), max_size=4) | st.sampled_from(
    ["a b", "one", "é — x"]
)
ADDRESS = st.sampled_from(["https://a.example/", "", "https://a.example/\u200b", "x y", None])


def _some(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=2).map(tuple)


BLOCK = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    text=MILD,
    level=st.sampled_from([None, None, 0, 2, 7]),
    ordered=st.booleans(),
    items=_some(MILD),
    rows=st.sampled_from([(), (), (("a",),)]),
    photo=st.sampled_from([None, None, -1, 0, 1]),
    links=_some(
        st.builds(InlineLink, st.integers(-1, 3), st.integers(-1, 4), ADDRESS.filter(lambda a: a is not None))
    ),
)
PLAIN_BLOCK = st.builds(
    lambda kind, text: Block(kind, text, level=2 if kind is BlockKind.HEADING else None),
    st.sampled_from([BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.HEADING]),
    st.sampled_from(["a b", "é — x"]),
) | st.sampled_from(
    [
        Block(BlockKind.PHOTO, photo=0),
        Block(BlockKind.LIST, "a\nb", ordered=True, items=("a", "b")),
        Block(BlockKind.LIST, "a\n  b", items=("a", "  b")),
    ]
)
NEARLY = st.builds(
    Article,
    identity=st.sampled_from(["entry\n1", "\ud83d\ude00", "\ud800"]),
    title=MILD,
    source=st.just("S") | MILD,
    language=st.sampled_from([None, "uk", "UA"]),
    url=ADDRESS,
    site=st.none() | MILD,
    authors=_some(MILD),
    lead=st.none() | MILD,
    body=_some(PLAIN_BLOCK | BLOCK),
    photos=_some(st.builds(Photo, ADDRESS, st.none() | MILD, st.none() | MILD, st.none() | MILD)),
    related=_some(st.builds(RelatedLink, MILD, ADDRESS)),
    editions=_some(st.builds(EditionLink, st.sampled_from(["uk", "UA"]))),
    story=st.none() | MILD,
    language_declared=st.sampled_from([None, "ru", "RU"]),
)
CALM = st.builds(
    Article,
    identity=st.just("entry\n1"),
    title=st.just("A title"),
    source=st.just("S"),
    body=_some(PLAIN_BLOCK | BLOCK),
    photos=_some(st.builds(Photo, ADDRESS, st.just("An alt"))),
    related=_some(st.builds(RelatedLink, MILD, ADDRESS)),
)


@settings(max_examples=400, deadline=None)
@given(NEARLY | CALM)
def test_what_is_told_to_be_clean_comes_out_as_it_is_the_long_way_too(article: Article) -> None:
    if gate._is_clean(article):
        assert gate._cleaned(article) == article


@pytest.mark.parametrize(
    "body", [(), (Block(BlockKind.LIST, "a\nb", items=("a", "b")), Block(BlockKind.PHOTO, photo=0))]
)
def test_what_is_clean_is_told(body: tuple[Block, ...]) -> None:
    assert gate._is_clean(
        Article("entry\n1", "Ім’я", "S", "uk", body=body, photos=(Photo("https://a.example/"),))
    )
