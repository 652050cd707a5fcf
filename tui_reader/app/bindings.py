"""The table of commands as the screen uses it: key bindings, methods, and the hints of the bottom line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from textual import actions
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui_reader.app.columns import Pane
from tui_reader.app.keys import BY_NAME, COMMANDS, shown
from tui_reader.app.places import Spot

HINTS = {
    Pane.SOURCES: ("open", "refresh", "search", "help", "quit"),
    Pane.HEADLINES: ("open", "next_language", "bookmark", "search", "help", "quit"),
    Pane.ARTICLE: ("back", "next_language", "links", "bookmark", "onward", "help"),
}


def bindings(names: Sequence[str] | None = None) -> list[BindingType]:
    """The keys of the table, or of its rows ``names``, as bindings; those that can be re-bound carry the command's name."""
    made: list[BindingType] = []
    for command in COMMANDS if names is None else map(BY_NAME.__getitem__, names):
        action = f"run('{command.name}')"
        made.append(Binding(",".join(command.keys), action, command.help, id=command.name, show=False))
        if command.fixed:
            made.append(Binding(",".join(command.fixed), action, command.help, show=False))
    made += [Binding(str(number), f"language({number})", show=False) for number in range(1, 10)]
    return made


def help_in(spot: Spot) -> Binding:
    """The key of help, in a window."""
    command = BY_NAME["help"]
    return Binding(
        ",".join(command.keys), f"app.help_in('{spot.name}')", command.help, id=command.name, show=False
    )


def actions_by_key(screen: Screen[Any]) -> dict[str, Callable[[], None]]:
    """What each key does that is bound in ``screen`` and in nothing nearer to what has the keys now."""
    return {
        key: partial(getattr(screen, f"action_{name}"), *values)
        for key, active in screen.active_bindings.items()
        if active.node is screen and active.enabled
        for _, name, values in [actions.parse(active.binding.action)]
    }


def commands(*owners: object) -> dict[str, Callable[[], None]]:
    """Each command's method, found under its name at the first of ``owners`` that has it."""
    return {
        command.name: next(getattr(owner, command.name) for owner in owners if hasattr(owner, command.name))
        for command in COMMANDS
    }


def hints(pane: Pane | tuple[str, ...], keys: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """The keys that matter most in a column, or those named, each with its word; an action without a key is left out."""
    return tuple(
        (shown(keys[name][0]), BY_NAME[name].hinted)
        for name in (HINTS[pane] if isinstance(pane, Pane) else pane)
        if keys[name]
    )
