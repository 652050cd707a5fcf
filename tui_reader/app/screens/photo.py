"""One photo, as large as the screen, with its caption and credit; the article's others are a key away."""

from __future__ import annotations

import io
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker

from tui_reader import outside
from tui_reader.app import safe
from tui_reader.app.bindings import help_in
from tui_reader.app.gallery import Gallery
from tui_reader.app.graphics import Way
from tui_reader.app.places import Spot
from tui_reader.app.typeset import Line, Page
from tui_reader.app.widgets.page import PageView
from tui_reader.errors import ReaderError
from tui_reader.model import Held, Photo
from tui_reader.words import N_, tr

FOOT = N_("n p turn · o shows it in another program · y copies its address · esc closes")
EDGE = 2


class PhotoScreen(ModalScreen[None]):
    """Photo ``index`` of ``held``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,h,left", "leave", "Close"),
        Binding("n,j,l,space,down,right,pagedown", "turn(1)", "Next photo"),
        Binding("p,k,up,pageup", "turn(-1)", "Photo before"),
        Binding("o", "outside", "In another program"),
        Binding("y", "copy", "Copy its address"),
        help_in(Spot.PHOTO),
    ]
    DEFAULT_CSS = """
    PhotoScreen {
        background: $background;
        #photo-place { height: 1fr; align: center middle; }
        #photo-place > * { width: auto; height: auto; }
        #photo-words { height: auto; max-height: 8; padding: 0 2; }
        #photo-foot { height: auto; max-height: 2; padding: 0 2; color: $text-muted; background: $surface; }
    }
    """

    def __init__(self, gallery: Gallery, held: Held, index: int) -> None:
        super().__init__()
        self._gallery, self._held, self._index = gallery, held, index

    def compose(self) -> ComposeResult:
        yield Vertical(id="photo-place")
        yield Static(id="photo-words")
        yield Static(id="photo-foot")

    def on_mount(self) -> None:
        self._turn()

    def on_resize(self, event: events.Resize) -> None:
        self._turn()

    @property
    def _photo(self) -> Photo:
        return self._held.article.photos[self._index]

    def action_leave(self) -> None:
        """Back to the article, once."""
        if self.is_current:
            self.dismiss(None)

    def action_turn(self, step: int) -> None:
        """Another photo of the article."""
        self._index = (self._index + step) % len(self._held.article.photos)
        self._turn()

    def action_copy(self) -> None:
        """The photo's address on the clipboard."""
        if self._photo.url:
            self.app.copy_to_clipboard(self._photo.url)
            self._say(tr("Copied {url}", url=self._photo.url))

    def action_outside(self) -> None:
        """The photo in the desktop's program for pictures."""
        _: Worker[None] = self.run_worker(self._outside, group="outside", exclusive=True)

    def _turn(self) -> None:
        photo = self._photo
        words = [text for text in (photo.caption or photo.alt, photo.credit) if text]
        self.query_one("#photo-words", Static).update(safe.lines("\n".join(words)))
        place = tr("{number} of {total}", number=self._index + 1, total=len(self._held.article.photos))
        self._say(f"{place} · {tr(FOOT)}")
        _: Worker[None] = self.run_worker(partial(self._draw, self._index), group="draw", exclusive=True)

    async def _draw(self, index: int) -> None:
        await self._put(Static(safe.line(tr("Fetching the picture…"))))
        try:
            drawn = await self._drawn(self._held.article.photos[index].url)
        except ReaderError as error:
            drawn = Static(safe.line(tr("It can't be shown: {error}", error=error)))
        if index == self._index:
            await self._put(drawn)

    async def _drawn(self, url: str | None) -> Widget:
        size = self.query_one("#photo-place").size
        columns, rows = max(2, size.width - 2 * EDGE), max(1, size.height)
        if url is None:
            return Static(safe.line(tr("This photo has no address")))
        if self._gallery.way is Way.NONE:
            return Static(safe.line(tr("No pictures: NO_COLOR is set")))
        if self._gallery.way is Way.SIXEL:
            from textual_image.widget import SixelImage

            png = await self._gallery.fitted(url, self._held, columns, rows)
            return SixelImage(io.BytesIO(png))
        return _view((await self._gallery.draw(url, self._held, columns, rows)).rows)

    async def _put(self, widget: Widget) -> None:
        place = self.query_one("#photo-place")
        await place.remove_children()
        await place.mount(widget)

    async def _outside(self) -> None:
        url = self._photo.url
        if url is None:
            return
        try:
            path = await self._gallery.file(url, self._held)
            await outside.open_file(path)
        except ReaderError as error:
            self._say(str(error))

    def _say(self, text: str) -> None:
        self.query_one("#photo-foot", Static).update(safe.line(text))


def _view(rows: list[Strip]) -> PageView:
    view = PageView(id="photo")
    view.styles.width, view.styles.height = max(row.cell_length for row in rows), len(rows)
    view.show(Page([Line(picture=(0, row)) for row in range(len(rows))]), {0: rows})
    return view
