"""Articles in few words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tui_reader.model import Article, Block, BlockKind, EditionLink, Photo, RelatedLink, entry_identity

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def article(
    name: str,
    language: str | None = "en",
    *,
    source: str = "Post",
    text: str = "The bridge is open again.",
    hours: float | None = 1,
    story: str | None = None,
    editions: tuple[EditionLink, ...] = (),
    title: str | None = None,
    url: str | None = None,
    partial: bool = False,
    photos: tuple[Photo, ...] = (),
    authors: tuple[str, ...] = (),
    related: tuple[RelatedLink, ...] = (),
) -> Article:
    """The article ``name``, published ``hours`` before NOW."""
    return Article(
        identity=entry_identity(source, language, name),
        title=title or f"About {name}",
        source=source,
        language=language,
        url=url or f"https://{source.lower()}.example/{language}/{name}",
        published=None if hours is None else NOW - timedelta(hours=hours),
        body=(Block(BlockKind.PARAGRAPH, text),) if text else (),
        story=story,
        editions=editions,
        partial=partial,
        photos=photos,
        authors=authors,
        related=related,
    )


def trio(name: str, *, source: str = "Post", hours: float = 1) -> list[Article]:
    """One story in Ukrainian, English and Russian, by a shared name."""
    return [
        article(name, language, story=name, source=source, hours=hours) for language in ("uk", "en", "ru")
    ]
