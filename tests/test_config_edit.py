"""Changes to feeds.toml that leave the rest of it as it was written."""

from __future__ import annotations

import random
import tomllib
from difflib import ndiff

import pytest

from tui_reader import config_edit as edit
from tui_reader import paths
from tui_reader.errors import ConfigError, UsageError

STARTER = paths.starter_feeds().read_text("utf-8")
NEW = '[[source]]\nname = "New"\npath = "z"\n'


def changed(before: str, after: str) -> list[str]:
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def names(text: str) -> list[str]:
    return [source["name"] for source in tomllib.loads(text)["source"]]


def test_a_name_and_a_category_change_in_their_place() -> None:
    assert changed(STARTER, edit.rename_source(STARTER, "bbc", "The Beeb")) == [
        '- name = "BBC"', '+ name = "The Beeb"',
    ]  # fmt: skip
    assert changed(STARTER, edit.set_category(STARTER, "First steps", "Mine")) == ['+ category = "Mine"']
    assert changed(STARTER, edit.set_category(STARTER, "BBC", None)) == ['- category = "World"']
    named = '[[source]]\nname = """\\\n  A"""  # a\n# b\npath = "x"\n'
    assert edit.set_category(named, "A", "C") == named.replace("# a\n", '# a\ncategory = "C"\n')
    with pytest.raises(UsageError, match="no source has the name"):
        edit.rename_source(STARTER, "CBB", "x")


def test_a_source_goes_with_the_comment_above_it_and_no_other() -> None:
    gone = changed(STARTER, edit.remove_source(STARTER, "First steps"))
    assert [line for line in gone if line.strip("- ")] == [
        "- # Articles that come with the reader and show what it can do. With samples = false they are left out.",
        "- [[source]]", '- name = "First steps"', "- samples = true",
    ]  # fmt: skip
    last = edit.remove_source(STARTER, "Kyiv Post")
    assert "# --- The world ---" in last
    assert "\n\n\n\n" not in last


def test_sources_move_without_a_line_lost() -> None:
    chance = random.Random(7)
    text, order = STARTER, names(STARTER)
    for _ in range(25):
        name, before = chance.sample(order, 2)
        order.remove(name)
        if chance.random() < 0.2:
            order.append(name)
            text = edit.move_source(text, name, None)
        else:
            order.insert(order.index(before), name)
            text = edit.move_source(text, name, before)
        assert names(text) == order
    assert sorted(filter(None, text.splitlines())) == sorted(filter(None, STARTER.splitlines()))
    assert edit.move_source(text, order[0], order[0]) == text


def test_a_setting_takes_the_place_of_its_example() -> None:
    once = edit.set_key(STARTER, "settings", "theme", "nord")
    assert changed(STARTER, once) == ['- # theme = "textual-dark"', '+ theme = "nord"']
    twice = edit.set_key(once, "settings", "theme", "dracula")
    assert changed(once, twice) == ['- theme = "nord"', '+ theme = "dracula"']
    assert changed(twice, edit.set_key(twice, "settings", "theme", None)) == [
        '- theme = "dracula"', '+ # theme = "dracula"',
    ]  # fmt: skip
    many = edit.set_key(STARTER, "settings", "languages", ["de", "uk"])
    assert '\nlanguages = ["de", "uk"]\n' in many
    assert changed(STARTER, edit.set_key(STARTER, "keys", "save", "S")) == ['+ save = "S"']


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "[settings]\njustify = true\n"),
        ("# a\n\n# b\n[keys]\n", "# a\n\n[settings]\njustify = true\n\n# b\n[keys]\n"),
        ("[settings]\n\n[keys]\n", "[settings]\njustify = true\n\n[keys]\n"),
        ("[settings]\njustify = false # no\n", "[settings]\njustify = true # no\n"),
        ("settings = { read = 'story' } # c\n", "settings = { read = 'story' , justify = true} # c\n"),
        ("settings.read = 'story'\n", "settings.read = 'story'\nsettings.justify = true\n"),
        ("[settings]\n# justify = false # as books\n", "[settings]\njustify = true # as books\n"),
        ("[settings]\n# justify = yes, says Ann\n", "[settings]\njustify = true\n# justify = yes, says Ann\n"),
    ],
)  # fmt: skip
def test_a_setting_finds_its_place(before: str, after: str) -> None:
    assert edit.set_key(before, "settings", "justify", True).replace(" ,", ",") == after.replace(" ,", ",")


def test_sources_that_are_written_as_one_list() -> None:
    text = 'source = [{name="a", path="x"}, # first\n {name="b", path="y"}]\n'
    assert edit.rename_source(text, "b", "B") == text.replace('"b"', '"B"')
    assert names(edit.add_tables(text, [NEW])) == ["a", "b", "New"]
    assert names(edit.move_source(text, "b", "a")) == ["b", "a"]
    assert names(edit.remove_source(text, "a")) == ["b"]
    none = edit.remove_source(edit.remove_source(text, "a"), "b")
    assert tomllib.loads(none) == {"source": []}
    assert names(edit.add_tables(none, [NEW])) == ["New"]


def test_the_last_source_leaves_an_empty_list() -> None:
    text = f"[settings]\n\n{NEW}"
    none = edit.remove_source(text, "New")
    assert tomllib.loads(none) == {"settings": {}, "source": []}
    assert names(edit.add_tables(none, [NEW])) == ["New"]


def test_a_file_in_which_a_source_is_torn_apart_is_refused() -> None:
    text = (
        '[[source]]\nname = "A"\n[settings]\n[source.editions]\nuk = "https://a.example/"\n'
        '[[source]]\nname = "B"\npath = "b"\n'
    )
    with pytest.raises(ConfigError, match="change it by hand"):
        edit.move_source(text, "A", None)
    assert names(edit.rename_source(text, "A", "C")) == ["C", "B"]
