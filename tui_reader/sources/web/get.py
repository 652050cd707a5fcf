"""GET over HTTP/1.1: polite, bounded in time and size, with our own rules for redirects.

Of httpx, its addresses, fields and parser (h11) are used. Its client would do on its own what must follow rules here:
keep cookies, take credentials from addresses and netrc, follow redirects, and unpack bodies without bounds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import httpx

from tui_reader import __version__
from tui_reader.errors import FetchError
from tui_reader.limits import CONNECT_SECONDS, FETCH_SECONDS, MAX_BODY, MAX_REDIRECTS
from tui_reader.model import Validators
from tui_reader.sources.web import addresses, failures, urls
from tui_reader.sources.web.addresses import Reach
from tui_reader.sources.web.answers import Answer, Response
from tui_reader.sources.web.bodies import Body, BodyError
from tui_reader.sources.web.dialing import Lookup, look_up
from tui_reader.sources.web.failures import UnreachableError, WrongAddressError
from tui_reader.sources.web.pools import Pools, proxy_for
from tui_reader.sources.web.turns import Turns
from tui_reader.sources.web.ways import Exchange
from tui_reader.words import tr

USER_AGENT = f"tui-reader/{__version__} (a news reader for the terminal)"
ACCEPT_FEED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
)
ACCEPT_PAGE = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"
MAX_CONNECTIONS = 150
MAX_FIELD = 1000
BREATH = 50
REDIRECTS = (301, 302, 303, 307, 308)
PERMANENT = (301, 308)
ANSWERS = (200, 202, 203, 204)
Room = Callable[[int], Awaitable[None]]


async def plenty(_: int) -> None:
    """Room for every body."""


@dataclass
class _Trip:
    """One GET with its redirects: what is left of its time, and what was seen on the way."""

    home: httpx.URL
    headers: dict[str, str]
    seconds: float
    room: Room = plenty
    timer: asyncio.Timeout | None = None
    permanent: bool = True
    moved_to: str | None = None
    visited: set[str] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)

    async def ask_room(self, size: int) -> None:
        """Wait for room for a body; that is no time of the server's."""
        loop = asyncio.get_running_loop()
        ends = self.timer.when() if self.timer is not None else None
        begun = loop.time()
        if self.timer is None or ends is None:
            await self.room(size)
            return
        self.timer.reschedule(None)
        await self.room(size)
        waited = loop.time() - begun
        self.timer.reschedule(ends + waited)
        self.seconds += waited


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Web:
    """GET for feeds and pages. Use as ``async with Web() as web``.

    ``deadline`` is the total time in seconds of one GET with its redirects; waiting for a place in the
    queue does not count. ``limit`` bounds a body in bytes, packed and unpacked. ``connections`` requests
    run at once; one that takes longer than ``patience`` seconds makes room for another beside it, so that
    many dead hosts do not keep the living ones waiting. ``lookup`` and ``is_public`` stand for the name
    server and the shape of the Internet.
    """

    def __init__(
        self,
        *,
        deadline: float = FETCH_SECONDS,
        connect_timeout: float = CONNECT_SECONDS,
        limit: int = MAX_BODY,
        connections: int = 20,
        per_host: int = 4,
        patience: float = 3.0,
        now: Callable[[], datetime] = _utc_now,
        lookup: Lookup = look_up,
        is_public: Callable[[str], bool] = addresses.is_public,
    ) -> None:
        self._deadline = deadline
        self._connect_timeout = connect_timeout
        self._limit = limit
        self._now = now
        self._is_public = is_public
        most = max(connections, min(connections * 10, MAX_CONNECTIONS))
        self._pools = Pools(most, lookup, is_public)
        self._turns = Turns(connections, most, per_host, patience)
        self._trusted: set[str] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pools.aclose()

    def trust(self, named: Iterable[str]) -> None:
        """The reader named these addresses: their hosts may be on this machine or a private network.

        What is no address is passed over; it says so when it is fetched.
        """
        for url in named:
            try:
                self._trusted.add(urls.host(urls.parse(url)))
            except WrongAddressError:
                continue

    async def get(
        self,
        url: str,
        validators: Validators = Validators(),  # noqa: B008  (it is frozen)
        *,
        typed: bool = False,
        accept: str = ACCEPT_FEED,
        room: Room = plenty,
    ) -> Response:
        """What is at ``url``; with ``validators``, only if it has changed since.

        ``room`` is awaited, with the bytes that a body may take, before one is received that is not small.

        ``typed`` says that the reader wrote this address, in a file or on the command line. Where
        ``validators`` know a new address, that one is asked, and ``url`` again if it is no good. Raises
        FetchError; AskedToWaitError, a FetchError with ``not_before``, for 429 and 503.
        """
        home = urls.parse(url)
        if typed:
            self.trust([url])
        headers = _headers(validators, accept)
        trip = _Trip(home, headers, self._deadline, room)
        if validators.moved_to:
            try:
                moved = urls.parse(validators.moved_to)
                response = await self._travel(moved, trip)
                kept = response.moved_to or urls.shown(moved)
                return replace(response, moved_to=None if kept == urls.shown(home) else kept)
            except (UnreachableError, WrongAddressError):
                trip = _Trip(home, headers, trip.seconds, room)  # the old address may know a newer one
        return await self._travel(home, trip)

    async def _travel(self, url: httpx.URL, trip: _Trip) -> Response:
        """Ask ``url`` and follow where it leads, by our own rules."""
        typed = urls.host(url) in self._trusted and url.raw_host == trip.home.raw_host
        reach = Reach.ANYWHERE if typed else Reach.PUBLIC
        for _ in range(MAX_REDIRECTS + 1):
            if str(url) in trip.visited:
                raise WrongAddressError(
                    tr("{host} redirects in a circle; check the address", host=urls.host(url))
                )
            trip.visited.add(str(url))
            answer = await self._ask(url, trip, reach)
            if answer.status not in REDIRECTS:
                return self._response(url, answer, trip)
            target = self._led_to(url, answer, trip)
            reach = self._reach(reach, url, target, answer.peer)
            url = target
        raise WrongAddressError(
            tr(
                "{host}: more than {count} redirects; check the address",
                host=urls.host(url),
                count=MAX_REDIRECTS,
            )
        )

    def _reach(self, reach: Reach, url: httpx.URL, target: httpx.URL, peer: str | None) -> Reach:
        """How far the answer of ``peer`` (None: by a proxy, so of the Internet) for ``url`` may lead."""
        further = Reach.PUBLIC if peer is None else addresses.reach_from(peer, self._is_public)
        if further is not Reach.PUBLIC and target.raw_host == url.raw_host:
            return reach  # it stays where it is
        return max(reach, further)

    def _led_to(self, url: httpx.URL, answer: Answer, trip: _Trip) -> httpx.URL:
        target = urls.target(url, answer.headers.get("location"))
        insecure = (url.scheme, target.scheme) == ("https", "http")
        if insecure:
            trip.warnings.append(
                tr(
                    "{host} redirects from https to http ({target}): others on the way can read and change it",
                    host=urls.host(url),
                    target=urls.host(target),
                )
            )
        trip.permanent = trip.permanent and answer.status in PERMANENT and not insecure
        if trip.permanent:
            trip.moved_to = urls.shown(target)
        return target

    async def _ask(self, url: httpx.URL, trip: _Trip, reach: Reach) -> Answer:
        """One request and its answer, in the host's turn and within the time that is left."""
        loop = asyncio.get_running_loop()
        name = urls.host(url)
        way = (url.scheme, url.port, reach)
        async with self._turns.turn(name, way) as turn:
            started = loop.time()
            try:
                async with asyncio.timeout(trip.seconds) as trip.timer:
                    return await self._exchange(url, trip, reach)
            except TimeoutError as error:
                raise FetchError(failures.too_slow(name, self._deadline)) from error
            except UnreachableError as error:
                turn.unreachable(way, str(error))
                raise
            finally:
                trip.seconds -= loop.time() - started

    async def _exchange(self, url: httpx.URL, trip: _Trip, reach: Reach) -> Answer:
        name = urls.host(url)
        proxy = proxy_for(url.scheme, name)
        with failures.told(name, proxy, self._connect_timeout):
            way = self._pools.way(secure=url.scheme == "https", reach=reach, proxy=proxy)
            asked = urls.bare(url)
            fields = {"Host": asked.netloc.decode("ascii")} | trip.headers | urls.credentials(trip.home, url)
            exchange = await way.ask(asked, list(fields.items()), self._connect_timeout)
            try:
                return await self._read(exchange, trip)
            finally:
                await exchange.close()

    async def _read(self, exchange: Exchange, trip: _Trip) -> Answer:
        headers = httpx.Headers(exchange.fields)
        answer = Answer(exchange.status, headers, exchange.reason.decode("latin-1"), exchange.peer)
        if answer.status == 304:
            async for _ in exchange.chunks():
                pass  # nothing comes, but only now is the connection free again
            return answer
        if answer.status not in ANSWERS:
            return answer  # what a redirect or an error says at length is of no use
        declared = headers.get("content-length", "")
        if declared.isascii() and declared.isdigit() and (len(declared) > 12 or int(declared) > self._limit):
            raise BodyError(tr("wants to send more than {size} MB", size=self._limit // 1_000_000))
        body = Body(headers.get("content-encoding"), self._limit)
        await self._receive(exchange, body, trip)
        content, digest = body.finish()
        return replace(answer, body=content, body_hash=digest)

    async def _receive(self, exchange: Exchange, body: Body, trip: _Trip) -> None:
        count = 0
        async for chunk in exchange.chunks():
            body.feed(chunk)
            if body.crowded:
                await trip.ask_room(self._limit)
                body.widen()
            count += 1
            if (
                count % BREATH == 0
            ):  # what came in crumbs is read without waiting: others must have their turn
                await asyncio.sleep(0)

    def _response(self, url: httpx.URL, answer: Answer, trip: _Trip) -> Response:
        name = urls.host(url)
        not_before = addresses.parse_retry_after(answer.headers.get("retry-after"), self._now())
        conditional = any(header.startswith("If-") for header in trip.headers)
        if answer.status not in ANSWERS and not (answer.status == 304 and conditional):
            raise failures.of_status(name, answer.status, answer.reason, not_before)
        return Response(
            status=304 if answer.status == 304 else 200,
            url=urls.shown(url),
            body=answer.body,
            body_hash=answer.body_hash,
            moved_to=trip.moved_to,
            etag=_plain(answer.headers.get("etag")),
            last_modified=_plain(answer.headers.get("last-modified")),
            content_type=_plain(answer.headers.get("content-type")),
            not_before=not_before,
            warnings=tuple(trip.warnings),
        )


def _headers(validators: Validators, accept: str) -> dict[str, str]:
    headers = {"User-Agent": USER_AGENT, "Accept": accept, "Accept-Encoding": "gzip, deflate"}
    if etag := _plain(validators.etag):
        headers["If-None-Match"] = etag
    if last_modified := _plain(validators.last_modified):
        headers["If-Modified-Since"] = last_modified
    return headers


def _plain(value: str | None) -> str | None:
    """A field that can be sent back and shown as it is: short printable ASCII."""
    return value if value and len(value) <= MAX_FIELD and value.isascii() and value.isprintable() else None
