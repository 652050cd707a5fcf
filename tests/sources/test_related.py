"""The related links of a page: what is one, under which title, and what is none."""

from __future__ import annotations

import json

import pytest
from lxml import html as lxml_html

from tui_reader.labels import ASKING, NAMING
from tui_reader.model import Article, LinkKind
from tui_reader.sources import page
from tui_reader.sources.hypertext import offers
from tui_reader.sources.pages.destinations import is_wanted
from tui_reader.vocabulary import is_elsewhere_label, is_site_label, is_subject_label, split_read_also

URL = "https://paper.example/en/2024/0012345/harbour"
LONG = "The harbour town rebuilt its old lighthouse last year, and the keeper tells how the lamp was saved. "
TEXT = f"<p>{LONG * 2}</p><p>When the water came, {LONG.lower() * 2}</p>"
MORE = f"<p>In the end, {LONG.lower() * 2}</p>"
STORY = "/2024/0012300/a-storm-over-the-old-harbour"
STORY_URL = f"https://paper.example{STORY}"
TITLE = "A storm over the old harbour"


def read(inside: str, *, head: str = "", after: str = "") -> Article:
    html = (
        f"<html lang='en'><head><title>The lamp</title>{head}</head><body><main><article><h1>The lamp</h1>"
        f"<div class='article-body'>{TEXT}{inside}{MORE}</div></article></main>{after}</body></html>"
    )
    return page.read(html, url=URL, identity="page")


def given(article: Article) -> list[tuple[str, str | None]]:
    return [(link.title, link.url) for link in article.related]


def anchor(html: str) -> str:
    return offers.headline(lxml_html.fragment_fromstring(html))


@pytest.mark.parametrize(
    "inside",
    [
        f"<p>Read also: <a href='{STORY}'>{TITLE}</a></p>",
        f"<p><strong>Lesen Sie auch:</strong> <a href='{STORY}'>{TITLE}</a></p>",
        f"<p>MORE : <a href='{STORY}'>{TITLE}</a></p>",
        f"<p><a href='{STORY}'>READ MORE: {TITLE}</a></p>",
        f"<aside><a href='{STORY}'>{TITLE}</a></aside>",
        f"<div class='related-stories'><h3><a href='{STORY}'>{TITLE}</a></h3></div>",
        f"<div class='block recommend'><a href='{STORY}'>{TITLE}</a></div>",
        f"<ul aria-label='Related content'><li><a href='{STORY}'>{TITLE}</a></li></ul>",
        f"<article class='card'><h3><a href='{STORY}'>{TITLE}</a></h3><p>In short</p></article>",
        f"<p><a href='{STORY}'>{TITLE}</a></p>",
    ],
)
def test_what_stands_among_the_paragraphs_as_an_offer_leaves_the_text(inside: str) -> None:
    article = read(inside)
    assert given(article) == [(TITLE, STORY_URL)]
    assert article.related[0].kind is LinkKind.READ_ALSO
    assert not any(TITLE in block.text for block in article.body)


def test_a_link_in_a_sentence_stays_in_the_text() -> None:
    article = read(f"<p>{LONG} Last year came <a href='{STORY}'>the storm</a> that broke it.</p>")
    assert given(article) == [("the storm", STORY_URL)]
    assert article.related[0].kind is LinkKind.IN_TEXT
    assert any("the storm that broke it" in block.text for block in article.body)


def test_a_labelled_box_after_the_text_counts_and_one_outside_the_article_does_not() -> None:
    box = f"<div class='row'><h2>Related articles</h2><div class='c1'><h3><a href='{STORY}'>{TITLE}</a></h3></div></div>"
    html = f"<html lang='en'><body><article><h1>The lamp</h1><div class='t'>{TEXT}{MORE}</div>{box}</article></body></html>"
    assert given(page.read(html, url=URL, identity="page")) == [(TITLE, STORY_URL)]
    assert (
        given(read("", after=f"<aside><h2>Around the town</h2><a href='{STORY}'>{TITLE}</a></aside>")) == []
    )


def test_a_list_about_the_same_subject_counts_outside_the_article_too() -> None:
    rest = f"<div><h2>More from the harbour</h2></div><ul><li><a href='/2024/00991/nets'>{TITLE.replace('storm', 'net')}</a></li></ul>"
    for label in ("Related Posts", "Mehr zum Thema", "関連記事"):
        box = f"<div><h2>{label}</h2></div><ul><li><a href='{STORY}'>{TITLE}</a></li></ul>"
        assert given(read("", after=f"<div>{box}{rest}</div>")) == []
        page_html = (
            f"<html lang='en'><body><main><article><h1>The lamp</h1><div class='t'>{TEXT}{MORE}</div></article>"
            f"<div>{box}{rest}</div></main></body></html>"
        )
        assert given(page.read(page_html, url=URL, identity="page")) == [(TITLE, STORY_URL)], label


