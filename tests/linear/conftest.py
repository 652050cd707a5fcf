"""The reader line by line as it is used: words on standard input, lines on standard output and error."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.reader import NOW, QUIET, some
from tests.commands.conftest import Ran
from tui_reader.cli import main
from tui_reader.library.library import Library

Read = Callable[..., Ran]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with six stories in three languages."""
    path = tmp_path / "library.db"
    with Library.open(path) as opened:
        opened.store(some(), now=NOW)
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A feeds.toml without a source."""
    path = tmp_path / "feeds.toml"
    path.write_text(
        f'source = []\n{QUIET}save_folder = "{tmp_path}/saved"\n[keys]\nbookmark = "x"\n', "utf-8"
    )
    return path


@pytest.fixture
def read(
    library: Path, settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Read:
    """Say words to it, one a line."""

    def read(*words: str, places: tuple[str, ...] = ()) -> Ran:
        stdin = io.TextIOWrapper(io.BytesIO("".join(f"{word}\n" for word in words).encode()))
        monkeypatch.setattr("sys.stdin", stdin)
        capsys.readouterr()
        status = main(["read", "--config", str(settings), "--library", str(library), *places])
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return read
