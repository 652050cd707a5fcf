"""What the reader marks and keeps: each change is stored at once, and the last ones can be undone, one by one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from tui_reader.app.services import Services
from tui_reader.app.wrap import shorten
from tui_reader.bookmarks import Bookmark, note_text, split_tags, tag_key
from tui_reader.library.hiding import Hidden
from tui_reader.library.library import Library
from tui_reader.model import Held, Query
from tui_reader.values import frozen
from tui_reader.words import N_, tr, trn

STEPS = 50
Step = Callable[[], Awaitable[str]]  # takes a change back; what is said then
TITLE = 40  # columns of a title in a message


@frozen
class Mark:
    """What undoes a change, and what is said then: a text for `words.tr`, which may name the ``title`` of ``article_id``."""

    said: str
    undo: Callable[[Library], object]
    article_id: str

    def take_back(self, library: Library) -> str:
        """Undo it; what is said."""
        self.undo(library)
        held = library.held(self.article_id)
        title = shorten(held.article.title, TITLE) if held is not None else self.article_id
        return tr(self.said, title=title)


class Marks:
    """The reader's marks, and what else can be taken back, newest last."""

    def __init__(self, services: Services, *, tell: Callable[[str, bool], None]) -> None:
        self._services = services
        self._tell = tell
        self._done: list[Step] = []

    async def read(self, article_id: str, on: bool, *, undoable: bool = True) -> bool:
        """Mark a story read or unread; whether that changed anything."""
        now = self._services.now()
        changed = await self._services.library.run(lambda lib: lib.mark_read([article_id], on, now=now))
        if undoable and changed:
            unread, read = N_("Undone: “{title}” is unread again"), N_("Undone: “{title}” is read again")
            said = unread if on else read
            self._remember(Mark(said, partial(self._unread, tuple(changed), on), article_id))
        return bool(changed)

    async def read_all(self, query: Query) -> None:
        """Mark everything that a list shows read."""
        now = self._services.now()
        changed = await self._services.library.run(lambda library: library.mark_all_read(query, now=now))
        if not changed:
            self._tell(tr("All of this list is read"), False)
            return
        said = N_("Undone: what was marked read together is unread again")
        self._remember(Mark(said, partial(self._unread, tuple(changed), True), changed[0]))
        told = trn(
            "Marked {count} article read; U undoes it",
            "Marked {count} articles read; U undoes it",
            len(changed),
        )
        self._tell(told, False)

    async def bookmark(self, article_id: str, on: bool) -> None:
        """Bookmark a story, or take its bookmark away, with tags and note."""
        now = self._services.now()

        def change(library: Library) -> list[Bookmark]:
            before = library.bookmarks.of(article_id)
            library.bookmark(article_id, on, now=now)
            return before

        before = await self._services.library.run(change)
        more = any(one.tags or one.note for one in before)
        if on:
            said = N_("Undone: “{title}” is no longer bookmarked")
            told = tr("Bookmarked; every edition held is kept")
        elif more:
            said = N_("Undone: “{title}” is bookmarked again, with its tags and note")
            told = tr("Bookmark removed, with its tags and note; U brings it back")
        else:
            said = N_("Undone: “{title}” is bookmarked again")
            told = tr("Bookmark removed; U brings it back")
        self._remember(Mark(said, lambda library: library.bookmarks.restore(before), article_id))
        self._tell(told, False)

    async def hide(self, article_id: str) -> None:
        """Hide a story from all lists; show it again where it is hidden already."""
        now = self._services.now()

        def change(library: Library) -> tuple[bool, list[Hidden]]:
            held = library.held(article_id)
            on = held is not None and not held.hidden
            if held is None or (on and held.bookmarked):
                return on, []
            return on, library.hiding.hide(article_id, on, now=now)

        on, before = await self._services.library.run(change)
        if not before:
            self._tell(tr("What is bookmarked is never hidden; b takes the bookmark away"), True)
            return
        said = N_("Undone: “{title}” is shown again") if on else N_("Undone: “{title}” is hidden again")
        self._remember(Mark(said, lambda library: library.hiding.restore(before), article_id))
        told = tr("Hidden; U brings it back, and Hidden in the sources column shows all that is hidden")
        self._tell(told if on else tr("Shown again in all lists; U undoes it"), False)

    async def tag(self, held: Held, line: str) -> None:
        """Let the story have the tags of ``line``, in place of those that it was shown with."""
        wanted, now = split_tags(line), self._services.now()
        keys, shown = {tag_key(tag) for tag in wanted}, {tag_key(tag) for tag in held.tags}
        add = [tag for tag in wanted if tag_key(tag) not in shown]
        remove = [tag for tag in held.tags if tag_key(tag) not in keys]
        if not add and not remove:
            self._tell(tr("The tags are as they were"), False)
            return
        before = await self._services.library.run(
            lambda library: library.bookmarks.tag(held.article.id, add=add, remove=remove, now=now)
        )
        said = N_("Undone: the tags of “{title}” are as before")
        self._remember(Mark(said, lambda lib: lib.bookmarks.restore(before), held.article.id))
        changes = ", ".join([*(f"+{tag}" for tag in add), *(f"-{tag}" for tag in remove)])
        if held.bookmarked:
            self._tell(tr("Tags: {changes}; U undoes it", changes=changes), False)
        else:
            self._tell(
                tr("Tags: {changes}, and the story is bookmarked; U undoes it", changes=changes), False
            )

    async def note(self, held: Held, text: str) -> None:
        """Write the story's note; an empty one takes it away."""
        if note_text(text) == held.note:
            self._tell(tr("The note is as it was"), False)
            return
        now = self._services.now()
        before = await self._services.library.run(
            lambda library: library.bookmarks.note(held.article.id, text, now=now)
        )
        said = N_("Undone: the note of “{title}” is as before")
        self._remember(Mark(said, lambda lib: lib.bookmarks.restore(before), held.article.id))
        if not text.strip():
            self._tell(tr("Note removed; U brings it back"), False)
        elif held.bookmarked:
            self._tell(tr("Note kept; U undoes it"), False)
        else:
            self._tell(tr("Note kept, and the story is bookmarked; U undoes it"), False)

    async def part(self, article_id: str) -> None:
        """Take an article and the editions that are only likely of its story apart, for good."""
        now = self._services.now()
        pairs = await self._services.library.run(lambda library: library.part(article_id, now=now))
        if not pairs:
            self._tell(
                tr("No edition of this story is only likely (≈): there is nothing to take apart"), False
            )
            return
        said = N_("Undone: “{title}” and its editions are one story again")
        self._remember(Mark(said, lambda lib: lib.rejoin(pairs), article_id))
        self._tell(tr("Taken apart: these are two stories now; U joins them again"), False)

    async def undo(self) -> None:
        """Take the last mark back, if there is one."""
        if not self._done:
            self._tell(tr("There is nothing to undo"), False)
            return
        step = self._done.pop()
        try:
            said = await step()
        except BaseException:
            self._done.append(step)  # nothing was done: it can be tried again
            raise
        count = len(self._done)
        more = trn("U undoes {count} more step", "U undoes {count} more steps", count) if count else ""
        self._tell(" · ".join(part for part in (said, more) if part), False)

    def _unread(self, ids: tuple[str, ...], on: bool, library: Library) -> object:
        return library.mark_read(ids, not on, now=self._services.now())

    def remember(self, step: Step) -> None:
        """Have ``step`` be what is taken back first."""
        self._done = [*self._done[1 - STEPS :], step]

    def _remember(self, mark: Mark) -> None:
        self.remember(lambda: self._services.library.run(mark.take_back))
