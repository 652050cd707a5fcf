"""``tui-reader import`` of bookmarks: from a browser's file, or from our own JSON."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tui_reader.bookmark_list import Given, GivenList
from tui_reader.bookmarks import Bookmark
from tui_reader.clean import clean_address, clean_line
from tui_reader.commands.means import Means, utc_now
from tui_reader.commands.output import complain, write, write_json
from tui_reader.library.library import Library
from tui_reader.reading import read_bookmarks
from tui_reader.words import tr, trn

SECONDS = 60.0
AT_ONCE = 100  # in one transaction, which others wait for


async def take_in(arguments: argparse.Namespace, data: bytes) -> int:
    """Bookmark what the list names; 1 where some of its lines can't be used, the others are in all the same.

    What is held is found by its address and keeps its text; what isn't is kept by its address and title.
    """
    async with Means(arguments) as means:
        workers = await means.workers()
        found: GivenList = await workers.run(read_bookmarks, data, timeout=SECONDS)
        given, new = list(found.bookmarks.values()), 0
        library = await means.library(make=not arguments.dry_run)
        for at in range(0, len(given), AT_ONCE):
            batch = given[at : at + AT_ONCE]
            if library is None:
                unknown: Sequence[bool] = [True] * len(batch)
            elif arguments.dry_run:
                unknown = await library.run(lambda held, batch=batch: _unknown(held, batch))  # type: ignore[misc]
            else:
                unknown = await library.run(lambda held, batch=batch: _store(held, batch))  # type: ignore[misc]
            new += sum(unknown)
            for one, fresh in zip(batch, unknown, strict=True):
                _tell(one, fresh, arguments)
        failed = means.failed
    _tell_refused(found)
    if not arguments.json:
        count = len(given)
        all_ = trn("{count} bookmark", "{count} bookmarks", count)
        write(
            tr(
                "{bookmarks}, {new} of them new here; {bad} lines not taken",
                bookmarks=all_,
                new=new,
                bad=found.bad,
            )
        )
    return 1 if found.bad or failed else 0


def _unknown(library: Library, batch: Sequence[Given]) -> list[bool]:
    return [id is None for id in _held(library, batch)]


def _held(library: Library, batch: Sequence[Given]) -> list[str | None]:
    ids = ([one.article.id, *([one.id] if one.id is not None else [])] for one in batch)
    return library.bookmarks.held_as(zip(ids, (one.article.url for one in batch), strict=True))


def _store(library: Library, batch: Sequence[Given]) -> list[bool]:
    """Keep a part of the list; which were not held. They count as read: an old bookmark is no news."""
    now = utc_now()
    held = _held(library, batch)
    fresh = [one.article for one, id in zip(batch, held, strict=True) if id is None]
    library.mark_read(library.store(fresh, now=now), True, now=now)
    library.bookmarks.join(
        (
            Bookmark(id or one.article.id, one.at, one.tags, one.note)
            for one, id in zip(batch, held, strict=True)
        ),
        now=now,
    )
    return [id is None for id in held]


def _tell(one: Given, fresh: bool, arguments: argparse.Namespace) -> None:
    title, url = clean_line(one.article.title), clean_address(one.article.url or "") or None
    if arguments.json:
        write_json({"title": title, "url": url, "tags": list(one.tags), "note": one.note, "new": fresh})
    elif arguments.dry_run:
        write(" ".join([title, *(f"#{tag}" for tag in one.tags)]))


def _tell_refused(found: GivenList) -> None:
    for line in found.named:
        complain(tr("not taken: {line}", line=line))
    more = found.bad - len(found.named)
    if more > 0:
        complain(trn("not taken: {count} more", "not taken: {count} more", more))
