"""``feeds.toml``: the sources that the reader follows, the settings and the keys.

The file is only ever read here. What is wrong in it is told in one line with file, line and key, and with the
nearest key that exists; a file that can't be read leaves everything else as it is.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from tui_reader import config_check as check
from tui_reader import paths
from tui_reader.clean import clean_line
from tui_reader.config_check import KeyPath, Wrong
from tui_reader.errors import ConfigError
from tui_reader.model import Edition, Selectors, Source

FullText = Literal["when-opened", "with-refresh", "never"]
MAX_BYTES = 2_000_000
_FULL_TEXT = ("when-opened", "with-refresh", "never")
_PLACES = ("editions", "url", "path", "samples")
_SOURCE_KEYS = ("name", "category", "language", "full_text", "selectors", *_PLACES)


def _articles() -> Path:
    try:
        return Path("~/Articles").expanduser()
    except RuntimeError:  # nobody knows this user's home
        return Path("Articles").absolute()


THEME = (
    *("dark", "primary", "secondary", "accent", "foreground", "background", "surface", "panel"),
    *("success", "warning", "error"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """How the reader wants it.

    ``languages`` are the reader's own, the most wanted first: they order the tabs, and a list shows a story in
    the first of them that it has. ``full_text`` says when a page is fetched where the feed gave a summary.
    ``read`` says whether reading one edition marks the whole story. ``refresh_minutes`` 0 means never.
    ``pictures`` ``auto`` is as the terminal can draw them (`app.graphics`). ``connections`` bounds how many servers are asked at once. ``save_folder`` is where articles are saved.
    """

    languages: tuple[str, ...] = ()
    tab_labels: Literal["labels", "autonyms"] = "labels"
    full_text: FullText = "when-opened"
    read: Literal["story", "edition"] = "story"
    theme: str | None = None
    pictures: bool | Literal["auto"] = "auto"
    graphics: Literal["auto", "ask", "blocks"] = "auto"
    text_width: int = 80
    line_spacing: int = 1
    justify: bool = False
    hyphenate: bool = False
    refresh_on_start: bool = True
    refresh_minutes: int = 30
    connections: int = 20
    save_folder: Path = field(default_factory=_articles)


@dataclass(frozen=True, slots=True)
class Config:
    """A settings file as it was read: ``path`` is the file, ``keys`` the keys that each action is given.

    ``theme`` holds the colours of the reader's own theme, and whether it is ``dark``.
    """

    path: Path
    sources: tuple[Source, ...] = ()
    settings: Settings = field(default_factory=Settings)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    theme: Mapping[str, str | bool] = field(default_factory=dict)


def load(path: Path | None = None, actions: Collection[str] | None = None) -> Config:
    """The settings of ``path``, else of the reader's own ``feeds.toml``, else the starter list.

    A file without any ``source`` has those of the starter list. ``actions`` are the names that ``[keys]`` may
    use; without them any is taken. Raises ConfigError.
    """
    starter = paths.starter_feeds()
    own = paths.config_file() if path is None else path
    if path is None and not own.exists():
        return parse(_read(starter), starter, actions)
    text = _read(own)
    config = parse(text, own, actions)
    if config.sources or "source" in _toml(text, own):
        return config
    return Config(own, parse(_read(starter), starter).sources, config.settings, config.keys, config.theme)


def parse(text: str, path: Path, actions: Collection[str] | None = None) -> Config:
    """The settings that ``text`` holds; ``path`` is its file. Raises ConfigError."""
    data = _toml(text, path)
    try:
        check.only(data, ("source", "settings", "keys", "theme"), (), "the file")
        return Config(
            path,
            _sources(data.get("source", []), path),
            _settings(check.typed(data.get("settings", {}), dict, ("settings",)), path),
            _keys(check.typed(data.get("keys", {}), dict, ("keys",)), actions),
            _theme(check.typed(data.get("theme", {}), dict, ("theme",))),
        )
    except Wrong as problem:
        raise _error(path, _line(text, problem.path), str(problem)) from problem


def _read(path: Path) -> str:
    try:
        # A pipe that nobody writes to must not be waited for; one that the shell made (/dev/fd) may be read.
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode) and not str(path).startswith("/dev/fd/"):
                raise _error(path, None, "it is no ordinary file; name another file with --config")
            os.set_blocking(file.fileno(), True)
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _error(path, None, f"it can't be read ({reason}); name another file with --config") from error
    if len(data) > MAX_BYTES:
        raise _error(path, None, "it is too large for a list of feeds; name another file with --config")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _error(path, line, "this is not UTF-8; save the file as UTF-8") from error


def _toml(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (RecursionError, ValueError) as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1 if "end of document" in str(error) else None
        said = re.sub(r"\s*\(at [^)]*\)", "", str(error))[:200]
        if isinstance(error, RecursionError):
            line, said = 1, "it is nested too deeply"
        raise _error(path, line, f"no TOML: {said}; correct it") from error


def _line(text: str, path: KeyPath) -> int | None:
    try:
        lines = check.key_lines(text)
    except (RecursionError, IndexError, ValueError):
        return None
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def _error(path: Path, line: int | None, message: str) -> ConfigError:
    return ConfigError(clean_line(f"{path}{f', line {line}' if line else ''}: {message}"))


def _sources(value: Any, file: Path) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for index, table in enumerate(check.typed(value, list, ("source",))):
        where = ("source", index)
        if not isinstance(table, dict):
            raise Wrong(where, "a source must be a table: [[source]]")
        source = _source(table, where, file)
        if source is None:
            continue
        if source.name.casefold() in found:
            raise Wrong((*where, "name"), f"two sources have the name “{source.name}”; give one another name")
        found[source.name.casefold()] = source
    return tuple(found.values())


def _source(table: dict[str, Any], where: KeyPath, file: Path) -> Source | None:
    """One source; None for samples that are switched off."""
    check.only(table, _SOURCE_KEYS, where, "a source")
    if "name" not in table:
        raise Wrong(where, 'this source has no name; add name = "…"')
    name = clean_line(check.typed(table["name"], str, (*where, "name")))
    if not name:
        raise Wrong((*where, "name"), "a source's name can't be empty")
    places = [key for key in table if key in _PLACES]
    if len(places) != 1:
        which = f"both “{places[0]}” and “{places[1]}”" if places else "none of them"
        raise Wrong(
            (*where, *places[1:2]),
            f"the source “{name}” needs one of editions, url, path or samples, and has {which}",
        )
    if places == ["samples"] and not check.typed(table["samples"], bool, (*where, "samples")):
        return None
    tag = check.language_at(table["language"], (*where, "language")) if "language" in table else None
    when = (*where, "full_text")
    return Source(
        name=name,
        category=clean_line(check.typed(table.get("category", ""), str, (*where, "category"))) or None,
        editions=_editions(table, tag, where),
        path=_folder(table, where, file),
        language=tag,
        full_text=check.one_of(table["full_text"], _FULL_TEXT, when) if "full_text" in table else None,
        selectors=_selectors(table["selectors"], (*where, "selectors")) if "selectors" in table else None,
    )


def _selectors(value: Any, where: KeyPath) -> Selectors | None:
    """How the pages of a source are read; None where the table is empty."""
    table = check.typed(value, dict, where)
    check.only(table, [field.name for field in fields(Selectors)], where, "[source.selectors]")
    return (
        Selectors(**{key: check.selectors(one, (*where, key)) for key, one in table.items()})
        if table
        else None
    )


def _editions(table: dict[str, Any], tag: str | None, where: KeyPath) -> tuple[Edition, ...]:
    if "url" in table:
        return (Edition(check.address(table["url"], (*where, "url")), tag),)
    if "editions" not in table:
        return ()
    place = (*where, "editions")
    found: dict[str, Edition] = {}
    for key, url in check.typed(table["editions"], dict, place).items():
        language = check.language_at(key, (*place, key))
        if language in found:
            raise Wrong((*place, key), f"“{key}” names the language {language} a second time")
        found[language] = Edition(check.address(url, (*place, key)), language)
    if not found:
        raise Wrong(place, '“editions” is empty; it must be like { uk = "https://…", en = "https://…" }')
    return tuple(found.values())


def _folder(table: dict[str, Any], where: KeyPath, file: Path) -> Path | None:
    if "samples" in table:
        return paths.SAMPLES
    return _path(table["path"], (*where, "path"), file) if "path" in table else None


def _path(value: Any, where: KeyPath, file: Path) -> Path:
    """A path: ``~`` is the home, and what is relative begins at the settings file's folder."""
    text = check.typed(value, str, where)
    if not text.strip() or "\0" in text:
        raise Wrong(where, f"“{where[-1]}” must name a file or a folder")
    try:
        return file.absolute().parent / Path(text).expanduser()
    except RuntimeError as error:
        raise Wrong(where, f"“{text}” names a home folder that doesn't exist") from error


