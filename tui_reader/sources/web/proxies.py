"""The way by a proxy, for those whose environment names one: httpcore's, with errors as those of a direct way."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

import h11
import httpcore
import httpx

from tui_reader.sources.web.dialing import NoConnectionError, SlowConnectionError
from tui_reader.sources.web.ways import Exchange, Fields, ProxyRefusedError


class ByProxy:
    """The connections by one proxy. Raises ValueError for a proxy address that can't be used."""

    def __init__(
        self,
        address: str,
        context: ssl.SSLContext | None,
        proxy_context: ssl.SSLContext | None,
        connections: int,
        keepalive: int,
        keepalive_seconds: float,
    ) -> None:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("only http and https proxies can be used; change the proxy setting")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        self._pool = httpcore.AsyncHTTPProxy(
            proxy_url=httpcore.URL(scheme=parts.scheme, host=parts.hostname, port=port, target="/"),
            proxy_auth=(unquote(parts.username), unquote(parts.password or "")) if parts.username else None,
            proxy_ssl_context=proxy_context,
            ssl_context=context,
            max_connections=connections,
            max_keepalive_connections=keepalive,
            keepalive_expiry=keepalive_seconds,
        )

    async def ask(self, url: httpx.URL, fields: list[tuple[str, str]], seconds: float) -> Exchange:
        """GET ``url``; the whole time is its caller's business."""
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        request = httpcore.Request(
            "GET", target, headers=fields, extensions={"timeout": {"connect": seconds, "write": seconds}}
        )
        with _told():
            return _Exchange(await self._pool.handle_async_request(request))

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()


class _Exchange:
    """See `Exchange`."""

    peer: str | None = None

    def __init__(self, answer: httpcore.Response) -> None:
        self.status: int = answer.status
        self.reason: bytes = answer.extensions.get("reason_phrase", b"")
        self.fields: Fields = answer.headers
        self._answer = answer

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body as it comes over the wire."""
        with _told():
            async for chunk in self._answer.aiter_stream():
                yield chunk

    async def close(self) -> None:
        """It was read, or is of no use."""
        with _told():
            await self._answer.aclose()


@contextmanager
def _told() -> Iterator[None]:
    """What httpcore raises, as a direct way raises it."""
    try:
        yield
    except httpcore.ConnectTimeout as error:
        raise SlowConnectionError from error
    except httpcore.ConnectError as error:
        raise NoConnectionError(str(error)) from error
    except httpcore.ProxyError as error:
        raise ProxyRefusedError(str(error)) from error
    except httpcore.TimeoutException as error:
        raise TimeoutError(str(error)) from error
    except httpcore.NetworkError as error:
        raise ConnectionError(str(error)) from error
    except httpcore.RemoteProtocolError as error:
        raise h11.RemoteProtocolError(str(error)) from error
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, httpcore.ConnectionNotAvailable) as error:
        raise ValueError(str(error)) from error
