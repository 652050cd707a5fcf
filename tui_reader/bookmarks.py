"""What a reader adds to a bookmark, tags and a note: how they are written, compared and bounded. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import datetime

from tui_reader.clean import clean_line, clean_text
from tui_reader.values import frozen

MAX_TAGS = 32  # a story
MAX_TAG = 60  # characters
MAX_NOTE = 20_000  # characters


@frozen
class Bookmark:
    """The bookmark of one article, by the article's id; ``at`` None: it has none, and then no tags and no note."""

    id: str
    at: datetime | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None


def tag_name(text: str) -> str:
    """A tag as it is shown: one safe line without commas, which stand between tags, and without a leading ``#``."""
    name = clean_line(text[: MAX_TAG * 4].replace(",", " ")).lstrip("# ")
    return clean_line(name[:MAX_TAG])


def tag_key(text: str) -> str:
    """What two spellings of one tag have in common: ``#Київ`` and ``київ`` are one tag."""
    return unicodedata.normalize("NFC", tag_name(text).casefold())


def tag_names(texts: Iterable[str]) -> tuple[str, ...]:
    """The tags that ``texts`` name, each once, by the first spelling; those that say nothing are left out."""
    found: dict[str, str] = {}
    for text in texts:
        if name := tag_name(text):
            found.setdefault(tag_key(name), name)
    return tuple(found.values())


def split_tags(line: str) -> tuple[str, ...]:
    """The tags of a line, with commas between them."""
    return tag_names(line.split(","))


def note_text(text: str | None) -> str | None:
    """A note as it is kept: safe lines, at most `MAX_NOTE` characters; None where nothing is left."""
    return clean_text(clean_text((text or "")[:MAX_NOTE])[:MAX_NOTE]) or None
