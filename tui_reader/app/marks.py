"""Read and bookmarked, and what was taken apart: each mark is stored at once, and the last ones can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tui_reader.app.services import Services
from tui_reader.library.library import Library
from tui_reader.model import Query

STEPS = 50


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said once it is undone, and what undoes it."""

    said: str
    undo: Callable[[Library], object]


class Marks:
    """The reader's marks, newest last."""

    def __init__(self, services: Services, *, tell: Callable[[str, bool], None]) -> None:
        self._services = services
        self._tell = tell
        self._done: list[Mark] = []

    async def read(self, article_id: str, on: bool, *, undoable: bool = True) -> bool:
        """Mark a story read or unread; whether that changed anything."""
        now = self._services.now()
        changed = await self._services.library.run(lambda lib: lib.mark_read([article_id], on, now=now))
        if undoable and changed:
            self._remember(Mark("The last mark is undone", partial(self._unread, tuple(changed), on)))
        return bool(changed)

    async def read_all(self, query: Query) -> None:
        """Mark everything that a list shows read."""
        now = self._services.now()
        changed = await self._services.library.run(lambda library: library.mark_all_read(query, now=now))
        if changed:
            self._remember(Mark("The last mark is undone", partial(self._unread, tuple(changed), True)))
        self._tell(
            f"Marked {len(changed)} articles read; U undoes it" if changed else "All of this list is read",
            False,
        )

    async def bookmark(self, article_id: str, on: bool) -> None:
        """Bookmark a story, or take its bookmark away."""
        now = self._services.now()
        await self._services.library.run(lambda library: library.bookmark(article_id, on, now=now))
        self._remember(
            Mark("The last bookmark is undone", lambda lib: lib.bookmark(article_id, not on, now=now))
        )
        self._tell(
            "Bookmarked; every edition held is kept" if on else "Bookmark removed; U brings it back", False
        )

    async def part(self, article_id: str) -> None:
        """Take an article and the editions that are only likely of its story apart, for good."""
        now = self._services.now()
        pairs = await self._services.library.run(lambda library: library.part(article_id, now=now))
        if not pairs:
            self._tell("No edition of this story is only likely (≈): there is nothing to take apart", False)
            return
        self._remember(Mark("They are editions of one story again", lambda lib: lib.rejoin(pairs)))
        self._tell("Taken apart: these are two stories now; U joins them again", False)

    async def undo(self) -> None:
        """Take the last mark back, if there is one."""
        if not self._done:
            self._tell("There is nothing to undo", False)
            return
        mark = self._done.pop()
        await self._services.library.run(mark.undo)
        self._tell(mark.said, False)

    def _unread(self, ids: tuple[str, ...], on: bool, library: Library) -> object:
        return library.mark_read(ids, not on, now=self._services.now())

    def _remember(self, mark: Mark) -> None:
        self._done = [*self._done[1 - STEPS :], mark]