def test_a_list_of_the_whole_site_among_the_paragraphs_leaves_the_text() -> None:
    teaser = f"<div><h3><a href='{STORY}'>{TITLE}</a></h3><p>{LONG.replace('lamp', 'boat')}</p></div>"
    article = read(f"<h2>More from The Paper</h2><div class='row'>{teaser}</div>")
    assert given(article) == []
    assert not any("boat" in block.text or "More from" in block.text for block in article.body)


@pytest.mark.parametrize(
    "inside",
    [
        f"<aside><h3>Most read</h3><a href='{STORY}'>{TITLE}</a></aside>",
        f"<aside><h3>Most read in Sport</h3><a href='{STORY}'>{TITLE}</a></aside>",
        f"<aside class='trending'><a href='{STORY}'>{TITLE}</a></aside>",
        f"<aside><p>Advert</p><div class='top-stories'><h3>Today</h3><a href='{STORY}'>{TITLE}</a></div></aside>",
        f"<aside><p>Advert</p><h3>Our picks</h3><a href='{STORY}'>{TITLE}</a></aside>",
        f"<aside><a rel='sponsored nofollow' href='{STORY}'>{TITLE}</a></aside>",
        f"<p>{LONG}<a href='/tag/lamps'>lamps</a> <a href='/topics/harbours-of-the-world'>harbours</a></p>",
        f"<p>{LONG}<a href='/news/'>all news</a> <a rel='author' href='/a/12/ann'>Ann Lee</a></p>",
        f"<p>{LONG}<a href='https://www.facebook.com/sharer.php?u=x'>share</a></p>",
        f"<p>{LONG}<a href='https://x.com/paper'>our page there</a></p>",
        f"<p>{LONG}<a href='https://www.awin1.com/cread.php?p=1'>a lamp for 9 euros</a></p>",
        "<iframe src='https://video.example/play/1' title='The lamp is lit again'></iframe>",
    ],
)
def test_what_is_no_related_link(inside: str) -> None:
    assert given(read(inside)) == []


def test_data_declare_links_and_the_page_knows_their_titles() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "The lamp",
        "relatedLink": [
            STORY_URL,
            {"@type": "WebPage", "name": "The keeper's day", "url": "/2023/00119/keeper"},
        ],
    }
    head = (
        f"<script type='application/ld+json'>{json.dumps(data)}</script>"
        "<meta property='og:see_also' content='https://paper.example/2022/00111/when-the-lamp-went-out'>"
    )
    article = read("", head=head, after=f"<footer><a href='{STORY}'>{TITLE}</a></footer>")
    assert given(article) == [
        (TITLE, STORY_URL),
        ("The keeper's day", "https://paper.example/2023/00119/keeper"),
        ("When the lamp went out", "https://paper.example/2022/00111/when-the-lamp-went-out"),
    ]


def test_each_link_is_given_once_under_its_better_title() -> None:
    sentence = f"<p>{LONG} Then came <a href='{STORY}?from=text'>a storm</a>, and <a href='{STORY}#end'>another storm</a>.</p>"
    assert given(read(sentence)) == [("another storm", f"{STORY_URL}?from=text")]
    both = given(read(f"<p>Read also: <a href='{STORY}'>{TITLE}</a></p>{sentence}"))
    assert both == [(TITLE, STORY_URL)]


@pytest.mark.parametrize(
    ("html", "title"),
    [
        (f"<a href='/x'><span class='kicker'>Sea</span> <span>{TITLE}</span></a>", TITLE),
        (f"<a href='/x'><div>Sea and shore</div><div>{TITLE}</div></a>", TITLE),
        (f"<a href='/x'><img alt='a picture' src='/p.jpg'><h3>{TITLE}</h3><time>12 May</time></a>", TITLE),
        (f"<a href='/x'>Read more: {TITLE}</a>", TITLE),
        (f"<a href='/x'>{TITLE}<span class='sr-only'>, article with image</span></a>", TITLE),
        ("<a href='/x'>The <em>Anna</em> sails again</a>", "The Anna sails again"),
        ("<a href='/x'>Read more</a>", ""),
        (
            f"<a href='/x'><h3><span class='a1 Kicker'>Sea</span><span class='b2-HeadlineText'>{TITLE}</span></h3></a>",
            TITLE,
        ),
        (
            f"<a href='/x'><h3><span class='topline'>The sea</span> <span class='t__headline'>{TITLE}</span></h3></a>",
            TITLE,
        ),
        (f"<a href='/x'>{TITLE}, opens new tab</a>", TITLE),
        (f"<a href='/x'>{TITLE} (öffnet in einem neuen Fenster)</a>", TITLE),
    ],
)
def test_a_title_is_the_headline_alone(html: str, title: str) -> None:
    assert anchor(html) == title


