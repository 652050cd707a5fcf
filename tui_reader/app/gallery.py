"""The open article's photos: fetched when the reader comes near them, drawn, and kept for a while.

An answer that comes after another article was opened is dropped. Nothing here is needed to read.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tui_reader import paths
from tui_reader.app import pictures
from tui_reader.app.graphics import Way, by_default, cell_size
from tui_reader.app.pictures import Drawn
from tui_reader.app.services import Services, only_local
from tui_reader.app.widgets.article_pane import ArticlePane
from tui_reader.errors import ReaderError
from tui_reader.limits import DOCUMENT_MEMORY
from tui_reader.model import Held, Photo
from tui_reader.picture_cache import PictureCache
from tui_reader.words import tr

KEPT = 40  # drawn pictures, of this article and those before it
FEWEST_ROWS, MOST_ROWS = 6, 18  # in the text; half a screen at most
Key = tuple[str, int, int, Way]
Tell = Callable[[str, bool], None]


class Gallery:
    """Pictures by address and size; ``drawn`` is the way in which this terminal draws."""

    def __init__(self, services: Services, drawn: Way) -> None:
        self._services = services
        self._cache = PictureCache(paths.cache_folder() / "pictures")
        self._kept: OrderedDict[Key, Drawn] = OrderedDict()
        self._failed: set[tuple[str, str]] = set()
        self._at: tuple[Photo, ...] | None = None
        self.way = drawn

    def default(self, setting: bool | str, environ: Mapping[str, str]) -> bool:
        """Whether pictures are on at the start, by the setting ``pictures``."""
        if self.way is Way.NONE:
            return False
        return by_default(self.way, environ) if setting == "auto" else bool(setting)

    async def data(self, url: str, held: Held) -> bytes:
        """The bytes of a photo of ``held``, from this disk or the network. Raises ReaderError."""
        if url.startswith("file:"):
            from tui_reader.sources.files import read_regular

            only_local(held)
            found, _ = await asyncio.to_thread(read_regular, Path(unquote(urlsplit(url).path)))
            return found
        kept = await asyncio.to_thread(self._cache.get, url)
        if kept is None:
            tools = await self._services.tools()
            kept = (await tools.web.get(url)).body
            await asyncio.to_thread(self._cache.put, url, kept)
        return kept

    async def draw(self, url: str, held: Held, columns: int, rows: int) -> Drawn:
        """A photo in at most ``columns`` × ``rows`` cells. Raises ReaderError."""
        way = pictures.in_text(self.way)
        key = (url, columns, rows, way)
        if key not in self._kept:
            self._kept[key] = await self._drawn(url, held, columns, rows, way)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)[1].forget()
        self._kept.move_to_end(key)
        return self._kept[key]

    async def fitted(self, url: str, held: Held, columns: int, rows: int) -> bytes:
        """A photo as a PNG that fits into so many cells. Raises ReaderError."""
        from tui_reader.sources.pictures import fitted

        data, cell = await self.data(url, held), cell_size()
        workers = (await self._services.tools()).workers
        size = (columns * cell[0], rows * cell[1])
        small = await workers.run(fitted, data, *size, memory=DOCUMENT_MEMORY)
        return bytes(small.png)

    async def _drawn(self, url: str, held: Held, columns: int, rows: int, way: Way) -> Drawn:
        from tui_reader.sources.pictures import fitted, half_blocks

        data = await self.data(url, held)
        workers = (await self._services.tools()).workers
        if way is not Way.KITTY:
            drawn = await workers.run(half_blocks, data, columns, rows, memory=DOCUMENT_MEMORY)
            return pictures.blocks(drawn)
        cell = cell_size()
        room = (columns * cell[0], rows * cell[1])
        small = await workers.run(fitted, data, *room, memory=DOCUMENT_MEMORY)
        size = pictures.cells(small.width, small.height, columns, rows, cell)
        return await asyncio.to_thread(pictures.placed, small.png, *size)

    async def file(self, url: str, held: Held) -> Path:
        """The photo as a file on this disk, for another program to show. Raises ReaderError."""
        if url.startswith("file:"):
            only_local(held)
            return Path(unquote(urlsplit(url).path))
        await self.data(url, held)
        return self._cache.path(url)

    def try_again(self) -> None:
        """Ask again for what could not be had."""
        self._failed.clear()

    def forget(self) -> None:
        """Take all pictures from the terminal's memory."""
        while self._kept:
            self._kept.popitem()[1].forget()

    async def show(self, held: Held, pane: ArticlePane, shows: Callable[[], bool], tell: Tell) -> None:
        """Draw the photos of ``held`` that the reader is near, one after another, while ``shows`` says that it is open.

        Called again at each step through the text: what runs already goes on with what is near by then.
        """
        if self.way is Way.NONE:
            tell(tr("No pictures: NO_COLOR is set"), False)
            return
        photos = held.article.photos
        if self._at == photos:
            return
        self._at = photos
        try:
            while shows() and (index := self._next(held, pane)) is not None:
                await self._show(held, index, pane, shows, tell)
        finally:
            if self._at is photos:
                self._at = None

    def _next(self, held: Held, pane: ArticlePane) -> int | None:
        photos = held.article.photos
        for index in pane.photos_near():
            url = photos[index].url if index < len(photos) else None
            if url is not None and (held.article.id, url) not in self._failed:
                return index
        return None

    async def _show(
        self, held: Held, index: int, pane: ArticlePane, shows: Callable[[], bool], tell: Tell
    ) -> None:
        url, width = held.article.photos[index].url or "", pane.text_width
        rows = max(FEWEST_ROWS, min(MOST_ROWS, pane.size.height // 2))
        try:
            drawn = await self.draw(url, held, width, rows)
        except ReaderError as error:
            self._failed.add((held.article.id, url))
            if shows():
                tell(tr("Photo {number} can't be shown: {error}", number=index + 1, error=error), True)
            return
        if shows() and pane.text_width == width:
            pane.show_picture(index, drawn.rows)
