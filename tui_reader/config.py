"""``feeds.toml``: the sources that the reader follows, the settings and the keys.

The file is only ever read here. What is wrong in it is told in one line with file, line and key, and with the
nearest key that exists; a file that can't be read leaves everything else as it is.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field, fields, replace
from pathlib import Path
from typing import Any

from tui_reader import config_check as check
from tui_reader import paths
from tui_reader.clean import clean_line
from tui_reader.config_check import KeyPath, Wrong
from tui_reader.config_rules import RULES, rule
from tui_reader.config_searches import SEARCHES, SavedSearch, saved_search
from tui_reader.errors import ConfigError
from tui_reader.language_tag import language as as_tag
from tui_reader.model import Edition, Selectors, Source
from tui_reader.reasons import reason as system_reason
from tui_reader.rules import Rule
from tui_reader.settings import FULL_TEXT, SETTINGS, FullText, Settings
from tui_reader.shapes import (
    ADDRESS,
    FLAG,
    KEYS,
    LANGUAGE,
    PATH,
    SELECTORS,
    TAG,
    TEXT,
    Leaf,
    Many,
    Row,
    Schema,
    Table,
    stop,
)
from tui_reader.values import frozen
from tui_reader.words import N_, tr

__all__ = [
    "THEME",
    "Config",
    "FullText",
    "Settings",
    "faults",
    "json_schema",
    "load",
    "names_sources",
    "parse",
    "read_text",
]

MAX_BYTES = 2_000_000
_PLACES = ("editions", "url", "path", "samples")
THEME = (
    *("dark", "primary", "secondary", "accent", "foreground", "background", "surface", "panel"),
    *("success", "warning", "error"),
)


@frozen
class Config:
    """A settings file as it was read: ``path`` is the file, ``keys`` the keys that each action is given.

    ``theme`` holds the colours of the reader's own theme, and whether it is ``dark``.
    """

    path: Path
    sources: tuple[Source, ...] = ()
    settings: Settings = field(default_factory=Settings)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    theme: Mapping[str, str | bool] = field(default_factory=dict)
    searches: tuple[SavedSearch, ...] = ()
    rules: tuple[Rule, ...] = ()


def load(path: Path | None = None, actions: Collection[str] | None = None) -> Config:
    """The settings of ``path``, else of the reader's own ``feeds.toml``, else the starter list.

    A file without any ``source`` has those of the starter list. ``actions`` are the names that ``[keys]`` may
    use; without them any is taken. Raises ConfigError.
    """
    starter = paths.starter_feeds()
    own = paths.config_file() if path is None else path
    if path is None and not own.exists():
        return parse(read_text(starter), starter, actions)
    text = read_text(own)
    data = _toml(text, own)
    config = _config(data, text, own, actions)
    if "source" in data:
        return config
    return replace(config, sources=parse(read_text(starter), starter).sources)


def parse(text: str, path: Path, actions: Collection[str] | None = None) -> Config:
    """The settings that ``text`` holds; ``path`` is its file. Raises ConfigError."""
    return _config(_toml(text, path), text, path, actions)


def _config(data: dict[str, Any], text: str, path: Path, actions: Collection[str] | None) -> Config:
    try:
        found = _file(actions).read(data, (), stop)
    except Wrong as problem:
        raise _error(path, _line(text, problem.path), str(problem)) from problem
    folder = path.absolute().parent
    settings = found.get("settings", {})
    if "save_folder" in settings:
        settings["save_folder"] = folder / settings["save_folder"]
    return Config(
        path,
        tuple(_source(table, folder) for table in found.get("source", ()) if table.get("samples", True)),
        replace(Settings(), **settings),
        found.get("keys", {}),
        found.get("theme", {}),
        tuple(map(saved_search, found.get("search", ()))),
        tuple(map(rule, found.get("rule", ()))),
    )


def names_sources(text: str) -> bool:
    """Whether ``text``, which `parse` has read, says which sources there are, be it none; else the starter list holds."""
    return "source" in tomllib.loads(text)


def faults(text: str, path: Path, actions: Collection[str] | None = None) -> list[ConfigError]:
    """Everything that is wrong with ``text``, in the order of its lines; where it is not TOML, that alone."""
    try:
        data = _toml(text, path)
    except ConfigError as error:
        return [error]
    found: list[Wrong] = []
    _file(actions).read(data, (), found.append)
    lines = [(_line(text, fault.path), str(fault)) for fault in found]
    return [_error(path, line, said) for line, said in sorted(lines, key=lambda one: one[0] or 0)]


def json_schema(actions: Collection[str] | None = None) -> Schema:
    """What a file may hold, for editors: as far as JSON Schema can say what `parse` checks."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "feeds.toml of tui-reader",
        **_file(actions).schema(),
    }


def read_text(path: Path) -> str:
    """What stands in a settings file, every line end as a line feed. Raises ConfigError."""
    try:
        # A pipe that nobody writes to must not be waited for; one that the shell made (/dev/fd) may be read.
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode) and not str(path).startswith("/dev/fd/"):
                raise _error(path, None, tr("it is not an ordinary file; name another file with --config"))
            os.set_blocking(file.fileno(), True)
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = system_reason(error)
        raise _error(
            path, None, tr("it can't be read ({reason}); name another file with --config", reason=reason)
        ) from error
    if len(data) > MAX_BYTES:
        raise _error(path, None, tr("it is too large for a list of feeds; name another file with --config"))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _error(path, line, tr("this is not UTF-8; save the file as UTF-8")) from error


