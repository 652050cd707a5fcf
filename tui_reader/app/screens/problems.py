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
        """Each source with its problem."""
        page = Page()
        for problem in self._problems:
            page.text(safe.plain(problem.source) or "tui-reader", width, "strong")
            page.text(safe.plain(problem.message), width, "text", Run("  "), "  ")
            page.blank()
        return page
