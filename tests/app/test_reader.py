"""The app as a person uses it: keys in, screen out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.reader import HOSTILE, QUIET, article, reader, some
from tui_reader import paths
from tui_reader.app.state import Position, save_position
from tui_reader.library.library import Library
from tui_reader.model import LinkKind, Photo, RelatedLink


async def test_the_list_shows_each_story_once_in_the_first_language_it_has(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.shows("All 6", "EN 6", "UA 3", "RU 2", "Tram line 0", "Tram line 5", "EN UA RU")
        assert "Трамвай" not in app.screen()


async def test_another_language_in_the_list(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("right_square_bracket", "right_square_bracket")
        await app.shows("Трамвай 0 знову", "Трамвай 4 знову")
        await app.hides("Tram line")
        await app.press("3")
        await app.shows("Трамвай 3 снова")
        await app.press("0")
        await app.shows("Tram line 5")


async def test_the_chosen_story_stays_chosen_in_another_language(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("j", "j", "2")
        await app.shows("Трамвай 4 знову")
        await app.until(
            lambda: (
                app.main.headlines.headline is not None
                and app.main.headlines.headline.title == "Трамвай 2 знову ходить уночі"
            )
        )


async def test_an_open_article_turns_to_another_language_at_the_same_place(home: Path) -> None:
    async with reader(home, some(), size=(120, 30)) as app:
        await app.press("enter")
        await app.shows(
            "Tram line 0", "Paragraph 3", "1 Night car 0 at the depot", "Olha Marchuk", "Read also"
        )
        await app.press("pagedown")
        place = app.main.article.place
        assert place.block > 5
        await app.press("right_square_bracket")
        await app.until(
            lambda: app.main.article.article is not None and app.main.article.article.language == "uk"
        )
        assert app.main.article.place.block == place.block
        await app.press("3", "g")
        await app.shows("Трамвай 0 снова")


async def test_an_edition_that_is_not_there_is_said_in_one_line(home: Path) -> None:
    async with reader(home, some(), size=(120, 30)) as app:
        await app.press("j", "enter")
        await app.shows("Tram line 1")
        await app.press("3")
        await app.shows("No Russian edition of this story")


async def test_opening_marks_read_and_m_turns_it_back(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("enter")
        await app.until(lambda: app.main.reading)
        await app.press("q")
        await app.shows("All 5", "EN 5")
        await app.press("m")
        await app.shows("All 6")
        await app.press("M")
        await app.shows("All 0", "Marked")
        await app.press("U")
        await app.shows("All 6")


async def test_a_bookmark_is_kept_and_shown_and_undone(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("j", "b")
        await app.shows("★", "Bookmarked; every edition held is kept", "Bookmarks 1")
        await app.press("B")
        await app.until(lambda: app.main.headlines.count() == 1)
        await app.press("U")
        await app.shows("No bookmarks yet")
        await app.press("B")
        await app.shows("Tram line 5")
    with Library.open(home / "library.db") as library:
        assert library.counts()["Evening paper"].bookmarked == 0


async def test_search_narrows_as_it_is_typed_and_esc_ends_it(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("slash", *'"line 4"')
        await app.until(lambda: app.main.headlines.count() == 1)
        await app.press("enter")
        await app.shows('search: "line 4', "Tram line 4")
        await app.press("escape")
        await app.until(lambda: app.main.headlines.count() == 6)


async def test_esc_closes_a_search_that_was_not_begun(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("slash")
        await app.shows("Search: words")
        await app.press("escape")
        await app.hides("Search: words")
        await app.press("j", "slash", "x", "x", "backspace", "backspace", "escape", "k")
        await app.until(lambda: app.main.headlines.has_focus)


async def test_a_related_link_opens_the_held_article_and_q_leads_back(home: Path) -> None:
    async with reader(home, some(), size=(120, 30)) as app:
        await app.press("enter")
        await app.shows("Tram line 0")
        await app.press("t")
        await app.shows("Links", "The second story", "https://paper.test/en/2")
        await app.press("a")
        await app.shows("Tram line 2", "Night car 2")
        await app.press("q")
        await app.shows("Tram line 0")
        await app.press("q")
        await app.until(lambda: not app.main.reading)


async def test_a_link_that_leads_nowhere_safe_is_refused(home: Path) -> None:
    bad = article(0, "en", related=(RelatedLink("Click", "javascript:alert(1)", LinkKind.READ_ALSO),))
    async with reader(home, [bad]) as app:
        await app.press("enter", "t")
        await app.shows("Click")
        await app.press("enter")
        await app.shows("This link can't be opened here")


@pytest.mark.slow
async def test_foreign_text_stands_as_it_is_written_and_does_nothing(home: Path) -> None:
    hostile = article(0, "en", title=HOSTILE, source=HOSTILE, authors=(HOSTILE,), lead=HOSTILE)
    settings = (
        QUIET + f'[[source]]\nname = "{HOSTILE}"\ncategory = "{HOSTILE}"\nurl = "http://127.0.0.1:9/"\n'
    )
    async with reader(home, [hostile], settings=settings, size=(200, 40)) as app:
        await app.until(lambda: app.screen().count(HOSTILE) >= 4)
        for y, line in enumerate(app.lines()):
            for x in (at for at in range(len(line)) if line.startswith("[@click", at)):
                await app.pilot.click(offset=(x + 12, y))
        assert app.app.is_running
        await app.press("enter", "t")
        assert app.app.is_running


@pytest.mark.parametrize(
    "size",
    [
        pytest.param((140, 45), marks=pytest.mark.slow),
        pytest.param((90, 30), marks=pytest.mark.slow),
        pytest.param((60, 20), marks=pytest.mark.slow),
        pytest.param((20, 5), marks=pytest.mark.slow),
        (1, 1),
    ],
)
async def test_every_size_can_be_read(home: Path, size: tuple[int, int]) -> None:
    async with reader(home, some(), size=size) as app:
        await app.press(
            "enter", "question_mark", "escape", "t", "escape", "exclamation_mark", "escape", "z", "q", "h"
        )
        for width, height in ((1, 1), (200, 60), (79, 3), (120, 40), size):
            await app.pilot.resize_terminal(width, height)
        await app.pilot.pause()
        assert app.app.is_running


async def test_where_the_reader_was_it_is_again(home: Path) -> None:
    async with reader(home, some(), size=(120, 30)) as app:
        await app.press("2", "j", "enter")
        await app.shows("Трамвай 2 знову")
        await app.press("pagedown")
        place = app.main.article.place
    async with reader(home, size=(120, 30)) as app:
        await app.until(lambda: app.main.article.article is not None)
        assert app.main.article.article is not None
        assert app.main.article.article.title == "Трамвай 2 знову ходить уночі"
        await app.until(lambda: app.main.article.place == place)
        await app.press("q")
        await app.shows("Трамвай 4 знову")


async def test_an_article_that_is_gone_is_not_waited_for(home: Path) -> None:
    save_position(paths.state_folder() / "position.json", Position(article="0123456789abcdef", reading=True))
    async with reader(home, some()) as app:
        await app.shows("Tram line 0", "enter open")
        assert not app.main.reading


async def test_an_empty_library_says_what_to_do(home: Path) -> None:
    async with reader(home) as app:
        await app.shows("Nothing here yet. R refreshes")


async def test_a_source_that_cannot_be_reached_is_one_line_and_disturbs_nothing(home: Path) -> None:
    settings = QUIET + '[[source]]\nname = "Gone"\nurl = "http://127.0.0.1:9/rss"\n'
    async with reader(home, some(), settings=settings) as app:
        await app.press("R")
        await app.shows("1 failed: !", "Tram line 0")
        await app.press("exclamation_mark")
        await app.shows("Gone", "127.0.0.1")


async def test_a_theme_that_does_not_exist_is_named(home: Path) -> None:
    async with reader(home, some(), settings=QUIET + 'theme = "beige"\n') as app:
        await app.shows("There is no theme “beige”", "Tram line 0")


async def test_the_help_and_the_palette_are_made_from_the_keys(home: Path) -> None:
    async with reader(home, some(), settings=QUIET + '[keys]\nbookmark = "x"\n') as app:
        await app.press("x")
        await app.shows("Bookmarks 1")
        await app.press("question_mark")
        await app.shows("x                 Bookmark on or off")
        await app.press("escape", "ctrl+p")
        await app.press(*"mark all")
        await app.shows("Mark all of this list read")


async def test_the_mouse_opens_what_it_clicks(home: Path) -> None:
    async with reader(home, some(), size=(90, 30)) as app:
        await app.shows("Tram line 3")
        row = next(y for y, line in enumerate(app.lines()) if "Tram line 3" in line)
        await app.pilot.click(offset=(5, row))
        await app.until(lambda: app.main.reading)
        await app.shows("Tram line 3", "Paragraph 1")
        tabs = next(y for y, line in enumerate(app.lines()) if "EN" in line and "RU" in line)
        await app.pilot.click(offset=(app.lines()[tabs].index("RU") + 1, tabs))
        await app.shows("Трамвай 3 снова")


async def test_a_page_from_elsewhere_reads_no_file_of_this_disk(home: Path) -> None:
    secret = home / "secret.md"
    secret.write_text("# A secret\n\nNobody else may read this.\n")
    bad = article(
        0,
        "en",
        related=(RelatedLink("Look", secret.as_uri(), LinkKind.READ_ALSO),),
        photos=(Photo((paths.SAMPLES / "tram.png").as_uri(), None, "A tram", None),),
    )
    async with reader(home, [bad], size=(120, 30)) as app:
        await app.press("enter")
        await app.shows("Paragraph 1")
        await app.shows("can't be shown", "is not opened")
        await app.press("t", "a")
        await app.shows("a file on this disk is not opened")


async def test_saving_writes_markdown_into_the_folder(home: Path) -> None:
    folder = home / "kept"
    async with reader(home, some(), settings=QUIET + f'save_folder = "{folder}"\n') as app:
        await app.shows("Paragraph 1")
        await app.press("s")
        await app.shows("Saved as")
    assert [path.name for path in folder.iterdir()] == ["tram-line-0-runs-at-night-again.en.md"]


@pytest.mark.slow
async def test_a_wrong_search_is_told_and_leaves_the_list_until_it_is_right(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("slash", *"tram lang:")
        await app.until(lambda: app.main.headlines.count() == 6)
        await app.press(*"qq", "space")
        await app.shows("search, character 11 (after “tram lang:”)")
        assert app.main.headlines.count() == 6
        await app.press(*["backspace"] * 3, *"en")
        await app.hides("search, character 11")
        await app.press("enter", "slash", *" is:")
        await app.press("enter")
        await app.shows("is: takes is:unread")
