"""Articles as they are written: every value is made (`making`) where an article is read; whoever stores it only stores.

A row is pickled and unpickled quickly, and says of an article all that storing it asks for; `Row.article` gives it back.
"""

from __future__ import annotations

from typing import NamedTuple

from tui_reader.model import Article, Validators


class Row(NamedTuple):
    """One article for `Library.keep`; texts are such as SQLite can hold.

    ``published`` is in seconds since 1970, UTC; ``words`` are the columns of the index in UTF-8; ``claims`` are kinds and keys;
    ``traits`` those of its sketch, empty where it can't be compared, None where nobody has looked yet; ``pictured`` is `content.pictured`,
    ``heading`` what its headline has in common with a double's.
    """

    id: str
    source: str
    title: str
    language: str | None
    url: str | None
    address: int | None
    published: int | None
    summary: str
    names: str
    partial: bool
    given: bytes
    body: bytes
    words: tuple[bytes, ...]
    claims: tuple[tuple[int, int], ...]
    traits: bytes | None = None
    pictured: int = 0
    heading: int | None = None

    def article(self) -> Article:
        """The article that this row was made of."""
        from tui_reader.library import packing

        return packing.unpack(self.body, self.source)


class Lot(NamedTuple):
    """What one feed or folder brought, and what is remembered of it under ``key`` once that is stored."""

    key: str
    rows: tuple[Row, ...]
    validators: Validators
