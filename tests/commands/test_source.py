"""``tui-reader source``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tui_reader import config, paths

FILE = """# mine
[[source]]
name = "Ant"  # small
category = "Animals"
url = "https://ant.example/rss"

# About bears.
[[source]]
name = "Bear"
editions = { uk = "https://bear.example/uk", en = "https://bear.example/en" }

# --- the end ---
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(FILE)
    return path


def test_the_list(run: Run, file: Path) -> None:
    assert run("source", "list", "--config", file).out.split() == ["Animals", "Ant", "?", "Bear", "uk", "en"]
    (ant, bear) = run("source", "list", "--json", "--config", file).objects
    assert (ant["source"], ant["category"], bear["editions"][1]["language"]) == ("Ant", "Animals", "en")


def test_rename_move_category_and_remove_change_nothing_else(run: Run, file: Path) -> None:
    assert run("source", "rename", "ant", "Emmet", "--config", file).status == 0
    assert file.read_text() == FILE.replace('"Ant"', '"Emmet"')
    assert run("source", "category", "Animals", "Bear", "--config", file).status == 0
    assert run("source", "category", "", "Emmet", "--config", file).status == 0
    wanted = FILE.replace('"Ant"', '"Emmet"').replace('category = "Animals"\n', "")
    wanted = wanted.replace('"Bear"\n', '"Bear"\ncategory = "Animals"\n')
    assert file.read_text() == wanted
    assert run("source", "move", "Bear", "--first", "--config", file).status == 0
    assert [source.name for source in config.load(file).sources] == ["Bear", "Emmet"]
    assert '# About bears.\n[[source]]\nname = "Bear"' in file.read_text()
    assert run("source", "move", "Bear", "--after", "emmet", "--config", file).status == 0
    assert [source.name for source in config.load(file).sources] == ["Emmet", "Bear"]
    assert run("source", "remove", "Bear", "--config", file).status == 0
    assert "bear" not in file.read_text().lower()
    assert "# --- the end ---" in file.read_text()
    assert run("source", "remove", "Emmet", "--config", file).status == 0
    assert config.load(file).sources == (), "not the starter list"


def test_an_unknown_name_and_a_name_that_is_taken(run: Run, file: Path) -> None:
    done = run("source", "remove", "Beer", "--config", file)
    assert (done.status, "did you mean “Bear”?" in done.err) == (2, True)
    done = run("source", "rename", "Ant", "bear", "--config", file)
    assert (done.status, "two sources have the name" in done.err) == (2, True)
    assert file.read_text() == FILE


def test_a_first_change_makes_a_file_of_the_starter_list(run: Run) -> None:
    assert run("source", "remove", "LRT").status == 0
    starter = paths.starter_feeds().read_text("utf-8")
    own = paths.config_file().read_text("utf-8")
    assert starter.startswith(own.rstrip("\n"))
    assert "LRT" not in own


def test_the_library_hears_of_a_new_name(run: Run, filled: Path) -> None:
    assert run("source", "rename", "Texts", "Papers", "--config", filled).status == 0
    assert {one["source"] for one in run("list", "--json", "--config", filled).objects} == {"Papers"}
    assert run("refresh", "--config", filled).status == 0
    assert len(run("list", "--json", "--config", filled).objects) == 3
