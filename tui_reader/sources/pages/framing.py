"""Gives every picture with a description the shape that HTML has for it: ``figure`` and ``figcaption``.

Pages set captions in many ways: a ``figcaption`` without a figure, a box named `caption` beside or below the
picture, a button around both. What comes after this step needs to know one way only.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from tui_reader.sources.hypertext.image_addresses import is_image
from tui_reader.sources.hypertext.img_tags import pictures_of
from tui_reader.sources.hypertext.markup import inner_text
from tui_reader.sources.pages import signs
from tui_reader.sources.pages.region import key
from tui_reader.sources.pages.removal import remove
from tui_reader.vocabulary import credited

MAX_CAPTION = 1500
MAX_CAPTIONS = 400
MAX_CREDIT = 120
_CLOCK = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? .{0,6}\d{1,2}[:.]\d{2}\b")  # a byline's date and time
_REST = 160
_TELLING = 12
MAX_WORDS = 500
MIN_SMALL_PRINT, MAX_SMALL_PRINT = 20, 400
_SMALL = re.compile(
    r"font-size\s?:\s?(?:(?:x{1,2}-)?small(?:er)?|(?:[0-9]|1[0-2])px|0?\.\d+r?em)", re.IGNORECASE
)
_TEXTUAL = frozenset({"h1", "h2", "h3", "ul", "ol", "blockquote"})
MAX_LABEL = 60
_CLIMB = 5
_REACH = 8
_SKIPPED = 8
_SOME_PAGE = "https://page.invalid/"  # for addresses that are relative to one
_BOXES = frozenset({"div", "p", "span", "small", "em", "i", "cite", "dd", "section", "aside", "td", "figcaption", "h4", "h5", "h6", "strong"})  # fmt: skip
_CUSTOM = etree.XPath("//*[contains(name(), '-')]")
_ARIA_HEADINGS = etree.XPath("//*[@role='heading'][self::div or self::p or self::span]")
_TOO_MUCH = ("h1", "h2", "h3", "blockquote", "ul", "ol")
_UNFIT = ("a", "video", "iframe", "figcaption", "button", *_TOO_MUCH)


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
    _box_pictures(tree)
    for image in list(tree.iter("img"))[:MAX_CAPTIONS]:
        _box_words(image)
    for paragraph in list(tree.iter("p")):
        _box_small_print(paragraph)
    captions = [element for element in tree.iter(*_BOXES) if _may_describe(element)][:MAX_CAPTIONS]
    for caption in captions:
        # the captions of a film are its words, one by one
        spoken = "transcript" in (caption.get("class") or "")
        if not spoken and next(caption.iterancestors("figure"), None) is None:
            _frame(caption)


def _found(path: etree.XPath, tree: etree._Element) -> list[etree._Element]:
    found = path(tree)
    return [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []


def drop_unshown(tree: etree._Element, base: str | None) -> None:
    """Take out the captions of what can't be shown: a film, a picture without an address."""
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        if figure is None or not any(pictures_of(image, base) for image in figure.iter("img")):
            parent = caption.getparent()
            if parent is not None:
                caption.clear()
                caption.tag = "div"
    for element in list(tree.iter("div", "span", "p")):
        names = element.get("class") or ""
        loose = "caption" in names.casefold() and next(element.iterancestors("figure"), None) is None
        if loose and _may_describe(element) and _alone(element):
            remove(element)


def _alone(caption: etree._Element) -> bool:
    """Whether a caption is a small part of the box that it is in, and no box of text."""
    return len(list(caption.iter("p"))) <= 1 and len(inner_text(caption)) <= 600


def _may_describe(element: etree._Element) -> bool:
    tag = element.tag
    if tag == "figcaption":
        return True
    if tag not in _BOXES or not (element.get("class") or element.get("itemprop")):
        return False
    names = signs.words(f"{element.get('class') or ''} {element.get('itemprop') or ''}")
    if not signs.is_caption(names):
        return signs.is_credit(names) and len(element) <= 4 and 2 < len(inner_text(element)) <= MAX_CREDIT
    if next(element.iter("img", "time", "h1"), None) is not None:
        return False
    text = inner_text(element)
    return 2 < len(text) <= MAX_CAPTION and _CLOCK.search(text[-40:]) is None


def _frame(caption: etree._Element) -> None:
    text = inner_text(caption)
    node = caption
    for _ in range(_CLIMB):
        parent = node.getparent()
        if parent is None or parent.tag in {"body", "main", "html"}:
            return
        if next(parent.iter("img"), None) is not None:
            rest = len(inner_text(parent)) - len(text)
            if rest <= _REST and next(parent.iter(*_TOO_MUCH), None) is None:
                _make_figure(parent)
                caption.tag = "figcaption"
            else:
                _wrap(node, caption)
            return
        node = parent


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
            return len(inner_text(box)) <= _REST
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
    return _CLOCK.search(inner_text(caption)[-40:]) is not None


