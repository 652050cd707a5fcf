"""What a site offers to follow: the values. Pure.

A `Page` is what one document names, unasked; a `Feed` one that was fetched and read; an `Offer` what came of an address.
Named tuples, which take a tenth of the time that dataclasses take to be made: the first screen imports these.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from tui_reader.model import Edition, Source


class FeedLink(NamedTuple):
    """A feed that a page names. ``narrow``: of a tag, an author, a part of the site; its title may tell which."""

    url: str
    title: str | None = None
    language: str | None = None
    narrow: bool = False


class FeedFacts(NamedTuple):
    """What a feed says of itself. ``language`` is that of most of its texts; ``first`` tells twins from others."""

    title: str | None
    language: str | None
    entries: int
    newest: datetime | None
    first: tuple[str, ...] = ()


class Page(NamedTuple):
    """What one document names: itself as a feed, or feeds, the best first, and the front pages of other editions."""

    feed: FeedFacts | None = None
    site: str | None = None
    language: str | None = None
    feeds: tuple[FeedLink, ...] = ()
    editions: tuple[tuple[str, str], ...] = ()


class Feed(NamedTuple):
    """A feed that answered: ``url`` is what to follow."""

    url: str
    facts: FeedFacts
    language: str | None
    title: str | None
    narrow: bool = False


class Offer(NamedTuple):
    """What an address leads to: ``editions``, a feed a language, and ``others`` of the site.

    ``notes`` say in one line each what could not be had.
    """

    name: str
    editions: tuple[Feed, ...]
    others: tuple[Feed, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """All of them; the editions first."""
        return self.editions + self.others


def sources_of(name: str, category: str | None, feeds: tuple[Feed, ...]) -> list[Source]:
    """``feeds`` as one source with its editions; what is in a language that one has already, by itself."""
    together: dict[str | None, Edition] = {}
    alone: list[Feed] = []
    for feed in feeds:
        if feed.language in together or (feed.language is None and together) or None in together:
            alone.append(feed)
        else:
            together[feed.language] = Edition(feed.url, feed.language)
    found = [Source(name, category, tuple(together.values()))] if together else []
    return found + [
        Source(feed.title or name, category, (Edition(feed.url, feed.language),)) for feed in alone
    ]
