"""Pages and feeds opened by their address: one at a time, because a reader asked for them.

Nothing here stores anything; a full text that was fetched is stored by its caller.
"""

from __future__ import annotations

from dataclasses import replace

from tui_reader.model import Article, EditionLink, Photo, page_identity
from tui_reader.reading import read_any, read_page
from tui_reader.sources.web import ACCEPT_FEED, ACCEPT_PAGE, Web
from tui_reader.workers import Workers

PAGE_SECONDS = 20.0


async def fetch_page(
    url: str, *, web: Web, workers: Workers, held: Article | None = None, typed: bool = False
) -> Article:
    """The article of the page at ``url``; with ``held``, that article with the page's text (see `fuller`).

    ``typed`` says that the reader wrote the address; one that a text names must be on the public Internet,
    or on a host that the reader named before (`Web.trust`). Raises FetchError and ParseError.
    """
    response = await web.get(url, typed=typed, accept=ACCEPT_PAGE)
    identity = page_identity(response.url)
    arguments = (response.body, response.url, identity, response.content_type)
    page = await workers.run(read_page, *arguments, timeout=PAGE_SECONDS)
    return page if held is None else fuller(held, page)


async def fetch_any(url: str, *, web: Web, workers: Workers, typed: bool = True) -> list[Article]:
    """The articles at ``url``: those of a feed, or the one of a page. Raises FetchError and ParseError."""
    response = await web.get(url, typed=typed, accept=ACCEPT_FEED)
    identity = page_identity(response.url)
    arguments = (response.body, response.url, identity, response.content_type)
    return list(await workers.run(read_any, *arguments, timeout=PAGE_SECONDS))


def fuller(held: Article, page: Article) -> Article:
    """``held`` with the text of its ``page``, if that is the longer one.

    What says which article it is (identity, source, title, language, times, story) stays. Body, lead and
    photos come from the page together, because the body counts the photos; authors, related links and
    editions are added to. A shorter text, such as that of a paywall, changes nothing of these.
    """
    if len(page.text) <= len(held.text):
        return held
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
