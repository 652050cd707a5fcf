"""Settings that change while the reader runs: written into ``feeds.toml``, read again from there, and in force at once."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import constants
from textual.app import App

from tui_reader import config
from tui_reader.app import graphics, themes
from tui_reader.app.desk import Desk
from tui_reader.app.keys import ACTIONS
from tui_reader.app.lists import Lists
from tui_reader.app.reading import Reading
from tui_reader.app.services import Services
from tui_reader.app.typeset import Layout
from tui_reader.app.view import View
from tui_reader.config import Config, Settings
from tui_reader.words import speak

if TYPE_CHECKING:
    from tui_reader.config_edit import Value


def layout_of(settings: Settings) -> Layout:
    """How an article is set."""
    return Layout(settings.text_width, settings.line_spacing, settings.justify, settings.hyphenate)


def animate(app: App[Any], wanted: bool | str) -> None:
    """Let the screen move, or not; ``auto`` leaves it to Textual's environment, and to none over SSH."""
    still = wanted is False or (wanted == "auto" and graphics.is_remote(os.environ))
    app.animation_level = "none" if still else "full" if wanted is True else constants.TEXTUAL_ANIMATIONS


class Settling:
    """Puts changed settings into force."""

    def __init__(
        self,
        view: View,
        services: Services,
        lists: Lists,
        reading: Reading,
        desk: Desk,
        app: App[Any],
    ) -> None:
        self._view, self._services, self._lists = view, services, lists
        self._reading, self._desk, self._app = reading, desk, app
        self._one_at_a_time = asyncio.Lock()

    @property
    def file(self) -> Path:
        """The reader's own settings file; it may not exist yet."""
        return self._services.own_file

    def settings(self) -> None:
        """The settings window."""
        from tui_reader.app.screens.settings import SettingsWindow

        known = sorted(self._app.available_themes)
        self._view.ask(SettingsWindow(lambda: self._services.config.settings, known, self.keep), None)

    async def keep(self, key: str, value: Value | None) -> None:
        """Keep a setting (None: its default again), and put it into force. Raises ReaderError."""
        from tui_reader import sources_file

        await self.change(partial(sources_file.set_setting, key=key, value=value))

    async def change(self, write: Callable[[Path], Path]) -> None:
        """Have the file changed, and go by what it says then. Raises ReaderError where it can't be."""
        async with self._one_at_a_time:
            written = await asyncio.to_thread(write, self.file)
            await self._settle(await asyncio.to_thread(config.load, written, ACTIONS))

    async def _settle(self, new: Config) -> None:
        before, after = self._services.config.settings, new.settings
        self._services.settle(new)
        if layout_of(before) != layout_of(after):
            self._view.article.set_layout(layout_of(after))
        if before.theme != after.theme and (wrong := themes.put_on(self._app, after.theme, new.theme)):
            self._view.tell(wrong, True)
        animate(self._app, after.animation)
        if before.interface != after.interface:
            speak(after.interface)
            self._view.go(self._view.pane)  # the hints of the bottom line
            await self._reading.renew()
        if before.pictures != after.pictures:
            self._desk.pictures_on = self._reading.gallery.default(after.pictures, os.environ)
            self._desk.draw_pictures()
        if (before.languages, before.tab_labels) != (after.languages, after.tab_labels):
            self._view.article.show_tabs(self._reading.tabs())
        await self._lists.reload()
