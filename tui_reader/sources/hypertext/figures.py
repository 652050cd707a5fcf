"""Figures: which pictures one holds, and which of its words are caption and which credit."""

from __future__ import annotations

import re

from lxml import etree

from tui_reader.clean import clean_line
from tui_reader.sources.hypertext.captions import bare_credit, is_stock, parted
from tui_reader.sources.hypertext.markup import inner_text
from tui_reader.values import frozen
from tui_reader.vocabulary import CREDIT, credited, is_name

MAX_CAPTION = 2000
MAX_CREDITS = 120
MAX_IMAGES = 40
_SENTENCE = 9  # words
_OPENING = 40  # letters that no caption repeats
_CAPTION = re.compile(r"(?:^|[\s_-])\w*caption\w*", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:^|[\s_-])(?:\w*cr[eé]dit\w*|\w*copyrights?(?:_?holder)?|photograph\w*|(?:photo|caption|image)-?author|fotogra\w+|source|licen[cs]e)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What names whose the picture is within its caption; elsewhere it names the text's author.
_OWNER = re.compile(
    r"(?:^|[\s_-])(?:authors?|autor\w*|auteurs?|byline|agency|agentur|agence|agencia|agenzia|distributor|rights|owner)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LABEL_LEFT = re.compile(
    r"(?:^|[\s|/(–—-]+)(?:copyright|credits?|photo(?:graph)?(?: (?:credit|by))?|image(?: credit)?|bild|foto|by|©)[\s:©-]*$",
    re.IGNORECASE,
)
_CREDIT_VALUES = (
    "class",
    "itemprop",
    "data-fp-flag",
    "data-testid",
    "data-type",
    "data-role",
    "data-component",
)
_LABEL_ONLY = re.compile(
    r"(?:v[ií]d[eé]o|audio|fotos?|photos?|images?|bild|gallery|galerie)\W*$", re.IGNORECASE
)
_SEPARATE = re.compile(r"[.!?…。\"”»)]$")
_WHOLE = frozenset(
    {"table", "pre", "blockquote", "iframe", "video", "audio", "h2", "h3", "ul", "ol", "figure"}
)
_LAYING_OUT = frozenset({"table", "ul", "ol"})


@frozen
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
        credit = credit or _bracketed_after(holder)
    else:
        caption, credit = _rest(element)
    caption, credit = _apart(caption, credit or _credit_in(element))
    return Figure(tuple(_shown(images)), caption, credit)


def _bracketed_after(caption: etree._Element) -> str | None:
    """What stands in brackets right after a caption's element, in the box of both: a name."""
    after = clean_line((caption.tail or "")[:MAX_CREDITS])
    if len(after) > 3 and after[0] in "(（" and after[-1] in ")）":
        name = after[1:-1].strip()
        return bare_credit(name) if is_name(name) and name[0].isupper() else None
    return None


def _apart(caption: str | None, credit: str | None) -> tuple[str | None, str | None]:
    """Caption and credit without what either has of the other: a box of both, an agency that stands alone."""
    if caption is None and credit and _tells(credit):
        return parted(credit)
    if caption and credit and len(credit) > len(caption) and credit.startswith(caption):
        return caption, bare_credit(credit[len(caption) :].strip(" |/·•—–-"))
    if caption and credit and caption.endswith(credit) and len(caption) > len(credit):
        caption = _LABEL_LEFT.sub("", caption[: -len(credit)].rstrip(" :©-–")).strip(" |/·•—–-©(") or None
    if caption and (not any(map(str.isalnum, caption)) or _LABEL_ONLY.match(caption)):
        caption = None
    if caption and credit and _letters(caption) == _letters(credit):
        return (caption, None) if _tells(credit) else (None, credit)
    if caption and credit and is_stock(caption):
        return None, f"{credit} / {caption}"
    return caption, credit


def _tells(credit: str) -> bool:
    """Whether what calls itself a credit is a sentence about the picture: many words, most of them in small letters."""
    words = credit.split()
    return len(words) >= _SENTENCE and sum(word[0].islower() for word in words) * 2 > len(words)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


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
    whole = _once(inner_text(element)[:MAX_CAPTION])
    if _CREDIT.search(element.get("class") or "") and not _CAPTION.search(element.get("class") or ""):
        return None, bare_credit(_listed(element) or whole)
    credits = _credit_texts(element, whole) or _last_name(element, whole)
    if not credits:
        return parted(whole)
    if sum(len(credit) for credit in credits) > MAX_CREDITS:
        credits = credits[:1]
    caption = whole
    for credit in credits:
        place = caption.rfind(credit)
        if place >= 0:
            caption = clean_line(caption[:place] + " " + caption[place + len(credit) :])
    told = bare_credit(clean_line(" ".join(credits)))
    if told is None:
        return parted(whole)
    caption = _LABEL_LEFT.sub("", caption.rstrip(" :©-–")).strip(" |/·•—–-©")
    if caption.startswith("(") and caption.endswith(")"):
        caption = caption.strip("() ")
    caption = caption.removesuffix("()").strip()
    return caption or None, told


