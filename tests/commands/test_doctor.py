"""``tui-reader doctor`` as its users have it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.library.making import NOW, trio
from tui_reader.library.library import Library


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with 200 stories, the first ten bookmarked; copying it takes less time than making one."""
    path = tmp_path_factory.mktemp("made") / "library.db"
    with Library.open(path) as library:
        for number in range(200):
            stories = trio(f"story {number}")
            library.store(stories, now=NOW)
            if number < 10:
                library.bookmark(stories[0].id, True, now=NOW)
    return path


@pytest.fixture
def library(tmp_path: Path, made: Path) -> Path:
    """One of its own for a test."""
    path = tmp_path / "kept" / "library.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy(made, path)
    return path


def test_all_in_order(run: Run, settings: Path, library: Path) -> None:
    done = run("doctor", "--config", settings, "--library", library)
    assert done.status == 0, done
    assert done.err == ""
    assert f"ok       settings  {settings}: 1 source" in done.out
    assert "ok       tables    600 articles, 30 of them bookmarked; all agree" in done.out
    objects = run("doctor", "--json", "--config", settings, "--library", library).objects
    assert {one["what"]: one["state"] for one in objects}["file"] == "ok"


def test_without_a_library_all_is_in_order_too(run: Run, settings: Path, tmp_path: Path) -> None:
    done = run("doctor", "--config", settings, "--library", tmp_path / "none.db")
    assert done.status == 0
    assert "there is none yet" in done.out
    assert not (tmp_path / "none.db").exists()


def test_settings_that_cannot_be_read(run: Run, tmp_path: Path, library: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("[settings]\nlanguges = []\n")
    done = run("doctor", "--config", bad, "--library", library)
    assert done.status == 1
    assert "wrong    settings" in done.out
    assert "line 2" in done.out


def test_a_damaged_library_is_mended_and_kept(run: Run, settings: Path, library: Path) -> None:
    whole = library.read_bytes()
    library.write_bytes(whole[: len(whole) // 2])
    torn = library.read_bytes()
    done = run("doctor", "--config", settings, "--library", library)
    assert done.status == 1
    assert "damaged  file" in done.out
    assert "doctor --repair" in done.err
    assert library.read_bytes() == torn
    done = run("doctor", "--repair", "--config", settings, "--library", library)
    assert done.status == 0, done
    assert "saved " in done.out
    kept = [path for path in library.parent.iterdir() if ".damaged-" in path.name]
    assert [path.read_bytes() for path in kept if path.suffix == ".db"] == [torn]
    assert run("doctor", "--config", settings, "--library", library).status == 0
    assert sorted(path.name for path in library.parent.iterdir() if "rescued" in path.name) == []


def test_what_is_no_library_is_never_touched(run: Run, settings: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("my notes")
    done = run("doctor", "--repair", "--config", settings, "--library", notes)
    assert done.status == 1
    assert "is not a library" in done.out
    assert notes.read_text() == "my notes"


def test_a_library_that_is_open_is_not_repaired(run: Run, settings: Path, library: Path) -> None:
    with Library.open(library) as held:
        held._db.execute("DELETE FROM listing WHERE number = 1")
        done = run("doctor", "--repair", "--config", settings, "--library", library)
        assert done.status == 1
        assert "is open in another tui-reader" in done.err
