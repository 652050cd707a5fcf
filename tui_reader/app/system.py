"""The commands that are of the program and not of the news."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual.screen import Screen

from tui_reader.app.places import Spot


class System:
    """Help, the palette, the shell, the end."""

    def __init__(
        self, screen: Screen[None], keys: Callable[[], Mapping[str, Sequence[str]]], spot: Callable[[], Spot]
    ) -> None:
        self._screen, self._keys, self._spot = screen, keys, spot

    def help(self) -> None:
        """All keys, those of the place first."""
        from tui_reader.app.screens.help import HelpScreen

        self._screen.app.push_screen(HelpScreen(self._keys(), self._spot()))

    def suspend(self) -> None:
        """To the shell."""
        self._screen.app.action_suspend_process()

    def command_palette(self) -> None:
        """The palette."""
        self._screen.app.action_command_palette()

    def quit(self) -> None:
        """End."""
        self._screen.app.exit()
