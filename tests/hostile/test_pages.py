"""Cases 50 to 59: what a page may hold, fetched from a real server and read by a worker."""

from __future__ import annotations

import asyncio
import gzip
import random
import time
from collections.abc import Callable

import pytest

from tests.foreign import PAYLOADS
from tests.hostile.bombs import gzip_bomb
from tests.hostile.desk import NOW, Desk, is_one_line, source
from tests.hostile.making import LAST, article, attributes, rss
from tests.hostile.measuring import Growth
from tests.hostile.safety import assert_safe
from tests.loopback import Answer
from tui_reader.errors import ParseError, ReaderError
from tui_reader.fetching import fetch_full, fetch_page
from tui_reader.limits import PAGE_SECONDS
from tui_reader.model import Article

pytestmark = pytest.mark.asyncio(loop_scope="module")
case = pytest.mark.case
HTML = {"Content-Type": "text/html"}


async def fetched(desk: Desk, page: bytes, headers: dict[str, str] | None = None) -> Article:
    """The page as an article; whatever it holds is safe."""
    url = desk.server.answer("/page", Answer(page, headers=headers or HTML))
    found = await fetch_page(url, web=desk.web, workers=desk.workers, typed=True)
    assert_safe(found)
    return found


async def falls_back(desk: Desk, page: bytes, headers: dict[str, str] | None = None) -> str:
    """The one line with which the page of an entry is refused; the entry's summary stays as it was."""
    url = desk.server.answer("/page", Answer(page, headers=headers or HTML))
    feed = rss(
        "", after=f"<item><title>One</title><link>{url}</link><description>Its summary.</description></item>"
    )
    (result,) = await desk.refresh(source(desk.server.answer("/feed", Answer(feed))))
    assert result.error is None
    (held,) = await desk.held()
    with pytest.raises(ReaderError) as caught:
        await fetch_full(held, web=desk.web, workers=desk.workers)
    assert is_one_line(str(caught.value)), caught.value
    assert await desk.held() == [held]
    assert held.text == "Its summary."
    return str(caught.value)


@case(50)
@pytest.mark.parametrize(
    "dirt",
    ["&#27;", "&#x1b;[2J", "\x1b[31m", "&#155;31m", "\x9b31m", "&#0;", "\x00", "&#7;\x07", "\x0c", "&#127;", "&#xFFFE;", "\ufffe"],
)  # fmt: skip
async def test_controls_in_a_paragraph(desk: Desk, dirt: str) -> None:
    found = await fetched(desk, article(f"<p>Some {dirt} words of the text.</p>"))
    assert found.title == "A headline"
    assert LAST in found.text
    assert "words of the text" in found.text


@case(50, 63)
@pytest.mark.parametrize("payload", PAYLOADS)
async def test_payloads_in_every_part(desk: Desk, payload: str) -> None:
    dirty = payload.replace("<", "&lt;").replace('"', "&quot;")
    head = (
        f'<meta property="og:title" content="{dirty}x"><meta name="author" content="{dirty}">'
        f'<meta property="og:image" content="https://e.example/{dirty}.jpg"><link rel="canonical" href="/{dirty}">'
        f'<link rel="alternate" hreflang="uk" href="/{dirty}"><meta property="og:site_name" content="{dirty}">'
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{dirty}"}}</script>'
    )
    inner = (
        f'<figure><img src="/{dirty}.jpg" alt="{dirty}"><figcaption>{dirty} caption</figcaption></figure><p>{dirty}'
        f'<a href="/{dirty}">{dirty} link</a></p><ul><li>{dirty}</li></ul><pre>{dirty}</pre><blockquote>{dirty}</blockquote>'
        f"<table><tr><td>{dirty}</td><td>x</td></tr></table><h2>{dirty}</h2>"
    )
    found = await fetched(desk, article(inner, head))
    assert LAST in found.text


@case(51)
@pytest.mark.parametrize("tag", ["div", "span", "section", "b", "blockquote", "x-y", "font", "p", "article"])
@pytest.mark.parametrize("closed", [True, False])
async def test_three_hundred_nested(desk: Desk, tag: str, closed: bool) -> None:
    inner = f"<{tag}>" * 300 + "<p>The deepest words of all are here, and they stay.</p>"
    inner += f"</{tag.split()[0]}>" * 300 if closed else ""
    found = await fetched(desk, article(inner))
    assert LAST in found.text


