"""``tui-reader source``: the sources in ``feeds.toml``, listed and changed."""

from __future__ import annotations

import argparse

from tui_reader import sources_file
from tui_reader.clean import clean_line
from tui_reader.commands.choosing import match_source
from tui_reader.commands.means import open_library
from tui_reader.commands.named import load_config, settings_path
from tui_reader.commands.output import complain, write, write_json
from tui_reader.config import Config
from tui_reader.errors import ReaderError, UsageError
from tui_reader.model import Source
from tui_reader.words import tr


def run(arguments: argparse.Namespace) -> int:
    """Do it; 1 where the library couldn't be told of a new name."""
    config = load_config(arguments)
    names = [source.name for source in config.sources]
    if arguments.action == "list":
        for source in config.sources:
            _tell(source, as_json=arguments.json)
        return 0
    path = settings_path(arguments)
    if arguments.action == "rename":
        return _rename(arguments, config)
    if arguments.action == "move":
        name = match_source(arguments.name, names)
        sources_file.move_source(path, name, _before(arguments, name, names))
        return 0
    for name in [match_source(named, names) for named in arguments.names]:
        if arguments.action == "remove":
            sources_file.remove_source(path, name)
        else:
            sources_file.set_category(path, name, clean_line(arguments.category) or None)
    return 0


def _tell(source: Source, *, as_json: bool) -> None:
    if as_json:
        editions = [{"language": one.language, "url": one.url} for one in source.editions]
        path = str(source.path) if source.path is not None else None
        write_json({"source": source.name, "category": source.category, "editions": editions, "path": path})
    else:
        languages = " ".join(edition.language or "?" for edition in source.editions)
        write(f"{source.category or '':<20.20} {source.name}{f'  {languages}' if languages else ''}")


def _rename(arguments: argparse.Namespace, config: Config) -> int:
    name = match_source(arguments.name, [source.name for source in config.sources])
    new = clean_line(arguments.new)
    if not new:
        raise UsageError(tr("a source's name can't be empty; give it one"))
    sources_file.rename_source(settings_path(arguments), name, new)
    try:
        library = open_library(arguments, config)
        if library is not None:
            with library:
                library.rename_source(name, new)
    except ReaderError as error:
        complain(
            tr("feeds.toml has the new name, but the library keeps “{name}”: {error}", name=name, error=error)
        )
        return 1
    return 0


def _before(arguments: argparse.Namespace, name: str, names: list[str]) -> str | None:
    """The source before which ``name`` is to stand; None for the end."""
    others = [other for other in names if other != name]
    if arguments.first:
        return others[0] if others else name
    if arguments.last:
        return None
    other = match_source(arguments.before if arguments.before is not None else arguments.after, names)
    if other == name:
        raise UsageError(tr("“{name}” can't stand before or after itself; name another source", name=name))
    if arguments.before is not None:
        return other
    after = others[others.index(other) + 1 :]
    return after[0] if after else None
