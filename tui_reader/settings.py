"""The settings: what each is, what it may be and what it means.

`SETTINGS` is the one table: the file is checked by it, the JSON Schema and the settings window are made from it. A new
setting is a row there, a field of `Settings` with its default, and a commented line in the starter ``feeds.toml``.
"""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import Literal

from tui_reader.shapes import COMMAND, FLAG, LANGUAGES, PATH, TEXT, Row, flag_or, number, words
from tui_reader.values import frozen
from tui_reader.words import LANGUAGES as SPOKEN
from tui_reader.words import N_

FullText = Literal["when-opened", "with-refresh", "never"]
FULL_TEXT = words("when-opened", "with-refresh", "never")


def _articles() -> Path:
    try:
        return Path("~/Articles").expanduser()
    except RuntimeError:  # nobody knows this user's home
        return Path("Articles").absolute()


@frozen
class Settings:
    """How the reader wants it; `SETTINGS` says what each means.

    ``languages`` () and ``interface`` None are the language of the environment, ``theme`` None the reader's own choice.
    """

    languages: tuple[str, ...] = ()
    tab_labels: Literal["labels", "autonyms"] = "labels"
    full_text: FullText = "when-opened"
    read: Literal["story", "edition"] = "story"
    doubles: Literal["fold", "show"] = "fold"
    theme: str | None = None
    pictures: bool | Literal["auto"] = "auto"
    graphics: Literal["auto", "ask", "blocks"] = "auto"
    text_width: int = 80
    line_spacing: int = 1
    justify: bool = False
    hyphenate: bool = False
    refresh_on_start: bool = True
    refresh_minutes: int = 30
    connections: int = 20
    save_folder: Path = field(default_factory=_articles)
    animation: bool | Literal["auto"] = "auto"
    interface: str | None = None
    pipe: str = ""
    on_new: tuple[str, ...] = ()
    on_new_match: str = ""


SETTINGS: dict[str, Row] = {
    "interface": Row(words(*SPOKEN), N_("The language that the reader itself speaks")),
    "languages": Row(LANGUAGES, N_("Your languages, the most wanted first: uk, en, ru")),
    "tab_labels": Row(
        words("labels", "autonyms"), N_("What stands on a language tab: UA, EN or Українська, English")
    ),
    "theme": Row(TEXT, N_("Colours: the name of a theme")),
    "text_width": Row(number(30, 120), N_("The widest line of an article, in columns")),
    "line_spacing": Row(number(1, 3), N_("1 for no empty line between two lines of text")),
    "justify": Row(FLAG, N_("Even edges on both sides of the text")),
    "hyphenate": Row(FLAG, N_("Words are broken at the end of a line")),
    "pictures": Row(flag_or("auto"), N_("Pictures in the article; auto: not over SSH, unless as graphics")),
    "animation": Row(flag_or("auto"), N_("Movement on the screen; auto: not over SSH")),
    "graphics": Row(
        words("auto", "ask", "blocks"),
        N_("How pictures are drawn: as graphics, or as half blocks"),
        at_start=True,
    ),
    "full_text": Row(FULL_TEXT, N_("When a page is fetched because its feed gave a summary only")),
    "read": Row(
        words("story", "edition"), N_("What is read once you have read one edition of a story"), at_start=True
    ),
    "doubles": Row(
        words("fold", "show"),
        N_("The same text from several sources: one line that names them, or a line each"),
        at_start=True,
    ),
    "refresh_on_start": Row(FLAG, N_("Fetch the feeds when the reader starts"), at_start=True),
    "refresh_minutes": Row(
        number(0, 10_080), N_("Fetch the feeds every so many minutes; 0 is never"), at_start=True
    ),
    "connections": Row(number(1, 100), N_("How many servers are asked at the same time"), at_start=True),
    "save_folder": Row(PATH, N_("Where s saves an article as Markdown")),
    "pipe": Row(TEXT, N_("The command that | offers at first")),
    "on_new": Row(COMMAND, N_("A program that is run after a refresh that brought something")),
    "on_new_match": Row(TEXT, N_("Limits on_new to what this search finds")),
}
