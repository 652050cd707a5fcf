"""The reader's own colours: two themes that it brings, and the one that ``[theme]`` in ``feeds.toml`` describes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import App
from textual.color import Color, ColorParseError
from textual.theme import Theme

from tui_reader.errors import ConfigError
from tui_reader.words import tr

OWN = "own"
DEFAULT = "textual-dark"  # as Textual has it
LAMPLIGHT = Theme(
    "lamplight",
    dark=True,
    primary="#d9a441",
    secondary="#7fa6b8",
    accent="#e0b96a",
    foreground="#dcd7cb",
    background="#191816",
    surface="#22201d",
    panel="#2d2a26",
    success="#8fae6b",
    warning="#d98f4e",
    error="#cf6a5a",
)
NEWSPRINT = Theme(
    "newsprint",
    dark=False,
    primary="#7a3b2e",
    secondary="#3f5f73",
    accent="#8a4a1f",
    foreground="#2b2a27",
    background="#f6f2e8",
    surface="#ece6d8",
    panel="#e0d8c6",
    success="#4c6b2f",
    warning="#9a5b12",
    error="#a1302a",
)


def is_ansi(name: str | None) -> bool:
    """Whether a theme paints in the terminal's own sixteen colours."""
    return bool(name) and str(name).startswith("ansi-")


def own(table: Mapping[str, str | bool]) -> Theme:
    """The theme that ``[theme]`` describes; what it leaves out is that of `LAMPLIGHT`, or of `NEWSPRINT`.

    Raises ConfigError for what is no colour.
    """
    base = LAMPLIGHT if table.get("dark", True) else NEWSPRINT
    colours = {name: str(value) for name, value in table.items() if name != "dark"}
    for name, value in colours.items():
        try:
            Color.parse(value)
        except ColorParseError as error:
            raise ConfigError(
                tr('[theme] {name}: “{value}” is not a colour such as "#d9a441"', name=name, value=value)
            ) from error
    given = {name: getattr(base, name) for name in _COLOURS} | colours
    return Theme(OWN, dark=base.dark, **given)


_COLOURS = (
    *("primary", "secondary", "accent", "foreground", "background", "surface", "panel"),
    *("success", "warning", "error"),
)


def put_on(app: App[Any], wanted: str | None, table: Mapping[str, str | bool]) -> str:
    """Give ``app`` the theme of the settings; what is wrong with them, in words, else nothing."""
    app.register_theme(LAMPLIGHT)
    app.register_theme(NEWSPRINT)
    said = ""
    if table:
        try:
            app.register_theme(own(table))
            wanted = wanted or OWN
        except ConfigError as error:
            said = str(error)
    wanted = wanted or DEFAULT
    if wanted in app.available_themes:
        app.theme = wanted
    else:
        said = tr("There is no theme “{name}”; ctrl+p shows those there are", name=wanted)
    return said
