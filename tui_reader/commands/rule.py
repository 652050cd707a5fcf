"""``tui-reader rule``: the rules in ``feeds.toml``, what they would find of what is held, and what they hid."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from tui_reader.clean import clean_line
from tui_reader.commands.listing import print_text, to_object
from tui_reader.commands.means import open_library
from tui_reader.commands.named import library_path, load_config, settings_path
from tui_reader.commands.output import complain, write, write_json
from tui_reader.config import Config
from tui_reader.library.library import Library
from tui_reader.model import Query
from tui_reader.rules import Deed, Rule, understood
from tui_reader.search.parse import parse
from tui_reader.search.terms import Is, Not, Search, State, both
from tui_reader.words import tr, trn

NEWEST = 10


def run(arguments: argparse.Namespace) -> int:
    """List them, try them or another query, or show again what they hid; the exit status."""
    config = load_config(arguments)
    if arguments.action == "unhide":
        return _unhide(arguments, config)
    if arguments.action == "list":
        return _list(arguments, config)
    query: str | None = getattr(arguments, "query", None)
    if query is None and not config.rules:
        complain(tr("{path} has no rules; add [[rule]] with match and do", path=settings_path(arguments)))
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


def _list(arguments: argparse.Namespace, config: Config) -> int:
    """The rules, and besides them those that are gone and still hide something."""
    library = open_library(arguments, config)
    hidden: dict[str, int] = {}
    if library is not None:
        with library:
            hidden = library.hiding.by_rule()
    own = {rule.match for rule in config.rules if rule.deed is Deed.HIDE}
    gone = {match: count for match, count in hidden.items() if match and match not in own}
    if not config.rules and not gone:
        complain(tr("{path} has no rules; add [[rule]] with match and do", path=settings_path(arguments)))
        return 0
    for rule in config.rules:
        count = hidden.get(rule.match, 0) if rule.deed is Deed.HIDE else None
        if arguments.json:
            write_json({"match": rule.match, "do": rule.do} | ({} if count is None else {"hidden": count}))
        else:
            told = "" if not count else f"  ({_hidden(count)})"
            write(f"{rule.do:<20} {clean_line(rule.match)}{told}")
    for match, count in gone.items():
        complain(
            tr(
                "no longer in feeds.toml: {match} ({hidden}; `tui-reader rule unhide` shows them again)",
                match=clean_line(match),
                hidden=_hidden(count),
            )
        )
    return 0


def _hidden(count: int) -> str:
    return trn("{count} article is hidden", "{count} articles are hidden", count)


def _unhide(arguments: argparse.Namespace, config: Config) -> int:
    """Show again what a search finds of what is hidden; without one, what rules hid that are gone."""
    search = parse(arguments.query, now=datetime.now(UTC)) if arguments.query is not None else None
    library = open_library(arguments, config)
    count = 0
    if library is not None:
        with library:
            if search is not None:
                count = len(library.hiding.show_found(search))
            elif arguments.query is None:
                own = {rule.match for rule in config.rules if rule.deed is Deed.HIDE}
                gone = [match for match in library.hiding.by_rule() if match and match not in own]
                count = len(library.hiding.show_of_rules(gone))
    if arguments.json:
        write_json({"shown": count})
    else:
        write(trn("{count} article is shown again", "{count} articles are shown again", count))
    return 0


def _try(
    library: Library, config: Config, rule: Rule | None, search: Search | None, *, as_json: bool
) -> None:
    """How many articles ``search`` finds, and the newest of them; of a rule that hides, what it would hide besides what it has."""
    hidden = None
    if rule is not None and rule.deed is Deed.HIDE and search is not None:
        search = Search(search.text, both(search.root, Not(Is(State.BOOKMARKED))))
        hidden = library.hiding.by_rule().get(rule.match, 0)
    asked, order = Query(search=search), config.settings.languages
    count = library.lists.count(asked, None)
    rows = library.lists.rows(asked, None, limit=NEWEST)
    text = search.text if search is not None else ""
    if as_json:
        newest = [to_object(headline, order) for headline in library.headlines(rows)]
        do = rule.do if rule is not None else None
        more = {} if hidden is None else {"hidden": hidden}
        write_json({"match": text, "do": do, "count": count, "newest": newest} | more)
        return
    told = trn("{count} article: {query}", "{count} articles: {query}", count, query=clean_line(text))
    told += f" ({_hidden(hidden)})" if hidden else ""
    write(told if rule is None else f"{rule.do}: {told}")
    print_text(library, rows, order)
