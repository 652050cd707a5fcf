"""One entry as its feed has it to a draft of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tui_reader import languages
from tui_reader.clean import clean_line
from tui_reader.detection import Settled, settle
from tui_reader.hrefs import resolve
from tui_reader.languages import normalize
from tui_reader.model import Article, EditionLink, LinkKind, RelatedLink, texts
from tui_reader.sources.entries.drafts import Draft
from tui_reader.sources.entries.feed_xml import among, fold
from tui_reader.sources.entries.media import add_photos, recordings
from tui_reader.sources.entries.raw import Medium, RawEntry, RawLink, RawText
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


@frozen
class FeedContext:
    """What an entry inherits from its feed; ``edition`` is the language that the settings give.

    ``source`` is the article's, ``identity`` maps a guid or an address to its identity.
    """

    url: str
    site: str | None
    home: str | None
    language: str | None
    root_language: str | None
    edition: str | None
    atom: bool
    source: str
    identity: Callable[[str], str]


def draft_of(entry: RawEntry, feed: FeedContext) -> Draft:
    """The article of one entry. Raises ValueError where it holds nothing to show."""
    declared = _declared(entry, feed)
    url = _address(entry, feed, declared)
    base = url or feed.home or feed.url
    book = PhotoBook()
    summary, content = _texts(entry, feed, base)
    title = _title(entry, feed)
    offered = [*entry.media.items, *_enclosures(entry.links)]
    composed = compose(summary, content, url=url, book=book)
    if offered:
        composed = _with_media(composed, offered, book, base)
    text = "\n".join([composed.lead or "", *texts(composed.body)]).strip()
    if not (title or text or url or book.photos):
        raise ValueError(tr("it holds no title, no text and no address"))
    related = [*composed.related, *_related(entry.links, base), *recordings(offered, base, title)]
    settled = choose_language(declared, feed.edition, f"{title}\n{text}")
    guid = clean_line(entry.id)[:2000] or None
    key = guid or url
    article = Article(
        identity=feed.identity(key) if key else "",
        title=title or title_from(text) or url or title_from_photos(book.photos),
        source=feed.source,
        language=settled.language,
        url=url,
        site=line(entry.site) or feed.site,
        authors=_authors(entry),
        published=entry.published or entry.updated,
        updated=entry.updated,
        lead=composed.lead,
        body=composed.body,
        photos=tuple(book.photos),
        related=_once(related, url) if related else (),
        editions=_editions(entry.links, base),
        partial=composed.partial,
        language_declared=settled.declared,
    )
    return Draft(guid, article)


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


def _texts(entry: RawEntry, feed: FeedContext, base: str) -> tuple[EntryText | None, EntryText | None]:
    """Summary and content. What belongs to a picture, and feedparser took for one of them, is neither."""
    media = entry.media
    contents = [text for given in entry.contents if (text := _entry_text(given, feed, base)) is not None]
    if media.foreign:
        brief = EntryText(media.summary, True, base) if media.summary else None
        foreign = media.foreign | {fold(brief.value)} if brief is not None else media.foreign
        contents = [text for text in contents if among(text.value, foreign) is None]
    else:
        brief = _entry_text(entry.summary, feed, base)
    if len(contents) > 1:
        return brief, max(contents, key=lambda text: len(text.value))
    return brief, contents[0] if contents else None


def _entry_text(given: RawText | None, feed: FeedContext, base: str) -> EntryText | None:
    if given is None or not given.value or given.value.isspace():
        return None
    own = given.base if given.base and given.base != feed.url else base
    return EntryText(given.value, not (feed.atom and given.plain), own)


def _title(entry: RawEntry, feed: FeedContext) -> str:
    if feed.atom and entry.title_plain and "<" in entry.title:
        return clean_line(entry.title)
    return line(entry.title)


def _declared(entry: RawEntry, feed: FeedContext) -> str | None:
    """The entry's own language, else the feed's."""
    for given in entry.languages:
        tag = normalize(given)
        if tag is not None and tag != feed.root_language:
            return tag
    return normalize(entry.language) or feed.language


def _address(entry: RawEntry, feed: FeedContext, language: str | None) -> str | None:
    """The entry's own page: the first alternate that is not another edition (RFC 4287 section 4.2.7.2)."""
    base = feed.home or feed.url
    for href in _candidates(entry, language):
        if href and (url := resolve(href, base)) is not None:
            return url
    return resolve(entry.id, None)


def _candidates(entry: RawEntry, language: str | None) -> Iterator[str | None]:
    yield entry.original
    alternates = [link for link in entry.links if link.rel in ("alternate", "")]
    pages = [link for link in alternates if not link.type or "html" in link.type] or alternates
    for link in pages:
        if not link.hreflang:
            yield link.href
    for link in pages:
        if link.hreflang and languages.same(normalize(link.hreflang), language):
            yield link.href
    for link in pages:
        yield link.href
    yield entry.link


def _enclosures(links: Sequence[RawLink]) -> list[Medium]:
    found = []
    for link in links:
        if link.rel == "enclosure" and link.href:
            kind = link.type.casefold()
            medium = "" if kind else "image" if is_image(link.href) else "file"
            title = line(link.title) or None
            found.append(Medium(url=link.href, type=kind, medium=medium, title=title))
    return found


def _related(links: Sequence[RawLink], base: str) -> list[RelatedLink]:
    found = []
    for link in links:
        if link.rel == "related" and (url := resolve(link.href, base)) is not None:
            title = line(link.title) or url.partition("//")[2]
            found.append(RelatedLink(title, url, LinkKind.READ_ALSO))
    return found


def _editions(links: Sequence[RawLink], base: str) -> tuple[EditionLink, ...]:
    """The language versions that the entry lists, its own where it is among them; each language once."""
    found: dict[str, EditionLink] = {}
    for link in links:
        if not link.hreflang or link.rel != "alternate" or (tag := normalize(link.hreflang)) is None:
            continue
        url = resolve(link.href, base)
        if url is not None:
            found.setdefault(tag, EditionLink(tag, url, line(link.title) or None))
    return tuple(found.values())


def _authors(entry: RawEntry) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for person in entry.people[:MAX_AUTHORS]:
        name = _person(line(person.name)) or _person(line(person.email))
        if name:
            names[name] = None
    if not names and (name := _person(line(entry.author))):
        names[name] = None
    return tuple(names)


def _person(name: str) -> str:
    """A name out of RSS's ``mail@host (Name)``; the address itself where there is no name."""
    address, bracket, rest = name.partition(" (")
    if bracket and "@" in address and rest.endswith(")"):
        return rest[:-1].strip() or address
    return name


def _once(links: Sequence[RelatedLink], own: str | None) -> tuple[RelatedLink, ...]:
    found: dict[str, RelatedLink] = {}
    for link in links:
        if not same_page(link.url, own):
            found.setdefault(link.url or link.title, link)
    return tuple(found.values())
