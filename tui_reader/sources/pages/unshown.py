"""Takes out captions of what the reader can't show: films, pictures without an address."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape

from lxml import etree

from tui_reader.sources.hypertext import figures
from tui_reader.sources.hypertext.img_tags import pictures_of
from tui_reader.sources.hypertext.markup import inner_text, raw_text
from tui_reader.sources.pages.boxing import MAX_CAPTIONS, may_describe
from tui_reader.sources.pages.region import key
from tui_reader.sources.pages.removal import remove

_TRACK = re.compile(r"\s*(?:audio|v[ií]d[eé]o)\s*(?:[:|]|$)", re.IGNORECASE)


def drop_films(tree: etree._Element, films: Collection[str]) -> None:
    """Take out what stands below the stills of films: the films' names (``films``), and no photo's caption."""
    named = {key(unescape(film)) for film in films} - {""}
    for caption in list(tree.iter("figcaption"))[:MAX_CAPTIONS]:
        if next(caption.iter("figure"), None) is not None:
            continue
        text = raw_text(caption)
        if key(text) in named or _TRACK.match(text):
            _, credit = figures.description(caption)
            _empty(caption)  # and stays the caption: what else the figure says is none
            caption.text = f"© {credit}" if credit else None


def drop_unshown(tree: etree._Element, base: str | None) -> None:
    """Take out the captions of what can't be shown: a film, a picture without an address."""
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        if figure is None or not any(pictures_of(image, base) for image in figure.iter("img")):
            _empty(caption)
            caption.tag = "div"
    for element in list(tree.iter("div", "span", "p")):
        names = element.get("class") or ""
        loose = "caption" in names.casefold() and next(element.iterancestors("figure"), None) is None
        if loose and may_describe(element) and _alone(element):
            remove(element)


def _empty(element: etree._Element) -> None:
    after = element.tail
    element.clear()
    element.tail = after


def _alone(caption: etree._Element) -> bool:
    """Whether a caption is a small part of the box that it is in, and no box of text."""
    return len(list(caption.iter("p"))) <= 1 and len(inner_text(caption)) <= 600
