"""Writing feeds.toml: whole or not at all, and never over an edit made meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui_reader import config, paths, sources_file
from tui_reader.config_edit import set_key
from tui_reader.config_file import edit
from tui_reader.errors import ConfigError
from tui_reader.model import Edition, Source

OWN = '# mine\n[settings]\n\n[[source]]\nname = "A"\npath = "a"\n'


def justified(text: str) -> str:
    return set_key(text, "settings", "justify", True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text(OWN)
    return path


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_permissions_links_line_ends_and_the_mark_are_kept(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "real.toml"
    real.parent.mkdir()
    real.write_bytes(b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode())
    real.chmod(0o640)
    link = tmp_path / "feeds.toml"
    link.symlink_to(real)
    assert edit(link, justified, of_sources=False) == real
    wanted = OWN.replace("[settings]\n", "[settings]\njustify = true\n").replace("\n", "\r\n")
    assert real.read_bytes() == b"\xef\xbb\xbf" + wanted.encode()
    assert real.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert left(real.parent) == ["real.toml"]


def test_an_edit_made_meanwhile_is_not_written_over(file: Path) -> None:
    def change(text: str) -> str:
        state = file.stat()
        file.write_text(OWN.replace("mine", "hers"))
        os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))  # a clock that is too coarse to tell
        return justified(text)

    with pytest.raises(ConfigError, match="changed by another program meanwhile"):
        edit(file, change, of_sources=False)
    assert file.read_text() == OWN.replace("mine", "hers")
    assert left(file.parent) == ["feeds.toml"]


def test_a_file_that_came_or_went_meanwhile(tmp_path: Path, file: Path) -> None:
    def gone(text: str) -> str:
        file.unlink()
        return justified(text)

    with pytest.raises(ConfigError, match="meanwhile"):
        edit(file, gone, of_sources=False)
    new = tmp_path / "new.toml"

    def come(text: str) -> str:
        new.write_text(OWN)
        return justified(text)

    with pytest.raises(ConfigError, match="meanwhile"):
        edit(new, come, of_sources=False)
    assert new.read_text() == OWN


def test_what_would_be_wrong_is_not_written(file: Path) -> None:
    with pytest.raises(ConfigError, match="“justify” must be true or false"):
        edit(file, lambda text: set_key(text, "settings", "justify", 3), of_sources=False)
    with pytest.raises(ConfigError, match="two sources have the name"):
        sources_file.add_sources(file, [Source("a", editions=(Edition("https://a.example/"),))])
    assert file.read_text() == OWN
    file.write_text("[settings")
    with pytest.raises(ConfigError, match="no TOML"):
        edit(file, justified, of_sources=False)
    assert left(file.parent) == ["feeds.toml"]


def test_where_there_is_no_file_the_starter_list_becomes_one(home: Path) -> None:
    own = sources_file.set_setting(paths.config_file(), "justify", True)
    starter = paths.starter_feeds().read_text("utf-8")
    assert own.read_text("utf-8") == starter.replace("# justify = false", "justify = true")
    assert config.load().settings.justify
    assert len(config.load().sources) == 17


def test_a_file_of_settings_alone_gets_the_starter_sources_when_sources_change(tmp_path: Path) -> None:
    own = tmp_path / "feeds.toml"
    own.write_text("# mine\n[settings]\njustify = true\n")
    sources_file.set_setting(own, "justify", False)
    assert own.read_text() == "# mine\n[settings]\njustify = false\n"
    sources_file.remove_source(own, "LRT")
    assert own.read_text().startswith("# mine\n[settings]\njustify = false\n\n# The starter list")
    assert len(config.load(own).sources) == 16


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written(file: Path) -> None:
    file.parent.chmod(0o555)
    try:
        with pytest.raises(ConfigError, match="can't be written"):
            edit(file, justified, of_sources=False)
    finally:
        file.parent.chmod(0o755)
    assert file.read_text() == OWN
