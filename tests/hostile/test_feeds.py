"""Cases 26 to 49: what a feed may hold, through the worker processes."""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.foreign import PAYLOADS
from tests.hostile.bombs import gzip_bomb
from tests.hostile.desk import NOW, Desk, busiest, source
from tests.hostile.making import (
    ENDLESS,
    GOOD_TITLES,
    HEAVY,
    atom,
    in_charset,
    json_feed,
    laughs,
    rss,
)
from tests.hostile.measuring import Growth
from tests.hostile.wire import Wire
from tests.loopback import Answer, Loopback
from tui_reader.library.library import Library
from tui_reader.limits import FEED_SECONDS, MAX_ENTRIES, MAX_TITLE
from tui_reader.model import Edition, Query, RefreshResult, Source

pytestmark = pytest.mark.asyncio(loop_scope="module")
case = pytest.mark.case
QUICK = {
    "billion laughs", "laughs that call themselves", "quadratic", "100,000 attributes", "100,000 divs within the text",
    "1,000,000 empty items", "a title of 10 MB", "deep JSON", "deep objects", "100,000 attributes with >", "tags that never end",
}  # fmt: skip


def kinds(heavy: dict[str, tuple[int, Callable[[], bytes]]]) -> list[Any]:
    """Each kind with its case; those that take longer only in the slow run."""
    return [
        pytest.param(
            make,
            marks=[case(number)] if kind in QUICK else [case(number), pytest.mark.slow],
            id=kind,
        )
        for kind, (number, make) in heavy.items()
    ]


async def serve(desk: Desk, body: bytes, content_type: str = "application/xml") -> RefreshResult:
    """What became of a source that sends ``body``, beside an honest one."""
    url = desk.server.answer("/feed", Answer(body, headers={"Content-Type": content_type}))
    return await desk.beside_an_honest_one(url)


@case(57)
async def test_a_feed_that_is_a_gzip_file(desk: Desk) -> None:
    assert (await serve(desk, gzip.compress(rss("")), "application/gzip")).error is None
    assert set(await desk.titles()) == GOOD_TITLES
    broken = (gzip_bomb(100), gzip.compress(rss(""))[:-20], gzip.compress(gzip.compress(rss(""))))
    for number, body in enumerate(broken):
        line = await desk.refused(desk.server.answer(f"/{number}", Answer(body)))
        assert "gzip" in line or "unpacks to more than" in line or "compressed data" in line


@pytest.mark.parametrize("make", kinds(HEAVY))
async def test_heavy_feeds_are_bounded(desk: Desk, make: Callable[[], bytes]) -> None:
    started = time.perf_counter()
    result = await serve(desk, make())
    assert time.perf_counter() - started < FEED_SECONDS + 5
    titles = await desk.titles()
    assert all(len(title) <= MAX_TITLE for title in titles)
    assert len(titles) <= MAX_ENTRIES
    assert bool(titles) == (result.error is None and result.new > 0)


