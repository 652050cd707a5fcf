"""How this terminal can draw pictures: as graphics of its own, or with coloured half blocks.

What the environment says decides, so that nobody waits for a terminal's answer; only where it speaks of graphics is
the terminal itself asked (`ask`), before the application takes the keyboard.
"""

from __future__ import annotations

import fcntl
import struct
import sys
import termios
from collections.abc import Mapping
from enum import StrEnum

CELL = (10, 20)  # pixels of a cell where the terminal doesn't tell: those of the VT340
_PROGRAMS = {"ghostty", "WezTerm", "iTerm.app", "mintty", "rio", "vscode"}
_TERMS = ("xterm-kitty", "xterm-ghostty", "foot", "mlterm", "contour", "yaft", "wezterm")
_NAMES = ("KITTY_WINDOW_ID", "GHOSTTY_RESOURCES_DIR", "WEZTERM_PANE", "KONSOLE_VERSION", "WT_SESSION")


class Way(StrEnum):
    """A way to draw a picture. `KITTY` is its graphics protocol with placeholders, `NONE` is where colour is unwanted."""

    NONE = "none"
    BLOCKS = "blocks"
    SIXEL = "sixel"
    KITTY = "kitty"


def may_have_graphics(environ: Mapping[str, str]) -> bool:
    """Whether the environment speaks of a terminal that draws pictures. Multiplexers swallow them."""
    if environ.get("TMUX") or environ.get("STY") or environ.get("ZELLIJ"):
        return False
    term = environ.get("TERM", "")
    return (
        term.startswith(_TERMS)
        or environ.get("TERM_PROGRAM") in _PROGRAMS
        or any(environ.get(name) for name in _NAMES)
    )


def way(setting: str, environ: Mapping[str, str]) -> Way:
    """The way for the setting ``graphics`` (``auto``, ``ask``, ``blocks``); may ask the terminal, before Textual runs."""
    if environ.get("NO_COLOR"):
        return Way.NONE
    if setting == "blocks" or (setting == "auto" and not may_have_graphics(environ)):
        return Way.BLOCKS
    return ask()


def ask() -> Way:
    """What the terminal answers (textual-image asks it when it is first imported)."""
    from textual_image import renderable

    if renderable.Image is renderable.TGPImage:
        return Way.KITTY
    return Way.SIXEL if renderable.Image is renderable.SixelImage else Way.BLOCKS


def by_default(drawn: Way, environ: Mapping[str, str]) -> bool:
    """Whether pictures are drawn where no setting says so: not over SSH, unless as graphics."""
    return drawn in (Way.SIXEL, Way.KITTY) or (drawn is Way.BLOCKS and not is_remote(environ))


def is_remote(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of SSH."""
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))


def cell_size() -> tuple[int, int]:
    """Width and height of the terminal's cells in pixels."""
    try:
        answer = fcntl.ioctl(sys.__stdout__.fileno() if sys.__stdout__ else 1, termios.TIOCGWINSZ, bytes(8))
    except (OSError, ValueError):
        return CELL
    rows, columns, width, height = struct.unpack("HHHH", answer)
    if not (rows and columns and width and height):
        return CELL
    return max(1, width // columns), max(1, height // rows)
