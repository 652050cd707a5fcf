"""Which language a settings file asks for, before the settings are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui_reader import interface, paths, words
from tui_reader.cli import main


def test_the_settings_file_is_the_one_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for home in ("/tmp/elsewhere", "", None):
        if home is None:
            monkeypatch.delenv("XDG_CONFIG_HOME")
        else:
            monkeypatch.setenv("XDG_CONFIG_HOME", home)
        assert interface.config_file() == str(paths.config_file())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('[settings]\ninterface = "uk"\n', "uk"),
        ('\ufeff[settings]\r\ninterface = "ru"\r\n', "ru"),
        ('[settings]\ninterface = "auto"\n', None),
        ('[settings]\ninterface = "xx"\n', None),
        ("[settings]\ninterface = 3\n", None),
        ('interface = "uk"\n', None),
        ('settings = "interface"\n', None),
        ('# interface = "uk"\n', None),
        ("interface = [", None),
        ("", None),
    ],
)
def test_the_language_that_is_asked_for(text: str, language: str | None, tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_bytes(text.encode())
    assert interface.wanted(str(file)) == language


def test_what_can_not_be_read_is_no_wish(tmp_path: Path) -> None:
    assert interface.wanted() is None
    assert interface.wanted(str(tmp_path)) is None
    assert interface.wanted(str(tmp_path / "gone\0")) is None
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert interface.wanted(str(pipe)) is None


def test_help_and_errors_follow_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = home / "config" / "tui-reader" / "feeds.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[settings]\ninterface = "uk"\n', "utf-8")
    assert main(["list", "--help"]) == 0
    assert "виклик: tui-reader list" in capsys.readouterr().out
    assert main(["list", "--limit", "x"]) == 2
    assert "«x» не годиться: потрібне число, більше за 0" in capsys.readouterr().err
    assert main(["show", "--config", os.devnull, "nothing"]) == 1
    assert "no file, address or article id" in capsys.readouterr().err


def test_what_programs_read_stays_english(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "uk_UA.UTF-8")
    assert main(["show", "nothing"]) == 1
    assert "«nothing» — не файл" in capsys.readouterr().err
    assert words.spoken() == "uk"
    assert main(["show", "--json", "nothing"]) == 1
    told = capsys.readouterr()
    assert '"message": "no file, address or article id “nothing”' in told.out
    assert "no file, address" in told.err
