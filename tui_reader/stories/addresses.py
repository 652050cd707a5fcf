"""Addresses as keys: what two spellings of one page, and two editions of one story, have in common."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from tui_reader.languages import is_known, normalize
from tui_reader.patterns import late

_TRACKING = frozenset(
    {
        "fbclid",
        "gclid",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "yclid",
        "ysclid",
        "twclid",
        "igshid",
        "mc_cid",
    }
    | {"mc_eid", "_ga", "_gl", "ocid", "cmpid", "ns_campaign", "ns_source", "ns_mchannel", "xtor", "ref_src"}
    | {"ref_url", "rss"}
)
_PLAIN = re.compile(r"[A-Za-z0-9/:@!$&'()*+,;=~._-]*")
# Nothing of it is left out but the scheme, ``www.`` and a trailing slash.
_PLAIN_ADDRESS = re.compile(
    r"https?://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:/[A-Za-z0-9:@!$&'()*+,=~._-]+)*)/?"
)
_FRONT = {"index", "default", "home", "main", "start"}
_ENDING = re.compile(r"\.(?:s?html?|php|aspx?|jsp|amp)$", re.IGNORECASE)
# A number of a content system stands at an end of its part of the path, alone or behind a letter or two.
_NUMBERS = (
    re.compile(r"(?:^|[-_.,~])[a-z]{0,3}(\d{5,20})$", re.IGNORECASE),
    re.compile(r"^[a-z]{0,3}[-_]?(\d{5,20})(?:[-_.,~]|$)", re.IGNORECASE),
)
_HASH = re.compile(
    r"(?:^|[-_.,~])((?=[a-z0-9]*\d[a-z0-9]*\d)(?=[a-z0-9]*[a-z][a-z0-9]*[a-z])[a-z0-9]{10,40})$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_UUID_LENGTH = 36
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_PARTS = re.compile(r"[^\w]+|_+")
_SIZE = late(
    r"(?:[-_@]?(?:\d{2,4}x\d{0,4}|x\d{2,4}|\d(?:\.\d)?x|scaled|w\d{2,4}|h\d{2,4}|\d{2,4}w)){1,3}$",
    re.IGNORECASE,
)
_SIZED = late(
    r"(?:\d{2,4}x\d{0,4}|x\d{2,4}|[wh]_?\d{2,4}|resize|crop|thumbs?|thumbnails?|small|medium|large|original|"
    r"[a-z]{1,2}_[\w.:-]+(?:,[a-z]{1,2}_[\w.:-]+)*)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def normalize_url(url: str) -> str:
    """``url`` as a key: what two spellings of one page's address have in common.

    Left out: the scheme, ``www.``, the default port, user and password, the fragment (but ``#!…``), a
    trailing slash and tracking parameters. Parameters are in order. Never raises.
    """
    if (plain := _PLAIN_ADDRESS.fullmatch(url)) is not None:
        return f"//{plain[1]}{plain[2]}"
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www.").rstrip("."), parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in ("http", "https", ""):
        return url.strip().split("#")[0]
    where = host if port in (None, 80, 443) else f"{host}:{port}"
    path = parts.path
    if _PLAIN.fullmatch(path) is None:
        path = quote(
            unquote(path, errors="surrogateescape"), safe="/:@!$&'()*+,;=~-._", errors="surrogatepass"
        )
    asked = parse_qsl(parts.query, keep_blank_values=True) if parts.query else []
    kept = [pair for pair in asked if not _is_tracking(pair[0])]
    query = f"?{urlencode(sorted(kept), errors='surrogatepass')}" if kept else ""
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return f"//{where}{path.rstrip('/')}{query}{fragment}"


def _is_tracking(name: str) -> bool:
    name = name.lower()
    return name.startswith(("utm_", "pk_", "mtm_", "at_")) or name in _TRACKING


def is_front_page(url: str) -> bool:
    """Whether an address is a site's front page, of one language too: a tab that leads there names nothing."""
    address = normalize_url(url)
    if not address.startswith("//") or "#" in address:
        return False
    path, _, query = address[2:].partition("?")
    if any(not _is_language(value) for _, value in parse_qsl(query, keep_blank_values=True)):
        return False
    folders = path.split("/")[1:]
    if folders and _ENDING.sub("", folders[-1]).casefold() in _FRONT:
        folders = folders[:-1]
    return not folders or (len(folders) == 1 and _is_language(folders[0]))


@lru_cache(maxsize=1024)
def _is_language(folder: str) -> bool:
    tag = normalize(folder) if 2 <= len(folder) <= 5 else None
    return tag is not None and is_known(tag)


@lru_cache(maxsize=64)
def shared_keys(url: str | None, guid: str | None = None) -> frozenset[str]:
    """What the editions of one story share in their addresses or guids, where a site's editions do.

    The number or hash by which the content system knows the story (``8015225`` of
    ``/rus/articles/2026/01/08/8015225/``), the path without its language (``/news/bridge-opens-again``), and a
    guid without its language (``story-42`` of ``story-42-en``). Dates and round numbers are no numbers of a
    story, and a short path is no path of one.
    """
    found: set[str] = set()
    for address in {url, guid if guid and "://" in guid else None}:
        if address and address.lower().startswith(("http://", "https://")):
            found |= _of_address(address)
    if guid and "://" not in guid:
        found |= _of_guid(guid)
    return frozenset(found)


def _of_address(address: str) -> set[str]:
    path, _, query = normalize_url(address)[2:].partition("#")[0].partition("?")
    folders = [unquote(folder) if "%" in folder else folder for folder in path.split("/")[1:] if folder]
    plain = [_ENDING.sub("", folder) for folder in folders if not _is_language(folder)]
    found: set[str] = set()
    for folder in reversed(plain[-2:]):
        if found := _ids(folder):
            break
    for _, value in parse_qsl(query) if query else ():
        if value.isdecimal() and _is_number(value):
            found.add(value)
    if plain and not found and len(_WORDS.findall(plain[-1])) >= 3 and len(plain[-1]) >= 15:
        found.add("/".join(["", *plain]).casefold())
    return found


def _of_guid(guid: str) -> set[str]:
    parts = [part for part in _PARTS.split(guid) if part]
    plain = [part for part in parts if not _is_language(part)]
    if (uuid := _UUID.search(guid)) is not None:
        return {uuid[0].casefold()}
    if len(plain) == len(parts) - 1 and any(any(map(str.isdigit, part)) for part in plain):
        return {"guid " + " ".join(plain).casefold()}
    return _ids(guid)


def _ids(folder: str) -> set[str]:
    if len(folder) >= _UUID_LENGTH and (uuid := _UUID.search(folder)) is not None:
        return {uuid[0].casefold()}
    if _DIGIT.search(folder) is None:
        return set()
    found = {match[1] for pattern in _NUMBERS if (match := pattern.search(folder)) is not None}
    found = {number for number in found if _is_number(number)}
    if not found and (hashed := _HASH.search(folder)) is not None and not _DAY.fullmatch(hashed[1]):
        found.add(hashed[1].casefold())
    return found


def _is_number(digits: str) -> bool:
    """Whether digits may be a story's number: no date, not round, not short."""
    return len(digits) >= 5 and _DAY.fullmatch(digits) is None and not digits.endswith("000")


def picture_key(url: str | None) -> str | None:
    """What the addresses of one picture in several sizes have in common, or None where it says too little."""
    if not url or not url.lower().startswith(("http://", "https://", "//")):
        return None
    path = url.partition("//")[2].partition("?")[0].partition("#")[0]
    folders = [folder for folder in path.split("/")[1:] if folder]
    if not folders:
        return None
    name = _SIZE.sub("", folders[-1].rsplit(".", 1)[0])
    kept = [one for one in folders[:-1] if not _SIZED.fullmatch(one) and not _is_language(one)]
    return "/".join([*kept, name]).casefold() if name or kept else None
