"""Keys that people bring from other readers: ``base`` under ``[keys]`` names a set. No Textual here."""

from __future__ import annotations

from collections.abc import Mapping

# newsboat 2.x, section "First Steps / Keybindings" of its manual; what has the same key here is left out.
NEWSBOAT: Mapping[str, tuple[str, ...]] = {
    "open": ("enter",),
    "back": ("q", "escape"),
    "links": ("u",),
    "unread_only": ("l",),
    "mark": ("N",),
    "mark_all": ("A", "C"),
    "down": ("j", "J"),
    "up": ("k", "K"),
    "bookmark": ("ctrl+b",),
}
BASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {"newsboat": NEWSBOAT}
