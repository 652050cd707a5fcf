"""Read and bookmarked: each mark is stored at once, and the last ones can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui_reader.app.services import Services
from tui_reader.model import Query

STEPS = 50


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark changed: these articles' reading state, or a bookmark."""

    ids: tuple[str, ...]
    bookmark: bool
    on: bool


class Marks:
    """The reader's marks, newest last."""

    def __init__(self, services: Services, *, tell: Callable[[str, bool], None]) -> None:
        self._services = services
        self._tell = tell
        self._done: list[Mark] = []

    async def read(self, article_id: str, on: bool, *, undoable: bool = True) -> None:
        """Mark a story read or unread."""
        now = self._services.now()
        changed = await self._services.library.run(lambda lib: lib.mark_read([article_id], on, now=now))
        if undoable and changed:
            self._remember(Mark(tuple(changed), bookmark=False, on=on))

    async def read_all(self, query: Query) -> None:
        """Mark everything that a list shows read."""
        now = self._services.now()
        changed = await self._services.library.run(lambda library: library.mark_all_read(query, now=now))
        self._remember(Mark(tuple(changed), bookmark=False, on=True))
        self._tell(
            f"Marked {len(changed)} articles read; U undoes it" if changed else "All of this list is read",
            False,
        )

    async def bookmark(self, article_id: str, on: bool) -> None:
        """Bookmark a story, or take its bookmark away."""
        now = self._services.now()
        await self._services.library.run(lambda library: library.bookmark(article_id, on, now=now))
        self._remember(Mark((article_id,), bookmark=True, on=on))
        self._tell(
            "Bookmarked; every edition held is kept" if on else "Bookmark removed; U brings it back", False
        )

    async def undo(self) -> None:
        """Take the last mark back, if there is one."""
        if not self._done:
            self._tell("There is nothing to undo", False)
            return
        mark, now = self._done.pop(), self._services.now()
        if mark.bookmark:
            await self._services.library.run(lambda lib: lib.bookmark(mark.ids[0], not mark.on, now=now))
        else:
            await self._services.library.run(lambda lib: lib.mark_read(mark.ids, not mark.on, now=now))
        what = "bookmark" if mark.bookmark else "mark"
        self._tell(f"The last {what} is undone", False)

    def _remember(self, mark: Mark) -> None:
        if mark.ids:
            self._done = [*self._done[1 - STEPS :], mark]
