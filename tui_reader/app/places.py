"""Where the reader can stand, and which keys matter there: help tells those first. No Textual here."""

from __future__ import annotations

from enum import Enum

from tui_reader.app.columns import Pane
from tui_reader.words import N_


class Spot(Enum):
    """A column or a window, by the words that help has for it."""

    SOURCES = N_("Here, in the sources")
    LIST = N_("Here, in the headlines")
    ARTICLE = N_("Here, in the article")
    LINKS = N_("Here, in the links")
    PHOTO = N_("Here, at a photo")
    SIDE = N_("Here, side by side")


OF_PANE = {Pane.SOURCES: Spot.SOURCES, Pane.HEADLINES: Spot.LIST, Pane.ARTICLE: Spot.ARTICLE}
# Commands by name, some with what they do here; the windows have a few keys of their own, which stand with their help.
HERE: dict[Spot, tuple[str | tuple[str, str], ...]] = {
    Spot.SOURCES: ("down", "up", "open", "refresh", "refresh_all", "problems", "bookmarks_only", "search"),
    Spot.LIST: (
        *("open", "onward", "next_unread", "next_language", "previous_language", "all_languages"),
        *("bookmark", "mark", "mark_all", "undo", "unread_only", "others", "search", "refresh", "back"),
    ),
    Spot.ARTICLE: (
        *("onward", "back", "next_language", "previous_language", "side_by_side", "links"),
        ("enter", N_("Open the photo that is near, large")),
        *("full_text", "pictures", "text_only", "bookmark", "browser", "save", "copy", "pager", "pipe"),
    ),
    Spot.LINKS: (
        ("a … z", N_("Open the link of that letter")),
        ("enter", N_("Open the link that is chosen")),
        ("j k ↓ ↑", N_("Down, up")),
        ("q esc", N_("Close")),
    ),
    Spot.PHOTO: (
        ("n j space →", N_("Next photo of the article")),
        ("p k", N_("The photo before")),
        ("o", N_("Show it in another program")),
        ("y", N_("Copy its address")),
        ("q esc enter", N_("Close")),
    ),
    Spot.SIDE: (
        *("down", "up", "onward", "page_up", "first", "last"),
        *("next_language", "previous_language", "side_by_side", "back"),
        ("next_unread", N_("The next match, where a search is on")),
        ("match_before", N_("The match before")),
    ),
}
