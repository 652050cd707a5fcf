"""The man page says what the parser says, in roff that a formatter reads without a word."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tui_reader.commands.arguments import COMMANDS, command_parser
from tui_reader.commands.manual import _text


@pytest.fixture
def roff(run: Run) -> str:
    ran = run("man")
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def plain(roff: str) -> str:
    """The text of a page, its few escapes undone."""
    text = (
        re.sub(r"\\f[BIR]|\\&|^\.\w+ ?", "", roff, flags=re.MULTILINE).replace("\\~", " ").replace("\\-", "-")
    )
    return re.sub(r"\\\[u([0-9A-F]+)\]", lambda found: chr(int(found[1], 16)), text).replace("\\e", "\\")


def test_every_command_option_and_example_is_told(roff: str) -> None:
    text = plain(roff)
    for command in COMMANDS:
        assert f"tui-reader {command.name}" in text
        assert command.example in text
    (below,) = [action for action in command_parser("1")._actions if action.dest == "command"]
    for parser in below.choices.values():  # type: ignore[union-attr]
        for action in parser._actions:
            for flag in action.option_strings[-1:]:
                assert flag in text or flag == "--help"
    for section in ("NAME", "SYNOPSIS", "EXIT STATUS", "FILES", "ENVIRONMENT"):
        assert f"\n.SH {section}\n" in roff


def test_it_names_where_things_are(roff: str, home: Path) -> None:
    assert "~/config/tui-reader/feeds.toml" in plain(roff)
    assert str(home) not in roff


def test_what_roff_would_obey_is_escaped() -> None:
    assert _text(".so /etc/passwd") == "\\&.so /etc/passwd"
    assert _text("'x -y \\fB …") == "\\&'x \\-y \\efB \\[u2026]"


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_groff_has_no_complaint(roff: str) -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8"], input=roff, capture_output=True, text=True, check=True, timeout=30
    )
    assert done.stderr == ""
    assert "print the man page" in done.stdout
