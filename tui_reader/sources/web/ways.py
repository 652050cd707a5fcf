"""What a request takes to its host, direct or by a proxy, and what comes back on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

import httpx

Fields = list[tuple[bytes, bytes]]


class ProxyRefusedError(Exception):
    """The proxy's own answer instead of the host's."""


class Exchange(Protocol):
    """An answer whose body is still to be read; ``peer`` is the address that gave it, None behind a proxy."""

    status: int
    reason: bytes
    fields: Fields
    peer: str | None

    def chunks(self) -> AsyncIterator[bytes]:
        """The body as it comes over the wire."""
        ...

    async def close(self) -> None:
        """It was read, or is of no use."""
        ...


class Way(Protocol):
    """What carries a request."""

    async def ask(self, url: httpx.URL, fields: list[tuple[str, str]], seconds: float) -> Exchange:
        """GET ``url``, which holds no credentials; ``seconds`` are for each step of making a connection."""
        ...

    async def aclose(self) -> None:
        """Close every connection."""
        ...
