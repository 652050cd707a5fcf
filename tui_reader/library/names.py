"""The languages and the sources that a library holds, by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from tui_reader.languages import within
from tui_reader.library.connection import Connection
from tui_reader.library.matching import Known

# Each once, by hops through the index instead of a look at every row.
_HOPS = """
WITH RECURSIVE found (name) AS (
    SELECT min({0}) FROM listing
    UNION ALL
    SELECT (SELECT min({0}) FROM listing WHERE {0} > name) FROM found WHERE name IS NOT NULL
)
SELECT name FROM found WHERE name IS NOT NULL
"""


def languages(db: Connection) -> list[str]:
    """The languages of all articles, in order of their tags."""
    return db.column(_HOPS.format("language"))


def sources(db: Connection, text: str) -> list[str]:
    """The sources in whose name ``text`` stands, whatever its case."""
    text = text.casefold()
    return [name for name in db.column(_HOPS.format("source")) if text in name.casefold()]


def forms(language: str, tags: Iterable[str]) -> list[str]:
    """Those of ``tags`` that are ``language`` or a form of it."""
    return [tag for tag in tags if within(tag, language)]


def known(db: Connection, read: str) -> Known:
    """What a search must know of the library; ``read`` is the column that says read."""
    return Known(read, lambda language: forms(language, languages(db)), partial(sources, db))
