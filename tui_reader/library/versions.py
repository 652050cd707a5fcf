"""The two versions of an entry, its feed's and its page's: which is shown, and what is kept beside it.

`content` and `storing` decide which text is shown; here is the table of the other one, and what a refresh
remembers of pages that gave nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from tui_reader.library import content, packing
from tui_reader.library.connection import Connection
from tui_reader.model import Article

_AWAITING = """
SELECT document.body
FROM article JOIN document USING (number) LEFT JOIN version USING (number) LEFT JOIN attempt USING (number)
WHERE article.partial = 1 AND article.source = :source AND article.arrived >= :since
    AND article.url IS NOT NULL AND version.number IS NULL
    AND (attempt.count IS NULL OR (attempt.count < :tries AND attempt.at <= :now - :pause * attempt.count))
ORDER BY article.arrived DESC, article.number DESC
LIMIT :limit
"""


def shown(db: Connection, number: int, source: str) -> Article:
    """The whole article of a row that exists."""
    return packing.unpack(db.column("SELECT body FROM document WHERE number = ?", (number,))[0], source)


def other(db: Connection, number: int, source: str) -> Article | None:
    """The version that is not shown, or None where only one is held."""
    found = db.column("SELECT body FROM version WHERE number = ?", (number,))
    return packing.unpack(found[0], source) if found else None


def put_beside(db: Connection, number: int, article: Article) -> None:
    """Inside a transaction: keep ``article`` as the version that is not shown."""
    db.execute(
        "INSERT INTO version (number, body) VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET body = excluded.body",
        (number, packing.pack(packing.to_bytes(article))),
    )


def follow_feed(db: Connection, number: int, article: Article, *, bookmarked: bool) -> None:
    """Inside a transaction: ``article`` is what the feed gives now, while the page's text is shown."""
    held = other(db, number, article.source)
    if held is not None and content.keeps_text(
        held, article, held_fetched=False, fetched=False, bookmarked=bookmarked
    ):
        article = content.with_text_of(article, held)
    if article != held:
        put_beside(db, number, article)


def awaiting(
    db: Connection, source: str, *, since: int, now: int, tries: int, pause: int, limit: int
) -> list[Article]:
    """The entries of ``source`` of which only a summary is held, see `Library.awaiting`."""
    asked = {"source": source, "since": since, "now": now, "tries": tries, "pause": pause, "limit": limit}
    return [packing.unpack(body, source) for body in db.column(_AWAITING, asked)]


def tried(db: Connection, ids: Iterable[str], now: int) -> None:
    """Inside a transaction: the pages of these articles gave nothing."""
    db.execute(
        """INSERT INTO attempt (number, count, at)
           SELECT number, 1, ? FROM article WHERE id IN (SELECT value FROM json_each(?))
           ON CONFLICT (number) DO UPDATE SET count = count + 1, at = excluded.at""",
        (now, json.dumps(list(ids))),
    )
