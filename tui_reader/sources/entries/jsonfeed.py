"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/): a document to drafts of articles."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tui_reader.clean import clean_line
from tui_reader.errors import OURS, ParseError
from tui_reader.hrefs import resolve
from tui_reader.languages import normalize
from tui_reader.model import Article, texts
from tui_reader.sources import dates
from tui_reader.sources.entries.drafts import Draft
from tui_reader.sources.entries.entry import choose_language
from tui_reader.sources.entries.media import add_photos, recordings
from tui_reader.sources.entries.raw import Medium
from tui_reader.sources.entries.text import EntryText, compose, placed_first, title_from, title_from_photos
from tui_reader.sources.hypertext.markup import line
from tui_reader.sources.hypertext.photo_book import PhotoBook
from tui_reader.words import tr

MAX_DIGITS = 40
Item = Mapping[str, Any]


def read(
    text: str, *, url: str, edition: str | None, limit: int
) -> tuple[str | None, str | None, str | None, list[Draft], list[str]]:
    """Title, home page, language, drafts and warnings of the feed from ``url``.

    Fields of a wrong type are as good as missing; an item that is no object
    or holds nothing is skipped with a warning. Raises `ParseError` where there is no feed.
    """
    feed = _load(text, url)
    items = feed.get("items")
    if not isinstance(items, list):
        version = _text(feed, "version")
        if "jsonfeed.org" not in version:
            raise ParseError(
                tr("{feed} is not a feed: {why}", feed=url, why=tr("it is JSON of another kind"))
            )
        raise ParseError(tr("{feed} is a JSON Feed without items; check its address", feed=url))
    if items and not any(isinstance(item, Mapping) for item in items):
        raise ParseError(tr("{feed} is not a feed: {why}", feed=url, why=tr("it is JSON of another kind")))
    warnings: list[str] = []
    if len(items) > limit:
        warnings.append(tr("{feed}: only the first {count} entries were read", feed=url, count=limit))
    drafts: list[Draft] = []
    for number, item in enumerate(items[:limit], 1):
        try:
            drafts.append(_draft(item, feed, url, edition))
        except OURS:
            raise
        except Exception as error:  # whatever an item holds, the others are read
            reason = clean_line(str(error))[:120] or type(error).__name__
            warnings.append(
                tr("{feed}: entry {number} was skipped: {reason}", feed=url, number=number, reason=reason)
            )
    home = resolve(_text(feed, "home_page_url"), url)
    return line(_text(feed, "title")) or None, home, normalize(_text(feed, "language")), drafts, warnings


def _load(text: str, url: str) -> Item:
    text = text.lstrip("\ufeff \t\r\n")
    try:
        feed = _DECODER.decode(text)
    except RecursionError as error:
        raise ParseError(
            tr("{feed} is not a feed: {why}", feed=url, why=tr("its JSON is nested too deep"))
        ) from error
    except ValueError as error:
        feed = _salvaged(text)
        if feed is None:
            reason = clean_line(str(error))[:120]
            raise ParseError(
                tr(
                    "{feed} is not a feed: {why}",
                    feed=url,
                    why=tr("its JSON is broken ({reason})", reason=reason),
                )
            ) from error
    if not isinstance(feed, Mapping):
        raise ParseError(tr("{feed} is not a feed: {why}", feed=url, why=tr("it is JSON of another kind")))
    return feed


def _salvaged(text: str) -> Item | None:
    """A feed that is cut off or broken in one of its items: what stands before that; None if nothing does."""
    start = _ITEMS.search(text)
    if start is None:
        return None
    items: list[Any] = []
    position = start.end()
    try:
        while text[position : position + 1] == "{":
            item, position = _DECODER.raw_decode(text, position)
            items.append(item)
            if (comma := _COMMA.match(text, position)) is None:
                break
            position = comma.end()
    except (ValueError, RecursionError):
        pass  # the items before the broken one are what is left
    try:
        feed = _DECODER.decode(text[: start.end()] + "]}")
    except (ValueError, RecursionError):
        feed = {}
    return {**feed, "items": items} if items else None


def _draft(item: object, feed: Item, feed_url: str, edition: str | None) -> Draft:
    if not isinstance(item, Mapping):
        raise ValueError(tr("it is not an object"))
    home = resolve(_text(feed, "home_page_url"), feed_url)
    guid = _guid(item.get("id"))
    url = (
        resolve(_text(item, "url"), home or feed_url)
        or resolve(_text(item, "external_url"), home or feed_url)
        or resolve(guid, None)
    )
    base = url or home or feed_url
    title = line(_text(item, "title"))
    book = PhotoBook()
    html, plain, brief = _text(item, "content_html"), _text(item, "content_text"), _text(item, "summary")
    content = EntryText(html, True, base) if html.strip() else EntryText(plain, False)
    composed = compose(EntryText(brief, False), content, url=url, book=book)
    media = _media(item)
    before = len(book.photos)
    add_photos(media, book, base)
    body = placed_first(composed.body, range(before, len(book.photos)))
    text = "\n".join([composed.lead or "", *texts(body)]).strip()
    if not (title or text or url or book.photos):
        raise ValueError(tr("it holds no title, no text and no address"))
    published, updated = _time(item, "date_published"), _time(item, "date_modified")
    declared = normalize(_text(item, "language")) or normalize(_text(feed, "language"))
    settled = choose_language(declared, edition, f"{title}\n{text}")
    article = Article(
        identity="",
        title=title or title_from(text) or url or title_from_photos(book.photos),
        language=settled.language,
        language_declared=settled.declared,
        url=url,
        site=line(_text(feed, "title")) or None,
        authors=_authors(item) or _authors(feed),
        published=published or updated,
        updated=updated,
        lead=composed.lead,
        body=body,
        photos=tuple(book.photos),
        related=(*composed.related, *recordings(media, base, title)),
        partial=composed.partial,
    )
    return Draft(guid, article)


def _media(item: Item) -> list[Medium]:
    """The item's pictures and attachments. ``banner_image`` counts where there is no ``image``."""
    found = []
    picture = _text(item, "image") or _text(item, "banner_image")
    if picture:
        found.append(Medium(url=picture, medium="image"))
    attachments = item.get("attachments")
    for attachment in attachments[:50] if isinstance(attachments, list) else []:
        if isinstance(attachment, Mapping) and (address := _text(attachment, "url")):
            title = line(_text(attachment, "title")) or None
            kind = _text(attachment, "mime_type").casefold()
            found.append(Medium(url=address, type=kind, title=title))
    return found


def _authors(item: Item) -> tuple[str, ...]:
    people = item.get("authors")
    listed = list(people[:20]) if isinstance(people, list) else []
    names = [
        line(_text(person, "name")) for person in [*listed, item.get("author")] if isinstance(person, Mapping)
    ]
    return tuple(dict.fromkeys(name for name in names if name))


def _time(item: Item, name: str) -> datetime | None:
    value = item.get(name)
    if isinstance(value, str):
        return dates.parse(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return dates.from_epoch(float(value))
    return None


def _guid(value: object) -> str | None:
    """An id of any type as a text (the specification asks readers to take numbers too)."""
    if isinstance(value, str):
        return clean_line(value[:2000]) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= MAX_DIGITS else 0.0


def _no_number(name: str) -> None:
    """NaN and Infinity are no JSON (RFC 8259 section 6): as good as null."""


_DECODER = json.JSONDecoder(parse_constant=_no_number, parse_int=_integer, strict=False)
_ITEMS = re.compile(r'"items"\s*:\s*\[\s*')
_COMMA = re.compile(r"\s*,\s*")


def _text(item: Item, name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""
