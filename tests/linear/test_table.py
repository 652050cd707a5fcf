"""The words: every action of the app has one or says what takes its place, and a line is understood or refused."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui_reader.app.keys import COMMANDS, effective
from tui_reader.errors import UsageError
from tui_reader.linear.command import Words, actions
from tui_reader.linear.keeping import Keeping
from tui_reader.linear.lists import Lists
from tui_reader.linear.managing import Managing
from tui_reader.linear.reading import Reading
from tui_reader.linear.table import OWN, ROWS, Call, help_lines, understood

KEYS = effective({})


def test_every_action_of_the_app_has_its_row() -> None:
    assert {row.action for row in ROWS} == {command.name for command in COMMANDS}
    assert len({row.action for row in (*ROWS, *OWN)}) == len(ROWS) + len(OWN)


def test_every_word_stands_once_and_does_something() -> None:
    words = [row.word for row in (*ROWS, *OWN) if row.word]
    assert len(words) == len(set(words))
    found = actions(Lists, Reading, Keeping, Managing, Words)
    assert set(found) == {row.action for row in (*ROWS, *OWN) if row.word}


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("", Call("onward")),
        ("12", Call("open", "12")),
        ("open 12", Call("open", "12")),
        ("Bookmark", Call("bookmark")),
        ("mark all", Call("mark_all")),
        ("mark 3", Call("mark", "3")),
        ("language  uk", Call("next_language", "uk")),
        ("lang uk", Call("next_language", "uk")),
        ("language back", Call("previous_language")),
        ("search Big  Bridge", Call("search", "Big Bridge")),
        ("]", Call("next_language")),
        ("b 3", Call("bookmark", "3")),
        ("0", Call("all_languages")),
        ("?", Call("help")),
        ("move up The Paper", Call("move_source_up", "The Paper")),
        ("K 2", Call("move_source_up", "2")),
        ("esc", Call("back")),
    ],
)
def test_a_line_is_understood(line: str, call: Call) -> None:
    assert understood(line, KEYS) == call


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("bokmark", "did you mean bookmark"),
        ("move 2", "did you mean move down or move up\\?"),
        ("tag", "did you mean tagged or tags\\?"),
        ("xyzzy", "help lists the words"),
        ("ctrl+z", "the terminal's own ctrl\\+z"),
    ],
)
def test_another_is_refused_with_what_to_do(line: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        understood(line, KEYS)


def test_own_keys_are_words_too() -> None:
    assert understood("x", effective({"bookmark": ["x"]})) == Call("bookmark")


def test_help_finds_a_word_by_what_it_does() -> None:
    assert help_lines("saves") == ["save: saves the article as Markdown"]
    assert len(help_lines()) > 35


def test_it_needs_no_screen() -> None:
    code = "import sys, tui_reader.linear.command; print([n for n in ('textual',) if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30
    )
    assert done.stdout == "[]\n"
