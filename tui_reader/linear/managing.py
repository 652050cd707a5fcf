"""The words that change which sources are followed, and the settings: each asks for what it needs in the next line.

An empty answer leaves everything as it was.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tui_reader import config, setting_values
from tui_reader.app.following import Following
from tui_reader.app.keys import ACTIONS
from tui_reader.clean import clean_line
from tui_reader.commands.choosing import match_source
from tui_reader.config_check import nearest
from tui_reader.errors import UsageError
from tui_reader.hosts import shown_address
from tui_reader.languages import label
from tui_reader.linear.lists import Lists
from tui_reader.linear.session import Numbered, Session, number
from tui_reader.offering import Feed, Offer
from tui_reader.settings import SETTINGS, Settings
from tui_reader.words import speak, tr, trn

YES = frozenset({"y", "yes"})


class Managing:
    """One method an action of the table, called with what follows the word."""

    def __init__(self, session: Session, lists: Lists) -> None:
        self._session, self._lists = session, lists
        self._following = Following(session.services, session.marks, self._change)

    # Sources

    async def add_source(self, rest: str) -> None:
        """Find the feeds of an address, and ask which to follow."""
        if rest:
            await self._look(rest)
        else:
            self._session.expect(tr("Which address? A site, a page of it or a feed."), self._look)

    async def _look(self, address: str) -> None:
        self._session.tell(tr("Looking what can be followed at {address}…", address=address))
        offer = await self._session.services.discover(address)
        for note in offer.notes:
            self._session.tell(note, True)
        held = {
            one.url.rstrip("/") for source in self._session.services.config.sources for one in source.editions
        }
        free = [place for place, feed in enumerate(offer.feeds, 1) if feed.url.rstrip("/") not in held]
        self._session.say([clean_line(offer.name)])
        self._session.say(_feed(place, feed, place not in free) for place, feed in enumerate(offer.feeds, 1))
        usual = [place for place in free if place <= len(offer.editions)]
        if not free:
            self._session.tell(tr("All of it is already followed."))
            return
        question = (
            tr("Follow {numbers}? yes, or other numbers.", numbers=" ".join(map(str, usual)))
            if usual
            else tr("Which? The numbers, with spaces between.")
        )
        self._session.expect(question, partial(self._follow, offer, free, usual))

    async def _follow(self, offer: Offer, free: Sequence[int], usual: Sequence[int], answer: str) -> None:
        if _is_no(answer):
            self._session.tell(tr("Nothing was changed"))
            return
        wanted = (
            list(usual)
            if usual and _is_yes(answer)
            else [number(one, Numbered.FEED) for one in answer.replace(",", " ").split()]
        )
        if wrong := [one for one in wanted if one not in free]:
            raise UsageError(
                tr(
                    "{wrong} can't be chosen; there are {numbers}",
                    wrong=wrong[0],
                    numbers=", ".join(map(str, free)),
                )
            )
        new = await self._following.follow(offer, tuple(offer.feeds[one - 1] for one in sorted({*wanted})))
        self._session.tell(tr("Following {name}", name=", ".join(source.name for source in new)))
        await self._lists.fetch(new, by_hand=True)

    async def remove_source(self, rest: str) -> None:
        """Ask, and follow a source no more."""
        name = self._named(rest)
        question = tr("Stop following “{name}”?", name=name)
        said = tr("Its articles and bookmarks stay in the library, under Kept.")
        choice = tr("yes, or no.")
        self._session.expect(f"{question} {said} {choice}", partial(self._remove, name))

    async def _remove(self, name: str, answer: str) -> None:
        if not _is_yes(answer):
            self._session.tell(tr("Nothing was changed"))
            return
        await self._following.remove(name)
        self._session.tell(tr("No longer followed: {name}; undo brings it back", name=name))

    async def rename_source(self, rest: str) -> None:
        """Ask for another name."""
        name = self._named(rest)
        self._session.expect(tr("Another name for “{name}”?", name=name), partial(self._rename, name))

    async def _rename(self, name: str, new: str) -> None:
        await self._following.rename(name, new)
        if self._session.state.source == name:
            await self._lists.source(new)
        self._session.tell(tr("“{name}” is called “{new}” now", name=name, new=new))

    async def source_category(self, rest: str) -> None:
        """Ask for another category."""
        name = self._named(rest)
        sources = self._session.services.config.sources
        known = ", ".join(sorted({source.category for source in sources if source.category}))
        self._tell_category(name)
        if known:
            self._session.tell(tr("Categories: {names}", names=known))
        self._session.expect(
            tr("Which category? A minus takes it out of its category."), partial(self._categorize, name)
        )

    async def _categorize(self, name: str, category: str) -> None:
        await self._following.categorize(name, "" if category == "-" else category)
        self._tell_category(name)

    async def move_source_up(self, rest: str) -> None:
        """Have a source stand before the one above it in its category."""
        name = self._named(rest)
        other = await self._following.move(name, -1)
        self._tell_place(other, tr("“{name}” stands before “{other}” now", name=name, other=other))

    async def move_source_down(self, rest: str) -> None:
        """Have a source stand after the one below it in its category."""
        name = self._named(rest)
        other = await self._following.move(name, 1)
        self._tell_place(other, tr("“{name}” stands after “{other}” now", name=name, other=other))

    def _tell_place(self, other: str | None, said: str) -> None:
        self._session.tell(said if other else tr("It is the first or last of its category"))

    def _tell_category(self, name: str) -> None:
        sources = self._session.services.config.sources
        category = next((source.category for source in sources if source.name == name), None)
        self._session.tell(
            tr("Category of “{name}”: {category}", name=name, category=category)
            if category
            else tr("“{name}” has no category", name=name)
        )

    def _named(self, rest: str) -> str:
        """The source of feeds.toml that is meant: by its name or number, else that of the list. Raises UsageError."""
        names = [source.name for source in self._session.services.config.sources]
        if rest.isascii() and rest.isdigit() and 0 < int(rest[:6]) <= len(names):
            return names[int(rest) - 1]
        if not rest and self._session.state.source not in names:
            raise UsageError(tr("add the name or the number of a source; sources lists them"))
        return match_source(rest or str(self._session.state.source), names)

    # Settings

    async def settings(self, rest: str) -> None:
        """All settings; of one what it means, and another value is asked for."""
        if not rest:
            self._session.say(f"{name}: {self._value(name)}" for name in SETTINGS)
            self._session.tell(tr("settings NAME changes one"))
            return
        name = rest.casefold().replace(" ", "_")
        if name not in SETTINGS:
            near = nearest(name, SETTINGS) or tr("; settings lists all of them")
            raise UsageError(tr("no setting “{name}”{hint}", name=rest, hint=near))
        row = SETTINGS[name]
        self._session.say([f"{name}: {self._value(name)}. {tr(row.help)}."])
        if options := setting_values.options(name):
            told = ", ".join(setting_values.said(name, option) for option in options)
            self._session.tell(tr("One of: {options}", options=told))
        self._session.expect(
            tr("Which value? A minus makes it the default, an empty line leaves it as it is."),
            partial(self._set, name),
        )

    async def _set(self, name: str, text: str) -> None:
        from tui_reader import sources_file

        value = None if text == "-" else setting_values.read(name, text)
        await self._change(partial(sources_file.set_setting, key=name, value=value))
        later = tr(" (from the next start on)") if SETTINGS[name].at_start else ""
        self._session.say([f"{name}: {self._value(name)}{later}"])

    def _value(self, name: str) -> str:
        value = getattr(self._session.services.config.settings, name)
        said = setting_values.said(name, value) or tr("none")
        usual = getattr(Settings(), name)
        return said if value == usual or value is None else tr("{value}, of your own", value=said)

    async def _change(self, write: Callable[[Path], Path]) -> None:
        """Have feeds.toml changed, and go by what it says then. Raises ReaderError."""
        services = self._session.services
        before = services.config.settings.interface
        written = await asyncio.to_thread(write, services.own_file)
        services.settle(await asyncio.to_thread(config.load, written, ACTIONS))
        if services.config.settings.interface != before:
            speak(services.config.settings.interface)


def _feed(place: int, feed: Feed, held: bool) -> str:
    """One feed in words."""
    told = [trn("{count} entry", "{count} entries", feed.facts.entries)]
    if feed.facts.newest is not None:
        told.append(tr("newest {date}", date=f"{feed.facts.newest:%Y-%m-%d}"))
    told += [tr("already followed")] if held else []
    title = clean_line(feed.title or "") or shown_address(feed.url)
    return f"{place}. {label(feed.language)} {title}: {', '.join(told)}. {shown_address(feed.url)}"


def _is_yes(answer: str) -> bool:
    return answer.casefold() in {*YES, tr("yes").casefold()}


def _is_no(answer: str) -> bool:
    return answer.casefold() in {"n", "no", tr("no").casefold()}
