"""What a picture's address tells: its width, and which addresses are one picture in several sizes.

Pure text; nothing is fetched. The patterns are those that content systems and image proxies share.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|jfif|heic)$", re.IGNORECASE)
_WIDTH_QUERY = ("w", "width", "imwidth", "wid")
_SIZE_QUERY = frozenset({
    "w", "h", "width", "height", "q", "quality", "s", "size", "dpr", "format", "fm", "auto", "fit", "crop",
    "resize", "imwidth", "strip", "ssl", "v", "ver", "sig", "wid", "hei", "zoom", "scale",
})  # fmt: skip
_SIZE_SEGMENT = re.compile(
    r"(?:[wshqc]_?\d{2,4}(?:[-,_][a-z]+_?\d*)*|\d{2,4}x\d{0,4}|x\d{2,4}|"
    r"(?:small|medium|large|thumb|thumbs|thumbnail|original|orig|full|standard|preview|big|mini)|"
    r"resize|fit-in|crop|rs:[^/]*|(?:w|h|q|c|f|g|ar|dpr)_[^/]*)",
    re.IGNORECASE,
)
# `…/styles/NAME/public/…`: a size that the site's settings name, as Drupal writes it
_STYLE = re.compile(r"/styles/[^/]{1,80}/(?:public|private)(?=/)")
_WIDTHS = frozenset({
    "100", "120", "128", "144", "150", "160", "180", "200", "240", "256", "300", "304", "320", "360", "400",
    "420", "440", "460", "464", "480", "490", "500", "512", "540", "560", "600", "620", "624", "640", "660",
    "680", "700", "720", "736", "750", "768", "780", "800", "820", "840", "860", "880", "900", "940", "960",
    "976", "1000", "1024", "1080", "1140", "1160", "1200", "1240", "1280", "1296", "1320", "1360", "1400",
    "1440", "1456", "1500", "1536", "1560", "1600", "1680", "1800", "1920", "2000", "2048", "2560",
})  # fmt: skip
_SUFFIX = re.compile(
    r"(?:[-_]\d{2,4}x\d{2,4}|@\dx|[-_]scaled|[-_](?:thumb|thumbnail|small|medium|large|orig))+$",
    re.IGNORECASE,
)
_PATH_WIDTH = re.compile(r"(?:^|[/_,-])(?:w_?|s)?(\d{3,4})(?:x\d{0,4})?(?=$|[/_.,-])")
_PLAIN = re.compile(r"https?://([A-Za-z0-9.-]+)(/[A-Za-z0-9._~/-]*)")
_GENERIC = re.compile(
    r"(?:image|img|photo|picture|default|index|original|large|small|master|\d{1,4})?", re.IGNORECASE
)


class _Address(NamedTuple):
    """What of an address tells a picture."""

    host: str
    path: str
    query: str


def is_image(url: str) -> bool:
    """Whether the address names an image file by its ending."""
    parts = _split(url)
    return parts is not None and _IMAGE_FILE.search(parts.path) is not None


@lru_cache(maxsize=1024)
def width_in(url: str) -> int | None:
    """The width that an address states: ``?w=640``, ``photo-640x360.jpg``, ``/640/``, ``/w640-h360/``."""
    parts = _split(url)
    if parts is None:
        return None
    query = _query(parts)
    for name in _WIDTH_QUERY:
        value = query.get(name, "")
        if value.isdecimal() and value.isascii() and len(value) < 6:
            return int(value) or None
    for match in _PATH_WIDTH.finditer(parts.path):
        if match[1] in _WIDTHS or "x" in match[0]:
            return int(match[1]) or None
    return None


@lru_cache(maxsize=1024)
def picture_key(url: str) -> str:
    """What the addresses of one picture in several sizes have in common."""
    parts = _split(url)
    if parts is None:
        return url
    query = _query(parts)
    inner = next((query[name] for name in ("url", "src", "image") if name in query), "") if query else ""
    if inner.startswith(("http", "/")) and (inside := _split(unquote(inner))) is not None:
        parts, query = inside, {}
    path = unquote(parts.path) if "%" in parts.path else parts.path
    *folders, name = (_STYLE.sub("", path) if "/styles/" in path else path).split("/")
    stem = name.rpartition(".")[0] or name
    if "-" in stem or "_" in stem or "@" in stem:
        stem = _SUFFIX.sub("", stem)
    if _GENERIC.fullmatch(stem):
        kept = parts.path
    else:
        kept = "/".join([*(part for part in folders if not _is_size(part)), stem])
    rest = ""
    if query and not _IMAGE_FILE.search(name):
        rest = "&".join([f"{key}={value}" for key, value in sorted(query.items()) if key not in _SIZE_QUERY])
    return f"{parts.host.removeprefix('www.')}{kept}?{rest}".casefold()


@lru_cache(maxsize=512)
def _is_size(segment: str) -> bool:
    return segment in _WIDTHS or _SIZE_SEGMENT.fullmatch(segment) is not None


def _query(parts: _Address) -> dict[str, str]:
    if not parts.query:
        return {}
    try:
        return {name: values[0] for name, values in parse_qs(parts.query, max_num_fields=100).items()}
    except ValueError:
        return {}


@lru_cache(maxsize=64)
def _split(url: str) -> _Address | None:
    if (plain := _PLAIN.fullmatch(url)) is not None:
        return _Address(plain[1], plain[2], "")
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return _Address(parts.netloc, parts.path, parts.query)
