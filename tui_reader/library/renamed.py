"""Entries that come under another guid than before: the same article all the same, not one more each time.

Some feeds make up new guids at every request. An entry that is not held is one that is, where source, address and
title are the same, the feed no longer has the old guid, and the time or the text is the same too. It then goes by
the identity that is held, so that what was read stays read and nothing is stored twice.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tui_reader.library import content, storing
from tui_reader.library.connection import Connection
from tui_reader.model import Article

_HELD = "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))"
_ALIKE = """
SELECT number, id, address, title, published FROM article
WHERE source = ? AND address IN (SELECT value FROM json_each(?)) ORDER BY number
"""


def settled(db: Connection, articles: Sequence[Article]) -> list[Article]:
    """``articles`` of one document, those of them that are held under another guid by that guid's identity."""
    sources = {article.source for article in articles}
    source = sources.pop()
    if sources or not source:
        return list(articles)
    ids = {article.id for article in articles}
    held = set(db.column(_HELD, (json.dumps(sorted(ids)),)))
    fresh = {article.id: content.address(article.url) for article in articles if article.id not in held}
    addresses = sorted({address for address in fresh.values() if address is not None})
    alike: dict[tuple[int, str], list[tuple[int, int | None]]] = defaultdict(list)
    for number, id, address, title, published in db.rows(
        _ALIKE, (content.storable(source), json.dumps(addresses))
    ):
        if id not in ids:
            alike[address, title].append((number, published))
    if not alike:
        return list(articles)
    return [
        _known(db, article, alike[address, content.storable(article.title)])
        if (address := fresh.get(article.id)) is not None
        else article
        for article in articles
    ]


def _known(db: Connection, article: Article, alike: list[tuple[int, int | None]]) -> Article:
    """``article`` by the identity of the first of ``alike`` that it is; each is taken once."""
    for place, (number, published) in enumerate(alike):
        old = storing.read(db, number, article.source)
        same = published == content.seconds(article.published) or old.text == article.text
        if same and old.language == article.language:
            del alike[place]
            return replace(article, identity=old.identity)
    return article
