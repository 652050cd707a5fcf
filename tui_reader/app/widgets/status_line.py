"""The bottom line: what just happened, how far a refresh is, and the keys that matter here."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.reactive import reactive

from tui_reader.app import safe
from tui_reader.app.widgets.boxes import Unscrolled
from tui_reader.app.wrap import in_lines
from tui_reader.words import trn

BAR = 10
LINES = 3  # that a message may take where it is wider than the screen


class StatusLine(Unscrolled):
    """A message that stays until the next one, or the progress of a refresh; hints stand at the right.

    A message that is wider than the screen takes more lines, up to `LINES`.
    """

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        padding: 0 1;
        background: $surface;
        color: $text-muted;
    }
    """

    message: reactive[str] = reactive("")
    warning: reactive[bool] = reactive(False)
    progress: reactive[tuple[int, int] | None] = reactive(None)
    failed: reactive[int] = reactive(0)
    hints: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def forget(self, message: str) -> None:
        """Take ``message`` away, if it still stands."""
        if self.message == message:
            self.message = ""

    def watch_message(self) -> None:
        self._fit()

    def watch_progress(self) -> None:
        self._fit()

    def watch_failed(self) -> None:
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        self._fit()

    def _fit(self) -> None:
        """As high as the message needs; set only where that changes, for it lays out the screen anew."""
        lines = self.render().plain.count("\n") + 1 if self.size.width else 1
        if self.styles.height is None or self.styles.height.value != lines:
            self.styles.height = lines

    def render(self) -> Content:
        width = max(1, self.size.width)
        left = self._left()
        if (
            left.cell_length > width and self.message
        ):  # the number of failures comes back when the message is gone
            left = self._left(failed=False)
        hints = list(self.hints)
        while hints and left.cell_length + self._hints(hints).cell_length + 2 > width:
            hints.pop(0)
        right = self._hints(hints)
        gap = width - left.cell_length - right.cell_length
        if gap < 0:
            return _wrapped(left, width)
        return Content("").join([left, Content(" " * gap), right])

    def _left(self, *, failed: bool = True) -> Content:
        parts: list[Content] = []
        if self.progress is not None:
            done, total = self.progress
            filled = BAR * done // total if total else 0
            parts.append(Content.styled("━" * filled, "$text-accent"))
            parts.append(Content.styled("━" * (BAR - filled), "$text-disabled"))
            parts.append(Content(f" {done}/{total} "))
        if self.failed and failed:
            parts.append(
                Content.styled(
                    trn("{count} failed: ! shows why", "{count} failed: ! shows why", self.failed) + "  ",
                    "$text-warning",
                )
            )
        if self.message:
            parts.append(safe.line(self.message, "$text-warning" if self.warning else "$foreground"))
        return Content("").join(parts)

    def _hints(self, hints: list[tuple[str, str]]) -> Content:
        parts: list[Content] = []
        for key, word in hints:
            parts += [
                Content.styled(f"  {key}", "bold $text-accent"),
                Content.styled(f" {word}", "$text-muted"),
            ]
        return Content("").join(parts)


def _wrapped(content: Content, width: int) -> Content:
    """``content`` in at most `LINES` lines."""
    text, pieces = in_lines(content.plain, LINES, width)
    if text != content.plain:
        content = content[: len(text) - 1].append("…")
    return Content("\n").join(content[start:end] for start, end in pieces)
