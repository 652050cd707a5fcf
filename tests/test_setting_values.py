"""Settings' values, written and read: what is written is read back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.errors import UsageError
from tui_reader.setting_values import options, read, said, written


@given(st.lists(st.text(min_size=1), min_size=1))
def test_any_command_is_read_as_it_was_written(words: list[str]) -> None:
    assert read("on_new", written("on_new", tuple(words))) == words


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("languages", " uk, en ru ", ["uk", "en", "ru"]),
        ("on_new", "notify-send '{count} new'", ["notify-send", "{count} new"]),
        ("on_new", "  ", None),
        ("text_width", "-7", -7),
        ("text_width", "--7", "--7"),
        ("pipe", " wc -l ", "wc -l"),
        ("theme", "", None),
    ],
)
def test_what_is_written_is_read(name: str, text: str, value: object) -> None:
    assert read(name, text) == value


def test_a_quotation_mark_without_its_second_is_told() -> None:
    with pytest.raises(UsageError, match="a quotation mark is not closed: say 'x"):
        read("on_new", " say 'x")


def test_values_are_said_in_words(home: Path) -> None:
    assert said("justify", True) == "yes"
    assert said("theme", None) == "default"
    assert said("languages", ("uk", "en")) == "uk, en"
    assert said("on_new", ("say", "{count} new")) == "say '{count} new'"
    assert said("save_folder", home / "Articles") == "~/Articles"
    assert (options("justify"), options("pipe")) == ((True, False), ())
