"""A response's body, taken apart in bounded memory.

A few hundred bytes may unpack to a gigabyte, so every step of unpacking is told how much it may give
(zlib's ``max_length``); counting afterwards would come too late.
"""

from __future__ import annotations

import zlib
from hashlib import blake2b
from io import BytesIO
from typing import Protocol

from tui_reader.words import tr

SMALL = 2_000_000  # decoded bytes that a body takes without asking for room
_GZIP_MAGIC = b"\x1f\x8b"


class BodyError(ValueError):
    """Why a body can't be used, as words that follow a host's name: 'sent more than 15 MB'."""


class _Inflater(Protocol):
    """What `zlib.decompressobj` makes."""

    @property
    def unconsumed_tail(self) -> bytes: ...

    @property
    def unused_data(self) -> bytes: ...

    @property
    def eof(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


class Body:
    """Collects a body chunk by chunk: undoes gzip or deflate, counts, hashes.

    ``encoding`` is the Content-Encoding field. Only one layer of gzip or deflate is undone (that is all
    that we offer to accept); anything else raises BodyError, as do more than ``limit`` decoded bytes.
    One that becomes larger than `SMALL` stops: where it is ``crowded``, call `widen` and feed it on.
    """

    def __init__(self, encoding: str | None, limit: int) -> None:
        self._coding = (encoding or "identity").strip().lower() or "identity"
        if self._coding not in ("identity", "gzip", "x-gzip", "deflate"):
            raise BodyError(
                tr("packed its answer in a way that was not asked for ({how})", how=self._coding[:40])
            )
        self._limit = limit
        self._size = 0
        self._roomy = False
        self._packed = 0
        self._content = BytesIO()  # gives its bytes away without a copy
        self._hash = blake2b(digest_size=16)
        self._head = b""
        self._inflater: _Inflater | None = None

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes as they came over the wire."""
        self._packed += len(chunk)
        if self._packed > self._limit:
            raise self._too_large()
        if self._coding == "identity":
            self._keep(chunk)
            return
        try:
            self._inflate(self._head + chunk)
        except zlib.error as error:
            raise BodyError(tr("sent a packed answer that can't be unpacked")) from error

    @property
    def crowded(self) -> bool:
        """Whether it has stopped, because it is no longer small."""
        return self._size > SMALL and not self._roomy

    def widen(self) -> None:
        """There is room for all that it may become: go on with what was left."""
        self._roomy = True
        self.feed(b"")

    def finish(self) -> tuple[bytes, str]:
        """The decoded bytes and their hash; BodyError when the packed data broke off."""
        if self._head or (self._inflater is not None and not self._inflater.eof):
            raise BodyError(tr("broke off in the middle of its answer"))
        return self._content.getvalue(), self._hash.hexdigest()

    def _inflate(self, data: bytes) -> None:
        if self._inflater is None:
            if len(data) < 2:
                self._head = data
                return
            self._inflater = self._start(data)
        self._head, full = b"", True
        while data or full:
            if self._inflater.eof:  # a gzip file may have several members; what else follows is no data
                if self._coding == "deflate" or not data.startswith(_GZIP_MAGIC):
                    return
                self._inflater = self._start(data)
            most = min(SMALL, self._limit - self._size + 1)
            part = self._inflater.decompress(data, most)
            self._keep(part)
            full = len(part) == most  # there may be more to come of what was taken in already
            data = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail
            if self.crowded:
                self._head = data
                return

    def _start(self, data: bytes) -> _Inflater:
        if self._coding != "deflate":
            return zlib.decompressobj(zlib.MAX_WBITS | 16)
        # "deflate" means the zlib format (RFC 9110 section 8.4.1.2), but some servers send it bare.
        wrapped = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
        return zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._limit:
            raise self._too_large()
        if part:
            self._content.write(part)
            self._hash.update(part)

    def _too_large(self) -> BodyError:
        size = (
            tr("{size} MB", size=f"{self._limit / 1_000_000:.3g}")
            if self._limit >= 1_000_000
            else tr("{count} bytes", count=self._limit)
        )
        return BodyError(tr("sent more than {size}", size=size))
