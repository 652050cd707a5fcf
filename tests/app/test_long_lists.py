"""A list longer than what is held of it: every key finds its row, and what is drawn is what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.reader import NOW, Reader, article, reader
from tui_reader.library.library import Library
from tui_reader.model import Article

MANY = 700


def many() -> list[Article]:
    """Stories in English, every second in Ukrainian too; a smaller number is newer."""
    english = [article(number, "en", photos=(), body=(), related=()) for number in range(MANY)]
    return english + [article(n, "uk", photos=(), body=(), related=()) for n in range(0, MANY, 2)]


async def chosen(app: Reader, number: int, language: str = "en") -> None:
    """Wait until story ``number`` is chosen and drawn."""
    title = article(number, language).title
    await app.until(lambda: (line := app.main.headlines.headline) is not None and line.title == title)
    await app.shows(title)


async def test_to_the_end_and_back_and_from_screen_to_screen(home: Path) -> None:
    async with reader(home, many()) as app:
        await chosen(app, 0)
        await app.press("G")
        await chosen(app, MANY - 1)
        await app.press("pageup", "k")
        await app.until(lambda: app.main.headlines.headline is not None)
        place = app.main.headlines.chosen
        await chosen(app, place)
        await app.press("g", "pagedown", "pagedown")
        await chosen(app, app.main.headlines.chosen)
        app.main.headlines.chosen = 350
        await chosen(app, 350)


async def test_the_chosen_story_stays_far_down_in_another_language_and_when_marked(home: Path) -> None:
    async with reader(home, many()) as app:
        app.main.headlines.chosen = 400
        await chosen(app, 400)
        await app.press("2")
        await chosen(app, 400, "uk")
        assert app.main.headlines.chosen == 200
        assert app.main.headlines.count() == MANY // 2
        await app.press("m")
        await app.shows("UA 349", "EN 699")
        await chosen(app, 400, "uk")
        await app.press("0")
        await chosen(app, 400)


async def test_the_next_unread_is_found_however_far_it_is(home: Path) -> None:
    stories = many()
    path = home / "library.db"
    with Library.open(path) as library:
        library.store(stories, now=NOW)
        library.mark_read(
            [one.id for n, one in enumerate(stories[:MANY]) if n not in (5, 610)], True, now=NOW
        )
    async with reader(home) as app:
        await chosen(app, 0)
        await app.press("n")
        await chosen(app, 5)
        await app.press("n")
        await chosen(app, 610)
        await app.press("n")
        await app.shows("Nothing unread further on")
        await app.press("p")
        await chosen(app, 5)


@pytest.mark.slow
async def test_a_search_that_finds_very_much_has_its_length_in_the_end(home: Path) -> None:
    async with reader(home, many()) as app:
        await app.press("slash", *"paper -nothing", "enter")
        await app.press("escape")
        await app.press("slash", *"tram", "enter")
        await app.until(lambda: app.main.headlines.count() == MANY)
        await app.press("G")
        await chosen(app, MANY - 1)