def _unwrap(figure: etree._Element) -> None:
    """Make one of a figure that holds another one, without a caption of its own: the outer one's is its."""
    inner = [one for one in figure.iter("figure") if one is not figure]
    if len(inner) == 1 and not inner_text(inner[0]):
        inner[0].tag = "div"


def _make_figure(box: etree._Element) -> None:
    for inner in list(box.iter("figure")):
        inner.tag = "div"
    box.tag = "figure"


def _box_pictures(tree: etree._Element) -> None:
    """Boxes whose class says that they are a picture, and that hold one with a line or two of text."""
    for image in list(tree.iter("img"))[:MAX_CAPTIONS]:
        around = [one for one in image.iterancestors() if one.tag not in {"source", "picture"}]
        for box in around[:_REACH]:
            if box.tag in {"a", "article", "body", "li"} or (box.tag == "figure" and inner_text(box)):
                break
            names = signs.words(f"{box.get('class') or ''} {box.get('id') or ''}")
            if box.tag not in {"div", "section"} or not signs.is_picture(names):
                continue
            text = inner_text(box)
            if len(text) > (900 if signs.is_slide(names) else 500):
                break
            unfit = ("video", "iframe", "figcaption", *_TOO_MUCH) if signs.is_slide(names) else _UNFIT
            if len(text) < 10 or next(box.iter(*unfit), None) is not None:
                continue
            if len(list(box.iter("img"))) == 1 and len(list(box.iter("p"))) <= 3:
                _make_figure(box)
                for button in list(box.iter("button")):
                    remove(button)
            break


def _box_words(image: etree._Element) -> None:
    """A picture in a box with the words of its alternative text, or with a line that names who took it."""
    for box in islice(image.iterancestors(), _REACH):
        if box.tag in {"figure", "article", "main", "body", "li", "a", "td"}:
            return
        if text := inner_text(box):
            break
    else:
        return
    if not 10 <= len(text) <= MAX_WORDS or next(box.iter(*_UNFIT), None) is not None:
        return
    alt = key(image.get("alt") or "")[:60]
    if (len(alt) >= _TELLING and alt in key(text)) or credited(text) is not None:
        shown = [one for one in box.iter("img") if next(one.iterancestors("noscript"), None) is None]
        if len(shown) <= 1:
            _make_figure(box)


def _box_small_print(paragraph: etree._Element) -> None:
    """A line all in small or slanted letters, right below a picture that has no words: its caption."""
    if not _is_small_print(paragraph) or paragraph.find(".//a") is not None:
        return
    text = inner_text(paragraph)
    if len(text) > MAX_SMALL_PRINT or (len(text) < MIN_SMALL_PRINT and credited(text) is None):
        return
    before = paragraph.getprevious()
    while before is not None and before.tag in {"p", "br"} and not len(before) and not inner_text(before):
        empty, before = before, before.getprevious()
        if (empty.tail or "").strip():
            return
        remove(empty)
    if before is None or before.tag in _TEXTUAL or inner_text(before):
        return
    if len(list(before.iter("img"))) - len(before.findall(".//noscript")) <= 1:
        _wrap(paragraph, paragraph)


def _is_small_print(element: etree._Element) -> bool:
    if (element.text or "").strip() or not len(element):
        return False
    for child in element:
        if (child.tail or "").strip():
            return False
        small = child.tag in {"em", "i", "small"} or _SMALL.search((child.get("style") or "")[:1000])
        if inner_text(child) and not small and not (child.tag == "span" and _is_small_print(child)):
            return False
    return True


def _says_nothing(element: etree._Element) -> bool:
    """Whether an element has neither words nor a picture of any size, and none follow it."""
    if (
        not isinstance(element.tag, str)
        or (element.tail or "").strip()
        or len(inner_text(element)) > _TELLING
    ):
        return False
    return not any(pictures_of(image, _SOME_PAGE) for image in islice(element.iter("img"), _SKIPPED))


def _wrap(node: etree._Element, caption: etree._Element) -> None:
    """Put ``node``, which holds the caption, and the picture just before it into one figure."""
    before = node.getprevious()
    for _ in range(_SKIPPED):  # a share bar, a clearing element
        if before is None or not _says_nothing(before):
            break
        before = before.getprevious()
    if before is None or not isinstance(before.tag, str) or (before.tail or "").strip():
        return
    if before.tag == "figure" and (
        not inner_text(before) or signs.is_credit(signs.words(node.get("class") or ""))
    ):
        node.tail, tail = None, node.tail
        before.tail = (before.tail or "") + (tail or "")
        before.append(node)
        return
    images = len(list(before.iter("img")))
    if not 1 <= images <= 3 or len(inner_text(before)) > _REST or before.tag == "figure":
        return
    parent = node.getparent()
    if parent is None:
        return
    figure = parent.makeelement("figure")
    parent.insert(parent.index(before), figure)
    figure.tail, node.tail = node.tail, None
    figure.append(before)
    figure.append(node)
    caption.tag = "figcaption"
