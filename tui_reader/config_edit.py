"""Changes to the text of a settings file that leave everything else in it as it was written. Pure: text in, text out.

Where a value stands already, tomlkit puts the new one in its place, with the comment beside it. What tomlkit would put
after the comments that end a table (a new key), or take away with them (a whole table: the heading of the next part of
the file), is done by lines. Every change is held against the same change made to the data: a file that is written in a
way that this doesn't understand is refused, and stays as it is.
"""

from __future__ import annotations

import copy
import json
import re
import tomllib
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

from tui_reader.clean import clean_line
from tui_reader.config_check import content_lines, headers, key_lines
from tui_reader.errors import ConfigError, UsageError
from tui_reader.words import tr

Value = str | bool | int | Sequence[str]
Data = dict[str, Any]
_HEADING = re.compile(r"\s*#\s*[-=*#~─═]{2,}")
_COMMENT = re.compile(r"\s*#")


def quoted(text: str) -> str:
    """``text`` as a basic string of TOML."""
    return json.dumps(clean_line(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def written(value: Value) -> str:
    """``value`` as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return quoted(value) if isinstance(value, str) else f"[{', '.join(map(quoted, value))}]"


def position(text: str, name: str) -> int:
    """The place of the source called ``name`` among the file's sources. Raises UsageError."""
    wanted = clean_line(name).casefold()
    for index, table in enumerate(tomllib.loads(text).get("source", [])):
        if clean_line(table.get("name", "")).casefold() == wanted and table.get("samples", True):
            return index
    raise UsageError(
        tr("no source has the name “{name}”; `tui-reader source list` shows them", name=clean_line(name))
    )


def rename_source(text: str, name: str, new: str) -> str:
    """The source ``name`` under another name."""
    index = position(text, name)

    def change(data: Data) -> None:
        data["source"][index]["name"] = clean_line(new)

    return _as_data(text, _by_tomlkit(text, change), change)


def set_category(text: str, name: str, category: str | None) -> str:
    """The source ``name`` under another category, or none."""
    index = position(text, name)
    held = tomllib.loads(text)["source"][index]

    def change(data: Data) -> None:
        if category:
            data["source"][index]["category"] = clean_line(category)
        else:
            data["source"][index].pop("category", None)

    blocks = _blocks(text)
    if category and "category" not in held and blocks:
        lines = text.split("\n")
        named = key_lines(text)["source", index, "name"]
        after = named + text_lines(text, named)
        lines[after:after] = [f"category = {quoted(category)}"]
        return _as_data(text, "\n".join(lines), change)
    return _as_data(text, _by_tomlkit(text, change), change)


def text_lines(text: str, line: int) -> int:
    """How many lines the value that begins on ``line`` goes on for, after that one."""
    rest = text.split("\n")[line - 1 :]
    for more in range(len(rest)):
        try:
            tomllib.loads("\n".join(rest[: more + 1]))
        except tomllib.TOMLDecodeError:
            continue
        return more
    return 0


def source_text(text: str, name: str) -> str:
    """The source ``name`` as a table of its own, with the comments directly above it. Raises UsageError."""
    index, blocks = position(text, name), _blocks(text)
    if blocks:
        start, end = blocks[index]
        return "\n".join(text.split("\n")[start:end]) + "\n"
    import tomlkit

    made: str = tomlkit.dumps({"source": [tomllib.loads(text)["source"][index]]})
    return made


def remove_source(text: str, name: str) -> str:
    """Without the source ``name``; the comments directly above it go with it, headings and others stay."""
    index = position(text, name)

    def change(data: Data) -> None:
        del data["source"][index]

    blocks = _blocks(text)
    if not blocks:
        return _as_data(text, _by_tomlkit(text, change), change)
    lines = text.split("\n")
    _cut(lines, *blocks[index])
    after = "\n".join(lines)
    if len(blocks) == 1:  # a file without any source would have those of the starter list again
        return _as_data(text, _at_top(after, "source = []"), change)
    return _as_data(text, after, change)


def move_source(text: str, name: str, before: str | None) -> str:
    """With the source ``name`` moved to stand before another; None: after all others."""
    index = position(text, name)
    other = position(text, before) if before is not None else None
    if index == other:
        return text

    def change(data: Data) -> None:
        moved = data["source"].pop(index)
        if other is None:
            data["source"].append(moved)
        else:
            data["source"].insert(other - (other > index), moved)

    blocks = _blocks(text)
    if not blocks:
        return _as_data(text, _by_tomlkit(text, change), change)
    lines = text.split("\n")
    start, end = blocks[index]
    block = lines[start:end]
    if other is not None and other < index:
        _cut(lines, start, end)
        lines[blocks[other][0] : blocks[other][0]] = [*block, ""]
    else:
        place = blocks[other][0] if other is not None else blocks[-1][1]
        lines[place:place] = [*block, ""] if other is not None else ["", *block]
        _cut(lines, start, end)
    return _as_data(text, "\n".join(lines), change)


def add_tables(text: str, tables: Sequence[str]) -> str:
    """With ``[[source]]`` tables, each as text, at the end."""
    new = [table for source in tables for table in tomllib.loads(source)["source"]]

    def change(data: Data) -> None:
        data.setdefault("source", []).extend(copy.deepcopy(new))

    held = tomllib.loads(text).get("source")
    if held == []:  # written by `remove_source`; a list and tables can't stand together
        text = _without_line(text, key_lines(text)["source",])
    elif held and not _blocks(text):
        return _as_data(text, _by_tomlkit(text, change), change)
    after = text.rstrip("\n") + "\n" if text.strip() else ""
    return _as_data(text, after + "".join(f"\n{table}" for table in tables), change)


def set_key(text: str, table: str, key: str, value: Value | None) -> str:
    """With ``key`` in the table of that name; None makes a comment of it, so that its default holds again.

    A commented example of the key (``# theme = "nord"``) gives its place.
    """
    data = tomllib.loads(text)
    held = data.get(table, {})

    def change(data: Data) -> None:
        if value is None:
            data[table].pop(key, None)
        else:
            data.setdefault(table, {})[key] = list(value) if isinstance(value, (list, tuple)) else value

    if value is None and key not in held:
        return text
    if value is None:
        return _as_data(text, _commented(text, table, key), change)
    starts = [line for line, path in headers(text) if path == (table,)]
    if key in held or (table in data and not starts):
        return _as_data(text, _by_tomlkit(text, change), change)
    if not starts:
        return _as_data(text, _at_top(text, f"[{table}]\n{key} = {written(value)}"), change)
    return _as_data(text, _inserted(text, starts[0], key, value), change)


def _inserted(text: str, start: int, key: str, value: Value) -> str:
    """With a new key in the table whose header stands on line ``start``."""
    lines = text.split("\n")
    end = next((line for line, _ in headers(text) if line > start), len(lines) + 1)
    for at in range(start, end - 1):
        bare = re.sub(r"^\s*#\s?", "", lines[at])
        if bare != lines[at] and _is_pair(bare, key):
            lines[at] = _by_tomlkit(bare, lambda data: data.update({key: value}))
            return "\n".join(lines)
    last = max(line for line in content_lines(text) if start <= line < end)
    lines[last:last] = [f"{key} = {written(value)}"]
    return "\n".join(lines)


def _is_pair(line: str, key: str) -> bool:
    try:
        return set(tomllib.loads(line)) == {key}
    except tomllib.TOMLDecodeError:
        return False


def _commented(text: str, table: str, key: str) -> str:
    line = key_lines(text)[table, key]
    lines = text.split("\n")
    if _is_pair(lines[line - 1], key):
        lines[line - 1] = f"# {lines[line - 1]}"
        return "\n".join(lines)
    return _by_tomlkit(text, lambda data: data[table].pop(key))


def _by_tomlkit(text: str, change: Callable[[Any], object]) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    change(document)
    after: str = tomlkit.dumps(document)
    return after


def _as_data(before: str, after: str, change: Callable[[Data], object]) -> str:
    """``after``, which says what ``before`` says with the ``change``, and nothing else. Raises ConfigError."""
    wanted = tomllib.loads(before)
    change(wanted)
    try:
        agrees = tomllib.loads(after) == wanted
    except tomllib.TOMLDecodeError:
        agrees = False
    if not agrees:
        raise ConfigError(
            tr("feeds.toml is written in a way that can't be changed from here; change it by hand")
        )
    return after


def _blocks(text: str) -> list[tuple[int, int]]:
    """Where each ``[[source]]`` stands among the lines, with its own tables and the comments directly above it.

    () where the sources are written in another way. The comments after the last key of a source are not its.
    """
    lines, found, full = text.split("\n"), headers(text), content_lines(text)
    blocks = []
    for number, (line, path) in enumerate(found):
        if len(path) != 2 or path[0] != "source":
            continue
        others = islice(found, number + 1, None)
        end = next((other for other, its in others if its[:2] != path), len(lines) + 1)
        last = end - 1
        while last not in full:
            last -= 1
        start = line - 1
        while start and _COMMENT.match(lines[start - 1]) and not _HEADING.match(lines[start - 1]):
            start -= 1
        blocks.append((start, last))
    return blocks


def _cut(lines: list[str], start: int, end: int) -> None:
    """Take a block away, and one of the empty lines around it."""
    if end < len(lines) and not lines[end].strip() and (not start or not lines[start - 1].strip()):
        end += 1
    del lines[start:end]


def _without_line(text: str, line: int) -> str:
    lines = text.split("\n")
    del lines[line - 1]
    return "\n".join(lines)


def _at_top(text: str, new: str) -> str:
    """``new`` before the first table of the file and its comments; a key without a table must stand there."""
    lines = text.split("\n")
    at = next((line - 1 for line, _ in headers(text)), None)
    if at is None:
        return f"{text.rstrip()}\n\n{new}\n" if text.strip() else f"{new}\n"
    while at and _COMMENT.match(lines[at - 1]):
        at -= 1
    lines[at:at] = [*new.split("\n"), ""]
    return "\n".join(lines)
