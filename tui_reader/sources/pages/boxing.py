"""Puts pictures and the words that describe them into one box: the steps of `framing`, each for one manner of pages."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from tui_reader.sources.hypertext.img_tags import pictures_of
from tui_reader.sources.hypertext.markup import inner_text
from tui_reader.sources.pages import signs
from tui_reader.sources.pages.region import key
from tui_reader.sources.pages.removal import remove
from tui_reader.vocabulary import credited

MAX_CAPTION = 1500
MAX_CAPTIONS = 400
MAX_CREDIT = 120
CLOCK = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? .{0,6}\d{1,2}[:.]\d{2}\b")  # a byline's date and time
REST = 160
BOXES = frozenset({"div", "p", "span", "small", "em", "i", "cite", "dd", "section", "aside", "td", "figcaption", "h4", "h5", "h6", "strong"})  # fmt: skip
_TELLING = 12
MAX_WORDS = 500
MIN_SMALL_PRINT, MAX_SMALL_PRINT = 20, 400
_SMALL = re.compile(
    r"font-size\s?:\s?(?:(?:x{1,2}-)?small(?:er)?|(?:[0-9]|1[0-2])px|0?\.\d+r?em)", re.IGNORECASE
)
_TEXTUAL = frozenset({"h1", "h2", "h3", "ul", "ol", "blockquote"})
_CLIMB = 5
_REACH = 8
_SKIPPED = 8
_SOME_PAGE = "https://page.invalid/"  # for addresses that are relative to one
_TOO_MUCH = ("h1", "h2", "h3", "blockquote", "ul", "ol")
_UNFIT = ("a", "video", "iframe", "figcaption", "button", *_TOO_MUCH)


def is_longer(element: etree._Element, most: int) -> bool:
    """Whether an element holds more than ``most`` characters, white space aside; a long one is not read to its end."""
    size = 0
    for text in element.itertext():
        size += len(str(text).strip())
        if size > most:
            return True
    return False


def may_describe(element: etree._Element) -> bool:
    tag = element.tag
    if tag == "figcaption":
        return True
    if tag not in BOXES or not (element.get("class") or element.get("itemprop")):
        return False
    names = signs.words(f"{element.get('class') or ''} {element.get('itemprop') or ''}")
    if not signs.is_caption(names):
        return signs.is_credit(names) and len(element) <= 4 and 2 < len(inner_text(element)) <= MAX_CREDIT
    if next(element.iter("img", "time", "h1"), None) is not None:
        return False
    text = inner_text(element)
    return 2 < len(text) <= MAX_CAPTION and CLOCK.search(text[-40:]) is None


def frame_caption(caption: etree._Element) -> None:
    text = inner_text(caption)
    node = caption
    for _ in range(_CLIMB):
        parent = node.getparent()
        if parent is None or parent.tag in {"body", "main", "html"}:
            return
        if next(parent.iter("img"), None) is not None:
            rest = len(inner_text(parent)) - len(text)
            if rest <= REST and next(parent.iter(*_TOO_MUCH), None) is None:
                _make_figure(parent)
                caption.tag = "figcaption"
            else:
                _wrap(node, caption)
            return
        node = parent


def _make_figure(box: etree._Element) -> None:
    for inner in list(box.iter("figure")):
        inner.tag = "div"
    box.tag = "figure"


def pair_slides(captions: list[etree._Element]) -> None:
    """Give each picture of a slide show its own of ``captions``, where all of these stand in one box beside it."""
    boxes: dict[etree._Element, list[etree._Element]] = {}
    for caption in captions:
        box = None
        for node in caption.iterancestors():
            if node.tag in {"figure", "body", "main", "article"} or next(node.iter("img"), None) is not None:
                break
            box = node
        if box is not None:
            boxes.setdefault(box, []).append(caption)
    for box, found in boxes.items():
        inside = [one for one in found if not any(outer in found for outer in one.iterancestors())]
        show = box.getprevious()
        while show is not None and _says_nothing(show):
            show = show.getprevious()
        if show is None or len(inside) < 2 or len(inner_text(show)) > _TELLING:
            continue
        shown = [one for one in show.iter("img") if next(one.iterancestors("noscript"), None) is None]
        if len(shown) != len(inside):
            continue
        for image, caption in zip(shown, inside, strict=True):
            _give(image, caption)


def _give(image: etree._Element, caption: etree._Element) -> None:
    """Make a figure of a picture without one, and move ``caption`` into it."""
    figure = next(image.iterancestors("figure"), None)
    if figure is None:
        picture = next(image.iterancestors("picture"), image)
        parent = picture.getparent()
        if parent is None:
            return
        figure = parent.makeelement("figure")
        parent.replace(picture, figure)
        figure.tail, picture.tail = picture.tail, None
        figure.append(picture)
    caption.tail = None
    caption.tag = "figcaption"
    figure.append(caption)


def box_pictures(tree: etree._Element) -> None:
    """Boxes whose class says that they are a picture, and that hold one with a line or two of text."""
    for image in list(tree.iter("img"))[:MAX_CAPTIONS]:
        around = [one for one in image.iterancestors() if one.tag not in {"source", "picture"}]
        for box in around[:_REACH]:
            if box.tag in {"a", "article", "body", "li"} or (box.tag == "figure" and is_longer(box, 0)):
                break
            names = signs.words(f"{box.get('class') or ''} {box.get('id') or ''}")
            if box.tag not in {"div", "section"} or not signs.is_picture(names):
                continue
            if is_longer(box, 900 if signs.is_slide(names) else 500):
                break
            text = inner_text(box)
            unfit = ("video", "iframe", "figcaption", *_TOO_MUCH) if signs.is_slide(names) else _UNFIT
            if len(text) < 10 or next(box.iter(*unfit), None) is not None:
                continue
            if len(list(box.iter("img"))) == 1 and len(list(box.iter("p"))) <= 3:
                _make_figure(box)
                for button in list(box.iter("button")):
                    remove(button)
            break


def box_words(image: etree._Element) -> None:
    """A picture in a box with the words of its alternative text, or with a line that names who took it."""
    for box in islice(image.iterancestors(), _REACH):
        if box.tag in {"figure", "article", "main", "body", "li", "a", "td"} or is_longer(box, MAX_WORDS):
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


def box_small_print(paragraph: etree._Element) -> None:
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
    if not 1 <= images <= 3 or len(inner_text(before)) > REST or before.tag == "figure":
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
