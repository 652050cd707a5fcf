"""An ``img`` element to the files that it offers, or to nothing where it is no photo."""

from __future__ import annotations

import re

from lxml import etree

from tui_reader.hrefs import resolve
from tui_reader.patterns import late
from tui_reader.sources.hypertext.captions import parted
from tui_reader.sources.hypertext.image_addresses import is_image, width_in
from tui_reader.sources.hypertext.markup import line
from tui_reader.sources.hypertext.photo_book import MAX_WIDTH, Picture

MAX_FILES = 60
_LAZY = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-orig-file", "data-large-file", "data-url",
    "data-img-src", "data-hi-res-src", "data-full-src", "data-image", "data-actualsrc", "data-echo", "data-large",
)  # fmt: skip
_SETS = frozenset({"data-original-set"})  # besides all that end in `srcset`
_RATIOS = frozenset({(16, 9), (9, 16), (4, 3), (3, 4), (3, 2), (2, 3), (1, 1), (16, 10), (5, 4)})
MAX_ICON = 64
_LARGE = 200  # pixels: no icon, whatever its class says
_TOLD = 15  # characters of an alternative text that says what is shown
_NUMBER = re.compile(r"\s{0,20}(\d{1,5})(?:\.\d{1,9})?\s{0,20}(?:px)?\s{0,20}$")
_STYLE_SIZE = re.compile(r"(?:^|[;\s])(width|height)\s?:\s?(\d{1,5})(?:\.\d{1,9})?px", re.IGNORECASE)
_NO_PHOTO = late(
    r"(?:^|[\s_-])(?:emoji|smil(?:ey|ies)|emoticon|icons?|ico|avatar|gravatar|logo|spinner|share|sharing|"
    r"social|feedflare|addtoany|sharedaddy|pixel|tracker|tracking)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ICON = late(
    r"(?:^|[-_.])(?:icons?|favicon|sprites?|avatars?|btn|buttons?|arrows?|bullets?)(?:[-_.]|$)|logo[-_\d]{0,4}\.(?:png|gif|svg)$",
    re.IGNORECASE,
)
_ICONS = late(
    r"/(?:icons?|iconos|icones|share|social|logos?|smil(?:ey|ie)s|emojis?|sprites?)/[^/]+$", re.IGNORECASE
)
# A button's picture: the name of the network that it shares to.
_NETWORK = late(
    r"(?:^|[-_.])(?:twitter|facebook|linkedin|whatsapp|telegram|instagram|pinterest|youtube|tiktok|reddit|bluesky|"
    r"messenger|viber|line|fb|x|rss|email|mail|print)(?:[-_.]?(?:logo|button|share|white|black|\d{1,3}))?\.\w{3,4}$",
    re.IGNORECASE,
)
_SHARING = late(
    r"/(?:sharer?|share-?offsite|sharearticle|intent/(?:tweet|post)|pin/create|add_to|addtoany)\b|/~ff/|[?&]share=",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"blank|placeholder|spacer|pixel|1x1|lazy|loading|transparent|pre-?load|loader", re.IGNORECASE
)
_DRAWN = re.compile(r"\.(?:gif|svg)(?:$|[?#])", re.IGNORECASE)  # what no camera writes


def pictures_of(image: etree._Element, base: str | None) -> list[Picture]:
    """The files that ``image`` offers: its own, those of its ``picture``, the full size that it links to.

    A tracking pixel (known by its size), an icon, a smiley or a portrait (known by size or class) offers none.
    """
    if not _may_be_photo(image):
        return []
    sized = _length(image, "width")
    found: list[Picture] = []
    for holder in _holders(image):
        for name, value in holder.attrib.items():
            if str(name).endswith("srcset") or name in _SETS:
                found += _from_set(str(value), base, sized)
    lazy = [url for name in _LAZY if (url := resolve(image.get(name), base)) is not None]
    found += [Picture(url, width_in(url)) for url in lazy if is_image(url) or not found]
    shown = resolve(image.get("src"), base)
    if shown is not None and not (found and (lazy or _PLACEHOLDER.search(shown))):
        found.append(Picture(shown, width_in(shown) or sized))
    if found and (link := _linked_file(image, base)) is not None:
        found.append(link)
    # A placeholder that many pictures of a page share would make them one.
    real = [picture for picture in found if not _PLACEHOLDER.search(picture.url.rpartition("/")[2])]
    files = real or [picture for picture in found if not _DRAWN.search(picture.url)]
    return [] if _is_mark(image, files) else files[:MAX_FILES]


