"""Articles as they are written: every value is made where an article is read, so that whoever stores it only stores.

A row is pickled and unpickled quickly, and says of an article all that storing it asks for; `Row.article` gives it back.
"""

from __future__ import annotations

from typing import NamedTuple

from tui_reader.library import content
from tui_reader.model import Article, Validators
from tui_reader.stories import claims, sketch
from tui_reader.stories.doubling import heading


class Row(NamedTuple):
    """One article for `Library.keep`; texts are such as SQLite can hold.

    ``published`` is in seconds since 1970, UTC; ``words`` are the columns of the index; ``claims`` are kinds and keys;
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
    words: tuple[str, ...]
    claims: tuple[tuple[int, int], ...]
    traits: bytes | None = None
    pictured: int = 0
    heading: int | None = None

    def article(self) -> Article:
        """The article that this row was made of."""
        return content.unpack(self.body, self.source)


class Lot(NamedTuple):
    """What one feed or folder brought, and what is remembered of it under ``key`` once that is stored."""

    key: str
    rows: tuple[Row, ...]
    validators: Validators


def to_row(article: Article, *, compared: bool = False) -> Row:
    """``article`` ready to be stored; with its sketch where its source has other languages to be ``compared`` with."""
    document = content.to_bytes(article)
    return Row(
        id=article.id,
        source=content.storable(article.source),
        title=content.storable(article.title),
        language=content.storable(article.language) if article.language else None,
        url=content.storable(article.url) if article.url else None,
        address=content.address(article.url),
        published=content.seconds(article.published),
        summary=content.summary(article),
        names=content.named_languages(article),
        partial=article.partial,
        given=content.fingerprint(document, article.source),
        body=content.pack(document),
        words=content.search_fields(article),
        claims=tuple((int(claim.kind), claim.key) for claim in claims(article)),
        traits=traits_of(article) if compared else None,
        pictured=content.pictured(article),
        heading=heading(article.title),
    )


def traits_of(article: Article) -> bytes:
    """What of ``article`` is compared with articles in other languages; empty where nothing can be."""
    drawn = sketch(article)
    return drawn.traits if drawn is not None else b""
