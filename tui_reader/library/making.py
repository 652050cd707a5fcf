"""Articles made into rows (`rows`): all that lists, stories, doubles and the index ask for, drawn from the text."""

from __future__ import annotations

from tui_reader.library import content, packing
from tui_reader.library.rows import Row
from tui_reader.model import Article
from tui_reader.stories.claiming import claims
from tui_reader.stories.doubling import heading
from tui_reader.stories.sketches import sketch


def to_row(article: Article, *, compared: bool = False) -> Row:
    """``article`` ready to be stored; with its sketch where its source has other languages to be ``compared`` with."""
    document = packing.to_bytes(article)
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
        body=packing.pack(document),
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
