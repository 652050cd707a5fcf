"""One table of what the reader can do: it makes the key bindings, the help, the palette and the hints.

A row's ``name`` is its action, the key of the ``[keys]`` table in ``feeds.toml`` and the name that a clash is
told by. ``fixed`` keys always work and can't be re-bound: arrows, Home, End, PageUp, PageDown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from tui_reader.app.keysets import BASES
from tui_reader.errors import ConfigError
from tui_reader.values import frozen
from tui_reader.words import N_, tr


@frozen
class Command:
    """One thing the reader can do. ``keys`` are its default keys, ``hint`` its word in the bottom line.

    ``help``, ``group`` and ``hint`` stand in English here; `said` and `hinted` are what is shown.
    """

    name: str
    keys: tuple[str, ...]
    help: str
    group: str
    fixed: tuple[str, ...] = ()
    hint: str = ""
    in_palette: bool = True

    @property
    def said(self) -> str:
        """``help`` in the language of the interface."""
        return tr(self.help)

    @property
    def hinted(self) -> str:
        """``hint`` in the language of the interface; without one the first word of the help."""
        return tr(self.hint) if self.hint else self.said.lower().split()[0]


MOVE, READ, LIST = N_("Moving"), N_("Reading"), N_("Lists")
SOURCES = N_("Sources, in their column")
MARK, SYSTEM = N_("Marks and keeping"), N_("The reader")

COMMANDS: tuple[Command, ...] = (
    Command("down", ("j",), N_("Down one line or headline"), MOVE, ("down",), in_palette=False),
    Command("up", ("k",), N_("Up one line or headline"), MOVE, ("up",), in_palette=False),
    Command(
        "open", ("enter", "l"), N_("Open what is chosen"), MOVE, ("right",), hint=N_("open"), in_palette=False
    ),
    Command(
        "back", ("q", "escape", "h"), N_("Back, one step"), MOVE, ("left",), hint=N_("back"), in_palette=False
    ),
    Command("first", ("g",), N_("To the first line or headline"), MOVE, ("home",)),
    Command("last", ("G",), N_("To the last line or headline"), MOVE, ("end",)),
    Command("page_down", ("ctrl+f",), N_("Down one page"), MOVE, ("pagedown",), in_palette=False),
    Command("page_up", ("ctrl+b",), N_("Up one page"), MOVE, ("pageup",), in_palette=False),
    Command("onward", ("space",), N_("Down one page, then to the next unread article"), MOVE, hint=N_("on")),
    Command("next_pane", ("tab",), N_("To the next column"), MOVE, in_palette=False),
    Command("previous_pane", ("shift+tab",), N_("To the column before"), MOVE, in_palette=False),
    Command(
        "next_language", ("]",), N_("Next language, of the list or of the article"), READ, hint=N_("language")
    ),
    Command("previous_language", ("[",), N_("Previous language"), READ),
    Command("all_languages", ("0",), N_("All languages"), READ),
    Command("side_by_side", ("=",), N_("Two editions side by side, on a wide screen"), READ),
    Command("next_unread", ("n",), N_("Next unread article"), READ),
    Command(
        "match_before", ("N",), N_("The match before, where a search is on (n: the next); else as p"), READ
    ),
    Command("previous_unread", ("p",), N_("Previous unread article"), READ),
    Command("links", ("t",), N_("Related links and links in the text, by letter"), READ, hint=N_("links")),
    Command("browser", ("o",), N_("Open in the browser"), READ),
    Command("full_text", ("f",), N_("The full text, or the feed's version again"), READ),
    Command("pictures", ("i",), N_("Pictures on or off"), READ),
    Command("text_only", ("z",), N_("The text alone on the screen"), READ),
    Command("search", ("/",), N_("Search"), LIST, hint=N_("search")),
    Command("keep_search", ("S",), N_("Keep this search among the sources"), LIST),
    Command(
        "others", ("d",), N_("In a language's tab: show, dimmed, the stories that it does not have"), LIST
    ),
    Command("unread_only", ("u",), N_("Unread only, or all"), LIST),
    Command("bookmarks_only", ("B",), N_("Only bookmarks, or all"), LIST),
    Command("tag_filter", ("#",), N_("Only the bookmarks with a tag"), LIST),
    Command("refresh", ("r",), N_("Refresh this source"), LIST, hint=N_("refresh")),
    Command("refresh_all", ("R",), N_("Refresh all sources"), LIST),
    Command("problems", ("!",), N_("What went wrong in the last refresh"), LIST),
    Command("add_source", ("a",), N_("Follow a site: find its feeds, in all its languages"), SOURCES),
    Command("remove_source", ("D",), N_("Stop following the chosen source"), SOURCES),
    Command("rename_source", ("E",), N_("Rename the chosen source"), SOURCES),
    Command("source_category", ("C",), N_("The category of the chosen source"), SOURCES),
    Command("move_source_down", ("J",), N_("Move the chosen source down in its category"), SOURCES),
    Command("move_source_up", ("K",), N_("Move the chosen source up in its category"), SOURCES),
    Command("bookmark", ("b",), N_("Bookmark on or off"), MARK, hint=N_("bookmark")),
    Command("tags", ("T",), N_("Tags of this story; a tag bookmarks it"), MARK),
    Command("note", ("e",), N_("A note on this story; it bookmarks it"), MARK),
    Command("mark", ("m",), N_("Read or unread"), MARK),
    Command("mark_all", ("M",), N_("Mark all of this list read"), MARK),
    Command("part", ("X",), N_("Take apart editions that are only likely (≈) of one story"), MARK),
    Command("hide", ("H",), N_("Hide this story from all lists, or show it again"), MARK),
    Command("undo", ("U",), N_("Undo the last mark, and those before it"), MARK),
    Command("copy", ("y",), N_("Copy the address"), MARK),
    Command("save", ("s",), N_("Save as Markdown"), MARK),
    Command("pipe", ("|",), N_("Pipe the article, as Markdown, to a command"), MARK),
    Command("pager", ("P",), N_("Read it in $PAGER"), MARK),
    Command("editor", ("v",), N_("A copy of it in $EDITOR"), MARK),
    Command("settings", ("comma",), N_("Settings"), SYSTEM),
    Command("suspend", ("ctrl+z",), N_("To the shell; `fg` comes back"), SYSTEM, in_palette=False),
    Command("help", ("?",), N_("Help: all keys"), SYSTEM, hint=N_("help")),
    Command("command_palette", ("ctrl+p",), N_("Command palette"), SYSTEM, in_palette=False),
    Command("quit", ("Q", "ctrl+q"), N_("Quit"), SYSTEM, hint=N_("quit"), in_palette=False),
)
BY_NAME = {command.name: command for command in COMMANDS}
BASE = "base"
ACTIONS = frozenset((*BY_NAME, BASE))  # what [keys] may name

_SHOWN = {
    "escape": "esc",
    "question_mark": "?",
    "comma": ",",
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

    `BASE` among them names a set (`keysets.BASES`) that stands in the place of the defaults. An override takes its
    key away from whatever action has it by default or by that set. Raises ConfigError for an action or a set that
    does not exist, and for a key that two overrides claim.
    """
    own = {name: tuple(keys) for name, keys in overrides.items() if name != BASE}
    taken = _taken(own)
    base = {name: keys for name, keys in _base(overrides).items() if name not in own}
    by_base = {key for keys in base.values() for key in keys}
    done: dict[str, tuple[str, ...]] = {}
    for command in COMMANDS:
        default = [key for key in command.keys if key not in by_base]
        keys = own.get(command.name)
        if keys is None:
            keys = tuple(key for key in base.get(command.name, default) if key not in taken)
        done[command.name] = keys
    return done


def own(overrides: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Those of `effective` that differ from the defaults; an action that is left without a key is not among them."""
    return {name: keys for name, keys in effective(overrides).items() if keys and keys != BY_NAME[name].keys}


def _base(overrides: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    """The set that is named, or an empty one."""
    names = tuple(overrides.get(BASE, ()))
    for name in names:
        if name not in BASES:
            raise ConfigError(
                tr("[keys] has no set of keys “{name}”; there is {all}", name=name, all=", ".join(BASES))
            )
    return {action: keys for name in names for action, keys in BASES[name].items()}


def _taken(overrides: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The action that each key is given to."""
    taken: dict[str, str] = {}
    for name, keys in overrides.items():
        if name not in BY_NAME:
            near = get_close_matches(name, ACTIONS, 1)
            raise ConfigError(
                tr("[keys] has no action “{name}”; did you mean “{near}”?", name=name, near=near[0])
                if near
                else tr("[keys] has no action “{name}”", name=name)
            )
        for key in keys:
            if taken.setdefault(key, name) != name:
                raise ConfigError(
                    tr(
                        "[keys] gives the key “{key}” to both “{one}” and “{other}”; keep one",
                        key=key,
                        one=taken[key],
                        other=name,
                    )
                )
    return taken
