"""Captions that are none, and captions that stand apart: films, sounds, marks on a picture, slide shows, licences."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.model import Article
from tui_reader.sources import page
from tui_reader.sources.hypertext import captions
from tui_reader.sources.hypertext.captions import bare_credit, parted
from tui_reader.wordlists import AGENCIES, CREDIT_LABELS

LONG = "The harbour town rebuilt its old lighthouse last year, and the keeper tells how the lamp was saved. "
TEXT = f"<p>{LONG * 2}</p><p>When the water came, {LONG.lower() * 2}</p><p>In the end, {LONG.lower() * 2}</p>"


def read(body: str, head: str = "") -> Article:
    html = f"<html lang='en'><head><title>The lamp</title>{head}</head><body><article><h1>The lamp</h1>{body}</article></body></html>"
    return page.read(html, url="https://paper.example/2026/05/lamp", identity="page")


def described(article: Article) -> list[tuple[str | None, str | None, str | None]]:
    return [(photo.url, photo.caption, photo.credit) for photo in article.photos]


def a(name: str) -> str:
    return f"https://paper.example/{name}"


def test_the_name_of_a_film_is_no_photo_s_caption() -> None:
    film = json.dumps(
        {"@type": "NewsArticle", "headline": "The lamp", "video": {"@type": "VideoObject", "name": "How lamps are &amp; were lit"}}
    )  # fmt: skip
    still = "<figure><img src='/a.jpg'><svg></svg><figcaption><span>How lamps are & were lit</span> <span>01:48 min</span></figcaption></figure>"
    still = still.replace(" <span>01:48 min</span>", "")
    found = read(
        f"{still}<p>{LONG * 2}</p><figure><img src='/a.jpg'><figcaption>The keeper at work. Photo: Ann Lee</figcaption></figure>{TEXT}",
        f"<script type='application/ld+json'>{film}</script>",
    )
    assert described(found) == [(a("a.jpg"), "The keeper at work.", "Ann Lee")]
    assert "lamps are" not in found.text


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Video", None),
        ("Audio: Harbour Radio | 1 May 2026 | Ann Lee", None),
        ("Vídeo: <span class='credit'>Ann Lee</span>", "Ann Lee"),
    ],
)
def test_the_label_of_a_film_or_a_sound_is_no_caption(caption: str, credit: str | None) -> None:
    found = read(
        f"<p>{LONG * 2}</p><figure><img src='/a.jpg'><figcaption>{caption}</figcaption></figure>{TEXT}"
    )
    assert described(found) == [(a("a.jpg"), None, credit)]
    assert "Harbour Radio" not in found.text


def test_a_mark_on_a_picture_is_no_picture() -> None:
    zoom = (
        "<picture><source srcset='/static/zoom-dark.svg'><img src='/static/zoom.svg' alt='Enlarge'></picture>"
    )
    found = read(
        f"<p>{LONG * 2}</p><a href='#focus-1'><figure><img src='/a.jpg'>{zoom}<figcaption>The keeper at work. (Source: Ann Lee)"
        f"</figcaption></figure></a>{TEXT}"
        "<figure><img src='/static/loading-indicator.svg'><div>Film</div><div>The player is loading</div></figure>"
        "<div><img src='/assets/twitter.png'><img src='/assets/facebook-white.png'></div>"
        "<div><img src='/u/ann.png' alt='Avatar of the author'></div>"
    )
    assert described(found) == [(a("a.jpg"), "The keeper at work.", "Ann Lee")]
    assert "player" not in found.text


def test_what_waits_behind_a_drawn_placeholder_is_shown() -> None:
    found = read(
        f"<p>{LONG * 2}</p><div><img src='/static/icons/placeholder.svg' data-src='/a.jpg'></div><div><img src='/x.gif' data-src='/b.jpg'></div>{TEXT}"
        "<div><img src='/btn_more.gif'><img src='/arrow.svg'><img src='/dot.gif'></div>"
        "<div><img src='/strip.gif' alt='The keeper looks at the sea, and the sea looks back.'></div>"
    )
    assert [photo.url for photo in found.photos] == [a("a.jpg"), a("b.jpg"), a("strip.gif")]


def test_a_chart_that_is_drawn_is_a_picture() -> None:
    found = read(
        f"<p>{LONG * 2}</p><figure><img src='/chart.svg'><figcaption>Lamps by year</figcaption></figure>{TEXT}"
    )
    assert described(found) == [(a("chart.svg"), "Lamps by year", None)]


def test_each_picture_of_a_slide_show_has_its_own_caption() -> None:
    slides = "".join(
        f"<div class='slide'><picture><img src='/{name}.jpg'></picture></div>" for name in ("a", "b", "c")
    )
    lines = "".join(
        f"<div class='slide-caption'><figcaption><span>The {word} boat in the bay.</span><div class='credit'>Photo: {word.title()} Ek</div></figcaption></div>"
        for word in ("first", "second", "third")
    )
    found = read(
        f"<p>{LONG * 2}</p><div class='show'><div><span>1 / 3</span>{slides}</div><div>{lines}</div></div>{TEXT}"
    )
    assert described(found) == [
        (a("a.jpg"), "The first boat in the bay.", "First Ek"),
        (a("b.jpg"), "The second boat in the bay.", "Second Ek"),
        (a("c.jpg"), "The third boat in the bay.", "Third Ek"),
    ]


def test_a_licence_and_a_credit_that_stands_twice() -> None:
    lines = "".join(
        f"<span class='caption-{screen}'><span>The keeper at work.</span><span class='caption-credit'>Photo: Ann Lee/Agency</span></span>"
        for screen in ("narrow", "wide")
    )
    found = read(
        f"<p>{LONG * 2}</p><figure><img src='/a.jpg'><figcaption>The keeper <span class='media-license-caption'> – Machine (“a lamp, 1950’s”)</span>"
        f"</figcaption></figure>{TEXT}<figure><img src='/b.jpg'><div class='caption'>{lines}</div></figure>"
    )
    assert described(found) == [
        (a("a.jpg"), "The keeper", "Machine (“a lamp, 1950’s”)"),
        (a("b.jpg"), "The keeper at work.", "Ann Lee/Agency"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Ann Lee)", "Ann Lee"),
        ("Ann Lee (Agency)", "Ann Lee (Agency)"),
        ("(Quelle: Ann Lee (Agency))", "Ann Lee (Agency)"),
        ("– Ann Lee", "Ann Lee"),
        ("[Ann Lee", "Ann Lee"),
        ("Ann Lee)", "Ann Lee"),
    ],
)
def test_a_credit_keeps_its_own_brackets(text: str, expected: str) -> None:
    assert bare_credit(text) == expected


def test_a_source_is_named_without_its_label() -> None:
    assert parted("The boat in the bay. (Quelle: IMAGO/Ann Lee)") == ("The boat in the bay.", "IMAGO/Ann Lee")


WORDS = (
    *CREDIT_LABELS.split("|"), *AGENCIES.split("|"), "by", "of", "courtesy of", "Copyright", "©", "CC", "cc by", "Adobe Stock", "nuotr.",
    "illustration by", "기자", "写真", "Ann", "Lee", "the", "bridge", "міст", "l’eau", "2026", "1 of 2", ".", ",", ":", "(", ")", "|", "/", "–", "…",
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=7), st.sampled_from(["", " "]))
def test_words_alone_are_told_from_captions_with_a_credit_as_the_long_way_would(
    words: list[str], between: str
) -> None:
    caption = f"{between} ".join(words)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(captions, "is_plain", lambda _: False)
        long = parted.__wrapped__(caption)
    assert parted.__wrapped__(caption) == long
