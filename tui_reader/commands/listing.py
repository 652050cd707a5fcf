"""``tui-reader list``: what is held, newest first, one line an article or a story."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from tui_reader.bookmarks import note_text, tag_names
from tui_reader.clean import clean_address, clean_line
from tui_reader.codec import to_time
from tui_reader.commands.choosing import match_source
from tui_reader.commands.means import open_library
from tui_reader.commands.named import library_path, load_config
from tui_reader.commands.output import complain, screen_width, write, write_json
from tui_reader.commands.template import Values, compiled
from tui_reader.config import Config
from tui_reader.errors import UsageError
from tui_reader.language_tag import language
from tui_reader.languages import in_order, label
from tui_reader.library.library import Library
from tui_reader.model import Headline, Query
from tui_reader.rendering.cells import columns, fit
from tui_reader.search.excerpts import Excerpt
from tui_reader.search.finder import Finder
from tui_reader.search.terms import Search, hidden
from tui_reader.words import tr

ID_DIGITS = 10
KEYS = (
    *("id", "story", "title", "language", "source", "published", "url", "summary", "read", "bookmarked"),
    *("editions", "tags", "note", "sources"),
)
AT_ONCE = 500


def run(arguments: argparse.Namespace) -> int:
    """Print what the library holds; the exit status."""
    config = load_config(arguments)
    try:
        tag = language(arguments.lang) if arguments.lang is not None else None
    except ValueError as error:
        raise UsageError(str(error)) from error
    search = _understood(arguments.search)
    query = Query(
        language=tag,
        unread=arguments.unread,
        bookmarked=arguments.bookmarked,
        search=hidden(search) if arguments.hidden else search,
    )
    return print_headlines(
        arguments, config, query, stories=arguments.stories, source=arguments.source, limit=arguments.limit
    )


def _understood(query: str | None) -> Search | None:
    """What ``--search`` asks for. Raises `QueryError`."""
    if query is None:
        return None
    from tui_reader.search.parse import parse

    return parse(query, now=datetime.now(UTC))


def print_headlines(
    arguments: argparse.Namespace,
    config: Config,
    query: Query,
    *,
    stories: bool = False,
    source: str | None = None,
    limit: int | None = None,
) -> int:
    """Print what ``query`` finds, as JSON Lines or as columns."""
    finder = Finder.of(query.search)
    keys = (*KEYS, "excerpt") if query.search is not None else KEYS
    line = None if arguments.format is None else compiled(arguments.format, keys)
    library = open_library(arguments, config)
    if library is None:
        if source is not None:
            match_source(source, [one.name for one in config.sources])
        if not arguments.json:
            complain(
                tr(
                    "nothing is held in {path} yet; `tui-reader refresh` fetches the news",
                    path=library_path(arguments),
                )
            )
        return 0
    with library:
        if source is not None:
            names = [*(one.name for one in config.sources), *library.counts()]
            query = replace(query, source=match_source(source, names))
        order = config.settings.languages if stories else None
        rows = library.lists.rows(query, order, limit=-1 if limit is None else limit)
        if arguments.json or line is not None:
            searched = query.search is not None
            _print_objects(library, rows, config.settings.languages, line, finder, searched=searched)
        else:
            print_text(library, rows, config.settings.languages, finder)
    return 0


def _print_objects(
    library: Library,
    rows: Sequence[int],
    order: Sequence[str],
    line: Callable[[Values], str] | None,
    finder: Finder | None,
    *,
    searched: bool,
) -> None:
    """As JSON Lines, or as ``line`` writes them; those that were ``searched`` with their excerpts."""
    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        headlines = library.headlines(some)
        excerpts = _excerpts(library, some, finder)
        notes = library.bookmarks.notes(headline.story for headline in headlines if headline.bookmarked)
        for headline in headlines:
            found = to_object(headline, order, notes.get(headline.story))
            if searched:
                excerpt = excerpts.get(headline.row)
                found["excerpt"] = clean_line(excerpt.text) if excerpt is not None else None
            if line is None:
                write_json(found)
            else:
                write(line(found))


def to_object(headline: Headline, order: Sequence[str] = (), note: str | None = None) -> dict[str, object]:
    """The object that ``list --json`` prints."""
    return {
        "id": headline.id,
        "story": headline.story,
        "title": clean_line(headline.title),
        "language": headline.language,
        "source": clean_line(headline.source),
        "published": to_time(headline.published),
        "url": clean_address(headline.url) if headline.url else None,
        "summary": clean_line(headline.summary),
        "read": headline.read,
        "bookmarked": headline.bookmarked,
        "editions": in_order(headline.languages, order),
        "tags": list(tag_names(headline.tags)),
        "note": note_text(note),
        "sources": [clean_line(name) for name in headline.sources],
    }


def print_text(
    library: Library, rows: Sequence[int], order: Sequence[str], finder: Finder | None = None
) -> None:
    """The articles ``rows`` as columns, no wider than a terminal; under each the words that ``finder`` found."""
    screen = screen_width()

    def put(line: str) -> None:
        write(fit(line, screen).rstrip() if screen else line)

    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        found = library.headlines(some)
        excerpts = _excerpts(library, some, finder)
        for headline, line in zip(found, columns([_row(one, order) for one in found]), strict=True):
            put(line)
            if (excerpt := excerpts.get(headline.row)) is not None:
                put(f"    {excerpt.label}{clean_line(excerpt.text)}")


def _excerpts(library: Library, rows: Sequence[int], finder: Finder | None) -> dict[int, Excerpt]:
    return library.excerpts(rows, finder) if finder is not None else {}


def _row(headline: Headline, order: Sequence[str]) -> list[str]:
    others = [tag for tag in in_order(headline.languages, order) if tag != headline.language]
    tags = [headline.language, *others]
    moment = headline.published
    return [
        ("★" if headline.bookmarked else " ") + (" " if headline.read else "•"),
        headline.id[:ID_DIGITS],
        moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else "",
        " ".join(("≈" if tag in headline.likely else "") + label(tag) for tag in tags),
        clean_line(", ".join(headline.sources)),
        " ".join([clean_line(headline.title), *(f"#{tag}" for tag in tag_names(headline.tags))]),
    ]
