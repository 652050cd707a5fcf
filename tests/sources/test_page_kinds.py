"""More kinds of pages: hosted sites, portals, old layouts, data without markup, live blogs, galleries, films, paywalls.

The words and most of the markup are those of `test_page_systems`; each page is one convention that newsrooms share.
"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.sources.test_page_systems import (
    CAPTION,
    CREDIT,
    HEADS,
    JUNK,
    MORE,
    NEWSLETTER,
    SHARE,
    TITLE,
    URL,
    WORDS,
    Case,
    ld,
    text,
    whole,
)
from tui_reader.model import Article, BlockKind, LinkKind
from tui_reader.sources import page
from tui_reader.sources.decode import decode

FIGURE = f"<figure><img src='/a.jpg'><figcaption>{CAPTION}</figcaption></figure>"
ONE = ((CAPTION, None),)
PARAGRAPHS = "".join(f"<p>{one}</p>" for one in WORDS)

SQUARESPACE = Case(
    whole(
        f"<main><article class='blog-item hentry'><div class='blog-item-inner-wrapper'><div class='blog-item-top-wrapper'><h1 class='entry-title entry-title--large' itemprop='headline'>{TITLE}</h1>"
        "<div class='blog-item-meta-wrapper'><time>May 1</time></div></div><div class='blog-item-content-wrapper'><div class='sqs-layout sqs-grid-12'>"
        + text(
            f"</div><div class='sqs-block image-block sqs-block-image'><div class='sqs-block-content'><div class='image-block-outer-wrapper'><figure class='sqs-block-image-figure'><div class='image-block-wrapper has-aspect-ratio'>"
            f"<noscript><img src='/a.jpg'></noscript><img class='thumb-image' data-src='/a.jpg' data-image='/a.jpg' data-image-dimensions='1500x1000'></div><figcaption class='image-caption-wrapper'><p>{CAPTION}</p></figcaption></figure></div></div></div><div class='sqs-block html-block'>",
            "",
        )
        + "</div></div></div></article><section class='item-pagination'><a href='/next'>Next post in this blog</a></section></main>"
    ),
    photos=ONE,
)
SUBSTACK = Case(
    whole(
        f"<div class='single-post'><article class='typography newsletter-post post'><div class='post-header'><h1 class='post-title published'>{TITLE}</h1><h3 class='subtitle'>What the keeper told us on the stairs</h3></div>"
        "<div class='available-content'><div class='body markup' dir='auto'>"
        + text(
            f"<div class='captioned-image-container'><figure><a class='image-link image2' href='https://cdn.example/a.jpg'><div class='image2-inset'><picture><img src='https://cdn.example/w_1456/a.jpg' class='sizing-normal'></picture></div></a><figcaption class='image-caption'>{CAPTION}</figcaption></figure></div>",
            f"<div class='subscription-widget-wrap'><div class='subscription-widget show-subscribe'><div class='preamble'><p class='cta-caption'>{JUNK[2]}.</p></div><form><input></form></div></div>",
        )
        + f"</div></div></article></div><div class='comments-page'><h4>Discussion about this post</h4><p>{JUNK[1]} widely!</p></div>"
    ),
    photos=ONE,
)
MEDIUM = Case(
    whole(
        f"<article><div class='l'><section><div><h1 data-testid='storyTitle' class='pw-post-title ab cd'>{TITLE}</h1><div class='speechify-ignore'><a href='/@ann'><img src='/fit/c/88/88/ann.png' width=44 height=44></a><p>6 min read</p></div>"
        + text(
            f"<figure class='mm mn'><div role='button' class='mo mp'><picture><source srcset='/max/640/a.jpg 640w, /max/1400/a.jpg 1400w'><img src='/max/1400/a.jpg' width=700 height=467></picture></div><figcaption class='mx my'>{CAPTION} (Photo: {CREDIT})</figcaption></figure>",
            "",
            tag="p class='pw-post-body-paragraph mz na'",
        ).replace("</p class='pw-post-body-paragraph mz na'>", "</p>")
        + "</div></section></div></article>"
    ),
    photos=((CAPTION, CREDIT),),
)
BLOCKS = Case(
    whole(
        f"<main id='main-content'><article><header><h1 id='main-heading'><span role='text'>{TITLE}</span></h1></header>"
        + "".join(
            f"<div data-component='text-block'><div class='x-RichTextContainer'><p><b class='bold'>{one[:20]}</b>{one[20:]}</p></div></div>"
            for one in WORDS[:1]
        )
        + f"<div data-component='image-block'><figure><div class='x-ImageWrapper'><span><picture><img src='/news/480/cpsprodpb/a.jpg' srcset='/news/976/cpsprodpb/a.jpg 976w'></picture></span><span role='text' class='x-ImageCopyright'><span class='visually-hidden'>Image source, </span>{CREDIT}</span></div>"
        f"<figcaption class='x-CaptionWrapper'><span class='visually-hidden'>Image caption, </span><p>{CAPTION}</p></figcaption></figure></div>"
        + f"<div data-component='text-block'><p>{WORDS[1]}</p></div><div data-component='subheadline-block'><h2>{HEADS[0]}</h2></div>"
        + "".join(f"<div data-component='text-block'><p>{one}</p></div>" for one in WORDS[2:4])
        + f"<div data-component='crosshead-block'><h2>{HEADS[1]}</h2></div>"
        + "".join(f"<div data-component='text-block'><p>{one}</p></div>" for one in WORDS[4:])
        + f"<section data-component='links-block'><p>More on this story</p><ul><li><a href='/r1'>{MORE}</a></li></ul></section></article></main>"
    ),
    photos=((CAPTION, CREDIT),),
    related=(MORE,),
)
TYPO3 = Case(
    whole(
        f"<div class='news news-single'><div class='article' itemscope itemtype='http://schema.org/Article'><div class='header'><h1 itemprop='headline'>{TITLE}</h1></div><div class='news-img-wrap'><div class='outer'><div class='mediaelement mediaelement-image'><a href='/fileadmin/a.jpg' class='lightbox' title='{CAPTION}'><img src='/fileadmin/_processed_/csm_a.jpg'></a></div>"
        f"<p class='news-img-caption'>{CAPTION} (Foto: {CREDIT})</p></div></div><div class='news-text-wrap' itemprop='articleBody'>"
        + text("", "")
        + "</div></div></div>"
    ),
    photos=((CAPTION, CREDIT),),
)
OLD_TABLES = Case(
    "<html><head><title>The Paper: " + TITLE + "</title></head><body bgcolor=#ffffff><table width=100%><tr><td><a href=/><img src=/gif/logo.gif width=200 height=60></a></td><td>"
    + " | ".join(f"<a href=/s{n}>Section {n}</a>" for n in range(8))
    + f"</td></tr></table><table><tr><td width=150><a href=/m1><font size=1>The fish of the year is a herring</font></a><br><a href=/m2><font size=1>Rain again</font></a></td><td valign=top><h1><font color=red>{TITLE}</font></h1><font face=arial size=2>"
    + f"<table align=right width=200><tr><td><img src=/a.jpg width=200 height=150></td></tr><tr><td class=caption><font size=1>{CAPTION}</font></td></tr></table>"
    + "<br><br>".join(WORDS)
    + f"</font></td></tr></table><hr><center><font size=1>{JUNK[0]}</font></center></body></html>",
    heads=(),
    photos=ONE,
)  # fmt: skip
BREAKS = Case(
    whole(
        f"<div id='article_body' itemprop='articleBody'><h1 class='tit'>{TITLE}</h1><div class='view_body'><span class='end_photo_org'><img src='/a.jpg' width=640><em class='img_desc'>{CAPTION}</em></span><br><br>"
        + "<br>\n<br>\n".join(WORDS)
        + f"<br><br></div></div><div class='copyright_box'>{JUNK[0]}</div>"
    ),
    heads=(),
    photos=ONE,
)
CENTRED = Case(
    whole(
        f"<div class='content'><h1>{TITLE}</h1><div class='date-source'><span class='date'>2026-05-01 08:00</span> <span class='source'>The Paper</span></div><div id='artibody'>"
        + f"<p>　　{WORDS[0]}</p><p align='center'><img src='/a.jpg'></p><p align='center'><span style='font-size:12px'>{CAPTION}</span></p>"
        + "".join(f"<p>　　{one}</p>" for one in WORDS[1:])
        + "<p class='show_author'>（责任编辑：李明）</p></div></div>",
        lang="en",
    ),
    heads=(),
    photos=ONE,
)
LINES = (
    "In spring the council voted to rebuild the lighthouse after the flood, and nobody had expected the vote to be so clear.",
    "The keeper carried the first pieces of glass up the tower on his own back, because the lift had rusted over the winter.",
    "Boats from three villages brought stone and timber, while the school collected coins for a new brass lamp and its mirror.",
    "Engineers warned that salt would eat the iron within a decade unless somebody painted it twice in every dry season.",
    "On the last night a storm came in from the west, and forty people stood on the stairs to hold the shutters closed.",
    "Now ships see the light from eighteen miles away again, and the town argues about who should pay for the oil.",
)
HIDDEN_REST = Case(
    whole(
        f"<article><h1>{TITLE}</h1>{FIGURE}<div class='article-body'><p>{LINES[0]}</p><p>{LINES[1]}</p><button>Read the whole story</button><div class='article-rest' style='display:none'><h2>{HEADS[0]}</h2>"
        f"<p>{LINES[2]}</p><p>{LINES[3]}</p><h2>{HEADS[1]}</h2><p>{LINES[4]}</p><p>{LINES[5]}</p></div></div></article>"
    ),
    photos=ONE,
    words=LINES,
)
HIDDEN_COPY = Case(
    whole(
        f"<article><h1>{TITLE}</h1>{FIGURE}<div class='article-body'>"
        + "".join(f"<p>{one}</p>" for one in LINES)
        + f"</div><div class='speech-text' style='display:none'>{' '.join(LINES)}</div></article>"
    ),
    heads=(),
    photos=ONE,
    words=LINES,
)
ADVERTS_BETWEEN = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='story'>"
        + text(
            f"{FIGURE}<div class='ad-slot'><p>Advertisement</p><div id='div-gpt-ad-1'></div></div>",
            "<p>Advertisement</p><p>Article continues below</p>" + NEWSLETTER + SHARE,
        )
        + "</div></article>"
    ),
    photos=ONE,
)
DROP_CAP = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='story'>"
        + text(FIGURE, "").replace("<p>In spring", "<p><span class='dropcap'>I</span>n spring").replace("harbour town", "har&shy;bour <wbr>town")
        + "</div></article>"
    ),
    photos=ONE,
)  # fmt: skip
EDGES = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='story'><p>Last updated 01/05/2026 - 16:17</p><p>By Ann Lee in Portby</p>"
        + text(FIGURE, "")
        + "<p>Follow The Paper on Facebook and X for more news from the coast.</p><p>This site is protected by reCAPTCHA and the Privacy Policy applies.</p></div></article>",
        head="<meta name='author' content='Ann Lee'>",
    ),
    photos=ONE,
)
CARDS_INSIDE = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='story'>"
        + text(
            FIGURE,
            "<div class='x1'><div class='x2'><a href='/r1'><img src='/r1.jpg'></a></div><div class='x3'><a href='/r1'>A bridge for the old harbour is planned</a></div></div>",
        )
        + "<div class='x9'><div><a href='/r2'><img src='/r2.jpg'></a><h5><a href='/r2'>The herring is back in the bay</a></h5></div>"
        "<div><a href='/r3'><img src='/r3.jpg'><h4>Rain over the whole of the coast</h4></a></div></div></div></article>"
    ),
    photos=ONE,
    related=(MORE, "The herring is back in the bay", "Rain over the whole of the coast"),
)
PLAYLIST = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='lede'><div class='video-inline'><img src='/still.jpg'></div><div class='video-playlist'>"
        + "".join(f"<div class='video-item'><img src='/v{n}.jpg'><div>0{n}:16 Now playing</div></div>" for n in range(1, 7))
        + "</div></div><div class='story'>" + text(FIGURE, "") + "</div></article>"
    ),
    photos=ONE,
)  # fmt: skip
CLASS_HEADLINE = Case(
    whole(
        f"<table><tr><td><span class='headline entry-title'>{TITLE}</span><div class='byline'>By Ann Lee</div>{PARAGRAPHS}</td></tr></table>",
        title="News from The Paper",
    ),
    heads=(),
    photos=(),
)
WALLED_LD = Case(
    whole(
        f"<article><h1>{TITLE}</h1><p>{WORDS[0]}</p><div class='paywall'><h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in.</p></div></article>",
        head=ld(**{"@type": "NewsArticle"}, headline=TITLE, articleBody="\n\n".join(WORDS)),
    ),
    heads=(),
    photos=(),
    words=(WORDS[0],),
)

CASES = {name.casefold(): value for name, value in list(globals().items()) if isinstance(value, Case)}


def article(case: Case) -> Article:
    return page.read(case.html, url=URL, identity="x")


@pytest.fixture(params=list(CASES.values()), ids=list(CASES), scope="module")
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def test_the_whole_article_and_no_more(case: Case) -> None:
    found = article(case)
    assert found.title == case.title
    assert tuple(block.text for block in found.body if block.kind is BlockKind.HEADING) == case.heads
    assert [found.text.count(words.strip()) for words in case.words] == [1] * len(case.words)
    captions = [caption for caption, _ in case.photos if caption]
    assert not [
        one for one in (*JUNK, *captions, "Section 1", "Advertisement", "Follow") if one in found.text
    ]
    told = [(photo.caption, photo.credit) for photo in found.photos if photo.caption or photo.credit]
    assert told == list(case.photos)
    assert tuple(link.title for link in found.related if link.kind is LinkKind.READ_ALSO) == case.related


def test_nothing_but_the_article_s_own_pictures() -> None:
    for kind in (CARDS_INSIDE, CENTRED, OLD_TABLES, MEDIUM):
        assert len(article(kind).photos) == 1, kind.html[:100]


def test_the_edges_are_no_text() -> None:
    found = article(EDGES)
    assert found.body[0].text == WORDS[0]
    assert found.body[-1].text == WORDS[-1]


def test_a_page_in_windows_1251() -> None:
    words = tuple(
        f"{one} Портове місто відбудувало старий маяк після зимової повені, і доглядач розповідає на сходах, як люди несли важке скло нагору."
        for one in (
            "Навесні все почалося.",
            "Ніхто цього не просив.",
            "Потім прийшла буря.",
            "Мер запізнився.",
        )
    )
    body = "".join(f"<p>{one}</p>" for one in words)
    for declared in (
        "<meta charset=windows-1251>",
        "<meta http-equiv='Content-Type' content='text/html; charset=cp1251'>",
        "",
    ):
        html = f"<html lang=uk><head>{declared}<title>Старий маяк знову світить | Газета</title></head><body><h1>Старий маяк знову світить</h1><div class='post'>{body}</div></body></html>"
        found = page.read(decode(html.encode("cp1251")), url=URL, identity="x")
        assert (found.title, found.language) == ("Старий маяк знову світить", "uk")
        assert tuple(block.text for block in found.body) == words


def test_a_live_blog_keeps_its_entries() -> None:
    entries = "".join(
        f"<article class='liveblog-entry' id='e{number}'><time datetime='2026-05-01T1{number}:00:00Z'>1{number}:00</time><h2>Entry number {number} of the day</h2><p>{words}</p></article>"
        for number, words in enumerate(WORDS)
    )
    html = whole(
        f"<main><h1>{TITLE}</h1><div class='liveblog'>{entries}</div></main>",
        head=ld(**{"@type": "LiveBlogPosting"}, headline=TITLE),
    )
    found = page.read(html, url=URL, identity="x")
    assert [
        block.text for block in found.body if block.kind is BlockKind.PARAGRAPH and len(block.text) > 20
    ] == WORDS
    assert [block.text for block in found.body if block.kind is BlockKind.HEADING][
        -1
    ] == "Entry number 5 of the day"


def test_a_gallery_keeps_its_photos_in_order() -> None:
    slides = "".join(
        f"<li class='gallery-slide'><figure><img src='/p{n}.jpg'><figcaption><span>The {n}th boat comes home to the old harbour at dawn.</span><small>Photo: {CREDIT}</small></figcaption></figure></li>"
        for n in range(1, 9)
    )
    html = whole(
        f"<main><article><h1>{TITLE}</h1><p>{WORDS[0]}</p><p>{WORDS[1]}</p><ul class='gallery'>{slides}</ul></article></main>",
        head="<meta property='article:published_time' content='2026-05-01T08:00:00Z'>",
    )
    found = page.read(html, url=URL, identity="x")
    assert [photo.url for photo in found.photos] == [f"https://paper.example/p{n}.jpg" for n in range(1, 9)]
    assert {photo.credit for photo in found.photos} == {CREDIT}
    assert [block.text for block in found.body if block.kind is not BlockKind.PHOTO] == WORDS[:2]


def test_data_without_markup_is_the_text() -> None:
    parts: list[dict[str, object]] = [{"type": "text", "content": one} for one in WORDS]
    parts.insert(2, {"type": "header", "level": 2, "content": HEADS[0]})
    data = {"props": {"pageProps": {"story": {"headlines": {"basic": TITLE}, "content_elements": parts}}}}
    html = whole(
        f"<div id='__next'></div><script id='__NEXT_DATA__' type='application/json'>{json.dumps(data)}</script>",
        head=f"<meta property='og:title' content='{TITLE}'>",
    )
    found = page.read(html, url=URL, identity="x")
    assert found.title == TITLE
    assert [found.text.count(one) for one in WORDS] == [1] * len(WORDS)
    assert [block.text for block in found.body if block.kind is BlockKind.HEADING] == [HEADS[0]]


def test_right_to_left_marks_change_nothing() -> None:
    case = replace(DROP_CAP, html=DROP_CAP.html.replace("<html lang=en", "<html dir=rtl lang=en"))
    assert article(case).text == article(DROP_CAP).text
