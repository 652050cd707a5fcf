"""Two editions as one page of two columns."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_reader.app.marking import Marks
from tui_reader.app.parallel import marks_in_both, set_side_by_side
from tui_reader.app.typeset import Page
from tui_reader.model import Article, Block, BlockKind, InlineLink, Photo, RelatedLink
from tui_reader.search.finder import Finder
from tui_reader.search.parse import parse

LONG = "A paragraph of many words that goes on for a few lines. " * 3


def told(language: str, *texts: str) -> Article:
    body = tuple(
        Block(BlockKind.HEADING, text.removeprefix("# "), level=2)
        if text.startswith("# ")
        else Block(BlockKind.PARAGRAPH, text, links=(InlineLink(0, 2, f"https://a.test/{language}"),))
        for text in texts
    )
    photos = (Photo(None, None, f"Caption {language}", "Credit"),)
    return Article(
        "x", f"Title {language}", language=language, body=body, photos=photos, related=(RelatedLink("R"),)
    )


def columns(page: Page) -> list[tuple[str, str]]:
    lines = ("".join(run.text for run in line.runs) for line in page.lines)
    return [(left.rstrip(), right) for left, _, right in (line.partition(" │ ") for line in lines)]


def test_what_belongs_together_begins_on_the_same_line() -> None:
    left = told("en", LONG, "# One en", "short", "# Two en", "end en")
    right = told("ja", "短い", "# One ja", LONG * 2, LONG, "# Two ja", "end ja")
    page = set_side_by_side(left, right, 40)
    found = columns(page)
    assert found[0] == ("Title en", "Title ja")
    assert ("▣ Caption en", "▣ Caption ja") in found
    for pair in (("One en", "One ja"), ("Two en", "Two ja"), ("end en", "end ja")):
        assert pair in found
    assert [found[line][0][:6] for line in page.blocks] == ["A para", "One en", "short", "Two en", "end en"]
    assert "R" not in {text.strip() for pair in found for text in pair}


def test_the_rule_stands_in_one_column_whatever_the_script() -> None:
    page = set_side_by_side(told("ja", "電車は夜も走る。" * 20, "短い"), told("en", LONG, LONG), 41)
    places = {
        cell_len("".join(run.text for run in line.runs).partition("│")[0]) for line in page.lines if line.runs
    }
    assert places == {42}


def test_links_stay_links_in_both() -> None:
    page = set_side_by_side(told("en", LONG), told("uk", LONG), 40)
    targets = {run.target for line in page.lines for run in line.runs} - {None}
    assert targets == {"https://a.test/en", "https://a.test/uk"}


def test_an_edition_without_text_leaves_its_column_empty() -> None:
    page = set_side_by_side(told("en", LONG, "end"), told("uk"), 40)
    assert ("end", "") in columns(page)
    assert len(page.blocks) == 2


def found(page: Page, marks: Marks) -> list[tuple[int, str]]:
    """What is marked, from the top down: the number of the match, and the words."""
    texts = ["".join(run.text for run in line.runs) for line in page.lines]
    return [
        (mark.number, texts[line][mark.start : mark.end])
        for line in sorted(marks.marks or {})
        for mark in sorted(marks.on(line), key=lambda mark: mark.start)
    ]


def finder(query: str) -> Finder | None:
    return Finder.of(parse(query, now=datetime(2026, 3, 4, tzinfo=UTC)))


def test_matches_are_marked_in_both_columns_and_counted_from_the_top_down() -> None:
    left = told("en", "A tram in the night.", "# One", "The last tram.")
    right = told("ja", "路面電車 tram が走る", "# One", LONG, "最後の tram")
    page = set_side_by_side(left, right, 30)
    marks = marks_in_both(page, finder("tram"))
    assert found(page, marks) == [(number, "tram") for number in range(4)]
    assert len(marks.lines) == 4
    assert marks.lines == tuple(sorted(marks.lines))
    assert marks.lines[0] == marks.lines[1], "the left one first"


def test_a_match_over_the_end_of_a_line_keeps_out_of_the_other_column() -> None:
    page = set_side_by_side(told("en", "Long before the night tram came"), told("de", "Ganz anders"), 21)
    marks = marks_in_both(page, finder('"night tram"'))
    assert found(page, marks) == [(0, "night"), (0, "tram")]
    assert len(marks.lines) == 1


@given(
    *(st.lists(st.sampled_from(["tram", "路面電車", "and so on", "# One"]), max_size=12) for _ in "ab"),
    st.integers(12, 40),
)
def test_as_many_are_marked_as_the_columns_hold(left: list[str], right: list[str], width: int) -> None:
    page = set_side_by_side(told("en", *left), told("ja", *right), width)
    marks = marks_in_both(page, finder("tram"))
    assert found(page, marks) == [
        (number, "tram") for number in range(left.count("tram") + right.count("tram"))
    ]


def test_without_a_search_nothing_is_marked() -> None:
    assert not marks_in_both(set_side_by_side(told("en", LONG), told("uk", LONG), 40), None).lines