HEAVY: dict[str, tuple[int, Callable[[], bytes]]] = {
    "nested divs": (52, lambda: article("<div>" * 100_000 + "deep")),
    "nested divs, closed": (52, lambda: article("<div>" * 100_000 + "deep" + "</div>" * 100_000)),
    "divs in a row": (52, lambda: article("<div>x</div>" * 100_000)),
    "nested spans": (52, lambda: article("<span>" * 100_000 + "deep")),
    "nested tags of no name": (52, lambda: article("<x-y>" * 100_000 + "deep")),
    "nested lists": (52, lambda: article("<ul><li>x" * 20_000)),
    "nested tables": (52, lambda: article("<table><tr><td>x" * 20_000)),
    "nested drawings": (52, lambda: article("<svg><g>" * 50_000)),
    "nested choices": (52, lambda: article("<select><option>" * 30_000)),
    "nested forms": (52, lambda: article("<form>" * 100_000)),
    "nested links": (55, lambda: article("<a href='/x'>" * 100_000)),
    "frames": (52, lambda: article("<iframe src='/x'></iframe>" * 50_000)),
    "100,000 paragraphs": (52, lambda: article("".join(f"<p>para {n} some words</p>" for n in range(100_000)))),
    "100,000 headings": (52, lambda: article("".join(f"<h2>h {n}</h2>" for n in range(100_000)))),
    "100,000 rows": (52, lambda: article("<table>" + "<tr><td>a</td><td>b</td></tr>" * 100_000 + "</table>")),
    "a row of 300,000": (52, lambda: article("<table><tr>" + "<td>a</td>" * 300_000 + "</tr></table>")),
    "500,000 breaks": (52, lambda: article("<p>" + "x<br>" * 500_000 + "</p>")),
    "50,000 figures": (52, lambda: article("".join(f"<figure><img src='/{n}.jpg'><figcaption>c {n}</figcaption></figure>" for n in range(50_000)))),
    "100,000 pictures": (52, lambda: article("".join(f"<img src='/{n}.jpg' alt='{n}'>" for n in range(100_000)))),
    "80,000 attributes": (53, lambda: article(f"<p {attributes(80_000)}>para</p>")),
    "80,000 attributes of the body": (53, lambda: article(body=f" {attributes(80_000)}")),
    "80,000 equal attributes": (53, lambda: article("<p " + "class='x' " * 80_000 + ">para</p>")),
    "80,000 attributes without a value": (53, lambda: article("<p " + " ".join(f"a{n}" for n in range(80_000)) + ">para</p>")),
    "80,000 attributes with >": (53, lambda: article(f"<p {attributes(80_000, '>')}>para</p>")),
    "900,000 attributes": (53, lambda: article(f"<p {attributes(900)}>para</p>" * 1000)),
    "an attribute of 11 MB": (53, lambda: article(f"<p title='{'w' * 11_000_000}'>para</p>")),
    "a text of 11 MB": (54, lambda: article(f"<p>{'word ' * 2_200_000}</p>")),
    "a word of 11 MB": (54, lambda: article(f"<p>{'w' * 11_000_000}</p>")),
    "a title of 11 MB": (54, lambda: article(head=f"<title>{'w ' * 5_500_000}</title>")),
    "a headline of 11 MB": (54, lambda: article(f"<h1>{'w ' * 5_500_000}</h1>")),
    "a script of 11 MB": (54, lambda: article(f"<script>{'w' * 11_000_000}</script>")),
    "a comment of 11 MB": (54, lambda: article(f"<!--{'w' * 11_000_000}-->")),
    "data of 11 MB": (54, lambda: article(head=f'<script type="application/ld+json">{{"articleBody": "{"w " * 5_000_000}"}}</script>')),
    "deep data": (54, lambda: article(head=f'<script type="application/ld+json">{"[" * 1_000_000}</script>')),
    "preformatted 6 MB": (54, lambda: article("<pre>" + "x\n" * 3_000_000 + "</pre>")),
    "an emoji and 13 MB": (54, lambda: article(f"<p>{'x' * 13_000_000}\U0001f600</p>")),
    "marks on one letter": (54, lambda: article("<p>a" + "\u0301" * 3_000_000 + "</p>")),
    "100,000 links": (55, lambda: article("".join(f"<a href='/{n}'>link {n}</a> " for n in range(100_000)))),
    "100,000 links in a list": (55, lambda: article("<ul>" + "".join(f"<li><a href='/{n}'>link {n}</a></li>" for n in range(50_000)) + "</ul>")),
    "100,000 editions": (55, lambda: article(head="".join(f"<link rel='alternate' hreflang='x{n % 999:03}' href='/{n}'>" for n in range(100_000)))),
    "100,000 metas": (55, lambda: article(head="<meta property='og:title' content='x'>" * 100_000)),
    "300,000 sizes of a picture": (55, lambda: article("<img srcset='" + ",".join(f"/{n}.jpg {n}w" for n in range(300_000)) + "'>")),
    "a long base": (55, lambda: article("<a href='x'>l</a> " * 2_000, head=f"<base href='https://e.example/{'a' * 20_000}/'>")),
    "only <": (52, lambda: article("<" * 5_000_000)),
    "only <a": (52, lambda: article("<a " * 3_000_000)),
    "only </p>": (52, lambda: article("</p>" * 2_500_000)),
    "only &": (54, lambda: article("&" * 5_000_000)),
    "only references": (54, lambda: article("&#x41;" * 1_500_000)),
    "only <!": (52, lambda: article("<!" * 4_000_000)),
    "only <!--": (52, lambda: article("<!--" * 2_500_000)),
    "only quotes": (53, lambda: article("<p a='\"'" * 1_000_000)),
    "a name of 10 MB": (53, lambda: article("<" + "a" * 10_000_000 + ">")),
    "fonts in paragraphs": (52, lambda: article("<p><font>" * 20_000)),
}  # fmt: skip
QUICK = {
    "nested divs, closed", "nested spans", "80,000 attributes", "a text of 11 MB", "a script of 11 MB", "deep data",
    "300,000 sizes of a picture",
}  # fmt: skip
# What is no text of the article goes, and the article is there whole.
WHOLE = {
    "nested divs", "nested divs, closed", "nested spans", "80,000 attributes", "80,000 attributes of the body", "a word of 11 MB",
    "a text of 11 MB", "a script of 11 MB", "a comment of 11 MB", "an attribute of 11 MB", "80,000 equal attributes",
    "80,000 attributes without a value", "100,000 links",
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        pytest.param(
            kind, make, marks=[case(number), *([] if kind in QUICK else [pytest.mark.slow])], id=kind
        )
        for kind, (number, make) in HEAVY.items()
    ],
)
async def test_heavy_pages_are_bounded(
    desk: Desk, kind: str, make: Callable[[], bytes], growth: Growth
) -> None:
    page = make()
    url = desk.server.answer("/page", Answer(page, headers=HTML))
    growth.restart()
    started = time.perf_counter()
    reading = fetch_page(url, web=desk.web, workers=desk.workers, typed=True)
    (found,) = await asyncio.gather(reading, return_exceptions=True)
    if isinstance(found, Article):
        assert_safe(found)
        assert kind not in WHOLE or LAST in found.text
    else:
        assert isinstance(found, ParseError)
        assert is_one_line(str(found))
        assert kind not in WHOLE, found
    assert time.perf_counter() - started < PAGE_SECONDS + 5


