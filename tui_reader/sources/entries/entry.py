"""One entry as feedparser gives it to a draft of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tui_reader import languages
from tui_reader.clean import clean_line
from tui_reader.detection import Settled, settle
from tui_reader.hrefs import resolve
from tui_reader.languages import normalize
from tui_reader.model import Article, EditionLink, LinkKind, RelatedLink, texts
from tui_reader.sources import dates
from tui_reader.sources.entries.drafts import Draft
from tui_reader.sources.entries.feed_xml import Media, Medium, among, fold
from tui_reader.sources.entries.media import add_photos, recordings
from tui_reader.sources.entries.text import (
    Composed,
    EntryText,
    compose,
    placed_first,
    same_page,
    title_from,
    title_from_photos,
)
from tui_reader.sources.hypertext.image_addresses import is_image
from tui_reader.sources.hypertext.markup import line
from tui_reader.sources.hypertext.photo_book import PhotoBook
from tui_reader.values import frozen
from tui_reader.words import tr

MAX_AUTHORS = 20
Entry = Mapping[str, Any]


@frozen
class FeedContext:
    """What an entry inherits from its feed; ``edition`` is the language that the settings give."""

    url: str
    site: str | None
    home: str | None
    language: str | None
    root_language: str | None
    edition: str | None
    atom: bool


def draft_of(entry: Entry, feed: FeedContext, media: Media) -> Draft:
    """The article of one entry. Raises ValueError where it holds nothing to show."""
    links = [dict(link) for link in _items(entry, "links")]
    declared = _declared(entry, feed)
    url = _address(entry, links, feed, declared)
    base = url or feed.home or feed.url
    book = PhotoBook()
    summary, content = _texts(entry, feed, media, base)
    title = _title(entry, feed)
    offered = [*media.items, *_enclosures(links)]
    composed = _with_media(compose(summary, content, url=url, book=book), offered, book, base)
    text = "\n".join([composed.lead or "", *texts(composed.body)]).strip()
    if not (title or text or url or book.photos):
        raise ValueError(tr("it holds no title, no text and no address"))
    published, updated = _times(entry)
    related = [*composed.related, *_related(links, base), *recordings(offered, base, title)]
    settled = choose_language(declared, feed.edition, f"{title}\n{text}")
    article = Article(
        identity="",
        title=title or title_from(text) or url or title_from_photos(book.photos),
        language=settled.language,
        language_declared=settled.declared,
        url=url,
        site=_site(entry) or feed.site,
        authors=_authors(entry),
        published=published,
        updated=updated,
        lead=composed.lead,
        body=composed.body,
        photos=tuple(book.photos),
        related=_once(related, url),
        editions=_editions(links, base),
        partial=composed.partial,
    )
    guid = clean_line(_text(entry, "id"))
    return Draft(guid[:2000] or None, article)


def language_setting(edition: str | None) -> str | None:
    """The tag that the settings give, in its canonical form."""
    return normalize(edition)


def choose_language(declared: str | None, edition: str | None, text: str) -> Settled:
    """The declared language, else the settings', else the text's own, which also corrects the others.

    Where the settings name the same language, their spelling of it is taken (``uk`` for ``uk-UA``).
    """
    if declared is not None and languages.same(declared, edition):
        declared = edition
    return settle(text, declared, edition)


def _with_media(composed: Composed, media: Sequence[Medium], book: PhotoBook, base: str) -> Composed:
    """The photos beside the text join those in it; the first that stands nowhere comes first."""
    before = len(book.photos)
    add_photos(media, book, base)
    body = placed_first(composed.body, range(before, len(book.photos)))
    return Composed(composed.lead, body, composed.related, composed.partial)


def _texts(
    entry: Entry, feed: FeedContext, media: Media, base: str
) -> tuple[EntryText | None, EntryText | None]:
    """Summary and content. What belongs to a picture, and feedparser took for one of them, is neither."""
    foreign = media.foreign
    brief = _entry_text(entry.get("summary_detail"), feed, base)
    if foreign:
        brief = EntryText(media.summary, True, base) if media.summary else None
    contents = []
    for detail in _items(entry, "content"):
        text = _entry_text(detail, feed, base)
        if text is not None and among(text.value, foreign) is None:
            contents.append(text)
    if foreign and brief is not None:
        said = {fold(brief.value)}
        contents = [text for text in contents if among(text.value, said) is None]
    return brief, max(contents, key=lambda text: len(text.value), default=None)


def _entry_text(detail: object, feed: FeedContext, base: str) -> EntryText | None:
    if not isinstance(detail, Mapping) or not (value := _text(detail, "value")).strip():
        return None
    html = not (feed.atom and detail.get("type") == "text/plain")
    own_base = _text(detail, "base")
    return EntryText(value, html, own_base if own_base and own_base != feed.url else base)


def _title(entry: Entry, feed: FeedContext) -> str:
    detail = entry.get("title_detail")
    value = _text(entry, "title")
    if feed.atom and isinstance(detail, Mapping) and detail.get("type") == "text/plain" and "<" in value:
        return clean_line(value)
    return line(value)


def _declared(entry: Entry, feed: FeedContext) -> str | None:
    """The entry's own language, else the feed's."""
    details = [*_items(entry, "content"), entry.get("summary_detail"), entry.get("title_detail")]
    for detail in details:
        if isinstance(detail, Mapping):
            tag = normalize(_text(detail, "language"))
            if tag is not None and tag != feed.root_language:
                return tag
    return normalize(_text(entry, "language")) or feed.language


def _address(entry: Entry, links: Sequence[Entry], feed: FeedContext, language: str | None) -> str | None:
    """The entry's own page: the first alternate that is not another edition (RFC 4287 section 4.2.7.2)."""
    alternates = [link for link in links if _text(link, "rel") in {"alternate", ""}]
    pages = [link for link in alternates if "html" in (_text(link, "type") or "html")] or alternates
    own = [
        link
        for link in pages
        if not _text(link, "hreflang") or languages.same(normalize(_text(link, "hreflang")), language)
    ]
    plain = [link for link in own if not _text(link, "hreflang")]
    wanted = [
        _text(entry, "feedburner_origlink"),
        *(_text(link, "href") for link in [*plain, *own, *pages]),
        _text(entry, "link"),
        _text(entry, "id"),
    ]
    base = feed.home or feed.url
    for position, href in enumerate(wanted):
        last = position == len(wanted) - 1
        if (url := resolve(href, None if last else base)) is not None:
            return url
    return None


