"""The photos that a page's metadata knows: what JSON-LD says of each, and the lead photo."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any
from urllib.parse import unquote

from lxml import etree

from tui_reader.hrefs import resolve
from tui_reader.model import Photo
from tui_reader.sources.hypertext.captions import parted
from tui_reader.sources.hypertext.image_addresses import picture_key, width_in
from tui_reader.sources.hypertext.img_tags import pictures_of
from tui_reader.sources.hypertext.markup import line
from tui_reader.sources.hypertext.photo_book import PhotoBook, Picture
from tui_reader.sources.pages.region import key
from tui_reader.sources.pages.structured import Structured, first

MAX_IMAGES = 200
_NO_PHOTO = re.compile(r"logo|default|placeholder|fallback|favicon|sprite", re.IGNORECASE)


def describe(book: PhotoBook, data: Structured, base: str | None) -> None:
    """Add what JSON-LD (`ImageObject`) says of the photos in ``book``: captions and credits they lack."""
    by_key = {picture_key(photo.url): index for index, photo in enumerate(book.photos) if photo.url}
    for image in data.images[:MAX_IMAGES]:
        caption, credit = _told(image)
        if not caption and not credit:
            continue
        for url in _addresses(image, base):
            if (index := by_key.get(picture_key(url))) is not None:
                known = book.photos[index]
                told = caption if known.credit is None and not _is_file_name(caption, known.url) else None
                book.describe(index, told, credit)
                break


def _is_file_name(caption: str | None, url: str | None) -> bool:
    """Whether a caption only repeats the file's name, as content systems fill it in by themselves."""
    return key(caption or "") in key(unquote(url or "").rpartition("/")[2])


def lead(data: Structured, base: str | None) -> Photo | None:
    """The lead photo that the metadata name, with what JSON-LD says about it."""
    metas = data.metas
    image = data.article.get("image")
    images = image if isinstance(image, list) else [image]
    described = next((one for one in images if isinstance(one, Mapping)), {})
    address = next((one for one in images if isinstance(one, str)), None) or first(described.get("url"))
    url = resolve(
        metas.get("og:image") or metas.get("og:image:url") or metas.get("twitter:image") or address, base
    )
    if url is None or _NO_PHOTO.search(url):
        return None
    caption, credit = _told(described)
    caption = None if _is_file_name(caption, url) else caption
    return Photo(url, metas.get("og:image:alt") or None, caption, credit)


def figures_of(tree: etree._Element, photo: Photo | None, base: str | None) -> list[etree._Element]:
    """The figures of the page that show ``photo``, wherever they stand: above the headline, or in another column."""
    if photo is None or photo.url is None:
        return []
    wanted = picture_key(photo.url)
    found = []
    for figure in islice(tree.iter("figure"), MAX_IMAGES):
        files = (file for image in islice(figure.iter("img"), 4) for file in pictures_of(image, base))
        if any(picture_key(file.url) == wanted for file in files):
            found.append(figure)
    return found[:2]


def add_lead(book: PhotoBook, photo: Photo | None) -> int | None:
    """Put the lead photo into ``book`` where it has none: its index; else it only describes its like."""
    if photo is None or photo.url is None:
        return None
    before = len(book.photos)
    same_file = PhotoBook()
    for known in book.photos:
        if known.url:
            same_file.add([Picture(known.url)])
    added = same_file.add([Picture(photo.url, width_in(photo.url))])
    if added is not None and (before == 0 or not added[1]):
        book.add(
            [Picture(photo.url, width_in(photo.url))],
            alt=photo.alt,
            caption=photo.caption,
            credit=photo.credit,
        )
    return before if len(book.photos) > before else None


def _told(image: Mapping[str, Any]) -> tuple[str | None, str | None]:
    caption, credit = parted(line(first(image.get("caption"))) or None)
    told = line(
        first(image.get("creditText"))
        or first(image.get("copyrightHolder"))
        or first(image.get("author"))
        or first(image.get("creator"))
    )
    return caption, told or credit


def _addresses(image: Mapping[str, Any], base: str | None) -> list[str]:
    found: list[str] = []
    for name in ("url", "contentUrl", "@id"):
        value = image.get(name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and (url := resolve(one, base)) is not None:
                found.append(url)
    return found
