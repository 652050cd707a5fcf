"""Two editions as one page of two columns."""

from __future__ import annotations

from rich.cells import cell_len

from tui_reader.app.parallel import set_side_by_side
from tui_reader.app.typeset import Page
from tui_reader.model import Article, Block, BlockKind, InlineLink, Photo, RelatedLink

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
