"""The frame of the windows in which something is written: what is written is kept, or left as it was."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, Static, TextArea

from tui_reader.app import safe
from tui_reader.app.screens.modal import Window
from tui_reader.words import tr


class EntryWindow(Window[str], inherit_bindings=False):
    """Gives what was written, or None where it is left as it was.

    `esc` never loses a word without being told twice.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave as it was"),
        # Without priority, so that it comes after what was typed just before it.
        Binding("ctrl+s", "keep", "Keep"),
    ]
    DEFAULT_CSS = """
    EntryWindow {
        Input, Input:focus { border: none; height: 1; padding: 0; background: $foreground 8%; }
        TextArea, TextArea:focus { border: none; height: 12; padding: 0; background: $foreground 8%; }
        .window-more { color: $text-muted; height: auto; max-height: 4; margin-top: 1; }
    }
    """

    def __init__(self, title: str, foot: str, before: str) -> None:
        super().__init__(title, foot)
        self.before = before
        self._warned = False

    @property
    def entry(self) -> Input | TextArea:
        """The field."""
        raise NotImplementedError

    @property
    def written(self) -> str:
        """What stands in the field."""
        entry = self.entry
        return entry.value if isinstance(entry, Input) else entry.text

    def action_keep(self) -> None:
        """Close with what was written."""
        self.close(self.written)

    def action_leave(self) -> None:
        """Close without a result; what would be lost is told first."""
        if self.written == self.before or self._warned:
            self.close(None)
            return
        self._warned = True
        foot = self.query_one(".window-foot", Static)
        foot.update(
            safe.line(tr("Not kept yet: ctrl+s keeps it · esc again leaves all as it was"), "$text-warning")
        )
