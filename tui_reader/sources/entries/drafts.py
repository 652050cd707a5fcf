"""Entries that have no identity yet, and how they get one that stays the same over refreshes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b

from tui_reader.model import Article
from tui_reader.values import frozen

_EARLIEST = datetime.min.replace(tzinfo=UTC)


@frozen
class Draft:
    """An article without its identity, and the guid that the feed gave, if any."""

    guid: str | None
    article: Article


def settle(drafts: Sequence[Draft], identity: Callable[[str], str], source: str = "") -> tuple[Article, ...]:
    """The articles in their order, each of ``source`` and with an identity of its own.

    The identity comes from the guid, else the address, else a hash of title and text; an article that has one already
    has that. Of several entries with one guid those that say the same are one; the oldest keeps the plain guid, every
    other gets a suffix made from its own address and title, so that it is the same one at the next refresh.
    """
    keys = [_key(draft) for draft in drafts]
    names = dict(enumerate(keys)) if len(set(keys)) == len(keys) else _names(keys, drafts)
    found = []
    for index, name in names.items():
        article = drafts[index].article
        if not article.identity or name != keys[index]:
            article = replace(article, identity=identity(name), source=source)
        found.append(article)
    return tuple(found)


def _names(keys: Sequence[str], drafts: Sequence[Draft]) -> dict[int, str]:
    """What names each draft that is kept, by its number."""
    same: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        same[key].append(index)
    names: dict[int, str] = {}
    for key, indices in same.items():
        names |= _named(key, indices, drafts)
    return dict(sorted(names.items()))


def _key(draft: Draft) -> str:
    article = draft.article
    return draft.guid or article.url or _hash(article.title, article.text)


def _named(key: str, indices: list[int], drafts: Sequence[Draft]) -> dict[int, str]:
    if len(indices) == 1:
        return {indices[0]: key}
    told: dict[str, int] = {}
    for index in indices:
        article = drafts[index].article
        told.setdefault(_hash(article.title, article.url or "", article.text), index)
    kept = list(told.values())
    # Feeds put the newest first: among equal dates the last one is the oldest.
    oldest = min(kept, key=lambda index: (drafts[index].article.published or _EARLIEST, -index))
    names: dict[int, str] = {oldest: key}
    taken: set[str] = set()
    for index in kept:
        if index != oldest:
            article = drafts[index].article
            suffix = _hash(article.url or "", article.title)
            if suffix in taken:
                suffix = _hash(article.url or "", article.title, article.text)
            taken.add(suffix)
            names[index] = f"{key}\n{suffix}"
    return names


def _hash(*parts: str) -> str:
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
