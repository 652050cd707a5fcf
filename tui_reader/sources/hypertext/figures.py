"""Figures: which pictures one holds, and which of its words are caption and which credit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from tui_reader.clean import clean_line
from tui_reader.sources.hypertext.hrefs import resolve
from tui_reader.sources.hypertext.markup import inner_text
from tui_reader.vocabulary import split_credit

MAX_CAPTION = 2000
MAX_OFFER = 3000
MAX_IMAGES = 40
_CAPTION = re.compile(r"(?:^|[\s_-])\w*caption\w*", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:^|[\s_-])(?:\w*credits?|\w*copyrights?|photograph\w*|photo-?author|source)(?:$|[\s_-])",
    re.IGNORECASE,
)
_WHOLE = frozenset(
    {"table", "pre", "blockquote", "iframe", "video", "audio", "h2", "h3", "ul", "ol", "figure"}
)
_LAYING_OUT = frozenset({"table", "ul", "ol"})


@dataclass(frozen=True, slots=True)
class Figure:
    """Pictures with the caption and the credit that belong to the last of them."""

    images: tuple[etree._Element, ...]
    caption: str | None
    credit: str | None


def read(element: etree._Element) -> Figure | None:
    """A figure's pictures and description, or None where it holds no picture, or more than pictures."""
    images: list[etree._Element] = []
    for node in element.iter():
        if node.tag == "img":
            images.append(node)
        elif node.tag in _WHOLE and node is not element and not (node.tag in _LAYING_OUT and _pictured(node)):
            return None
        if len(images) > MAX_IMAGES:
            return None
    if not images:
        return None
    holder = _caption_in(element)
    if holder is not None:
        caption, credit = description(holder)
    else:
        caption, credit = _rest(element)
    return Figure(tuple(_shown(images)), caption, credit or _credit_in(element))


def is_captioned(element: etree._Element) -> bool:
    """Whether an element that says `caption` holds a picture and little else (`wp-caption`, `tr-caption`)."""
    if next(element.iter("img"), None) is None or not _CAPTION.search(element.get("class") or ""):
        return False
    return len(inner_text(element)) <= MAX_CAPTION


def describes(element: etree._Element) -> bool:
    """Whether an element that says `caption` or `credit` is the description of a picture beside it."""
    names = element.get("class") or ""
    if not (_CAPTION.search(names) or _CREDIT.search(names)) or next(element.iter("img"), None) is not None:
        return False
    return 0 < len(inner_text(element)) <= MAX_CAPTION


def description(element: etree._Element) -> tuple[str | None, str | None]:
    """The caption and the credit that an element's text gives."""
    whole = inner_text(element)[:MAX_CAPTION]
    if _CREDIT.search(element.get("class") or "") and not _CAPTION.search(element.get("class") or ""):
        return None, _bare_credit(whole)
    named = _credit_element(element)
    if named is None:
        return parted(whole)
    credit = inner_text(named)
    if not credit or credit == whole:
        return parted(whole)
    place = whole.rfind(credit)
    caption = clean_line((whole[:place] + " " + whole[place + len(credit) :]) if place >= 0 else whole)
    return caption.strip(" |/·•—–-") or None, _bare_credit(credit)


def parted(caption: str | None) -> tuple[str | None, str | None]:
    """A caption's text apart from the credit at its end."""
    return split_credit(caption) if caption else (None, None)


def is_tiny(element: etree._Element) -> bool:
    """Whether an embed is only a pixel."""
    return any((element.get(name) or "").strip() in {"0", "1"} for name in ("width", "height"))


def link_block(element: etree._Element, base: str | None) -> list[tuple[str, str]] | None:
    """The titles and addresses of a block that is links and little else; None where it is more."""
    text = inner_text(element)
    if len(text) > MAX_OFFER:
        return None
    found: dict[str, str] = {}
    covered = 0
    for anchor in element.iter("a"):
        url, title = resolve(anchor.get("href"), base), inner_text(anchor)
        covered += len(title)
        if url is not None and len(title) > len(found.get(url, "")):
            found[url] = title
    if not found or covered * 10 < len(text) * 5:
        return None
    return [(title, url) for url, title in found.items()]


def _pictured(node: etree._Element) -> bool:
    return next(node.iter("img"), None) is not None


def _shown(images: list[etree._Element]) -> list[etree._Element]:
    """The pictures; one in `noscript`, which stands for another that a script loads, comes last."""
    return sorted(images, key=lambda image: next(image.iterancestors("noscript"), None) is not None)


def _caption_in(element: etree._Element) -> etree._Element | None:
    found = next(element.iter("figcaption"), None)
    if found is not None:
        return found
    for node in element.iterdescendants():
        names = node.get("class")
        if names and _CAPTION.search(names) and next(node.iter("img"), None) is None and inner_text(node):
            return node
    return None


def _credit_element(element: etree._Element) -> etree._Element | None:
    for node in element.iterdescendants():
        if node.tag in {"cite", "small"} or ((names := node.get("class")) and _CREDIT.search(names)):
            return node
    return None


def _credit_in(element: etree._Element) -> str | None:
    for node in element.iterdescendants():
        names = node.get("class")
        if names and _CREDIT.search(names) and next(node.iter("img"), None) is None:
            return _bare_credit(inner_text(node)[:300])
    return None


def _rest(element: etree._Element) -> tuple[str | None, str | None]:
    text = inner_text(element)
    return parted(text) if 0 < len(text) <= 500 else (None, None)


def _bare_credit(text: str) -> str | None:
    """A credit without its label: `Photo: Ann` is `Ann`."""
    caption, credit = split_credit(text)
    return (credit if caption is None else text.strip("()[] ")) or None
