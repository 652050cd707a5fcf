"""What went wrong in the last refresh: one line a source, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from tui_reader.app.refresher import Problem
from tui_reader.app.screens.modal import Window
from tui_reader.app.typeset import Page, Run
from tui_reader.app.widgets.page import PageView
from tui_reader.clean import clean_line


class ProblemsScreen(Window[None]):
    """The problems, each whole."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        title = "Problems of the last refresh" if problems else "No problems: every source answered"
        super().__init__(title, "Everything else was refreshed · R tries again · esc closes")
        self._problems = problems

    def content(self) -> PageView:
        """The list."""
        return PageView(id="problems")

    def on_mount(self) -> None:
        super().on_mount()
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(20, min(78, self.size.width - 8))
        page = Page()
        for problem in self._problems:
            page.text(clean_line(problem.source) or "tui-reader", width, "strong")
            page.text(clean_line(problem.message), width, "text", Run("  "), "  ")
            page.blank()
        view = self.query_one(PageView)
        view.styles.height = min(len(page.lines), max(4, self.size.height * 9 // 10 - 7))
        view.show(page, top=view.top)
