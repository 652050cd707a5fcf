"""Entries that come under another identity than before: the same article all the same, not one more each time.

The name of its source is part of an identity. An entry of a source that was called something else before is the one
that is held by the identity that it had then.

Some feeds make up new guids at every request. An entry that is not held is one that is, where source, address and
title are the same, the feed no longer has the old guid, and the time or the text is the same too. It then goes by
the identity that is held, so that what was read stays read and nothing is stored twice.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from tui_reader.library import versions
from tui_reader.library.connection import Connection
from tui_reader.library.making import to_row
from tui_reader.library.rows import Row
from tui_reader.model import Article, entry_identity

_HELD = "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))"
_ALIKE = """
SELECT number, id, address, title, published FROM article
WHERE source = ? AND address IN (SELECT value FROM json_each(?)) ORDER BY number
"""
_FORMER = "SELECT name FROM former WHERE source = ?"
_HELD_OF = f"{_HELD} AND source = ?"


def settled(db: Connection, rows: Sequence[Row]) -> list[Row]:
    """``rows`` of one document, those of them that are held under another identity by that one."""
    sources = {row.source for row in rows}
    source = sources.pop() if sources else ""
    if sources or not source:
        return list(rows)
    ids = {row.id for row in rows}
    held = set(db.column(_HELD, (json.dumps(sorted(ids)),)))
    if names := db.column(_FORMER, (source,)):
        rows = _by_former_names(db, rows, source, names, held)
        ids = {row.id for row in rows}
        held |= ids & set(db.column(_HELD, (json.dumps(sorted(ids)),)))
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


def _by_former_names(
    db: Connection, rows: Sequence[Row], source: str, names: Sequence[str], held: Set[str]
) -> list[Row]:
    """``rows``, those that are not ``held`` by an identity that they had under one of ``names``, where that is held."""
    former: dict[str, list[Article]] = {}
    for row in rows:
        article = row.article() if row.id not in held else None
        parts = article.identity.split("\n", 3) if article is not None else []
        if article is not None and len(parts) == 4 and parts[0] == "entry":
            former[row.id] = [
                replace(article, identity=entry_identity(name, parts[2], parts[3])) for name in names
            ]
    ids = [one.id for every in former.values() for one in every]
    there = set(db.column(_HELD_OF, (json.dumps(ids), source)))
    return [
        next(
            (
                to_row(one, compared=row.traits is not None)
                for one in former.get(row.id, ())
                if one.id in there
            ),
            row,
        )
        for row in rows
    ]


def _known(db: Connection, row: Row, alike: list[tuple[int, int | None]]) -> Row:
    """``row`` by the identity of the first of ``alike`` that it is; each is taken once."""
    for place, (number, published) in enumerate(alike):
        old, article = versions.shown(db, number, row.source), row.article()
        same = published == row.published or old.text == article.text
        if same and old.language == article.language:
            del alike[place]
            return to_row(replace(article, identity=old.identity), compared=row.traits is not None)
    return row
