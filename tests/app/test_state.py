"""Where the reader was, kept in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.reader import QUIET, reader, some
from tui_reader.app.state import OPENED, ListState, Position, load_position, save_position


def test_a_position_comes_back(tmp_path: Path) -> None:
    there = tmp_path / "state" / "position.json"
    position = Position(ListState("source:Вечірня газета", "uk", unread=True), "00ff", True, 3, 0.5)
    save_position(there, position)
    assert load_position(there) == position
    assert list(there.parent.iterdir()) == [there]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"list": {"tab": 1}}', '{"list": null}', '{"other": 1, "list": {}}']
)
def test_a_file_that_cannot_be_read_is_the_beginning(tmp_path: Path, text: str) -> None:
    there = tmp_path / "position.json"
    there.write_text(text)
    assert load_position(there) == Position()
    assert load_position(tmp_path / "missing.json") == Position()


def test_what_was_named_on_the_command_line_is_not_come_back_to(tmp_path: Path) -> None:
    there = tmp_path / "position.json"
    save_position(there, Position(ListState(OPENED, opened=("aa",)), "aa", True))
    assert load_position(there).list == ListState()


async def test_the_first_start_points_to_the_story_that_teaches_the_keys_and_no_other_does(
    tmp_path: Path,
) -> None:
    settings = f'{QUIET}[[source]]\nname = "First steps"\nsamples = true\n'
    async with reader(tmp_path, some(2), settings=settings) as app:
        await app.shows("Welcome: the first story teaches the keys")
    async with reader(tmp_path, some(2), settings=settings) as app:
        await app.shows("Tram line 0")
        assert "Welcome" not in app.screen()
