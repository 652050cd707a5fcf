"""Sources followed, left and renamed, without a word about how that is asked for: for the screen and line by line.

What writes the file is imported when it is first used: the first screen needs none of it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from tui_reader.app.marks import Marks
from tui_reader.app.services import Services
from tui_reader.clean import clean_line
from tui_reader.model import Source
from tui_reader.offering import Feed, Offer, sources_of
from tui_reader.words import tr

Change = Callable[[Callable[[Path], Path]], Awaitable[None]]


class Following:
    """Changes to the sources; ``change`` has the file written by what it is given, and goes by it from then on.

    Every method raises ReaderError where the file can't be changed.
    """

    def __init__(self, services: Services, marks: Marks, change: Change) -> None:
        self._services, self._marks, self._change = services, marks, change

    async def follow(self, offer: Offer, chosen: tuple[Feed, ...]) -> list[Source]:
        """Follow the feeds ``chosen`` of ``offer``; the sources that they became."""
        from tui_reader import sources_file

        names = {source.name.casefold() for source in self._services.config.sources}
        found = sources_of(clean_line(offer.name), None, chosen)
        new = [replace(source, name=sources_file.unused_name(source.name, names)) for source in found]
        await self._change(lambda file: sources_file.add_sources(file, new))
        return new

    async def remove(self, name: str) -> None:
        """Follow ``name`` no more; undone, it stands where it stood."""
        from tui_reader import sources_file

        kept: list[Any] = []

        def write(file: Path) -> Path:
            written, removed = sources_file.remove_source(file, name)
            kept.append(removed)
            return written

        async def take_back() -> str:
            await self._change(partial(sources_file.restore_source, removed=kept[-1]))
            return tr("Undone: {name} is followed again", name=name)

        await self._change(write)
        self._marks.remember(take_back)

    async def rename(self, name: str, new: str) -> None:
        """Call ``name`` something else, in the library too."""
        from tui_reader import sources_file

        await self._change(partial(sources_file.rename_source, name=name, new=new))
        await self._services.library.run(lambda library: library.rename_source(name, new))

    async def categorize(self, name: str, category: str) -> None:
        """Put ``name`` into a category; "" is none."""
        from tui_reader import sources_file

        wanted = clean_line(category) or None
        await self._change(partial(sources_file.set_category, name=name, category=wanted))

    async def move(self, name: str, by: int) -> str | None:
        """Move ``name`` up (-1) or down (1) in its category; the source it changed places with, None at the edge."""
        from tui_reader import sources_file

        sources = self._services.config.sources
        own = next((source for source in sources if source.name == name), None)
        names = [source.name for source in sources if own is not None and source.category == own.category]
        place = names.index(name) if own is not None else 0
        if not 0 <= place + by < len(names):
            return None
        upper, lower = sorted((place, place + by))
        await self._change(partial(sources_file.move_source, name=names[lower], before=names[upper]))
        return names[place + by]
