"""CSS selectors to XPath, and whose selectors a page is read with."""

from __future__ import annotations

import pytest
from lxml import etree
from lxml import html as lxml_html

from tui_reader.model import Article, Edition, Selectors, Source
from tui_reader.selectors import of_address, of_article, xpath

PAGE = lxml_html.document_fromstring(
    "<body><div class='text wide'><p id=a>A</p><p>B <a href='/x' rel='next tag'>x</a></p></div><aside><p>C</p></aside>"
    "<figure><img src=1.jpg><figcaption>D</figcaption></figure></body>"
)


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("p", ["A", "B x", "C"]),
        ("div.text > p", ["A", "B x"]),
        ("#a, figcaption", ["A", "D"]),
        ("P:not(#a)", ["B x", "C"]),
        ("a[rel~=tag][href^='/']", ["x"]),
        ("div p:nth-child(2)", ["B x"]),
        ("p:has(> a)", ["B x"]),
        ("img + figcaption", ["D"]),
        ("aside p:last-of-type", ["C"]),
        ("p:hover", []),
        ("video", []),
    ],
)
def test_a_selector_finds_what_it_names(selector: str, found: list[str]) -> None:
    matches = etree.XPath(xpath(selector))(PAGE)
    assert isinstance(matches, list)
    assert [
        lxml_html.tostring(one, method="text", encoding="unicode", with_tail=False) for one in matches
    ] == found


@pytest.mark.parametrize(
    "selector", ["p[", "p::before", "div >", "a:unknown(1)", "", "a>" * 3000 + "a", "p\x1b[31m["]
)
def test_what_is_no_selector_is_said_in_one_line(selector: str) -> None:
    with pytest.raises(ValueError, match="is not a CSS selector") as caught:
        xpath(selector)
    assert str(caught.value).isprintable()


def source(name: str, *urls: str, selected: bool = True) -> Source:
    return Source(
        name,
        editions=tuple(Edition(url) for url in urls),
        selectors=Selectors(title=(name,)) if selected else None,
    )


PAPER = source("Paper", "https://rss.paper.example/all.xml", "https://en.paper.example/rss")
MAIL = source("Mail", "https://www.mail.example/rss")
PLAIN = source("Plain", "https://plain.example/rss", selected=False)
ALL = [PLAIN, PAPER, MAIL]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://mail.example/1", MAIL),
        ("https://www.mail.example/1", MAIL),
        ("https://en.paper.example/1", PAPER),
        ("https://paper.example/1", PAPER),
        ("https://sport.paper.example/1", None),
        ("https://notpaper.example/1", None),
        ("https://plain.example/1", None),
        ("https://[broken/1", None),
        ("", None),
    ],
)
def test_an_address_belongs_to_the_source_with_its_host(url: str, expected: Source | None) -> None:
    assert of_address(ALL, url) == (expected.selectors if expected else None)


def test_numbers_are_no_parts_of_a_host() -> None:
    assert of_address([source("Here", "http://0.0.1/rss")], "http://127.0.0.1/page") is None


def test_an_article_is_read_with_the_selectors_of_its_source() -> None:
    article = Article("x", "T", source="Mail", url="https://paper.example/1")
    assert of_article(ALL, article) == MAIL.selectors
    assert of_article(ALL, Article("x", "T", source="Plain", url="https://mail.example/1")) is None
    assert of_article(ALL, Article("x", "T", source="Opened", url="https://mail.example/1")) == MAIL.selectors
