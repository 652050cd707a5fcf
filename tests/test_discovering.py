"""What can be followed at an address: on a server of this machine, by the ways in which sites name their feeds."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.loopback import Answer, Loopback, redirect
from tui_reader import discovering
from tui_reader.errors import FetchError, NotFoundError, ParseError
from tui_reader.offering import Offer
from tui_reader.sources.web import Web
from tui_reader.workers import Workers

pytestmark = pytest.mark.asyncio(loop_scope="module")  # the workers are started once
XML = {"Content-Type": "application/rss+xml"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
WORDS = {
    "en": "The harbour was closed for a second day because the storm had not passed.",
    "uk": "Гавань була зачинена другий день, бо буря ще не минула, і кораблі стояли.",
    "ru": "Гавань была закрыта второй день, потому что буря ещё не прошла, и корабли стояли.",
    "de": "Der Hafen war den zweiten Tag geschlossen, weil der Sturm noch nicht vorüber war.",
}


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as loopback:
        yield loopback


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers() -> AsyncIterator[Workers]:
    async with Workers(1) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def web() -> AsyncIterator[Web]:
    async with Web(deadline=5) as opened:
        yield opened


def feed(server: Loopback, path: str, language: str, *, title: str = "Paper", count: int = 2) -> str:
    items = "".join(
        f"<item><title>{WORDS[language]} {path} {n}</title><link>https://paper.example{path}/{n}</link>"
        f"<pubDate>Wed, 0{n + 1} Mar 2026 00:00:00 GMT</pubDate></item>"
        for n in range(count)
    )
    body = f'<rss version="2.0"><channel><title>{title}</title><language>{language}</language>{items}</channel></rss>'
    return server.answer(path, Answer(body.encode(), headers=XML))


def page(server: Loopback, path: str, *head: str, language: str = "en", body: str = "") -> str:
    text = f'<!doctype html><html lang="{language}"><head>{"".join(head)}</head><body>{body}</body></html>'
    return server.answer(path, Answer(text.encode(), headers=HTML))


def link(href: str, title: str = "", kind: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{kind}" title="{title}" href="{href}">'


def edition(tag: str, href: str) -> str:
    return f'<link rel="alternate" hreflang="{tag}" href="{href}">'


def found(offer: Offer) -> list[tuple[str | None, str]]:
    return [(one.language, "/" + one.url.split("/", 3)[3]) for one in offer.editions]


async def test_a_feed_itself_is_taken_as_it_is(server: Loopback, web: Web, workers: Workers) -> None:
    url = feed(server, "/rss", "uk", title="Газета - RSS", count=3)
    offer = await discovering.discover(url, web=web, workers=workers)
    (one,) = offer.editions
    assert (offer.name, one.url, one.language, one.facts.entries) == ("Газета", url, "uk", 3)
    assert one.facts.newest is not None
    assert one.facts.newest.isoformat() == "2026-03-03T00:00:00+00:00"
    assert len(server.requests) == 1


async def test_a_site_gives_the_feed_of_each_edition(server: Loopback, web: Web, workers: Workers) -> None:
    heads = [
        edition("x-default", "/"),
        edition("en-US", "/"),
        edition("en-GB", "/gb/"),
        edition("uk", "/uk/"),
    ]
    page(
        server,
        "/",
        *heads,
        edition("ru-RU", "/ru/"),
        link("/rss.xml"),
        '<meta property="og:site_name" content="The Paper">',
    )
    page(server, "/uk/", link("/uk/rss.xml", "Стрічка"), language="uk")
    page(server, "/ru/", link("/ru/rss.xml"), language="ru")
    for path, language in (("/rss.xml", "en"), ("/uk/rss.xml", "uk"), ("/ru/rss.xml", "ru")):
        feed(server, path, language)
    offer = await discovering.discover(server.url("/"), web=web, workers=workers)
    assert offer.name == "The Paper"
    assert found(offer) == [("en", "/rss.xml"), ("uk", "/uk/rss.xml"), ("ru", "/ru/rss.xml")]
    assert not server.asked("/gb/"), "two regions of one language are one edition"
    assert (offer.others, offer.notes) == ((), ())


async def test_tabs_name_editions_and_ordinary_links_do_not(
    server: Loopback, web: Web, workers: Workers
) -> None:
    tabs = '<a href="/uk/">Українська</a> <a href="/de/story/12345">Deutsch</a> <a hreflang="ru" href="/ru/">our friends</a>'
    page(server, "/", link("/feed"), body=tabs + '<a href="https://elsewhere.example/">Français</a>')
    page(server, "/uk/", language="uk")
    feed(server, "/feed", "en")
    feed(server, "/uk/feed", "uk")
    offer = await discovering.discover(server.url("/"), web=web, workers=workers)
    assert found(offer) == [("en", "/feed"), ("uk", "/uk/feed")], "the same path below the other front page"
    assert not server.asked("/ru/")


async def test_comments_tags_and_parts_of_the_site_stay_behind(
    server: Loopback, web: Web, workers: Workers
) -> None:
    page(
        server,
        "/2026/03/a-storm/",
        link("/2026/03/a-storm/feed/", "Paper &raquo; A storm Comments Feed"),
        link("/2026/03/a-storm/feed/rss/", "Paper A storm Feed"),
        link("/comments/feed/", "Paper &raquo; Comments Feed"),
        link("/k/feed/", "Die Zeitung &raquo; Kommentar-Feed"),
        link("/tag/storm/feed/", "storm"),
        link("/author/ann/feed/", "Ann"),
        link("/sport/rss.xml", "Sport"),
        link("/feed/", "Paper &raquo; Feed"),
        link("/atom/", "Paper", "application/atom+xml"),
        link("/wp-json/wp/v2/posts/1", "JSON", "application/json"),
        link("/oembed?url=x", "oEmbed", "application/json+oembed"),
    )
    for path in ("/feed/", "/sport/rss.xml", "/tag/storm/feed/"):
        feed(server, path, "en", title=f"Of {path}")
    twin = feed(server, "/feed/", "en", title="Paper")
    server.answer("/atom/", redirect(twin, 302))
    offer = await discovering.discover(server.url("/2026/03/a-storm/"), web=web, workers=workers)
    assert found(offer) == [("en", "/feed/")]
    assert [one.url for one in offer.others] == [server.url("/sport/rss.xml")]
    asked = {request.path for request in server.requests}
    assert not any("comment" in path or "storm/feed" in path or "k/feed" in path for path in asked)
    assert not any("json" in path or "oembed" in path or "author" in path for path in asked)


async def test_the_feed_of_a_tag_is_found_on_the_tags_own_page(
    server: Loopback, web: Web, workers: Workers
) -> None:
    page(server, "/tag/storm/", link("/tag/storm/feed/", "storm"))
    feed(server, "/tag/storm/feed/", "en")
    offer = await discovering.discover(server.url("/tag/storm/"), web=web, workers=workers)
    assert found(offer) == [("en", "/tag/storm/feed/")]


async def test_an_article_leads_to_the_feeds_of_its_editions(
    server: Loopback, web: Web, workers: Workers
) -> None:
    page(server, "/ru/articles/1234567/", edition("uk", "/articles/1234567/"), language="ru")
    page(server, "/articles/1234567/", language="uk")
    feed(server, "/ru/rss", "ru")
    feed(server, "/rss", "uk")
    offer = await discovering.discover(server.url("/ru/articles/1234567/"), web=web, workers=workers)
    assert found(offer) == [("ru", "/ru/rss"), ("uk", "/rss")]
    assert len(server.requests) == 5


async def test_short_words_are_languages_only_among_languages(
    server: Loopback, web: Web, workers: Workers
) -> None:
    menu = '<p><a href="/uk/">UK</a> <a href="/geo/">GEO</a> <a href="/sport/">Sport</a></p>'
    tabs = '<ul><li><a href="/">EN</a></li><li><a href="/de/">DE</a></li></ul>'
    page(server, "/", link("/rss?level=program&amp;name=world"), link("/rss?name=news"), body=menu + tabs)
    page(server, "/de/", link("/de/rss"), language="de")
    feed(server, "/rss?name=news", "en")
    feed(server, "/de/rss", "de")
    offer = await discovering.discover(server.url("/"), web=web, workers=workers)
    assert found(offer) == [("en", "/rss?name=news"), ("de", "/de/rss")]
    assert not server.asked("/geo/")
    assert not server.asked("/uk/")


async def test_an_edition_that_falls_back_to_another_is_none(
    server: Loopback, web: Web, workers: Workers
) -> None:
    page(server, "/", link("/feed"), edition("de", "/de/"), edition("uk", "/uk/"))
    page(server, "/de/", link("/feed"), language="de")
    page(server, "/uk/", link("/uk/feed"), language="uk")
    feed(server, "/feed", "en")
    server.answer("/uk/feed", redirect(server.url("/feed"), 302))
    offer = await discovering.discover(server.url("/"), web=web, workers=workers)
    assert found(offer) == [("en", "/feed")]


async def test_well_known_paths_one_after_the_other(server: Loopback, web: Web, workers: Workers) -> None:
    page(server, "/en/", body='<a href="/how-to-feed-cats/">how to feed cats</a> <a href="/why-rss">why</a>')
    feed(server, "/en/rss.xml", "en")
    offer = await discovering.discover(server.url("/en/"), web=web, workers=workers)
    assert found(offer) == [("en", "/en/rss.xml")]
    assert [request.path for request in server.requests] == ["/en/", "/en/feed", "/en/rss", "/en/rss.xml"]
    assert server.at_once == 1


async def test_a_site_without_a_feed_says_so_after_few_requests(
    server: Loopback, web: Web, workers: Workers
) -> None:
    page(server, "/", link("/broken.xml"))
    with pytest.raises(NotFoundError, match=r"no feed was found at .*404"):
        await discovering.discover(server.url("/"), web=web, workers=workers)
    assert len(server.requests) <= 10


async def test_what_a_page_names_on_a_private_address_is_not_asked(
    server: Loopback, web: Web, workers: Workers
) -> None:
    with Loopback("127.0.0.2") as inner:
        feed(inner, "/feed", "en")
        page(server, "/", link(inner.url("/feed")), link("/rss"), edition("uk", inner.url("/uk/")))
        feed(server, "/rss", "en")
        offer = await discovering.discover(server.url("/"), web=web, workers=workers)
        assert found(offer) == [("en", "/rss")]
        assert inner.requests == []
        assert len(offer.notes) == 2
        assert all("127.0.0.2" in note for note in offer.notes)


async def test_the_number_of_requests_is_bounded(
    server: Loopback, web: Web, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovering, "MAX_REQUESTS", 5)
    page(server, "/", *(link(f"/{n}/feed") for n in range(50)), *(edition(tag, f"/{tag}/") for tag in WORDS))
    for n in range(50):
        feed(server, f"/{n}/feed", "en")
    offer = await discovering.discover(server.url("/"), web=web, workers=workers)
    assert offer.editions
    assert len(server.requests) == 5
    assert any("names too many" in note for note in offer.notes)


async def test_what_leads_nowhere_is_told(server: Loopback, web: Web, workers: Workers) -> None:
    server.answer(
        "/picture", Answer(b"\x89PNG\r\n\x1a\n\0\0\0\0" * 50, headers={"Content-Type": "image/png"})
    )
    with pytest.raises(ParseError, match="neither a feed nor a page"):
        await discovering.discover(server.url("/picture"), web=web, workers=workers)
    with pytest.raises(FetchError, match="404"):
        await discovering.discover(server.url("/none"), web=web, workers=workers)


async def test_an_address_may_be_written_without_its_beginning() -> None:
    assert discovering.completed(" paper.example/x ") == "https://paper.example/x"
    assert discovering.completed("http://paper.example") == "http://paper.example"
