"""The refresh that ``tui-reader refresh`` is: print each edition as it comes."""

from __future__ import annotations

import argparse
import asyncio
import gc
from collections.abc import Sequence
from contextlib import aclosing

from tui_reader.announcing import announce
from tui_reader.clean import clean_address, clean_line
from tui_reader.commands.choosing import match_source
from tui_reader.commands.means import Means, utc_now
from tui_reader.commands.output import complain, one_line, write, write_json
from tui_reader.config import Config
from tui_reader.errors import ReaderError
from tui_reader.languages import label
from tui_reader.model import Outcome, RefreshResult, Source
from tui_reader.rendering.cells import fit, width
from tui_reader.words import tr, trc, trn
from tui_reader.worker_process import Worker

MAX_WARNINGS = 3


def run(arguments: argparse.Namespace, workers: Sequence[Worker]) -> int:
    """Refresh the sources named, else all of them, with ``workers`` that run already; the exit status."""
    return asyncio.run(_refresh(arguments, workers))


async def _refresh(arguments: argparse.Namespace, workers: Sequence[Worker]) -> int:
    async with Means(arguments, workers) as means:
        sources = chosen(means.config, arguments.sources)
        if not sources:
            complain(tr("{path} names no source; add one, as its first lines tell", path=means.config.path))
            return 0
        library = await means.library(make=True)
        assert library is not None
        tools = await means.tools()
        from tui_reader.lots import ALONE
        from tui_reader.refresh import refresh

        gc.freeze()
        gc.enable()
        failed = False
        new: list[str] = []
        name_width = max(width(source.name) for source in sources)
        results = refresh(
            sources,
            library=library,
            web=tools.web,
            workers=tools.workers,
            now=utc_now,
            full_text=means.config.settings.full_text,
            by_hand=bool(arguments.sources),
            rules=means.config.rules,
            pace=ALONE,
        )
        async with aclosing(results) as coming:
            async for result in coming:
                new += result.ids
                if arguments.json:
                    write_json(to_object(result))
                else:
                    _print(result, name_width)
                if result.error is not None:
                    failed = True
                    edition = f" ({label(result.language)})" if result.language else ""
                    complain(f"{result.source}{edition}: {result.error.message}")
        try:
            await announce(means.config.settings, new, library, now=utc_now())
        except ReaderError as error:
            failed = True
            complain(str(error))
        return 1 if failed else 0


def chosen(config: Config, names: Sequence[str]) -> list[Source]:
    """The sources of these names, each once and in the order given; all without a name. Raises UsageError."""
    if not names:
        return list(config.sources)
    by_name = {source.name: source for source in config.sources}
    return [by_name[name] for name in dict.fromkeys(match_source(name, by_name) for name in names)]


def to_object(result: RefreshResult) -> dict[str, object]:
    """The object that ``refresh --json`` prints."""
    error = result.error
    return {
        "source": result.source,
        "language": result.language,
        "url": clean_address(result.url),
        "outcome": result.outcome.value,
        "new": result.new,
        "seconds": round(result.seconds, 3),
        "error": None if error is None else {"kind": error.kind, "message": one_line(error.message)},
        "texts": result.texts,
        "warnings": [one_line(warning) for warning in result.warnings],
    }


def _print(result: RefreshResult, name_width: int) -> None:
    told = {
        Outcome.NEW: trn("{count} new", "{count} new", result.new),
        Outcome.UNCHANGED: tr("unchanged"),
        Outcome.ERROR: tr("failed"),
    }
    told_width = max(10, width(tr("unchanged")), width(tr("failed")))
    language = label(result.language) if result.language else ""
    name = fit(clean_line(result.source), name_width)
    full = trn("{count} full text", "{count} full texts", result.texts)
    number = f"{result.seconds:6.1f}".replace(".", trc("decimal mark", "."))
    seconds = tr("{number} s", number=number)
    texts = f"  {full}" if result.texts else ""
    write(f"{name}  {fit(language, 3)} {fit(told[result.outcome], told_width)} {seconds}{texts}")
    for warning in result.warnings[:MAX_WARNINGS]:
        write(f"    {one_line(warning)}")
    if len(result.warnings) > MAX_WARNINGS:
        more = len(result.warnings) - MAX_WARNINGS
        write(
            "    " + trn("and {count} more; --json lists them", "and {count} more; --json lists them", more)
        )
