"""The smallest application that Textual can show: the floor under every start."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        yield Static("nothing-here")


if __name__ == "__main__":
    Empty().run()
