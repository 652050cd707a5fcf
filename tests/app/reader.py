"""A reader to test: the real app on a real library in an empty home, driven by keys, waited for by conditions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from textual.pilot import Pilot

from tui_reader import config
from tui_reader.app.app import TuiReader
from tui_reader.app.graphics import Way
from tui_reader.app.screens.main import MainScreen
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Article, Block, BlockKind, InlineLink, LinkKind, Photo, RelatedLink

T = TypeVar("T")
NOW = datetime.now(UTC)
QUIET = '[settings]\nlanguages = ["en", "uk", "ru"]\nrefresh_on_start = false\nrefresh_minutes = 0\n'
HOSTILE = "[/r/python] [Video] x[@click=app.quit]y[/]"
TITLES = {
    "en": "Tram line {} runs at night again",
    "uk": "Трамвай {} знову ходить уночі",
    "ru": "Трамвай {} снова ходит ночью",
}


def article(number: int, language: str, **changes: object) -> Article:
    """Edition ``language`` of story ``number``; a smaller number is newer."""
    values: dict[str, object] = {
        "identity": f"{number}-{language}",
        "title": TITLES[language].format(number),
        "source": "Evening paper",
        "language": language,
        "url": f"https://paper.test/{language}/{number}",
        "published": NOW - timedelta(minutes=10 * number),
        "story": f"story-{number}",
        "photos": (Photo(None, "A tram", f"Night car {number} at the depot", "Olha Marchuk"),),
        "body": (
            Block(BlockKind.PHOTO, photo=0),
            *(
                Block(
                    BlockKind.PARAGRAPH,
                    f"Paragraph {n} of a long evening.",
                    links=(InlineLink(0, 9, "https://a.test/"),),
                )
                for n in range(40)
            ),
        ),
        "related": (
            RelatedLink("The second story", f"https://paper.test/{language}/2"),
            RelatedLink("a long evening", "https://a.test/", LinkKind.IN_TEXT),
        ),
    }
    return Article(**(values | changes))  # type: ignore[arg-type]


def some(count: int = 6) -> list[Article]:
    """Stories of which each has English, every second Ukrainian, every third Russian."""
    found = []
    for number in range(count):
        found.append(article(number, "en"))
        if number % 2 == 0:
            found.append(article(number, "uk"))
        if number % 3 == 0:
            found.append(article(number, "ru"))
    return found


class Watched(LibraryThread):
    """A library that knows how many wait for its answer."""

    def __init__(self, executor: ThreadPoolExecutor, library: Library) -> None:
        super().__init__(executor, library)
        self.asked = 0

    async def _submit(self, work: Callable[[Library], T], *, waits: bool) -> T:
        self.asked += waits
        try:
            return await super()._submit(work, waits=waits)
        finally:
            self.asked -= waits


class Reader:
    """The running app, with words for what a test looks at."""

    def __init__(self, app: TuiReader, pilot: Pilot[None], library: Watched) -> None:
        self.app, self.pilot = app, pilot
        self._library = library

    @property
    def main(self) -> MainScreen:
        """The one screen."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    async def answered(self, *_: float) -> None:
        """Wait until every widget has done what it was told and the library has answered what it was asked.

        Textual's own way is to wait until the process has been idle for a while, thrice for a key: that takes
        most of a test's time, and on a machine that has much else to do a waiting process looks idle.
        """
        settled = 0
        async with asyncio.timeout(30):
            while settled < 2:
                await self.pilot.pause(0.002 if self._library.asked else 0)
                settled = 0 if self._library.asked else settled + 1

    async def press(self, *keys: str) -> None:
        """Press keys, each after the one before has been answered."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def until(self, condition: Callable[[], bool], seconds: float = 30.0) -> None:
        """Wait for ``condition``; fail with what is on the screen when it does not come."""
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    await self.pilot.pause(0.01)
        except TimeoutError:
            raise AssertionError(f"did not come about; the screen shows:\n{self.screen()}") from None

    async def shows(self, *texts: str) -> None:
        """Wait until all of ``texts`` are on the screen."""
        await self.until(lambda: all(text in self.screen() for text in texts))

    async def hides(self, text: str) -> None:
        """Wait until ``text`` is not on the screen."""
        await self.until(lambda: text not in self.screen())

    def screen(self) -> str:
        """The screen as text, the windows over it too."""
        width, _ = self.app.size
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.crop(0, width).text.rstrip() for strip in lines)

    def lines(self) -> list[str]:
        """The screen's lines."""
        return self.screen().split("\n")


@asynccontextmanager
async def reader(
    home: Path,
    articles: Sequence[Article] = (),
    *,
    settings: str = QUIET,
    size: tuple[int, int] = (140, 40),
    arguments: Sequence[str] = (),
    stdin: bytes | None = None,
    way: Way = Way.BLOCKS,
) -> AsyncIterator[Reader]:
    """Open the app on a library that holds ``articles``; ended as a reader ends it."""
    path = home / "library.db"
    with Library.open(path) as library:
        library.store(list(articles), now=NOW)
    parsed = config.parse(settings, home / "feeds.toml")
    thread = await Watched.open(path, read=parsed.settings.read, doubles=parsed.settings.doubles)
    app = TuiReader(parsed, thread, arguments, stdin=stdin, way=way)
    async with app.run_test(size=size) as pilot:
        opened = Reader(app, pilot, thread)
        with pytest.MonkeyPatch.context() as patch:
            for module in ("textual.app", "textual.pilot"):
                patch.setattr(f"{module}.wait_for_idle", opened.answered)
            await opened.until(lambda: app.screen_stack[0].is_mounted)
            await opened.until(lambda: opened.main.begun)
            yield opened
            app.exit()
