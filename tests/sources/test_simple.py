"""What is read without a tree is what the parser makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.model import Block
from tui_reader.sources.hypertext import simple
from tui_reader.sources.hypertext.builder import Builder
from tui_reader.sources.hypertext.markup import parse_prepared, prepare

BASE = "https://paper.example/news/"


def by_tree(html: str) -> list[Block]:
    builder = Builder(BASE)
    if (tree := parse_prepared(html)) is not None:
        builder.walk(tree)
    return builder.blocks


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
    ],
)
def test_it_is_read_as_the_tree_is(html: str) -> None:
    assert simple.read(html, BASE) == by_tree(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p class='caption'>x</p>",
        "<p>one<br>two</p>",
        "<p>one<p>two",
        "<p>x <a href='/a'>b <b>c</b></a></p>",
        "<p>&#27; &notin; &bogus</p>",
        '<p><img src="/a.jpg"></p>',
        "<ul><li>one</li></ul>",
        "<p>a > b</p>",
        "<p>" + "x" * 200_000 + "</p>",
    ],
)
def test_all_else_is_left_to_the_parser(html: str) -> None:
    assert simple.read(html, BASE) is None


PIECES = st.sampled_from([
    "<p>", "</p>", "<h2>", "</h2>", "<blockquote>", "</blockquote>", '<a href="/x">', "</a>", "<b>", "</b>", "<em>", "</em>", "word", " ", "\n", "\t",
    "&amp;", "&nbsp;", "\u00a0", "\u200b", "é", "<", ">", "&", "<br>", "\x1f", "\u0301",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(PIECES, st.sampled_from(["<p>word </p>", '<p> <a href="y">a</a>b</p>', "<h3>Head</h3>"])),
        max_size=20,
    )
)
def test_whatever_is_taken_is_read_as_the_tree_is(pieces: list[str]) -> None:
    html = prepare("".join(pieces))
    found = simple.read(html, BASE)
    assert found is None or found == by_tree(html)


def test_what_is_nearly_simple_is_told_soon() -> None:
    for html in (
        "<p>x " * 20_000,
        '<p><a href="x"' * 7000,
        "<p>" + "&amp" * 20_000,
        "<p>" + "<b>x</b>" * 12_000 + "<",
    ):
        assert simple.read(html, BASE) is None
