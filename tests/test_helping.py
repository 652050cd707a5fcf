"""`tui-reader help`: every topic has its page, and what the page for newsboat's people says is true here."""

from __future__ import annotations

import re

import pytest

from tui_reader import words
from tui_reader.app.keys import BASE, effective, shown
from tui_reader.cli import main
from tui_reader.commands.arguments import NAMES, TOPICS
from tui_reader.config import Settings
from tui_reader.helping import _SAME, PAGES


@pytest.mark.parametrize("topic", [*TOPICS, *NAMES])
def test_every_topic_is_told(topic: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", topic]) == 0
    out, err = capsys.readouterr()
    assert (err, "tui-reader" in out, len(out.splitlines()) > 5) == ("", True, True)


def test_without_a_topic_the_general_help_names_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert all(name in last for name in (*TOPICS, *NAMES))


def test_a_topic_that_does_not_exist_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "newsbeuter"]) == 2
    assert "newsboat" in capsys.readouterr().err


def test_the_page_for_newsboat_tells_the_keys_as_they_are() -> None:
    lines = list(PAGES["newsboat"](80))
    own = effective({BASE: ["newsboat"]})
    for theirs, action in _SAME:
        (line,) = [line for line in lines if line.startswith(f"  {theirs}  ")]
        assert " ".join(shown(key) for key in own[action]) in line
    text = "\n".join(lines)
    for name in re.findall(r"tui-reader ([a-z]+)", text):
        assert name in (*NAMES, "for")
    assert {"refresh_on_start", "refresh_minutes"} <= set(Settings.__dataclass_fields__)
    assert max(len(line) for line in lines[lines.index("In newsboat             here") :]) <= 80


@pytest.mark.parametrize("language", ["uk", "ru", "de"])
def test_the_page_for_newsboat_is_in_the_language_of_the_interface(language: str) -> None:
    words.speak(language)
    lines = list(PAGES["newsboat"](80))
    assert not [line for line in lines if re.search(r"\b(the|here|with|your)\b", line)]
    keys = next(place for place, line in enumerate(lines) if "newsboat  " in line)
    assert {line[22] for line in lines[keys : keys + len(_SAME) + 1]} & {" "} == set()
