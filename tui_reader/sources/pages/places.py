"""Addresses as far as they tell which story they are of: the site, the path without its language, the number."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from tui_reader.languages import is_known, normalize
from tui_reader.values import frozen

_NUMBER = re.compile(r"\d{5,}")
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2,4})?", re.IGNORECASE)
_FRONT = re.compile(r"(?:index|home|main|default|start)(?:\.\w{3,5})?", re.IGNORECASE)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or", "ne", "edu"})
_LANGUAGE_KEYS = frozenset({"lang", "language", "locale", "hl", "l", "lng"})


@frozen
class Place:
    """``path`` is without folders that name a language, ``query`` without a key that does."""

    site: str
    path: tuple[str, ...]
    query: frozenset[tuple[str, str]]
    numbers: frozenset[str]

    @property
    def publisher(self) -> str:
        """The site's name without its country or kind: `paper` of both paper.example and paper.test."""
        return self.site.split(".")[0]

    def shares_story(self, other: Place) -> bool:
        """Whether both are of one story: one number, or one path on one site."""
        if self.site != other.site or not self.path or not other.path:
            return False
        return bool(self.numbers & other.numbers) or (self.path == other.path and self.query <= other.query)

    def is_like(self, other: Place) -> bool:
        """Whether both have the form of an article's address on one site, as where slugs are translated."""
        if self.site != other.site or len(self.path) != len(other.path) or not self.path:
            return False
        return all(place.path[-1].count("-") + place.path[-1].count("_") >= 2 for place in (self, other))


def place(url: str) -> Place:
    """What ``url`` tells; nothing of one that can't be read."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return Place("", (), frozenset(), frozenset())
    labels = host.split(".")
    kept = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    folders = [part for part in parts.path.split("/") if part]
    telling = tuple(part for part in folders if not _names_language(part))
    query = parse_qsl(parts.query[:2000], keep_blank_values=True)[:50]
    return Place(
        site=".".join(labels[-kept:]),
        path=telling,
        query=frozenset((name, value) for name, value in query if name.casefold() not in _LANGUAGE_KEYS),
        numbers=frozenset(one for one in _NUMBER.findall(parts.path) if not _DAY.fullmatch(one)),
    )


def is_home(url: str) -> bool:
    """Whether ``url`` is a site's, or a language's, front page: ``/``, ``/uk/``, ``/en/index.html``, ``/?lang=de``."""
    found = place(url)
    return not found.site or (not found.query and all(_FRONT.fullmatch(part) for part in found.path))


def _names_language(folder: str) -> bool:
    tag = normalize(folder) if _LANGUAGE.fullmatch(folder) is not None else None
    return tag is not None and is_known(tag)
