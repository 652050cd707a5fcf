"""The editions of a story in the running app: those that are only likely, those that are missing, and the tabs."""

from __future__ import annotations

from pathlib import Path

from tests.app.reader import QUIET, article, reader
from tui_reader.model import Article, Block, BlockKind

BRIDGE = {
    "en": (
        "Yaroslava Hnatiuk opens bridge in Poltava",
        "The bridge is 1,348 metres long and cost 27 million euros.",
    ),
    "uk": (
        "Ярослава Гнатюк відкрила міст у Полтаві",
        "Міст завдовжки 1 348 метрів коштував 27 млн євро, сказала Гнатюк.",
    ),
}


def bridge(language: str) -> Article:
    """An edition that nothing but its words joins to the other."""
    title, text = BRIDGE[language]
    body = (Block(BlockKind.PARAGRAPH, text),)
    return article(0, language, title=title, story=None, body=body, photos=(), url=None, related=())


async def test_a_likely_edition_is_marked_explained_and_taken_apart(home: Path) -> None:
    stories = [bridge("en"), bridge("uk")]
    async with reader(home, stories, size=(120, 30)) as app:
        await app.shows("All 1", "EN ≈UA")
        await app.press("enter")
        await app.shows(" EN  ≈UA", "1,348 metres")
        await app.press("right_square_bracket")
        await app.shows(
            "1 348 метрів", "Likely the same story: the same names and numbers; X takes it apart", " ≈EN  UA"
        )
        await app.press("X")
        await app.shows("Taken apart: these are two stories now; U joins them again")
        await app.hides("≈EN")
        await app.press("left_square_bracket")
        await app.shows("This story has no edition in another language")
        await app.press("q")
        await app.until(lambda: app.main.headlines.count() == 2)
        await app.press("U")
        await app.shows("They are editions of one story again", "≈")
        await app.until(lambda: app.main.headlines.count() == 1)
        await app.press("X")
        await app.until(lambda: app.main.headlines.count() == 2)
    async with reader(home, stories, size=(120, 30)) as app:
        await app.until(lambda: app.main.headlines.count() == 2)
        assert "≈" not in app.screen()
        await app.press("X")
        await app.shows("No edition of this story is only likely (≈)")


async def test_another_key_for_it_is_the_one_that_is_named(home: Path) -> None:
    stories = [bridge("en"), bridge("uk")]
    async with reader(home, stories, settings=QUIET + '[keys]\npart = "x"\n', size=(120, 30)) as app:
        await app.press("enter", "2")
        await app.shows("numbers; x takes it apart")
