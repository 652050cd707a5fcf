"""``tui-reader config``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.conftest import Run
from tui_reader import paths
from tui_reader.app.keys import ACTIONS


def test_the_path_is_where_the_file_would_be(run: Run, tmp_path: Path) -> None:
    assert run("config", "path").out == f"{paths.config_file()}\n"
    assert run("config", "path", "--config", tmp_path / "x.toml").out == f"{tmp_path / 'x.toml'}\n"


def test_every_fault_is_a_line_and_the_status_is_1(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text('[settings]\njustify = 1\n[keys]\nbookmark = "x"\nsave = "x"\nbokmark = "y"\n')
    done = run("config", "check", "--config", file)
    assert (done.status, done.out, len(done.errors)) == (1, "", 3)
    assert done.errors[0] == f"tui-reader: {file}, line 2: “justify” must be true or false"
    assert "line 6: [keys] has no key “bokmark”; did you mean “bookmark”?" in done.errors[2]


def test_what_is_in_order_says_so(run: Run, settings: Path, tmp_path: Path) -> None:
    assert run("config", "check", "--config", settings).out == f"{settings} is in order\n"
    assert run("config", "check").out == f"{paths.starter_feeds()} is in order\n"
    assert run("config", "check", "--config", tmp_path / "none.toml").status == 2


def test_the_schema_names_every_action(run: Run) -> None:
    schema = json.loads(run("config", "schema").out)
    assert set(schema["properties"]["keys"]["properties"]) == ACTIONS
