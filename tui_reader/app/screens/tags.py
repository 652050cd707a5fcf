"""Tags: written in one line with those that are known at hand, and chosen to show the bookmarks that have one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.suggester import Suggester
from textual.widgets import Input, Static

from tui_reader.app import safe
from tui_reader.app.kept import shown_tags
from tui_reader.app.screens.entry import EntryWindow
from tui_reader.app.screens.modal import RowsWindow
from tui_reader.app.widgets.rows import Rows
from tui_reader.bookmarks import tag_key
from tui_reader.words import tr

Known = Sequence[tuple[str, int]]


class Completion(Suggester):
    """Completes the tag that is being written, the last of the line, with the most used one that begins so."""

    def __init__(self, known: Known) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = [name for name, _ in sorted(known, key=lambda tag: -tag[1])]

    async def get_suggestion(self, value: str) -> str | None:
        """`complete`, as the line asks for it."""
        return self.complete(value)

    def complete(self, value: str) -> str | None:
        """The whole line with the tag completed."""
        *before, last = value.split(",")
        typed = last.lstrip(" #")
        written = {tag_key(tag) for tag in before}
        for name in self._names if typed else ():
            begins = tag_key(name).startswith(tag_key(typed)) and len(name) > len(typed)
            if begins and tag_key(name) not in written:
                return value + name[len(typed) :]
        return None


class TagsEditor(EntryWindow):
    """Gives the line of tags, or None where they are left as they were."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete")]

    def __init__(self, title: str, tags: Sequence[str], known: Known) -> None:
        foot = tr("commas between tags · tab completes · enter keeps · esc leaves all as it was")
        super().__init__(tr("Tags · {title}", title=title), foot, ", ".join(tags))
        self._known = known
        self._completion = Completion(known)

    def content(self) -> Vertical:
        """The line, and the tags that are known."""
        line = Input(self.before, suggester=self._completion, select_on_focus=False)
        names = [name for name, _ in sorted(self._known, key=lambda tag: -tag[1])]
        more = Static(
            safe.line(tr("Known: {tags}", tags=shown_tags(names)) if names else ""), classes="window-more"
        )
        box = Vertical(line, more)
        box.styles.height = "auto"
        return box

    @property
    def entry(self) -> Input:
        """The line."""
        return self.query_one(Input)

    def action_complete(self) -> None:
        """Take the completion, also one that isn't drawn yet."""
        whole = self._completion.complete(self.entry.value)
        if whole is not None:
            self.entry.value = whole
            self.entry.action_end()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_keep()


class TagRows(Rows):
    """A tag a row, with the number of its stories."""

    def __init__(self, known: Known) -> None:
        super().__init__(id="tags")
        self._known = known

    def count(self) -> int:
        return len(self._known)

    def draw(self, row: int, width: int) -> list[list[tuple[str, str]]]:
        name, count = self._known[row]
        return [[(f" #{safe.plain(name)} ", "strong"), (str(count), "dim")]]


class TagChoice(RowsWindow[str]):
    """Gives the tag that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,l", "choose", "Choose")]

    def __init__(self, known: Known) -> None:
        super().__init__(tr("Bookmarks with a tag"), tr("enter shows them · esc closes"))
        self._known = known

    def content(self) -> TagRows:
        """The tags."""
        return TagRows(self._known)

    def action_choose(self) -> None:
        """Close with what is chosen."""
        self.close(self._known[self.query_one(TagRows).chosen][0])

    def on_rows_opened(self, message: Rows.Opened) -> None:
        message.stop()
        self.action_choose()
