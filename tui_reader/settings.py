"""The settings: what each is, what it may be and what it means.

`SETTINGS` is the one table: the file is checked by it, the JSON Schema and the settings window are made from it. A new
setting is a row there, a field of `Settings` with its default, and a commented line in the starter ``feeds.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tui_reader.shapes import FLAG, LANGUAGES, PATH, TEXT, Row, flag_or, number, words

FullText = Literal["when-opened", "with-refresh", "never"]
FULL_TEXT = words("when-opened", "with-refresh", "never")


def _articles() -> Path:
    try:
        return Path("~/Articles").expanduser()
    except RuntimeError:  # nobody knows this user's home
        return Path("Articles").absolute()


@dataclass(frozen=True, slots=True)
class Settings:
    """How the reader wants it; `SETTINGS` says what each means.

    ``languages`` () is the language of the environment, ``theme`` None the reader's own choice.
    """

    languages: tuple[str, ...] = ()
    tab_labels: Literal["labels", "autonyms"] = "labels"
    full_text: FullText = "when-opened"
    read: Literal["story", "edition"] = "story"
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


SETTINGS: dict[str, Row] = {
    "languages": Row(LANGUAGES, "Your languages, the most wanted first: uk, en, ru"),
    "tab_labels": Row(
        words("labels", "autonyms"), "What stands on a language tab: UA, EN or Українська, English"
    ),
    "theme": Row(TEXT, "Colours: the name of a theme"),
    "text_width": Row(number(30, 120), "The widest line of an article, in columns"),
    "line_spacing": Row(number(1, 3), "1 for no empty line between two lines of text"),
    "justify": Row(FLAG, "Even edges on both sides of the text"),
    "hyphenate": Row(FLAG, "Words are broken at the end of a line"),
    "pictures": Row(flag_or("auto"), "Pictures in the article; auto: not over SSH, unless as graphics"),
    "graphics": Row(
        words("auto", "ask", "blocks"),
        "How pictures are drawn: as graphics, or as half blocks",
        at_start=True,
    ),
    "full_text": Row(FULL_TEXT, "When a page is fetched because its feed gave a summary only"),
    "read": Row(words("story", "edition"), "What is read once you have read one edition of a story"),
    "refresh_on_start": Row(FLAG, "Fetch the feeds when the reader starts", at_start=True),
    "refresh_minutes": Row(
        number(0, 10_080), "Fetch the feeds every so many minutes; 0 is never", at_start=True
    ),
    "connections": Row(number(1, 100), "How many servers are asked at the same time", at_start=True),
    "save_folder": Row(PATH, "Where s saves an article as Markdown"),
}
