"""``tui-reader read``: lines in, plain lines out, one word at a time. For screen readers, pipes and poor terminals.

Nothing runs while a line is waited for; what a word does is done when the next prompt comes. Ctrl+C ends what is
under way, or at the prompt the reader.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable

from tui_reader.app.keys import effective
from tui_reader.app.services import Services
from tui_reader.app.state import OPENED
from tui_reader.clean import clean_line
from tui_reader.commands.means import utc_now
from tui_reader.commands.named import library_path, load_config
from tui_reader.commands.output import complain, write
from tui_reader.errors import OutputError, ReaderError, UsageError
from tui_reader.library.worker import LibraryThread
from tui_reader.linear.keeping import Keeping
from tui_reader.linear.lists import Lists
from tui_reader.linear.managing import Managing
from tui_reader.linear.reading import Reading
from tui_reader.linear.session import Session
from tui_reader.linear.table import OWN, ROWS, understood
from tui_reader.words import tr

PROMPT = "> "
MAX_LINE = 4000

Action = Callable[[str], Awaitable[None]]


def run(arguments: argparse.Namespace) -> int:
    """Read lines until ``quit`` or their end; status 1 where something failed."""
    if "-" in arguments.places:
        raise UsageError(tr("standard input holds the words here; name a file"))
    if sys.stdin is None:
        raise UsageError(tr("standard input is closed; there is nowhere to read words from"))
    with asyncio.Runner() as runner:
        words = runner.run(Words.begin(arguments))
        try:
            while not words.ended and (line := _line()) is not None:
                try:
                    runner.run(words.do(line))
                except KeyboardInterrupt:
                    write(tr("Stopped"))
        finally:
            runner.run(words.end())
    return 1 if words.failed else 0


def _line() -> str | None:
    """The next line, or None at the end; a prompt only where somebody types."""
    if sys.stdin.isatty():
        print(PROMPT, end="", flush=True)
    line = sys.stdin.buffer.readline(MAX_LINE)
    return clean_line(line.decode("utf-8", "replace")) if line else None


class Words:
    """Every word of the table, and whether something failed."""

    def __init__(self, services: Services) -> None:
        self._keys = effective(services.config.keys)
        self._session = session = Session(services, write=write, complain=self._complain)
        self._lists = lists = Lists(session)
        self._actions = actions(
            lists, Reading(session, lists), Keeping(session), Managing(session, lists), self
        )
        self.ended = self.failed = False

    @classmethod
    async def begin(cls, arguments: argparse.Namespace) -> Words:
        """Open the library, read the folders that are followed, and tell the first headlines."""
        config = load_config(arguments)
        library = await LibraryThread.open(
            library_path(arguments), read=config.settings.read, doubles=config.settings.doubles
        )
        words = cls(Services(config, library, now=utc_now))
        await words._guarded(lambda _: words._first(arguments.places), "")
        return words

    async def _first(self, places: list[str]) -> None:
        services = self._session.services
        opened = [found for place in places for found in await services.open(place)]
        if opened:
            await self._session.show(key=OPENED, opened=tuple(opened))
            return
        folders = [source for source in services.config.sources if source.path is not None]
        await self._lists.fetch(folders, quiet=True)
        unread = await self._lists.unread_total()
        self._session.tell(
            tr(
                "tui-reader. {unread} unread. help lists the words, refresh all fetches the news.",
                unread=unread,
            )
        )
        await self._session.show()

    async def do(self, line: str) -> None:
        """What a line asks for, or answers; a failure is one line, and the next word goes on."""
        answered, self._session.expected = self._session.expected, None
        if answered is not None:
            if line.strip():
                await self._guarded(answered, line.strip())
            else:
                self._session.tell(tr("Nothing was changed"))
            return
        try:
            call = understood(line, self._keys)
        except UsageError as error:
            self._complain(str(error))
            return
        await self._guarded(self._actions[call.action], call.rest)

    async def _guarded(self, action: Action, rest: str) -> None:
        try:
            await action(rest)
        except OutputError:
            raise
        except ReaderError as error:
            self._complain(str(error))

    def _complain(self, message: str) -> None:
        self.failed = True
        complain(message)

    async def quit(self, _: str) -> None:
        """End."""
        self.ended = True

    async def end(self) -> None:
        """Close what is open."""
        await self._session.services.close()


def actions(*owners: object) -> dict[str, Action]:
    """Each action's method, found under its name at the first of ``owners`` that has it."""
    return {
        row.action: next(getattr(owner, row.action) for owner in owners if hasattr(owner, row.action))
        for row in (*ROWS, *OWN)
        if row.word
    }
