"""The JSON Schema of feeds.toml, against the reader's own check: what one refuses, the other does too."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.test_config import BROKEN, FILE, SELECTED
from tui_reader import paths
from tui_reader.app.keys import ACTIONS
from tui_reader.config import Settings, faults, json_schema, parse
from tui_reader.settings import SETTINGS

# What no JSON Schema can say: whether a tag is a language's, a selector one of CSS, a name the only one, a port real.
BEYOND = (
    *("is not a language tag", "is not a CSS selector", "two sources have the na", "a second time"),
    *("“uk” na", "“ua” na", "“xq” is n", ":99999/", "://[::1"),
)
WHOLE = """
source = [{ name = "A", url = "HTTPS://a.example/", language = "pt_br" }, { name = "B", path = "~/b" }]
[settings]
languages = ["ua", "zh-Hant"]
pictures = false
refresh_minutes = 0
[keys]
bookmark = "x"
next_language = ["]", "ctrl+right"]
[theme]
dark = true
primary = "#fff"
"""


def validator() -> Any:
    schema = json_schema(ACTIONS)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(
    "text", [paths.starter_feeds().read_text("utf-8"), WHOLE, "", SELECTED + "body = ['p']"]
)
def test_what_is_right_is_right_for_both(text: str) -> None:
    parse(text, FILE, ACTIONS)
    assert list(validator().iter_errors(tomllib.loads(text))) == []


def _of_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


@pytest.mark.parametrize(("text", "said"), [one for one in BROKEN if _of_toml(one[0])])
def test_what_is_wrong_is_wrong_for_both(text: str, said: str) -> None:
    assert faults(text, FILE, ACTIONS)
    is_beyond = any(words in said for words in BEYOND)
    assert validator().is_valid(tomllib.loads(text)) is is_beyond


def test_every_fault_is_named_in_the_order_of_the_lines() -> None:
    text = (
        '[settings]\ntheme = 3\nfoo = 1\n[[source]]\nurl = "x"\n[source.editions]\nqq = "y"\n'
        '[[source]]\nname = "A"\npath = "p"\n[keys]\nbookmark = "x"\nopen = ["y", "x"]\nbokmark = 3\n'
    )
    told = [str(fault).removeprefix(f"{FILE}, line ") for fault in faults(text, FILE, ACTIONS)]
    assert [int(line.partition(":")[0]) for line in told] == [2, 3, 4, 5, 7, 7, 13, 14]
    assert "[keys] gives the key “x” to both “bookmark” and “open”; keep one" in told[-2]
    assert all("\n" not in line for line in told)


def test_a_source_whose_name_is_none_is_not_called_by_empty_quotes() -> None:
    told = [str(fault) for fault in faults("[[source]]\nname = 3\n", FILE)]
    assert "this source needs one of editions, url, path or samples" in told[0]
    assert "text in quotes" in told[1]


def test_a_file_that_is_no_toml_has_one_fault() -> None:
    (fault,) = faults("[settings\n", FILE)
    assert "no TOML" in str(fault)


def test_every_setting_is_a_row_with_its_meaning_and_an_example_in_the_starter_list() -> None:
    assert set(SETTINGS) == {field.name for field in fields(Settings)}
    starter = Path(paths.starter_feeds()).read_text("utf-8")
    for name, row in SETTINGS.items():
        assert row.help, name
        assert f"# {name} = " in starter, name
        shown = json_schema()["properties"]["settings"]["properties"][name]
        assert shown["description"] == row.help
