"""What a search found, marked on the page and in the list, and the way from match to match."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.app.reader import Reader, article, reader
from tui_reader.app.marking import marks, runs_of, split
from tui_reader.app.typeset import Layout, Page, Run, set_article
from tui_reader.model import Article, Block, BlockKind, InlineLink
from tui_reader.search.finder import Finder
from tui_reader.search.parse import parse


def finder(query: str) -> Finder | None:
    return Finder.of(parse(query, now=datetime(2026, 1, 1, tzinfo=UTC)))


def marked(page: Page, query: str, current: int | None = None) -> list[str]:
    """The page's lines with [matches] and <the current one>."""
    found = marks(page, finder(query))
    lines = []
    for number, line in enumerate(page.lines):
        runs = split(line.runs, found.on(number), current)
        assert "".join(run.text for run in runs) == "".join(run.text for run in line.runs)
        around = {"match": "[{}]", "here": "<{}>"}
        lines.append("".join(around.get(run.style, "{}").format(run.text) for run in runs))
    return lines


def test_a_match_may_go_over_the_end_of_a_line() -> None:
    page = Page()
    page.text("the old bridge is an old bridge", 14)
    assert marked(page, '"old bridge"', 1) == ["the [old bridge]", "is an <old>", "<bridge>"]
    assert marks(page, finder('"old bridge"')).lines == (0, 1)
    assert marked(page, "tram") == ["the old bridge", "is an old", "bridge"]


def test_a_word_that_the_layout_broke_is_one_word() -> None:
    body = (Block(BlockKind.PARAGRAPH, "Extraordinary responsibilities notwithstanding, everybody came."),)
    one = Article("x", "T", language="en", body=body)
    page = set_article(one, 20, beside=True, layout=Layout(20, hyphenate=True))
    broken = [n for n, line in enumerate(page.lines) if line.runs and line.runs[-1].text.endswith("-")]
    assert broken
    assert len(marks(page, finder("responsibilities")).lines) == 1
    assert len(marks(page, finder("notwithstanding")).lines) == 1


def test_a_link_keeps_its_target_where_it_is_marked() -> None:
    block = Block(BlockKind.PARAGRAPH, "See the bridge here", links=(InlineLink(4, 14, "https://a.example"),))
    page = set_article(Article("x", "T", body=(block,)), 40, beside=True)
    found = marks(page, finder("bridge"))
    runs = split(page.lines[found.lines[0]].runs, found.on(found.lines[0]), None)
    assert [(run.text, run.style, run.target) for run in runs] == [
        ("See ", "text", None),
        ("the ", "link", "https://a.example"),
        ("bridge", "match", "https://a.example"),
        (" here", "text", None),
    ]
    assert split([Run("a")], [], None) == [Run("a")]


def test_the_runs_of_a_title() -> None:
    assert runs_of("a tram here", [(2, 6)], "strong", 0, 4) == [("a ", "strong"), ("tr", "match")]
    assert runs_of("a tram here", [(2, 6)], "strong", 4, 11) == [("am", "match"), (" here", "strong")]


def _long() -> Article:
    text = [Block(BlockKind.PARAGRAPH, f"Paragraph {n} is about a ferry.") for n in range(60)]
    return replace(article(1, "en"), title="A long one", body=tuple(text))


def _here(app: Reader) -> int | None:
    return app.main.article.text.here


async def test_matches_stand_in_the_list_with_their_context(home: Path) -> None:
    async with reader(home, [_long(), article(2, "en")], size=(140, 30)) as app:
        await app.press("slash", *"ferry")
        await app.until(lambda: app.main.headlines.count() == 1)
        await app.shows("… 0 is about a ferry. Paragraph 1")
        await app.press("escape")
        await app.until(lambda: app.main.headlines.count() == 2)
        assert app.main.headlines.row_height == 3
        await app.press("slash", *"caption:depot")
        await app.shows("photo: Night car 1 at the depot")


@pytest.mark.slow
async def test_n_goes_from_match_to_match_while_a_search_is_on(home: Path) -> None:
    async with reader(home, [_long(), article(2, "en")], size=(90, 24)) as app:
        await app.press("slash", *"ferry", "enter", "enter")
        await app.shows("A long one")
        await app.press("n")
        await app.shows("Match 1 of 60")
        await app.press(*"n" * 12)
        await app.shows("Match 13 of 60", "Paragraph 12 is")
        assert _here(app) == 12
        await app.press("N")
        await app.shows("Match 12 of 60")
        await app.press("G", "n")
        await app.until(lambda: (_here(app) or 0) > 45)
        await app.press("g", "N")
        await app.shows("Match 60 of 60")
        await app.press("n")
        await app.shows("Match 1 of 60")
        await app.press("q", "escape")
        await app.until(lambda: app.main.headlines.count() == 2)
        await app.press("n")
        await app.until(lambda: app.main.headlines.chosen == 1)
