"""What a refresh brought, told by a program of the reader's choice: ``on_new`` in the settings.

It is one argument list, never a shell's line, and has a deadline. What strangers wrote fills whole words of it
and can't become an option.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
from collections.abc import Mapping, Sequence
from datetime import datetime

from tui_reader.clean import clean_address, clean_line
from tui_reader.config import Settings
from tui_reader.library.library import Library
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Query
from tui_reader.outside import OutsideError
from tui_reader.reasons import reason as system_reason
from tui_reader.search.parse import parse
from tui_reader.search.terms import Is, Not, Search, State, asks_for_hidden, both
from tui_reader.words import tr

SECONDS = 10.0
MAX_VALUE = 300  # characters of a title in a message
_FIELD = re.compile(r"\{([a-z]+)\}")


async def announce(settings: Settings, ids: Sequence[str], library: LibraryThread, *, now: datetime) -> None:
    """Run ``on_new`` where ``ids``, of new articles, hold something that it is wanted for.

    Raises QueryError for an ``on_new_match`` that is wrong, OutsideError where the program can't be run, fails or takes too long, and LibraryError.
    """
    if not settings.on_new or not ids:
        return
    wanted = parse(settings.on_new_match, now=now)
    if not asks_for_hidden(wanted):
        shown = Not(Is(State.HIDDEN))
        wanted = Search("", shown if wanted is None else both(wanted.root, shown))
    found = await library.run(lambda held: _found(held, settings, Query(ids=tuple(ids), search=wanted)))
    if found is not None:
        await _run([settings.on_new[0], *(filled(word, found) for word in settings.on_new[1:])])


def _found(library: Library, settings: Settings, query: Query) -> Mapping[str, str] | None:
    """What there is to tell: how many stories, and the newest of them."""
    rows = library.index(query, settings.languages)
    if not rows:
        return None
    newest = library.headlines(rows[:1])[0]
    return {
        "count": str(len(rows)),
        "title": clean_line(newest.title)[:MAX_VALUE],
        "source": clean_line(newest.source)[:MAX_VALUE],
        "language": newest.language or "",
        "url": clean_address(newest.url) if newest.url else "",
        "id": newest.id,
    }


def filled(word: str, values: Mapping[str, str]) -> str:
    """``word`` with each ``{field}`` filled in, once; a hyphen that a value would begin it with is no option's."""
    done = _FIELD.sub(lambda match: values.get(match[1], match[0]), word)
    return f"\u2010{done[1:]}" if done.startswith("-") and not word.startswith("-") else done


async def _run(command: Sequence[str]) -> None:
    null = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=null, stdout=null, stderr=null, start_new_session=True
        )
    except (OSError, ValueError) as error:
        reason = system_reason(error)
        raise OutsideError(
            tr(
                "on_new: {command} can't be started ({reason}); correct it in feeds.toml",
                command=command[0],
                reason=reason,
            )
        ) from error
    try:
        status = await asyncio.wait_for(process.wait(), SECONDS)
    except TimeoutError as error:
        raise OutsideError(
            tr(
                "on_new: {command} took longer than {seconds} s and was ended",
                command=command[0],
                seconds=f"{SECONDS:.0f}",
            )
        ) from error
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # what it started, too
            await process.wait()
    if status:
        raise OutsideError(
            tr("on_new: {command} failed with status {status}", command=command[0], status=status)
        )