def _listed(element: etree._Element) -> str | None:
    """The names of a credit that stand in elements of their own with nothing between; None where they don't."""
    texts = [inner_text(child) for child in element]
    if len(texts) < 2 or not all(texts) or any(child.tag == "br" for child in element):
        return None
    if texts[0].endswith(":") or (element.text or "").strip() or (element[-1].tail or "").strip():
        return None
    return None if any(child.tail for child in list(element)[:-1]) else " / ".join(texts)


def _once(text: str) -> str:
    """A text that stands twice, for narrow screens and for wide ones, once."""
    half = len(text) // 2
    if len(text) > _OPENING and text[:half] == text[half + 1 :]:
        return text[:half]
    again = text.find(text[:_OPENING], _OPENING)
    return text[:again].rstrip() if again > 0 else text


def is_tiny(element: etree._Element) -> bool:
    """Whether an embed is only a pixel."""
    return any((element.get(name) or "").strip() in {"0", "1"} for name in ("width", "height"))


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
        names = f"{node.get('class') or ''} {node.get('itemprop') or ''}".strip()
        if names and _CAPTION.search(names) and next(node.iter("img"), None) is None and inner_text(node):
            return node
    return None


def _names_credit(node: etree._Element) -> bool:
    if node.tag == "cite" or _OWNER.search(node.get("class") or ""):
        return True
    return any((value := node.get(name)) and _CREDIT.search(value) for name in _CREDIT_VALUES)


def _credit_texts(element: etree._Element, whole: str) -> list[str]:
    """The texts of the elements that name themselves a credit, the outermost of each; small print too."""
    found: list[str] = []
    seen: set[etree._Element] = set()
    for small in (False, True):
        for node in element.iterdescendants():
            named = node.tag == "small" if small else _names_credit(node)
            if named and _CAPTION.search(node.get("class") or "") and len(node):
                continue  # the box of both
            if not named or any(parent in seen for parent in node.iterancestors()):
                continue
            seen.add(node)
            text = inner_text(node)
            label = text.strip(" :©").casefold()
            if label and text != whole and len(text) <= 200 and label not in CREDIT and label != "copyright":
                found.append(text)
        if found:
            break
    # A line for narrow screens and the same for wide ones are one credit.
    return list(dict.fromkeys(found)) or _labelled(element, whole)


def _labelled(element: etree._Element, whole: str) -> list[str]:
    """The text of an element within a caption that is a credit by its label: `Photo by Ann Lee`."""
    for node in element.iterdescendants():
        text = inner_text(node)
        if text and text != whole and (found := credited(text)) is not None and found[0] is None:
            return [text]
    return []


def _last_name(element: etree._Element, whole: str) -> list[str]:
    """The last of several parts, where it is set apart after a whole sentence and can be a name."""
    parts = [text for node in element.iterdescendants() if len(node) == 0 and (text := inner_text(node))]
    if len(parts) < 2 or not whole.endswith(parts[-1]) or len(parts[-1]) > 80:
        return []
    before = whole[: -len(parts[-1])].strip()
    name = parts[-1]
    if not before or not _SEPARATE.search(before) or _SEPARATE.search(name.rstrip(")")) or not is_name(name):
        return []
    first = name[0]
    return (
        [name]
        if (first.isupper() or not first.isascii() or first in "@©") and len(name.split()) <= 10
        else []
    )


def _credit_in(element: etree._Element) -> str | None:
    for node in element.iterdescendants():
        if node.tag in {"footer", "cite"} or _names_credit(node):
            text = _listed(node) or inner_text(node)
            if 0 < len(text) <= 300 and next(node.iter("img"), None) is None:
                return bare_credit(text)
    return None


def _rest(element: etree._Element) -> tuple[str | None, str | None]:
    text = inner_text(element)
    return parted(text) if 0 < len(text) <= 500 else (None, None)
