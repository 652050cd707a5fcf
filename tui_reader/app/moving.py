"""The commands that move within a column and between columns; they touch no data."""

from __future__ import annotations

from tui_reader.app.columns import Pane
from tui_reader.app.view import View
from tui_reader.app.widgets.page import PageView
from tui_reader.app.widgets.rows import Rows

ORDER = (Pane.SOURCES, Pane.HEADLINES, Pane.ARTICLE)


class Moving:
    """Down, up, and from column to column."""

    def __init__(self, view: View) -> None:
        self._view = view

    def down(self) -> None:
        """One line or row down."""
        self._target.move(1)

    def up(self) -> None:
        """One line or row up."""
        self._target.move(-1)

    def page_down(self) -> None:
        """One screenful down."""
        self._target.page_by(1)

    def page_up(self) -> None:
        """One screenful up."""
        self._target.page_by(-1)

    def first(self) -> None:
        """To the beginning."""
        self._target.to_edge(last=False)

    def last(self) -> None:
        """To the end."""
        self._target.to_edge(last=True)

    def next_pane(self) -> None:
        """To the next column."""
        self._view.go(ORDER[(ORDER.index(self._view.pane) + 1) % len(ORDER)])

    def previous_pane(self) -> None:
        """To the column before."""
        self._view.go(ORDER[(ORDER.index(self._view.pane) - 1) % len(ORDER)])

    @property
    def _target(self) -> Rows | PageView:
        if self._view.pane is Pane.ARTICLE:
            return self._view.article.text
        return self._view.sources if self._view.pane is Pane.SOURCES else self._view.headlines
