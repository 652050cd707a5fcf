"""Lines fit their width, and nothing of the text gets lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_reader.app.wrap import shorten, wrap
from tui_reader.clean import clean_text


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_words_stay_whole() -> None:
    assert lines("The tram runs at night again", 12) == ["The tram", "runs at", "night again"]


def test_breaks_in_the_text_are_kept() -> None:
    assert lines("one\n\ntwo", 10) == ["one", "", "two"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_a_word_wider_than_the_line_after_a_word() -> None:
    assert lines("so abcdefghij it goes", 4) == ["so", "abcd", "efgh", "ij", "it", "goes"]


def test_japanese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    assert lines("東京の新聞。明日", 10) == ["東京の新", "聞。明日"]


@pytest.mark.parametrize(
    ("text", "shown"), [("short", "short"), ("a longer one", "a long…"), ("東京新聞", "東京新…")]
)
def test_shorten(text: str, shown: str) -> None:
    assert shorten(text, 7) == shown


@given(st.text(max_size=300), st.integers(2, 60))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    text = clean_text(text)
    pieces = wrap(text, width)
    assert all(cell_len(text[start:end]) <= width for start, end in pieces)
    assert "".join("".join(text[start:end] for start, end in pieces).split()) == "".join(text.split())
    assert pieces == sorted(pieces)
