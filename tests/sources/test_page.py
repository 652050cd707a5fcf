"""Pages: text, metadata, photos, editions, and pages that hold no article."""

from __future__ import annotations

import gzip
from contextlib import suppress
from pathlib import Path

import pytest

from tui_reader.errors import ParseError
from tui_reader.model import Article, BlockKind
from tui_reader.sources import page
from tui_reader.sources.decode import decode

URL = "https://paper.example/en/2024/harbour"
SENTENCE = "The harbour town rebuilt its old lighthouse last year, and the keeper tells how the lamp was saved from the flood. "
HEAD = """<!DOCTYPE html><html lang="en-GB"><head><title>The lamp that came back | The Paper</title>
<meta property="og:title" content="The lamp that came back"><meta property="og:site_name" content="The Paper">
<meta property="og:image" content="https://paper.example/i/lamp-1200x630.jpg">
<link rel="canonical" href="/en/2024/harbour">
<link rel="alternate" hreflang="en" href="https://paper.example/en/2024/harbour">
<link rel="alternate" hreflang="uk" href="https://paper.example/uk/2024/harbour">
<link rel="alternate" hreflang="de" href="https://paper.example/de/">
<link rel="alternate" hreflang="x-default" href="https://paper.example/">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The lamp that came back",
"datePublished": "2024-05-02T08:15:00+02:00", "dateModified": "2024-05-03T09:00:00+02:00", "author": [{"@type": "Person",
"name": "Ann Lee"}]}</script></head>"""
BODY = (
    '<body><nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>The lamp that came back</h1>'
    + f"<p>{SENTENCE * 2}</p><figure><img src='/i/keeper.jpg' width='800' alt='Keeper'><figcaption>The keeper (photo: Bo Ek)"
    + f"</figcaption></figure><h2>After the flood</h2><p>{SENTENCE * 3} See <a href='/en/2023/flood'>what happened then</a>.</p>"
    + f"<p>{SENTENCE * 2}</p><ul><li>First the roof was mended by hand</li><li>Then the glass was set again</li></ul>"
    + f"<p>Read also: <a href='/en/2022/tower'>The tower by night</a></p><p>{SENTENCE}</p></article>"
    + "<footer>© The Paper</footer></body></html>"
)


def read(html: str, url: str | None = URL) -> Article:
    return page.read(html, url=url, identity="page")


def test_an_article_whole() -> None:
    article = read(HEAD + BODY)
    assert (article.title, article.language, article.url, article.site) == (
        "The lamp that came back",
        "en-GB",
        URL,
        "The Paper",
    )
    assert article.authors == ("Ann Lee",)
    assert article.published is not None
    assert article.published.isoformat() == "2024-05-02T08:15:00+02:00"
    assert article.updated is not None
    assert [(edition.language, edition.url) for edition in article.editions] == [
        ("en", URL),
        ("uk", "https://paper.example/uk/2024/harbour"),
    ]
    assert [block.text for block in article.body if block.kind is BlockKind.HEADING] == ["After the flood"]
    photo = article.photos[0]
    assert (photo.url, photo.caption, photo.credit) == (
        "https://paper.example/i/keeper.jpg",
        "The keeper",
        "Bo Ek",
    )
    assert "keeper (photo" not in article.text
    assert "TUIPHOTO" not in article.text
    assert "Home" not in article.text
    assert [(link.title, link.kind.value) for link in article.related] == [
        ("The tower by night", "read-also"),
        ("what happened then", "in-text"),
    ]
    kinds = [block.kind for block in article.body]
    assert kinds.index(BlockKind.PHOTO) < kinds.index(BlockKind.HEADING)


def test_the_page_s_picture_serves_where_the_text_has_none() -> None:
    article = read(HEAD + BODY.replace("<figure>", "<!--").replace("</figure>", "-->"))
    assert [photo.url for photo in article.photos] == ["https://paper.example/i/lamp-1200x630.jpg"]
    assert article.body[0].photo == 0


def test_a_wrong_declaration_yields_to_the_text() -> None:
    assert read((HEAD + BODY).replace('lang="en-GB"', 'lang="ru"')).language == "en"


def test_no_language_is_declared() -> None:
    assert read((HEAD + BODY).replace(' lang="en-GB"', "")).language == "en"


@pytest.mark.parametrize("bad", ["&#27;", "\x1b", "\ud800", "&#xD800;", "\0"])
def test_a_bad_character_loses_nothing(bad: str) -> None:
    article = read((HEAD + BODY).replace("rebuilt", f"re{bad}built", 1))
    assert article.text.count("lighthouse") == 8


def test_deep_pages_keep_their_text() -> None:
    assert "lighthouse" in read(HEAD + "<body>" + "<div>" * 3000 + BODY.partition("<body>")[2]).text


@pytest.mark.parametrize(
    "html",
    [
        "",
        "  ",
        "<!-- -->",
        "<html></html>",
        "<html><body><form>Login</form></body></html>",
        "\x00\x01\x02",
        "just words",
    ],
)
def test_no_article_is_one_clear_line(html: str) -> None:
    with pytest.raises(
        ParseError, match=r"^no article found in https://paper\.example/en/2024/harbour"
    ) as caught:
        read(html)
    assert "\n" not in str(caught.value)


@pytest.mark.shared
@pytest.mark.slow
def test_shared_pages_hold_articles(shared: Path) -> None:
    found, pages = 0, sorted((shared / "pages").glob("*.html.gz"))
    for path in pages:
        html = decode(gzip.decompress(path.read_bytes()))
        with suppress(ParseError):
            found += bool(page.read(html, url=None, identity=path.name).text)
    assert found >= 0.97 * len(pages)