def test_teasers_with_a_text_of_their_own_are_named_by_their_headings() -> None:
    box = lxml_html.fragment_fromstring(f"<div><h3><a href='{STORY}'>{TITLE}</a></h3><p>{LONG * 3}</p></div>")
    assert offers.link_block(box, URL) is None
    assert offers.headed(box, URL) == [(TITLE, STORY_URL)]


@pytest.mark.parametrize(
    ("url", "title", "wanted"),
    [
        (STORY_URL, "", True),
        ("https://paper.example/x", "Another story of the town", True),
        ("https://paper.example/sport/", "Sport", False),
        ("https://paper.example/author/ann-lee-12", "Ann Lee", False),
        ("https://paper.example/newsletter/12", "Our letter", False),
        ("https://other.example/", "The other house", True),
        ("https://other.example/files/lamp.jpg", "the lamp", False),
        ("https://coupons.other.example/lamps", "Lamps for less", False),
        ("https://shop.example/lamp?tag=paper-21", "a lamp", False),
        (URL + "#comments", "The lamp", False),
        (URL + "/gallery.html", "All the pictures of the lamp", False),
        ("https://paper.example/2024/05/09/twitter-lights-a-lamp-for-the-harbour/", "", True),
        ("https://paper.example/2024/05/09/the-voucher-that-lit-a-harbour-town/", "", True),
        ("https://paper.example/authors/the-guest/how-the-lamp-was-saved-again", "", True),
        ("https://paper.example/authors/the-guest", "All that the guest wrote", False),
        ("https://paper.example/business/companies/lampmakers-shipwrights-and-sailmakers-101.html", "", True),
        ("https://paper.example/companies/lampmakers", "Lampmakers", False),
        ("https://paper.example/topics/a-lamp-for-the-harbour", "A lamp for the harbour", False),
        ("https://paper.example/2024/05/share/Whatsapp", "Send it to a friend now", False),
    ],
)
def test_which_addresses_lead_to_a_text(url: str, title: str, wanted: bool) -> None:
    assert is_wanted(url, URL, title) is wanted


@pytest.mark.parametrize(
    "language",
    [
        "uk",
        "en",
        "ru",
        "de",
        "fr",
        "es",
        "it",
        "pl",
        "pt",
        "nl",
        "sv",
        "da",
        "nb",
        "cs",
        "tr",
        "ja",
        "ko",
        "ar",
    ],
)
def test_every_language_has_its_labels(language: str) -> None:
    for label in (*ASKING[language].split("|"), *NAMING[language].split("|")):
        found = split_read_also(f"{label.capitalize()}: {TITLE}")
        assert found is not None, label
        assert found[1] == TITLE, label


def test_labels_of_what_a_site_offers_anyway() -> None:
    assert is_elsewhere_label("Meistgelesen")
    assert is_elsewhere_label("Most read in Football:")
    assert not is_elsewhere_label("Related articles")
    assert not is_elsewhere_label("Latest lamp saved by the keeper of the old town")
    assert is_site_label("Mehr aus Sachsen")
    assert is_site_label("More from Ann Lee")
    assert not is_site_label("More from this story")


def test_labels_of_what_is_about_the_same_subject() -> None:
    for label in (
        "Related articles",
        "Zum selben Thema:",
        "Más sobre este tema",
        "За темою",
        "ذات صلة",
        "관련기사",
    ):
        assert is_subject_label(label), label
    for label in ("Read more", "Related topics", "Related articles in a long sentence of the text"):
        assert not is_subject_label(label), label


def test_which_words_can_be_a_headline() -> None:
    assert offers.is_headline(TITLE)
    assert offers.is_headline("灯台の光を守る人たち")
    assert not offers.is_headline("Read on here")
    assert not offers.is_headline("More")
