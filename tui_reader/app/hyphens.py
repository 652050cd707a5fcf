"""Where words may be broken at the end of a line, by the patterns that pyphen ships (those of LibreOffice)."""

from __future__ import annotations

from functools import cache, lru_cache

from tui_reader.app.wrap import Breaks


@cache
def breaks(language: str | None) -> Breaks | None:
    """The breaks of words in a language (BCP 47); None where there are no patterns for it."""
    import pyphen

    known = pyphen.language_fallback((language or "").replace("-", "_"))
    if known is None:
        return None
    patterns = pyphen.Pyphen(lang=known, left=2, right=3)

    @lru_cache(maxsize=4096)
    def places(word: str) -> tuple[int, ...]:
        return tuple(int(place) for place in patterns.positions(word))

    return places
