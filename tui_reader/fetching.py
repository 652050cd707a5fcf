"""Pages and feeds opened by their address: one at a time, because a reader asked for them.

Nothing here stores anything; a full text that was fetched is stored by its caller.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from tui_reader.errors import ParseError
from tui_reader.judging import Verdict, judge
from tui_reader.limits import PAGE_SECONDS, memory_for
from tui_reader.model import Article, EditionLink, Photo, Selectors, page_identity
from tui_reader.reading import read_any, read_page
from tui_reader.sources.web import ACCEPT_FEED, ACCEPT_PAGE, Web
from tui_reader.stubs import is_stub
from tui_reader.words import tr
from tui_reader.workers import Workers


class NoFullerError(ParseError):
    """A page that was had and read, and has no more of an article's text than the feed gave."""


async def fetch_page(
    url: str, *, web: Web, workers: Workers, selectors: Selectors | None = None, typed: bool = False
) -> Article:
    """The article of the page at ``url``, read with the ``selectors`` of its source.

    ``typed`` says that the reader wrote the address; one that a text names must be on the public Internet,
    or on a host that the reader named before (`Web.trust`). Raises FetchError and ParseError.
    """
    response = await web.get(url, typed=typed, accept=ACCEPT_PAGE)
    identity = page_identity(response.url)
    arguments = (response.body, response.url, identity, response.content_type, selectors)
    return await workers.run(read_page, *arguments, timeout=PAGE_SECONDS, memory=memory_for(response.body))


async def fetch_full(
    held: Article, *, web: Web, workers: Workers, selectors: Selectors | None = None
) -> Article:
    """``held`` with the text of its page (see `fuller`). Raises FetchError, ParseError, NoFullerError."""
    url = held.url or ""
    if not url.startswith(("http:", "https:")):
        raise NoFullerError(tr("it has no address on the web to fetch its full text from"))
    page = await fetch_page(url, web=web, workers=workers, selectors=selectors)
    if is_stub(held) and page.text:  # nothing to judge it by but a title, which may be anybody's words for it
        return replace(fuller(held, page), title=page.title or held.title)
    verdict = judge(held, page)
    if verdict is Verdict.FULLER:
        return fuller(held, page)
    host = urlsplit(page.url or url).hostname or url
    if verdict is Verdict.ANOTHER:
        raise NoFullerError(tr("what {host} sent is another text; open it in the browser", host=host))
    raise NoFullerError(
        tr("the page at {host} has no more text than is held; open it in the browser", host=host)
    )


async def fetch_any(
    url: str, *, web: Web, workers: Workers, selectors: Selectors | None = None, typed: bool = True
) -> list[Article]:
    """The articles at ``url``: those of a feed, or the one of a page. Raises FetchError and ParseError."""
    response = await web.get(url, typed=typed, accept=ACCEPT_FEED)
    identity = page_identity(response.url)
    arguments = (response.body, response.url, identity, response.content_type, selectors)
    found = await workers.run(read_any, *arguments, timeout=PAGE_SECONDS, memory=memory_for(response.body))
    return list(found)


def fuller(held: Article, page: Article) -> Article:
    """``held`` with the text of its ``page``.

    What says which article it is (identity, source, title, language, times, story) stays. Body, lead and
    photos come from the page together, because the body counts the photos; authors, related links and
    editions are added to.
    """
    return replace(
        held,
        title=held.title or page.title,
        language=held.language or page.language,
        url=held.url or page.url,
        site=held.site or page.site,
        authors=held.authors if len(held.authors) >= len(page.authors) else page.authors,
        published=held.published or page.published,
        updated=held.updated or page.updated,
        lead=page.lead or _lead_apart(held, page),
        body=page.body,
        photos=_photos(held, page),
        related=page.related + tuple(link for link in held.related if link not in page.related),
        editions=_editions(held, page),
        partial=False,
    )


def _lead_apart(held: Article, page: Article) -> str | None:
    """The held lead, unless the page's text says the same."""
    return held.lead if held.lead and held.lead not in page.text else None


def _photos(held: Article, page: Article) -> tuple[Photo, ...]:
    """The page's photos with what the feed knew of the same ones; the feed's where the page has none."""
    known = {photo.url: photo for photo in held.photos if photo.url}
    photos = tuple(_completed(photo, known.get(photo.url)) if photo.url else photo for photo in page.photos)
    return photos or held.photos


def _completed(photo: Photo, known: Photo | None) -> Photo:
    if known is None:
        return photo
    return Photo(
        photo.url, photo.alt or known.alt, photo.caption or known.caption, photo.credit or known.credit
    )


def _editions(held: Article, page: Article) -> tuple[EditionLink, ...]:
    languages = {edition.language for edition in held.editions}
    return held.editions + tuple(edition for edition in page.editions if edition.language not in languages)