def _settings(table: dict[str, Any], file: Path) -> Settings:
    readers: dict[str, Any] = {
        "languages": lambda value, at: tuple(
            check.language_at(tag, (*at, index)) for index, tag in enumerate(check.texts(value, at))
        ),
        "tab_labels": lambda value, at: check.one_of(value, ("labels", "autonyms"), at),
        "full_text": lambda value, at: check.one_of(value, _FULL_TEXT, at),
        "read": lambda value, at: check.one_of(value, ("story", "edition"), at),
        "theme": lambda value, at: check.typed(value, str, at) or None,
        "pictures": lambda value, at: value if value == "auto" else check.typed(value, bool, at),
        "text_width": lambda value, at: check.number(value, 30, 120, at),
        "line_spacing": lambda value, at: check.number(value, 1, 3, at),
        "justify": lambda value, at: check.typed(value, bool, at),
        "hyphenate": lambda value, at: check.typed(value, bool, at),
        "graphics": lambda value, at: check.one_of(value, ("auto", "ask", "blocks"), at),
        "refresh_on_start": lambda value, at: check.typed(value, bool, at),
        "refresh_minutes": lambda value, at: check.number(value, 0, 10_080, at),
        "connections": lambda value, at: check.number(value, 1, 100, at),
        "save_folder": lambda value, at: _path(value, at, file),
    }
    check.only(table, readers, ("settings",), "[settings]")
    return Settings(**{key: readers[key](value, ("settings", key)) for key, value in table.items()})


def _theme(table: dict[str, Any]) -> dict[str, str | bool]:
    check.only(table, THEME, ("theme",), "[theme]")
    return {
        name: check.typed(value, bool if name == "dark" else str, ("theme", name))
        for name, value in table.items()
    }


def _keys(table: dict[str, Any], actions: Collection[str] | None) -> dict[str, tuple[str, ...]]:
    if actions is not None:
        check.only(table, actions, ("keys",), "[keys]")
    found: dict[str, tuple[str, ...]] = {}
    for action, keys in table.items():
        at = ("keys", action)
        if not isinstance(keys, (str, list)):
            raise Wrong(at, f"“{action}” must be a key in quotes, or a list of keys")
        found[action] = check.texts([keys] if isinstance(keys, str) else keys, at)
    return found
