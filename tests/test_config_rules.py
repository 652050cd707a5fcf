"""Rules in the settings file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import jsonschema
import pytest

from tui_reader import config
from tui_reader.errors import ConfigError
from tui_reader.rules import Deed, Rule

FILE = Path("feeds.toml")


def table(match: str, do: str) -> str:
    return f"[[rule]]\nmatch = '{match}'\ndo = \"{do}\"\n"


def test_rules_are_read_in_their_order() -> None:
    read = config.parse(
        table("title:football", "read") + table("bridge* lang:uk", "bookmark") + table('"a b"', "tag: #War"),
        FILE,
    )
    assert read.rules == (
        Rule("title:football", Deed.READ),
        Rule("bridge* lang:uk", Deed.BOOKMARK),
        Rule('"a b"', Deed.TAG, "War"),
    )
    assert [rule.do for rule in read.rules] == ["read", "bookmark", "tag:War"]
    assert config.parse("", FILE).rules == ()


@pytest.mark.parametrize(
    ("text", "told", "schema_tells"),
    [
        ("rule = 1", "rule", True),
        ("[[rule]]\nmatch = 'a'", "line 1: this rule has no do", True),
        ("[[rule]]\ndo = 'read'", "line 1: this rule has no match", True),
        (table("", "read"), "line 2: this rule has no match", True),
        (table("a (b", "read"), "line 2: search, character 3", False),
        (table("lang:qqq", "read"), "line 2: search, character 6", False),
        (table("!!", "read"), "line 2: this query asks for nothing", False),
        (
            table("a", "reed"),
            'line 3: .*must be one of "read", "bookmark", "hide", "tag:…".*did you mean “read”',
            True,
        ),
        (table("a", "tag:"), "line 3: “tag:” needs the tag's name", True),
        (table("a", "tag:#"), "line 3: “tag:” needs the tag's name", False),
        (table("a", "read") + "name = 'x'", "name", True),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, told: str, schema_tells: bool) -> None:
    with pytest.raises(ConfigError, match=told):
        config.parse(text, FILE)
    assert len(config.faults(text, FILE)) == 1
    schema = jsonschema.Draft202012Validator(config.json_schema())
    assert schema.is_valid(tomllib.loads(text)) is not schema_tells


def test_what_is_right_is_right_for_the_schema() -> None:
    schema = jsonschema.Draft202012Validator(config.json_schema())
    for do in ("read", "bookmark", "hide", "tag:x"):
        assert schema.is_valid(tomllib.loads(table("a", do)))
