"""Which columns stand at which width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.app.columns import Columns, Pane, beside, columns


def standing(size: Columns) -> str:
    names = (("s", size.sources), ("h", size.headlines), ("a", size.article))
    return "".join(name for name, width in names if width)


@pytest.mark.parametrize(
    ("width", "pane", "reading", "shown"),
    [
        (200, Pane.HEADLINES, False, "sha"),
        (120, Pane.HEADLINES, False, "sha"),
        (119, Pane.HEADLINES, False, "ha"),
        (119, Pane.SOURCES, False, "sh"),
        (80, Pane.HEADLINES, False, "ha"),
        (79, Pane.HEADLINES, False, "h"),
        (79, Pane.SOURCES, False, "s"),
        (79, Pane.ARTICLE, True, "a"),
        (119, Pane.ARTICLE, True, "a"),
        (120, Pane.ARTICLE, True, "a"),
        (165, Pane.ARTICLE, True, "ha"),
        (200, Pane.ARTICLE, True, "sha"),
        (10, Pane.ARTICLE, True, "a"),
    ],
)
def test_columns(width: int, pane: Pane, reading: bool, shown: str) -> None:
    assert standing(columns(width, pane, reading=reading)) == shown


def test_alone_leaves_the_article() -> None:
    assert columns(200, Pane.ARTICLE, reading=True, alone=True) == Columns(article=200)


@given(st.integers(1, 400), st.sampled_from(Pane), st.booleans(), st.booleans())
def test_columns_fill_the_screen(width: int, pane: Pane, reading: bool, alone: bool) -> None:
    size = columns(width, pane, reading=reading, alone=alone)
    assert size.sources + size.headlines + size.article == width
    assert min(size.sources, size.headlines, size.article) >= 0


@given(st.integers(120, 400))
def test_an_open_article_has_its_side_column_on_a_wide_screen(width: int) -> None:
    article = columns(width, Pane.ARTICLE, reading=True).article
    assert beside(article) >= 32
    assert article - beside(article) >= 70