@case(56)
@pytest.mark.parametrize("half", ["\ud800", "\udc80\ud800", "&#xd800;", "&#56832;", "&#xD83D;&#xDE00;"])
async def test_lone_surrogates_lose_nothing(desk: Desk, half: str) -> None:
    found = await fetched(desk, article(f"<p>Before {half} after, and the paragraph goes on to its end.</p>"))
    assert LAST in found.text
    assert "the paragraph goes on to its end" in found.text


@case(57)
@pytest.mark.parametrize(
    "headers", [HTML, {"Content-Type": "application/octet-stream"}, {"Content-Type": "application/gzip"}]
)
async def test_gzip_bytes_as_a_page(desk: Desk, headers: dict[str, str]) -> None:
    found = await fetched(desk, gzip.compress(article()), headers)
    assert LAST in found.text


@case(57)
@pytest.mark.parametrize(
    "page",
    [
        gzip.compress(article())[:-30],
        gzip.compress(gzip.compress(article())),
        b"\x1f\x8b",
        b"\x1f\x8b\x08" + bytes(100),
    ],
    ids=["cut off", "twice", "two bytes", "zeros"],
)
async def test_gzip_that_is_broken(desk: Desk, page: bytes) -> None:
    await falls_back(desk, page)


@case(57)
async def test_a_gzip_bomb_as_a_page(desk: Desk, growth: Growth) -> None:
    bomb = gzip_bomb(1024, b"<p>")
    growth.restart()
    assert "unpacks to more than" in await falls_back(desk, bomb)
    assert growth.bytes <= 64_000_000