def _toml(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (RecursionError, ValueError) as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1 if "end of document" in str(error) else None
        said = re.sub(r"\s*\(at [^)]*\)", "", str(error))[:200]
        if isinstance(error, RecursionError):
            line, said = 1, tr("it is nested too deeply")
        raise _error(path, line, tr("no TOML: {problem}; correct it", problem=said)) from error


def _line(text: str, path: KeyPath) -> int | None:
    try:
        lines = check.key_lines(text)
    except (RecursionError, IndexError, ValueError):
        return None
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def _error(path: Path, line: int | None, message: str) -> ConfigError:
    where = tr("{path}, line {line}", path=path, line=line) if line else path
    return ConfigError(clean_line(f"{where}: {message}"))


def _same_names(items: list[Any], at: KeyPath) -> Iterator[Wrong]:
    names: set[str] = set()
    for index, table in enumerate(items):
        name = table.get("name") if isinstance(table, dict) and table.get("samples", True) else None
        name = clean_line(name) if isinstance(name, str) else ""
        if name.casefold() in names:
            yield Wrong(
                (*at, index, "name"),
                tr("two sources have the name “{name}”; give one another name", name=name),
            )
        if name:
            names.add(name.casefold())


def _one_place(table: dict[str, Any], at: KeyPath) -> Iterator[Wrong]:
    name = table.get("name")
    if name is None:
        yield Wrong(at, tr('this source has no name; add name = "…"'))
        return
    if isinstance(name, str) and not clean_line(name):
        yield Wrong((*at, "name"), tr("a source's name can't be empty; give it one"))
    places = [key for key in table if key in _PLACES]
    if len(places) != 1:
        has = (
            tr("it has both “{one}” and “{other}”", one=places[0], other=places[1])
            if places
            else tr("it has none of them")
        )
        named = clean_line(name) if isinstance(name, str) else ""
        needs = (
            tr("the source “{name}” needs one of editions, url, path or samples", name=named)
            if named
            else tr("this source needs one of editions, url, path or samples")
        )
        yield Wrong(
            (*at, *places[1:2]),
            f"{needs}; {has}",
        )


def _languages(table: dict[str, Any], at: KeyPath) -> Iterator[Wrong]:
    """What is wrong with the languages that editions go by."""
    found = set()
    for key in table:
        try:
            language = check.language_at(key, (*at, key))
        except Wrong as fault:
            yield fault
            continue
        if language in found:
            yield Wrong(
                (*at, key),
                tr("“{key}” names the language {language} a second time", key=key, language=language),
            )
        found.add(language)
    if not table:
        yield Wrong(at, tr('“editions” is empty; it must be like { uk = "https://…", en = "https://…" }'))


def _same_keys(table: dict[str, Any], at: KeyPath) -> Iterator[Wrong]:
    """Keys that are given to two actions."""
    taken: dict[str, str] = {}
    for action, keys in table.items():
        for key in [keys] if isinstance(keys, str) else keys if isinstance(keys, list) else ():
            if isinstance(key, str) and taken.setdefault(key, action) != action:
                other = taken[key]
                yield Wrong(
                    (*at, action),
                    tr(
                        "[keys] gives the key “{key}” to both “{one}” and “{other}”; keep one",
                        key=key,
                        one=other,
                        other=action,
                    ),
                )


_EDITIONS = Table(
    "editions",
    {},
    ADDRESS,
    also=_languages,
    said={"minProperties": 1, "propertyNames": {"pattern": TAG}},
)
_SELECTED = Table("[source.selectors]", {one.name: Row(SELECTORS) for one in fields(Selectors)})
_SOURCE = Table(
    N_("a source"),
    {
        "name": Row(
            Leaf(TEXT.check, {"type": "string", "pattern": r"\S"}), "The source's name; each has its own"
        ),
        "category": Row(TEXT, "Sources of one category stand together"),
        "language": Row(LANGUAGE, "The language of url, or of texts that do not say theirs"),
        "full_text": Row(FULL_TEXT, "As in [settings], for this source alone"),
        "selectors": Row(_SELECTED, "How its pages are read: CSS selectors"),
        "editions": Row(_EDITIONS, "The feed of each language edition"),
        "url": Row(ADDRESS, "A single feed: RSS, Atom, JSON Feed"),
        "path": Row(PATH, "A file or a folder; from this file's folder if relative"),
        "samples": Row(FLAG, "The articles that come with the reader"),
    },
    also=_one_place,
    said={"required": ["name"], "oneOf": [{"required": [place]} for place in _PLACES]},
)


def _file(actions: Collection[str] | None) -> Table:
    keys: dict[str, Row] = {action: Row(KEYS) for action in sorted(actions or ())}
    return Table(
        N_("the file"),
        {
            "source": Row(Many(_SOURCE, also=_same_names), "A publisher or folder to follow"),
            "search": Row(SEARCHES, "A search that stands among the sources"),
            "rule": Row(RULES, "What is done with new articles that a search finds"),
            "settings": Row(Table("[settings]", SETTINGS), "How you want it"),
            "keys": Row(
                Table("[keys]", keys, KEYS if actions is None else None, _same_keys),
                "An action with its key, or a list of keys",
            ),
            "theme": Row(
                Table("[theme]", {name: Row(FLAG if name == "dark" else TEXT) for name in THEME}),
                "Colours of your own",
            ),
        },
    )


def _source(table: dict[str, Any], folder: Path) -> Source:
    """A source as the shapes have read it."""
    language = table.get("language")
    editions = tuple(Edition(url, as_tag(tag)) for tag, url in table.get("editions", {}).items())
    if "url" in table:
        editions = (Edition(table["url"], language),)
    selectors = table.get("selectors")
    return Source(
        name=clean_line(table["name"]),
        category=clean_line(table.get("category", "")) or None,
        editions=editions,
        path=paths.SAMPLES if "samples" in table else folder / table["path"] if "path" in table else None,
        language=language,
        full_text=table.get("full_text"),
        selectors=Selectors(**selectors) if selectors else None,
    )
