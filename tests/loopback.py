"""A real HTTP server on this machine for tests: scripted answers, every request recorded.

    with Loopback() as server:
        server.answer("/feed", Answer(b"<rss>…", etag='"1"'))
        ... fetch server.url("/feed") ...
        assert server.requests[0].headers["if-none-match"] == '"1"'

It runs in a thread with an event loop of its own, so it serves synchronous and asynchronous tests and
programs in other processes, and ends at once whatever its clients do.
"""

from __future__ import annotations

import asyncio
import gzip
import ssl
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from types import TracebackType
from typing import Self


@dataclass(frozen=True)
class Answer:
    """What the server says to one request.

    With ``etag`` or ``last_modified`` a request that has seen it gets a 304. ``gzip`` packs the body where
    the client accepts it. ``delay`` seconds pass before the answer. ``drip`` sends the body piece by piece
    with as many seconds between. ``after`` holds the answer back until it is set. ``raw`` replaces the whole answer, byte for byte. ``length`` overrides
    Content-Length. ``hang`` answers never; ``endless`` repeats the body until the client has gone.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None
    last_modified: str | None = None
    gzip: bool = False
    delay: float = 0.0
    after: threading.Event | None = None
    drip: float | None = None
    raw: bytes | None = None
    length: int | None = None
    reason: str | None = None
    hang: bool = False
    endless: bool = False


@dataclass(frozen=True)
class Request:
    """What a client asked; header names are in lower case. ``connection`` numbers the connections."""

    method: str
    path: str
    headers: Mapping[str, str]
    connection: int


def redirect(location: str, status: int = 301) -> Answer:
    """An answer that leads elsewhere."""
    return Answer(status=status, headers={"Location": location})


class Loopback:
    """The server. ``host`` may be any address of this machine, such as 127.0.0.2."""

    def __init__(self, host: str = "127.0.0.1", *, tls: ssl.SSLContext | None = None) -> None:
        self.host = host
        self.port = 0
        self.requests: list[Request] = []
        self.at_once = 0
        """The most requests that were being answered at the same time."""
        self._tls = tls
        self._answers: dict[str, list[Answer]] = {}
        self._running = 0
        self._connections = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="loopback", daemon=True)
        self._started = threading.Event()
        self._end = asyncio.Event()
        self._arrived = threading.Condition()

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._started.wait(30):
            raise RuntimeError("the loopback server did not start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(5)
        if self._thread.is_alive():
            raise RuntimeError("the loopback server did not end")

    def url(self, path: str = "/", host: str | None = None) -> str:
        """The address of ``path``; ``host`` for another name of this machine."""
        return f"{'https' if self._tls else 'http'}://{host or self.host}:{self.port}{path}"

    def answer(self, path: str, *answers: Answer) -> str:
        """Say these answers one after the other at ``path``, then the last one always. Its address."""
        self._answers[path] = list(answers)
        return self.url(path)

    def serve(self, pages: Mapping[str, bytes], content_type: str) -> None:
        """Say a plain 200 at each path."""
        for path, body in pages.items():
            self.answer(path, Answer(body, headers={"Content-Type": content_type}))

    def asked(self, path: str) -> list[Request]:
        """The requests for ``path`` so far."""
        return [request for request in self.requests if request.path == path]

    def wait_for_requests(self, count: int, path: str | None = None, seconds: float = 30.0) -> None:
        """Block until so many requests have come (in all, or for ``path``)."""

        def enough() -> bool:
            return len(self.requests if path is None else self.asked(path)) >= count

        with self._arrived:
            if not self._arrived.wait_for(enough, seconds):
                raise AssertionError(f"{count} requests were expected, came: {self.requests}")

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._client, self.host, 0, ssl=self._tls)
        self.port = server.sockets[0].getsockname()[1]
        self._started.set()
        await self._end.wait()
        server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        self._connections += 1
        number = self._connections
        try:
            while await self._one(reader, writer, number):
                pass
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
            pass  # the client has gone, or the test is over
        finally:
            writer.transport.abort()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, path, _ = head[0].split(" ")
        headers = dict(_header(line) for line in head[1:] if line)
        request = Request(method, path, headers, number)
        self._running += 1
        self.at_once = max(self.at_once, self._running)
        with self._arrived:
            self.requests.append(request)
            self._arrived.notify_all()
        try:
            return await self._say(self._next(path), request, writer)
        finally:
            self._running -= 1

    def _next(self, path: str) -> Answer:
        answers = self._answers.get(path) or [Answer(b"nothing here", 404)]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    async def _say(self, answer: Answer, request: Request, writer: asyncio.StreamWriter) -> bool:
        """Send one answer; whether the connection goes on."""
        if answer.delay:
            await asyncio.sleep(answer.delay)
        if answer.after is not None:
            await asyncio.to_thread(answer.after.wait, 20.0)
        if answer.hang:
            await self._end.wait()
        if answer.raw is not None:
            pieces: Iterable[bytes] = _pieces(answer.raw, answer.drip)
            await _send(writer, pieces, answer.drip)
            return False
        head, body = _message(answer, request)
        await _send(writer, [head], None)
        await _send(writer, _pieces(body, answer.drip), answer.drip)
        while answer.endless:
            await _send(writer, [body], answer.drip)
        return answer.length is None and request.headers.get("connection") != "close"


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip().lower(), value.strip()


def _pieces(data: bytes, drip: float | None) -> Iterable[bytes]:
    return [data[i : i + 1] for i in range(len(data))] if drip else [data]


async def _send(writer: asyncio.StreamWriter, pieces: Iterable[bytes], pause: float | None) -> None:
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
        if pause:
            await asyncio.sleep(pause)


def _message(answer: Answer, request: Request) -> tuple[bytes, bytes]:
    headers = dict(answer.headers)
    status, body = answer.status, answer.body
    if answer.etag:
        headers["ETag"] = answer.etag
    if answer.last_modified:
        headers["Last-Modified"] = answer.last_modified
    seen = request.headers.get("if-none-match"), request.headers.get("if-modified-since")
    if (answer.etag and seen[0] == answer.etag) or (answer.last_modified and seen[1] == answer.last_modified):
        status, body = 304, b""
    elif answer.gzip and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        body = gzip.compress(body)
    if answer.endless:
        headers["Connection"] = "close"
    elif status not in (204, 304):
        headers["Content-Length"] = str(len(body) if answer.length is None else answer.length)
    reason = answer.reason
    if reason is None:
        reason = ""
        with suppress(ValueError):
            reason = HTTPStatus(status).phrase
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1"), body
