"""What must hold of every article, whatever it was made of."""

from __future__ import annotations

from collections.abc import Sequence

from tests.foreign import is_safe
from tui_reader.model import Article


def assert_safe(article: Article) -> None:
    """No field holds what a terminal would obey."""
    lines: Sequence[str | None] = (
        article.title, article.lead, article.url, article.site, *article.authors,
        *(text for photo in article.photos for text in (photo.url, photo.alt, photo.caption, photo.credit)),
        *(text for link in article.related for text in (link.title, link.url)),
        *(text for link in article.editions for text in (link.title, link.url, link.language)),
        *(link.url for block in article.body for link in block.links),
    )  # fmt: skip
    for line in lines:
        assert line is None or is_safe(line), ascii(line[:200])
    for block in article.body:
        assert is_safe(block.text, "\n\t"), ascii(block.text[:200])
