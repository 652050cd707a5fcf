"""A source under another name: what is held of it goes by that name too.

Identities keep the old one, which is remembered: an entry that comes again is known by it (see `renamed`), so that what
was read stays read.
"""

from __future__ import annotations

from tui_reader.library import content
from tui_reader.library.connection import Connection
from tui_reader.library.folding import fold
from tui_reader.library.restating import changing


def rename(db: Connection, name: str, new: str) -> int:
    """Inside a transaction: give all articles of ``name`` to ``new``, beside those that it has; how many there were."""
    name, new = content.storable(name), content.storable(new)
    numbers = db.column("SELECT number FROM listing WHERE source = ?", (name,))
    count = int(db.column("SELECT count(*) FROM article WHERE source = ?", (name,))[0])
    with changing(db, numbers):
        for table in ("article", "listing", "sketch"):
            db.execute(f"UPDATE {table} SET source = ? WHERE source = ?", (new, name))
    db.execute("UPDATE OR REPLACE stale SET source = ? WHERE source = ?", (new, name))
    if name != new:
        db.execute("UPDATE OR REPLACE former SET source = ? WHERE source = ?", (new, name))
        remember(db, name, new)
    fold(db, numbers)
    return count


def remember(db: Connection, name: str, new: str) -> None:
    """Inside a transaction: know that what is called ``new`` was called ``name``."""
    db.execute("INSERT OR IGNORE INTO former (source, name) VALUES (?, ?)", (new, name))
    db.execute("DELETE FROM former WHERE source = name")
