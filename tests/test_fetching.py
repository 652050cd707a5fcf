"""Pages and feeds opened by their address, and how a page's text takes the place of a summary."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from tests.loopback import Answer, Loopback
from tui_reader.errors import FetchError, ParseError
from tui_reader.fetching import NoFullerError, fetch_any, fetch_full, fetch_page, fuller
from tui_reader.model import (
    Article,
    Block,
    BlockKind,
    EditionLink,
    Photo,
    RelatedLink,
    Selectors,
    page_identity,
)
from tui_reader.sources.web import Web
from tui_reader.workers import Workers

in_one_loop = pytest.mark.asyncio(loop_scope="module")
SENTENCE = "The harbour was closed for a second day because the storm had not passed. "
PAGE = f"""<!doctype html><html lang="en"><head><title>The storm - Paper</title></head><body><article>
<h1>The storm closes the harbour</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 4}</p><p>{SENTENCE * 5}</p>
</article></body></html>""".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


HELD = Article(
    "entry\nPaper\nen\n1",
    "The storm",
    source="Paper",
    language="en",
    url="https://paper.example/storm",
    authors=("Ann",),
    published=datetime(2026, 3, 4, tzinfo=UTC),
    lead="A storm.",
    body=(paragraph("Only a summary."),),
    photos=(Photo("https://paper.example/1.jpg", caption="From the feed", credit="AP"),),
    related=(RelatedLink("Earlier", "https://paper.example/0"),),
    editions=(EditionLink("uk", "https://paper.example/uk/storm"),),
    story="storm",
    partial=True,
)
FULL = Article(
    page_identity("https://paper.example/storm"),
    "The storm closes the harbour",
    language="en-GB",
    url="https://paper.example/storm",
    authors=("Ann", "Ben"),
    published=datetime(2026, 3, 5, tzinfo=UTC),
    body=(paragraph(SENTENCE), Block(BlockKind.PHOTO, photo=0), paragraph(SENTENCE)),
    photos=(Photo("https://paper.example/1.jpg", alt="Waves"), Photo("https://paper.example/2.jpg")),
    related=(RelatedLink("Later", "https://paper.example/2"),),
    editions=(EditionLink("uk", "https://other.example/"), EditionLink("ru", "https://paper.example/ru")),
)


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module")
async def web() -> AsyncIterator[Web]:
    async with Web() as web:
        yield web


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers() -> AsyncIterator[Workers]:
    """Processes that stay warm from test to test."""
    async with Workers(size=1) as workers:
        yield workers


class TestFuller:
    def test_the_text_is_the_pages_and_what_names_it_stays(self) -> None:
        article = fuller(HELD, FULL)
        kept = ("identity", "source", "title", "language", "url", "published", "story")
        assert [getattr(article, name) for name in kept] == [getattr(HELD, name) for name in kept]
        assert article.body == FULL.body
        assert not article.partial
        assert article.lead == "A storm."
        assert article.authors == ("Ann", "Ben")

    def test_photos_are_numbered_as_the_body_says_and_keep_what_the_feed_knew(self) -> None:
        photos = fuller(HELD, FULL).photos
        assert photos[0] == Photo("https://paper.example/1.jpg", "Waves", "From the feed", "AP")
        assert len(photos) == 2

    def test_related_links_and_editions_are_added_to(self) -> None:
        article = fuller(HELD, FULL)
        assert [link.title for link in article.related] == ["Later", "Earlier"]
        assert [(e.language, e.url) for e in article.editions] == [
            ("uk", "https://paper.example/uk/storm"),
            ("ru", "https://paper.example/ru"),
        ]

    def test_a_lead_that_the_text_repeats_goes(self) -> None:
        held = replace(HELD, lead=SENTENCE.strip())
        assert fuller(held, FULL).lead is None

    def test_the_feeds_photos_stay_where_the_page_has_none(self) -> None:
        page = replace(FULL, photos=(), body=(paragraph(SENTENCE),))
        assert fuller(HELD, page).photos == HELD.photos


@in_one_loop
class TestFetchPage:
    async def test_a_page(self, server: Loopback, web: Web, workers: Workers) -> None:
        url = server.answer("/storm", Answer(PAGE, headers=HTML))
        article = await fetch_page(url, web=web, workers=workers, typed=True)
        assert article.identity == page_identity(url)
        assert article.url == url
        assert article.text.count("harbour was closed") >= 12

    async def test_plain_text_and_markdown(self, server: Loopback, web: Web, workers: Workers) -> None:
        text = f"The storm\n\n{SENTENCE}\n\n{SENTENCE}".encode()
        url = server.answer("/t", Answer(text, headers={"Content-Type": "text/plain; charset=utf-8"}))
        assert (await fetch_page(url, web=web, workers=workers, typed=True)).title == "The storm"
        url = server.answer("/m", Answer(b"# " + text, headers={"Content-Type": "text/markdown"}))
        assert (await fetch_page(url, web=web, workers=workers, typed=True)).title == "The storm"

    @pytest.mark.parametrize(
        ("body", "kind"),
        [
            (b"%PDF-1.7", "application/pdf"),
            (b"\x89PNG", "image/png"),
            (b"", "text/html"),
            (b"<!-- nothing -->", "text/html"),
            (b"<rss version='2.0'><channel><title>F</title></channel></rss>", "application/rss+xml"),
            (b"\x1f\x8b" + bytes(50), "text/html"),
        ],
    )
    async def test_what_is_no_article(
        self, server: Loopback, web: Web, workers: Workers, body: bytes, kind: str
    ) -> None:
        url = server.answer("/x", Answer(body, headers={"Content-Type": kind}))
        with pytest.raises(ParseError) as caught:
            await fetch_page(url, web=web, workers=workers, typed=True)
        assert str(caught.value).isprintable()

    async def test_a_link_in_a_text_does_not_reach_this_machine(
        self, server: Loopback, web: Web, workers: Workers
    ) -> None:
        url = server.answer("/x", Answer(PAGE, headers=HTML))
        with pytest.raises(FetchError, match="private network"):
            await fetch_page(url, web=web, workers=workers)
        assert server.requests == []


@in_one_loop
class TestFetchFull:
    async def test_in_place_of_a_summary(self, server: Loopback, web: Web, workers: Workers) -> None:
        held = replace(HELD, url=server.answer("/storm", Answer(PAGE, headers=HTML)))
        web.trust([held.url or ""])
        article = await fetch_full(held, web=web, workers=workers)
        assert (article.id, article.partial) == (HELD.id, False)
        assert article.text.count("harbour was closed") >= 12

    async def test_a_page_with_no_more_than_the_feed(
        self, server: Loopback, web: Web, workers: Workers
    ) -> None:
        held = replace(
            HELD,
            url=server.answer("/storm", Answer(PAGE, headers=HTML)),
            body=(paragraph(SENTENCE * 20),),
        )
        web.trust([held.url or ""])
        with pytest.raises(NoFullerError, match=r"127\.0\.0\.1 has no more text than is held; open it"):
            await fetch_full(held, web=web, workers=workers)

    async def test_another_page(self, server: Loopback, web: Web, workers: Workers) -> None:
        held = replace(
            HELD,
            title="Museum opens tapestry hall",
            lead=None,
            url=server.answer("/storm", Answer(PAGE, headers=HTML)),
            body=(paragraph("Visitors queued before sunrise to admire embroidered medieval hangings."),),
        )
        web.trust([held.url or ""])
        with pytest.raises(NoFullerError, match=r"what 127\.0\.0\.1 sent is another text; open it"):
            await fetch_full(held, web=web, workers=workers)

    @pytest.mark.parametrize("url", [None, "file:///etc/hosts", "mailto:a@b.example"])
    async def test_no_address_on_the_web(self, web: Web, workers: Workers, url: str | None) -> None:
        with pytest.raises(NoFullerError, match="no address on the web"):
            await fetch_full(replace(HELD, url=url), web=web, workers=workers)

    async def test_the_selectors_go_with_the_call(self, server: Loopback, web: Web, workers: Workers) -> None:
        html = PAGE.replace(
            b"</article>", b"<p class='x'>" + b"Only this paragraph was chosen. " * 6 + b"</p></article>"
        )
        url = server.answer("/storm", Answer(html, headers=HTML))
        selectors = Selectors(body=("p.x",))
        article = await fetch_page(url, web=web, workers=workers, selectors=selectors, typed=True)
        assert article.text.startswith("Only this paragraph was chosen.")
        assert "harbour" not in article.text


@in_one_loop
class TestFetchAny:
    async def test_a_feed_or_a_page(self, server: Loopback, web: Web, workers: Workers) -> None:
        feed = (
            b"<rss version='2.0'><channel><title>F</title><item><title>One</title><guid>1</guid></item>"
            b"<item><title>Two</title><guid>2</guid></item></channel></rss>"
        )
        found = await fetch_any(server.answer("/f", Answer(feed)), web=web, workers=workers)
        assert sorted(article.title for article in found) == ["One", "Two"]
        url = server.answer("/p", Answer(PAGE, headers=HTML))
        (page,) = await fetch_any(url, web=web, workers=workers)
        assert page.identity == page_identity(url)

    async def test_json_feed(self, server: Loopback, web: Web, workers: Workers) -> None:
        feed = (
            b'{"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": '
            b'[{"id": "1", "title": "One", "content_text": "Text."}]}'
        )
        url = server.answer("/f", Answer(feed, headers={"Content-Type": "application/feed+json"}))
        assert [a.title for a in await fetch_any(url, web=web, workers=workers)] == ["One"]
