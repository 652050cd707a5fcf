"""The editions of a story in the running app: those that are only likely, those that are missing, and the tabs."""

from __future__ import annotations

from pathlib import Path

from tests.app.reader import QUIET, Reader, article, reader, some
from tests.loopback import Answer, Loopback
from tui_reader.library.library import Library
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
        await app.shows("and its editions are one story again", "≈")
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


async def test_a_switch_shows_dimmed_what_a_language_lacks(home: Path) -> None:
    async with reader(home, some(), size=(200, 40)) as app:
        await app.press("d")
        await app.shows("All languages are shown")
        await app.press("2")
        await app.until(lambda: app.main.headlines.count() == 3)
        await app.press("d")
        await app.shows("other languages dimmed", "Трамвай 0 знову", "Tram line 1", "Трамвай 2 знову", "UA 3")
        await app.until(lambda: app.main.headlines.count() == 6)
        drawn = [app.main.headlines.draw(row, 60)[0][1][1] for row in range(6)]
        assert drawn == ["strong", "faint"] * 3
        await app.press("M")
        await app.shows("All 0", "UA 0", "RU 0")
        await app.press("d")
        await app.until(lambda: app.main.headlines.count() == 3)


async def test_where_a_story_is_missing_the_nearest_in_time_is_chosen(home: Path) -> None:
    stories = some(12)
    async with reader(home, stories) as app:
        await app.press(*"jjjjjjjj", "3")  # Story 8 has no Russian edition; 9 and 6 have.
        await app.until(lambda: _chosen(app) == "Трамвай 9 снова ходит ночью")
        await app.press("2")  # 9 has no Ukrainian one: 8 and 10 are as near.
        await app.until(lambda: _chosen(app) == "Трамвай 10 знову ходить уночі")


def _chosen(app: Reader) -> str | None:
    headline = app.main.headlines.headline
    return headline.title if headline is not None else None


async def test_turning_marks_each_edition_where_each_is_read_for_itself(home: Path) -> None:
    async with reader(home, some(1), settings=QUIET + 'read = "edition"\n', size=(200, 40)) as app:
        await app.press("enter")
        await app.shows("EN 0", "UA 1", "RU 1")
        await app.press("2")
        await app.shows("UA 0", "RU 1")
    async with reader(home, settings=QUIET, size=(200, 40)) as app:
        await app.shows("UA 0", "RU 0")


def sections(language: str, *sizes: int) -> Article:
    """Story 0 with a section of so many paragraphs under each heading."""
    body = []
    for number, size in enumerate(sizes):
        body.append(Block(BlockKind.HEADING, f"Part {number} {language}", level=2))
        body += [
            Block(BlockKind.PARAGRAPH, f"{language} {number}.{n} " + "and so on " * 30) for n in range(size)
        ]
    return article(0, language, body=tuple(body))


async def test_another_language_is_taken_up_at_the_same_paragraph(home: Path) -> None:
    stories = [sections("en", 3, 5, 9), sections("uk", 9, 2, 9)]
    async with reader(home, stories, size=(100, 20)) as app:
        await app.press("enter")
        await app.shows("Part 0 en")
        app.main.article.text.set_scroll_y_now(app.main.article.text.page.blocks[12])
        await app.press("2")
        await app.until(lambda: _edition(app) == "uk")
        assert "uk 2.1" in app.lines()[1]
        await app.press("1")
        await app.until(lambda: _edition(app) == "en")
        assert app.main.article.place.block == 12


def _edition(app: Reader) -> str | None:
    return app.main.article.article.language if app.main.article.article is not None else None


async def test_two_editions_stand_side_by_side(home: Path) -> None:
    stories = [sections("en", 3, 5, 9), sections("uk", 9, 2, 9), sections("ru", 1, 1, 1)]
    async with reader(home, stories, size=(140, 30)) as app:
        await app.press("equals_sign")
        await app.shows("Open a story first")
        await app.press("enter")
        await app.shows("Part 0 en")
        app.main.article.text.set_scroll_y_now(app.main.article.text.page.blocks[10])
        await app.press("equals_sign")
        await app.shows("Part 2 en", "Part 2 uk", " UA ")
        beside(app, "Part 2 en", "Part 2 uk")
        beside(app, "en 2.0", "uk 2.0")
        await app.press("right_square_bracket")
        await app.shows("Part 2 en", "Part 2 ru")
        beside(app, "Part 2 en", "Part 2 ru")
        await app.press("1", "g")
        await app.shows("Night car 0 at the depot", "Tram line 0", "Трамвай 0 знову")
        await app.press("pagedown", "j", "k", "G", "escape")
        await app.until(lambda: app.app.screen is app.main)
        assert app.main.article.place.block > 10
        await app.press("equals_sign", "equals_sign")
        await app.until(lambda: app.app.screen is app.main)


