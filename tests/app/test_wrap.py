"""Lines fit their width, and nothing of the text gets lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tui_reader.app.hyphens import breaks
from tui_reader.app.wrap import NARROW, Cut, cut_lines, in_lines, shorten, wrap
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


@given(st.text(max_size=200), st.integers(1, 5), st.integers(2, 40))
def test_at_most_so_many_lines_and_what_is_cut_is_told(text: str, count: int, width: int) -> None:
    text = clean_text(text)
    shown, pieces = in_lines(text, count, width)
    found = [shown[start:end] for start, end in pieces]
    assert 1 <= len(found) <= count
    assert all(cell_len(line) <= width for line in found)
    if "".join("".join(found).split()) != "".join(text.split()):
        assert found[-1].endswith("…")
        assert " ".join(text.split()).startswith(" ".join(shown.removesuffix("…").split()))


def test_no_lines_show_nothing() -> None:
    assert in_lines("The tram", 0, 10)[1] == []


def hyphenated(text: str, width: int, language: str) -> list[str]:
    return [text[cut.start : cut.end] + "-" * cut.hyphen for cut in cut_lines(text, width, breaks(language))]


def test_words_are_broken_where_their_language_breaks_them() -> None:
    assert hyphenated("Ein Donaudampfschiff fährt", 12, "de") == ["Ein Donau-", "dampfschiff", "fährt"]
    assert hyphenated("Ми читаємо переклад", 14, "uk") == ["Ми читаємо пе-", "реклад"]
    assert hyphenated("see https://a.example/interesting", 20, "en")[0] == "see"
    assert breaks("ja") is None
    assert breaks(None) is None


@given(st.text(max_size=200), st.integers(2, 40))
def test_a_hyphen_always_has_room(text: str, width: int) -> None:
    text = clean_text(text)
    cuts = cut_lines(text, width, lambda word: range(1, len(word)))
    assert all(cell_len(text[cut.start : cut.end]) + cut.hyphen <= width for cut in cuts)
    assert "".join("".join(text[cut.start : cut.end] for cut in cuts).split()) == "".join(text.split())
    assert [(cut.start, cut.end) for cut in cut_lines(text, width)] == wrap(text, width)


def test_without_breaks_no_line_ends_in_a_hyphen() -> None:
    assert cut_lines("one two", 4) == [Cut(0, 3), Cut(4, 7)]


def test_what_is_counted_by_its_characters_takes_a_column_each() -> None:
    narrow = [chr(code) for code in range(0x110000) if NARROW.fullmatch(chr(code))]
    assert len(narrow) > 500
    assert {get_character_cell_size(character) for character in narrow} == {1}
