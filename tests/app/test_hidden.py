"""Hiding a story by a key, seeing what is hidden, and bringing it back."""

from __future__ import annotations

from pathlib import Path

from tests.app.reader import reader, some
from tui_reader.library.library import Library


def hidden(home: Path) -> int:
    with Library.open(home / "library.db") as library:
        return library.hiding.count()


async def test_a_story_is_hidden_seen_among_the_sources_and_brought_back(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.shows("Tram line 0", "All sources")
        assert not any("Hidden" in line for line in app.lines())
        await app.press("H")
        await app.until(lambda: app.main.headlines.count() == 5)
        await app.shows("Hidden 1")
        assert hidden(home) == 1
        # The entry among the sources shows it; there the same key brings it back.
        await app.press("q", "j", "j")
        await app.until(lambda: app.main.headlines.count() == 1)
        await app.shows("Tram line 0", "hidden · EN")
        await app.press("l", "H")
        await app.shows("Shown again in all lists", "Nothing is hidden. H hides a story")
        assert hidden(home) == 0
        await app.press("U")
        await app.shows("Undone: “Tram line 0", "Hidden 1")
        await app.press("U")
        await app.shows("is shown again")
        assert hidden(home) == 0


async def test_a_bookmark_is_not_hidden(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("b")
        await app.shows("Bookmarked")
        await app.press("H")
        await app.shows("What is bookmarked is never hidden")
        assert app.main.headlines.count() == 6
    assert hidden(home) == 0
