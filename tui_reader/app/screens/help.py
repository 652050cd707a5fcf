"""Help: every key, made from the table that makes the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events

from tui_reader.app.keys import COMMANDS, shown
from tui_reader.app.screens.modal import Window
from tui_reader.app.typeset import Page, Run
from tui_reader.app.widgets.page import PageView

KEYS_WIDTH = 18


class HelpScreen(Window[None]):
    """The keys as they are bound now."""

    DEFAULT_CSS = """
    HelpScreen PageView { height: auto; max-height: 100%; }
    """

    def __init__(self, keys: Mapping[str, Sequence[str]]) -> None:
        super().__init__("Keys", "j k scroll · esc closes · ctrl+p finds a command by its name")
        self._keys = keys

    def content(self) -> PageView:
        """The table."""
        return PageView(id="help")

    def on_mount(self) -> None:
        super().on_mount()
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        view = self.query_one(PageView)
        page = help_page(self._keys, max(30, min(78, self.size.width - 8)))
        view.styles.height = min(len(page.lines), max(4, self.size.height * 9 // 10 - 7))
        view.show(page, top=view.top)


def help_page(keys: Mapping[str, Sequence[str]], width: int) -> Page:
    """The table of keys in ``width`` columns."""
    page = Page()
    group = ""
    for command in COMMANDS:
        if command.group != group:
            group = command.group
            page.blank()
            page.add(Run(group, "label"))
        names = " ".join(shown(key) for key in (*keys[command.name], *command.fixed))
        page.text(command.help, width, "text", Run(f"{names:<{KEYS_WIDTH}}", "number"), " " * KEYS_WIDTH)
        if command.name == "all_languages":
            digits = Run(f"{'1 … 9':<{KEYS_WIDTH}}", "number")
            page.text(
                "That language's tab, in the list or in the article", width, "text", digits, " " * KEYS_WIDTH
            )
    page.blank()
    page.text(
        "The mouse works everywhere: click a headline, a tab, a source or a link. "
        "In feeds.toml, [keys] gives any of these another key.",
        width,
        "dim",
    )
    return page
