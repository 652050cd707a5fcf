"""The commands that change which sources are followed: add, remove, rename, move, category.

Their windows, and what writes the file, are imported when they are first used: the first screen needs none of it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from tui_reader.app.columns import Pane
from tui_reader.app.desk import Desk
from tui_reader.app.following import Following
from tui_reader.app.lists import Lists
from tui_reader.app.marks import Marks
from tui_reader.app.services import Services
from tui_reader.app.settling import Settling
from tui_reader.app.state import ALL, SOURCE
from tui_reader.app.view import View
from tui_reader.clean import clean_line
from tui_reader.model import Source
from tui_reader.offering import Feed, Offer
from tui_reader.words import tr


class Sourcing:
    """Changes to the sources; each is written into ``feeds.toml`` and shows at once."""

    def __init__(
        self, view: View, services: Services, lists: Lists, desk: Desk, settling: Settling, marks: Marks
    ) -> None:
        self._view, self._services, self._lists = view, services, lists
        self._desk, self._settling = desk, settling
        self._following = Following(services, marks, settling.change)

    def add_source(self) -> None:
        """Ask for an address, and look what can be followed there."""
        from tui_reader.app.screens.sources import LineWindow

        foot = tr("a site, a page of it or a feed · enter looks for feeds · esc closes")
        self._view.ask(LineWindow(tr("Follow a site"), foot, ""), self._look)

    def remove_source(self) -> None:
        """Ask, and follow the chosen source no more."""
        from tui_reader.app.screens.sources import Question

        if (source := self._chosen()) is not None:
            question = tr("Stop following “{name}”?", name=source.name)
            said = tr("Its articles and bookmarks stay in the library, under Kept.")
            self._view.ask(Question(question, said), partial(self._remove, source.name))

    def rename_source(self) -> None:
        """Call the chosen source something else."""
        from tui_reader.app.screens.sources import LineWindow

        if (source := self._chosen()) is not None:
            foot = tr("enter keeps it · esc leaves it as it was")
            window = LineWindow(tr("Rename “{name}”", name=source.name), foot, source.name)
            self._view.ask(window, partial(self._rename, source.name))

    def source_category(self) -> None:
        """Put the chosen source into another category."""
        from tui_reader.app.screens.sources import LineWindow

        if (source := self._chosen()) is not None:
            foot = tr("nothing for none · tab completes · enter keeps it · esc leaves it as it was")
            known = sorted({one.category for one in self._services.config.sources if one.category})
            title = tr("Category of “{name}”", name=source.name)
            window = LineWindow(title, foot, source.category or "", known)
            self._view.ask(window, partial(self._categorize, source.name))

    def move_source_up(self) -> None:
        """The chosen source before the one above it in its category."""
        self._move(-1)

    def move_source_down(self) -> None:
        """The chosen source after the one below it in its category."""
        self._move(1)

    def _chosen(self) -> Source | None:
        """The source that is chosen in its column; no other is ever changed."""
        key = self._view.sources.key or ""
        name = key.removeprefix(SOURCE) if key.startswith(SOURCE) else None
        found = next((source for source in self._services.config.sources if source.name == name), None)
        if self._view.pane is not Pane.SOURCES:
            self._view.tell(tr("Choose a source in the column of the sources first"))
            return None
        if found is None:
            self._view.tell(tr("This source is not in feeds.toml"))
        return found

    # Adding

    def _look(self, address: str | None) -> None:
        if address and address.strip():
            self._view.tell(tr("Looking what can be followed at {address}…", address=address.strip()))
            self._view.work(partial(self._discover, address), "discover")

    async def _discover(self, address: str) -> None:
        from tui_reader.app.screens.sources import OfferWindow

        offer = await self._services.discover(address)
        self._view.tell(offer.notes[0] if offer.notes else "", bool(offer.notes))
        held = {one.url.rstrip("/") for source in self._services.config.sources for one in source.editions}
        window = OfferWindow(offer, frozenset(held))
        self._view.ask(window, partial(self._follow_if, offer))

    def _follow_if(self, offer: Offer, numbers: str | None) -> None:
        chosen = tuple(offer.feeds[int(number)] for number in (numbers or "").split())
        if chosen:
            self._view.work(partial(self._follow, offer, chosen), "sources", exclusive=False)

    async def _follow(self, offer: Offer, chosen: tuple[Feed, ...]) -> None:
        new = await self._following.follow(offer, chosen)
        self._view.tell(tr("Following {name}", name=", ".join(source.name for source in new)))
        self._desk.refresh_sources(new, by_hand=True)
        self._desk.show_list(key=SOURCE + new[0].name, language=None)

    # Changing

    def _remove(self, name: str, answer: str | None) -> None:
        if answer is not None:
            said = tr("No longer followed: {name}; U brings it back", name=name)
            self._do(partial(self._following.remove, name), said, ALL)

    def _rename(self, name: str, new: str | None) -> None:
        new = clean_line(new or "")
        if new and new != name:
            self._view.work(partial(self._renamed, name, new), "sources", exclusive=False)

    async def _renamed(self, name: str, new: str) -> None:
        await self._following.rename(name, new)
        await self._lists.show(replace(self._lists.state, key=SOURCE + new))

    def _categorize(self, name: str, category: str | None) -> None:
        if category is not None:
            self._do(partial(self._following.categorize, name, category))

    def _move(self, by: int) -> None:
        if (source := self._chosen()) is not None:
            self._view.work(partial(self._moved, source.name, by), "sources", exclusive=False)

    async def _moved(self, name: str, by: int) -> None:
        passed = await self._following.move(name, by)
        self._view.tell("" if passed else tr("It is the first or last of its category"))

    def _do(self, change: Callable[[], Awaitable[None]], said: str = "", key: str | None = None) -> None:
        self._view.work(partial(self._done, change, said, key), "sources", exclusive=False)

    async def _done(self, change: Callable[[], Awaitable[None]], said: str, key: str | None) -> None:
        await change()
        self._view.tell(said)
        if key is not None:
            await self._lists.show(replace(self._lists.state, key=key))
