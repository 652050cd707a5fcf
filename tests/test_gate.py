"""Whole articles through the gate."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings

from tests.foreign import PAYLOADS, articles, is_safe
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
