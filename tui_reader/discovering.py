"""From an address that a reader knows to what can be followed: the feeds of a site, by language.

    address ─▶ a feed itself: that feed, and nothing is looked for beside it
            └▶ a page ─▶ the feeds that it names ┐
                      ├▶ its other editions ─▶ the feeds that those name, or the same path there
                      └▶ well-known paths, one after the other, where nothing is named

Polite and bounded: at most `MAX_REQUESTS` requests, one at a time at well-known paths; what a page names is fetched only
on the public Internet, or on a host that the reader named.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tui_reader.clean import clean_line
from tui_reader.errors import FetchError, NotFoundError, ParseError, ReaderError
from tui_reader.languages import primary
from tui_reader.limits import PAGE_SECONDS, memory_for
from tui_reader.offering import Feed, FeedLink, Offer, Page
from tui_reader.reading import read_offers
from tui_reader.sources.pages.places import is_home
from tui_reader.sources.web import ACCEPT_FEED, Response, Web
from tui_reader.words import tr

if TYPE_CHECKING:
    from tui_reader.workers import Workers

MAX_REQUESTS = 40
MAX_OF_PAGE = 6  # feeds of the page that was named
MAX_OF_EDITION = 2
WELL_KNOWN = ("feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json")
_TAIL = re.compile(r"(?:\s*[»|:>–—-]+\s*|\s+)(?:rss[\s-]?feed|feed|rss|atom|news feed)\s*$", re.IGNORECASE)


@dataclass
class _Search:
    """What is left of the requests, and what was found on the way."""

    web: Web
    workers: Workers
    left: int
    notes: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    async def look(self, url: str, *, typed: bool = False) -> tuple[Response, Page]:
        """Fetch and read one document. Raises FetchError and ParseError."""
        if self.left <= 0:
            raise FetchError(tr("{url} was not asked: this site names too many feeds", url=url))
        self.left -= 1
        response = await self.web.get(url, typed=typed, accept=ACCEPT_FEED)
        memory = memory_for(response.body)
        arguments = (response.body, response.url, response.content_type)
        page = await self.workers.run(read_offers, *arguments, timeout=PAGE_SECONDS, memory=memory)
        return response, page

    async def feed(self, link: FeedLink, language: str | None, *, quiet: bool = False) -> Feed | None:
        """The feed that a link leads to; None, with a note, where there is none to be had."""
        if link.url in self.asked:
            return None
        self.asked.add(link.url)
        try:
            response, page = await self.look(link.url)
        except ReaderError as error:
            if not quiet:
                self.notes.append(clean_line(str(error)))
            return None
        if page.feed is None:
            return None
        return _feed(response, page, link.url, link, language)


def completed(address: str) -> str:
    """The address that somebody wrote without its beginning: ``paper.example`` is ``https://paper.example``."""
    address = address.strip()
    return address if "://" in address[:12] else f"https://{address}"


async def discover(address: str, *, web: Web, workers: Workers) -> Offer:
    """What can be followed at ``address``, which the reader wrote. Raises FetchError, ParseError, NotFoundError."""
    url = completed(address)
    search = _Search(web, workers, MAX_REQUESTS)
    response, page = await search.look(url, typed=True)
    host = (urlsplit(response.url).hostname or url).removeprefix("www.")
    if page.feed is not None:
        feed = _feed(response, page, url, FeedLink(url), None)
        return Offer(feed.title or host, (feed,))
    if _host(response.url) == _host(url):  # with or without www: it is the host that the reader named
        web.trust([response.url])
    links = [link for link in page.feeds if not link.narrow] or list(page.feeds)
    own = await asyncio.gather(*(search.feed(link, page.language) for link in links[:MAX_OF_PAGE]))
    found = [feed for feed in own if feed is not None and feed.facts.entries]
    if not found:
        known = await _well_known(search, response.url, page.language)
        found = [known] if known is not None else []
    main = found[0] if found else None
    pages = await asyncio.gather(
        *(_of_edition(search, tag, there, main, response.url) for tag, there in page.editions)
    )
    found += [feed for feed in pages if feed is not None]
    if not found:
        why = f": {search.notes[0]}" if search.notes else ""
        raise NotFoundError(
            tr(
                "no feed was found at {url}{why}; name a feed's address",
                url=clean_line(response.url)[:200],
                why=why,
            )
        )
    editions, others = _by_language(_without_twins(found))
    name = page.site or (editions[0].title if len(editions) == 1 else None) or editions[0].title or host
    return Offer(name, tuple(editions), tuple(others), tuple(search.notes))


async def _well_known(search: _Search, home: str, language: str | None) -> Feed | None:
    """The first of the paths where many sites have their feed, one request after the other."""
    for folder in dict.fromkeys((_home(home), urljoin(home, "/"))):
        for name in WELL_KNOWN:
            feed = await search.feed(FeedLink(urljoin(folder, name)), language, quiet=True)
            if feed is not None:
                return feed
    return None


async def _of_edition(search: _Search, tag: str, url: str, main: Feed | None, home: str) -> Feed | None:
    """The feed of another edition's page: one that it names, else at the path where the first page has its own."""
    try:
        response, page = await search.look(url)
    except (FetchError, ParseError) as error:
        search.notes.append(clean_line(f"{tag}: {error}"))
        return None
    links = [link for link in page.feeds if not link.narrow][:MAX_OF_EDITION]
    if not links and main is not None:
        relative = _relative(main.url, home)
        links = [FeedLink(urljoin(_home(response.url), relative))] if relative else []
    for link in links:
        feed = await search.feed(link, tag, quiet=not page.feeds)
        if feed is not None and feed.facts.entries:
            return feed
    return None


def _feed(response: Response, page: Page, url: str, link: FeedLink, language: str | None) -> Feed:
    assert page.feed is not None
    facts = page.feed
    title = _TAIL.sub("", facts.title or link.title or "").strip() or None
    return Feed(
        url=response.moved_to or url,
        facts=facts,
        language=facts.language or link.language or language,
        title=title,
        narrow=link.narrow,
    )


def _without_twins(feeds: Iterable[Feed]) -> list[Feed]:
    """Each feed once: an edition that falls back to another's, and the same as RSS and as Atom, are one."""
    seen: set[object] = set()
    kept = []
    for feed in feeds:
        marks = {feed.url.rstrip("/"), *((feed.facts.first,) if feed.facts.first else ())}
        if not marks & seen:
            kept.append(feed)
        seen |= marks
    return kept


def _by_language(feeds: list[Feed]) -> tuple[list[Feed], list[Feed]]:
    """The first feed of each language, and the others."""
    editions: dict[str | None, Feed] = {}
    others = []
    for feed in feeds:
        language = primary(feed.language) if feed.language is not None else None
        if language in editions or (language is None and editions):
            others.append(feed)
        else:
            editions[language] = feed
    return list(editions.values()), others


def _relative(feed: str, url: str) -> str | None:
    """The path of a feed below the front page of the edition that ``url`` is of, where it is below it."""
    home = _home(url)
    return feed[len(home) :] if feed.startswith(home) and len(feed) > len(home) else None


def _home(url: str) -> str:
    """The front page of the edition that a page is of: ``/uk/`` of ``/uk/2026/a-storm``, else that of the site."""
    first = [part for part in urlsplit(url).path.split("/") if part][:1]
    home = urljoin(url, f"/{first[0]}/") if first else urljoin(url, "/")
    return home if is_home(home) and "." not in "".join(first) else urljoin(url, "/")


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
