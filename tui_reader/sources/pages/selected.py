"""What a reader's own CSS selectors choose on a page, for sites that the general rules read wrongly.

Each selector that matches overrides what the page reader would find; one that matches nothing leaves that to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from tui_reader.hrefs import resolve
from tui_reader.model import Article, Block, BlockKind, LinkKind, Photo, RelatedLink, Selectors
from tui_reader.selectors import xpath
from tui_reader.sources.entries.text import same_page
from tui_reader.sources.hypertext.captions import parted
from tui_reader.sources.hypertext.image_addresses import picture_key
from tui_reader.sources.hypertext.img_tags import pictures_of
from tui_reader.sources.hypertext.markup import inner_text, line
from tui_reader.sources.hypertext.photo_book import PhotoBook, Picture
from tui_reader.sources.pages.removal import remove

MAX_MATCHES = 400
MAX_LINKS = 40


@dataclass(slots=True)
class Selected:
    """What was chosen: ``holder`` holds the text, ``captions`` and ``credits`` go by `picture_key`."""

    title: str = ""
    holder: etree._Element | None = None
    photos: list[Photo] = field(default_factory=list)
    captions: dict[str, str] = field(default_factory=dict)
    credits: dict[str, str] = field(default_factory=dict)
    related: list[RelatedLink] = field(default_factory=list)


def take_out(tree: etree._Element, selectors: Selectors) -> None:
    """Remove what ``selectors`` says is no part of the article."""
    for element in _matches(tree, selectors.remove):
        if element.getparent() is not None:
            remove(element)


def choose(tree: etree._Element, selectors: Selectors, base: str | None) -> Selected:
    """What ``selectors`` name on the page ``tree``. Captions, credits and related links leave the tree."""
    chosen = Selected()
    chosen.title = next((text for one in _matches(tree, selectors.title) if (text := _text(one))), "")
    for names, texts in ((selectors.credit, chosen.credits), (selectors.caption, chosen.captions)):
        for element in _matches(tree, names):
            image, text = _picture_near(element), _text(element)
            for picture in pictures_of(image, base) if image is not None and text else ():
                texts.setdefault(picture_key(picture.url), text)
            if image is not None and element.getparent() is not None and element.find(".//img") is None:
                remove(element)
    book = PhotoBook()
    for element in _matches(tree, selectors.photo):
        for pictures, alt in _pictures(element, base):
            book.add(pictures, alt=alt)
    chosen.photos = book.photos
    chosen.related = _links(tree, selectors.related, base)
    chosen.holder = _holder(tree, selectors.body)
    return chosen


def applied(article: Article, chosen: Selected) -> Article:
    """``article`` with the photos, their descriptions and the related links that were chosen."""
    article = _with_photos(article, chosen.photos) if chosen.photos else article
    photos = tuple(_described(photo, chosen) for photo in article.photos)
    offered = [link for link in chosen.related if not same_page(link.url, article.url)]
    if not offered:
        return replace(article, photos=photos)
    urls = {link.url for link in offered}
    rest = (link for link in article.related if link.kind is LinkKind.IN_TEXT and link.url not in urls)
    return replace(article, photos=photos, related=(*offered, *rest))


def _with_photos(article: Article, wanted: list[Photo]) -> Article:
    """``article`` with the photos ``wanted`` alone: in their places, or above the text where they have none."""
    keys = {picture_key(photo.url): number for number, photo in enumerate(wanted) if photo.url}
    places = [keys.get(picture_key(photo.url)) if photo.url else None for photo in article.photos]
    photos = list(wanted)
    for place, photo in zip(places, article.photos, strict=True):
        if place is not None:
            photos[place] = replace(photo, alt=photo.alt or photos[place].alt)
    body: list[Block] = []
    for block in article.body:
        if block.kind is not BlockKind.PHOTO or block.photo is None:
            body.append(block)
        elif (number := places[block.photo]) is not None:
            body.append(Block(BlockKind.PHOTO, photo=number))
    placed = {block.photo for block in body}
    above = [Block(BlockKind.PHOTO, photo=number) for number in range(len(photos)) if number not in placed]
    return replace(article, body=(*above, *body), photos=tuple(photos))


def _described(photo: Photo, chosen: Selected) -> Photo:
    key = picture_key(photo.url or "")
    caption, credit = chosen.captions.get(key), chosen.credits.get(key)
    if caption is not None and credit is None:
        caption, credit = parted(caption)
    elif credit is not None:
        credit = parted(credit)[1] or credit
    return replace(photo, caption=caption or photo.caption, credit=credit or photo.credit)


def _matches(tree: etree._Element, selectors: tuple[str, ...]) -> list[etree._Element]:
    """The elements that any of ``selectors`` names, in the order of the page."""
    if not selectors:
        return []
    found = _compiled(selectors)(tree)
    elements = found if isinstance(found, list) else []
    return [one for one in elements if isinstance(one, etree._Element)][:MAX_MATCHES]


@lru_cache(maxsize=64)
def _compiled(selectors: tuple[str, ...]) -> etree.XPath:
    return etree.XPath(" | ".join(map(xpath, selectors)))


def _text(element: etree._Element) -> str:
    return line(element.get("content")) if element.tag == "meta" else inner_text(element)


def _picture_near(element: etree._Element) -> etree._Element | None:
    """The picture that ``element`` describes: the last before it, else the first after, in the nearest box."""
    for box in (element, *element.iterancestors()):
        before: etree._Element | None = None
        passed = False
        for node in box.iter():
            passed = passed or node is element
            if node.tag != "img":
                continue
            if passed:
                return node if before is None else before
            before = node
        if before is not None:
            return before
    return None


def _pictures(element: etree._Element, base: str | None) -> Iterator[tuple[list[Picture], str | None]]:
    """The pictures that an element is, holds or names, each as its files and its alternative text."""
    if element.tag in {"meta", "link", "a", "source"} and element.find(".//img") is None:
        url = resolve(element.get("content") or element.get("href") or element.get("src"), base)
        if url is not None:
            yield [Picture(url)], None
        return
    for image in list(element.iter("img"))[:MAX_LINKS]:
        found = pictures_of(image, base)
        if not found and (url := resolve(image.get("src"), base)) is not None:
            found = [Picture(url)]
        yield found, line(image.get("alt")) or None


def _links(tree: etree._Element, selectors: tuple[str, ...], base: str | None) -> list[RelatedLink]:
    """The links that were chosen, each once; what holds them leaves the tree, unless it is a part of a sentence."""
    found: dict[str, str] = {}
    for element in _matches(tree, selectors):
        for anchor in element.iter("a"):
            url, title = resolve(anchor.get("href"), base), inner_text(anchor) or line(anchor.get("title"))
            if url is not None and len(title) > len(found.get(url, "")):
                found[url] = title
        parent = element.getparent()
        if parent is not None and not (element.tag == "a" and _in_sentence(element, parent)):
            remove(element)
    return [RelatedLink(title, url, LinkKind.READ_ALSO) for url, title in list(found.items())[:MAX_LINKS]]


def _in_sentence(anchor: etree._Element, parent: etree._Element) -> bool:
    return len(inner_text(parent)) > 2 * len(inner_text(anchor))


def _holder(tree: etree._Element, selectors: tuple[str, ...]) -> etree._Element | None:
    """The element that holds what was chosen as the text, or None where that holds no words."""
    matches = _matches(tree, selectors)
    among = set(matches)
    outer = [one for one in matches if among.isdisjoint(one.iterancestors()) and inner_text(one)]
    if not outer:
        return None
    parent = outer[0].getparent()
    if parent is None or (len(outer) == 1 and outer[0].tag in {"body", "div", "article", "main", "section"}):
        return outer[0]
    holder = parent.makeelement("article")
    parent.insert(parent.index(outer[0]), holder)
    for one in outer:
        remove(one)
        holder.append(one)
    return holder
