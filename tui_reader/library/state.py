"""What the reader did: marks of what was read, and bookmarks. No content is written here.

With ``whole`` a mark is the story's: it is read as soon as one of its articles is, and marking it means all. Doubles in other
sources are marked with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from tui_reader.library import content, tally
from tui_reader.library.connection import Connection
from tui_reader.library.restating import restate
from tui_reader.library.restating import whole as lines
from tui_reader.stories.tongues import tongue

_OF_IDS = "SELECT number FROM article WHERE id IN (SELECT value FROM json_each(?))"


def numbers_of(db: Connection, ids: Iterable[str]) -> list[int]:
    """The rows of ``ids``; unknown ids are left out."""
    return db.column(_OF_IDS, (json.dumps([content.storable(id) for id in ids]),))


def mark(db: Connection, numbers: Iterable[int], on: bool, now: int, *, whole: bool) -> list[str]:
    """Inside a transaction: mark as read or unread; the ids of the articles whose state changed."""
    wanted = json.dumps(lines(db, numbers) if whole else _doubled(db, numbers))
    change = db.column(
        f"""SELECT number FROM listing
            WHERE {"read" if whole else "seen"} = ? AND number IN (SELECT value FROM json_each(?))""",
        (not on, wanted),
    )
    if not change:
        return []
    changed = json.dumps(change)
    if on:
        db.execute(
            "INSERT OR IGNORE INTO seen (number, at) SELECT value, ? FROM json_each(?)", (now, changed)
        )
    else:
        db.execute("DELETE FROM seen WHERE number IN (SELECT value FROM json_each(?))", (changed,))
    if whole:
        with tally.kept(db, change):  # whole lines: what is read of one is read of all
            db.execute(
                "UPDATE listing SET seen = ?, read = ? WHERE number IN (SELECT value FROM json_each(?))",
                (on, on, changed),
            )
    else:
        restate(db, change)
    return _ids_of(db, change)


def bookmark(db: Connection, numbers: Iterable[int], on: bool, now: int) -> list[str]:
    """Inside a transaction: bookmark the stories of rows, or no longer, with tags and note; the ids of their articles."""
    stories = tally.stories_of(db, numbers)
    members = db.column(
        "SELECT number FROM listing WHERE story IN (SELECT value FROM json_each(?))", (json.dumps(stories),)
    )
    if on:
        db.many("INSERT OR IGNORE INTO bookmark (number, at) VALUES (?, ?)", [(one, now) for one in members])
    else:
        for table in ("tag", "note", "bookmark"):  # the bookmark last: the others stand on it
            db.many(f"DELETE FROM {table} WHERE number = ?", [(one,) for one in members])
    restate(db, members)
    return _ids_of(db, members)


def _doubled(db: Connection, numbers: Iterable[int]) -> list[int]:
    """The articles ``numbers`` with their doubles in the same language."""
    wanted = set(numbers)
    rows = db.rows(
        "SELECT number, line, language FROM listing WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(lines(db, wanted)),),
    )
    own = {(line, tongue(language)) for number, line, language in rows if number in wanted}
    return [number for number, line, language in rows if (line, tongue(language)) in own]


def _ids_of(db: Connection, numbers: Iterable[int]) -> list[str]:
    return db.column(
        "SELECT id FROM article WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number",
        (json.dumps(sorted(numbers)),),
    )
