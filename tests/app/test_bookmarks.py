"""Tags, notes, and undoing: written in windows, shown in list and article, taken back step by step."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from tests.app.reader import HOSTILE, NOW, Reader, article, reader, some
from tui_reader.app.kept import set_kept
from tui_reader.app.screens.tags import Completion
from tui_reader.app.typeset import Page
from tui_reader.library.library import Library
from tui_reader.model import Held


def held(home: Path, number: int = 0) -> Held:
    with Library.open(home / "library.db") as library:
        found = library.held(article(number, "en").id)
    assert found is not None
    return found


async def window(app: Reader, key: str) -> None:
    await app.press(key)
    await app.until(lambda: len(app.app.screen_stack) == 2)


async def test_tags_are_written_in_one_line_and_shown_and_filter_the_bookmarks(home: Path) -> None:
    async with reader(home, some()) as app:
        await window(app, "T")
        await app.press(*"war, long read", "enter")
        await app.shows("Tags: +war, +long read, and the story is bookmarked", "★ #long read #war")
        assert any("#war" in line and "min" in line for line in app.lines())
        await app.press("j")
        await window(app, "T")
        await app.shows("Known: #long read #war")
        await app.press("W", "tab", "enter")
        await app.shows("Tags: +War")  # it is spelled as it was first
        await window(app, "number_sign")
        await app.press("enter")
        await app.shows("Bookmarks · #long read")
        await app.until(lambda: app.main.headlines.count() == 1)
        await app.press("escape")
        await app.until(lambda: app.main.headlines.count() == 2)
        await app.shows("Bookmarks")
    assert held(home).tags == ("long read", "war")
    assert held(home, 1).tags == ("war",)


async def test_tags_beside_the_star_are_cut_with_an_ellipsis(home: Path) -> None:
    async with reader(home, some(30), size=(90, 30)) as app:
        await window(app, "T")
        await app.press(*"abcdefghijklmnopqrstuvwxyz", "enter")
        await app.until(lambda: any("#abc" in line.partition("▕")[0] for line in app.lines()))
        meta = next(left for line in app.lines() if "#abc" in (left := line.partition("▕")[0]))
        assert meta.rstrip().endswith("…")


@pytest.mark.slow
async def test_a_note_is_written_in_several_lines_and_esc_warns_before_it_is_lost(home: Path) -> None:
    async with reader(home, some()) as app:
        await window(app, "e")
        await app.press(*"Ask Olena", "enter", *"q", "escape")
        await app.shows("Not kept yet: ctrl+s keeps it")
        await app.press("ctrl+s")
        await app.shows("▎ Ask Olena", "▎ q", "Note kept")
        await window(app, "e")
        await app.press("x", "escape", "escape")
        await app.until(lambda: len(app.app.screen_stack) == 1)
        await window(app, "e")
        await app.press("escape")
        await app.until(lambda: len(app.app.screen_stack) == 1)
    assert held(home).note == "Ask Olena\nq"


async def test_what_is_typed_fast_is_kept_before_the_window_closes(home: Path) -> None:
    async with reader(home, some()) as app:
        for opens, keys in (
            ("e", [*"fast", "ctrl+s"]),
            ("T", [*"war", "enter"]),
            ("T", [*", lo", "tab", "enter"]),
        ):
            with Library.open(home / "library.db") as library:
                library.bookmarks.tag(article(1, "en").id, add=["long read"], now=NOW)
            await window(app, opens)
            for key in keys:  # as a terminal sends them, all at once
                app.app.post_message(Key(key, key if len(key) == 1 else None))
            await app.until(lambda: len(app.app.screen_stack) == 1)
        await app.shows("▎ fast", "★ #long read #war")
        await window(app, "e")
        await app.press("ctrl+s")
        await app.shows("The note is as it was")
    assert (held(home).note, held(home).tags) == ("fast", ("long read", "war"))


@pytest.mark.slow
async def test_every_step_is_undone_and_told(home: Path) -> None:
    async with reader(home, some()) as app:
        await app.press("m")
        await window(app, "T")
        await app.press(*"war", "enter")
        await app.shows("★ #war")
        await window(app, "e")
        await app.press("W", "ctrl+s")
        await app.shows("▎ W")
        await app.press("b")
        await app.shows("Bookmark removed, with its tags and note; U brings it back")
        for said in (
            "Undone: “Tram line 0 runs at night again” is bookmarked again, with its tags and note · U undoes 3",
            "Undone: the note of “Tram line 0 runs at night again” is as before · U undoes 2 more steps",
            "Undone: the tags of “Tram line 0 runs at night again” are as before · U undoes 1 more step",
            "Undone: “Tram line 0 runs at night again” is unread again",
            "There is nothing to undo",
        ):
            await app.press("U")
            await app.shows(said)
        await app.press("M")
        await app.shows("U undoes it")
        await app.press("U")
        await app.shows("Undone: what was marked read together is unread again")
    now = held(home)
    assert (now.bookmarked, now.tags, now.note, now.read) == (False, (), None, False)


async def test_hostile_tags_notes_and_titles_are_drawn_as_they_are_written(home: Path) -> None:
    with Library.open(home / "library.db") as library:
        one = article(0, "en", title=HOSTILE)
        library.store([one], now=one.published or NOW)
        library.bookmarks.tag(one.id, add=[HOSTILE], now=NOW)
        library.bookmarks.note(one.id, HOSTILE, now=NOW)
    async with reader(home) as app:
        await app.shows(f"★ #{HOSTILE}", f"▎ {HOSTILE}")
        for key in "Te":
            await window(app, key)
            await app.shows(f"{HOSTILE}")
            await app.press("escape")
            await app.until(lambda: len(app.app.screen_stack) == 1)
        await window(app, "number_sign")
        await app.shows(f"#{HOSTILE}")


async def test_a_tag_is_completed_from_the_most_used_one() -> None:
    completion = Completion([("Київ", 1), ("Київщина", 3), ("kyiv", 2)])
    for written, whole in (
        ("ки", "київщина"),
        ("peace, K", "peace, Kyiv"),
        ("київщина, ки", "київщина, київ"),
        ("peace, ", None),
        ("", None),
        ("x", None),
    ):
        assert await completion.get_suggestion(written) == whole


def test_nothing_stands_over_an_article_without_tags_and_note() -> None:
    page = Page()
    set_kept(page, 40, tags=(), note=None)
    assert page.lines == []
