"""Which languages tell the editions of a story apart."""

from __future__ import annotations

from functools import lru_cache

from tui_reader.languages import primary


@lru_cache(maxsize=4096)
def tongue(tag: str | None) -> str:
    """The language that tells editions of a story apart: script kept, region left out (``en-GB`` is ``en``)."""
    if tag is None:
        return ""
    parts = tag.split("-")
    return "-".join(parts[:2]) if len(parts) > 1 and len(parts[1]) == 4 else parts[0]


@lru_cache(maxsize=4096)
def clash(left: str | None, right: str | None) -> bool:
    """Whether two articles in these languages can't be editions of one story.

    ``zh-Hans`` and ``zh-Hant`` are two editions; ``zh`` may be either and clashes with both. Two articles
    whose language nobody knows clash.
    """
    one, two = tongue(left), tongue(right)
    if one == two:
        return True
    return primary(one) == primary(two) and not ("-" in one and "-" in two)
