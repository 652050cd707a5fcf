"""The editions that a page names, and the traps: home pages, regions, ordinary links."""

from __future__ import annotations

import json
import time

import pytest

from tui_reader.model import Article
from tui_reader.sources import page
from tui_reader.sources.pages.places import is_home, place

SITE = "https://paper.example"
URL = f"{SITE}/en/2024/0012345/harbour"
SLUG = f"{SITE}/sea/2024/the-old-lamp-came-back"
LONG = "The harbour town rebuilt its old lighthouse last year, and the keeper tells how the lamp was saved. "
TEXT = f"<p>{LONG * 3}</p><p>When the water came, {LONG.lower() * 3}</p>"


def read(body: str = "", head: str = "", url: str = URL) -> Article:
    html = f"<html lang='en'><head><title>The lamp</title>{head}</head><body>{body}<article><h1>The lamp</h1>{TEXT}</article></body></html>"
    return page.read(html, url=url, identity="page")


def named(article: Article) -> dict[str, str | None]:
    return {edition.language: edition.url for edition in article.editions}


def alternate(tag: str, href: str) -> str:
    return f"<link rel='alternate' hreflang='{tag}' href='{href}'>"


def test_alternate_links() -> None:
    head = (
        alternate("en", URL) + alternate("uk", "/uk/2024/0012345/harbour") + alternate("de", f"{SITE}/hafen")
    )
    assert named(read(head=head)) == {
        "en": URL,
        "uk": f"{SITE}/uk/2024/0012345/harbour",
        "de": f"{SITE}/hafen",
    }


@pytest.mark.parametrize(
    "home", ["/", "/de/", "/de", "/de/index.html", "/?lang=de", "https://de.paper.example"]
)
def test_a_home_page_is_no_edition(home: str) -> None:
    tabs = f"<a href='{home}'>Deutsch</a> <a hreflang='de' lang='de' href='{home}'>DE</a>"
    assert read(tabs, alternate("de", home)).editions == ()


def test_regions_of_one_language_are_no_editions() -> None:
    head = alternate("en-US", f"{SITE}/us/lamp") + alternate("en-GB", URL) + alternate("x-default", URL)
    assert read(head=head).editions == ()
    more = named(read(head=head + alternate("fr", "/fr/lampe")))
    assert more == {"en": URL, "fr": f"{SITE}/fr/lampe"}


def test_one_address_is_one_edition() -> None:
    head = alternate("de", URL) + alternate("fr", "/fr/lampe") + alternate("it", "/fr/lampe")
    assert named(read(head=head)) == {"en": URL, "fr": f"{SITE}/fr/lampe"}


@pytest.mark.parametrize("label", ["UA", "Українська", "Ukrainian", "Укр"])
def test_a_tab_that_shares_the_article_s_number(label: str) -> None:
    assert named(read(f"<a href='/uk/2024/0012345/port'>{label}</a>")) == {
        "en": URL,
        "uk": f"{SITE}/uk/2024/0012345/port",
    }


def test_tabs_that_name_no_edition() -> None:
    tabs = (
        "<a href='/de/'>DE</a> <a href='/fr/2023/0099999/x'>FR</a> <a href='/news/2024/0012345/print'>News</a>"
        "<a href='/es/20240501/'>ES</a> <a href='https://other.example/it/2024/0012345/x'>IT</a>"
    )
    assert read(tabs).editions == ()
    assert read("<a href='/en/20240501/x-y-z'>DE</a>", url=f"{SITE}/en/20240501/a-b-c").editions == ()


def test_tabs_that_share_the_path_or_its_query() -> None:
    tabs = "<a href='https://ru.paper.example/sea/2024/the-old-lamp-came-back'>RU</a>"
    assert named(read(tabs, url=SLUG))["ru"] == "https://ru.paper.example/sea/2024/the-old-lamp-came-back"
    assert named(read("<a href='?id=5&amp;lang=pl'>PL</a>", url=f"{SITE}/news.php?id=5")) == {
        "en": f"{SITE}/news.php?id=5",
        "pl": f"{SITE}/news.php?id=5&lang=pl",
    }
    assert read("<a href='?id=6&amp;lang=pl'>PL</a>", url=f"{SITE}/news.php?id=5").editions == ()


def test_a_sentence_that_offers_another_language() -> None:
    assert "es" in named(read("<p><a href='/es/2024/0012345/puerto'>Leer en español</a></p>"))
    assert "es" not in named(read("<p><a href='/es/2024/0099999/puerto'>Leer en español</a></p>"))


