"""``tui-reader import``: take over the feeds of another reader, from OPML or newsboat's ``urls`` file, or bookmarks."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tui_reader import paths
from tui_reader.clean import clean_line
from tui_reader.commands.input import read_standard_input
from tui_reader.commands.means import Means
from tui_reader.commands.named import settings_path
from tui_reader.commands.output import complain, write, write_json
from tui_reader.config import Config, load
from tui_reader.errors import InputError
from tui_reader.model import Edition, Source
from tui_reader.opening import STANDARD_INPUT
from tui_reader.reading import read_subscriptions
from tui_reader.sources.bookmark_lists import looks_like_bookmarks
from tui_reader.sources.decode import decompress
from tui_reader.sources.files import read_regular
from tui_reader.sources.web.addresses import without_credentials
from tui_reader.sources_file import add_sources, addition, is_usable, unused_name
from tui_reader.subscribing import Subscription, Subscriptions
from tui_reader.words import tr, trn

SECONDS = 20.0


def run(arguments: argparse.Namespace) -> int:
    """Import the list; 1 where some of its lines can't be used, the others are in all the same."""
    return asyncio.run(_import(arguments))


async def _import(arguments: argparse.Namespace) -> int:
    data = _data(arguments.file)
    if looks_like_bookmarks(data):
        from tui_reader.commands.import_bookmarks import take_in

        return await take_in(arguments, data)
    async with Means(arguments) as means:
        known = means.config if settings_path(arguments).exists() else load(paths.starter_feeds())
        workers = await means.workers()
        found: Subscriptions = await workers.run(read_subscriptions, data, timeout=SECONDS)
    asked = sources_of(found.feeds, known)
    new: list[Source] = []
    for source in asked:
        if is_usable(source):
            new.append(source)
        else:
            found.refuse(source.name, tr("its address can't be one of a feed"))
    held = len(found.feeds) - sum(len(source.editions) for source in asked)
    for source in new:
        _tell(_shown(source), as_json=arguments.json)
    for line in found.named:
        complain(tr("not taken: {line}", line=line))
    if found.bad > len(found.named):
        more = found.bad - len(found.named)
        complain(trn("not taken: {count} more", "not taken: {count} more", more))
    where: Path | None = None
    if arguments.dry_run:
        write(addition(map(_shown, new))) if new and not arguments.json else None
    elif new:
        where = add_sources(settings_path(arguments), new)
    if not arguments.json:
        write(_told(len(new), held, found.bad, where))
    return 1 if found.bad else 0


def _told(new: int, held: int, bad: int, where: Path | None) -> str:
    """The numbers of new sources, of feeds already known and of lines not taken."""
    if where is None:
        first = trn("{count} new source", "{count} new sources", new)
    else:
        path = clean_line(str(where))
        first = trn("{count} new source in {path}", "{count} new sources in {path}", new, path=path)
    known = trn("{count} feed already known", "{count} feeds already known", held)
    refused = trn("{count} line not taken", "{count} lines not taken", bad)
    return f"{first}, {known}, {refused}"


def _data(named: str) -> bytes:
    if named == STANDARD_INPUT:
        return decompress(read_standard_input())
    try:
        return decompress(read_regular(Path(named).expanduser())[0])
    except RuntimeError as error:
        raise InputError(
            tr("“{path}” names a home folder that doesn't exist", path=clean_line(named))
        ) from error


def _shown(source: Source) -> Source:
    """``source`` without the passwords in its addresses: those are for the settings alone."""
    editions = tuple(replace(one, url=without_credentials(one.url)) for one in source.editions)
    return replace(source, editions=editions)


def _tell(source: Source, *, as_json: bool) -> None:
    if as_json:
        editions = [{"language": one.language, "url": one.url} for one in source.editions]
        write_json({"source": source.name, "category": source.category, "editions": editions})
    else:
        write(f"{source.category or '':<20.20} {source.name}")


def sources_of(feeds: Iterable[Subscription], known: Config) -> list[Source]:
    """The feeds that are not followed yet as sources: editions of one where the list says so, each by itself else."""
    held = {edition.url for source in known.sources for edition in source.editions}
    names = {source.name.casefold() for source in known.sources}
    grouped: dict[tuple[str | None, str], list[Subscription]] = {}
    for feed in feeds:
        if feed.url not in held:
            key = (feed.category, feed.source) if feed.source else (None, f"\n{feed.url}")
            grouped.setdefault(key, []).append(feed)
    done = []
    for (_, name), group in grouped.items():
        languages = [feed.language for feed in group]
        together = None not in languages and len(set(languages)) == len(group)
        for part in [group] if together or len(group) == 1 else [[feed] for feed in group]:
            title = name if together and len(group) > 1 else part[0].title
            editions = tuple(Edition(feed.url, feed.language) for feed in part)
            done.append(Source(unused_name(title, names), part[0].category, editions))
    return done
