"""Gives every picture with a description the shape that HTML has for it: ``figure`` and ``figcaption``.

Pages set captions in many ways: a ``figcaption`` without a figure, a box named `caption` beside or below the
picture, a button around both. What comes after this step needs to know one way only; `boxing` has the ways.
"""

from __future__ import annotations

from itertools import islice

from lxml import etree

from tui_reader.sources.hypertext.image_addresses import is_image
from tui_reader.sources.hypertext.markup import inner_text
from tui_reader.sources.pages import boxing, signs
from tui_reader.sources.pages.removal import remove

MAX_LABEL = 60
_CLIMB = 5
_CUSTOM = etree.XPath("//*[contains(name(), '-')]")
_ARIA_HEADINGS = etree.XPath("//*[@role='heading'][self::div or self::p or self::span]")


def frame(tree: etree._Element) -> None:
    """Turn the boxes of ``tree`` that are a picture with its caption into figures."""
    for button in list(tree.iter("button")):
        if next(button.iter("img", "figure", "picture"), None) is not None:
            button.tag = "div"
    for element in _found(_CUSTOM, tree):
        _make_image(element)
    for element in _found(
        _ARIA_HEADINGS, tree
    ):  # WAI-ARIA 1.2, heading; that of the first level is the headline
        level = (element.get("aria-level") or "2").strip()
        element.tag = f"h{level}" if level in {"2", "3", "4", "5", "6"} else element.tag
    for anchor in list(tree.iter("a")):
        if (anchor.get("href") or "").startswith("#") and anchor.text in {"#", "¶", "§", "🔗"}:
            remove(anchor)  # the mark of a heading's own address
    for image in list(tree.iter("img")):
        if _is_portrait(image):
            remove(image)
    for figure in list(tree.iter("figure")):
        if _is_byline(figure):
            remove(figure)
        else:
            _unwrap(figure)
    for element in list(tree.iter("span", "div", "p", "strong")):
        if signs.is_unseen(signs.words(element.get("class") or "")) and len(inner_text(element)) <= MAX_LABEL:
            remove(element)
    boxing.box_pictures(tree)
    for image in list(tree.iter("img"))[: boxing.MAX_CAPTIONS]:
        boxing.box_words(image)
    for paragraph in list(tree.iter("p")):
        boxing.box_small_print(paragraph)
    captions = [one for one in tree.iter(*boxing.BOXES) if boxing.may_describe(one)][: boxing.MAX_CAPTIONS]
    boxing.pair_slides(captions)
    for caption in captions:
        # the captions of a film are its words, one by one
        spoken = "transcript" in (caption.get("class") or "")
        if not spoken and next(caption.iterancestors("figure"), None) is None:
            boxing.frame_caption(caption)


def _found(path: etree.XPath, tree: etree._Element) -> list[etree._Element]:
    found = path(tree)
    return [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []


def _make_image(element: etree._Element) -> None:
    """A custom element (HTML section 4.13.3) that stands for a picture, such as `amp-img`, becomes one."""
    if not any(element.get(name) for name in ("srcset", "data-srcset")) and not (
        "im" in element.tag and is_image(element.get("src") or element.get("data-src") or "")
    ):
        return
    if next(element.iter("img", "video", "iframe", "p"), None) is None:
        element.tag = "img"
        if alt := element.get("alt") or element.get("data-alt") or element.get("data-alt-text"):
            element.set("alt", alt)


def _is_portrait(image: etree._Element) -> bool:
    """Whether a picture stands in a small box that names its author."""
    for box in islice(image.iterancestors(), _CLIMB):
        if box.tag in {"figure", "article", "main", "body"}:
            return False
        if signs.is_byline(signs.words(box.get("class") or "")):
            return len(inner_text(box)) <= boxing.REST
    return False


def _is_byline(figure: etree._Element) -> bool:
    """Whether a figure is an author's portrait: its caption carries an address, a time, an author's link."""
    caption = next(figure.iter("figcaption"), None)
    if caption is None:
        return False
    if (
        next(caption.iter("address", "time"), None) is not None
        or caption.find(".//a[@rel='author']") is not None
    ):
        return True
    if boxing.is_longer(caption, boxing.MAX_CAPTION):
        return False
    return boxing.CLOCK.search(inner_text(caption)[-40:]) is not None


def _unwrap(figure: etree._Element) -> None:
    """Make one of a figure that holds another one, without a caption of its own: the outer one's is its."""
    inner = [one for one in figure.iter("figure") if one is not figure]
    if len(inner) == 1 and not inner_text(inner[0]):
        inner[0].tag = "div"
