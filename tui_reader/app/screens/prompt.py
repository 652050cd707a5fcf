"""One line asked of the reader: enter gives it, esc gives nothing."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui_reader.app import safe


class PromptScreen(ModalScreen[str]):
    """``value`` stands in the line already; ``foot`` says what is meant."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Close")]
    DEFAULT_CSS = """
    PromptScreen {
        align: center bottom;
        background: $background 40%;
        & > Vertical { height: auto; padding: 0 2; background: $surface; border-top: solid $primary; }
        Input, Input:focus { border: none; height: 1; padding: 0; background: $surface; }
        .prompt-title { text-style: bold; color: $text-primary; }
        .prompt-foot { color: $text-muted; }
    }
    """

    def __init__(self, title: str, value: str = "", foot: str = "") -> None:
        super().__init__()
        self._title_text, self._value, self._foot = title, value, foot

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(safe.line(self._title_text), classes="prompt-title")
            yield Input(self._value, id="prompt", select_on_focus=False)
            yield Static(safe.line(self._foot), classes="prompt-foot")

    @on(Input.Submitted)
    def _given(self, message: Input.Submitted) -> None:
        if self.is_current:
            self.dismiss(message.value)

    def action_leave(self) -> None:
        """Close without a line."""
        if self.is_current:
            self.dismiss(None)
