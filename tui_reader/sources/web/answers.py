"""What comes back: one exchange's answer, and the response that a caller gets."""

from __future__ import annotations

from datetime import datetime

import httpx

from tui_reader.values import frozen


@frozen
class Response:
    """An answer: ``status`` 200 with the decoded ``body``, or 304 with none.

    ``url`` is where it came from in the end, without credentials. ``moved_to`` is where to ask next time,
    given when permanent redirects (301, 308) led there. ``body_hash`` is hexadecimal. ``not_before`` is
    the time until which the server asked to be left alone. ``warnings`` are lines for the reader.
    """

    status: int
    url: str
    body: bytes = b""
    body_hash: str = ""
    moved_to: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None
    not_before: datetime | None = None
    warnings: tuple[str, ...] = ()


@frozen
class Answer:
    """What one exchange brought; ``peer`` is the address that was connected to, None behind a proxy."""

    status: int
    headers: httpx.Headers
    reason: str
    peer: str | None
    body: bytes = b""
    body_hash: str = ""
