"""The note of a bookmark, written in several lines."""

from __future__ import annotations

from textual.widgets import TextArea

from tui_reader.app.screens.entry import EntryWindow
from tui_reader.words import tr


class NoteEditor(EntryWindow):
    """Gives the note as it was written, or None where it is left as it was; an empty one takes the note away."""

    def __init__(self, title: str, note: str) -> None:
        super().__init__(
            tr("Note · {title}", title=title), tr("ctrl+s keeps it · esc leaves it as it was"), note
        )

    def content(self) -> TextArea:
        """The field."""
        return TextArea(self.before, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")

    @property
    def entry(self) -> TextArea:
        """The field."""
        return self.query_one(TextArea)

    def on_mount(self) -> None:
        self.entry.styles.height = max(3, min(10, self.size.height - 10))
        self.entry.move_cursor(self.entry.document.end)
