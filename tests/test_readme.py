"""The README's words are true: its commands are what CI runs, its keys those of the table."""

from __future__ import annotations

import re
from pathlib import Path

from tui_reader.app.keys import COMMANDS, shown

TOP = Path(__file__).resolve().parents[1]
README = (TOP / "README.md").read_text("utf-8")


def test_ci_runs_the_test_command_of_the_readme() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[1] in (TOP / ".ci" / "run").read_text("utf-8").splitlines()


def test_every_key_of_the_readme_is_bound() -> None:
    table = README.split("## Read\n\n")[1].split("\n\n")[0]
    written = {key.replace("\\|", "|") for key in re.findall(r"`([^`]+)`", table) if key[0] != "$"}
    written -= {str(number) for number in range(1, 10)}
    bound = {shown(key) for command in COMMANDS for key in (*command.keys, *command.fixed)}
    assert written - bound == set()
    for command in COMMANDS:
        if command.in_palette and command.name not in ("first", "last"):
            assert written & {shown(key) for key in command.keys}, command.name


def test_the_pictures_are_there() -> None:
    for target in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (TOP / target).is_file(), target
