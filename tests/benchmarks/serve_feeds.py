"""Serves the feeds of `many_feeds` on loopback: ``python -m tests.benchmarks.serve_feeds FOLDER PORT DELAY KIND``.

A process of its own, so that what it takes isn't the reader's. ``DELAY`` in milliseconds is before each answer;
``KIND`` is ``plain`` (ETag, and 304 to whoever knows it), ``bare`` (no validators) or ``later`` (every tenth
feed has one more entry). It prints a line when it is ready. Linux has all of 127.0.0.0/8 for such a thing.
"""

from __future__ import annotations

import asyncio
import re
import sys
from functools import partial
from hashlib import blake2b
from pathlib import Path

from tests.benchmarks.many_feeds import address

_KNOWN = re.compile(rb"\r\nif-none-match:\s*([^\r\n]*)", re.IGNORECASE)


class _Server(asyncio.Protocol):
    """One connection."""

    def __init__(self, packed: bytes, delay: float, validators: bool) -> None:
        tag = b'"' + blake2b(packed, digest_size=8).hexdigest().encode() + b'"'
        more = b"ETag: " + tag + b"\r\n" if validators else b""
        self._tag = tag if validators else None
        self._delay = delay
        self._unchanged = b"HTTP/1.1 304 Not Modified\r\n" + more + b"\r\n"
        self._full = (
            b"HTTP/1.1 200 OK\r\nContent-Type: application/xml; charset=utf-8\r\nContent-Encoding: gzip\r\n"
            + more
            + f"Content-Length: {len(packed)}\r\n\r\n".encode()
            + packed
        )
        self._head = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._head += data
        if not self._head.endswith(b"\r\n\r\n"):
            return
        known = _KNOWN.search(self._head)
        self._head = b""
        answer = self._unchanged if self._tag and known and known[1] == self._tag else self._full
        asyncio.get_running_loop().call_later(self._delay, self._answer, answer)

    def _answer(self, answer: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(answer)


def bodies(folder: Path, kind: str) -> list[bytes]:
    """The packed feeds in their order, as a server of this kind sends them."""
    count = len(list(folder.glob("*.later.gz")))
    tails = ("later.gz" if kind == "later" and number % 10 == 0 else "gz" for number in range(count))
    return [(folder / f"{number}.{tail}").read_bytes() for number, tail in enumerate(tails)]


async def serve(packed: list[bytes], port: int, delay: float, validators: bool) -> None:
    """Serve until the process is ended."""
    loop = asyncio.get_running_loop()
    servers = []
    for number, body in enumerate(packed):
        host = address(number, port).split("/")[2].split(":")[0]
        servers.append(await loop.create_server(partial(_Server, body, delay, validators), host, port))
    print("ready", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    _, place, port, milliseconds, kind = sys.argv
    asyncio.run(serve(bodies(Path(place), kind), int(port), int(milliseconds) / 1000, kind != "bare"))
