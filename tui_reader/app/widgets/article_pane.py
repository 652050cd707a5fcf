"""The article: its language tabs, its text, and alongside it the photos and the related links.

It lays out what it is given and knows where the reader is in the text. It fetches and stores nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.message import Message
from textual.strip import Strip

from tui_reader.app import columns, typeset
from tui_reader.app.widgets.boxes import Row
from tui_reader.app.widgets.language_tabs import LanguageTab, LanguageTabs
from tui_reader.app.widgets.page import PageView
from tui_reader.model import Article
from tui_reader.search.finder import Finder
from tui_reader.stories.tongues import tongue
from tui_reader.values import frozen

GAP = 2
AHEAD = 3  # screenfuls that pictures are fetched ahead of the reader


@frozen
class Place:
    """A place in a text that survives another width or another language: a block, and a share of it.

    ``block`` -1 is the top, before the first block.
    """

    block: int = -1
    share: float = 0.0


class ArticlePane(Row):
    """One article, or nothing."""

    DEFAULT_CSS = """
    ArticlePane {
        #article-tabs { dock: top; }
        #text { width: 1fr; padding: 0 1 0 2; }
        #beside { width: 40; padding: 0 1 0 1; display: none; color: $text-muted; }
        &.alone #article-tabs { display: none; }
    }
    """

    class Moved(Message):
        """The reader is at another place of the text, or sees it at another width."""

    def __init__(self, *, id: str, layout: typeset.Layout = typeset.PLAIN) -> None:
        super().__init__(id=id)
        self._layout_wanted = layout
        self.article: Article | None = None
        self._byline = ""
        self._head: typeset.Head | None = None
        self._pictures: dict[int, list[Strip]] = {}
        self._drawn_for = 0
        self._columns = 0
        self._laid_out: tuple[int, int] = (0, 0)
        self.alone = False

    def compose(self) -> ComposeResult:
        yield LanguageTabs(id="article-tabs")
        yield PageView(id="text")
        yield PageView(id="beside")

    @property
    def text(self) -> PageView:
        """The text column."""
        return self.query_one("#text", PageView)

    @property
    def beside(self) -> PageView:
        """The side column."""
        return self.query_one("#beside", PageView)

    def show(
        self,
        article: Article | None,
        *,
        byline: str = "",
        head: typeset.Head | None = None,
        tabs: Sequence[LanguageTab] = (),
        place: Place | None = None,
    ) -> None:
        """Show ``article`` at ``place``; None empties the pane. ``head`` sets what stands under its byline."""
        if article is None or self.article is None or article.id != self.article.id:
            self.text.here = None
        self.article, self._byline, self._head = article, byline, head
        self._pictures = {}
        self.query_one("#article-tabs", LanguageTabs).show(
            tabs, tongue(article.language) if article else None
        )
        self._lay_out(place or Place())

    def look_for(self, finder: Finder | None) -> None:
        """Mark what a search looks for, in the text and beside it."""
        for view in (self.text, self.beside):
            view.look_for(finder)

    def show_tabs(self, tabs: Sequence[LanguageTab]) -> None:
        """Other tabs over the same article."""
        self.query_one("#article-tabs", LanguageTabs).show(
            tabs, tongue(self.article.language) if self.article else None
        )

    def show_picture(self, index: int, rows: list[Strip]) -> None:
        """Draw a photo's picture in the text; what stands at the top stays there."""
        place = self.place
        self._drawn_for = self.text_width
        self._pictures[index] = rows
        self._lay_out(place)

    def hide_pictures(self) -> None:
        """Take the pictures away."""
        place = self.place
        self._pictures = {}
        self._lay_out(place)

    def photos_near(self) -> list[int]:
        """The photos that are on the screen or soon will be and have no picture yet, the next one first."""
        top, height = self.text.top, self.text.size.height
        lines = self.text.page.photos
        near = [
            index
            for index, line in lines.items()
            if index not in self._pictures and top - height <= line < top + AHEAD * height
        ]
        return sorted(near, key=lambda index: (lines[index] < top, lines[index]))

    def photo_here(self) -> int | None:
        """The photo that the reader looks at: the first on the screen, else the last one before it."""
        top, height = self.text.top, self.text.size.height
        photos = sorted((line, index) for index, line in self.text.page.photos.items())
        shown = [index for line, index in photos if top <= line < top + height]
        before = [index for line, index in photos if line < top]
        return shown[0] if shown else before[-1] if before else None

    def set_alone(self, alone: bool) -> None:
        """The text alone: no tabs, no side column."""
        if alone == self.alone:
            return
        place = self.place
        self.alone = alone
        self.set_class(alone, "alone")
        self._lay_out(place)

    @property
    def place(self) -> Place:
        """The place at the top of the screen."""
        blocks, top = self.text.page.blocks, self.text.top
        if not blocks or top < blocks[0]:
            return Place()
        block = bisect_right(blocks, top) - 1
        end = blocks[block + 1] if block + 1 < len(blocks) else len(self.text.page.lines)
        return Place(block, (top - blocks[block]) / max(1, end - blocks[block]))

    def line_of(self, place: Place) -> int:
        """The line that `place` stands for as the text is laid out now."""
        blocks = self.text.page.blocks
        if place.block < 0 or not blocks:
            return 0
        block = min(place.block, len(blocks) - 1)
        end = blocks[block + 1] if block + 1 < len(blocks) else len(self.text.page.lines)
        return blocks[block] + int(place.share * (end - blocks[block]))

    @property
    def text_width(self) -> int:
        """The columns that a line of text may take."""
        width = self._columns
        side = 0 if self.alone else columns.beside(width)
        return max(8, min(self._layout_wanted.width, width - side - 5 - (1 if side else 0)))

    def set_layout(self, layout: typeset.Layout) -> None:
        """Set articles in another way from now on, this one at the same place."""
        place, self._layout_wanted = self.place, layout
        self._lay_out(place)

    def take(self, width: int) -> None:
        """Set the text for the ``width`` that the pane is about to have: in the same frame, not in the next ones."""
        if width != self._columns:
            place, self._columns = self.place, width
            self._lay_out(place)

    def on_resize(self) -> None:
        if (self.size.width, self.size.height) != self._laid_out:
            place, self._columns = self.place, self.size.width
            self._lay_out(place)

    def _lay_out(self, place: Place) -> None:
        width = self._columns
        self._laid_out = (width, self.size.height)
        text, aside = self.text, self.beside
        if self.article is None:
            text.show(typeset.Page())
            aside.display = False
            return
        if self._pictures and self._drawn_for != self.text_width:
            self._pictures = {}
            self.post_message(self.Moved())
        side = 0 if self.alone else columns.beside(width)
        note = typeset.set_beside(self.article, side - GAP - 1) if side else typeset.Page()
        aside.display = bool(side)
        aside.styles.width = side
        heights = {index: len(strips) for index, strips in self._pictures.items()}
        page = typeset.set_article(
            self.article,
            self.text_width,
            byline=self._byline,
            head=self._head,
            beside=bool(side),
            pictures=heights,
            layout=self._layout_wanted,
        )
        margin = 2 if side else max(2, (width - self._layout_wanted.width) // 2)
        text.styles.padding = (0, 1, 0, margin)
        text.show(page, dict(self._pictures))
        text.set_scroll_y_now(self.line_of(place))
        aside.show(note)

    def on_page_view_scrolled(self, message: PageView.Scrolled) -> None:
        """Keep the note of the photo that the reader has come to on the screen."""
        message.stop()
        if message.view is self.text:
            self.post_message(self.Moved())
        if not self.beside.display or not self.text.page.photos or self.text.at_end:
            return
        middle = self.text.top + self.text.size.height // 2
        passed = [index for index, line in self.text.page.photos.items() if line <= middle]
        if passed and self.beside.last_top:
            line = self.beside.page.photos.get(max(passed), 0)
            self.beside.set_scroll_y_now(max(0, line - self.beside.size.height // 3) if max(passed) else 0)
