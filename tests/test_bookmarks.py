"""How tags and notes are written, compared and bounded."""

from __future__ import annotations

import pytest

from tui_reader.bookmarks import MAX_NOTE, MAX_TAG, note_text, split_tags, tag_key, tag_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (" long   read ", "long read"),
        ("#Київ", "Київ"),
        ("a,b", "a b"),
        ("bad\x1b[31m\u202e", "bad[31m"),
        ("x\ny", "x y"),
        ("# ", ""),
        ("й" * 500, "й" * MAX_TAG),
    ],
)
def test_a_tag_is_one_safe_line(typed: str, name: str) -> None:
    assert tag_name(typed) == name
    assert tag_name(name) == name


def test_spellings_of_one_tag_are_one() -> None:
    assert tag_key("#КИЇВ") == tag_key("київ")
    assert tag_key("Strasse") == tag_key("STRAẞE")
    assert split_tags(" War, peace,, WAR ,#peace,") == ("War", "peace")


def test_a_note_keeps_its_lines_and_nothing_that_a_terminal_obeys() -> None:
    assert note_text("one\r\n\r\ntwo\x1b]0;x\x07") == "one\n\ntwo]0;x"
    assert note_text(" \n ") is None
    assert note_text(None) is None
    assert len(note_text("ж " * MAX_NOTE) or "") <= MAX_NOTE
