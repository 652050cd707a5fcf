"""Articles as rows: what of an article stands in which column, and which of two texts is kept.

Pure: no database here. `search_fields` is what the index was fed with; a change to it, or to what it calls,
needs a migration that makes the index anew.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from tui_reader.model import Article
from tui_reader.search.terms import Part
from tui_reader.search.words import spread
from tui_reader.stories.keys import key_of

SUMMARY = 200


def storable(text: str) -> str:
    """``text`` without what UTF-8, and so SQLite, can't hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _encoded(text).decode()
    return text


def _encoded(text: str) -> bytes:
    """`storable` in UTF-8."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def fingerprint(document: bytes, source: str) -> bytes:
    """Eight bytes that are equal where nothing of the article changed; ``document`` is `packing.to_bytes` of it."""
    return blake2b(source.encode("utf-8", "surrogatepass") + b"\n" + document, digest_size=8).digest()


def summary(article: Article) -> str:
    """The first 200 characters or so of lead and text as one line, cut between words."""
    text = " ".join(storable((article.lead or article.text)[: SUMMARY * 4]).split())
    if len(text) <= SUMMARY:
        return text
    cut = text.rfind(" ", SUMMARY // 2, SUMMARY)
    return text[: cut if cut > 0 else SUMMARY - 1].rstrip(" ,;:–—-") + "…"


def named_languages(article: Article) -> str:
    """The languages of the editions that the article says where to find, each once, separated by spaces."""
    found = (edition for edition in article.editions if edition.url or edition.id)
    return " ".join(dict.fromkeys(storable(edition.language) for edition in found if edition.language))


def address(url: str | None) -> int | None:
    """What `held_by_url` looks for."""
    from tui_reader.stories.addresses import normalize_url  # lists don't need it

    return key_of("address", normalize_url(url)) if url else None


def search_fields(article: Article) -> tuple[bytes, ...]:
    """The columns of the index: title, text, captions, credits, authors, related titles.

    In UTF-8, as SQLite has them: of a text it would make a copy that stays with it as long as the text is held.
    """
    photos = article.photos
    fields = (
        article.title,
        article.text,
        "\n".join(part for photo in photos for part in (photo.caption, photo.alt) if part),
        "\n".join(photo.credit for photo in photos if photo.credit),
        "\n".join(article.authors),
        "\n".join(link.title for link in article.related),
    )
    return tuple(_encoded(spread(field)) for field in fields)


def pictured(article: Article) -> int:
    """What ``has:`` asks of photos: 0 none, 1 a photo, 2 one with a caption."""
    return 2 if any(photo.caption for photo in article.photos) else 1 if article.photos else 0


def parts(article: Article) -> list[tuple[Part, str]]:
    """The texts that are indexed, but for the title, in the order in which an excerpt is wanted of them."""
    photos = article.photos
    return [
        (Part.TEXT, article.text),
        *((Part.CAPTION, text) for photo in photos for text in (photo.caption, photo.alt) if text),
        (Part.AUTHOR, ", ".join(article.authors)),
        *((Part.CREDIT, photo.credit) for photo in photos if photo.credit),
        *((Part.RELATED, link.title) for link in article.related),
    ]


def seconds(moment: datetime | None) -> int | None:
    """Seconds since 1970, UTC; a time without a zone is UTC."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)


def moment(since: int | None) -> datetime | None:
    """The aware time, UTC, that `seconds` wrote."""
    return None if since is None else datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=since)


def with_text_of(article: Article, held: Article) -> Article:
    """``article`` (its title, times, addresses) with the text, photos and related links that are held.

    What a page said of the editions stays beside what the feed says of them.
    """
    named = {edition.language for edition in article.editions}
    return replace(
        article,
        lead=held.lead,
        body=held.body,
        photos=held.photos,
        related=held.related,
        partial=held.partial,
        authors=article.authors or held.authors,
        published=article.published or held.published,
        editions=(*article.editions, *(e for e in held.editions if e.language not in named)),
        story=article.story or held.story,
    )


def named_as(article: Article, held: Article) -> Article:
    """``article``, the text of another version, under the title, the address and the times that are held.

    What either knows of the story's editions stays.
    """
    named = {edition.language for edition in article.editions}
    return replace(
        article,
        source=held.source,
        title=held.title or article.title,
        url=held.url or article.url,
        published=held.published or article.published,
        updated=held.updated or article.updated,
        story=held.story or article.story,
        editions=(*article.editions, *(e for e in held.editions if e.language not in named)),
    )


def keeps_text(held: Article, new: Article, *, held_fetched: bool, fetched: bool, bookmarked: bool) -> bool:
    """Whether the text that is held is better than the new one.

    A summary never replaces a full text, a feed's text never one fetched from the page, and nothing shorter
    the text of a bookmark.
    """
    if new.partial and not held.partial:
        return True
    if held_fetched and not fetched and not held.partial:
        return True
    return bookmarked and len(new.text) < len(held.text)
