"""Saved searches as sources: their rows in the sources column, and their numbers, which are counted when there is time."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.app.services import Services
from tui_reader.app.state import SEARCH
from tui_reader.app.widgets.source_list import SourceRow
from tui_reader.words import tr

MOST = 1000  # unread stories are counted so far: a word that all have must not cost more


class SmartSources:
    """The saved searches of the settings."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._unread: dict[str, int] = {}
        self._stamps: dict[str, object] = {}

    def among(self, rows: Sequence[SourceRow]) -> list[SourceRow]:
        """``rows`` of the sources column with those of the searches before the first heading."""
        found = [
            SourceRow(
                SEARCH + one.name, one.name, number := self._unread.get(one.query, 0), capped=number == MOST
            )
            for one in self._services.config.searches
        ]
        place = next((place for place, row in enumerate(rows) if row.key is None), len(rows))
        heading = [SourceRow(None, tr("Searches"))] if found else []
        return [*rows[:place], *heading, *found, *rows[place:]]

    async def count(self) -> bool:
        """Count what is unread, where something was written since; whether a number is another now."""
        before = dict(self._unread)
        if not self._services.config.searches:
            return False
        from tui_reader.search.parse import parse

        for query in [one.query for one in self._services.config.searches]:
            search = parse(query, now=self._services.now())
            if search is None:
                continue
            # One at a time: each gives way to what the reader waits for, and is asked again then.
            stamp = await self._services.library.later(lambda library: library.stamp())
            if self._stamps.get(query) != stamp:
                self._unread[query] = await self._services.library.later(
                    lambda library, search=search: library.unread(search, MOST)  # type: ignore[misc]
                )
                self._stamps[query] = stamp
        return self._unread != before
