"""Saved searches in the settings file, and how one is put there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader import config
from tui_reader.config_searches import SavedSearch
from tui_reader.errors import ConfigError
from tui_reader.sources_file import add_search

FILE = Path("feeds.toml")


def test_searches_are_read() -> None:
    read = config.parse('[[search]]\nname = "Bridges"\nquery = "bridge* lang:uk"\n', FILE)
    assert read.searches == (SavedSearch("Bridges", "bridge* lang:uk"),)
    assert config.parse("", FILE).searches == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("search = 1", "search"),
        ('[[search]]\nname = "A"', "this search has no query"),
        ('[[search]]\nquery = "a"', "this search has no name"),
        ('[[search]]\nname = "A"\nquery = "lang:qqq"', "line 3: search, character 6"),
        ('[[search]]\nname = "A"\nquery = "!!"', "line 3: this query asks for nothing"),
        ('[[search]]\nname = "A"\nquery = "a"\nlang = "uk"', "lang"),
        ('[[search]]\nname = "A"\nquery = "a"\n[[search]]\nname = "a"\nquery = "b"', "line 5: two searches"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        config.parse(text, FILE)


def test_a_search_is_put_at_the_end_and_nothing_else_changes(tmp_path: Path) -> None:
    file = tmp_path / "new" / "feeds.toml"
    assert add_search(file, 'Say "yes"', 'say "yes" or no') == file
    assert config.load(file).searches == (SavedSearch('Say "yes"', 'say "yes" or no'),)
    assert [one.name for one in config.load(file).sources] == [one.name for one in config.load(None).sources]
    before = '# mine\n[[source]]\nname = "A"\nurl = "https://a.example/f"\n'
    file.write_text(before)
    add_search(file, "B", "b")
    assert file.read_text().startswith(before)
    assert [one.name for one in config.load(file).searches] == ["B"]
    file.write_text("[[source]\n")
    with pytest.raises(ConfigError):
        add_search(file, "C", "c")
    assert file.read_text() == "[[source]\n"