def described(image: etree._Element) -> tuple[str | None, str | None]:
    """The caption and the credit that stand in an image's own attributes, for scripts that enlarge it."""
    told = image.get("data-caption") or image.get("data-image-caption")
    caption, credit = parted(line(told) or None)
    return caption, credit or line(image.get("data-credit") or image.get("data-copyright")) or None


def _holders(image: etree._Element) -> list[etree._Element]:
    picture = _picture(image)
    return [image, *list(picture.iter("source"))[:20]] if picture is not None else [image]


def _picture(image: etree._Element) -> etree._Element | None:
    """The ``picture`` around an image; the parser nests unclosed ``source`` elements between the two."""
    parent = image.getparent()
    for _ in range(20):
        if parent is None or parent.tag != "source":
            break
        parent = parent.getparent()
    return parent if parent is not None and parent.tag == "picture" else None


def _from_set(value: str, base: str | None, sized: int | None) -> list[Picture]:
    """The files of a ``srcset`` (HTML section 4.8.4.2.1); ``2x`` is twice the image's width."""
    found: list[Picture] = []
    url: str | None = None
    for word in value[:20_000].replace(", ", " , ").split():
        size = word.rstrip(",")
        if url is not None and re.fullmatch(r"\d{1,5}(?:\.\d{1,4})?[wx]", size):
            number = float(size[:-1])
            width = int(number) if size[-1] == "w" else int(number * sized) if sized else width_in(url)
            found[-1] = Picture(url, width or None)
        elif size and (url := resolve(size, base)) is not None:
            found.append(Picture(url, width_in(url)))
        if len(found) >= MAX_FILES:
            break
    return found


def _linked_file(image: etree._Element, base: str | None) -> Picture | None:
    picture = _picture(image)
    parent = image.getparent() if picture is None else picture.getparent()
    if parent is None or parent.tag != "a":
        return None
    url = resolve(parent.get("href"), base)
    return Picture(url, width_in(url) or MAX_WIDTH) if url is not None and is_image(url) else None


def _may_be_photo(image: etree._Element) -> bool:
    width, height = _length(image, "width"), _length(image, "height")
    if (width, height) in _RATIOS and next(image.iterancestors("figure"), None) is not None:
        width = height = None
    if (width is not None and width <= 3) or (height is not None and height <= 3):
        return False
    if width is not None and height is not None and max(width, height) <= MAX_ICON:
        return False
    large = width is not None and height is not None and min(width, height) >= _LARGE
    if not large and _NO_PHOTO.search(f"{image.get('class') or ''} {image.get('id') or ''}"[:1000]):
        return False
    parent, name = image.getparent(), _file_name(image)
    if not large and parent is not None and _ICON.search(name) and parent.tag != "figure":
        return False
    if (image.get("alt") or "")[:7].casefold().rstrip(": ") == "avatar":
        return False
    waits = image.get("data-srcset") or any(image.get(lazy) for lazy in _LAZY)
    if not (large or waits) and (_NETWORK.search(name) or _ICONS.search((image.get("src") or "")[:2000])):
        return False
    if parent is None or parent.tag != "a":
        return True
    return not (
        _SHARING.search((parent.get("href") or "")[:2000])
        or _NO_PHOTO.search((parent.get("class") or "")[:1000])
    )


def _is_mark(image: etree._Element, files: list[Picture]) -> bool:
    """Whether all that an image offers is drawn, and it is a button or a mark: small, or not said to be a picture."""
    if not files or not all(_DRAWN.search(file.url) for file in files):
        return False
    width, height = _length(image, "width"), _length(image, "height")
    if width is not None and height is not None and min(width, height) >= _LARGE:
        return False
    if ".svg" in files[0].url.casefold():
        return any(_PLACEHOLDER.search(file.url) for file in files) or not _is_alone(image)
    return len(image.get("alt") or "") < _TOLD and next(image.iterancestors("figure"), None) is None


def _is_alone(image: etree._Element) -> bool:
    """Whether a drawing is the picture of its figure, such as a chart, and no mark upon another one."""
    figure = next(image.iterancestors("figure"), None)
    return figure is not None and len(list(figure.iter("img"))) == 1


def _file_name(image: etree._Element) -> str:
    return (image.get("src") or "")[:2000].partition("?")[0].rpartition("/")[2]


def _length(image: etree._Element, name: str) -> int | None:
    """A width or height in pixels from the attribute or the style; None where it is not said."""
    if (match := _NUMBER.match((image.get(name) or "")[:100])) is not None:
        return int(match[1])
    for found in _STYLE_SIZE.finditer((image.get("style") or "")[:2000]):
        if found[1].lower() == name:
            return int(found[2])
    return None
