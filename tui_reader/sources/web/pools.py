"""The pools of connections: by how far they may reach, plain or secure, by a proxy or not.

Requests of one reach share a pool, so a connection that was opened to an address the reader typed can never be
used again for one that a stranger's page named.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterable, AsyncIterator, Callable
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from tui_reader.sources.web.addresses import Reach, allows, is_private_host
from tui_reader.sources.web.dialing import Dialer, Lookup

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
    return context


def proxy_for(scheme: str, host: str) -> str | None:
    """The proxy that the environment (``https_proxy``, ``no_proxy`` …) names for a host; None for none."""
    if is_private_host(host) or not (proxies := getproxies()):
        return None
    proxy = proxies.get(scheme) or proxies.get("all")
    return None if not proxy or proxy_bypass(host) else proxy


class _Stream(httpx.AsyncByteStream):
    """A body as it comes over the wire."""

    def __init__(self, stream: AsyncIterable[bytes]) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            yield chunk

    async def aclose(self) -> None:
        close = getattr(self._stream, "aclose", None)
        if close is not None:
            await close()


class Transport(httpx.AsyncBaseTransport):
    """httpx's transport over a pool of ours; its errors are httpcore's."""

    def __init__(self, pool: httpcore.AsyncConnectionPool) -> None:
        self._pool = pool

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request, one answer whose body is still to be read and closed."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = await self._pool.handle_async_request(
            httpcore.Request("GET", url, headers=request.headers.raw, extensions=request.extensions)
        )
        if not isinstance(answer.stream, AsyncIterable):
            raise TypeError("the connection pool gave an answer without a stream")
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Stream(answer.stream),
            extensions=dict(answer.extensions),
        )

    async def aclose(self) -> None:
        """Close the pool."""
        await self._pool.aclose()


@dataclass
class Pools:
    """Makes the pools as they are needed and closes them all."""

    connections: int
    lookup: Lookup
    is_public: Callable[[str], bool]
    _made: dict[tuple[bool, Reach, str | None], Transport] = field(default_factory=dict)

    def transport(self, *, secure: bool, reach: Reach, proxy: str | None) -> Transport:
        """What carries such requests. Raises ValueError for a proxy address that can't be used."""
        key = (secure, reach, proxy)
        if key not in self._made:
            self._made[key] = Transport(self._make(secure, reach, proxy))
        return self._made[key]

    async def aclose(self) -> None:
        """Close every connection."""
        made, self._made = list(self._made.values()), {}
        for transport in made:
            await transport.aclose()

    def _make(self, secure: bool, reach: Reach, proxy: str | None) -> httpcore.AsyncConnectionPool:
        context = ssl_context() if secure else None
        keepalive = min(self.connections, MAX_KEEPALIVE)
        if proxy is not None:
            return _proxy_pool(proxy, context, self.connections, keepalive)
        return httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=self.connections,
            max_keepalive_connections=keepalive,
            keepalive_expiry=KEEPALIVE_SECONDS,
            network_backend=Dialer(self.lookup, lambda address: allows(reach, address, self.is_public)),
        )


def _proxy_pool(
    address: str, context: ssl.SSLContext | None, connections: int, keepalive: int
) -> httpcore.AsyncConnectionPool:
    parts = urlsplit(address if "://" in address else f"http://{address}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("only http and https proxies can be used; change the proxy setting")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return httpcore.AsyncHTTPProxy(
        proxy_url=httpcore.URL(scheme=parts.scheme, host=parts.hostname, port=port, target="/"),
        proxy_auth=(unquote(parts.username), unquote(parts.password or "")) if parts.username else None,
        proxy_ssl_context=ssl_context() if parts.scheme == "https" else None,
        ssl_context=context,
        max_connections=connections,
        max_keepalive_connections=keepalive,
        keepalive_expiry=KEEPALIVE_SECONDS,
    )
