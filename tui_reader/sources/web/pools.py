"""The pools of connections: by how far they may reach, plain or secure, by a proxy or not.

Requests of one reach share a pool, so a connection that was opened to an address the reader typed can never be
used again for one that a stranger's page named.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable, Hashable
from dataclasses import dataclass, field
from functools import cache
from urllib.request import getproxies, proxy_bypass

import h11
import httpx

from tui_reader.sources.web.addresses import Reach, allows, is_private_host
from tui_reader.sources.web.connections import Connection
from tui_reader.sources.web.dialing import Dialer, Lookup
from tui_reader.sources.web.ways import Exchange, Fields, Way

MAX_KEEPALIVE = 20
KEEPALIVE_SECONDS = 15.0


@cache
def ssl_context() -> ssl.SSLContext:
    """The context that every secure connection shares: certificates and host names are checked.

    The machine's own authorities (or those that SSL_CERT_FILE and SSL_CERT_DIR name); where it has none,
    those that come with certifi.
    """
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        import certifi

        context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


def proxy_for(scheme: str, host: str) -> str | None:
    """The proxy that the environment (``https_proxy``, ``no_proxy`` …) names for a host; None for none."""
    if is_private_host(host) or not (proxies := getproxies()):
        return None
    proxy = proxies.get(scheme) or proxies.get("all")
    return None if not proxy or proxy_bypass(host) else proxy


class Direct:
    """Connections to the hosts themselves, of which some are kept for a while after their exchange."""

    def __init__(self, dialer: Dialer, context: ssl.SSLContext | None, most: int) -> None:
        self._dialer = dialer
        self._context = context
        self._most = most
        self.kept: list[tuple[Hashable, float, Connection]] = []
        self._closed = False

    async def ask(self, url: httpx.URL, fields: list[tuple[str, str]], seconds: float) -> Exchange:
        """GET ``url`` over a connection that is made within ``seconds``, or was kept."""
        host = url.raw_host.decode("ascii")
        port = url.port or (80 if self._context is None else 443)
        connection = self._take((host, port))
        if connection is None:
            connection = Connection(await self._dialer.dial(host, port, seconds, self._context))
        try:
            head = await connection.ask(url.raw_path, fields)
        except BaseException:
            connection.close()
            raise
        return _Exchange(self, (host, port), connection, head)

    def give_back(self, origin: Hashable, connection: Connection) -> None:
        """Keep what can be used again, the newest; close the rest."""
        if self._closed or not connection.next_cycle():
            connection.close()
            return
        self.kept.append((origin, time.monotonic() + KEEPALIVE_SECONDS, connection))
        while len(self.kept) > self._most:
            self.kept.pop(0)[2].close()

    async def aclose(self) -> None:
        """Hang up everywhere."""
        self._closed = True
        while self.kept:
            self.kept.pop()[2].close()
        await asyncio.sleep(0)  # the event loop closes the sockets

    def _take(self, wanted: Hashable) -> Connection | None:
        now, kept, found = time.monotonic(), self.kept, None
        self.kept = []
        for origin, until, connection in kept:
            if now > until or not connection.quiet:
                connection.close()
            elif found is None and origin == wanted:
                found = connection
            else:
                self.kept.append((origin, until, connection))
        return found


class _Exchange:
    """See `Exchange`; its connection goes back to where it came from."""

    def __init__(
        self,
        pool: Direct,
        origin: Hashable,
        connection: Connection,
        head: h11.Response | h11.InformationalResponse,
    ) -> None:
        self.status: int = head.status_code
        self.reason: bytes = head.reason
        self.fields: Fields = list(head.headers)
        self.peer = connection.peer
        self._pool = pool
        self._origin = origin
        self._connection = connection

    def chunks(self) -> AsyncIterator[bytes]:
        """The body as it comes over the wire."""
        return self._connection.chunks()

    async def close(self) -> None:
        """It was read, or is of no use."""
        self._pool.give_back(self._origin, self._connection)


@dataclass
class Pools:
    """Makes the pools as they are needed and closes them all."""

    connections: int
    lookup: Lookup
    is_public: Callable[[str], bool]
    _made: dict[tuple[bool, Reach, str | None], Way] = field(default_factory=dict)

    def way(self, *, secure: bool, reach: Reach, proxy: str | None) -> Way:
        """What carries such requests. Raises ValueError for a proxy address that can't be used."""
        key = (secure, reach, proxy)
        if key not in self._made:
            self._made[key] = self._make(secure, reach, proxy)
        return self._made[key]

    async def aclose(self) -> None:
        """Close every connection."""
        made, self._made = list(self._made.values()), {}
        for transport in made:
            await transport.aclose()

    def _make(self, secure: bool, reach: Reach, proxy: str | None) -> Way:
        context = ssl_context() if secure else None
        keepalive = min(self.connections, MAX_KEEPALIVE)
        if proxy is not None:
            from tui_reader.sources.web.proxies import ByProxy  # few have one, and httpcore takes its time

            proxy_context = ssl_context() if proxy.lower().startswith("https:") else None
            return ByProxy(proxy, context, proxy_context, self.connections, keepalive, KEEPALIVE_SECONDS)
        dialer = Dialer(self.lookup, lambda address: allows(reach, address, self.is_public))
        return Direct(dialer, context, keepalive)
