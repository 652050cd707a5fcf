"""The rooms of the page reader: captions and credits, furniture, standfirst, scripts."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.errors import ParseError
from tui_reader.model import Article, BlockKind
from tui_reader.sources import page
from tui_reader.sources.hypertext.captions import parted

URL = "https://paper.example/en/2024/0012345/harbour"
LONG = "The harbour town rebuilt its old lighthouse last year, and the keeper tells how the lamp was saved. "
TEXT = f"<p>{LONG * 2}</p><p>When the water came, {LONG.lower() * 2}</p><p>In the end, {LONG.lower() * 2}</p>"


def read(body: str, head: str = "", url: str | None = URL) -> Article:
    html = f"<html lang='en'><head><title>The lamp</title>{head}</head><body><article><h1>The lamp</h1>{body}</article></body></html>"
    return page.read(html, url=url, identity="page")


def headings(article: Article) -> list[str]:
    return [block.text for block in article.body if block.kind is BlockKind.HEADING]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The keeper at work. (Ann Lee)", ("The keeper at work.", "Ann Lee")),
        ("The keeper at work. Ann Lee / Agency", ("The keeper at work.", "Ann Lee / Agency")),
        ("Der Turm am Hafen (Quelle: Ann Lee)", ("Der Turm am Hafen", "Ann Lee")),
        ("灯台を守る人たち＝ロイター", ("灯台を守る人たち", "ロイター")),
        ("2 of 12 | The keeper at work", ("The keeper at work", None)),
        ("Illustration by Ann Lee", (None, "Ann Lee")),
        ("Getty Images/iStockphoto", (None, "Getty Images/iStockphoto")),
        ("The keeper of the old tower", ("The keeper of the old tower", None)),
        ("They say it is so. The end is near.", ("They say it is so. The end is near.", None)),
        (None, (None, None)),
    ],
)
def test_a_caption_and_its_credit(text: str | None, expected: tuple[str | None, str | None]) -> None:
    assert parted(text) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src='/k.jpg'><figcaption><span>The keeper at work.</span><span>Ann Lee/Agency</span></figcaption></figure>",
        "<figure><img src='/k.jpg'><figcaption>The keeper at work.</figcaption><footer>Ann Lee/Agency</footer></figure>",
        "<div><img src='/k.jpg'><p class='imageCaption'>The keeper at work.<span class='photo-credit'>Ann Lee/Agency</span></p></div>",
        "<button><div><figure><img src='/k.jpg'></figure><figcaption>The keeper at work. <cite>Ann Lee/Agency</cite></figcaption></div></button>",
        "<div class='image-box'><span><img src='/k.jpg'></span><p>The keeper at work.</p><p>Photo: Ann Lee/Agency</p></div>",
        "<div class='slide'><picture><source data-x-srcset='/k.jpg 800w'><img></picture><div><p>1 of 2 | The keeper at work. (Ann Lee/Agency)</p>"
        "<button>More</button></div></div>",
        "<figure><img src='/blank.gif' data-src='/k.jpg' width=16 height=9><figcaption>The keeper at work. (Photo: Ann Lee/Agency)</figcaption></figure>",
    ],
)
def test_ways_to_set_a_caption(markup: str) -> None:
    article = read(f"<p>{LONG * 2}</p>{markup}{TEXT}")
    photo = next(photo for photo in article.photos if photo.caption)
    assert (photo.url, photo.caption, photo.credit) == (
        "https://paper.example/k.jpg",
        "The keeper at work.",
        "Ann Lee/Agency",
    )
    assert "keeper at work" not in article.text
    assert article.body[1].kind is BlockKind.PHOTO


def test_an_author_s_portrait_is_no_photo() -> None:
    portrait = (
        "<figure><img src='/ann.jpg'><figcaption>By Ann Lee <time>1 May 2024</time></figcaption></figure>"
    )
    assert read(portrait + TEXT).photos == ()


def test_one_placeholder_for_many_pictures() -> None:
    figure = (
        "<figure><img src='/fallback.png' data-src='/{0}.jpg'><figcaption>Picture {0}</figcaption></figure>"
    )
    article = read(
        TEXT + figure.format("one") + TEXT.replace("harbour", "port") + figure.format("two") + TEXT
    )
    assert [photo.caption for photo in article.photos] == ["Picture one", "Picture two"]


def test_json_ld_describes_a_photo() -> None:
    data = {"@type": "ImageObject", "url": "/k.jpg", "caption": "The keeper", "creditText": "Ann Lee"}
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    photo = read(TEXT + "<img src='/k.jpg' alt='A man'>" + TEXT.replace("old", "new"), head).photos[0]
    assert (photo.alt, photo.caption, photo.credit) == ("A man", "The keeper", "Ann Lee")


@pytest.mark.parametrize(
    "furniture",
    [
        "<div class='related-articles'><h3><a href='/x'>Another story of the town</a></h3></div>",
        "<ul><li><a href='/x'>Another story of the town</a></li><li><a href='/y'>Another story of the sea</a></li></ul>",
        "<div class='newsletter-box'><h3>Another story each morning</h3><p>Get the paper's letter in your box each morning for free.</p></div>",
        "<div><h2><a href='/x'>Another story of the town</a></h2><span>2 hours ago</span></div>",
        "<h2>Related articles</h2><p><a href='/x'>Another story of the town</a></p>",
        "<aside><p>Another story that is told beside this one, at some length.</p></aside>",
    ],
)
def test_furniture_is_no_text(furniture: str) -> None:
    article = read(TEXT + furniture + TEXT.replace("harbour", "port"))
    assert "Another story" not in article.text
    assert headings(article) == []


def test_boxes_of_links_are_related_links() -> None:
    box = "<div class='related-articles'><h3><a href='/x'>Another story of the town</a></h3></div>"
    article = read(TEXT + box + TEXT.replace("harbour", "port"))
    assert [(link.title, link.url) for link in article.related] == [
        ("Another story of the town", "https://paper.example/x")
    ]


@pytest.mark.parametrize(
    "names", ["hidden md:block", "article-body paywall", "body__text--has-ad", "overflow-hidden"]
)
def test_names_that_only_look_like_furniture(names: str) -> None:
    other = f"<p>{LONG.replace('harbour', 'mountain') * 2}</p>"
    assert "mountain" in read(f"<div>{TEXT}</div><div class='{names}'>{TEXT}{other}</div>").text


def test_the_standfirst_and_what_follows_it() -> None:
    lead = "A keeper, a flood, and a lamp that would not go out: a story from the coast."
    article = read(f"<p class='article__standfirst'>{lead}</p><div class='body'>{TEXT}</div>")
    assert article.lead == lead
    assert lead not in [block.text for block in article.body]


def test_bold_lines_are_sub_headings() -> None:
    article = read(f"{TEXT}<p><strong>After the flood</strong></p>{TEXT}<p><b>Before the storm</b></p>{TEXT}")
    assert headings(article) == ["After the flood", "Before the storm"]


def test_lists_quotes_and_tables_stay() -> None:
    article = read(
        f"{TEXT}<ul><li>First the roof was mended</li><li>Then the glass was set</li></ul>"
        f"<blockquote><p>We never gave up hope, not for a day.</p></blockquote>{TEXT}"
    )
    assert {BlockKind.LIST, BlockKind.QUOTE} <= {block.kind for block in article.body}


def test_text_that_waits_in_a_script() -> None:
    push = json.dumps([1, f"<div><figure><img src='/k.jpg'></figure>{TEXT}<h3>After it</h3>{TEXT}</div>"])
    html = f"<html><head><meta property='og:title' content='The lamp'></head><body><div id='app'></div><script>push({push})</script></body></html>"
    article = page.read(html, url=URL, identity="page")
    assert article.title == "The lamp"
    assert article.text.count("lighthouse") > 5


def test_a_home_page_is_no_article() -> None:
    card = "<div class='card'><h3><a href='/a{0}'>Headline {0} of the day</a></h3><p>What number {0} is about, told in a line or two.</p></div>"
    html = f"<html><head><title>Paper</title></head><body>{''.join(card.format(i) for i in range(40))}</body></html>"
    with pytest.raises(ParseError, match=r"^no article found in https://paper\.example/"):
        page.read(html, url="https://paper.example/", identity="page")


@pytest.mark.parametrize(
    "html",
    [
        "<div class=caption>" * 3000 + "x",
        "<figure><img src=/a.jpg><figcaption>x y z" * 3000,
        "<html><body><script>" + '"\\u003cp' * 100_000 + "</script>",
        "<div class=image>" * 150 + "<img src=/a.jpg> hello world this is" * 1000,
        "<p>" + LONG * 3 + "</p>" + "<br><b>Head line</b><br>" * 5000,
    ],
    ids=["captions", "figures", "script", "pictures", "bold"],
)
def test_hostile_parts_end_soon(html: str) -> None:
    started = time.process_time()
    with suppress(ParseError):
        page.read(html, url=URL, identity="page")
    assert time.process_time() - started < 10


_PIECES = st.lists(
    st.sampled_from([
        "<p>", "</p>", "<div class='caption'>", "</div>", "<figure>", "</figure>", "<img src='/a.jpg'>", "<figcaption>", "<h2>", "</h2>",
        "<ul><li>", "</ul>", "<a href='/x'>", "</a>", "<b>", "</b>", "<br>", "<table><tr><td>", "</table>", "<button>", "&#27;", "\ud800", LONG,
        "<div class='related'>", "<div class='slide'>", "<aside>", "<h1>The lamp</h1>", "word ", "<picture><source>", "<script>", "</script>",
    ]),
    max_size=40,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(_PIECES)
def test_only_our_errors_and_every_photo_is_there(pieces: list[str]) -> None:
    with suppress(ParseError):
        article = read("".join(pieces))
        shown = [block.photo for block in article.body if block.kind is BlockKind.PHOTO]
        assert shown == list(range(len(article.photos)))
        assert all(block.text for block in article.body if block.kind is not BlockKind.PHOTO)


LEAD = "Nobody in the town had thought that the old lamp would ever burn again, until a child found its key."


def leads(article: Article) -> tuple[str | None, bool]:
    """The lead, and whether the body has it too."""
    return article.lead, LEAD in " ".join(block.text for block in article.body)


@pytest.mark.parametrize(
    "markup",
    [
        f"<header class='ArticleTeaser'><p class='teaser-text'>{LEAD}</p></header>",
        f"<h2>{LEAD}</h2>",
        f"<div class='summary'><ul><li>{LEAD}</li></ul></div>",
    ],
)
def test_the_ways_in_which_a_standfirst_stands_out(markup: str) -> None:
    assert leads(read(f"{markup}<div class='text'>{TEXT}</div>")) == (LEAD, False)


def test_a_description_tells_the_standfirst_in_a_box_for_teasers() -> None:
    box = f"<section class='teaser'><a href='/topic/1'>Sea</a><p>{LEAD}</p></section>"
    head = f"<meta property='og:description' content='{LEAD}'>"
    assert leads(read(f"{box}<div class='text'>{TEXT}</div>", head)) == (LEAD, False)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>2 May 2024, 08:15, updated on 3 May 2024, 09:20, read by 12,345 people.</p>",
        f"<aside><p>{LEAD}</p></aside>",
        "<div class='photo-caption'>Nobody in the town had seen the lamp burn for ninety years. © Ann Lee</div>",
        "<p class='byline'>By Ann Lee and Bo Ek</p>",
    ],
)
def test_what_stands_before_the_text_and_is_no_standfirst(markup: str) -> None:
    assert read(f"{markup}<div class='text'>{TEXT}</div>").lead is None


def test_a_first_paragraph_stays_in_the_body() -> None:
    head = f"<meta property='og:description' content='{LEAD}'>"
    assert leads(read(f"<div class='text'><p>{LEAD}</p>{TEXT}</div>", head)) == (None, True)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<figure><img src='/k.jpg'><span class='source'><figcaption>The keeper</figcaption> Bo Ek/Agency</span></figure>",
            ("The keeper", "Bo Ek/Agency"),
        ),
        (
            "<figure><img src='/k.jpg'><figcaption><p>The keeper at work</p><span class='caption-author'>Bo Ek / Agency"
            "</span></figcaption></figure>",
            ("The keeper at work", "Bo Ek / Agency"),
        ),
        (
            "<figure><img src='/k.jpg'><figcaption><span>The keeper mends the lamp in the tower.</span> "
            "<span>The keeper mends the lamp in the tower.</span></figcaption></figure>",
            ("The keeper mends the lamp in the tower.", None),
        ),
        (
            "<div><sea-image data-srcset='/k-800.jpg 800w, /k-1600.jpg 1600w' data-alt-text='Tower'></sea-image>"
            "<div class='caption'>The keeper at work</div></div>",
            ("The keeper at work", None),
        ),
        (
            "<figure><amp-img src='/k.jpg' alt='Tower'></amp-img><figcaption>The keeper at work</figcaption></figure>",
            ("The keeper at work", None),
        ),
        (
            "<figure><img class='img-share' width='640' height='480' src='/k.jpg'><figcaption>The keeper at work"
            "</figcaption></figure>",
            ("The keeper at work", None),
        ),
        (
            "<div class='photo-teaser'><img src='/k.jpg'><p class='caption'>The keeper at work</p></div>",
            ("The keeper at work", None),
        ),
    ],
)
def test_captions_that_stand_in_other_ways(markup: str, expected: tuple[str | None, str | None]) -> None:
    article = read(f"{TEXT}{markup}{TEXT}")
    assert [(photo.caption, photo.credit) for photo in article.photos] == [expected]


def test_pictures_with_one_placeholder_in_their_sets_are_several() -> None:
    figures = "".join(
        f"<figure><picture><source srcset='/placeholder.png 20w, /{name}.jpg 800w'><img src='/{name}.jpg'></picture>"
        f"<figcaption>The keeper, {name}</figcaption></figure>{TEXT}"
        for name in ("early", "late")
    )
    assert [photo.caption for photo in read(figures).photos] == ["The keeper, early", "The keeper, late"]


def test_a_mark_to_enlarge_a_picture_takes_no_caption() -> None:
    mark = "<a href='/k.jpg'><img src='/i/icon_scale.svg' alt='Enlarge'></a>"
    figure = f"<figure><img src='/k.jpg'>{mark}<figcaption>The keeper at work</figcaption></figure>"
    assert [(p.url, p.caption) for p in read(f"{TEXT}{figure}").photos] == [
        ("https://paper.example/k.jpg", "The keeper at work")
    ]


@pytest.mark.parametrize("caption", ["Tower at night", "tower-at-night"])
def test_a_file_s_name_is_no_caption(caption: str) -> None:
    url = "https://paper.example/tower-at-night-800x600.jpg"
    image = {"@type": "ImageObject", "caption": caption, "url": url}
    data = {"@type": "NewsArticle", "headline": "The lamp", "image": image}
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    photo = read(f"{TEXT}<img src='/tower-at-night-800x600.jpg'>", head).photos[0]
    assert photo.caption is None


@pytest.mark.parametrize(
    "markup",
    [
        "<div><div><img src='/k.jpg' alt='The keeper at work in the tower'></div><p>The keeper at work in the tower</p></div>",
        "<div><img src='/k.jpg'><p>The keeper at work in the tower. Photo: Ann Lee</p></div>",
        "<section><picture><img src='/k.jpg'></picture><div>The keeper at work in the tower (photo: Ann Lee)</div></section>",
        "<figure><img src='/k.jpg'><figcaption><span class='sr-only'>Image caption</span> The keeper at work in the tower"
        "</figcaption></figure>",
    ],
)
def test_words_beside_a_picture_that_nothing_calls_its_caption(markup: str) -> None:
    photo = read(f"{TEXT}{markup}{TEXT}").photos[0]
    assert (photo.caption or "").rstrip(".") == "The keeper at work in the tower"


def test_words_beside_a_picture_that_are_text() -> None:
    article = read(f"{TEXT}<div><img src='/k.jpg' alt='Tower'><p>{LONG}</p></div>{TEXT}")
    assert article.photos[0].caption is None


def test_the_lead_photo_above_the_headline_brings_its_caption() -> None:
    figure = "<figure><img src='/lead.jpg'><figcaption>The tower (photo: Ann Lee)</figcaption></figure>"
    html = (
        f"<html><head><meta property='og:image' content='https://paper.example/lead.jpg'></head><body><header>{figure}"
        f"</header><main><h1>The lamp</h1><div>{TEXT}</div></main></body></html>"
    )
    article = page.read(html, url=URL, identity="page")
    assert [(p.caption, p.credit) for p in article.photos] == [("The tower", "Ann Lee")]
    assert article.body[0].kind is BlockKind.PHOTO


def test_white_space_in_the_source_hides_no_article() -> None:
    menu = f"<ul>{'<li>' + ' ' * 900 + 'Sea' + ' ' * 900 + '</li>'}</ul>" * 20
    html = f"<html><body><h1>The lamp</h1>{menu}<div class='l-sidebar'>{TEXT}</div></body></html>"
    assert "keeper tells" in page.read(html, url=URL, identity="page").text


def test_a_heading_in_a_box_of_its_own_above_the_text_stays() -> None:
    boxed = f"<div class='x1'>{TEXT}</div><div class='x2'><h3>After the flood</h3></div><div class='x1'>{TEXT}</div>"
    assert headings(read(boxed)) == ["After the flood"]
