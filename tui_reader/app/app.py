"""The Textual application: opens the library, shows the one screen, and leaves everything as it was found."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import ThemeProvider

from tui_reader import paths
from tui_reader.app import themes
from tui_reader.app.gallery import Gallery
from tui_reader.app.graphics import Way, way
from tui_reader.app.keys import COMMANDS, own, shown
from tui_reader.app.lists import ask_ahead
from tui_reader.app.places import Spot
from tui_reader.app.screens.main import MainScreen
from tui_reader.app.services import Services
from tui_reader.app.settling import animate
from tui_reader.app.state import OPENED, ListState, load_position, save_position
from tui_reader.config import Config
from tui_reader.errors import ReaderError
from tui_reader.library.worker import LibraryThread
from tui_reader.words import NAMES, speak, tr

POSITION = "position.json"
LAST_SECONDS = 3.0
FIRST = 0.1  # seconds in which a library that is well answers many times
STARTED = 1.0  # seconds in which all that the start makes is made


def utc_now() -> datetime:
    """The one clock of the running app; tests hand in their own."""
    return datetime.now(UTC)


class TuiReader(App[None]):
    """The reader. ``arguments`` are paths, addresses or ids to open in place of the last position."""

    TITLE = "tui-reader"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = []
    CSS_PATH = "screens/main.tcss"

    def __init__(
        self,
        config: Config,
        library: LibraryThread,
        arguments: Sequence[str] = (),
        *,
        stdin: bytes | None = None,
        way: Way = Way.BLOCKS,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        # Without colour Textual would paint greys, and a theme of the terminal's own colours black on black, unless it
        # is told that it need not translate any.
        plain = bool(os.environ.get("NO_COLOR")) or themes.is_ansi(config.settings.theme)
        super().__init__(ansi_color=True if plain else None)
        self.fault: Exception | None = None
        self._services = Services(config, library, now=now)
        self._arguments = arguments
        self._stdin = stdin
        self._gallery = Gallery(self._services, way)
        self._position_file = paths.state_folder() / POSITION
        self._first_time = not self._position_file.exists()
        position = load_position(self._position_file)
        plain = not arguments and position.list.is_plain
        self._first = ask_ahead(self._services, position.list, position.article) if plain else None
        self._main = MainScreen(self._services, position, self._gallery, first=self._first, begin=self._begin)
        # Textual works all of a keymap into the bindings anew, twice for each key that is pressed.
        self.set_keymap({name: ",".join(keys) for name, keys in own(config.keys).items()})

    async def ask_first(self) -> None:
        """Wait a little for the first list: while the screen is being made, the library's thread gets few turns."""
        if self._first is not None:
            await asyncio.wait({self._first}, timeout=FIRST)

    def on_load(self) -> None:
        """Before anything is styled: the first picture has the reader's colours already."""
        config = self._services.config
        self._wrong_theme = themes.put_on(self, config.settings.theme, config.theme)
        self.stylesheet.set_variables(self.get_css_variables())

    async def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            # Outside the main thread (in tests) there are no signal handlers.
            with contextlib.suppress(ValueError, NotImplementedError, RuntimeError):
                loop.add_signal_handler(number, self._end, number)
        animate(self, self._services.config.settings.animation)

    def get_default_screen(self) -> Screen[None]:
        """The one screen: a first one of Textual's below it would be made, styled and laid out for nothing."""
        return self._main

    async def on_event(self, event: events.Event) -> None:
        """Give a key of a column to its command at once.

        Textual hands it from widget to widget up to here, and works out what is bound to it from all that is bound.
        """
        if isinstance(event, events.Key) and self.app_focus and not event.is_forwarded:
            command = self._main.command(event.key) if self._main.is_mounted else None
            if command is not None:
                command()
                return
        await super().on_event(event)

    async def _begin(self) -> None:
        opened = await self._open_arguments()
        await self._main.begin(ListState(key=OPENED, opened=opened) if opened else None)
        settings = self._services.config.settings
        if (
            self._first_time
            and not self._arguments
            and any(source.path == paths.SAMPLES for source in self._services.config.sources)
        ):
            first = {name: shown(next(iter(self._main.keys[name]), "")) for name in ("open", "help", "quit")}
            welcome = tr(
                "Welcome: the first story teaches the keys. {open} opens it, {help} shows all, {quit} quits",
                **first,
            )
            self._main.tell(welcome)
        if self._wrong_theme:
            self._main.tell(self._wrong_theme, True)
        if settings.refresh_on_start:
            self._main.desk.refresh_all()
        if settings.refresh_minutes:
            self.set_interval(settings.refresh_minutes * 60, self._main.desk.refresh_all)
        self._main.watch_folders()

    async def _open_arguments(self) -> tuple[str, ...]:
        opened: list[str] = []
        for argument in self._arguments:
            self._main.tell(tr("Opening {argument}…", argument=argument))
            try:
                opened += await self._services.open(argument, self._stdin)
                self._main.tell("")
            except ReaderError as error:
                self._main.tell(str(error), True)
        return tuple(opened)

    def action_help_in(self, spot: str) -> None:
        """All keys, those of a window first: the windows can't know the help, which is one of them."""
        from tui_reader.app.screens.help import HelpScreen

        self.push_screen(HelpScreen(self._main.keys, Spot[spot]))

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours: end, and leave it to who ran the app to tell it in one line.

        Textual would print a trace, with whatever a stranger wrote into it.
        """
        self.fault = self.fault or error
        self._exception = self._exception or error
        self._return_code = 1
        self._close_messages_no_wait()

    def make_ready(self) -> None:
        """After the start, make what is not needed for it."""
        if self._main.is_mounted:
            self._main.work(partial(_make_ready, self._services), "ready")
        else:
            asyncio.get_running_loop().call_later(STARTED, self.make_ready)

    def _end(self, number: int) -> None:
        """End on a signal, soon even where the terminal that is written to no longer answers."""
        last = threading.Timer(LAST_SECONDS, os._exit, (128 + number,))
        last.daemon = True
        last.start()
        self.exit(return_code=128 + number)

    async def on_unmount(self) -> None:
        self._gallery.forget()
        await self._services.close()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End, and remember where the reader was."""
        if self._main.is_mounted:
            with contextlib.suppress(OSError):  # a read-only home: the place is lost, nothing else
                save_position(self._position_file, self._main.position())
        super().exit(result, return_code, message)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every row of the table that is not a mere movement, and the themes."""
        for command in COMMANDS:
            if command.in_palette and isinstance(screen, MainScreen):
                name = command.said.split(";")[0]
                yield SystemCommand(name, ", ".join(command.keys), partial(screen.action_run, command.name))
        yield SystemCommand(
            tr("Change the theme"),
            tr("Colours, for this run; theme = in feeds.toml keeps one"),
            self.action_change_theme,
        )
        for language, name in NAMES.items():
            title = tr("Interface: {language}", language=name)
            yield SystemCommand(title, tr("Language of the interface"), partial(self._speak, language))
        yield SystemCommand(tr("Quit"), "Q", self.exit)

    def _speak(self, language: str) -> None:
        """Speak ``language`` from now on, in this run even where it can't be kept."""
        speak(language)
        self._main.turning.respeak()
        self._main.work(partial(self._main.settling.keep, "interface", language), "settings")

    def action_command_palette(self) -> None:
        """The palette, with its hint in the language of the interface."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=tr("Search for commands…"), id="--command-palette"))

    def search_themes(self) -> None:
        """The palette of themes, with its hint in the language of the interface."""
        self.push_screen(CommandPalette([ThemeProvider], placeholder=tr("Search for themes…")))


async def _make_ready(services: Services) -> None:
    """Load what an opened article may ask for, and look for garbage from now on: not among all that is made, which stays."""
    try:
        await services.tools()
    finally:
        gc.freeze()
        gc.enable()


async def _run(config: Config, library_path: Path, arguments: Sequence[str], stdin: bytes | None) -> int:
    library = await LibraryThread.open(
        library_path, read=config.settings.read, doubles=config.settings.doubles
    )
    drawn = way(config.settings.graphics, os.environ)
    app = TuiReader(config, library, arguments, stdin=stdin, way=drawn)
    asyncio.get_running_loop().call_later(STARTED, app.make_ready)
    await app.ask_first()
    await app.run_async()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0


def run(
    config: Config, library_path: Path, arguments: Sequence[str] = (), *, stdin: bytes | None = None
) -> int:
    """Open the reader and give its exit status. Raises ReaderError where the library can't be opened."""
    return asyncio.run(_run(config, library_path, arguments, stdin))
