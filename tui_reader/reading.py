"""What workers do: bytes in, cleaned articles out. Functions here are called by their names in other processes.

They import the parsers when they are called, so that a worker holds only what it needs, and they must not
touch the network or the library.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui_reader import __version__
from tui_reader.bookmark_list import GivenList
from tui_reader.clean import clean_line
from tui_reader.errors import ParseError
from tui_reader.gate import clean_article
from tui_reader.limits import MAX_BODY
from tui_reader.model import Article, Selectors
from tui_reader.offering import FeedFacts, Page
from tui_reader.subscribing import Subscriptions
from tui_reader.values import frozen
from tui_reader.words import tr

if TYPE_CHECKING:
    from tui_reader.sources.feeds import ParsedFeed

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_MARKDOWN = ("text/markdown", "text/x-markdown")
_NO_PAGE = ("image/", "audio/", "video/", "font/", "application/pdf", "application/zip", "application/epub")
MAX_WARNINGS = 50
MOST_TOLD = 30  # entries whose language is looked at


@frozen
class Read:
    """What was found in one document or folder, safe to store and to print."""

    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()


@frozen
class FolderRead:
    """A folder's ``fingerprint``, and what it holds; ``read`` is None when nothing in it has changed."""

    fingerprint: str
    read: Read | None


def read_feed(body: bytes, url: str, source: str, edition: str | None, content_type: str | None) -> Read:
    """The articles of a feed. ``url`` is where it came from, ``edition`` the language that its settings give.

    A feed that is served as a gzip file is unpacked, as pages are. Raises ParseError.
    """
    from tui_reader.sources import decode, feeds

    data = decode.decompress(body, max(MAX_BODY, len(body)))
    parsed = feeds.parse(data, url=url, source=source, edition=edition, content_type=content_type)
    return _read(parsed.articles, parsed.warnings, source)


def read_subscriptions(data: bytes) -> Subscriptions:
    """The feeds of a list that another reader wrote. Raises ParseError."""
    from tui_reader.sources.subscriptions import read_list

    return read_list(data)


def read_bookmarks(data: bytes) -> GivenList:
    """The bookmarks of a list that a browser or a reader wrote. Raises ParseError."""
    from tui_reader.sources.bookmark_lists import read_list

    return read_list(data)


def read_offers(body: bytes, url: str, content_type: str | None) -> Page:
    """What the document at ``url`` offers to follow: itself as a feed, or what it names as a page. Raises ParseError."""
    from tui_reader.sources import bounds, decode, feed_links, feeds

    data = decode.decompress(body, max(MAX_BODY, len(body)))
    if feeds.looks_like_feed(data):
        return Page(_facts(feeds.parse(data, url=url, source="", content_type=content_type)))
    text = decode.decode(bounds.short_runs(data), _charset(content_type))
    if decode.is_binary(text):
        raise ParseError(tr("{url} is neither a feed nor a page; name the site's front page", url=url))
    return feed_links.read_links(text, url)


def _facts(parsed: ParsedFeed) -> FeedFacts:
    told = Counter(clean_article(article).language for article in parsed.articles[:MOST_TOLD])
    told.pop(None, None)
    times = [article.published for article in parsed.articles if article.published is not None]
    return FeedFacts(
        title=clean_line(parsed.title or "") or None,
        language=told.most_common(1)[0][0] if told else parsed.language,
        entries=len(parsed.articles),
        newest=max(times, default=None),
        first=tuple(article.url or article.title for article in parsed.articles[:5]),
    )


def read_folder(path: Path, source: str, language: str | None, known: str | None) -> FolderRead:
    """The articles of a file or a folder; nothing is read when its fingerprint is still ``known``.

    ``language`` is for texts that do not say theirs. Raises InputError and ParseError.
    """
    path = path.expanduser()
    fingerprint = _fingerprint(path, f"{__version__}\n{source}\n{language or ''}")
    if fingerprint == known:
        return FolderRead(fingerprint, None)
    from tui_reader.sources import files

    loaded = files.load(path)
    articles = (replace(article, language=article.language or language) for article in loaded.articles)
    return FolderRead(fingerprint, _read(articles, loaded.warnings, source))


def read_page(
    body: bytes, url: str, identity: str, content_type: str | None, selectors: Selectors | None = None
) -> Article:
    """The article of a page, read with the ``selectors`` of its source. Raises ParseError where there is none."""
    from tui_reader.sources import decode, feeds

    kind = _kind(content_type)
    if kind.startswith(_NO_PAGE):
        shown = clean_line(kind)[:40]
        raise ParseError(tr("{url} is not a page but {kind}; open it in the browser", url=url, kind=shown))
    data = decode.decompress(body, max(MAX_BODY, len(body)))
    if feeds.looks_like_feed(data):
        raise ParseError(tr("{url} is a feed, not an article; add it to feeds.toml to follow it", url=url))
    return _read_text(data, kind, url, identity, content_type, selectors)


def read_any(
    body: bytes, url: str, identity: str, content_type: str | None, selectors: Selectors | None = None
) -> tuple[Article, ...]:
    """The articles of a feed, or the one of a page. Raises ParseError where there is none."""
    from tui_reader.sources import decode, feeds

    data = decode.decompress(body, max(MAX_BODY, len(body)))
    if feeds.looks_like_feed(data):
        return read_feed(data, url, urlsplit(url).hostname or url, None, content_type).articles
    return (read_page(data, url, identity, content_type, selectors),)


def _read_text(
    data: bytes,
    kind: str,
    url: str,
    identity: str,
    content_type: str | None,
    selectors: Selectors | None,
) -> Article:
    from tui_reader.sources import bounds, decode

    text = decode.decode(bounds.short_runs(data), _charset(content_type))
    if decode.is_binary(text):
        raise ParseError(
            tr(
                "no article found in {url}: it is neither HTML nor other text; open it in the browser",
                url=url,
            )
        )
    if kind in _MARKDOWN:
        from tui_reader.sources import markdown

        article = markdown.read(text, identity)
    elif kind == "text/plain" and not re.search(r"<(?:!doctype|html)\b", text[:1000], re.IGNORECASE):
        from tui_reader.sources import plaintext

        article = plaintext.read(text, identity)
    else:
        from tui_reader.sources import page

        article = page.read(text, url=url, identity=identity, selectors=selectors)
    return clean_article(replace(article, url=article.url or url))


def _read(articles: Iterable[Article], warnings: Iterable[str], source: str) -> Read:
    return Read(
        tuple(
            clean_article(article if article.source == source else replace(article, source=source))
            for article in articles
        ),
        tuple(clean_line(warning[:500]) for warning in list(warnings)[:MAX_WARNINGS]),
    )


def _kind(content_type: str | None) -> str:
    return (content_type or "").partition(";")[0].strip().lower()


def _charset(content_type: str | None) -> str | None:
    found = _CHARSET.search(content_type or "")
    return found.group(1) if found else None


def _fingerprint(path: Path, settings: str) -> str:
    """A hash of the names, sizes and times of change of a file, or of all in a folder and those in it."""
    digest = blake2b(settings.encode("utf-8", "surrogateescape"), digest_size=16)
    digest.update(_state(path))
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            digest.update(_state(Path(folder, name)))
    return digest.hexdigest()


def _state(path: Path) -> bytes:
    try:
        state = path.stat()
    except OSError as error:
        return f"{path}\0{error.errno}\0".encode("utf-8", "surrogateescape")
    return f"{path}\0{state.st_size}\0{state.st_mtime_ns}\0".encode("utf-8", "surrogateescape")
