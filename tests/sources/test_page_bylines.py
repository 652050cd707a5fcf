"""Who wrote a page's article and when: data, meta elements, the line beside the headline, the address."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from tui_reader.model import Article
from tui_reader.sources import page
from tui_reader.sources.pages.bylines import names_in

URL = "https://paper.example/sea/lamp"
LONG = "The harbour town rebuilt its old lighthouse last year, and the keeper tells how the lamp was saved. "
TEXT = f"<p>{LONG * 3}</p><p>When the water came, {LONG.lower() * 3}</p>"


def read(
    data: dict[str, Any] | None = None, head: str = "", byline: str = "", after: str = "", url: str = URL
) -> Article:
    article = {"@type": "NewsArticle", "headline": "The lamp", **(data or {})}
    thing = {
        "@context": "https://schema.org",
        "@graph": [article, {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}],
    }
    html = (
        "<html lang='en'><head><title>The lamp</title><meta property='og:site_name' content='The Paper'>"
        f"<script type='application/ld+json'>{json.dumps(thing)}</script>{head}</head>"
        f"<body><article><h1>The lamp</h1>{byline}{TEXT}</article>{after}</body></html>"
    )
    return page.read(html, url=url, identity="page")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("Von Ann Lee und Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("Von der Leyen", ["Von der Leyen"]),
        ("di Anna Di Maio", ["Anna Di Maio"]),
        ("Di Maio", ["Di Maio"]),
        ("Ann Lee and Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("Ann Lee, Bo Ek; Cy Ray & Di Orr", ["Ann Lee", "Bo Ek", "Cy Ray", "Di Orr"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Ana Sanz Gil y Pau Roca Mas", ["Ana Sanz Gil", "Pau Roca Mas"]),
        ("Ann Lee, science editor", ["Ann Lee"]),
        ("Ann Lee, Royal Editor", ["Ann Lee"]),
        ("Ann Lee | 3 May 2024", ["Ann Lee"]),
        ("Ann Lee (ann@paper.example)", ["Ann Lee"]),
        ("<a href='/ann'>Ann Lee</a>", ["Ann Lee"]),
        ("Автор: Олена Лис", ["Олена Лис"]),
        ("山田太郎", ["山田太郎"]),
        ("山田太郎、佐藤花子", ["山田太郎", "佐藤花子"]),
        ("Ann Lee, Paris", ["Ann Lee"]),
        ("Radio 24", ["Radio 24"]),
        ("https://paper.example/ann", []),
        ("admin", []),
        ("1482088941", []),
        ("", []),
    ],
)
def test_names_in_a_byline(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ([{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ek"}], ("Ann Lee", "Bo Ek")),
        ({"@type": "Person", "givenName": "Ann", "familyName": "Lee"}, ("Ann Lee",)),
        ({"@id": "#ann"}, ("Ann Lee",)),
        ({"name": ["Ann Lee", "Bo Ek"]}, ("Ann Lee", "Bo Ek")),
        (["Ann Lee", "ANN LEE"], ("Ann Lee",)),
        ({"name": "Ann Lee and Bo Ek"}, ("Ann Lee", "Bo Ek")),
        ({"name": "The Paper"}, ("The Paper",)),
        ({"@id": "#nobody"}, ()),
        (7, ()),
    ],
)
def test_authors_in_json_ld(author: object, names: tuple[str, ...]) -> None:
    assert read({"author": author}).authors == names


def test_authors_in_meta_elements() -> None:
    assert read(head="<meta name='author' content='Ann Lee, Bo Ek'>").authors == ("Ann Lee", "Bo Ek")
    assert read(head="<meta name='x.author' content='Ann Lee'>").authors == ("Ann Lee",)
    assert read(head="<meta property='article:author' content='https://social.example/paper'>").authors == ()


@pytest.mark.parametrize(
    "byline",
    [
        "<a rel='author' href='/ann'>Ann Lee</a>",
        "<p class='article-byline'>By <b>Ann Lee</b></p>",
        "<div class='authors'><span class='author'>By Ann Lee</span><time>3 May 2024</time></div>",
        "<span itemprop='author'><span itemprop='name'>Ann Lee</span></span>",
        "<span class='authorname'>Ann Lee, The Paper Culture</span>",
    ],
)
def test_the_byline_beside_the_headline(byline: str) -> None:
    assert read(byline=byline).authors == ("Ann Lee",)
    assert read({"author": {"name": "The Paper"}}, byline=byline).authors == ("Ann Lee",)
    assert read({"author": {"name": "Cy Ray"}}, byline=byline).authors == ("Cy Ray",)


def test_two_names_beside_the_headline() -> None:
    byline = "<p><a class='author' href='/a'>Ann Lee</a>, <a class='author' href='/b'>Bo Ek</a></p>"
    assert read(byline=byline).authors == ("Ann Lee", "Bo Ek")


@pytest.mark.parametrize(
    "after",
    [
        "<ul><li><h3><a href='/x'>Another story</a></h3><span class='author'>Bo Ek</span></li></ul>",
        "<section><h2>Comments</h2><p class='author'>Bo Ek</p></section>",
        "<p class='comment-author'>Bo Ek</p><p class='author-bio'>Bo Ek has sailed.</p>",
        f"<p class='author'>{LONG * 2}</p>",
        "<p class='author'>paper</p>",
    ],
)
def test_names_that_wrote_something_else(after: str) -> None:
    assert read(after=after).authors == ()


@pytest.mark.parametrize(
    ("data", "head", "expected"),
    [
        ({"datePublished": "2024-05-02T08:15:00+02:00"}, "", "2024-05-02T08:15:00+02:00"),
        # A day, or an hour without its zone, is completed by the next time that agrees.
        ({"datePublished": "2024-05-02"}, "2024-05-02T08:15:00+02:00", "2024-05-02T08:15:00+02:00"),
        ({"datePublished": "2024-05-02T08:15:00"}, "2024-05-02T08:15:00+02:00", "2024-05-02T08:15:00+02:00"),
        ({"datePublished": "2024-05-02T08:15:00"}, "2024-05-09T08:15:00+02:00", "2024-05-02T08:15:00+00:00"),
        ({"datePublished": "2024-05-02"}, "2019-01-01T08:15:00Z", "2024-05-02T00:00:00+00:00"),
    ],
)
def test_when_it_was_published(data: dict[str, str], head: str, expected: str) -> None:
    meta = f"<meta property='article:published_time' content='{head}'>" if head else ""
    published = read(data, meta).published
    assert published is not None
    assert published.isoformat() == expected


def test_an_update_comes_after() -> None:
    data = {"datePublished": "2024-05-02T08:15:00Z", "dateModified": "2024-05-02T10:14:59+02:00"}
    assert read(data).updated is None
    later = read({**data, "dateModified": "2024-05-02T09:00:00Z"}).updated
    assert later is not None
    assert later.hour == 9


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2024/05/02/lamp", "2024-05-02"),
        ("/sea/20240502/the-lamp.html", "2024-05-02"),
        ("/news/2024-05-02/lamp", "2024-05-02"),
        ("/2024/05/02/", None),
        ("/2024/13/02/lamp", None),
        ("/sea/20240502", None),
    ],
)
def test_the_day_in_the_address(path: str, day: str | None) -> None:
    published = read(url=f"https://paper.example{path}").published
    assert (published.date().isoformat() if published else None) == day


def test_a_canonical_address_that_is_the_home_page_is_not_believed() -> None:
    head = "<link rel='canonical' href='https://paper.example/'><meta property='og:url' content='/sea/lamp'>"
    assert read(head=head).url == URL
    assert read(head="<link rel='canonical' href='https://paper.example/'>").url == URL
    assert (
        read(head="<link rel='canonical' href='/sea/the-lamp'>").url == "https://paper.example/sea/the-lamp"
    )


def test_many_bylines_end_soon() -> None:
    nest = "<div class='author'>" * 150 + "<h4>x</h4>" + "</div>" * 150
    rows = "<div><span class='author'>Bo Ek</span></div>" * 5000
    started = time.process_time()
    read(after=nest + rows)
    assert time.process_time() - started < 10
