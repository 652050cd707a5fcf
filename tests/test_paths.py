"""The folders of the reader, and what the package ships."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader import paths


def test_the_xdg_folders_are_honoured(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert paths.config_file() == home / "config" / "tui-reader" / "feeds.toml"
    assert paths.library_file() == home / "data" / "tui-reader" / "library.db"
    assert paths.cache_folder() == home / "cache" / "tui-reader"
    assert paths.state_folder() == home / "state" / "tui-reader"


def test_asking_makes_nothing(home: Path) -> None:
    paths.config_file(), paths.library_file(), paths.cache_folder(), paths.state_folder()
    assert list(home.iterdir()) == []


def test_what_ships_is_there() -> None:
    assert paths.starter_feeds().is_file()
    assert len(list(paths.SAMPLES.glob("*.uk.md"))) >= 6


def test_the_packaged_list_comes_before_the_checkouts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "tui_reader"
    package.mkdir()
    monkeypatch.setattr(paths, "PACKAGE", package)
    assert paths.starter_feeds() == tmp_path / "feeds.toml"
    (package / "feeds.toml").write_text("", "utf-8")
    assert paths.starter_feeds() == package / "feeds.toml"


def test_it_is_light() -> None:
    code = "import sys, tui_reader.paths; assert 'platformdirs' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
