"""The network: real connections to a real server on this machine, good, bad and hostile."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import subprocess
import zlib
from collections.abc import AsyncIterator, Callable, Hashable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loopback import Answer, Loopback, redirect
from tui_reader.clean import clean_line
from tui_reader.errors import FetchError
from tui_reader.model import Validators
from tui_reader.sources.web import AskedToWaitError, Web
from tui_reader.sources.web.addresses import (
    Reach,
    allows,
    is_private_host,
    is_public,
    parse_retry_after,
    reach_from,
    without_credentials,
)
from tui_reader.sources.web.bodies import Body, BodyError
from tui_reader.sources.web.connections import Connection
from tui_reader.sources.web.dialing import DialError
from tui_reader.sources.web.pools import MAX_KEEPALIVE, Direct, proxy_for
from tui_reader.sources.web.ways import Way

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web(now=lambda: NOW) as web:
        yield web


def _kept(way: Way) -> list[tuple[Hashable, float, Connection]]:
    assert isinstance(way, Direct)
    return way.kept


async def refused(web: Web, url: str, *, typed: bool = True, validators: Validators = Validators()) -> str:  # noqa: B008
    """The one clean line that a GET fails with."""
    with pytest.raises(FetchError) as caught:
        await web.get(url, validators, typed=typed)
    line = str(caught.value)
    assert line == clean_line(line)
    assert len(line) < 400
    return line


class TestAnswers:
    async def test_a_body_its_hash_and_its_fields(self, server: Loopback, web: Web) -> None:
        headers = {"Content-Type": "application/rss+xml; charset=utf-8"}
        url = server.answer("/feed", Answer(b"<rss/>", etag='"a"', last_modified="Tue", headers=headers))
        response = await web.get(url, typed=True)
        assert (response.status, response.body, response.url) == (200, b"<rss/>", url)
        assert (response.etag, response.last_modified) == ('"a"', "Tue")
        assert response.content_type == "application/rss+xml; charset=utf-8"
        assert response.moved_to is None
        assert response.warnings == ()
        assert response.body_hash == (await web.get(url, typed=True)).body_hash

    async def test_says_who_asks_and_what_it_can_unpack(self, server: Loopback, web: Web) -> None:
        await web.get(server.answer("/", Answer(b"x")), typed=True)
        headers = server.requests[0].headers
        assert headers["user-agent"].startswith("tui-reader/")
        assert headers["accept-encoding"] == "gzip, deflate"
        assert "cookie" not in headers

    async def test_validators_are_sent_and_304_has_no_body(self, server: Loopback, web: Web) -> None:
        url = server.answer("/feed", Answer(b"<rss/>", etag='W/"1"', last_modified="Mon, 02 Mar 2026"))
        first = await web.get(url, typed=True)
        second = await web.get(url, Validators(first.etag, first.last_modified), typed=True)
        assert server.requests[1].headers["if-none-match"] == 'W/"1"'
        assert server.requests[1].headers["if-modified-since"] == "Mon, 02 Mar 2026"
        assert (second.status, second.body, second.etag) == (304, b"", 'W/"1"')

    async def test_one_connection_serves_several_requests(self, server: Loopback, web: Web) -> None:
        url = server.answer("/feed", Answer(b"<rss/>", etag='"1"'))
        for _ in range(3):
            await web.get(url, Validators(etag='"1"'), typed=True)
        assert {request.connection for request in server.requests} == {1}

    async def test_only_a_few_connections_are_kept(self, web: Web) -> None:
        with ExitStack() as stack:
            servers = [
                stack.enter_context(Loopback(f"127.0.0.{number}")) for number in range(1, MAX_KEEPALIVE + 2)
            ]
            for server in (*servers, servers[0], servers[-1]):
                await web.get(server.answer("/", Answer(b"x")), typed=True)
            assert [request.connection for request in servers[0].requests] == [1, 2]
            assert [request.connection for request in servers[-1].requests] == [1, 1]

    async def test_a_connection_that_the_server_has_closed_is_not_used_again(
        self, server: Loopback, web: Web
    ) -> None:
        raw = b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"  # and it hangs up without having said so
        url = server.answer("/feed", Answer(raw=raw))
        for _ in range(2):
            assert (await web.get(url, typed=True)).body == b"x"
            async with asyncio.timeout(20):
                while any(kept.quiet for way in web._pools._made.values() for *_, kept in _kept(way)):  # noqa: ASYNC110
                    await asyncio.sleep(0.001)
        assert [request.connection for request in server.requests] == [1, 2]

    async def test_a_304_nobody_asked_for_is_an_error(self, server: Loopback, web: Web) -> None:
        url = server.answer("/feed", Answer(status=304))
        assert "304" in await refused(web, url)

    async def test_validators_that_cannot_be_sent_are_left_out(self, server: Loopback, web: Web) -> None:
        url = server.answer("/feed", Answer(b"x", headers={"ETag": '"\xe9"', "Last-Modified": "x" * 5000}))
        first = await web.get(url, Validators(etag="\u202e", last_modified="a\r\nb: c"), typed=True)
        assert (first.etag, first.last_modified) == (None, None)
        assert "if-none-match" not in server.requests[0].headers

    @pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 500, 502])
    async def test_a_status_that_is_an_error(self, server: Loopback, web: Web, status: int) -> None:
        url = server.answer("/feed", Answer(b"x", status))
        line = await refused(web, url)
        assert str(status) in line
        assert "127.0.0.1" in line

    async def test_cookies_are_not_kept(self, server: Loopback, web: Web) -> None:
        url = server.answer("/", Answer(b"x", headers={"Set-Cookie": "id=7"}))
        await web.get(url, typed=True)
        await web.get(url, typed=True)
        assert "cookie" not in server.requests[1].headers


class TestPacked:
    @pytest.mark.parametrize(
        ("encoding", "pack"),
        [
            ("gzip", gzip.compress),
            ("x-gzip", gzip.compress),
            ("GZIP", lambda data: gzip.compress(data[:10]) + gzip.compress(data[10:]) + b"\0\0"),
            ("deflate", zlib.compress),
            ("deflate", lambda data: zlib.compress(data)[2:-4]),
            ("identity", bytes),
        ],
    )
    async def test_is_unpacked(
        self, server: Loopback, web: Web, encoding: str, pack: Callable[[bytes], bytes]
    ) -> None:
        body = b"<rss>" + b"news " * 500
        url = server.answer("/feed", Answer(pack(body), headers={"Content-Encoding": encoding}))
        assert (await web.get(url, typed=True)).body == body

    @pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "deflate, br", "\x1b]0;x\x07"])
    async def test_what_was_not_asked_for_is_refused(self, server: Loopback, web: Web, encoding: str) -> None:
        raw = f"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: 1\r\n\r\nx"
        url = server.answer("/feed", Answer(raw=raw.encode()))
        await refused(web, url)

    async def test_the_same_hash_packed_or_not(self, server: Loopback, web: Web) -> None:
        plain = await web.get(server.answer("/a", Answer(b"news")), typed=True)
        packed = await web.get(server.answer("/b", Answer(b"news", gzip=True)), typed=True)
        assert plain.body_hash == packed.body_hash

    async def test_a_bomb_stops_at_the_limit(self, server: Loopback) -> None:
        bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
        packed = b"".join(bomb.compress(bytes(1_000_000)) for _ in range(100)) + bomb.flush()
        url = server.answer("/bomb", Answer(packed, headers={"Content-Encoding": "gzip"}))
        async with Web(limit=2_000_000) as web:
            assert "more than 2 MB" in await refused(web, url)

    def test_the_limit_holds_inside_one_chunk(self) -> None:
        import tracemalloc

        packed = gzip.compress(bytes(50_000_000))
        body = Body("gzip", 1_000_000)
        tracemalloc.start()
        try:
            with pytest.raises(BodyError):
                body.feed(packed)
            assert tracemalloc.get_traced_memory()[1] < 4_000_000
        finally:
            tracemalloc.stop()

    @pytest.mark.parametrize("body", [b"not packed", gzip.compress(b"news" * 100, mtime=0)[:-9], b"\x1f"])
    async def test_broken_packing_is_an_error(self, server: Loopback, web: Web, body: bytes) -> None:
        url = server.answer("/feed", Answer(body, headers={"Content-Encoding": "gzip"}))
        await refused(web, url)

    @settings(deadline=None)
    @given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate"]), st.integers(1, 40))
    def test_any_bytes_in_any_chunks(self, data: bytes, encoding: str, step: int) -> None:
        body = Body(encoding, 1000)
        try:
            for start in range(0, len(data), step):
                body.feed(data[start : start + step])
            body.finish()
        except BodyError:
            pass

    @settings(deadline=None)
    @given(st.binary(max_size=2000), st.integers(1, 40), st.sampled_from(["gzip", "deflate"]))
    def test_chunks_do_not_matter(self, data: bytes, step: int, encoding: str) -> None:
        body = Body(encoding, 2000)
        packed = gzip.compress(data) if encoding == "gzip" else zlib.compress(data)
        for start in range(0, len(packed), step):
            body.feed(packed[start : start + step])
        assert body.finish()[0] == data


class TestBounds:
    async def test_a_declared_length_over_the_limit_is_not_read(self, server: Loopback) -> None:
        url = server.answer("/feed", Answer(b"x", length=10**15))
        async with Web(limit=1_000_000) as web:
            assert "more than 1 MB" in await refused(web, url)

    async def test_an_endless_body_ends(self, server: Loopback) -> None:
        url = server.answer("/feed", Answer(bytes(50_000), endless=True))
        async with Web(limit=1_000_000) as web:
            assert "more than 1 MB" in await refused(web, url)

    @pytest.mark.parametrize(
        "answer",
        [
            Answer(b"x" * 100_000, drip=0.02),
            Answer(raw=b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1000, drip=0.02),
            Answer(hang=True),
        ],
        ids=["dripped body", "dripped headers", "never answers"],
    )
    async def test_the_deadline_ends_it(self, server: Loopback, answer: Answer) -> None:
        url = server.answer("/slow", answer)
        async with Web(deadline=0.2) as web:
            line = await refused(web, url)
        assert "0.2 s" in line

    async def test_redirects_share_one_deadline(self, server: Loopback) -> None:
        for number in range(5):
            server.answer(
                f"/{number}", Answer(status=302, headers={"Location": f"/{number + 1}"}, delay=0.15)
            )
        async with Web(deadline=0.3) as web:
            assert "0.3 s" in await refused(web, server.url("/0"))
        assert len(server.requests) <= 3

    @pytest.mark.parametrize(
        "raw",
        [
            b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000 + b"\r\n\r\n",
            b"\x00\x1b[2Jgarbage\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe",
            b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
            b"HTTP/1.1 999999 OK\r\n\r\n",
            b"",
        ],
        ids=[
            "huge header",
            "garbage",
            "short body",
            "short chunk",
            "negative length",
            "odd status",
            "nothing",
        ],
    )
    async def test_what_is_no_http(self, server: Loopback, web: Web, raw: bytes) -> None:
        url = server.answer("/feed", Answer(raw=raw))
        assert "127.0.0.1" in await refused(web, url)

    async def test_the_reason_phrase_is_cleaned(self, server: Loopback, web: Web) -> None:
        url = server.answer(
            "/feed", Answer(raw=b"HTTP/1.1 418 \x9b2J\xc2\x9b x\r\nContent-Length: 0\r\n\r\n")
        )
        assert "\x9b" not in await refused(web, url)

    async def test_at_most_so_many_at_once_on_one_host(self, server: Loopback) -> None:
        url = server.answer("/feed", Answer(b"x", delay=0.02))
        async with Web(per_host=3) as web:
            await asyncio.gather(*(web.get(url, typed=True) for _ in range(12)))
        assert server.at_once == 3

    async def test_silent_hosts_do_not_keep_the_others_waiting(self, server: Loopback) -> None:
        url = server.answer("/feed", Answer(b"x"))
        with Loopback("127.0.0.2") as silent:
            silent.answer("/", Answer(hang=True))
            async with Web(connections=2, patience=0.02, deadline=20) as web:
                hanging = [asyncio.create_task(web.get(silent.url(), typed=True)) for _ in range(4)]
                await asyncio.to_thread(silent.wait_for_requests, 2)
                async with asyncio.timeout(15):
                    assert (await web.get(url, typed=True)).body == b"x"
                for task in hanging:
                    task.cancel()
                await asyncio.gather(*hanging, return_exceptions=True)

    async def test_a_cancelled_request_gives_its_place_back(self, server: Loopback) -> None:
        server.answer("/hang", Answer(hang=True))
        url = server.answer("/feed", Answer(b"x"))
        async with Web(per_host=1, connections=1) as web:
            task = asyncio.create_task(web.get(server.url("/hang"), typed=True))
            await asyncio.to_thread(server.wait_for_requests, 1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert (await web.get(url, typed=True)).body == b"x"


class TestRoom:
    async def test_only_a_large_body_asks_for_it(self, server: Loopback) -> None:
        large = b"words " * 500_000
        asked: list[int] = []

        async def room(size: int) -> None:
            asked.append(size)
            await asyncio.sleep(0.3)  # longer than the server has

        async with Web(deadline=0.25, limit=4_000_000) as web:
            for body in (large, b"small"):
                for packed in (False, True):
                    url = server.answer("/feed", Answer(body, gzip=packed))
                    assert (await web.get(url, typed=True, room=room)).body == body
        assert asked == [4_000_000] * 2

    async def test_what_unpacks_to_much_asks_before_it_is_unpacked(self, server: Loopback) -> None:
        class NoRoomError(Exception):
            pass

        async def room(size: int) -> None:
            raise NoRoomError

        url = server.answer("/feed", Answer(b"\0" * 14_000_000, gzip=True))
        async with Web() as web:
            with pytest.raises(NoRoomError):
                await web.get(url, typed=True, room=room)


class TestUnreachable:
    async def test_a_refused_connection(self, web: Web) -> None:
        assert "could not reach 127.0.0.1: connection refused" in await refused(web, free_port())

    async def test_no_such_host(self, web: Web) -> None:
        line = await refused(web, "https://nowhere.invalid/feed")
        assert line.startswith("could not reach nowhere.invalid: no such host; check the address")

    async def test_a_silent_name_server_is_not_waited_for(self) -> None:
        async def silent(host: str, port: int) -> Sequence[str]:
            await asyncio.Event().wait()
            return []

        async with Web(lookup=silent, connect_timeout=0.1) as web:
            assert "no answer within 0.1 s" in await refused(web, "http://slow.example/feed")

    async def test_the_queue_for_a_dead_host_ends_with_the_first_failure(self) -> None:
        asked: list[str] = []

        async def dead(host: str, port: int) -> Sequence[str]:
            asked.append(host)
            await asyncio.sleep(0.02)
            raise DialError("no such host")

        async with Web(lookup=dead, per_host=2) as web:
            lines = await asyncio.gather(*(refused(web, f"http://dead.example/{n}") for n in range(20)))
            assert len(asked) <= 4
            assert set(lines) == {"could not reach dead.example: no such host"}
            await refused(web, "http://dead.example/again")
        assert len(asked) <= 5

    async def test_a_closed_port_says_nothing_of_the_others(self, server: Loopback) -> None:
        urls = [server.answer(f"/{number}", redirect(f"/{number}/there")) for number in range(6)]
        for url in urls:
            server.answer(url.removeprefix(server.url("")) + "/there", Answer(b"x"))
        astray = server.answer("/astray", redirect(free_port()))
        async with Web(per_host=1) as web:
            stray = asyncio.create_task(refused(web, astray))
            answers = await asyncio.gather(*(web.get(url, typed=True) for url in urls))
            assert "connection refused" in await stray
        assert [answer.body for answer in answers] == [b"x"] * 6

    @pytest.mark.parametrize(
        "url",
        [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.com/",
            "http://",
            "http:///path",
            "nonsense",
            "",
            "http://[::1",
            "http://xn--/",
            "http://example.com:99999/",
            "http://" + "a" * 300 + "/",
            "http://a..b/",
            "http://exa\x00mple.com/",
            "//example.com",
            "http://\ud800.example/",
        ],
    )
    async def test_what_is_no_address(self, web: Web, url: str) -> None:
        await refused(web, url)

    @settings(deadline=None)
    @given(st.text(max_size=80))
    async def test_any_text_as_an_address(self, text: str) -> None:
        async def nowhere(host: str, port: int) -> Sequence[str]:
            raise DialError("no such host")

        async with Web(lookup=nowhere) as web:
            await refused(web, text, typed=False)
            await refused(web, "http://" + text.lstrip("/").replace("127", ""), typed=False)

    async def test_the_next_address_is_tried_when_the_first_is_dead(self, server: Loopback) -> None:
        server.answer("/feed", Answer(b"x"))

        async def two(host: str, port: int) -> Sequence[str]:
            return ["::1", "127.0.0.2", "127.0.0.1"]

        async with Web(lookup=two) as web:
            assert (await web.get(server.url("/feed", "news.example"), typed=True)).body == b"x"
        assert server.requests[0].headers["host"] == f"news.example:{server.port}"


class TestRedirects:
    async def test_permanent_ones_are_remembered(self, server: Loopback, web: Web) -> None:
        server.answer("/a", redirect("/b"))
        server.answer("/b", redirect("c?x=1#part", 308))
        server.answer("/c?x=1", Answer(b"x"))
        response = await web.get(server.url("/a"), typed=True)
        assert response.moved_to == response.url == server.url("/c?x=1")

    async def test_temporary_ones_are_not(self, server: Loopback, web: Web) -> None:
        server.answer("/a", redirect("/b", 302))
        server.answer("/b", redirect("/c", 301))
        server.answer("/c", Answer(b"x"))
        response = await web.get(server.url("/a"), typed=True)
        assert (response.url, response.moved_to) == (server.url("/c"), None)

    async def test_permanent_then_temporary_remembers_the_permanent_part(
        self, server: Loopback, web: Web
    ) -> None:
        server.answer("/a", redirect("/b", 301))
        server.answer("/b", redirect("/c", 307))
        server.answer("/c", Answer(b"x"))
        assert (await web.get(server.url("/a"), typed=True)).moved_to == server.url("/b")

    async def test_the_new_address_is_asked_first_and_stays_known(self, server: Loopback, web: Web) -> None:
        server.answer("/new", Answer(b"x", etag='"1"'))
        known = Validators(etag='"1"', moved_to=server.url("/new"))
        response = await web.get(server.url("/old"), known, typed=True)
        assert (response.status, response.moved_to) == (304, server.url("/new"))
        assert not server.asked("/old")

    async def test_the_old_address_is_asked_when_the_new_one_is_gone(
        self, server: Loopback, web: Web
    ) -> None:
        server.answer("/old", Answer(b"x"))
        known = Validators(moved_to=server.url("/gone"))
        response = await web.get(server.url("/old"), known, typed=True)
        assert (response.body, response.moved_to) == (b"x", None)

    async def test_a_way_back_is_forgotten(self, server: Loopback, web: Web) -> None:
        server.answer("/new", redirect("/old"))
        server.answer("/old", Answer(b"x"))
        response = await web.get(server.url("/old"), Validators(moved_to=server.url("/new")), typed=True)
        assert (response.body, response.moved_to) == (b"x", None)

    async def test_a_circle_ends(self, server: Loopback, web: Web) -> None:
        server.answer("/a", redirect("/b"))
        server.answer("/b", redirect("/a"))
        assert "in a circle" in await refused(web, server.url("/a"))
        assert len(server.requests) == 2

    async def test_five_are_followed_and_six_are_not(self, server: Loopback, web: Web) -> None:
        for number in range(6):
            server.answer(f"/{number}", redirect(f"/{number + 1}"))
        server.answer("/6", Answer(b"x"))
        assert (await web.get(server.url("/1"), typed=True)).body == b"x"
        assert "more than 5" in await refused(web, server.url("/0"))

    @pytest.mark.parametrize(
        "location",
        [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:,x",
            "ftp://127.0.0.1/",
            "http://",
            "http://[",
            "http://127.0.0.1:99999/",
            "",
            "\x1b]0;x\x07:",
        ],
    )
    async def test_only_to_the_web(self, server: Loopback, web: Web, location: str) -> None:
        server.answer("/a", redirect(location))
        await refused(web, server.url("/a"))
        assert len(server.requests) == 1

    async def test_credentials_stay_with_their_host(self, server: Loopback, web: Web) -> None:
        with Loopback("127.0.0.2") as other:
            server.answer("/a", redirect("/b"))
            server.answer("/b", redirect(other.url("/c")))
            other.answer("/c", Answer(b"x"))
            url = server.url("/a").replace("//", "//me:s%40cret@")
            response = await web.get(url, typed=True)
            assert server.requests[0].headers["authorization"] == "Basic bWU6c0BjcmV0"
            assert "authorization" in server.requests[1].headers
            assert "authorization" not in other.requests[0].headers
            assert "cret" not in response.url + str(response.moved_to)

    async def test_credentials_in_a_redirect_are_dropped(self, server: Loopback, web: Web) -> None:
        server.answer("/a", redirect(server.url("/b").replace("//", "//evil:pw@")))
        server.answer("/b", Answer(b"x"))
        response = await web.get(server.url("/a"), typed=True)
        assert "authorization" not in server.requests[1].headers
        assert "evil" not in response.url

    async def test_credentials_are_not_in_errors(self, web: Web) -> None:
        assert "secret" not in await refused(web, free_port().replace("//", "//me:secret@"))
        assert "secret" not in await refused(web, "gopher://me:secret@example.com/")
        assert "secret" not in await refused(web, "http://me:secret@[::1/")


def public_but(*private: str) -> Callable[[str], bool]:
    """An Internet in which only these addresses of this machine are private."""
    return lambda address: address not in private


async def names(host: str, port: int) -> Sequence[str]:
    """A name server: `public.example` is 127.0.0.1, `inside.example` is 127.0.0.2."""
    return {"public.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}[host]


class TestPrivateNetworks:
    @pytest.mark.parametrize("host", [None, "inside.example"])
    async def test_a_public_address_does_not_lead_inside(self, server: Loopback, host: str | None) -> None:
        with Loopback("127.0.0.2") as inside:
            server.answer("/a", redirect(inside.url("/secret", host)))
            async with Web(lookup=names, is_public=public_but("127.0.0.2")) as web:
                line = await refused(web, server.url("/a", "public.example"))
            assert "private network" in line
            assert inside.requests == []

    async def test_an_address_that_was_typed_is_asked(self, server: Loopback) -> None:
        url = server.answer("/a", Answer(b"x"))
        async with Web() as web:
            assert "private network" in await refused(web, url, typed=False)
            assert server.requests == []
            assert (await web.get(url, typed=True)).body == b"x"
            assert (await web.get(url)).body == b"x"

    async def test_trust_names_hosts(self, server: Loopback) -> None:
        url = server.answer("/a", Answer(b"x"))
        async with Web() as web:
            web.trust(["no address", server.url("/feed")])
            assert (await web.get(url)).body == b"x"

    async def test_a_private_place_may_lead_to_another(self, server: Loopback) -> None:
        with Loopback("127.0.0.2") as other:
            server.answer("/a", redirect(other.url("/b")))
            other.answer("/b", Answer(b"x"))
            async with Web() as web:
                assert (await web.get(server.url("/a"), typed=True)).body == b"x"

    async def test_nobody_leads_to_where_clouds_keep_their_secrets(self, server: Loopback) -> None:
        server.answer("/a", redirect("http://169.254.169.254/latest/meta-data"))
        async with Web() as web:
            assert "private network" in await refused(web, server.url("/a"))

    async def test_a_name_that_changes_between_check_and_connect(self, server: Loopback) -> None:
        answers = [["127.0.0.1"], ["127.0.0.2"]]

        async def rebinding(host: str, port: int) -> Sequence[str]:
            return answers.pop(0) if len(answers) > 1 else answers[0]

        with Loopback("127.0.0.2") as inside:
            server.answer("/a", redirect(inside.url("/b", "public.example")))
            async with Web(lookup=rebinding, is_public=public_but("127.0.0.2")) as web:
                assert "private network" in await refused(web, server.url("/a", "public.example"))
            assert inside.requests == []

    async def test_an_open_connection_is_not_a_way_round(self, server: Loopback) -> None:
        with Loopback("127.0.0.2") as inside:
            inside.answer("/b", Answer(b"x"))
            server.answer("/a", redirect(inside.url("/b", "inside.example")))
            async with Web(lookup=names, is_public=public_but("127.0.0.2")) as web:
                await web.get(inside.url("/b", "inside.example"), typed=True)
                assert "private network" in await refused(web, server.url("/a", "public.example"))
            assert len(inside.requests) == 1

    async def test_a_remembered_address_is_not_a_typed_one(self, server: Loopback) -> None:
        with Loopback("127.0.0.2") as inside:
            server.answer("/a", Answer(b"the old one"))
            known = Validators(moved_to=inside.url("/b", "inside.example"))
            async with Web(lookup=names, is_public=public_but("127.0.0.2")) as web:
                response = await web.get(server.url("/a", "public.example"), known, typed=True)
            assert response.body == b"the old one"
            assert inside.requests == []

    @pytest.mark.parametrize(
        "address",
        [
            "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
            "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1",
            "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "ff02::1", "::7f00:1", "::ffff:0:7f00:1",
            "64:ff9b:1::7f00:1", "2001:0:7f00:1::", "fec0::1", "3fff::1", "5f00::1", "0.1.2.3", "198.18.0.1",
        ],
    )  # fmt: skip
    def test_what_is_private(self, address: str) -> None:
        assert not is_public(address)
        assert is_private_host(address)

    @pytest.mark.parametrize(
        ("address", "further"),
        [
            ("8.8.8.8", Reach.PUBLIC),
            ("192.168.1.1", Reach.PRIVATE),
            ("100.64.0.1", Reach.PRIVATE),
            ("fd00::1", Reach.PRIVATE),
            ("127.0.0.2", Reach.MACHINE),
            ("::ffff:127.0.0.1", Reach.MACHINE),
            ("169.254.169.254", None),
            ("::ffff:169.254.169.254", None),
            ("fe80::1%eth0", None),
            ("0.0.0.0", None),
            ("0.1.2.3", None),
            ("::", None),
            ("255.255.255.255", None),
            ("ff02::1", None),
        ],
    )
    def test_how_far_one_is_led(self, address: str, further: Reach | None) -> None:
        """From where he stands outwards, never inwards; to link-local and the like never."""
        for reach in Reach:
            expected = reach is Reach.ANYWHERE or (further is not None and reach <= further)
            assert allows(reach, address) is expected, reach
        if further is not None:
            assert reach_from(address) is further

    @pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
    def test_what_is_public(self, address: str) -> None:
        assert is_public(address)

    @pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "017700000001"])
    async def test_loopback_in_disguise(self, server: Loopback, host: str) -> None:
        async def as_the_system(host: str, port: int) -> Sequence[str]:
            return [socket.inet_ntoa(socket.inet_aton(host))]

        async with Web(lookup=as_the_system) as disguised:
            line = await refused(disguised, server.url("/", host), typed=False)
        assert "private network" in line


class TestPatience:
    @pytest.mark.parametrize("status", [429, 503])
    async def test_retry_after_comes_with_the_error(self, server: Loopback, web: Web, status: int) -> None:
        url = server.answer("/feed", Answer(b"", status, {"Retry-After": "90"}))
        with pytest.raises(AskedToWaitError) as caught:
            await web.get(url, typed=True)
        assert caught.value.not_before == NOW + timedelta(seconds=90)
        assert "2026-03-04 12:01 UTC" in str(caught.value)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("120", NOW + timedelta(seconds=120)),
            ("Wed, 04 Mar 2026 13:00:00 GMT", NOW + timedelta(hours=1)),
            ("Wed, 04 Mar 2026 13:00:00 -0000", NOW + timedelta(hours=1)),
            ("999999999999999999999999999999", NOW + timedelta(days=1)),
            ("Wed, 04 Mar 9999 13:00:00 GMT", NOW + timedelta(days=1)),
            ("Wed, 04 Mar 2020 13:00:00 GMT", None),
            ("0", None),
            ("-5", None),
            ("soon", None),
            ("٣", None),
            ("", None),
            (None, None),
        ],
    )
    def test_retry_after(self, value: str | None, expected: datetime | None) -> None:
        assert parse_retry_after(value, NOW) == expected

    @settings(deadline=None)
    @given(st.text(max_size=60))
    def test_any_retry_after(self, value: str) -> None:
        moment = parse_retry_after(value, NOW)
        assert moment is None or NOW < moment <= NOW + timedelta(days=1)


class TestSecure:
    async def test_a_certificate_that_nobody_vouches_for(self, own_certificate: ssl.SSLContext) -> None:
        with Loopback(tls=own_certificate) as server:
            url = server.answer("/feed", Answer(b"x"))
            async with Web() as web:
                line = await refused(web, url)
        assert "certificate of 127.0.0.1 is not valid" in line
        assert server.requests == []

    async def test_a_body_comes_whole_and_the_connection_is_used_again(
        self, own_certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        trusting = ssl.create_default_context()
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        monkeypatch.setattr("tui_reader.sources.web.pools.ssl_context", lambda: trusting)
        body = bytes(range(256)) * 4_000
        with Loopback(tls=own_certificate) as secure:
            url = secure.answer("/feed", Answer(body))
            async with Web() as web:
                assert [(await web.get(url, typed=True)).body == body for _ in range(2)] == [True, True]
            assert {request.connection for request in secure.requests} == {1}

    async def test_plain_http_on_a_secure_address(self, server: Loopback) -> None:
        async with Web(connect_timeout=0.2) as web:
            line = await refused(web, server.url("/").replace("http:", "https:"))
        assert "127.0.0.1" in line

    async def test_from_https_to_http_is_told_and_not_remembered(
        self, server: Loopback, own_certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        trusting = ssl.create_default_context()
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        monkeypatch.setattr("tui_reader.sources.web.pools.ssl_context", lambda: trusting)
        server.answer("/b", Answer(b"x"))
        with Loopback(tls=own_certificate) as secure:
            secure.answer("/a", redirect(server.url("/b"), 301))
            async with Web() as web:
                response = await web.get(secure.url("/a"), typed=True)
        assert "from https to http" in response.warnings[0]
        assert response.moved_to is None


class TestProxies:
    async def test_the_environment_names_one(self, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("http_proxy", server.url("/").replace("//", "//me:pw@"))
        server.answer("http://news.example/feed", Answer(b"x"))
        async with Web() as web:
            assert (await web.get("http://news.example/feed")).body == b"x"
        assert server.requests[0].headers["proxy-authorization"] == "Basic bWU6cHc="

    async def test_one_that_is_not_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free.getsockname()[1]}")
            async with Web() as web:
                line = await refused(web, "http://news.example/feed")
        assert line.startswith("could not reach news.example (by the proxy http://127.0.0.1:")
        assert "connection refused" in line

    async def test_one_that_refuses(self, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("https_proxy", server.url(""))
        server.answer("news.example:443", Answer(b"no", 403))
        async with Web() as web:
            line = await refused(web, "https://news.example/feed")
        assert line.startswith("the proxy for news.example")
        assert "refused: 403" in line

    @pytest.mark.parametrize(
        ("raw", "said"),
        [
            (b"what?\r\n\r\n", "not valid HTTP"),
            (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", "broke off in the middle"),
            (b"", "closed the connection without an answer"),
        ],
    )
    async def test_what_an_answer_by_one_lacks(
        self, server: Loopback, monkeypatch: pytest.MonkeyPatch, raw: bytes, said: str
    ) -> None:
        monkeypatch.setenv("http_proxy", server.url(""))
        server.answer("http://news.example/feed", Answer(raw=raw))
        async with Web() as web:
            assert said in await refused(web, "http://news.example/feed")

    async def test_one_that_cannot_be_used(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("http_proxy", "socks4://me:secret@127.0.0.1:1")
        async with Web() as web:
            line = await refused(web, "http://news.example/feed")
        assert "proxy" in line
        assert "secret" not in line

    def test_not_for_this_machine_nor_what_is_excepted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
        monkeypatch.setenv("no_proxy", "intern.example")
        assert proxy_for("https", "news.example") == "http://proxy.example:3128"
        assert proxy_for("https", "wiki.intern.example") is None
        assert proxy_for("https", "127.0.0.1") is None
        assert proxy_for("https", "localhost") is None


@settings(deadline=None)
@given(st.text(max_size=60))
def test_shown_addresses_hold_no_credentials(text: str) -> None:
    assert "s3cret" not in without_credentials(f"http://me:s3cret@example.com/{text}")


def free_port() -> str:
    """An address on this machine where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/"


@pytest.fixture(scope="session")
def own_certificate(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """A server's side with a certificate that it made itself."""
    folder: Path = tmp_path_factory.mktemp("tls")
    command = [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
        "2", "-subj", "/CN=127.0.0.1", "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem"),
    ]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no certificate could be made: {error}")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context
