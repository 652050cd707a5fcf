"""The search: what is typed is understood, or told to be wrong, and the list follows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tui_reader.app.lists import Lists
from tui_reader.app.view import View
from tui_reader.search.errors import QueryError


class Searching:
    """The commands of the search field."""

    def __init__(
        self, view: View, lists: Lists, *, show_list: Callable[..., Any], now: Callable[[], datetime]
    ) -> None:
        self._view, self._lists = view, lists
        self._show_list, self._now = show_list, now
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
