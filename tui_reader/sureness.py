"""How sure it is that two articles are editions of one story, and by what it is known."""

from __future__ import annotations

from enum import StrEnum


class Sureness(StrEnum):
    """How sure it is that two articles are editions of one story."""

    DECLARED = "declared"
    MATCHED = "matched"
    LIKELY = "likely"


class How(StrEnum):
    """By what two articles were found to be editions of one story; see `tui_reader.stories.in_words`."""

    NAMED = "named"
    STORY = "story"
    ADDRESS = "address"
    PICTURE = "picture"
    CONTENT = "content"
