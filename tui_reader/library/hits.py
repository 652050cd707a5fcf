"""What a search finds, held by row number until the search or the library changes.

A word that half of all articles have is found once; the lists, the pages and the numbers of the search are then
questions to a table like any other. The first screenful needs only the newest articles (`reach`); all others are
added when they are asked for (`complete`), and what is broken off on the way loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.library.connection import Connection
from tui_reader.library.matching import Known, Matching
from tui_reader.search.terms import Search

_TABLE = "CREATE TEMP TABLE IF NOT EXISTS hit (number INTEGER PRIMARY KEY)"
_END = 2**62


class Hits:
    """The hits of one search at a time, in ``temp.hit``: all that are numbered from some number on.

    Not to be used inside a transaction: what is taken back there would be missing here.
    """

    def __init__(self, db: Connection, known: Callable[[], Known]) -> None:
        self._db, self._known = db, known
        self._held: tuple[Search, int, int] | None = None
        self._low = _END
        self._count = 0
        self.turn = 0
        """Grows each time that another search begins, or the same one anew."""

    def complete(self, search: Search | None) -> int | None:
        """Have ``temp.hit`` hold all that ``search`` finds: how many articles; None where there is no search."""
        if search is None:
            return None
        if not self.is_complete(search):
            self._extend(search, 0)
            self._count = self._db.column("SELECT count(*) FROM temp.hit")[0]
        return self._count

    def reach(self, search: Search, low: int) -> None:
        """Have ``temp.hit`` hold what ``search`` finds among the articles numbered ``low`` and higher."""
        self._begin(search)
        if low < self._low:
            self._extend(search, low)

    def is_complete(self, search: Search) -> bool:
        """Whether all that ``search`` finds is there already."""
        self._begin(search)
        return self._low == 0

    def _begin(self, search: Search) -> None:
        if self._held != (search, *self._db.version()):
            self._held, self._low = None, _END
            self.turn += 1
            self._db.execute(_TABLE)
            self._db.execute("DELETE FROM temp.hit")
            self._held = (search, *self._db.version())

    def _extend(self, search: Search, low: int) -> None:
        self._begin(search)
        matching = Matching(search.root, self._known())
        select = matching.select()
        seen, _ = self._db.version()
        try:
            self._db.execute(
                f"INSERT INTO temp.hit {select}", matching.parameters | {"low": low, "high": self._low}
            )
            self._low = low
        finally:
            # What another connection wrote meanwhile is noticed next time, for its number was read before.
            self._held = (search, seen, self._db.version()[1])
