"""The sources in the reader's own ``feeds.toml``: adding some, and changing, moving and removing one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from tui_reader import config, config_edit, config_undo
from tui_reader.config_edit import quoted
from tui_reader.config_file import edit
from tui_reader.config_undo import Removed
from tui_reader.errors import ConfigError
from tui_reader.model import Source
from tui_reader.words import tr


def addition(sources: Iterable[Source]) -> str:
    """``sources`` as text for the end of the file."""
    return "".join(f"\n{_table(source)}" for source in sources)


def is_usable(source: Source) -> bool:
    """Whether ``source`` may stand in the file."""
    try:
        config.parse(_table(source), Path("feeds.toml"))
    except ConfigError:
        return False
    return True


def unused_name(name: str, names: set[str]) -> str:
    """``name``, or with a number where a source among ``names`` (case-folded) has it; it is among them then."""
    name = name.strip() or tr("Untitled")
    chosen = name
    if name.casefold() in names:
        taken, free = 1, 2
        while f"{name} ({free})".casefold() in names:  # twenty thousand of one name must not take minutes
            taken, free = free, 2 * free
        while free - taken > 1:
            middle = (taken + free) // 2
            known = f"{name} ({middle})".casefold() in names
            taken, free = (middle, free) if known else (taken, middle)
        chosen = f"{name} ({free})"
    names.add(chosen.casefold())
    return chosen


def add_sources(path: Path, sources: Sequence[Source]) -> Path:
    """Put ``sources`` at the end of the settings at ``path``; the file that was written. Raises ConfigError."""
    tables = [_table(source) for source in sources]
    return edit(path, lambda text: config_edit.add_tables(text, tables), of_sources=True)


def remove_source(path: Path, name: str) -> tuple[Path, Removed]:
    """Follow ``name`` no more; what `restore_source` puts back. What the library holds of it stays.

    Raises ConfigError and UsageError.
    """
    removed: list[Removed] = []

    def change(text: str) -> str:
        removed.append(config_undo.remove(text, name))
        return removed[-1].after

    return edit(path, change, of_sources=True), removed[-1]


def restore_source(path: Path, removed: Removed) -> Path:
    """Follow again what was removed; the file is as it was, unless it was changed since. Raises ConfigError."""
    return edit(path, partial(config_undo.restore, removed=removed), of_sources=False)


def rename_source(path: Path, name: str, new: str) -> Path:
    """Call ``name`` something else; the library is told by its own `rename_source`."""
    return edit(path, partial(config_edit.rename_source, name=name, new=new), of_sources=True)


def move_source(path: Path, name: str, before: str | None) -> Path:
    """Have ``name`` stand before another source, or (None) after all of them."""
    return edit(path, partial(config_edit.move_source, name=name, before=before), of_sources=True)


def set_category(path: Path, name: str, category: str | None) -> Path:
    """Have ``name`` stand among those of ``category``, or of none."""
    return edit(path, partial(config_edit.set_category, name=name, category=category), of_sources=True)


def set_setting(path: Path, key: str, value: config_edit.Value | None) -> Path:
    """Keep a setting; None leaves it to its default again."""
    return edit(path, lambda text: config_edit.set_key(text, "settings", key, value), of_sources=False)


def add_search(path: Path, name: str, query: str) -> Path:
    """Put a saved search at the end of the settings at ``path``; the file that was written. Raises ConfigError."""
    table = f"\n\n[[search]]\nname = {config_edit.quoted(name)}\nquery = {config_edit.quoted(query)}\n"
    return edit(path, lambda text: text.rstrip() + table, of_sources=False)


def _table(source: Source) -> str:
    lines = ["[[source]]", f"name = {quoted(source.name)}"]
    if source.category:
        lines.append(f"category = {quoted(source.category)}")
    if len(source.editions) == 1:
        (edition,) = source.editions
        lines.append(f"url = {quoted(edition.url)}")
        if edition.language:
            lines.append(f"language = {quoted(edition.language)}")
    else:
        pairs = ", ".join(
            f"{edition.language or quoted('')} = {quoted(edition.url)}" for edition in source.editions
        )
        lines.append(f"editions = {{ {pairs} }}")
    return "\n".join(lines) + "\n"
