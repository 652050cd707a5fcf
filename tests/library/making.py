"""Articles in few words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui_reader.model import Article, Block, BlockKind, EditionLink, Photo, RelatedLink, entry_identity
from tui_reader.search.parse import parse
from tui_reader.search.terms import Search

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


# What takes a migration back, so that a test has a library as an older version left it.
_UNDO = {
    2: "DROP TABLE version; DROP TABLE attempt; DROP INDEX article_partial;",
    3: """DELETE FROM claim WHERE kind > 3;
        UPDATE listing SET story = number, alone = 1 WHERE number IN (
            SELECT number FROM tie WHERE how NOT IN ('named', 'story'));
        DROP TABLE sketch; DROP TABLE stale; DROP TABLE resemblance; DROP TABLE tie; DROP TABLE parted;
        ALTER TABLE listing DROP COLUMN core;""",
    4: "ALTER TABLE feed DROP COLUMN failures; ALTER TABLE feed DROP COLUMN retry_at;",
    6: """DROP TABLE tally; DROP INDEX listing_unread; DROP INDEX listing_unread_language;
        CREATE INDEX listing_alone ON listing (time DESC) WHERE alone = 1;""",
    7: "DROP TABLE tag; DROP TABLE note;",
    9: "ALTER TABLE listing DROP COLUMN pictured;",
    11: "DROP TABLE former;",
    10: """DROP TABLE hidden; DROP INDEX listing_hidden;
        DROP INDEX listing_time; DROP INDEX listing_unread; DROP INDEX listing_language;
        DROP INDEX listing_unread_language; DROP INDEX listing_source; DROP INDEX listing_bookmarked;
        DROP INDEX listing_story; ALTER TABLE listing DROP COLUMN hidden;
        CREATE INDEX listing_time ON listing (time DESC); CREATE INDEX listing_unread ON listing (time DESC);
        CREATE INDEX listing_language ON listing (language); CREATE INDEX listing_source ON listing (source);
        CREATE INDEX listing_unread_language ON listing (language);
        CREATE INDEX listing_bookmarked ON listing (time DESC); CREATE INDEX listing_story ON listing (story);""",
    12: """DROP TABLE folding; DROP INDEX listing_line; DROP INDEX article_heading;
        DROP INDEX listing_time; DROP INDEX listing_unread; DROP INDEX listing_language;
        DROP INDEX listing_unread_language; ALTER TABLE article DROP COLUMN heading;
        ALTER TABLE listing DROP COLUMN line; ALTER TABLE listing DROP COLUMN folded;
        CREATE INDEX listing_time ON listing (time DESC); CREATE INDEX listing_unread ON listing (time DESC);
        CREATE INDEX listing_language ON listing (language);
        CREATE INDEX listing_unread_language ON listing (language);""",
}


def back_to(path: Path, version: int) -> None:
    """Leave of the library at ``path`` what ``version`` of its tables had."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for later in sorted((one for one in _UNDO if one > version), reverse=True):
            raw.executescript(_UNDO[later])
        raw.execute(f"PRAGMA user_version = {version}")


def search(text: str, *, typing: bool = False) -> Search:
    """What ``text`` asks for."""
    found = parse(text, now=NOW, zone=UTC, typing=typing)
    assert found is not None
    return found
