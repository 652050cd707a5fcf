"""Help: every key, made from the table that makes the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.app.keys import COMMANDS, shown
from tui_reader.app.screens.modal import TextWindow
from tui_reader.app.typeset import Page, Run
from tui_reader.words import tr

KEYS_WIDTH = 18


class HelpScreen(TextWindow):
    """The keys as they are bound now."""

    def __init__(self, keys: Mapping[str, Sequence[str]]) -> None:
        super().__init__(tr("Keys"), tr("j k scroll · esc closes · ctrl+p finds a command by its name"))
        self._keys = keys

    def typeset(self, width: int) -> Page:
        """The table of keys."""
        page = Page()
        group = ""
        for command in COMMANDS:
            if command.group != group:
                group = command.group
                page.blank()
                page.add(Run(tr(group), "label"))
            names = " ".join(shown(key) for key in (*self._keys[command.name], *command.fixed))
            _row(page, width, names, command.said)
            if command.name == "all_languages":
                _row(page, width, "1 … 9", tr("That language's tab, in the list or in the article"))
        page.blank()
        page.text(
            tr(
                "The mouse works everywhere: click a headline, a tab, a source or a link. "
                "In feeds.toml, [keys] gives any of these another key."
            ),
            width,
            "dim",
        )
        return page


def _row(page: Page, width: int, keys: str, text: str) -> None:
    page.text(text, width, "text", Run(f"{keys:<{KEYS_WIDTH}}", "number"), " " * KEYS_WIDTH)
