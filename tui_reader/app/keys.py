"""One table of what the reader can do: it makes the key bindings, the help, the palette and the hints.

A row's ``name`` is its action, the key of the ``[keys]`` table in ``feeds.toml`` and the name that a clash is
told by. ``fixed`` keys always work and can't be re-bound: arrows, Home, End, PageUp, PageDown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from tui_reader.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do. ``keys`` are its default keys, ``hint`` its word in the bottom line."""

    name: str
    keys: tuple[str, ...]
    help: str
    group: str
    fixed: tuple[str, ...] = ()
    hint: str = ""
    in_palette: bool = True


MOVE, READ, LIST, MARK, SYSTEM = "Moving", "Reading", "Lists", "Marks and keeping", "The reader"

COMMANDS: tuple[Command, ...] = (
    Command("down", ("j",), "Down one line or headline", MOVE, ("down",), in_palette=False),
    Command("up", ("k",), "Up one line or headline", MOVE, ("up",), in_palette=False),
    Command("open", ("enter", "l"), "Open what is chosen", MOVE, ("right",), hint="open", in_palette=False),
    Command("back", ("q", "escape", "h"), "Back, one step", MOVE, ("left",), hint="back", in_palette=False),
    Command("first", ("g",), "To the first line or headline", MOVE, ("home",)),
    Command("last", ("G",), "To the last line or headline", MOVE, ("end",)),
    Command("page_down", ("ctrl+f",), "Down one page", MOVE, ("pagedown",), in_palette=False),
    Command("page_up", ("ctrl+b",), "Up one page", MOVE, ("pageup",), in_palette=False),
    Command("onward", ("space",), "Down one page, then to the next unread article", MOVE, hint="on"),
    Command("next_pane", ("tab",), "To the next column", MOVE, in_palette=False),
    Command("previous_pane", ("shift+tab",), "To the column before", MOVE, in_palette=False),
    Command("next_language", ("]",), "Next language, of the list or of the article", READ, hint="language"),
    Command("previous_language", ("[",), "Previous language", READ),
    Command("all_languages", ("0",), "All languages", READ),
    Command("side_by_side", ("=",), "Two editions side by side, on a wide screen", READ),
    Command("next_unread", ("n",), "Next unread article", READ),
    Command("previous_unread", ("p",), "Previous unread article", READ),
    Command("links", ("t",), "Related links and links in the text, by letter", READ, hint="links"),
    Command("browser", ("o",), "Open in the browser", READ),
    Command("full_text", ("f",), "The full text, or the feed's version again", READ),
    Command("pictures", ("i",), "Pictures on or off", READ),
    Command("text_only", ("z",), "The text alone on the screen", READ),
    Command("search", ("/",), "Search", LIST, hint="search"),
    Command("others", ("d",), "In a language's tab: show, dimmed, the stories that it does not have", LIST),
    Command("unread_only", ("u",), "Unread only, or all", LIST),
    Command("bookmarks_only", ("B",), "Only bookmarks, or all", LIST),
    Command("refresh", ("r",), "Refresh this source", LIST),
    Command("refresh_all", ("R",), "Refresh all sources", LIST),
    Command("problems", ("!",), "What went wrong in the last refresh", LIST),
    Command("bookmark", ("b",), "Bookmark on or off", MARK, hint="bookmark"),
    Command("mark", ("m",), "Read or unread", MARK),
    Command("mark_all", ("M",), "Mark all of this list read", MARK),
    Command("part", ("X",), "Take apart editions that are only likely (≈) of one story", MARK),
    Command("undo", ("U",), "Undo the last mark", MARK),
    Command("copy", ("y",), "Copy the address", MARK),
    Command("save", ("s",), "Save as Markdown", MARK),
    Command("suspend", ("ctrl+z",), "To the shell; `fg` comes back", SYSTEM, in_palette=False),
    Command("help", ("?",), "Help: all keys", SYSTEM, hint="help"),
    Command("command_palette", ("ctrl+p",), "Command palette", SYSTEM, in_palette=False),
    Command("quit", ("Q", "ctrl+q"), "Quit", SYSTEM, hint="quit", in_palette=False),
)
BY_NAME = {command.name: command for command in COMMANDS}
ACTIONS = frozenset(BY_NAME)

_SHOWN = {
    "escape": "esc",
    "question_mark": "?",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
}


def shown(key: str) -> str:
    """A key as people read it: ``esc``, ``↓``, ``?``."""
    return _SHOWN.get(key, key)


def effective(overrides: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The keys of every action once ``overrides`` (action to keys) have had their say.

    An override takes its key away from whatever action has it by default. Raises ConfigError for an action
    that does not exist, and for a key that two overrides claim.
    """
    taken: dict[str, str] = {}
    for name, keys in overrides.items():
        if name not in BY_NAME:
            near = get_close_matches(name, ACTIONS, 1)
            raise ConfigError(
                f"[keys] has no action “{name}”" + (f"; did you mean “{near[0]}”?" if near else "")
            )
        for key in keys:
            if taken.setdefault(key, name) != name:
                raise ConfigError(
                    f"[keys] gives the key “{key}” to both “{taken[key]}” and “{name}”; keep one"
                )
    done: dict[str, tuple[str, ...]] = {}
    for command in COMMANDS:
        if command.name in overrides:
            done[command.name] = tuple(overrides[command.name])
        else:
            done[command.name] = tuple(key for key in command.keys if key not in taken)
    return done
