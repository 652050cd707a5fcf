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

from tui_reader.library import storing
from tui_reader.library.connection import Connection
from tui_reader.library.rows import Row, to_row

_HELD = "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))"
_ALIKE = """
SELECT number, id, address, title, published FROM article
WHERE source = ? AND address IN (SELECT value FROM json_each(?)) ORDER BY number
"""


def settled(db: Connection, rows: Sequence[Row]) -> list[Row]:
    """``rows`` of one document, those of them that are held under another guid by that guid's identity."""
    sources = {row.source for row in rows}
    source = sources.pop() if sources else ""
    if sources or not source:
        return list(rows)
    ids = {row.id for row in rows}
    held = set(db.column(_HELD, (json.dumps(sorted(ids)),)))
    fresh = {row.id: row.address for row in rows if row.id not in held}
    addresses = sorted({address for address in fresh.values() if address is not None})
    alike: dict[tuple[int, str], list[tuple[int, int | None]]] = defaultdict(list)
    for number, id, address, title, published in db.rows(_ALIKE, (source, json.dumps(addresses))):
        if id not in ids:
            alike[address, title].append((number, published))
    if not alike:
        return list(rows)
    return [
        _known(db, row, alike[address, row.title]) if (address := fresh.get(row.id)) is not None else row
        for row in rows
    ]


def _known(db: Connection, row: Row, alike: list[tuple[int, int | None]]) -> Row:
    """``row`` by the identity of the first of ``alike`` that it is; each is taken once."""
    for place, (number, published) in enumerate(alike):
        old, article = storing.read(db, number, row.source), row.article()
        same = published == row.published or old.text == article.text
        if same and old.language == article.language:
            del alike[place]
            return to_row(replace(article, identity=old.identity), compared=row.traits is not None)
    return row