async def test_what_is_searched_for_is_marked_side_by_side(home: Path) -> None:
    async with reader(home, some(2), size=(140, 30)) as app:
        await app.press("enter")
        await app.shows("Paragraph 1 of")
        await app.press("equals_sign", "n")
        await app.shows("No search is on: / in the list searches")
        await app.press("escape", "q", "slash", *"paragraph", "enter")
        await app.until(lambda: len(app.main.article.text.marks.lines) == 40)
        await app.press("enter")
        await app.shows("Paragraph 1 of")
        await app.press("equals_sign")
        await app.shows("│")
        await app.press("n")
        await app.shows("Match 1 of 80")
        await app.press("n", "N", "N")
        await app.shows("Match 80 of 80", "Paragraph 39 of")


def beside(app: Reader, left: str, right: str) -> None:
    assert any(left in line.partition("│")[0] and right in line.partition("│")[2] for line in app.lines())


async def test_what_stands_at_the_right_is_read_too_where_each_is_read_for_itself(home: Path) -> None:
    async with reader(home, some(1), settings=QUIET + 'read = "edition"\n', size=(200, 40)) as app:
        await app.press("enter")
        await app.shows("EN 0", "UA 1", "RU 1")
        await app.press("equals_sign")
        await app.shows("Трамвай 0 знову")
        await app.press("escape")
        await app.shows("UA 0", "RU 1")


async def test_side_by_side_says_what_it_needs(home: Path) -> None:
    async with reader(home, some(2), size=(100, 30)) as app:
        await app.press("enter")
        await app.shows("Paragraph 1")
        app.main.status.failed = 47
        await app.shows("47 failed: ! shows why")
        await app.press("equals_sign")  # what is said now stands before what is said always
        await app.shows("Side by side needs a screen of 120 columns; this one has 100")
        app.main.status.failed = 0
        await app.pilot.resize_terminal(120, 30)
        await app.press("equals_sign")
        await app.until(lambda: app.app.screen is not app.main)
        await app.pilot.resize_terminal(119, 30)
        await app.until(lambda: app.app.screen is app.main)
        await app.press("q", "j", "enter")
        await app.shows("Tram line 1")
        await app.press("equals_sign")
        await app.shows("This story has no edition in another language")


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{0}</channel></rss>"""
ITEM = """<item><title>{1}</title><link>{0}</link><guid>{0}</guid><description>{2}</description></item>"""


async def test_an_edition_that_a_refresh_brings_joins_the_bookmark(home: Path) -> None:
    with Loopback() as server:
        items = {
            tag: ITEM.format(server.url(f"{folder}/articles/2026/01/08/8015225/"), *BRIDGE[tag])
            for tag, folder in (("en", "/eng"), ("uk", ""))
        }
        feeds = {tag: server.answer(f"/{tag}.rss", Answer(FEED.format("").encode())) for tag in items}
        server.answer("/en.rss", Answer(FEED.format(items["en"]).encode()), Answer(FEED.format("").encode()))
        settings = QUIET + 'full_text = "never"\n[[source]]\nname = "Post"\n'
        settings += f'editions = {{ en = "{feeds["en"]}", uk = "{feeds["uk"]}" }}\n'
        async with reader(home, settings=settings) as app:
            await app.press("R")
            await app.shows("Yaroslava Hnatiuk", "EN 1")
            await app.press("b")
            await app.shows("Bookmarks 1")
            server.answer("/uk.rss", Answer(FEED.format(items["uk"]).encode()))
            await app.press("R")  # the English feed has dropped it by now
            await app.shows("EN UA", "★")
            await app.press("B", "2")
            await app.shows("★", "Ярослава Гнатюк")
    with Library.open(home / "library.db") as library:
        assert library.counts()["Post"].bookmarked == 1
