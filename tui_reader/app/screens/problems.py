"""What went wrong in the last refresh: one line a source, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.app import safe
from tui_reader.app.refresher import Problem
from tui_reader.app.screens.modal import TextWindow
from tui_reader.app.typeset import Page, Run
from tui_reader.words import tr


class ProblemsScreen(TextWindow):
    """The problems, each whole."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        title = tr("Problems of the last refresh") if problems else tr("No problems: every source answered")
        super().__init__(title, tr("Everything else was refreshed · R tries again · esc closes"))
        self._problems = problems

    def typeset(self, width: int) -> Page:
        """Each source once, with what went wrong with its editions: what is the same for several is said once."""
        told: dict[str, dict[str, None]] = {}
        for problem in self._problems:
            told.setdefault(problem.source, {})[problem.message] = None
        page = Page()
        for source, messages in told.items():
            page.text(safe.plain(source) or "tui-reader", width, "strong")
            for message in messages:
                page.text(safe.plain(message), width, "text", Run("  "), "  ")
            page.blank()
        return page
