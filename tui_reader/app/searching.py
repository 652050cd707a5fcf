"""The search: what is typed is understood, or told to be wrong, and the list follows it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from typing import Any

from rich.cells import cell_len

from tui_reader import paths
from tui_reader.app.lists import Lists
from tui_reader.app.services import Services
from tui_reader.app.view import View
from tui_reader.config_searches import SavedSearch
from tui_reader.search.errors import QueryError
from tui_reader.words import tr


def hint(cells: int) -> str:
    """What may be searched for, as much of it as ``cells`` hold."""
    told = tr('Search: words, "a phrase", begin*, -without, lang:uk, after:7d')
    while cell_len(told) > cells and ", " in told:
        told = told.rpartition(", ")[0]
    return told


class Searching:
    """The commands of the search field."""

    def __init__(
        self, view: View, services: Services, lists: Lists, *, show_list: Callable[..., Any]
    ) -> None:
        self._view, self._services, self._lists = view, services, lists
        self._show_list, self._now = show_list, services.now
        self._wrong = ""

    def search(self) -> None:
        """Open the search field."""
        self._view.search_for(self._lists.state.search or "")

    def typed(self, text: str) -> None:
        """Show what ``text`` finds; while it can't be understood, the list stays as it is."""
        if self._is_understood(text, typing=True) and text != self._lists.state.search:
            self._show_list(search=text)

    def entered(self, text: str) -> None:
        """Say what is wrong in ``text``, which is finished."""
        self._is_understood(text, typing=False)

    def keep_search(self) -> None:
        """Put the search that is shown among the sources, for good."""
        text = self._lists.state.search.strip()
        if not text:
            self._view.tell(tr("There is no search to keep; / begins one"), True)
        elif self._is_understood(text, typing=False):
            self._view.work(partial(self._keep, text), "keep-search")

    async def _keep(self, text: str) -> None:
        from tui_reader.search.parse import finished
        from tui_reader.sources_file import add_search

        services = self._services
        query = finished(text, now=self._now())
        if any(query == one.query for one in services.config.searches):
            self._view.tell(tr("This search is kept already"))
            return
        path = services.config.path if services.config.path != paths.starter_feeds() else paths.config_file()
        taken = {one.name.casefold() for one in services.config.searches}
        names = (query if number == 1 else f"{query} {number}" for number in count(1))
        name = next(name for name in names if name.casefold() not in taken)
        await asyncio.to_thread(add_search, path, name, query)
        services.config = replace(
            services.config, path=path, searches=(*services.config.searches, SavedSearch(name, query))
        )
        self._view.tell(tr("Kept among the sources; its name stands in {path}", path=path))
        await self._lists.reload()

    def _is_understood(self, text: str, *, typing: bool) -> bool:
        from tui_reader.search.parse import parse

        before, self._wrong = self._wrong, ""
        try:
            parse(text, now=self._now(), typing=typing)
        except QueryError as error:
            self._wrong = str(error)
            self._view.tell(self._wrong, True)
            return False
        if before:
            self._view.tell("")
        return True