@pytest.mark.parametrize("make", kinds(ENDLESS))
async def test_feeds_that_take_too_long_are_ended(
    desk: Desk, make: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a deadline of a second and a half; `test_the_real_deadline` holds the real one."""
    monkeypatch.setattr("tui_reader.refresh.FEED_SECONDS", 1.5)
    started = time.perf_counter()
    await serve(desk, make())
    assert time.perf_counter() - started < 5
    assert (await serve(desk, rss(""))).error is None, "the next document gets a worker"


@pytest.mark.slow
@case(31, seconds=60, growth=170_000_000)  # one is read while three more wait in memory
async def test_the_real_deadline(desk: Desk, growth: Growth) -> None:
    urls = [desk.server.answer(f"/{n}", Answer(make())) for n, (_, make) in enumerate(ENDLESS.values())]
    growth.restart()  # the documents of the test itself do not count
    started = time.perf_counter()
    results = await desk.refresh(*(source(url, f"S{n}") for n, url in enumerate(urls)))
    assert time.perf_counter() - started < len(urls) / 2 * (FEED_SECONDS + 5)
    assert all(result.seconds < len(urls) / 2 * (FEED_SECONDS + 5) for result in results)


@case(31)
async def test_a_key_is_answered_meanwhile(desk: Desk) -> None:
    """The event loop, which answers keys, never waits for a parser."""
    bodies = [HEAVY[kind][1]() for kind in ("quadratic", "100,000 attributes", "a title of 10 MB")]
    urls = [desk.server.answer(f"/{number}", Answer(body)) for number, body in enumerate(bodies)]
    sources = [source(url, f"S{number}") for number, url in enumerate(urls)]
    assert await busiest(desk.refresh(*sources)) < 0.2


def externals(address: str) -> str:
    return (
        f'<!DOCTYPE x PUBLIC "-//X//EN" "{address}" [<!ENTITY x SYSTEM "{address}"><!ENTITY % p SYSTEM "{address}">'
        f'<!NOTATION n SYSTEM "{address}"> %p; ]>'
    )


@pytest.mark.parametrize(
    "charset", ["utf-8", pytest.param("utf-16", marks=case(30)), pytest.param("utf-16-be", marks=case(30))]
)
@pytest.mark.parametrize("kind", [pytest.param("file", marks=case(28)), pytest.param("http", marks=case(29))])
async def test_external_entities_are_not_opened(desk: Desk, kind: str, charset: str, home: object) -> None:
    secret = desk.library.path.parent / "secret"
    secret.write_text("s3cret", encoding="ascii")
    with Wire(lambda: [b"HTTP/1.1 200 OK\r\n\r\ns3cret"]) as wire:
        address = f"file://{secret}" if kind == "file" else wire.url
        inner = (
            "<item><title>&x;</title><description>&x; text</description></item>"
            f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{address}" parse="text"/>'
        )
        text = rss(inner, externals(address))
        await serve(desk, in_charset(text, charset) if charset != "utf-8" else text)
        assert wire.asked == 0
    assert "s3cret" not in repr(await desk.held())
    assert set(await desk.titles()) >= GOOD_TITLES


@case(26, 30)
@pytest.mark.parametrize(
    "charset", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp037", "utf-7"]
)
async def test_laughs_in_other_encodings(desk: Desk, charset: str) -> None:
    await serve(desk, in_charset(rss("<item><title>&e9;</title></item>", laughs()), charset))
    assert all(len(title) <= MAX_TITLE for title in await desk.titles())


@pytest.mark.slow
@case(33)
async def test_a_hundred_thousand_items_are_bounded_and_say_so(desk: Desk) -> None:
    items = "".join(f"<item><title>t{n}</title><guid>{n}</guid></item>" for n in range(100_000))
    desk.server.answer("/feed", Answer(rss("", after=items)))
    (result,) = await desk.refresh(source(desk.server.url("/feed")))
    assert result.error is None
    assert result.new == MAX_ENTRIES
    assert f"only the first {MAX_ENTRIES} entries were read" in " ".join(result.warnings)


@pytest.mark.parametrize(
    ("dirt", "made"),
    [
        pytest.param("Bro\x00ken", "Broken", marks=case(35)),
        pytest.param("Bro&#0;ken &#x0;", "Broken", marks=case(35)),
        pytest.param("Bro&#xD800;ken &#56832;", "Broken", marks=case(36)),
        pytest.param("Bro\ud800ken", "Bro", marks=case(36)),
        pytest.param("Bro&#27;[2Jken &#x1b;&#155;", "Bro[2Jken", marks=case(35)),
        pytest.param("Bro&#xFFFF;ken&#x110000;&#99999999999999999999;", "Broken", marks=case(36)),
        pytest.param("Bro&nonsense;ken &amp;#27;", "Bro", marks=case(35)),
    ],
)
async def test_characters_that_no_text_may_hold(desk: Desk, dirt: str, made: str) -> None:
    result = await serve(
        desk, rss(f"<item><title>{dirt}</title><description>{dirt} text</description></item>")
    )
    assert (result.error, result.new) == (None, 4)
    titles = await desk.titles()
    assert set(titles) >= GOOD_TITLES
    assert any(title.startswith(made) for title in titles), titles


@case(35, 63)
@pytest.mark.parametrize("payload", PAYLOADS)
async def test_payloads_in_every_field(desk: Desk, payload: str) -> None:
    """`desk` looks at every field of what was stored."""
    dirty = payload.replace("&", "&amp;").replace("<", "&lt;").replace("\x00", "")
    item = (
        f"<item><title>{dirty}x</title><link>https://e.example/{dirty}</link><guid>{dirty}</guid><author>{dirty}</author>"
        f"<category>{dirty}</category><comments>{dirty}</comments><description>&lt;p&gt;{dirty}&lt;/p&gt;&lt;img "
        f"src='https://e.example/{dirty}.jpg' alt='{dirty}'&gt;&lt;a href='https://e.example/{dirty}'&gt;{dirty}&lt;/a&gt;"
        f"</description><enclosure url='https://e.example/{dirty}.mp3' type='{dirty}'/><source>{dirty}</source></item>"
    )
    result = await serve(
        desk, rss(item).replace(b"<title>F<", f"<title>{dirty}<".encode("utf-8", "surrogatepass"))
    )
    assert (result.error, result.new) == (None, 4)


@case(37)
@pytest.mark.parametrize(
    "bad", [b"\xff", b"\xc3", b"\xe2\x82", b"\xf0\x9f", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80"]
)
async def test_invalid_utf8_loses_no_item(desk: Desk, bad: bytes) -> None:
    body = rss("<item><title>Їжак BAD і вечір</title></item>", after="<item><title>Добре</title></item>" * 1)
    result = await serve(desk, body.replace(b"BAD", bad))
    assert (result.error, result.new) == (None, 2)
    titles = await desk.titles()
    assert "Добре" in titles
    assert any(title.startswith("Їжак") and title.endswith("і вечір") for title in titles), titles


@case(38)
@pytest.mark.parametrize("real", ["utf-8", "cp1251", "koi8-u", "utf-16", "utf-16-be"])
async def test_charsets_that_are_not_what_is_said(desk: Desk, real: str) -> None:
    for number, said in enumerate(
        ("utf-8", "nonsense", "windows-1251", "ascii", "utf-16", "zlib", "x" * 200)
    ):
        text = rss(f"<item><title>Їжак і гарний вечір у місті {number}</title></item>").decode()
        body = text.replace("?>", f' encoding="{said}"?>', 1).encode(real)
        result = await serve(desk, body, "application/rss+xml")
        assert (result.error, result.new) == (None, 1 if number else 4), said
        assert set(await desk.titles()) >= GOOD_TITLES


@case(39)
@pytest.mark.parametrize("form", ["rss", "atom", "json"])
@pytest.mark.parametrize("left", [0.4, 0.6, 0.8, 0.95, 0.999])
async def test_cut_off_in_the_middle(desk: Desk, form: str, left: float) -> None:
    entries = {
        "rss": "".join(
            f"<item><title>T{n}</title><description>About {n}</description></item>" for n in range(100)
        ),
        "atom": "".join(f"<entry><title>T{n}</title><id>{n}</id></entry>" for n in range(100)),
        "json": ", ".join(f'{{"id": "{n}", "title": "T{n}"}}' for n in range(100)),
    }[form]
    body = rss(entries) if form == "rss" else atom(entries) if form == "atom" else json_feed(entries)
    result = await serve(desk, body[: int(len(body) * left)])
    assert result.error is None
    assert result.new >= int(100 * left) - 12
    assert "T0" in await desk.titles()


@case(39)
async def test_every_cut_of_a_small_feed(desk: Desk) -> None:
    """Wherever it breaks off: items or one line, and never a doubled article afterwards."""
    body = rss("<item><title>One &amp; two</title><description><![CDATA[<p>a</p>]]></description></item>")
    sources = []
    for cut in range(0, len(body), 7):
        sources.append(source(desk.server.answer(f"/{cut}", Answer(body[:cut])), f"S{cut}"))
    for result in await desk.refresh(*sources):
        assert (result.error is None) or result.error.kind == "parse"
    assert (await serve(desk, body)).new == 4


@case(40)
@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><html><head><title>Log in</title></head><body><form><input name=user></form></body></html>",
        b"<html><body><h1>403</h1></body></html>",
        b"<HTML><BODY BGCOLOR=white>Please <a href=/login>log in</a></BODY></HTML>",
        b"\xef\xbb\xbf\r\n<!-- x --><html xmlns='http://www.w3.org/1999/xhtml'><body><item>x</item></body></html>",
        b"<script>location='/login'</script>",
    ],
)
@pytest.mark.parametrize("content_type", ["text/html", "application/rss+xml"])
async def test_a_login_page_is_not_a_feed(desk: Desk, page: bytes, content_type: str) -> None:
    url = desk.server.answer("/feed", Answer(rss("")), Answer(page, headers={"Content-Type": content_type}))
    await desk.refresh(source(url))
    assert "is not a feed" in await desk.refused(url)
    assert set(await desk.titles()) == GOOD_TITLES


NO_FEEDS = [
    b"hello", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n" + bytes(100), b"PK\x03\x04", b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    b"<opml version='2.0'><body/></opml>", b"[1, 2]", b'"x"', b"null", b"{}", b"<?xml version='1.0'?>", b"<a", b"<", b"&",
    b"<![CDATA[", b"<!DOCTYPE rss", b"MZ\x90\x00", bytes(range(256)) * 40,
]  # fmt: skip


@case(40)
async def test_what_is_no_feed_at_all(desk: Desk) -> None:
    for number, body in enumerate(NO_FEEDS):
        assert "not a feed" in await desk.refused(desk.server.answer(f"/{number}", Answer(body))), body


@case(41)
@pytest.mark.parametrize(
    "body",
    [b"", b" ", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", bytes(1000), b"<rss/>", b"<rss><channel/></rss>"],
)
async def test_an_empty_body_keeps_the_articles(desk: Desk, body: bytes) -> None:
    url = desk.server.answer("/feed", Answer(rss(""), etag='"1"'), Answer(body))
    await desk.refresh(source(url))
    before = await desk.held()
    result = await desk.beside_an_honest_one(url)
    assert result.new == 0
    assert await desk.held() == before


@case(42)
@pytest.mark.parametrize(
    "entry",
    ["<item><title>One</title><description>Text.</description></item>", "<item><title>One</title></item>",
     "<item><description>Only a text.</description></item>", "<item><title>One</title><link>/one</link></item>",
     "<item><title>One</title><guid></guid></item>", "<item><title>One</title><guid> </guid><guid/></item>"],
)  # fmt: skip
async def test_without_a_guid_nothing_comes_twice(desk: Desk, entry: str) -> None:
    first, second = rss(entry, after=""), rss("<item><title>New</title></item>" + entry, after="")
    url = desk.server.answer("/feed", Answer(first), Answer(first + b" "), Answer(second))
    news = [(await desk.beside_an_honest_one(url)).new for _ in range(3)]
    assert news == [1, 0, 1]
    assert len(await desk.titles()) == 2


@case(43)
@pytest.mark.parametrize(
    "guid", ["<guid>same</guid>", "<guid isPermaLink='true'>https://e.example/</guid>", "<guid>\u200b</guid>"]
)
async def test_doubled_guids_are_two_articles(desk: Desk, guid: str) -> None:
    items = "".join(
        f"<item><title>T{n}</title>{guid}<description>Text {n}.</description></item>" for n in range(4)
    )
    url = desk.server.answer("/feed", Answer(rss(items, after="")), Answer(rss(items, after="") + b" "))
    assert (await desk.beside_an_honest_one(url)).new == 4
    assert (await desk.beside_an_honest_one(url)).new == 0
    assert sorted(await desk.titles()) == ["T0", "T1", "T2", "T3"]


@case(44)
async def test_one_guid_in_two_feeds_is_two_articles(desk: Desk, server: Loopback) -> None:
    one = rss("<item><title>Mine</title><guid>g</guid></item>", after="")
    two = rss("<item><title>Theirs</title><guid>g</guid></item>", after="")
    await desk.refresh(
        source(server.answer("/one", Answer(one)), "One"), source(server.answer("/two", Answer(two)), "Two")
    )
    assert (await desk.titles("One"), await desk.titles("Two")) == (["Mine"], ["Theirs"])


@case(45)
@pytest.mark.parametrize("dated", [False, True])
async def test_guids_that_change_every_time_are_bounded(desk: Desk, dated: bool) -> None:
    """The same articles under new guids each time, with new dates too: they come once, and stay read."""

    def feed(turn: int) -> bytes:
        date = f"<pubDate>Mon, 02 Mar 2026 10:0{turn}:00 GMT</pubDate>" if dated else ""
        return rss(
            "".join(
                f"<item><title>T{n}</title><link>https://e.example/{n}</link><guid>{turn}-{n}</guid>{date}"
                f"<description>Text {n}.</description></item>"
                for n in range(20)
            ),
            after="",
        )

    url = desk.server.answer("/feed", *(Answer(feed(turn)) for turn in range(4)))
    assert (await desk.beside_an_honest_one(url)).new == 20
    read = [article.id for article in await desk.held()][:5]
    await desk.library.run(lambda library: library.mark_read(read, True, now=NOW))
    assert [(await desk.beside_an_honest_one(url)).new for _ in range(3)] == [0, 0, 0]
    assert len(await desk.titles()) == 20
    unread = await desk.library.run(lambda library: library.index(Query(source="Hostile", unread=True)))
    assert len(unread) == 15


DATES = (
    "-1", "0000-00-00T00:00:00Z", "10000-01-01T00:00:00Z", "99999999999", "2026-99-99T99:99:99Z", "Mon, 99 Foo 9999 99:99",
    "Thu, 01 Jan 1970 00:00:00 +9999", "2026-03-04T12:00:00+99:99", "2026-02-30", "23:59", "99:99", "2359", "yesterday",
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "1e309", "NaN", "", "\u0661\u0662", "9" * 5000, "Mon, 02 Mar 2026",
    "Mon, 02 Mar 99 10:00:00 GMT", "-0001-01-01T00:00:00Z", "Wed, 31 Dec 1969 23:59:59 -0000", "2026-03-04T24:00:00Z",
)  # fmt: skip


@case(46)
async def test_absurd_dates(desk: Desk) -> None:
    items = "".join(
        f"<item><title>D{n}</title><guid>d{n}</guid><pubDate>{date}</pubDate></item>"
        for n, date in enumerate(DATES)
    )
    entries = "".join(
        f"<entry><title>D{n}</title><id>d{n}</id><updated>{date}</updated><published>{date}</published></entry>"
        for n, date in enumerate(DATES)
    )
    objects = ", ".join(
        f'{{"id": "d{n}", "title": "D{n}", "date_published": "{date}", "date_modified": {n}e{n}}}'
        for n, date in enumerate(DATES)
    )
    for body in (rss(items), atom(entries), json_feed(objects)):
        result = await serve(desk, body)
        assert result.error is None
        assert not result.warnings
    for article in await desk.held():
        for moment in (article.published, article.updated):
            assert moment is None or 1900 <= moment.year <= 2200


@case(47)
async def test_a_date_in_the_future_does_not_stick_on_top(desk: Desk) -> None:
    def item(name: str, date: str) -> str:
        return f"<item><title>{name}</title><guid>{name}</guid><pubDate>{date}</pubDate></item>"

    first = rss(item("Future", "Mon, 01 Jan 2199 00:00:00 GMT"), after="")
    later = rss(
        item("Later", "Thu, 05 Mar 2026 12:00:00 GMT") + item("Future", "Mon, 01 Jan 2199 00:00:00 GMT"),
        after="",
    )
    url = desk.server.answer("/feed", Answer(first), Answer(later))
    await desk.beside_an_honest_one(url)
    desk.clock.time = NOW + timedelta(days=2)
    await desk.beside_an_honest_one(url)
    assert (await desk.titles())[0] == "Later"


JSON_ODDITIES: dict[str, tuple[str, str]] = {
    "NaN and infinities": ('{"id": NaN, "title": "a"}, {"id": Infinity, "title": "b", "date_published": -Infinity}', ""),
    "5,000 digits": (f'{{"id": {"9" * 5000}, "title": "a", "date_published": {"9" * 5000}}}', ""),
    "exponents": ('{"id": 1e999999, "title": "a", "date_published": 1e400}, {"id": -1e-999999, "title": "b"}', ""),
    "wrong types": ('{"id": [], "title": {}, "content_html": 7, "authors": "x", "attachments": {"a": 1}}, null, 7, "s", [], true', ""),
    "nested wrong types": ('{"id": "1", "title": "a", "authors": [null, 7, {"name": []}], "attachments": [null, {"url": 7}], "tags": 9}', ""),
    "double keys": ('{"id": "1", "title": "a", "title": "b", "id": "2"}', ', "items": [{"id": "3", "title": "c"}]'),
    "surrogates": ('{"id": "\\ud800", "title": "a\\udc00b", "content_text": "\\ud83d\\ude00"}', ""),
    "control characters": ('{"id": "1", "title": "a\\u0000\\u001b[2Jb", "url": "https://e.example/\\u202e"}', ""),
    "raw controls": ('{"id": "1", "title": "a\x01\x1b[2J\tb"}', ""),
    "addresses": ('{"id": "1", "title": "a", "url": "javascript:alert(1)", "image": "file:///etc/passwd", "external_url": "//["}', ""),
    "a feed of wrong types": ('{"id": "1", "title": "a"}', ', "title": 7, "home_page_url": [], "language": {}, "authors": 3, "icon": null'),
    "an empty key": ('{"": 1, "id": "1", "title": "a", "__proto__": {"x": 1}, "__class__": "x"}', ""),
    "booleans": ('{"id": true, "title": "a", "date_published": false}', ""),
}  # fmt: skip


@case(49)
@pytest.mark.parametrize("kind", JSON_ODDITIES)
async def test_json_oddities(desk: Desk, kind: str) -> None:
    items, rest = JSON_ODDITIES[kind]
    result = await serve(desk, json_feed(items, rest), "application/feed+json")
    assert result.error is None, result.error
    assert "c" in await desk.titles() if kind == "double keys" else "Good" in await desk.titles()


NO_JSON_FEEDS = [
    '{"version": "https://jsonfeed.org/version/1", "items": 7}', '{"version": "https://jsonfeed.org/version/1", "items": {}}',
    '{"version": 1, "items": [1, 2, 3]}', '{"items": null}', "[" * 100, "{" * 100, '{"items": [', "[[[[]]]]", "{]", "nul",
    '{"version": "https://jsonfeed.org/version/1", "items": "x"}', "NaN", "-", '{"a": 1}{"b": 2}', "'x'", "{'items': []}",
]  # fmt: skip


@case(49)
async def test_json_that_is_no_feed(desk: Desk) -> None:
    for number, text in enumerate(NO_JSON_FEEDS):
        await desk.refused(desk.server.answer(f"/{number}", Answer(text.encode())))


@case(49)
@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp1251"])
async def test_json_in_other_encodings(desk: Desk, charset: str) -> None:
    result = await serve(
        desk, json_feed('{"id": "1", "title": "Їжак"}').decode().encode(charset), "application/json"
    )
    assert result.error is None or charset in ("utf-16-le", "utf-32", "cp1251")


@case(35)
async def test_editions_of_one_source_fail_apart(desk: Desk, server: Loopback) -> None:
    """One language's feed is broken: the others of the same source arrive."""
    editions = (
        Edition(server.answer("/uk", Answer(rss("<item><title>Укр</title></item>"))), "uk"),
        Edition(server.answer("/en", Answer(HEAVY["billion laughs"][1]()[:200])), "en"),
        Edition(server.answer("/ru", Answer(b"<html>", 500)), "ru"),
    )
    results = {result.language: result for result in await desk.refresh(Source("S", editions=editions))}
    assert results["uk"].new == 4
    assert results["en"].error is not None
    assert results["ru"].error is not None

    def count(library: Library) -> int:
        return len(library.index(Query(source="S"), stories=False))

    assert await desk.library.run(count) == 4
    assert not re.search("Traceback", repr(results))
