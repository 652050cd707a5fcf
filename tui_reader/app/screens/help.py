"""Help: every key, made from the table that makes the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.app.keys import BY_NAME, COMMANDS, Command, shown
from tui_reader.app.places import HERE, Spot
from tui_reader.app.screens.modal import TextWindow
from tui_reader.app.typeset import Page, Run
from tui_reader.words import tr

KEYS_WIDTH = 18


class HelpScreen(TextWindow):
    """The keys as they are bound now: those of ``spot`` first, then the others."""

    def __init__(self, keys: Mapping[str, Sequence[str]], spot: Spot) -> None:
        super().__init__(tr("Keys"), tr("j k scroll · esc closes · ctrl+p finds a command by its name"))
        self._keys, self._spot = keys, spot

    def typeset(self, width: int) -> Page:
        """The table of keys."""
        page = Page()
        here = HERE[self._spot]
        page.add(Run(tr(self._spot.value), "label"))
        for one in here:
            if isinstance(one, tuple):
                _row(page, width, self._names(BY_NAME[one[0]]) if one[0] in BY_NAME else one[0], tr(one[1]))
            else:
                self._command(page, width, BY_NAME[one])
        group = ""
        for command in (command for command in COMMANDS if command.name not in here):
            if command.group != group:
                group = command.group
                page.blank()
                page.add(Run(tr(group), "label"))
            self._command(page, width, command)
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

    def _names(self, command: Command) -> str:
        return " ".join(shown(key) for key in (*self._keys[command.name], *command.fixed))

    def _command(self, page: Page, width: int, command: Command) -> None:
        _row(page, width, self._names(command), command.said)
        if command.name == "all_languages":
            _row(page, width, "1 … 9", tr("That language's tab, in the list or in the article"))


def _row(page: Page, width: int, keys: str, text: str) -> None:
    page.text(text, width, "text", Run(f"{keys:<{KEYS_WIDTH}}", "number"), " " * KEYS_WIDTH)
