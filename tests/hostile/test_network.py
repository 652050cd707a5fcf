"""Cases 1 to 9 and 16 to 20: what a server may send over the wire."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, repeat

import pytest

from tests.hostile.bombs import deflated, gzip_bomb, members, zlib_bomb
from tests.hostile.desk import Desk, busiest, is_one_line, rss, source
from tests.hostile.measuring import Growth
from tests.hostile.wire import Wire
from tests.loopback import Answer, Loopback
from tui_reader.sources.web import Web

pytestmark = pytest.mark.asyncio(loop_scope="module")

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
case = pytest.mark.case


@case(1)
@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", lambda: gzip_bomb(1024)),
        ("x-gzip", lambda: gzip_bomb(1024, b"<item>")),
        ("gzip", lambda: members(1000, 1 << 20)),
        ("deflate", lambda: zlib_bomb(1024)),
        ("deflate", lambda: deflated(1024)),
    ],
    ids=["gzip", "gzip of tags", "many members", "zlib", "bare deflate"],
)
async def test_a_bomb_of_a_gigabyte(
    desk: Desk, server: Loopback, growth: Growth, coding: str, pack: Callable[[], bytes]
) -> None:
    url = server.answer("/bomb", Answer(pack(), headers={"Content-Encoding": coding}))
    growth.restart()
    assert "more than 15 MB" in await desk.refused(url)
    assert growth.bytes <= 64_000_000


@case(1)
async def test_a_storm_of_empty_members(desk: Desk, server: Loopback) -> None:
    url = server.answer("/feed", Answer(members(100_000, 0), headers={"Content-Encoding": "gzip"}))
    assert "empty" in await desk.refused(url)


@case(1, 57)
async def test_a_bomb_that_is_the_feed_itself(desk: Desk, server: Loopback, growth: Growth) -> None:
    url = server.answer("/feed.xml.gz", Answer(gzip_bomb(1024), headers={"Content-Type": "application/gzip"}))
    growth.restart()
    await desk.refused(url)
    assert growth.bytes <= 64_000_000


@case(2)
@pytest.mark.parametrize(
    "field", ["gzip, gzip", "gzip\r\nContent-Encoding: gzip", "deflate,gzip", "gzip, br"]
)
async def test_layers_of_packing(desk: Desk, server: Loopback, growth: Growth, field: str) -> None:
    body = gzip.compress(gzip_bomb(1024))
    raw = HEAD + f"Content-Encoding: {field}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    url = server.answer("/feed", Answer(raw=raw))
    growth.restart()
    assert "not asked for" in await desk.refused(url)
    assert growth.bytes <= 64_000_000


@case(2)
async def test_a_layer_that_is_not_told(desk: Desk, server: Loopback) -> None:
    body = gzip.compress(gzip.compress(gzip.compress(rss("One"))))  # a gzip file of a gzip file
    await desk.refused(server.answer("/feed", Answer(body, headers={"Content-Encoding": "gzip"})))


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        pytest.param("br", b"\x0b\x02\x80news\x03", marks=case(3)),
        pytest.param("zstd", b"\x28\xb5\x2f\xfd\x04\x00\x21\x00\x00news", marks=case(4)),
        pytest.param("compress", b"\x1f\x9dnews", marks=case(4)),
        pytest.param("utf-8", b"news", marks=case(4)),
    ],
)
async def test_a_coding_that_nobody_asked_for(desk: Desk, server: Loopback, coding: str, body: bytes) -> None:
    url = server.answer("/feed", Answer(body, headers={"Content-Encoding": coding}))
    assert f"not asked for ({coding})" in await desk.refused(url)
    assert server.asked("/feed")[0].headers["accept-encoding"] == "gzip, deflate"


def plain(megabytes: int) -> Iterator[bytes]:
    return repeat(b"<item><title>x</title></item>\n" * 35_000, megabytes)


def chunked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield f"{len(piece):x}\r\n".encode() + piece + b"\r\n"


@case(5)
@pytest.mark.parametrize(
    "pieces",
    [
        lambda: chain([HEAD + b"Content-Length: 105000000\r\n\r\n"], plain(100)),
        lambda: chain([HEAD + b"\r\n"], plain(100)),
        lambda: chain([HEAD + b"Transfer-Encoding: chunked\r\n\r\n"], chunked(plain(100))),
    ],
    ids=["with its length", "without a length", "in chunks"],
)
async def test_a_hundred_megabytes(desk: Desk, pieces: Callable[[], Iterable[bytes]], growth: Growth) -> None:
    with Wire(pieces) as wire:
        assert "more than 15 MB" in await desk.refused(wire.url)
        assert wire.sent <= 40_000_000  # what stood in the buffers on the way
    assert growth.bytes <= 64_000_000


@case(6)
@pytest.mark.parametrize(
    "pieces",
    [
        lambda: chain([HEAD + b"\r\n<rss><channel>"], repeat(b"<item>" * 9000)),
        lambda: chain([HEAD + b"Transfer-Encoding: chunked\r\n\r\n"], chunked(repeat(b" " * 9000))),
        lambda: chain([HEAD + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffff\r\n"], repeat(b" " * 9000)),
        lambda: chain([HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n"], repeat(b"X-A: b\r\n" * 900)),
        lambda: chain([HEAD + b"Transfer-Encoding: chunked\r\n\r\n5;"], repeat(b"x=y;" * 900)),
    ],
    ids=["plain", "chunks", "one chunk", "trailers", "a chunk's extension"],
)
async def test_a_body_without_end(desk: Desk, pieces: Callable[[], Iterable[bytes]], growth: Growth) -> None:
    with Wire(pieces) as wire:
        await desk.refused(wire.url)
    assert growth.bytes <= 64_000_000


SLOW: dict[str, Callable[[], Iterable[bytes]]] = {
    "a dripped body": lambda: chain([HEAD + b"Content-Length: 1000000\r\n\r\n"], repeat(b" ")),
    "dripped chunks": lambda: chain([HEAD + b"Transfer-Encoding: chunked\r\n\r\n"], repeat(b"1\r\n \r\n")),
    "a dripped packed body": lambda: chain([HEAD + b"Content-Encoding: gzip\r\n\r\n"], gzip_pieces()),
    "dripped headers": lambda: chain([HEAD], repeat(b"X-A: b\r\n")),
    "a dripped field": lambda: chain([HEAD, b"X-A: "], repeat(b"b")),
    "a dripped status": lambda: chain([b"HTTP/1.1 200 "], repeat(b"O")),
    "continues": lambda: repeat(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "early hints": lambda: repeat(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
    "silence": lambda: repeat(b""),
}
OF_SLOW = {"a dripped body": 7, "dripped chunks": 7, "a dripped packed body": 7, "silence": 9}


def gzip_pieces() -> Iterator[bytes]:
    return (bytes([byte]) for byte in gzip.compress(b"news " * 100_000, 0))


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=case(OF_SLOW.get(kind, 8))) for kind in SLOW])
async def test_what_takes_its_time_is_ended(desk: Desk, kind: str) -> None:
    with Wire(SLOW[kind], pause=0.01) as wire:
        async with Web(deadline=0.15) as web:
            async with asyncio.timeout(20):
                line = await desk.refused(wire.url, web)
    assert "longer than 0.15 s" in line


@case(8)
@pytest.mark.parametrize("unit", [b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 x\r\nA: b\r\n\r\n"])
async def test_a_storm_of_continues_ends_and_lets_others_work(desk: Desk, unit: bytes) -> None:
    with Wire(lambda: repeat(unit * 100)) as wire:
        async with Web(deadline=0.3) as web:
            assert await busiest(desk.refused(wire.url, web)) < 0.2


@pytest.mark.slow
@case(7, 8, 9, seconds=36)
async def test_thirty_seconds_are_all_that_a_source_gets(desk: Desk) -> None:
    """All kinds side by side, each from a host of its own."""
    with ExitStack() as stack:
        wires = [stack.enter_context(Wire(pieces, pause=0.2, host="0.0.0.0")) for pieces in SLOW.values()]
        urls = [f"http://127.4.0.{number}:{wire.port}/feed" for number, wire in enumerate(wires, 1)]
        started = time.perf_counter()
        results = await desk.refresh(*(source(url, f"S{number}") for number, url in enumerate(urls)))
        assert time.perf_counter() - started < 35
        for result in results:
            assert result.seconds < 31
            assert result.error is not None
            assert is_one_line(result.error.message)
            assert "longer than 30 s" in result.error.message


@case(9)
async def test_a_secure_connection_that_never_comes(desk: Desk) -> None:
    with Wire(lambda: repeat(b""), pause=0.01) as wire:
        async with Web(deadline=2, connect_timeout=0.3) as web:
            assert "0.3 s" in await desk.refused(wire.url.replace("http:", "https:"), web)


@case(16)
@pytest.mark.parametrize(
    "fields",
    [
        b"X-A: " + b"a" * 300_000,
        b"\r\n".join(b"X-%d: %s" % (number, b"a" * 100) for number in range(3000)),
        b"A" * 300_000 + b": a",
        b"X-A: a\r\n" + b" folded\r\n" * 30_000 + b"X-B: b",
        b"Set-Cookie: " + b"a=b; " * 60_000,
    ],
    ids=["one", "many", "a name", "folded", "cookies"],
)
async def test_huge_headers(desk: Desk, server: Loopback, fields: bytes) -> None:
    body = rss("One")
    head = HEAD + fields + b"\r\nContent-Length: %d\r\n\r\n" % len(body)
    line = await desk.refused(server.answer("/feed", Answer(raw=head + body)))
    assert "not valid HTTP" in line


@case(17)
@pytest.mark.parametrize(
    "framing",
    [
        b"Content-Length: 100000\r\n\r\n",
        b"Content-Length: 0000100000\r\n\r\n",
        b"Content-Length: 14999999\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\nffff\r\n",
        b"Content-Encoding: gzip\r\nContent-Length: 100000\r\n\r\n",
        b"Content-Length: -1\r\n\r\n",
        b"Content-Length: 9e9\r\n\r\n",
        b"Content-Length: 10, 20\r\n\r\n",
        b"Content-Length: 10\r\nContent-Length: 20\r\n\r\n",
        b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n",
        b"Transfer-Encoding: gzip\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n-5\r\n",
        b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
async def test_lengths_that_are_wrong_leave_nothing_half_stored(
    desk: Desk, server: Loopback, framing: bytes
) -> None:
    titles = [f"T{number}" for number in range(20)]
    honest = Answer(rss("Old"), etag='"1"')
    url = server.answer("/feed", honest, Answer(raw=HEAD + framing + rss("Old", *titles)), honest)
    await desk.refresh(source(url))
    before = await desk.known(url)
    await desk.refused(url)
    assert await desk.titles() == ["Old"]
    after = await desk.known(url)
    assert (after.etag, after.body_hash, after.failures) == (before.etag, before.body_hash, 1)
    assert (await desk.beside_an_honest_one(url)).error is None
    assert (await desk.known(url)).failures == 0


NO_ANSWERS = [
    b"\x00\x01\x02\xff\xfe garbage\r\n\r\n",
    b"HTTP/9.9 200 OK\r\n\r\n",
    b"HTTP/1.1 0 x\r\n\r\n",
    b"HTTP/1.1 99999 x\r\n\r\n",
    b"HTTP/1.1 -200 x\r\n\r\n",
    b"HTTP/1.1 \r\n\r\n",
    b"HTTP/1.1 200\r\n\r\n",
    b"ICY 200 OK\r\n\r\n",
    b"<rss><channel><item><title>x</title></item></channel></rss>",
    b"SSH-2.0-OpenSSH_9.6\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00",
    b"HTTP/1.1 200 OK\nContent-Length: 3\n\nabc",
    b"HTTP/1.1 200 OK\r\nNo colon here\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n: no name\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nX: a\x00b\r\n\r\n",
    b"HTTP/1.1 204 No Content\r\n\r\n",
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    b"HTTP/1.1 304 Not Modified\r\n\r\n",
    b"",
    b"\r\n" * 60_000,
]


@case(18)
async def test_answers_that_are_none(desk: Desk, server: Loopback) -> None:
    for number, start in enumerate(NO_ANSWERS):
        assert "127.0.0.1" in await desk.refused(server.answer(f"/{number}", Answer(raw=start))), start


@case(19)
@pytest.mark.parametrize(
    "reason", [b"\x1b[2J\x1b]0;x\x07", b"\xc2\x9b2J", b"\x9d0;x\x9c", b"a" * 60_000, b"\xe2\x80\xae"]
)
async def test_reason_phrases(desk: Desk, server: Loopback, reason: bytes) -> None:
    for status in (404, 403, 418, 429, 500, 503):
        raw = b"HTTP/1.1 %d %s\r\nContent-Length: 0\r\n\r\n" % (status, reason)
        await desk.refused(server.answer(f"/{status}", Answer(raw=raw)))


CHARSETS = [
    "zlib", "zip", "bz2", "hex", "rot13", "base64", "uu", "punycode", "idna", "unicode_escape",
    "raw_unicode_escape", "undefined", "mbcs", "utf-7", "utf-16", "utf-32-be", "utf-8-sig", "x-user-defined",
    "nonsense", "../../etc/passwd", "a" * 3000, "'", '"utf-8', "%00", "=?utf-8?q?x?=",
]  # fmt: skip


@case(20, 38)
async def test_charsets_that_are_wrong_or_none(desk: Desk, server: Loopback) -> None:
    for number, charset in enumerate(CHARSETS):
        body = rss(f"Їжак і вечір {number}", f"Two {number}")
        headers = {"Content-Type": f"text/xml; charset={charset}"}
        result = await desk.beside_an_honest_one(server.answer(f"/{number}", Answer(body, headers=headers)))
        assert result.error is None, charset
        assert {f"Їжак і вечір {number}", f"Two {number}"} <= set(await desk.titles()), charset
