"""``tui-reader rule``: the rules in ``feeds.toml``, and what they would find of what is held."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from tui_reader.clean import clean_line
from tui_reader.commands.listing import print_text, to_object
from tui_reader.commands.means import library_path, load_config, open_library, settings_path
from tui_reader.commands.output import complain, write, write_json
from tui_reader.config import Config
from tui_reader.library.library import Library
from tui_reader.model import Query
from tui_reader.rules import Rule, understood
from tui_reader.search.parse import parse
from tui_reader.search.terms import Search
from tui_reader.words import tr, trn

NEWEST = 10


def run(arguments: argparse.Namespace) -> int:
    """List them, or try them or another query; nothing is changed."""
    config = load_config(arguments)
    query: str | None = getattr(arguments, "query", None)
    if query is None and not config.rules:
        complain(tr("{path} has no rules; add [[rule]] with match and do", path=settings_path(arguments)))
        return 0
    if arguments.action == "list":
        for listed in config.rules:
            _tell(listed, as_json=arguments.json)
        return 0
    now = datetime.now(UTC)
    wanted: list[tuple[Rule | None, Search | None]] = [*understood(config.rules, now=now)]
    if query is not None:
        wanted = [(None, parse(query, now=now))]
    library = open_library(arguments, config)
    if library is None:
        path = library_path(arguments)
        if not arguments.json:
            complain(tr("nothing is held in {path} yet; `tui-reader refresh` fetches the news", path=path))
        return 0
    with library:
        for rule, search in wanted:
            _try(library, config, rule, search, as_json=arguments.json)
    return 0


def _tell(rule: Rule, *, as_json: bool) -> None:
    if as_json:
        write_json({"match": rule.match, "do": rule.do})
    else:
        write(f"{rule.do:<20} {clean_line(rule.match)}")


def _try(
    library: Library, config: Config, rule: Rule | None, search: Search | None, *, as_json: bool
) -> None:
    """How many articles ``search`` finds, and the newest of them."""
    asked, order = Query(search=search), config.settings.languages
    count = library.lists.count(asked, None)
    rows = library.lists.rows(asked, None, limit=NEWEST)
    text = search.text if search is not None else ""
    if as_json:
        newest = [to_object(headline, order) for headline in library.headlines(rows)]
        do = rule.do if rule is not None else None
        write_json({"match": text, "do": do, "count": count, "newest": newest})
        return
    told = trn("{count} article: {query}", "{count} articles: {query}", count, query=clean_line(text))
    write(told if rule is None else f"{rule.do}: {told}")
    print_text(library, rows, order)
