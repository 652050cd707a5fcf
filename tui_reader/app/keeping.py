"""The commands that mark and keep: read, bookmark, undo, copy, save."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from tui_reader.app.columns import Pane
from tui_reader.app.lists import Lists
from tui_reader.app.marks import Marks
from tui_reader.app.reading import Reading
from tui_reader.app.services import Services
from tui_reader.app.view import View
from tui_reader.model import Held
from tui_reader.words import tr

Change = Callable[[], Awaitable[object]]


class Keeping:
    """Marks on the chosen story, or on the open one."""

    def __init__(self, view: View, services: Services, lists: Lists, reading: Reading, marks: Marks) -> None:
        self._view, self._services = view, services
        self._lists, self._reading, self._marks = lists, reading, marks

    def bookmark(self) -> None:
        """Bookmark on or off."""
        chosen = self._chosen()
        if chosen is not None:
            article_id, _, kept = chosen
            self._do(partial(self._marks.bookmark, article_id, not kept))

    def tags(self) -> None:
        """Edit the tags."""
        self._view.work(self._edit_tags, "edit")

    def note(self) -> None:
        """Edit the note."""
        self._view.work(self._edit_note, "edit")

    def mark(self) -> None:
        """Read or unread."""
        chosen = self._chosen()
        if chosen is not None:
            article_id, read, _ = chosen
            self._do(partial(self._marks.read, article_id, not read))

    def mark_all(self) -> None:
        """All of the list read."""
        self._do(partial(self._marks.read_all, self._lists.state.query()))

    def hide(self) -> None:
        """Hidden from all lists, or shown again."""
        chosen = self._chosen()
        if chosen is not None:
            self._do(partial(self._marks.hide, chosen[0]))

    def undo(self) -> None:
        """Take the last mark back."""
        self._do(self._marks.undo)

    def part(self) -> None:
        """Likely editions taken apart."""
        chosen = self._chosen()
        if chosen is not None:
            self._do(partial(self._marks.part, chosen[0]))

    def copy(self) -> None:
        """The article's address on the clipboard."""
        held = self._reading.held
        if held is None or not held.article.url:
            self._view.tell(tr("This article has no address"), True)
            return
        self._view.copy(held.article.url)
        self._view.tell(tr("Copied {url}", url=held.article.url))

    def save(self) -> None:
        """The article as a Markdown file."""
        if self._reading.held is None:
            self._view.tell(tr("There is no article to save"), True)
        else:
            self._view.work(self._save, "outside")

    def _chosen(self) -> tuple[str, bool, bool] | None:
        """The id of the story that a mark is for, whether it is read, and whether it is bookmarked."""
        held, headline = self._reading.held, self._view.headlines.headline
        if self._view.pane is Pane.ARTICLE and held is not None:
            return held.article.id, held.read, held.bookmarked
        return (headline.id, headline.read, headline.bookmarked) if headline is not None else None

    async def _story(self) -> Held | None:
        """The story that a mark is for as the library has it now."""
        chosen = self._chosen()
        if chosen is None:
            return None
        return await self._services.library.run(lambda library: library.held(chosen[0]))

    async def _edit_tags(self) -> None:
        held = await self._story()
        if held is None:
            return
        known = await self._services.library.ask(lambda library: library.bookmarks.known_tags())
        from tui_reader.app.screens.tags import TagsEditor

        window = TagsEditor(held.article.title, held.tags, known)
        self._view.ask(window, partial(self._written, held, self._marks.tag))

    async def _edit_note(self) -> None:
        held = await self._story()
        if held is None:
            return
        from tui_reader.app.screens.note import NoteEditor

        window = NoteEditor(held.article.title, held.note or "")
        self._view.ask(window, partial(self._written, held, self._marks.note))

    def _written(self, held: Held, change: Callable[[Held, str], Awaitable[None]], text: str | None) -> None:
        if text is not None:
            self._do(partial(change, held, text))

    def _do(self, change: Change) -> None:
        self._view.work(partial(self._then_show, change), "mark", exclusive=False)

    async def _then_show(self, change: Change) -> None:
        await change()
        await self._lists.reload()
        await self._reading.renew()

    async def _save(self) -> None:
        held = self._reading.held
        if held is not None:
            saved = await self._services.save_markdown(held.article)
            self._view.tell(tr("Saved as {path}", path=saved))
