"""Cases 10 to 15 and 21 to 23: where an address may lead, and what must not follow."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from tests.hostile.certificates import certificate
from tests.hostile.desk import Desk, rss, source
from tests.loopback import Answer, Loopback, redirect
from tui_reader.sources.web import Web, addresses
from tui_reader.sources.web.pools import ssl_context

in_the_loop = pytest.mark.asyncio(loop_scope="module")
case = pytest.mark.case


@case(10)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@in_the_loop
async def test_circles(desk: Desk, server: Loopback, status: int) -> None:
    server.answer("/a", redirect("/b", status))
    server.answer("/b", redirect("/c", status))
    server.answer("/c", redirect("/a", status))
    assert "in a circle" in await desk.refused(server.url("/a"))
    assert "in a circle" in await desk.refused(server.answer("/self", redirect("/self", status)))
    assert len(server.asked("/self")) == 1


@case(10)
@in_the_loop
async def test_a_way_that_never_ends(desk: Desk, server: Loopback) -> None:
    for number in range(40):
        server.answer(f"/{number}", redirect(f"/{number + 1}"))
    assert "more than 5 redirects" in await desk.refused(server.url("/0"))
    assert not server.asked("/7")


FILES = ("file:///etc/passwd", "FILE:/etc/passwd", "file://localhost/etc/passwd", "\tfile:///x")
NO_WEB = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/xml,<rss/>", "vbscript:x", "blob:x", "about:blank",
    "ftp://127.0.0.1/", "gopher://127.0.0.1:70/", "ws://127.0.0.1/", "view-source:http://127.0.0.1/",
    "feed:http://127.0.0.1/", "mailto:a@example.com", "//[", "http://[::1", "http://127.0.0.1:99999/",
    "http://exa mple/", "http://" + "a" * 300 + "/", "", "\x1b]0;x\x07:x", "http://127%2e0%2e0%2e1/",
)  # fmt: skip


@in_the_loop
@pytest.mark.parametrize(
    "locations", [pytest.param(FILES, marks=case(11)), pytest.param(NO_WEB, marks=case(12))]
)
async def test_only_the_web_is_followed(desk: Desk, server: Loopback, locations: tuple[str, ...]) -> None:
    for number, location in enumerate(locations):
        line = await desk.refused(server.answer(f"/feed{number}", redirect(location)))
        assert "redirects to" in line, location
    asked = [request.path for request in server.requests if "honest" not in request.path]
    assert asked == [f"/feed{number}" for number in range(len(locations))]


@case(12)
@pytest.mark.parametrize(
    "location", ["/" + "a" * 70_000, "http:", "http://", "http:///x", "//", " ", "?", "#", "\\\\x"]
)
@in_the_loop
async def test_locations_that_lead_nowhere(desk: Desk, server: Loopback, location: str) -> None:
    await desk.refused(server.answer("/feed", redirect(location)))


INSIDE = (
    "127.0.0.2", "[::1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "0.0.0.0",
    "0", "127.1", "2130706433", "0x7f000001", "017700000001", "10.0.0.1", "172.16.9.9", "192.168.0.1",
    "169.254.169.254", "[fe80::1]", "[fc00::1]", "[::]", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255",
    "localhost", "x.localhost", "inside.example", "127。0。0。1",
)  # fmt: skip


def is_public(address: str) -> bool:
    """An Internet to which this machine's own address belongs, and no other private one."""
    return address == "127.0.0.1" or addresses.is_public(address)


async def names(host: str, port: int) -> Sequence[str]:
    """A name server: what looks like a number is one, as the system has it."""
    known = {"public.example": "127.0.0.1", "inside.example": "127.0.0.2", "localhost": "127.0.0.2"}
    if host.endswith(".localhost"):
        return ["127.0.0.2"]
    address = known.get(host) or socket.inet_ntoa(socket.inet_aton(host))
    return ["127.0.0.2" if address == "127.0.0.1" and host not in known else address]


@case(13)
@in_the_loop
@pytest.mark.parametrize("status", [301, 307])
async def test_a_public_address_leads_nowhere_inside(desk: Desk, server: Loopback, status: int) -> None:
    with Loopback("127.0.0.2") as inside:
        async with Web(lookup=names, is_public=is_public) as web:
            for number, host in enumerate(INSIDE):
                target = f"http://{host}:{inside.port}/secret".replace("。", "%E3%80%82")
                server.answer(f"/{number}", redirect(target, status))
                url = server.url(f"/{number}", "public.example")
                line = await desk.refused(url, web)
                assert "private network" in line or "not an http or https" in line, host
                assert (await desk.known(url)).moved_to is None
        assert inside.requests == []


@case(13)
@in_the_loop
async def test_what_the_reader_typed_is_asked(desk: Desk, server: Loopback) -> None:
    result = await desk.beside_an_honest_one(server.answer("/feed", Answer(rss("One"))))
    assert (result.new, result.error) == (1, None)


