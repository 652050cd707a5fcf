"""An entry's HTML: every kind of block, photos with captions and credits, related links, and bad input."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.clean import clean_code, clean_text
from tui_reader.model import Block, BlockKind, LinkKind
from tui_reader.simple_html import HtmlBody
from tui_reader.sources.html import Content, parse_fragment
from tui_reader.sources.hypertext import markup
from tui_reader.sources.hypertext.builder import Builder
from tui_reader.sources.hypertext.furniture import sort_out

BASE = "https://paper.example/2024/story.html"


def read(html: str) -> Content:
    return parse_fragment(html, BASE)


def texts(content: Content) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in content.body]


def only(content: Content) -> Block:
    assert len(content.body) == 1
    return content.body[0]


def test_paragraphs_headings_and_quotes_keep_their_kinds() -> None:
    found = read(
        "<h2>One</h2><p>Two <b>bold</b>.</p><blockquote><p>Three</p><p>Four</p></blockquote><h4>Five</h4>Six"
    )
    assert texts(found) == [
        ("heading", "One"),
        ("paragraph", "Two bold."),
        ("quote", "Three"),
        ("quote", "Four"),
        ("heading", "Five"),
        ("paragraph", "Six"),
    ]
    assert [block.level for block in found.body if block.level] == [2, 4]


def test_one_break_is_a_line_and_two_are_a_paragraph() -> None:
    assert texts(read("a<br>b<br/> <br/>c<br><br><br>d")) == [
        ("paragraph", "a\nb"),
        ("paragraph", "c"),
        ("paragraph", "d"),
    ]


def test_white_space_is_one_space_and_none_is_lost_between_words() -> None:
    assert (
        only(read("<p>  one\n\t two<i> three</i> <b>four </b>five&nbsp;six</p>")).text
        == "one two three four five six"
    )


def test_links_stand_on_their_words() -> None:
    block = only(
        read('<p>See <a href="/a">this one</a>, <a href="b?x=1">that</a> and <a href="#n">note</a>.</p>')
    )
    assert [(block.text[link.start : link.end], link.url) for link in block.links] == [
        ("this one", "https://paper.example/a"),
        ("that", "https://paper.example/2024/b?x=1"),
        ("note", "https://paper.example/2024/story.html#n"),
    ]


@pytest.mark.parametrize(
    "address", ["javascript:x()", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.c", "http://["]
)
def test_addresses_that_are_no_pages_are_no_links(address: str) -> None:
    found = read(f'<p>a <a href="{address}">b</a></p><img src="{address}">')
    assert only(found).links == ()
    assert (found.related, found.photos) == ((), ())


def test_nested_lists_are_indented_items() -> None:
    block = only(read('<ol><li>One<ul><li>Two <a href="/x">x</a></li></ul></li><li><p>Three</p></li></ol>'))
    assert (block.kind, block.ordered, block.items) == (BlockKind.LIST, True, ("One", "  Two x", "Three"))
    assert block.text == "One\n  Two x\nThree"
    assert [block.text[link.start : link.end] for link in block.links] == ["x"]


def test_a_list_of_pieces_is_read_as_pieces() -> None:
    found = read("<ul><li><h3>Head</h3><p>Text</p></li><li><h3>Next</h3></li></ul>")
    assert texts(found) == [("heading", "Head"), ("paragraph", "Text"), ("heading", "Next")]


def test_data_tables_have_rows_and_layout_tables_fall_apart() -> None:
    table = only(read("<table><tr><th>City</th><th>°C</th></tr><tr><td>Rivne</td><td>4</td></tr></table>"))
    assert table.rows == (("City", "°C"), ("Rivne", "4"))
    assert texts(read("<table><tr><td><p>One</p></td><td><p>Two</p></td></tr></table>")) == [
        ("paragraph", "One"),
        ("paragraph", "Two"),
    ]


def test_code_keeps_its_indentation() -> None:
    assert texts(read("<pre><code>def f():\n    return 1\n</code></pre>")) == [
        ("code", "def f():\n    return 1")
    ]


def test_hidden_things_and_pixels_are_dropped() -> None:
    html = (
        '<p>Seen</p><script>no</script><style>no</style><p hidden>no</p><p style="display: none">no</p>'
        '<img src="/p.gif" width="1" height="1"><img src="/q.gif" style="width:1px"><img class="wp-smiley" src="/s.png">'
        '<a href="https://x.example/sharer?u=1"><img src="/share.png"></a>'
    )
    found = read(html)
    assert texts(found) == [("paragraph", "Seen")]
    assert found.photos == ()


def test_a_figure_has_caption_and_credit_apart() -> None:
    found = read(
        '<figure><img src="/a.jpg" alt="Boats"><figcaption>Boats at dawn (photo: Ann Lee)</figcaption></figure>'
    )
    photo = found.photos[0]
    assert (photo.url, photo.alt, photo.caption, photo.credit) == (
        "https://paper.example/a.jpg",
        "Boats",
        "Boats at dawn",
        "Ann Lee",
    )
    assert found.body == (Block(BlockKind.PHOTO, photo=0),)


@pytest.mark.parametrize(
    "html",
    [
        '<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">Boats at dawn</p></div>',
        '<div><img src="/a.jpg"></div><div class="image-caption">Boats at dawn</div>',
        '<table class="tr-caption-container"><tr><td><img src="/a.jpg"></td></tr><tr><td class="tr-caption">Boats at dawn'
        "</td></tr></table>",
        '<img src="/a.jpg" data-caption="Boats at dawn">',
        '<figure><div><img src="/a.jpg"></div><div class="media__caption">Boats at dawn</div></figure>',
    ],
)
def test_captions_are_found_beside_the_picture(html: str) -> None:
    found = read(html + "<p>Text goes on.</p>")
    assert [photo.caption for photo in found.photos] == ["Boats at dawn"]
    assert texts(found) == [("photo", ""), ("paragraph", "Text goes on.")]


def test_a_credit_of_its_own_is_no_part_of_the_caption() -> None:
    found = read(
        '<figure><img src="/a.jpg"><figcaption>Boats <span class="credit">Photo: Ann Lee</span></figcaption></figure>'
    )
    assert (found.photos[0].caption, found.photos[0].credit) == ("Boats", "Ann Lee")


def test_one_picture_in_several_sizes_is_one_photo_and_the_best_size_wins() -> None:
    html = (
        '<img src="/w/boat-300x200.jpg" srcset="/w/boat-300x200.jpg 300w, /w/boat-1200x800.jpg 1200w, /w/boat.jpg 4000w">'
        '<p>x</p><img src="/w/boat-150x150.jpg" alt="Boat">'
    )
    found = read(html)
    assert [(photo.url, photo.alt) for photo in found.photos] == [
        ("https://paper.example/w/boat-1200x800.jpg", "Boat")
    ]


def test_lazy_pictures_and_linked_originals() -> None:
    html = (
        '<img src="data:image/gif;base64,R0" data-src="/lazy.jpg"><noscript><img src="/lazy.jpg"></noscript>'
        '<a href="https://b.example/s1600/tree.jpg"><img src="https://b.example/s320/tree.jpg" width="320"></a>'
    )
    assert [photo.url for photo in read(html).photos] == [
        "https://paper.example/lazy.jpg",
        "https://b.example/s1600/tree.jpg",
    ]


def test_different_pictures_with_like_names_stay_apart() -> None:
    found = read(
        '<img src="/77/large.jpg"><img src="/78/large.jpg"><img src="/img?id=1"><img src="/img?id=2">'
    )
    assert len(found.photos) == 4


def test_read_also_lines_leave_the_text_and_keep_their_titles() -> None:
    html = (
        '<p>Text with <a href="/t">a link</a>.</p><p><b>Читайте також:</b> <a href="/one">Перша</a></p>'
        '<p>Lesen Sie auch:</p><ul><li><a href="/two">Zweite</a></li><li><a href="/three">Dritte</a></li></ul><p>End.</p>'
    )
    found = read(html)
    assert texts(found) == [("paragraph", "Text with a link."), ("paragraph", "End.")]
    assert [(link.title, link.url, link.kind) for link in found.related] == [
        ("Перша", "https://paper.example/one", LinkKind.READ_ALSO),
        ("Zweite", "https://paper.example/two", LinkKind.READ_ALSO),
        ("Dritte", "https://paper.example/three", LinkKind.READ_ALSO),
        ("a link", "https://paper.example/t", LinkKind.IN_TEXT),
    ]


def test_a_read_also_block_by_its_class() -> None:
    found = read(
        '<p>Text.</p><div class="post-related"><h4>More</h4><a href="/1">The first one</a> <a href="/2">The second</a></div>'
    )
    assert texts(found) == [("paragraph", "Text.")]
    assert [link.title for link in found.related] == ["The first one", "The second"]


def test_a_sentence_that_begins_like_a_label_stays() -> None:
    found = read(
        '<p>Related to this, the council <a href="/v">voted</a> on a new plan that changes the river bank.</p>'
    )
    assert [link.kind for link in found.related] == [LinkKind.IN_TEXT]
    assert len(found.body) == 1


def test_an_embed_is_a_line_that_can_be_followed() -> None:
    found = read('<p>a</p><iframe src="//video.example/e/1" title="The launch"></iframe><p>b</p>')
    assert texts(found) == [("paragraph", "a"), ("paragraph", "The launch"), ("paragraph", "b")]
    assert found.related[0].url == "https://video.example/e/1"


def test_text_without_tags_is_paragraphs() -> None:
    assert texts(read("Fish &amp; chips\nSecond line")) == [
        ("paragraph", "Fish & chips"),
        ("paragraph", "Second line"),
    ]
    assert texts(read("One\ntwo\n\nThree")) == [("paragraph", "One\ntwo"), ("paragraph", "Three")]
    assert texts(read("&lt;p&gt;Twice escaped&lt;/p&gt;")) == [("paragraph", "Twice escaped")]
    assert texts(read("a < b and c > d")) == [("paragraph", "a < b and c > d")]


@pytest.mark.parametrize(
    "bad", ["&#27;", "&#x1b;", "\x1b", "\0", "&#0;", "\ud800", "&#xD800;", "&#99999999;", "<!-- -- >x"]
)
def test_nothing_is_lost_after_a_bad_character(bad: str) -> None:
    text = " ".join(block.text for block in read(f"<p>before {bad} mid</p><p>after</p>").body)
    assert "before" in text
    assert "after" in text or bad.startswith("<!--")
    assert "\x1b" not in text


HOSTILE = {
    "divs": "<div>" * 100_000 + "end",
    "closed divs": "<div>" * 100_000 + "</div>" * 100_000 + "end",
    "tables": "<table><tr><td>" * 50_000 + "end",
    "figures": "<figure><img src=a.jpg>" * 30_000 + "<p>end",
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(80_000)) + ">end</p>",
    "links": "".join(f"<a href=/x{i}>link {i}</a> " for i in range(50_000)) + "end",
    "breaks": "a<br>" * 200_000 + "end",
    "items": "<ul>" + "<li>x" * 100_000 + "</ul>end",
    "captions": "<figure>" + "<img src=/x.jpg><figcaption>c</figcaption>" * 10_000 + "</figure>" + "<p>end",
    "classes": "<div class=related><a href=/a>x</a> " * 5000 + "end",
    "srcset": '<img srcset="' + "a " * 500_000 + '"><p>end',
    "references": "&#" * 300_000 + "<p>end",
}


LONG = {"tables", "figures", "links", "captions"}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if name in LONG else []) for name in HOSTILE]
)
def test_hostile_html_ends_soon_with_the_text_after_it(name: str) -> None:
    started = time.process_time()
    found = read(HOSTILE[name])
    assert time.process_time() - started < 10
    if name != "captions":
        assert any("end" in block.text for block in found.body)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class=caption>", "</div>", "<figure>", "</figure>", "<img src=a.jpg>", "<img src='http://['>",
     "<ul>", "<li>", "</ul>", "<a href=/x>", "<a href='http://[::'>", "</a>", "<br>", "<table>", "<tr>", "<td>", "</table>",
     "<blockquote>", "<pre>", "</pre>", "<h2>", "</h2>", "<iframe src=//v.example/1>", "<noscript>", "<!--", "-->", "<![CDATA[",
     "<svg>", "&#27;", "&#xd800;", "\x00", "\ud800", "Read also:", "text ", "<", ">", "&", "<figcaption>", "(photo: X)",
     "<div class=related>", "<picture><source srcset='a 1w, b 2x'>", "<ol><li><ol>", "<p hidden>"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join))
def test_never_raises_and_everything_fits_together(html: str) -> None:
    found = read(html)
    for block in found.body:
        settled = clean_code(block.text) if block.kind is BlockKind.CODE else clean_text(block.text)
        assert block.kind is BlockKind.PHOTO or settled
        if block.photo is not None:
            assert 0 <= block.photo < len(found.photos)
        for link in block.links:
            assert 0 <= link.start < link.end <= len(block.text)
    urls = [link.url for link in found.related if link.url]
    assert len(urls) == len(set(urls))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["<", ">", "<a ", "<a>", "x", " ", "</a>", '<b c="']),
            st.sampled_from([1, 3, 2500, 3990, 4010, 11_000]),
        ),
        max_size=9,
    ),
    st.sampled_from([0, 100_001]),
)
def test_a_huge_tag_is_told_by_a_few_looks(pieces: list[tuple[str, int]], more: int) -> None:
    text = "".join(piece * count if piece in "x " else piece for piece, count in pieces) + "<i>" * (more // 3)
    looked = markup.without_huge_tags(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(markup, "has_huge_tag", lambda *_: True)
        assert markup.without_huge_tags(text) == looked
    assert markup.has_huge_tag(text.encode(), b"<", b">") == markup.has_huge_tag(text, "<", ">")


def test_what_has_a_huge_tag_is_put_right() -> None:
    attributes = "".join(f" a{number}=''" for number in range(2000))
    assert markup.without_huge_tags(f"<p>x</p><p{attributes}>y</p>") == "<p>x</p><p>y</p>"


SIMPLE = st.sampled_from([
    "<p>Word &amp; word</p>", '<p>A <a href="/a#b">link</a></p>', "<ul><li>one</li> <li>two</li></ul>", "<h3>Head</h3>", "loose ",
    "<p>Читайте також: Інше</p>", "<h4>Read also</h4>", '<ul><li><a href="/b">B</a></li></ul>', '<p>► <a href="/c">Lesen Sie auch: C</a></p>',
    '<p><a href="/d">d</a><a href="/d">d</a></p>', '<p>Photo: Ann Lee</p>', '<p><a href="/a">again</a> <a href="/ö">ö</a></p>',
])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(SIMPLE, max_size=8).map("".join))
def test_simple_html_whose_blocks_wait_says_what_they_would(html: str) -> None:
    content = read(html)
    builder = Builder(BASE)
    if (tree := markup.parse(html)) is not None:
        builder.walk(tree)
    body, related = sort_out(builder.blocks, builder.book, builder.related)
    assert content.body == tuple(body)
    assert list(content.related) == related


def test_blocks_wait_where_the_html_is_simple() -> None:
    assert isinstance(read('<p>One</p><ul><li><a href="/x">two</a></li></ul>').body, HtmlBody)
    for html in ('<p><img src="/a.jpg"></p>', '<p>Read also: <a href="/x">two</a></p>', "<p class='x'>y</p>"):
        assert isinstance(read(html).body, tuple)
