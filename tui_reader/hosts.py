"""Addresses as people read them: a host that could be taken for another is shown in its ASCII form (punycode).

The same rule of thumb as browsers have (see Unicode TR 39 and Chromium's policy for IDN): a label stays as it is where
all its letters are of one script, or of those that a language writes together, and it is not made of Cyrillic or Greek
letters alone that look Latin.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from tui_reader.clean import clean_address

_LOOK_LATIN = frozenset("асԁеһіјӏорԛѕԝхуъьвнкмтгʀզοαρνυικτχεμ")
# Scripts that one language writes in one word.
_TOGETHER = ({"HAN", "HIRAGANA", "KATAKANA"}, {"HAN", "HANGUL"}, {"HAN", "BOPOMOFO"})
_NAMES = {"CJK": "HAN"}


def shown_address(url: str) -> str:
    """``url``, whole and safe to print, with its host in ASCII where that might be taken for another."""
    url = clean_address(url)
    if url.isascii():
        return url
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return url
    start = url.lower().find(host) if host else -1
    if start < 0:
        return url
    return clean_address(url[:start] + shown_host(host) + url[start + len(host) :])


@lru_cache(maxsize=1024)
def shown_host(host: str) -> str:
    """``host`` label by label."""
    labels = host.split(".")
    foreign_end = not labels[-1].isascii()
    return ".".join(
        label if label.isascii() or _is_honest(label, foreign_end) else _ascii(label) for label in labels
    )


def _is_honest(label: str, foreign_end: bool) -> bool:
    letters = [character for character in unicodedata.normalize("NFKC", label) if character.isalpha()]
    scripts = {_script(character) for character in letters}
    if len(scripts) > 1 and not any(scripts <= allowed for allowed in _TOGETHER):
        return False
    if any(unicodedata.category(character) in ("Mn", "Me", "Cf", "So") for character in label):
        return False
    return foreign_end or not set(letters) <= _LOOK_LATIN


def _script(character: str) -> str:
    first = unicodedata.name(character, "UNKNOWN").partition(" ")[0]
    return _NAMES.get(first, first)


def _ascii(label: str) -> str:
    try:
        return label.encode("idna").decode("ascii")
    except UnicodeError:
        return "xn--" + label.encode("punycode").decode("ascii")
