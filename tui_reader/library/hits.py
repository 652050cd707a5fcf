"""What a search finds, held by row number until the search or the library changes.

A word that half of all articles have is found once; the lists, the pages and the numbers of the search are then
questions to a table like any other.
"""

from __future__ import annotations

from tui_reader.library.connection import Connection
from tui_reader.library.search import Match, to_match

_TABLE = "CREATE TEMP TABLE IF NOT EXISTS hit (number INTEGER PRIMARY KEY)"
_WANTED = "INSERT INTO temp.hit SELECT rowid FROM search WHERE search MATCH :wanted"
_UNWANTED = "DELETE FROM temp.hit WHERE number IN (SELECT rowid FROM search WHERE search MATCH :unwanted)"
_ALL = "INSERT INTO temp.hit SELECT number FROM listing"


class Hits:
    """The hits of one search at a time, in ``temp.hit``."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._held: tuple[Match, int, int] | None = None
        self._count = 0

    def find(self, query: str | None) -> int | None:
        """Have ``temp.hit`` hold what ``query`` finds: how many articles; None where it asks for nothing.

        Not inside a transaction: what is taken back there would be missing here.
        """
        match = to_match(query)
        if match == Match():
            return None
        if self._held != (match, *self._db.version()):
            self._held = None
            self._fill(match)
            self._held = (match, *self._db.version())
        return self._count

    def _fill(self, match: Match) -> None:
        self._db.execute(_TABLE)
        self._db.execute("DELETE FROM temp.hit")
        if match.wanted is not None:
            self._db.execute(_WANTED, {"wanted": match.wanted})
        else:
            self._db.execute(_ALL)
        if match.unwanted is not None:
            self._db.execute(_UNWANTED, {"unwanted": match.unwanted})
        self._count = self._db.column("SELECT count(*) FROM temp.hit")[0]
