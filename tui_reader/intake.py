"""What workers do for a refresh: bytes in, rows out that the library only has to write.

Called by name in other processes, as `reading` is; neither the network nor the library itself is touched here.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui_reader.library.making import to_row
from tui_reader.library.rows import Row
from tui_reader.model import Article
from tui_reader.reading import read_feed, read_folder
from tui_reader.values import frozen


@frozen
class Intake:
    """What one document or folder holds, safe to store and to print."""

    rows: tuple[Row, ...]
    warnings: tuple[str, ...] = ()


@frozen
class FolderIntake:
    """A folder's ``fingerprint``, and what it holds; ``intake`` is None when nothing in it has changed."""

    fingerprint: str
    intake: Intake | None


_SAMPLE = (
    b"<rss version='2.0'><channel><title>Sample</title><item><title>One</title><description>&lt;p&gt;A text."
    b"&lt;/p&gt;&lt;ul&gt;&lt;li&gt;x&lt;/li&gt;&lt;/ul&gt;</description></item></channel></rss>"
)


def get_ready() -> None:
    """Import what reading a feed needs: half a second's work that needn't be waited for when the first one has come."""
    take_feed(_SAMPLE, "https://sample.example/", "Sample", "en", None, True)


def take_feed(
    body: bytes, url: str, source: str, edition: str | None, content_type: str | None, compared: bool
) -> Intake:
    """The articles of a feed, see `reading.read_feed`; ``compared`` where its source has more editions."""
    read = read_feed(body, url, source, edition, content_type)
    return Intake(_rows(read.articles, compared=compared), read.warnings)


def take_folder(path: Path, source: str, language: str | None, known: str | None) -> FolderIntake:
    """The articles of a file or a folder, see `reading.read_folder`."""
    found = read_folder(path, source, language, known)
    if found.read is None:
        return FolderIntake(found.fingerprint, None)
    return FolderIntake(
        found.fingerprint, Intake(_rows(found.read.articles, compared=False), found.read.warnings)
    )


def _rows(articles: Iterable[Article], *, compared: bool) -> tuple[Row, ...]:
    return tuple(to_row(article, compared=compared) for article in articles)
