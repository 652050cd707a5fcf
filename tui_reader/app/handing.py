"""The commands that hand the article to another program: piped, paged, edited. The screen steps aside meanwhile.

What writes and runs is imported when it is asked for: the first screen does not wait for it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual.app import App, SuspendNotSupported

from tui_reader import outside, paths
from tui_reader.app.reading import Reading
from tui_reader.app.services import Services
from tui_reader.app.view import View
from tui_reader.clean import clean_line
from tui_reader.model import Article
from tui_reader.outside import OutsideError
from tui_reader.words import tr

REMEMBERED = "pipe.txt"
Result = TypeVar("Result")


class Handing:
    """One method a row of the table in `keys`, under the row's name."""

    def __init__(self, view: View, services: Services, reading: Reading) -> None:
        self._view, self._services, self._reading = view, services, reading
        self._file = paths.state_folder() / REMEMBERED

    def pipe(self) -> None:
        """The article as Markdown to a command that is asked for."""
        if self._article() is not None:
            self._view.work(self._ask, "outside")

    def pager(self) -> None:
        """The article as text in the pager."""
        article = self._article()
        if article is not None:
            self._view.work(partial(self._page, article), "outside")

    def editor(self) -> None:
        """A copy of the article as Markdown in the editor."""
        article = self._article()
        if article is not None:
            self._view.work(partial(self._edit, article), "outside")

    def _article(self) -> Article | None:
        held = self._reading.held
        if held is None:
            self._view.tell(tr("There is no article to hand over"), True)
            return None
        from tui_reader.gate import clean_article

        return clean_article(held.article)

    async def _ask(self) -> None:
        before = await asyncio.to_thread(_remembered, self._file)
        foot = tr("The article is its input, as Markdown. No shell: words and quotes, no | > $. esc leaves")
        from tui_reader.app.screens.prompt import PromptScreen

        prompt = PromptScreen(tr("Pipe to"), before or self._services.config.settings.pipe, foot)
        self._view.ask(prompt, self._pipe_to)

    def _pipe_to(self, command: str | None) -> None:
        article = self._article() if command else None
        if command and article is not None:
            self._view.work(partial(self._pipe, command, article), "outside")

    async def _pipe(self, command: str, article: Article) -> None:
        from tui_reader import handing
        from tui_reader.rendering.markdown import to_markdown

        words = handing.split(command)
        await asyncio.to_thread(_remember, self._file, command)
        await away(self._view, lambda: handing.run(words, to_markdown(article)), wait=True)
        self._view.tell(tr("Piped to {program}", program=clean_line(words[0])))

    async def _page(self, article: Article) -> None:
        from tui_reader import handing
        from tui_reader.rendering.text import to_text

        words = handing.pager()
        width = min(self._view.article.screen.size.width, self._services.config.settings.text_width)
        await away(self._view, lambda: handing.run(words, to_text(article, width)))

    async def _edit(self, article: Article) -> None:
        from tui_reader import handing
        from tui_reader.rendering.markdown import to_markdown
        from tui_reader.saving import file_name, save_copy

        words = handing.editor()
        text = await away(self._view, lambda: handing.edit(words, file_name(article), to_markdown(article)))
        if text is None:
            self._view.tell(tr("Nothing was changed; the copy is gone"))
        else:
            folder = self._services.config.settings.save_folder
            path = await asyncio.to_thread(save_copy, article, text, folder)
            self._view.tell(tr("Your copy is kept as {path}", path=path))


async def browse(view: View, url: str) -> None:
    """Open an address in the browser; one that draws in the terminal is given it. Raises OutsideError."""
    from tui_reader import handing

    command = outside.browser_command(url)
    if outside.draws_in_terminal(command):
        await away(view, lambda: handing.run(command))
    else:
        await outside.open_in_browser(url)


async def away(view: View, work: Callable[[], Result], *, wait: bool = False) -> Result:
    """Do ``work`` with the terminal for itself. The event loop goes on, so that no deadline passes unseen."""
    from tui_reader import handing

    with stepped_aside(view.article.app), handing.interrupts_left_alone():
        try:
            return await asyncio.to_thread(work)
        finally:
            if wait:
                await asyncio.to_thread(handing.wait_for_enter)


@contextmanager
def stepped_aside(app: App[object]) -> Iterator[None]:
    """The terminal as it was before the reader, and nothing drawn on it. Raises OutsideError where that can't be."""
    failed: BaseException | None = None
    try:
        # What would be drawn meanwhile is held back: the driver's queue has room for little.
        with app.batch_update(), app.suspend():
            try:
                yield
            except BaseException as error:  # Textual takes the terminal back only where nothing is raised
                failed = error
    except SuspendNotSupported as error:
        raise OutsideError(tr("this terminal can't be given to another program")) from error
    if failed is not None:
        raise failed


def _remembered(file: Path) -> str:
    try:
        return clean_line(file.read_text("utf-8")[:1000])
    except (OSError, ValueError):
        return ""


def _remember(file: Path, command: str) -> None:
    with suppress(OSError):  # a read-only home: only the memory of it is lost
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{command}\n", "utf-8")
