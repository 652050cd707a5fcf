"""``tui-reader open``: an article's address in the browser, http and https only, never through a shell."""

from __future__ import annotations

import argparse
import asyncio

from tui_reader import handing
from tui_reader.clean import clean_address, clean_line
from tui_reader.commands.named import library_path, load_config
from tui_reader.commands.output import complain, write
from tui_reader.errors import NotFoundError, ReaderError
from tui_reader.library.worker import LibraryThread
from tui_reader.opening import is_address, open_all
from tui_reader.outside import browser_command, draws_in_terminal, open_in_browser
from tui_reader.words import tr


def run(arguments: argparse.Namespace) -> int:
    """Open every place in the browser; the exit status."""
    failed = False
    for place in arguments.places:
        url: str | None = None
        try:
            url = asyncio.run(_address(place, arguments))
            _open(url)
        except ReaderError as error:
            failed = True
            if url is not None:
                write(url)  # for a script, or to be copied
            complain(str(error))
    return 1 if failed else 0


def _open(url: str) -> None:
    command = browser_command(url)
    if draws_in_terminal(command):
        handing.run(command)
    else:
        asyncio.run(open_in_browser(url))


async def _address(place: str, arguments: argparse.Namespace) -> str:
    """The address that ``place`` is or names."""
    if is_address(place):
        return clean_address(place)
    path = library_path(arguments)
    library: LibraryThread | None = None
    if path.exists():
        library = await LibraryThread.open(path, read=load_config(arguments).settings.read)
    try:
        articles = (await open_all(place, library=library)).articles
    finally:
        if library is not None:
            await library.close()
    url = articles[0].url if articles else None
    if url is None or not is_address(url):
        raise NotFoundError(tr("“{place}” has no address on the web to open", place=clean_line(place)))
    return clean_address(url)