def test_translated_addresses_need_a_declared_language() -> None:
    href = f"{SITE}/fr/mer/2024/la-vieille-lampe-revient"
    assert named(read(f"<a hreflang='fr' href='{href}'>Français</a>", url=SLUG)) == {"en": SLUG, "fr": href}
    assert (
        named(read(f"<select><option lang='fr-FR' value='{href}'>Français</option></select>", url=SLUG))["fr"]
        == href
    )
    assert read(f"<a href='{href}'>Français</a>", url=SLUG).editions == ()


@pytest.mark.parametrize(
    "link",
    [
        f"<p>{LONG} As <a hreflang='fr' href='{SITE}/fr/mer/2024/la-vieille-lampe-revient'>Français</a> readers know.</p>",
        f"<a hreflang='fr' href='{SITE}/fr/mer/2024/la-vieille-lampe-revient'>La vieille lampe</a>",
        f"<a hreflang='fr' href='{SITE}/fr/mer/'>Français</a>",
        "<a hreflang='fr' href='https://other.example/fr/mer/2024/la-vieille-lampe-revient'>Français</a>",
    ],
)
def test_hreflang_on_an_ordinary_link(link: str) -> None:
    assert read(link, url=SLUG).editions == ()


def test_translations_in_json_ld() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "The lamp",
        "workTranslation": [{"@type": "NewsArticle", "inLanguage": "fr", "url": "/fr/lampe"}, "words"],
        "translationOfWork": {"@id": f"{SITE}/de/lampe", "inLanguage": {"name": "de"}},
    }
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    assert named(read(head=head)) == {"en": URL, "fr": f"{SITE}/fr/lampe", "de": f"{SITE}/de/lampe"}


def test_locales_without_an_address() -> None:
    head = "<meta property='og:locale:alternate' content='it_IT'><meta property='og:locale:alternate' content='en_US'>"
    assert named(read(head=head)) == {"en": URL, "it": None}


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://paper.example", True),
        ("https://paper.example/uk/index.php", True),
        ("https://paper.example/?language=uk", True),
        ("https://paper.example/?p=12", False),
        ("https://paper.example/uk/lamp", False),
        ("https://[", True),
    ],
)
def test_home_pages(url: str, home: bool) -> None:
    assert is_home(url) is home


def test_sites_below_a_shared_suffix_are_apart() -> None:
    assert place("https://www.paper.co.uk/a").site == "paper.co.uk"
    assert not place("https://paper.co.uk/x/123456").shares_story(place("https://other.co.uk/x/123456"))


def test_many_links_end_soon() -> None:
    links = "".join(f"<a href='/uk/2024/{i}/x'>UA</a><option value='/x{i}'>DE</option>" for i in range(5000))
    started = time.process_time()
    read(links)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "row",
    [
        "<ul><li>English</li><li><a href='/more/2024/stara-lampa-povernulas'>Українська</a></li></ul>",
        "<div><a href='{URL}'>EN</a> | <a href='/more/2024/stara-lampa-povernulas'>UA</a></div>",
    ],
)
def test_a_row_of_tabs_with_translated_addresses(row: str) -> None:
    found = named(read(row, url=SLUG))
    assert found == {"en": SLUG, "uk": f"{SITE}/more/2024/stara-lampa-povernulas"}


@pytest.mark.parametrize(
    "row",
    [
        "<ul><li>English</li><li><a href='/uk/'>Українська</a></li></ul>",
        "<ul><li>English</li><li><a href='/uk/news'>Українська</a></li></ul>",
        "<p>Our <a href='/more/2024/stara-lampa-povernulas'>Українська</a> pages</p>",
        "<ul><li><a href='/more/2024/stara-lampa-povernulas'>Українська</a></li><li>Weather</li></ul>",
    ],
)
def test_no_row_of_tabs(row: str) -> None:
    assert read(row, url=SLUG).editions == ()


SWITCH = "".join(
    f"<li><a hreflang='{tag}' href='{home}'>{tag}</a></li>"
    for tag, home in (("en", SITE), ("fr", "https://fr.paper.example/"), ("uk", "https://paper.test/uk/"))
)


def test_a_switch_between_front_pages_names_languages_alone() -> None:
    assert named(read(f"<ul>{SWITCH}</ul>")) == {"en": URL, "fr": None, "uk": None}
    with_one = alternate("fr", "https://fr.paper.example/2024/0012345/port")
    assert named(read(f"<ul>{SWITCH}</ul>", head=with_one))["fr"] is not None


@pytest.mark.parametrize(("old", "new"), [("paper", "other"), ("'en'", "'de'"), ("'fr'", "'en-GB'")])
def test_front_pages_that_are_no_switch(old: str, new: str) -> None:
    assert read(f"<ul>{SWITCH.replace(old, new)}</ul>").editions == ()


def test_front_pages_under_other_labels_are_no_switch() -> None:
    row = SWITCH.replace(">fr<", ">Harbour<").replace(">uk<", ">Weather<")
    assert read(f"<ul>{row}</ul>").editions == ()
