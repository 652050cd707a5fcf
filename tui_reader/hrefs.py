"""Addresses as documents write them: made absolute, or refused; no lookups and no requests."""

from __future__ import annotations

import re
from functools import lru_cache
from posixpath import normpath
from urllib.parse import urljoin, urlsplit

MAX_LENGTH = 8000
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_PLAIN_HOST = re.compile(r"https?://([a-z0-9.-]+)(?:[/?#]|$)")
_PLAIN_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?:[/?#][!-~]*)?")  # as it comes out
_DROPPED = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def resolve(href: str | None, base: str | None) -> str | None:
    """``href`` as an absolute ``http`` or ``https`` address (RFC 3986 section 5), or None.

    Scripts, data, mail and every other scheme are refused. A ``file:`` address comes out only where ``base``
    is one and ``href`` is relative and stays inside the folder of ``base``.
    """
    if not href or len(href) > MAX_LENGTH:
        return None
    if _PLAIN_ADDRESS.fullmatch(href) is not None:
        return href  # sooner told than looked up
    return _resolved(href, base)


@lru_cache(maxsize=4096)
def _resolved(href: str, base: str | None) -> str | None:
    href = _DROPPED.sub("", href.strip()).strip().replace(" ", "%20")
    if href[:8].lower().startswith(("http://", "https://")):
        return href if _host(href) else None
    if not href or _SCHEME.match(href) or not base:
        return None
    if href.startswith("//"):
        href = ("http:" if base.startswith("http:") else "https:") + href
        return href if _host(href) else None
    try:
        joined = urljoin(base, href)
    except ValueError:
        return None
    if joined.startswith("file:"):
        return joined if _inside(joined, base) else None
    return joined if joined.startswith(("http://", "https://")) and _host(joined) else None


def host(url: str | None) -> str:
    """The host of an address without ``www.``, or an empty text."""
    return _host(url or "").removeprefix("www.")


def _host(url: str) -> str:
    if (plain := _PLAIN_HOST.match(url)) is not None:
        return plain[1]
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _inside(url: str, base: str) -> bool:
    try:
        path, folder = normpath(urlsplit(url).path), normpath(urlsplit(base).path.rpartition("/")[0] or "/")
    except ValueError:
        return False
    escaped = "%2f" in url.casefold() or "%2e" in url.casefold() or "%5c" in url.casefold()
    return base.startswith("file:") and not escaped and path.startswith(folder.rstrip("/") + "/")
