"""The settings window: every row of the table of settings with its value, changed by keys and in force at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui_reader import setting_values
from tui_reader.app import safe
from tui_reader.app.screens.modal import Window
from tui_reader.app.screens.sources import LineWindow
from tui_reader.app.widgets.rows import Rows
from tui_reader.config import Settings
from tui_reader.config_edit import Value
from tui_reader.errors import ReaderError
from tui_reader.setting_values import said
from tui_reader.settings import SETTINGS
from tui_reader.words import tr

NAME = 18
AROUND = 5  # lines that the meaning of a setting takes, with the space before it

Keep = Callable[[str, Value | None], Awaitable[None]]
Option = str | bool


class SettingRows(Rows):
    """A setting a row: its name in the file and its value."""

    def __init__(self, values: dict[str, Any]) -> None:
        super().__init__(id="settings")
        self.values = values
        self._names = list(SETTINGS)

    @property
    def name_chosen(self) -> str:
        """The setting that is chosen."""
        return self._names[self.chosen]

    def count(self) -> int:
        return len(self._names)

    def draw(self, row: int, width: int) -> list[list[tuple[str, str]]]:
        name = self._names[row]
        value, default = self.values[name], asdict(Settings())[name]
        nothing = tr("as the system has it") if name == "languages" else "–"
        style = "plain" if value == default else "strong"
        return [
            [
                (f" {name:<{NAME}}", style),
                (f" {safe.plain(said(name, value)) or nothing}", "accent" if value != default else "dim"),
            ]
        ]


class SettingsWindow(Window[None]):
    """Changes settings; ``keep`` writes one (None: its default again) and puts it into force."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,plus,space", "turn(1)", "Next"),
        Binding("left,h,minus", "turn(-1)", "Previous"),
        Binding("enter", "enter", "Change"),
        Binding("delete,backspace,d", "default", "Default"),
    ]
    DEFAULT_CSS = """
    SettingsWindow {
        #settings-box { height: auto; }
        SettingRows { height: auto; }
        .window-more { color: $text-muted; height: auto; max-height: 3; margin-top: 1; }
    }
    """

    def __init__(self, current: Callable[[], Settings], themes: Sequence[str], keep: Keep) -> None:
        super().__init__(*self._frame())
        self._current, self._themes, self._keep = current, themes, keep
        self._pending = 0

    @staticmethod
    def _frame() -> tuple[str, str]:
        return tr("Settings"), tr("← → change · enter writes · d default · esc closes")

    def content(self) -> Vertical:
        """The settings, and what the chosen one means."""
        return Vertical(
            SettingRows(self._values()), Static(id="meaning", classes="window-more"), id="settings-box"
        )

    def _values(self) -> dict[str, Any]:
        settings = self._current()
        return {name: getattr(settings, name) for name in SETTINGS}

    @property
    def rows(self) -> SettingRows:
        """The settings."""
        return self.query_one(SettingRows)

    def on_mount(self) -> None:
        super().on_mount()
        self._fit()
        self._explain()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        room = self.room_for(len(SETTINGS) + AROUND) - AROUND
        self.rows.styles.height = max(3, min(len(SETTINGS), room))

    def on_rows_moved(self, message: Rows.Moved) -> None:
        message.stop()
        self._explain()

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """A click on a row."""
        message.stop()
        self.action_enter()

    def _explain(self, wrong: str = "") -> None:
        row = SETTINGS[self.rows.name_chosen]
        later = tr(" (from the next start on)") if row.at_start else ""
        meaning = self.query_one("#meaning", Static)
        if wrong:
            meaning.update(safe.line(wrong, "$text-warning"))
        else:
            meaning.update(safe.line(tr(row.help) + later))

    def options(self, name: str) -> Sequence[Option]:
        """All values of a setting, where they are few; () where one is written."""
        return tuple(self._themes) if name == "theme" else setting_values.options(name)

    def action_turn(self, by: int) -> None:
        """The next value, or the one before; of a number one more or less."""
        name = self.rows.name_chosen
        value, options = self.rows.values[name], self.options(name)
        bounds = SETTINGS[name].shape.schema()
        if options:
            value = self.app.theme if name == "theme" and value is None else value
            place = options.index(value) + by if value in options else 0
            self._change(name, options[place % len(options)])
        elif "maximum" in bounds:
            self._change(name, max(bounds["minimum"], min(bounds["maximum"], value + by)))
        else:
            self._write(name)

    def action_enter(self) -> None:
        """The next of few values; any other is written."""
        if self.options(self.rows.name_chosen):
            self.action_turn(1)
        else:
            self._write(self.rows.name_chosen)

    def action_default(self) -> None:
        """As it is without the setting."""
        self._change(self.rows.name_chosen, None)

    def _write(self, name: str) -> None:
        before = setting_values.written(name, self.rows.values[name])
        window = LineWindow(name, tr("enter keeps it · esc leaves it as it was"), before)

        def written(text: str | None) -> None:
            try:
                if text is not None:
                    self._change(name, setting_values.read(name, text))
            except ReaderError as error:
                self._explain(str(error))

        self.app.push_screen(window, written)

    def _change(self, name: str, value: Value | None) -> None:
        self.rows.values[name] = asdict(Settings())[name] if value is None else _held(value)
        self.rows.redraw()
        self._pending += 1
        self.run_worker(self._kept(name, value), group="keep", exclusive=False)

    async def _kept(self, name: str, value: Value | None) -> None:
        wrong = ""
        try:
            await self._keep(name, value)
        except ReaderError as error:
            wrong = str(error)
        self._pending -= 1
        if self.is_mounted and (wrong or not self._pending):
            for name, text in zip((".window-title", ".window-foot"), self._frame(), strict=True):
                self.query_one(name, Static).update(safe.line(text))  # the language may be another
            self.rows.values = self._values()
            self.rows.redraw()
            self._explain(wrong)


def _held(value: Value) -> Any:
    return tuple(value) if isinstance(value, list) else value
