"""The words for lists: which headlines are told, which is opened next, and what is fetched."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.app import asking
from tui_reader.app.state import ALL, BOOKMARKS, HIDDEN, SOURCE
from tui_reader.commands.choosing import match_source
from tui_reader.languages import in_order, label
from tui_reader.linear.session import PAGE, Numbered, Session, number
from tui_reader.model import Query, RefreshResult, Source
from tui_reader.words import tr


class Lists:
    """One method an action of the table, called with what follows the word."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._problems: dict[tuple[str, str], str] = {}

    async def headlines(self, _: str) -> None:
        """From the beginning."""
        await self._session.show()

    async def page_down(self, _: str) -> None:
        """The next headlines."""
        if self._session.top + PAGE >= self._session.length:
            self._session.tell(tr("That was the last headline"))
        else:
            await self._session.page(self._session.top + PAGE)

    async def page_up(self, _: str) -> None:
        """The headlines before."""
        await self._session.page(self._session.top - PAGE)

    async def open(self, rest: str) -> None:
        """The headline of a number."""
        await self._open(number(rest, Numbered.HEADLINE) - 1)

    async def down(self, _: str) -> None:
        """The next article."""
        if self._session.place + 1 >= self._session.length:
            self._session.tell(tr("This was the last of the list"))
        else:
            await self._open(self._session.place + 1)

    async def up(self, _: str) -> None:
        """The article before."""
        if self._session.place <= 0:
            self._session.tell(tr("This was the first of the list"))
        else:
            await self._open(self._session.place - 1)

    async def first(self, _: str) -> None:
        """The first article."""
        await self._open(0)

    async def last(self, _: str) -> None:
        """The last article."""
        await self._open(self._session.length - 1)

    async def onward(self, _: str) -> None:
        """The next unread article."""
        await self._unread(1)

    next_unread = onward

    async def previous_unread(self, _: str) -> None:
        """The unread article before."""
        await self._unread(-1)

    async def _open(self, place: int) -> None:
        found = await self._session.headline(place)
        self._session.place = place
        self._session.visits.clear()
        await self._session.open(found.id)

    async def _unread(self, step: int) -> None:
        here, session = self._session.place, self._session
        row = (await session.headline(here)).row if here >= 0 else None
        query, order = session.state.query(), session.state.order(session.services.languages)
        found = None
        if row is not None or step > 0:
            found = await session.ask(
                lambda library: asking.unread(library, query, order, row, max(0, here), step)
            )
        if found is None:
            session.tell(tr("Nothing unread further on") if step > 0 else tr("Nothing unread before this"))
            return
        place, lines = found
        session.known |= lines
        session.length = max(session.length, place + 1)
        await self._open(place)

    # Which list

    async def unread_only(self, _: str) -> None:
        """Unread only, or all."""
        await self._session.show(unread=not self._session.state.unread)

    async def bookmarks_only(self, _: str) -> None:
        """Bookmarks, or all."""
        await self._session.show(key=ALL if self._session.state.key == BOOKMARKS else BOOKMARKS, tag="")

    async def hidden(self, _: str) -> None:
        """What is hidden."""
        await self._session.show(key=HIDDEN)

    async def tag_filter(self, rest: str) -> None:
        """The bookmarks with a tag; all tags without one."""
        if rest:
            await self._session.show(key=BOOKMARKS, tag=rest.lstrip("#"))
            return
        known = await self._session.ask(lambda library: library.bookmarks.known_tags())
        self._session.say([f"{name}: {count}" for name, count in known] or [tr("There are no tags yet")])

    async def search(self, rest: str) -> None:
        """What holds the words. Raises `QueryError`: a line is whole, and nothing of it is still to be typed."""
        from tui_reader.search.parse import parse

        parse(rest, now=self._session.services.now())
        await self._session.show(search=rest)

    async def others(self, _: str) -> None:
        """In a language's list, the stories that it lacks too."""
        if self._session.state.language is None:
            self._session.tell(tr("All languages are listed; `language TAG` chooses one"))
        else:
            await self._session.show(others=not self._session.state.others)

    async def all_languages(self, _: str) -> None:
        """No language chosen."""
        await self._session.show(language=None)

    async def turn(self, language: str | None, step: int) -> None:
        """The list of a language, or of the next (1) or previous (-1) one."""
        if language is None:
            counted = await self._session.ask(lambda library: library.tabs(self._session.state.query()))
            tags = in_order(
                (tab.language for tab in counted if tab.language), self._session.services.languages
            )
            tabs = [None, *tags]
            here = self._session.state.language
            language = tabs[((tabs.index(here) if here in tabs else 0) + step) % len(tabs)]
        await self._session.show(language=language)

    async def sources(self, _: str) -> None:
        """Every source with its numbers."""
        counts = await self._session.ask(lambda library: library.counts())
        for place, name in enumerate(await self._names(), 1):
            count = counts.get(name)
            unread = (
                tr("{unread} unread of {total}", unread=count.unread, total=count.total)
                if count
                else tr("nothing yet")
            )
            failed = [tr("with a problem")] if any(name == source for source, _ in self._problems) else []
            self._session.say([f"{place}. {name}: {', '.join([unread, *failed])}."])

    async def source(self, rest: str) -> None:
        """The list of one source; of all without a name."""
        await self._session.show(key=SOURCE + await self._named(rest) if rest else ALL)

    async def _names(self) -> list[str]:
        """The sources of the settings, then those that the library alone has."""
        own = [source.name for source in self._session.services.config.sources]
        counts = await self._session.ask(lambda library: library.counts())
        return [*own, *sorted(name for name in counts if name not in own)]

    async def _named(self, text: str) -> str:
        names = await self._names()
        if text.isascii() and text.isdigit() and 0 < int(text[:6]) <= len(names):
            return names[int(text) - 1]
        return match_source(text, names)

    # Fetching

    async def refresh(self, rest: str) -> None:
        """Fetch the source of the list, or the one named."""
        name = await self._named(rest) if rest else self._session.state.source
        every = self._session.services.config.sources
        chosen = [source for source in every if source.name == name] if name else every
        await self.fetch(chosen, by_hand=bool(name))

    async def refresh_all(self, _: str) -> None:
        """Fetch all sources."""
        await self.fetch(self._session.services.config.sources)

    async def fetch(self, sources: Sequence[Source], *, by_hand: bool = False, quiet: bool = False) -> None:
        """Fetch ``sources`` and tell what came; ``quiet`` leaves out those that brought nothing."""
        new: list[str] = []
        async for result in self._session.services.refresh(sources, lambda: None, by_hand=by_hand):
            new += result.ids
            self._tell(result)
        if not quiet or new:
            self._session.tell(
                tr("{count} new; list shows them", count=len(new)) if new else tr("Nothing new")
            )
        if new:
            await self._session.count()
        await self._session.services.announce(new)

    def _tell(self, result: RefreshResult) -> None:
        key = (result.source, result.url)
        name = f"{result.source}{f' ({label(result.language)})' if result.language else ''}"
        self._problems.pop(key, None)
        if result.error is not None:
            self._problems[key] = f"{name}: {result.error.message}"
            self._session.tell(self._problems[key], True)
        if result.new:
            self._session.tell(tr("{name}: {new} new", name=name, new=result.new))

    async def problems(self, _: str) -> None:
        """What went wrong last."""
        self._session.say(self._problems.values() or [tr("Nothing went wrong")])

    async def unread_total(self) -> int:
        """How many stories are unread."""
        tabs = await self._session.ask(lambda library: library.tabs(Query()))
        return next((tab.unread for tab in tabs if tab.language is None), 0)
