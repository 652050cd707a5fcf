"""Connections: a name becomes addresses, the addresses are judged, and one of them answers.

The judgement falls on the very address that is then connected to, so a name that changes between check and
connect gains nothing. Names are looked up in threads of their own that nobody waits for at the end: a
silent name server must not keep the reader from quitting.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from tui_reader.sources.web.addresses import is_literal
from tui_reader.sources.web.wires import Wire
from tui_reader.words import tr

Lookup = Callable[[str, int], Awaitable[Sequence[str]]]
MAX_ADDRESSES = 8
STAGGER = 0.25  # seconds before the next address is tried beside the first (RFC 8305 section 5)


class DialError(Exception):
    """Why no connection was made, as words that follow 'could not reach HOST: '."""


class NoConnectionError(Exception):
    """Nobody answered, or nobody who could prove who he is; the cause says why."""


class SlowConnectionError(Exception):
    """No connection was made in time."""


class PrivateAddressError(DialError):
    """A public page tried to lead onto this machine or into a private network."""


async def look_up(host: str, port: int) -> Sequence[str]:
    """The IP addresses of ``host``; raises DialError when it has none or the name server is silent."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Sequence[str]] = loop.create_future()

    def settle(addresses: Sequence[str], error: DialError | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(addresses)

    def ask() -> None:
        addresses: list[str] = []
        error: DialError | None = None
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        except socket.gaierror as problem:
            error = DialError(_why(problem))
        except (OSError, ValueError):  # UnicodeError, a ValueError, is a name that can't be one
            error = DialError(tr("no such host; check the address"))
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, addresses, error)

    threading.Thread(target=ask, name=f"lookup {host[:40]}", daemon=True).start()
    return await answer


def _why(problem: socket.gaierror) -> str:
    if problem.errno == socket.EAI_AGAIN:
        return tr("the name server does not answer; check your connection")
    return tr("no such host; check the address or your connection")


class Dialer:
    """Opens connections, only to addresses that are ``allowed``."""

    def __init__(self, lookup: Lookup, allowed: Callable[[str], bool]) -> None:
        self._lookup = lookup
        self._allowed = allowed

    async def dial(self, host: str, port: int, seconds: float, context: ssl.SSLContext | None) -> Wire:
        """A wire to the first address of ``host`` that answers within ``seconds``, lookup included.

        Secure where there is a ``context``, for which there are as many ``seconds`` again. Raises DialError,
        NoConnectionError and SlowConnectionError.
        """
        try:
            async with asyncio.timeout(seconds):
                wire = await self._connected(host, port)
            if context is None:
                return wire
            try:
                async with asyncio.timeout(seconds):
                    await wire.secure(context, host)
            except BaseException:
                wire.close()
                raise
        except TimeoutError as error:
            raise SlowConnectionError from error
        except OSError as error:
            raise NoConnectionError(str(error)) from error
        return wire

    async def _connected(self, host: str, port: int) -> Wire:
        addresses = [host] if is_literal(host) else await self._lookup(host, port)
        allowed = [address for address in addresses if self._allowed(address)]
        if addresses and not allowed:
            raise PrivateAddressError(tr("it is on this machine or a private network"))
        return await self._race(_interleaved(allowed)[:MAX_ADDRESSES], port)

    async def _race(self, addresses: list[str], port: int) -> Wire:
        """Try the addresses in turn, each a moment after the one before; the first to answer wins."""
        if len(addresses) == 1:
            return await _connect(addresses[0], port)
        waiting = list(addresses)
        running: set[asyncio.Task[Wire]] = set()
        failure: BaseException = DialError(tr("no such host; check the address"))
        try:
            while waiting or running:
                if waiting:
                    running.add(asyncio.create_task(_connect(waiting.pop(0), port)))
                done, running = await asyncio.wait(
                    running, timeout=STAGGER if waiting else None, return_when=asyncio.FIRST_COMPLETED
                )
                for task in done:
                    problem = task.exception()
                    if problem is None:
                        running |= done - {task}
                        return task.result()
                    failure = problem
            raise failure
        finally:
            await _hang_up(running)


async def _connect(address: str, port: int) -> Wire:
    _, wire = await asyncio.get_running_loop().create_connection(Wire, address, port)
    return wire


async def _hang_up(losers: set[asyncio.Task[Wire]]) -> None:
    for task in losers:
        task.cancel()
    for outcome in await asyncio.gather(*losers, return_exceptions=True):
        if isinstance(outcome, Wire):
            outcome.close()


def _interleaved(addresses: Sequence[str]) -> list[str]:
    """One family after the other in turn, beginning with that of the first (RFC 8305 section 4)."""
    six = [address for address in addresses if ":" in address]
    four = [address for address in addresses if ":" not in address]
    first, second = (six, four) if addresses and ":" in addresses[0] else (four, six)
    mixed = [address for pair in zip(first, second, strict=False) for address in pair]
    shorter = min(len(first), len(second))
    return mixed + first[shorter:] + second[shorter:]
