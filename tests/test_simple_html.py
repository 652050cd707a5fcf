"""What is read without a tree is what the parser makes of it."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader import simple_html as simple
from tui_reader.clean import is_clean_address
from tui_reader.gate import clean_article
from tui_reader.model import Article, Block, BlockKind, InlineLink, Photo, texts
from tui_reader.sources.hypertext.builder import Builder
from tui_reader.sources.hypertext.markup import parse_prepared, prepare

BASE = "https://paper.example/news/"


def by_tree(html: str) -> list[Block]:
    builder = Builder(BASE)
    if (tree := parse_prepared(html)) is not None:
        builder.walk(tree)
    return builder.blocks


def read(html: str) -> list[Block] | None:
    """What `simple` gives for a text that was prepared, and the same for one that need not be."""
    found = simple.read(html, BASE) if simple.is_simple(html) else None
    if simple.is_safe(html):
        assert simple.read(html, BASE, safe=True) == found
        assert prepare(html) == html
    return found


@pytest.mark.parametrize(
    "html",
    [
        '<p>One.</p>\n<p>Two, <a href="/a">a link</a> &amp; <b>more</b>.</p>',
        '<h2>A <a href="b" target="_blank">heading</a></h2><p>Text</p>',
        "<blockquote><p>«Said.»</p>\n<p>Again.</p></blockquote><p>After</p>",
        'Before <em>it</em> <a href="javascript:x">no link</a><p>  two\n lines </p>and after',
        '<p><a href="one">one</a><a href="two"> two</a></p><p></p><p> </p>',
        '<p><a title="no address">x</a> <a href="">y</a> <a href="#part">z</a></p>',
        "<p>a&nbsp;b &laquo;c&raquo; &lt;p&gt; d</p>",
        "<p>Before</p><ul>\n<li>one, <b>two</b></li>\n<li>  three </li><li></li></ul>after",
        '<ol><li>1 <a href="/a">a link</a></li><li><a href="/b">b</a> and <a href="/c">c</a></li></ol><h2>x</h2><ul><li> </li></ul>',
        "<ul><li>one</li></ul><ul><li>two</li></ul>",
    ],
)
def test_it_is_read_as_the_tree_is(html: str) -> None:
    assert read(html) == by_tree(html)


def test_what_needs_no_preparing_is_told() -> None:
    assert simple.is_safe("<p>Ім'я — «так»\n <b>é</b></p>")
    for html in ("<p>\u00a0</p>", "<p>a\tb</p>", "<p>\x1f</p>", "<p>e\u0301</p>", "<p>a</p>" * 200):
        assert simple.is_simple(html) or "\x1f" in html
        assert not simple.is_safe(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p class='caption'>x</p>",
        "<p>one<br>two</p>",
        "<p>one<p>two",
        "<p>x <a href='/a'>b <b>c</b></a></p>",
        "<p>&#27; &notin; &bogus</p>",
        '<p><img src="/a.jpg"></p>',
        "<ul>one<li>two</li></ul>",
        "<ul><li>one<ul><li>two</li></ul></li></ul>",
        "<ul><li><p>one</p></li></ul>",
        "<ul></ul>",
        "<li>one</li>",
        "<p>a > b</p>",
        "<p>" + "x" * 200_000 + "</p>",
    ],
)
def test_all_else_is_left_to_the_parser(html: str) -> None:
    assert read(html) is None


PIECES = st.sampled_from([
    "<p>", "</p>", "<h2>", "</h2>", "<blockquote>", "</blockquote>", '<a href="/x">', "</a>", "<b>", "</b>", "<em>", "</em>", "word", " ", "\n", "\t",
    "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "&amp;", "&nbsp;", "\u00a0", "\u200b", "é", "<", ">", "&", "<br>", "\x1f", "\u0301",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(
            PIECES,
            st.sampled_from(
                [
                    "<p>word </p>",
                    '<p> <a href="y">a</a>b</p>',
                    "<h3>Head</h3>",
                    "<ul><li>a </li>\n<li>b</li></ul>",
                ]
            ),
        ),
        max_size=20,
    )
)
def test_whatever_is_taken_is_read_as_the_tree_is(pieces: list[str]) -> None:
    html = prepare("".join(pieces))
    found = read(html)
    assert found is None or found == by_tree(html)


SAFE_PIECES = st.sampled_from([
    "<p>word </p>", '<p> <a href="y">a</a>b</p>', "<h3>Head</h3>", "<ul><li>a </li>\n<li> </li><li>b  <b>c</b></li></ul>", "\n",
    '<ol><li><a href="/x?a=1" title="t">l  &amp; m</a></li></ol>', "<blockquote>\n<p>«Said»</p> <p>x&nbsp;</p></blockquote>",
    "loose ", " <em> e </em>", '<a href="/z">z</a>', '<a href="/z"> </a>', '<a href="javascript:x">no</a>', "<p></p>", "<p> &nbsp;</p>",
    "<p>Читайте також: Так</p>", '<a href="https://a.example/#b">b</a>', "<a>bare</a>", "&lt;p&gt;", "<p>a\n\nb  c</p>",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(SAFE_PIECES, max_size=12).map("".join), st.lists(st.integers(0, 3), max_size=2))
def test_what_is_told_without_the_blocks_is_what_they_tell(html: str, photos: list[int]) -> None:
    assert simple.is_safe(html) or not html
    body = simple.HtmlBody(html, BASE, tuple(photos))
    blocks = (*(Block(BlockKind.PHOTO, photo=one) for one in photos), *simple.read(html, BASE, safe=True))
    assert body.texts == texts(blocks)
    found = simple.links(html, BASE)
    if found is not None:
        assert [
            (block.text[link.start : link.end].strip(), link.url) for block in blocks for link in block.links
        ] == found
    pictures = tuple(Photo(f"https://a.example/{one}.jpg") for one in range(4))
    made = Article("i", "Title", body=blocks, photos=pictures)
    if all(is_clean_address(link.url) for block in blocks for link in block.links):
        assert clean_article(made) == made  # so a body that is HTML may pass as it is


def test_a_body_that_is_html_is_as_good_as_its_blocks() -> None:
    html = '<p>One <a href="/a">link</a>.</p>\n<ul><li>two</li><li>three</li></ul>'
    body = simple.HtmlBody(html, BASE).behind([1]).behind([0])
    blocks = (
        Block(BlockKind.PHOTO, photo=0),
        Block(BlockKind.PHOTO, photo=1),
        Block(BlockKind.PARAGRAPH, "One link.", links=(InlineLink(4, 8, "https://paper.example/a"),)),
        Block(BlockKind.LIST, "two\nthree", items=("two", "three")),
    )
    assert body == blocks
    assert blocks == body
    assert body != blocks[:3]
    assert hash(body) == hash(blocks)
    assert (len(body), body[0], body[2:], tuple(reversed(body))) == (4, blocks[0], blocks[2:], blocks[::-1])
    again = pickle.loads(pickle.dumps(body))
    assert isinstance(again, simple.HtmlBody)
    assert again == body
    assert Article("i", "t", lead="Lead", body=body).text == "Lead\n\nOne link.\n\ntwo\nthree"


def test_neighbours_to_one_address_are_left_to_the_blocks() -> None:
    assert simple.links('<p><a href="/a">a</a><a href="/a">b</a></p>', BASE) is None
    assert simple.links('<p><a href="/a">a</a><a href="/b">b</a></p>', BASE) == [
        ("a", "https://paper.example/a"),
        ("b", "https://paper.example/b"),
    ]


def test_what_is_nearly_simple_is_told_soon() -> None:
    for html in (
        "<p>x " * 20_000,
        '<p><a href="x"' * 7000,
        "<p>" + "&amp" * 20_000,
        "<p>" + "<b>x</b>" * 12_000 + "<",
    ):
        assert not simple.is_simple(html)
        assert not simple.is_safe(html)
