"""The pictures and recordings that an entry offers beside its text: Media RSS, enclosures, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from posixpath import basename
from urllib.parse import unquote, urlsplit

from tui_reader.hrefs import resolve
from tui_reader.model import LinkKind, RelatedLink
from tui_reader.sources.entries.raw import Medium
from tui_reader.sources.hypertext.captions import parted
from tui_reader.sources.hypertext.image_addresses import width_in
from tui_reader.sources.hypertext.photo_book import PhotoBook, Picture

MAX_CAPTION = 1000
_SOUND = re.compile(r"\.(?:mp3|m4a|ogg|oga|opus|wav|aac|flac)$", re.IGNORECASE)
_FILM = re.compile(r"\.(?:mp4|m4v|webm|mov|avi|mkv|ogv|m3u8|flv|wmv)$", re.IGNORECASE)
_PORTRAIT = re.compile(r"gravatar|/avatars?/|avatar[-_.]", re.IGNORECASE)


def add_photos(media: Sequence[Medium], book: PhotoBook, base: str | None) -> None:
    """Add the photos among ``media`` to ``book``; a group's pictures are one in several sizes.

    A thumbnail counts only where it is a known photo in another size, or where there is no other photo.
    """
    pictures = [medium for medium in media if _is_photo(medium)]
    if len(pictures) == 1 and not (pictures[0].thumbnail and book.photos):
        _add(pictures, book, base)
        return
    for _, same in groupby(
        (medium for medium in pictures if not medium.thumbnail),
        key=lambda medium: (medium.group, medium.caption) if medium.group is not None else id(medium),
    ):
        _add(list(same), book, base)
    thumbnails = [medium for medium in pictures if medium.thumbnail]
    if thumbnails and not book.photos:
        _add(thumbnails, book, base)


def recordings(media: Iterable[Medium], base: str | None, title: str) -> list[RelatedLink]:
    """Links to what is no picture (a podcast, a video, a document), named by kind and title."""
    found: dict[str, RelatedLink] = {}
    for medium in media:
        url = None if medium.thumbnail or _is_picture(medium) else resolve(medium.url, base)
        if url is not None and url not in found:
            name = medium.title or unquote(basename(urlsplit(url).path)) or title
            found[url] = RelatedLink(f"{_kind(medium)}: {name}", url, LinkKind.IN_TEXT)
    return list(found.values())[:50]


def _add(same: list[Medium], book: PhotoBook, base: str | None) -> None:
    found = []
    for medium in same:
        url = resolve(medium.url, base)
        if url is not None:
            found.append(Picture(url, medium.width or width_in(url)))
    first = same[0]
    if not (first.caption or first.credit):
        first = next((medium for medium in same if medium.caption or medium.credit), first)
    text = first.caption if first.caption and len(first.caption) <= MAX_CAPTION else None
    caption, credit = parted(text)
    title = next((medium.title for medium in same if medium.title), None)
    book.add(found, alt=title, caption=caption, credit=_bare(first.credit) or credit)


def _bare(credit: str | None) -> str | None:
    if not credit:
        return None
    caption, name = parted(credit)
    return name if name and not caption else credit


def _is_photo(medium: Medium) -> bool:
    if _is_portrait(medium.url) or not (medium.thumbnail or _is_picture(medium)):
        return False
    return (medium.width is None or medium.width > 3) and (medium.height is None or medium.height > 3)


def _is_portrait(url: str) -> bool:
    return "avatar" in url.casefold() and _PORTRAIT.search(url) is not None


def _is_picture(medium: Medium) -> bool:
    if medium.medium or medium.type:
        return medium.medium == "image" or medium.type.startswith("image/")
    path = _path(medium.url)
    return not (_SOUND.search(path) or _FILM.search(path))


def _kind(medium: Medium) -> str:
    named = medium.medium or medium.type.partition("/")[0]
    path = _path(medium.url)
    if named == "audio" or _SOUND.search(path):
        return "Audio"
    if named == "video" or _FILM.search(path):
        return "Video"
    return "File"


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