@case(13)
@in_the_loop
async def test_a_chain_through_the_public_keeps_its_guard(desk: Desk, server: Loopback) -> None:
    """From here to the public and from there back inside: the last step is a stranger's."""
    with Loopback("127.0.0.2") as inside:
        server.answer("/a", redirect(server.url("/b", "public.example")))
        server.answer("/b", redirect(inside.url("/secret")))
        async with Web(lookup=names, is_public=is_public) as web:
            assert "private network" in await desk.refused(server.url("/a"), web)
        assert inside.requests == []


@case(14)
@pytest.mark.parametrize("turns", [1, 2, 3])
@in_the_loop
async def test_a_name_that_changes_between_two_questions(desk: Desk, server: Loopback, turns: int) -> None:
    answers = ["127.0.0.1"] * turns

    async def rebinding(host: str, port: int) -> Sequence[str]:
        if host != "moving.example":
            return ["127.0.0.1"]
        return [answers.pop() if answers else "127.0.0.2"]

    with Loopback("127.0.0.2") as inside, socket.socket() as nobody:
        with suppress(OSError):  # a connection may have it; that answers nobody either
            nobody.bind(("127.0.0.1", inside.port))  # no other test's server may come to stand there
        for number in range(4):
            server.answer(f"/{number}", redirect(inside.url(f"/{number + 1}", "moving.example")))
        async with Web(lookup=rebinding, is_public=is_public) as web:
            first = f"http://moving.example:{server.port}/0"
            line = await desk.refused(first, web)
        assert inside.requests == []
    assert "private network" in line or "could not reach" in line


