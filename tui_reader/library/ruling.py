"""Rules (`tui_reader.rules`) followed on articles that have just come: `Library.rules`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from tui_reader.library import content, hiding, names, state
from tui_reader.library.bookmarks import Bookmarks
from tui_reader.library.connection import Connection
from tui_reader.library.matching import Matching
from tui_reader.rules import Deed, Rule
from tui_reader.search.terms import Search


class Rules:
    """What rules do in one library; ``read`` is the column of the listing that says read."""

    def __init__(self, db: Connection, bookmarks: Bookmarks, read: str) -> None:
        self._db, self._bookmarks, self._read = db, bookmarks, read

    def follow(self, rules: Sequence[tuple[Rule, Search]], ids: Iterable[str], *, now: datetime) -> None:
        """Do with those of the articles ``ids`` that each rule finds what it says, one rule after the other.

        A rule finds what those before it have done. All in one transaction; what is bookmarked then, the disk has.
        Raises `LibraryError`.
        """
        moment = content.seconds(now)
        assert moment is not None
        with self._db.transaction(durable=any(rule.deed is not Deed.READ for rule, _ in rules)):
            new = set(state.numbers_of(self._db, ids))
            for rule, search in rules if new else ():
                found = self._found(search, new)
                if not found:
                    continue
                if rule.deed is Deed.READ:
                    state.mark(self._db, found, True, moment, whole=self._read == "read")
                elif rule.deed is Deed.HIDE:
                    hiding.hide(self._db, found, moment, rule.match)
                else:
                    self._bookmarks.put(found, [rule.tag] if rule.tag else [], moment)

    def _found(self, search: Search, new: set[int]) -> list[int]:
        """Those of the rows ``new`` that ``search`` finds; what has just come has the highest numbers, so few others are read."""
        matching = Matching(search.root, names.known(self._db, self._read))
        select = matching.select()
        bounds = {"low": min(new), "high": max(new) + 1}
        return sorted(new.intersection(self._db.column(select, matching.parameters | bounds)))
