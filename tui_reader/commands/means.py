"""What a command works with: settings, library, network, workers; each made when it is first needed."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from tui_reader import paths
from tui_reader.commands.named import library_path, load_config
from tui_reader.commands.output import complain
from tui_reader.config import Config
from tui_reader.errors import ConfigError
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
from tui_reader.opening import Opened, is_address, is_heavy, open_all
from tui_reader.values import frozen
from tui_reader.worker_process import Worker


@frozen
class Tools:
    """The network (`sources.web.Web`) and the parsers (`workers.Workers`)."""

    web: Any
    workers: Any


def utc_now() -> datetime:
    """The one clock of the commands."""
    return datetime.now(UTC)


def open_library(arguments: argparse.Namespace, settings: Config) -> Library | None:
    """The library, or None where there is none yet: to look at it makes none. Raises LibraryError."""
    path = library_path(arguments)
    if not path.exists():
        return None
    return Library.open(path, read=settings.settings.read, doubles=settings.settings.doubles)


class Means:
    """For the commands that may need the network. Use as ``async with Means(arguments) as means``.

    ``started`` are workers that run already.
    """

    def __init__(self, arguments: argparse.Namespace, started: Sequence[Worker] = ()) -> None:
        self._arguments = arguments
        self._started = started
        self._stack = AsyncExitStack()
        self._starting = asyncio.Lock()
        self._tools: Tools | None = None
        self._workers: Any = None
        self._config: Config | None = None
        self.failed = False
        """Whether the settings could not be read."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._started:
            await self.workers()  # they are ended with it, used or not
        await self._stack.aclose()

    @property
    def config(self) -> Config:
        """The settings. Raises ConfigError."""
        if self._config is None:
            self._config = load_config(self._arguments)
        return self._config

    async def library(self, *, make: bool = False) -> LibraryThread | None:
        """The library in its thread; None where there is none and none is to be made. Raises LibraryError."""
        path = library_path(self._arguments)
        if not make and not path.exists():
            return None
        read = self.settled().settings.read
        doubles = self._config.settings.doubles if self._config is not None else None
        thread = await LibraryThread.open(path, read=read, doubles=doubles)
        self._stack.push_async_callback(thread.close)
        return thread

    def settled(self) -> Config:
        """The settings, or what holds without any where they can't be read: a file can still be shown."""
        try:
            return self.config
        except ConfigError as error:
            complain(str(error))
            self.failed = True
            self._config = Config(paths.starter_feeds())
            return self._config

    async def workers(self) -> Any:
        """The parsers (`workers.Workers`), for what is read from this disk too."""
        if self._workers is None:
            from tui_reader.workers import Workers

            self._workers = Workers(started=self._started)
            self._stack.push_async_exit(self._workers)
        return self._workers

    async def open(self, place: str, library: LibraryThread | None, *, stdin: bytes | None = None) -> Opened:
        """What ``place`` names, read where it can do no harm; see `opening.open_all`."""
        if is_address(place):
            tools, sources = await self.tools(), self.settled().sources
            return await open_all(
                place, library=library, web=tools.web, workers=tools.workers, sources=sources
            )
        workers = await self.workers() if is_heavy(place, stdin) else None
        return await open_all(place, library=library, workers=workers, stdin=stdin)

    async def tools(self) -> Tools:
        """The network and the parsers. Hosts that the reader's sources name may be on a private network."""
        async with self._starting:
            if self._tools is None:
                from tui_reader.sources.web import Web

                settled = self.settled()
                web = await self._stack.enter_async_context(Web(connections=settled.settings.connections))
                web.trust(edition.url for source in settled.sources for edition in source.editions)
                self._tools = Tools(web, await self.workers())
        return self._tools
