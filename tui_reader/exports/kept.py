"""What is exported: articles with their bookmark, and the pictures that are held of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from tui_reader.model import Article, Held, Photo
from tui_reader.values import frozen


@frozen
class Kept:
    """One article with its bookmark; ``at`` is when it was made."""

    held: Held
    at: datetime | None = None

    @property
    def article(self) -> Article:
        """The article."""
        return self.held.article


@frozen
class Picture:
    """A picture's bytes with its media type and the usual ending of its name."""

    data: bytes
    kind: str
    ending: str


# The picture of an article's photo, where it is held.
Pictures = Callable[[Article, Photo], Picture | None]
Articles = Iterable[Kept]

_SIGNS = (
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"GIF87a", "image/gif", "gif"),
    (b"GIF89a", "image/gif", "gif"),
)


def picture_of(data: bytes | None) -> Picture | None:
    """``data`` as a picture by its first bytes, whatever its server called it; None where it is none that is known.

    No SVG: it may hold scripts.
    """
    if not data:
        return None
    for sign, kind, ending in _SIGNS:
        if data.startswith(sign):
            return Picture(data, kind, ending)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Picture(data, "image/webp", "webp")
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        return Picture(data, "image/avif", "avif")
    return None