@case(58)
@pytest.mark.parametrize(
    "page",
    [b"", b" \n", b"<!-- only -->", b"<!doctype html>", b"<html></html>", b"<html><head><title>Only a title</title></head></html>",
     b"<html><body><script>x()</script><noscript>Please enable JavaScript</noscript></body></html>", bytes(100_000),
     random.Random(58).randbytes(100_000), b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(3000), b"%PDF-1.7\n" + bytes(50),
     b"\x7fELF" + random.Random(2).randbytes(5000), b"PK\x03\x04" + random.Random(3).randbytes(5000), b"\xff\xfe", b"\xef\xbb\xbf",
     b"<html><body>" + b"<br>" * 1000, b"{}", b"[1, 2]", b"<?xml version='1.0'?><x/>", b"<svg xmlns='http://www.w3.org/2000/svg'/>"],
)  # fmt: skip
async def test_a_page_without_a_text_falls_back_to_the_summary(desk: Desk, page: bytes) -> None:
    await falls_back(desk, page)


@case(58)
@pytest.mark.parametrize(
    "kind", ["image/png", "application/pdf", "video/mp4", "application/zip", "font/woff2", "audio/mpeg"]
)
async def test_what_says_that_it_is_no_page(desk: Desk, kind: str) -> None:
    await falls_back(desk, article(), {"Content-Type": kind})


@case(59)
@pytest.mark.parametrize(
    "said",
    ['&lt;?xml version="1.0" encoding="utf-16"?&gt;', '<?xml version="1.0" encoding="utf-16"?>', "charset=koi8-r", "encoding: cp437",
     "&lt;meta charset=utf-7&gt;", "-*- coding: zlib -*-", '<?xml encoding="zlib"?>'],
)  # fmt: skip
@pytest.mark.parametrize("where", ["a paragraph", "the head"])
async def test_a_declaration_within_the_text(desk: Desk, said: str, where: str) -> None:
    words = "Їжак гуляє містом"
    inside = f"<p>He wrote {said} there. {words}.</p>"
    page = article(inside) if where == "a paragraph" else article(f"<p>{words}.</p>", head=f"<!-- {said} -->")
    for headers in (HTML, {"Content-Type": "text/html; charset=utf-8"}):
        found = await fetched(desk, page, headers)
        assert words in found.text
        assert LAST in found.text


@case(59)
@pytest.mark.parametrize("real", ["utf-8", "cp1251", "koi8-u", "utf-16", "utf-8-sig"])
async def test_a_meta_element_that_lies(desk: Desk, real: str) -> None:
    inner = "<p>Їжак гуляє вечірнім містом і дивиться на ліхтарі, а люди дивляться на нього.</p>"
    for said in ("utf-16", "zlib", "utf-7", "windows-1251", "nonsense"):
        found = await fetched(desk, article(inner, head=f'<meta charset="{said}">').decode().encode(real))
        assert LAST in found.text, said


@case(58)
async def test_what_was_fetched_in_full_is_not_lost_to_an_empty_page(desk: Desk) -> None:
    """A page's text is held; its next version is empty, or a login wall: the text stays."""
    url = desk.server.answer("/page", Answer(article(), headers=HTML), Answer(b"", headers=HTML))
    feed = rss(
        "",
        after=f"<item><title>A headline</title><link>{url}</link><description>This is paragraph 0</description></item>",
    )
    await desk.refresh(source(desk.server.answer("/feed", Answer(feed))))
    (held,) = await desk.held()
    full = await fetch_full(held, web=desk.web, workers=desk.workers)
    await desk.library.run(lambda library: library.store([full], now=NOW, fetched=True))
    with pytest.raises(ReaderError):
        await fetch_full(full, web=desk.web, workers=desk.workers)
    await desk.refresh(source(desk.server.url("/feed")))
    (after,) = await desk.held()
    assert LAST in after.text
