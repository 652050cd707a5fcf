"""``tui-reader add``: find what can be followed at an address, show it, ask, and write it into ``feeds.toml``.

Without a terminal nobody can be asked: then ``--yes`` adds the feed of each language, ``--dry-run`` and ``--json`` show
what there is, and without any of them nothing is fetched.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence

from tui_reader import config, paths
from tui_reader.clean import clean_line
from tui_reader.commands.means import Means
from tui_reader.commands.named import settings_path
from tui_reader.commands.output import complain, failure, write, write_json
from tui_reader.config import Config
from tui_reader.errors import ReaderError, UsageError
from tui_reader.languages import label
from tui_reader.offering import Feed, Offer, sources_of
from tui_reader.sources_file import add_sources, unused_name
from tui_reader.words import tr, trn

MAX_SHOWN = 40


def run(arguments: argparse.Namespace) -> int:
    """Find and add; 1 where an address led to nothing."""
    asking = not (arguments.yes or arguments.dry_run or arguments.json)
    if asking and not (sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            tr("there is no terminal to ask on; --yes adds what is found, --dry-run only shows it")
        )
    return asyncio.run(_add(arguments, asking=asking))


async def _add(arguments: argparse.Namespace, *, asking: bool) -> int:
    from tui_reader.discovering import discover

    status = 0
    async with Means(arguments) as means:
        _ = means.config  # a file that is wrong is told before anything is fetched
        tools = await means.tools()
        for address in arguments.addresses:
            try:
                offer = await discover(address, web=tools.web, workers=tools.workers)
                known = _known(arguments)
                chosen = _choose(arguments, offer, known, asking=asking)
                _follow(arguments, offer, chosen, known)
                if arguments.json:
                    _tell(address, offer, chosen, known)
            except ReaderError as error:
                status = 1
                if arguments.json:
                    write_json({"url": clean_line(address), "error": failure(error)})
                complain(str(error))
    return status


def _known(arguments: argparse.Namespace) -> Config:
    path = settings_path(arguments)
    return config.load(path if path.exists() else paths.starter_feeds())


def followed(offer: Offer, known: Config) -> dict[str, str]:
    """The addresses of the offer that are already followed, each with the name of its source."""
    held = {edition.url.rstrip("/"): source.name for source in known.sources for edition in source.editions}
    return {feed.url: held[feed.url.rstrip("/")] for feed in offer.feeds if feed.url.rstrip("/") in held}


def _choose(arguments: argparse.Namespace, offer: Offer, known: Config, *, asking: bool) -> tuple[Feed, ...]:
    """The feeds to add: those that the reader picks, or a new one of each language."""
    held = followed(offer, known)
    usual = tuple(feed for feed in offer.editions if feed.url not in held)
    if not arguments.json:
        _show(offer, held)
    for note in offer.notes:
        complain(note)
    if not asking:
        return usual if arguments.yes and not arguments.dry_run else ()
    free = [number for number, feed in enumerate(offer.feeds, 1) if feed.url not in held]
    return tuple(
        offer.feeds[number - 1] for number in _asked(offer, free, [offer.feeds.index(f) + 1 for f in usual])
    )


def _show(offer: Offer, held: dict[str, str]) -> None:
    write(clean_line(offer.name))
    for number, feed in enumerate(offer.feeds, 1):
        if number == len(offer.editions) + 1:
            write(tr("also:"))
        facts = [trn("{count} entry", "{count} entries", feed.facts.entries)]
        if feed.facts.newest is not None:
            facts.append(tr("newest {date}", date=f"{feed.facts.newest:%Y-%m-%d}"))
        if feed.url in held:
            facts.append(tr("followed as “{name}”", name=held[feed.url]))
        name = clean_line(feed.title or "")[:MAX_SHOWN]
        write(
            f"{number:>3} {label(feed.language):<3} {name}: {', '.join(facts)}\n        {clean_line(feed.url)}"
        )


def _asked(offer: Offer, free: Sequence[int], usual: Sequence[int]) -> list[int]:
    """The numbers that the reader wants; [] for none."""
    if not free:
        write(tr("All of it is already followed."))
        return []
    listed = " ".join(map(str, usual))
    question = (
        tr("Add {numbers} as “{name}”? [Y/n, or numbers]", numbers=listed, name=clean_line(offer.name)) + " "
        if usual
        else tr("Which? [numbers, or n]") + " "
    )
    while True:
        try:
            answer = input(question).strip().casefold()
        except EOFError:
            return []
        if usual and answer in ("", "y", "yes"):
            return list(usual)
        if answer in ("", "n", "no"):
            return []
        words = answer.replace(",", " ").split()
        if all(word.isascii() and word.isdigit() and int(word[:6]) in free for word in words):
            return sorted({int(word) for word in words})
        write(tr("Numbers from {numbers}, please; n ends", numbers=", ".join(map(str, free))))


def _follow(arguments: argparse.Namespace, offer: Offer, chosen: tuple[Feed, ...], known: Config) -> None:
    names = {source.name.casefold() for source in known.sources}
    category = clean_line(arguments.category or "") or None
    found = sources_of(clean_line(arguments.name or "") or offer.name, category, chosen)
    if not found:
        return
    from dataclasses import replace

    new = [replace(source, name=unused_name(source.name, names)) for source in found]
    where = add_sources(settings_path(arguments), new)
    if not arguments.json:
        for source in new:
            write(
                tr(
                    "Added “{name}” to {file}; `tui-reader refresh` fetches it",
                    name=source.name,
                    file=clean_line(str(where)),
                )
            )


def _tell(address: str, offer: Offer, chosen: tuple[Feed, ...], known: Config) -> None:
    held = followed(offer, known)
    for feed in offer.feeds:
        write_json(
            {
                "url": clean_line(address),
                "source": offer.name,
                "feed": feed.url,
                "title": feed.title,
                "language": feed.language,
                "entries": feed.facts.entries,
                "newest": feed.facts.newest.isoformat() if feed.facts.newest else None,
                "edition": feed in offer.editions,
                "followed": held.get(feed.url),
                "added": feed in chosen,
            }
        )
