"""One connection's bytes, plain or secure: asyncio's transport beneath, no HTTP above yet."""

from __future__ import annotations

import asyncio
import ssl
from collections import deque

AT_ONCE = 65_536  # bytes that a reader is given, and that may wait for it before the other side has to
Chunk = bytes | memoryview


class Wire(asyncio.Protocol):
    """What `asyncio.loop.create_connection` makes of an address; read by one task at a time."""

    _transport: asyncio.Transport

    def __init__(self) -> None:
        self._waiting: deque[Chunk] = deque()
        self._size = 0
        self._paused = self._ended = False
        self._error: Exception | None = None
        self._reader: asyncio.Future[None] | None = None

    @property
    def peer(self) -> str | None:
        """The IP address at the other end."""
        address = self._transport.get_extra_info("peername")
        return str(address[0]) if address else None

    @property
    def quiet(self) -> bool:
        """Whether it is open and nothing has come that nobody asked for."""
        return not (self._ended or self._waiting)

    async def secure(self, context: ssl.SSLContext, name: str) -> None:
        """Speak TLS from now on, with whoever can prove to be ``name``. Raises OSError (ssl.SSLError is one)."""
        if not self.quiet:  # what came before would pass for what came securely
            raise ConnectionResetError
        loop = asyncio.get_running_loop()
        transport = await loop.start_tls(self._transport, self, context, server_hostname=name)
        if transport is None:
            raise ConnectionResetError
        self._transport = transport

    def write(self, data: bytes) -> None:
        """Send ``data``; what goes wrong is told by `read`."""
        self._transport.write(data)

    async def read(self) -> Chunk:
        """What came next, at most `AT_ONCE` bytes; nothing at the end. Raises OSError where it broke off."""
        while not self._waiting:
            if self._error is not None:
                raise self._error
            if self._ended:
                return b""
            self._resume()
            self._reader = asyncio.get_running_loop().create_future()
            try:
                await self._reader
            finally:
                self._reader = None
        chunk = self._waiting.popleft()
        if len(chunk) > AT_ONCE:
            view = memoryview(chunk)
            self._waiting.appendleft(view[AT_ONCE:])
            chunk = view[:AT_ONCE]
        self._size -= len(chunk)
        return chunk

    def close(self) -> None:
        """Hang up. Nothing that was written is waited for, nor a farewell."""
        self._ended = True
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Asyncio has connected."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Asyncio has read something."""
        self._waiting.append(data)
        self._size += len(data)
        if self._size > AT_ONCE and not self._paused:
            self._paused = True
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        """The other side has said all: the transport closes itself."""
        self._ended = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more comes."""
        self._ended = True
        self._error = exc
        self._wake()

    def _resume(self) -> None:
        if self._paused:
            self._paused = False
            self._transport.resume_reading()

    def _wake(self) -> None:
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)