def _enclosures(links: Sequence[Entry]) -> list[Medium]:
    found = []
    for link in links:
        address, kind = _text(link, "href"), _text(link, "type").casefold()
        if _text(link, "rel") == "enclosure" and address:
            medium = "" if kind else "image" if is_image(address) else "file"
            title = line(_text(link, "title")) or None
            found.append(Medium(url=address, type=kind, medium=medium, title=title))
    return found


def _related(links: Sequence[Entry], base: str) -> list[RelatedLink]:
    found = []
    for link in links:
        if _text(link, "rel") == "related" and (url := resolve(_text(link, "href"), base)) is not None:
            title = line(_text(link, "title")) or url.partition("//")[2]
            found.append(RelatedLink(title, url, LinkKind.READ_ALSO))
    return found


def _editions(links: Sequence[Entry], base: str) -> tuple[EditionLink, ...]:
    """The language versions that the entry lists, its own where it is among them; each language once."""
    found: dict[str, EditionLink] = {}
    for link in links:
        tag = normalize(_text(link, "hreflang"))
        if tag is None or _text(link, "rel") != "alternate":
            continue
        url = resolve(_text(link, "href"), base)
        if url is not None:
            found.setdefault(tag, EditionLink(tag, url, line(_text(link, "title")) or None))
    return tuple(found.values())


def _times(entry: Entry) -> tuple[datetime | None, datetime | None]:
    """Published and updated. Where only one of several is there, an article is as old as that."""
    read = {}
    for name in ("published", "created", "updated"):
        read[name] = dates.parse(_text(entry, name)) or dates.from_struct(entry.get(f"{name}_parsed"))
    published = read["published"] or read["created"] or read["updated"]
    return published, read["updated"]


def _authors(entry: Entry) -> tuple[str, ...]:
    names: dict[str, None] = {}
    people = _items(entry, "authors")
    for person in people[:MAX_AUTHORS]:
        name = _person(line(_text(person, "name"))) or _person(line(_text(person, "email")))
        if name:
            names[name] = None
    if not names and (name := _person(line(_text(entry, "author")))):
        names[name] = None
    return tuple(names)


def _person(name: str) -> str:
    """A name out of RSS's ``mail@host (Name)``; the address itself where there is no name."""
    address, bracket, rest = name.partition(" (")
    if bracket and "@" in address and rest.endswith(")"):
        return rest[:-1].strip() or address
    return name


def _site(entry: Entry) -> str | None:
    origin = entry.get("source")
    return (line(_text(origin, "title")) or None) if isinstance(origin, Mapping) else None


def _once(links: Sequence[RelatedLink], own: str | None) -> tuple[RelatedLink, ...]:
    found: dict[str, RelatedLink] = {}
    for link in links:
        if not same_page(link.url, own):
            found.setdefault(link.url or link.title, link)
    return tuple(found.values())


def _items(entry: Entry, name: str) -> list[Mapping[str, Any]]:
    found = entry.get(name)
    return [item for item in found if isinstance(item, Mapping)] if isinstance(found, list) else []


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""
