"""What an article says of itself and of its editions, as keys that a store can look up."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple
from urllib.parse import quote

from tui_reader.model import Article
from tui_reader.stories.addresses import is_front_page, normalize_url, shared_keys
from tui_reader.stories.keys import key_of

# More editions than a story ever has: a key that more articles share says nothing about any of them.
MAX_SHARED = 64


class ClaimKind(IntEnum):
    """What a claim says. The numbers are stored: none may change its meaning."""

    STORY = 1  # my story has this name; whoever says the same is of it
    IS = 2  # I am what stands at this address, or has this id
    NAMES = 3  # an edition of my story stands there
    SHARES = 4  # my address holds this number or path; whoever shares it may be of my story


class Claim(NamedTuple):
    """One statement: ``key`` is a signed 64-bit number, the same in every run, of source and statement."""

    kind: ClaimKind
    key: int


def claims(article: Article) -> tuple[Claim, ...]:
    """What ``article`` says of itself and of its editions, each claim once, in a fixed order."""
    found = {_claim(ClaimKind.IS, article.source, "id", article.id)}
    if article.url:
        found.add(_claim(ClaimKind.IS, article.source, "url", normalize_url(article.url)))
    if (file := _file_address(article)) is not None:
        found.add(_claim(ClaimKind.IS, article.source, "url", file))
    if article.story:
        found.add(_claim(ClaimKind.STORY, article.source, "story", article.story))
    for edition in article.editions[:MAX_SHARED]:
        if edition.id and edition.id != article.id:
            found.add(_claim(ClaimKind.NAMES, article.source, "id", edition.id))
        if edition.url and not is_front_page(edition.url):
            found.add(_claim(ClaimKind.NAMES, article.source, "url", normalize_url(edition.url)))
    if article.source:  # what was opened by hand comes from many sites, which number alike
        for value in shared_keys(article.url, guid_of(article)):
            found.add(_claim(ClaimKind.SHARES, article.source, "shared", value))
    if article.editions:
        itself = {claim.key for claim in found if claim.kind is ClaimKind.IS}
        found = {c for c in found if c.kind is not ClaimKind.NAMES or c.key not in itself}
    return tuple(sorted(found))


def _file_address(article: Article) -> str | None:
    """The ``file:`` address (RFC 8089) of a text on disk; an entry of a feed on disk has none."""
    if not article.identity.startswith("file\n"):
        return None
    parts = article.identity.split("\n")
    if len(parts) < 3 or parts[-1]:
        return None
    return "file://" + quote(parts[1].encode("utf-8", "surrogateescape"), safe="/")


def guid_of(article: Article) -> str | None:
    """The guid of a feed's entry, as `tui_reader.model.entry_identity` holds it."""
    parts = article.identity.split("\n", 3)
    return parts[3] if len(parts) == 4 and parts[0] == "entry" else None


def _claim(kind: ClaimKind, source: str, what: str, value: str) -> Claim:
    return Claim(kind, key_of(source, what, value))