@case(14)
@in_the_loop
async def test_a_name_with_addresses_outside_and_inside(desk: Desk, server: Loopback) -> None:
    """Only the public ones are connected to, however often the first ones fail."""

    async def both(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"] if host == "public.example" else ["127.0.0.2", "192.168.0.1", "::1"]

    with Loopback("127.0.0.2") as inside:
        server.answer("/a", redirect(inside.url("/b", "both.example")))
        async with Web(lookup=both, is_public=is_public) as web:
            assert "private network" in await desk.refused(server.url("/a", "public.example"), web)
        assert inside.requests == []


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server's side whose certificate for 127.0.0.1 this machine trusts."""
    made = certificate(tmp_path, "127.0.0.1")
    monkeypatch.setenv("SSL_CERT_FILE", str(made.path))
    ssl_context.cache_clear()
    return made.context


@case(15)
@in_the_loop
async def test_from_https_to_http_is_told(desk: Desk, server: Loopback, trusted: ssl.SSLContext) -> None:
    server.answer("/feed", Answer(rss("One")))
    try:
        with Loopback(tls=trusted) as secure:
            result = await desk.beside_an_honest_one(secure.answer("/a", redirect(server.url("/feed"))))
            assert (result.new, result.error) == (1, None)
            assert "redirects from https to http" in result.warnings[0]
            assert (await desk.known(secure.url("/a"))).moved_to is None
    finally:
        ssl_context.cache_clear()


@case(22)
@pytest.mark.parametrize("kind", ["nobody's", "another host's", "expired"])
@in_the_loop
async def test_bad_certificates(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    made = certificate(
        tmp_path, "other.example" if kind == "another host's" else "127.0.0.1", expired=kind == "expired"
    )
    if kind != "nobody's":
        monkeypatch.setenv("SSL_CERT_FILE", str(made.path))
    ssl_context.cache_clear()
    try:
        with Loopback(tls=made.context) as secure:
            line = await desk.refused(secure.answer("/feed", Answer(rss("One"))))
            assert "certificate of 127.0.0.1 is not valid" in line
            assert secure.requests == []
    finally:
        ssl_context.cache_clear()


@case(22)
@in_the_loop
async def test_no_tls_where_tls_is_asked_for(desk: Desk, server: Loopback) -> None:
    async with Web(connect_timeout=0.3) as web:
        await desk.refused(server.answer("/feed", Answer(rss("One"))).replace("http:", "https:"), web)


NO_HOSTS = [
    "http://" + "a" * 300 + ".example/", "http://" + ".".join(["a" * 60] * 20) + "/", "http://xn--/", "http://xn--\u0430/",
    "http://xn--99999999/", "http://example.com:99999/", "http://example.com:-1/", "http://example.com:port/",
    "http://[::1/", "http://[1:2]/", "http://a..b/", "http://.a/", "http://exa\x00mple.com/", "http://exa mple.com/",
    "http://\ud800.example/", "http://example.com\x1b[2J/", "http://\u202eexample.com/", "http://①②⑦.⓪.⓪.①/",
    "http://-/", "http://*/", "http://%00/", "http://256.256.256.256/", "http://1.2.3.4.5/", "http://:80/", "http://@/",
    "http://user@/", "https://" + "é" * 200 + "/", "http:/example.com", "http:example.com", "http", ":", "//", "",
    "http://\U0001f4a9.invalid/", "http://nowhere.invalid/" + "a" * 100_000,
]  # fmt: skip


@case(21)
@in_the_loop
async def test_hosts_and_ports_that_cannot_be(desk: Desk) -> None:
    for url in NO_HOSTS:
        await desk.refused(url)


@case(21)
@in_the_loop
async def test_an_address_that_is_the_longest_allowed_is_asked(desk: Desk, server: Loopback) -> None:
    path = "/" + "a" * 2000
    assert (await desk.beside_an_honest_one(server.answer(path, Answer(rss("One"))))).error is None


@case(23)
@in_the_loop
async def test_cookies_are_never_sent(desk: Desk, server: Loopback) -> None:
    baked = {"Set-Cookie": "id=7; Path=/; Domain=127.0.0.1"}
    with Loopback("127.0.0.2") as other:
        server.answer("/a", Answer(status=302, headers={"Location": "/b", **baked}))
        server.answer("/b", Answer(status=302, headers={"Location": other.url("/c"), **baked}))
        other.answer("/c", Answer(rss("One"), headers=baked))
        for _ in range(2):
            assert (await desk.beside_an_honest_one(server.url("/a"))).error is None
        for request in (*server.requests, *other.requests):
            assert "cookie" not in request.headers
            assert "referer" not in request.headers


@case(23)
@in_the_loop
async def test_a_password_never_crosses_hosts(desk: Desk, server: Loopback) -> None:
    with Loopback("127.0.0.2") as other, Loopback() as another_port:
        server.answer("/a", redirect("/b"))
        server.answer("/b", redirect(another_port.url("/c")))
        another_port.answer("/c", redirect(other.url("/d").replace("//", "//evil:s3cret@")))
        other.answer("/d", Answer(rss("One")))
        result = await desk.beside_an_honest_one(server.url("/a").replace("//", "//me:s3cret@"))
        assert (result.new, result.error) == (1, None)
        assert "s3cret" not in repr(result) + repr(await desk.held())
        asked = [request for request in server.requests if not request.path.startswith("/honest")]
        assert [request.headers.get("authorization") for request in asked] == ["Basic bWU6czNjcmV0"] * 2
        for request in (*another_port.requests, *other.requests):
            assert "authorization" not in request.headers


@case(23)
@pytest.mark.parametrize("rest", ["/gone", ":99999/", "/%zz?q=\x1b", "[/", "/feed@x:y"])
@in_the_loop
async def test_a_password_is_never_told(desk: Desk, server: Loopback, rest: str) -> None:
    for start in (
        f"http://me:s3cret@127.0.0.1:{server.port}",
        "http://me:s3cret@nowhere.invalid",
        "gopher://me:s3cret@x",
    ):
        result = await desk.beside_an_honest_one(start + rest)
        assert result.error is not None
        assert "s3cret" not in repr(result)


@case(23)
def test_a_password_is_never_printed(server: Loopback, home: Path) -> None:
    """The program itself: what it prints and what it stores of articles."""
    server.answer("/feed", Answer(rss("One")))
    feed = server.url("/feed").replace("//", "//me:s3cret@")
    gone = server.url("/gone").replace("//", "//me:s3cret@")
    config = home / "feeds.toml"
    config.write_text(
        f'[[source]]\nname = "A"\nurl = "{feed}"\n[[source]]\nname = "B"\nurl = "{gone}"\n', encoding="utf-8"
    )
    said = ""
    for command in (["refresh", "--json"], ["refresh", "B"], ["list", "--json"], ["show", "--json", gone]):
        done = subprocess.run(
            [sys.executable, "-m", "tui_reader", *command, "--config", str(config)],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        said += done.stdout + done.stderr
    assert "s3cret" not in said
    assert "127.0.0.1" in said
    first = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
    assert first["outcome"] in ("new", "error")


@case(13)
@in_the_loop
async def test_a_page_that_an_entry_names_is_not_fetched_from_inside(desk: Desk, server: Loopback) -> None:
    """What is fetched because a feed names it is a stranger's address too."""
    from tui_reader.errors import FetchError
    from tui_reader.fetching import fetch_full

    with Loopback("127.0.0.2") as inside:
        inside.answer("/secret", Answer(b"<p>" + b"secret " * 200 + b"</p>"))
        feed = rss("One").replace(b"<link>/0</link>", f"<link>{inside.url('/secret')}</link>".encode())
        async with Web(lookup=names, is_public=is_public) as web:
            await desk.refresh(source(server.answer("/feed", Answer(feed))), web=web)
            (article,) = await desk.held()
            with pytest.raises(FetchError, match="private network"):
                await fetch_full(article, web=web, workers=desk.workers)
        assert inside.requests == []
    await asyncio.sleep(0)
