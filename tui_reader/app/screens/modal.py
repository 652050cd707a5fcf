"""The frame of every window over the reader: a title, something to read or choose, and the way out."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tui_reader.app import safe
from tui_reader.app.typeset import Page
from tui_reader.app.widgets.page import PageView
from tui_reader.app.widgets.rows import Rows
from tui_reader.app.wrap import wrap
from tui_reader.words import tr

Result = TypeVar("Result")
MIN_WIDTH, MAX_WIDTH = 20, 77
SIDES = 7  # columns that border, padding and the scroll bar take
FRAME = 5  # lines that border, padding and the space around title and foot take
WIDTH, SHARE = 84, 96  # columns of a window and hundredths of the screen at most, as its style below has them


class Window(ModalScreen[Result]):
    """A window that `esc`, `q` and a click beside it close without a result."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close"),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("g,home", "edge(False)", show=False),
        Binding("G,end", "edge(True)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]
    DEFAULT_CSS = """
    Window {
        align: center middle;
        background: $background 60%;
        & > Vertical {
            width: 84;
            max-width: 96%;
            height: auto;
            max-height: 90%;
            padding: 1 2 0 2;
            background: $surface;
            border: round $primary;
        }
        .window-title { text-style: bold; color: $text-primary; height: auto; margin-bottom: 1; }
        .window-foot { color: $text-muted; height: auto; margin: 1 0 0 0; }
    }
    """

    def __init__(self, title: str, foot: str = "") -> None:
        super().__init__()
        self._title_text, self._foot = title, foot or tr("esc closes")

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(safe.line(self._title_text), classes="window-title")
            yield self.content()
            yield Static(safe.line(self._foot), classes="window-foot")

    def content(self) -> Widget:
        """What stands in the window: a `Rows` or a `PageView`."""
        raise NotImplementedError

    @property
    def _list(self) -> Rows | PageView:
        found = self.query(Rows)
        return found.first() if found else self.query_one(PageView)

    def room_for(self, lines: int) -> int:
        """How many of ``lines`` the window shows under its title and over its foot; the rest is scrolled to."""
        width = max(1, min(WIDTH, self.size.width * SHARE // 100) - 6)
        around = FRAME + len(wrap(self._title_text, width)) + len(wrap(self._foot, width))
        return min(lines, max(4, self.size.height * 9 // 10 - around))

    @property
    def entry(self) -> Widget:
        """What has the keys."""
        return self._list

    def on_mount(self) -> None:
        self.entry.focus()

    def on_click(self, event: object) -> None:
        widget = getattr(event, "widget", None)
        if widget is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Close without a result."""
        self.close(None)

    def close(self, result: Result | None) -> None:
        """Close, once: a second key or click may come before the window has gone."""
        if self.is_current:
            self.dismiss(result)

    def action_move(self, by: int) -> None:
        """Down or up."""
        self._list.move(by)

    def action_edge(self, last: bool) -> None:
        """To the first or the last line."""
        self._list.to_edge(last=last)

    def action_page(self, pages: int) -> None:
        """A screenful further."""
        self._list.page_by(pages)


class TextWindow(Window[None]):
    """A window with something to read, laid out anew at every size."""

    def content(self) -> PageView:
        """The text."""
        return PageView(id="window-text")

    def typeset(self, width: int) -> Page:
        """The text in ``width`` columns."""
        raise NotImplementedError

    def on_mount(self) -> None:
        super().on_mount()
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        view = self.query_one(PageView)
        page = self.typeset(max(MIN_WIDTH, min(MAX_WIDTH, self.size.width * SHARE // 100 - SIDES)))
        view.styles.height = self.room_for(len(page.lines))
        view.show(page, top=view.top)


class RowsWindow(Window[Result]):
    """A window with rows to choose from: as high as they are, where the screen has room for all of them."""

    DEFAULT_CSS = """
    RowsWindow Rows { height: auto; }
    """

    def content(self) -> Rows:
        """The rows."""
        raise NotImplementedError

    def on_mount(self) -> None:
        super().on_mount()
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        rows = self.query_one(Rows)
        rows.styles.height = self.room_for(rows.count() * rows.row_height)
