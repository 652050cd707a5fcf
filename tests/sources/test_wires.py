"""Wires: the bytes of one connection, against servers that send much, at once, too early, or break off."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from tui_reader.sources.web.wires import AT_ONCE, Wire


@asynccontextmanager
async def wired(say: Callable[[asyncio.StreamWriter], None]) -> AsyncIterator[Wire]:
    """A wire to a server that says something to whoever connects."""
    done = asyncio.Event()

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        say(writer)
        await done.wait()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        _, wire = await asyncio.get_running_loop().create_connection(Wire, "127.0.0.1", port)
        try:
            async with asyncio.timeout(20):
                yield wire
        finally:
            done.set()
            wire.close()


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110  (nothing tells of it)
            await asyncio.sleep(0.001)


async def test_all_comes_in_pieces_however_slowly_it_is_read() -> None:
    sent = os.urandom(8_000_000)
    async with wired(lambda writer: writer.write(sent)) as wire:
        await until(lambda: wire._paused)
        assert wire._size <= AT_ONCE + 262_144  # what asyncio reads at one time may come on top
        pieces: list[bytes] = []
        while sum(len(piece) for piece in pieces) < len(sent):
            pieces.append(bytes(await wire.read()))
            assert wire._size <= AT_ONCE + 262_144
    assert max(map(len, pieces)) == AT_ONCE
    assert b"".join(pieces) == sent


async def test_the_end_comes_after_what_was_sent() -> None:
    def say(writer: asyncio.StreamWriter) -> None:
        writer.write(b"all")
        writer.write_eof()

    async with wired(say) as wire:
        await until(lambda: wire._ended)
        assert [bytes(await wire.read()) for _ in range(3)] == [b"all", b"", b""]
        assert not wire.quiet


async def test_a_connection_that_breaks_is_an_error() -> None:
    def say(writer: asyncio.StreamWriter) -> None:
        peer = writer.get_extra_info("socket")
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    async with wired(say) as wire:
        with pytest.raises(ConnectionResetError):
            await wire.read()


async def test_what_comes_before_the_connection_is_secure_is_not_taken_for_an_answer() -> None:
    said: list[asyncio.StreamWriter] = []

    def say(writer: asyncio.StreamWriter) -> None:
        said.append(writer)
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")

    async with wired(say) as wire:
        assert wire.peer == "127.0.0.1"
        await until(lambda: not wire.quiet)
        with pytest.raises(ConnectionResetError):
            await wire.secure(ssl.create_default_context(), "127.0.0.1")
    assert said
