"""The same text from several sources: one line of the list, the others named over the article and opened from there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.app.reader import HOSTILE, QUIET, article, reader, some
from tui_reader.app.kept import Also, set_kept
from tui_reader.app.typeset import Page
from tui_reader.model import Article


def doubled() -> list[Article]:
    """Six stories, the first of which another source has too."""
    wire = replace(article(0, "en"), identity="wire", source="Wire", story=None)
    return [*some(), replace(wire, related=())]


async def test_one_line_names_its_sources_and_leads_to_each(home: Path) -> None:
    async with reader(home, doubled()) as app:
        await app.until(lambda: app.main.headlines.count() == 6)
        names = ("Evening paper, Wire", "Wire, Evening paper")
        await app.until(lambda: any(both in line for both in names for line in app.lines()))
        await app.shows("All sources", "Also in:")
        assert any("All sources" in line and "6" in line for line in app.lines())
        await app.press("enter")
        await app.shows("Also in:")
        first = app.main.article.article
        await app.press("t")
        await app.until(lambda: len(app.app.screen_stack) == 2)
        await app.shows("the same text from another source")
        letter = "c" if first is not None and first.related else "a"
        await app.press(letter)
        await app.until(lambda: app.main.article.article not in (None, first))
        assert {one.source for one in (first, app.main.article.article) if one} == {
            "Evening paper",
            "Wire",
        }
        # Back leads to where it was; both are read, for they are one.
        await app.press("q")
        await app.until(lambda: app.main.article.article == first)
        await app.press("q", "u")
        await app.until(lambda: app.main.headlines.count() == 5)


async def test_a_source_s_own_list_has_its_own_and_a_setting_shows_each(home: Path) -> None:
    async with reader(home, doubled()) as app:
        await app.until(lambda: app.main.headlines.count() == 6)
        await app.press("q", "G")
        await app.until(lambda: app.main.headlines.count() == 1)
        await app.shows("Wire, Evening paper")
    async with reader(home, (), settings=QUIET + 'doubles = "show"\n') as app:
        await app.until(lambda: any("All sources" in line and " 7 " in line for line in app.lines()))


async def test_a_double_in_another_language_says_so(home: Path) -> None:
    settings = QUIET.replace('"en", "uk"', '"uk", "en"')
    async with reader(home, doubled(), settings=settings) as app:
        await app.shows("Трамвай 0", "Also in: c Wire (EN)")


def test_the_names_stand_in_as_many_lines_as_they_need() -> None:
    page = Page()
    doubles = [Also(letter, f"Gazette {letter}", f"held:{letter}") for letter in "abcd"]
    set_kept(page, 30, tags=("war",), note=None, doubles=doubles)
    texts = ["".join(run.text for run in line.runs) for line in page.lines]
    assert texts == ["Also in: a Gazette a", " b Gazette b c Gazette c", " d Gazette d", "★ #war"]
    assert [run.target for line in page.lines for run in line.runs if run.style == "link"] == [
        one.url for one in doubles
    ]


async def test_a_hostile_name_is_only_text(home: Path) -> None:
    evil = [replace(one, source=HOSTILE) if one.source == "Wire" else one for one in doubled()]
    async with reader(home, evil) as app:
        await app.until(lambda: app.main.headlines.count() == 6)
        await app.press("enter")
        await app.shows("Also in:", "[/r/python]")
