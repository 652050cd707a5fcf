"""What a reader names on the command line or follows in the app, as articles: a path, ``-``, an address, an id.

Nothing here stores anything. The network is touched for ``http:`` and ``https:`` addresses alone; what speaks
HTTP is imported then, so that a file costs no more than its own reading.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tui_reader.clean import clean_line
from tui_reader.errors import InputError, NotFoundError, ParseError
from tui_reader.gate import clean_article
from tui_reader.library.worker import LibraryThread
from tui_reader.limits import FILE_SECONDS, FOLDER_SECONDS
from tui_reader.model import Article, Source
from tui_reader.selectors import of_address
from tui_reader.values import frozen
from tui_reader.words import tr, trn

MIN_DIGITS = 4
LIGHT = 50_000  # bytes of text or Markdown that are read in no time
_LIGHT_NAMES = (".txt", ".text", ".md", ".markdown")
STANDARD_INPUT = "-"
_ID = re.compile(rf"[0-9a-fA-F]{{{MIN_DIGITS},16}}")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
MAX_SHOWN = 200


@frozen
class Opened:
    """What was found, safe to store and to print; a warning for each part that could not be read."""

    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()


def is_address(argument: str) -> bool:
    """Whether ``argument`` is fetched from the network."""
    return argument[:8].lower().startswith(("http://", "https://"))


def is_id(argument: str) -> bool:
    """Whether ``argument`` can be an article's id, or the beginning of one."""
    return _ID.fullmatch(argument) is not None


def is_there(argument: str) -> bool:
    """Whether ``argument`` can name something to open; False for a path that does not exist."""
    if argument == STANDARD_INPUT or is_address(argument) or is_id(argument):
        return True
    return argument[:5].lower() == "file:" or _exists(argument)


def is_heavy(argument: str, stdin: bytes | None = None) -> bool:
    """Whether reading ``argument`` may take long, whatever its name says: a page, a feed, a folder, a large text.

    Such things are for a worker, which can be ended. An address, an id and what doesn't exist are not heavy.
    """
    if argument == STANDARD_INPUT:
        return stdin is not None and (len(stdin) > LIGHT or b"<" in stdin or stdin.startswith(b"\x1f\x8b"))
    if argument[:5].lower() == "file:":
        return True
    if is_address(argument) or not _exists(argument):
        return False
    path = Path(argument).expanduser()
    return not (path.is_file() and path.suffix.lower() in _LIGHT_NAMES and path.stat().st_size <= LIGHT)


async def open_argument(
    argument: str,
    *,
    library: LibraryThread | None,
    web: Any = None,
    workers: Any = None,
    stdin: bytes | None = None,
    typed: bool = True,
    sources: Sequence[Source] = (),
) -> list[Article]:
    """The articles that ``argument`` names; see `open_all`."""
    opened = await open_all(
        argument, library=library, web=web, workers=workers, stdin=stdin, typed=typed, sources=sources
    )
    return list(opened.articles)


async def open_all(
    argument: str,
    *,
    library: LibraryThread | None,
    web: Any = None,
    workers: Any = None,
    stdin: bytes | None = None,
    typed: bool = True,
    sources: Sequence[Source] = (),
) -> Opened:
    """What ``argument`` names: ``-`` (the bytes of ``stdin``), an address, a path, or the id of a held article.

    ``web`` (`sources.web.Web`) is needed for addresses only. With ``workers`` (`workers.Workers`) files are
    read in a process that can be ended, else in a thread. ``typed`` says that the reader wrote it: an address
    that a text names must be on the public Internet. A page is read with the selectors of the one of ``sources``
    that its address belongs to. Raises InputError, NotFoundError, ParseError, FetchError.
    """
    if argument == STANDARD_INPUT:
        if stdin is None:
            raise InputError(tr("there is no standard input to read; pipe a text into it"))
        return await _locally(workers, read_bytes, stdin)
    if is_address(argument):
        from tui_reader.fetching import fetch_any

        selectors = of_address(sources, argument)
        found = await fetch_any(argument, web=web, workers=workers, selectors=selectors, typed=typed)
        return Opened(tuple(found))
    if argument[:5].lower() == "file:":
        return await _locally(workers, read_path, _path_of(argument))
    if _exists(argument):
        return await _locally(workers, read_path, argument)
    if library is not None and is_id(argument):
        return Opened((await _held(argument, library),))
    raise NotFoundError(_nothing(argument))


def read_path(path: str) -> Opened:
    """A file or a folder, here and now. Raises InputError, NotFoundError and ParseError."""
    from tui_reader.sources import files

    loaded = files.load(Path(path))
    return Opened(tuple(clean_article(article) for article in loaded.articles), loaded.warnings)


def read_bytes(data: bytes) -> Opened:
    """What came in on standard input; the same text is the same article."""
    from tui_reader.sources import files

    name = blake2b(data, digest_size=8).hexdigest()
    loaded = files.load_bytes(data, tr("standard input"), Path(STANDARD_INPUT) / name)
    return Opened(tuple(clean_article(article) for article in loaded.articles), loaded.warnings)


async def _locally(workers: Any, read: Any, what: str | bytes) -> Opened:
    if workers is None:
        opened: Opened = await asyncio.to_thread(read, what)
    else:
        # A worker has this process's folder: relative paths mean the same there.
        try:
            opened = await workers.run(read, what, timeout=_seconds(what))
        except ParseError as error:  # one that the worker's end caused names no file
            shown = tr("standard input") if isinstance(what, bytes) else clean_line(what)[:MAX_SHOWN]
            raise error if shown in str(error) else ParseError(f"{shown}: {error}") from error
    return replace(opened, warnings=tuple(clean_line(warning) for warning in opened.warnings))


def _seconds(what: str | bytes) -> float:
    return FOLDER_SECONDS if isinstance(what, str) and Path(what).expanduser().is_dir() else FILE_SECONDS


async def _held(digits: str, library: LibraryThread) -> Article:
    found = await library.run(lambda held: held.find(digits))
    if not found:
        raise NotFoundError(_nothing(digits))
    if len(found) > 1:
        raise NotFoundError(
            trn(
                "{count} article has an id that begins with “{digits}”; give more of its digits",
                "{count} articles have an id that begins with “{digits}”; give more of its digits",
                len(found),
                digits=digits,
            )
        )
    held = await library.run(lambda library: library.held(found[0]))
    if held is None:
        raise NotFoundError(_nothing(digits))
    return clean_article(held.article)


def _exists(argument: str) -> bool:
    """Whether there is such a path; no path at all, as of an unset variable, is not this folder."""
    try:
        return bool(argument) and Path(argument).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False


def _path_of(url: str) -> str:
    """The path of a ``file:`` address of this machine (RFC 8089)."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise NotFoundError(_nothing(url)) from error
    if parts.netloc.lower() not in ("", "localhost") or not parts.path:
        raise NotFoundError(
            tr(
                "{url} is on another machine; only files of this one are read",
                url=clean_line(url)[:MAX_SHOWN],
            )
        )
    return unquote(parts.path, errors="surrogateescape")


def _nothing(argument: str) -> str:
    shown = clean_line(argument)[:MAX_SHOWN]
    scheme = _SCHEME.match(argument)
    if scheme is not None and not _exists(argument):
        return tr("“{place}” can't be opened: of addresses, http:, https: and file: are read", place=shown)
    if is_id(argument):
        return tr(
            "no file and no article has the name or id “{place}”; `tui-reader list` shows the ids",
            place=shown,
        )
    return tr("no file, address or article id “{place}”; an address begins with https://", place=shown)
