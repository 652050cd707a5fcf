"""`tui-reader open`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run, feed
from tests.loopback import Loopback

URL = "https://paper.example/a?b=1&c=$(touch%20x);%60id%60"


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)


def browser(folder: Path, name: str = "browser", status: int = 0) -> Path:
    """A program that writes down its arguments."""
    program = folder / name
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$#" "$@" > "{folder}/seen"\nexit {status}\n', "utf-8")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize("name", ["browser", "w3m"])
def test_the_address_is_one_argument(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("BROWSER", str(browser(tmp_path, name)))
    done = run("open", URL)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert (tmp_path / "seen").read_text("utf-8") == f"1\n{URL}\n"


def test_an_article_by_its_id(
    run: Run, server: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", str(browser(tmp_path)))
    file = tmp_path / "feeds.toml"
    file.write_text(f'[[source]]\nname = "Paper"\nurl = "{feed(server, "en", "One")}"\n', "utf-8")
    assert run("refresh", "--config", file).status == 0
    held = run("list", "--json", "--config", file).objects[0]
    assert run("open", held["id"][:6], "--config", file).status == 0
    assert (tmp_path / "seen").read_text("utf-8") == f"1\n{server.url('/en/0')}\n"


def test_without_a_browser_the_address_is_printed(run: Run) -> None:
    done = run("open", URL)
    assert (done.status, done.out) == (1, f"{URL}\n")
    assert "no browser here (set $BROWSER)" in done.err


@pytest.mark.parametrize("name", ["browser", "lynx"])
def test_a_browser_that_fails_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("BROWSER", str(browser(tmp_path, name, 3)))
    done = run("open", URL)
    assert (done.status, done.out, len(done.errors)) == (1, f"{URL}\n", 1)
    assert "failed with status 3" in done.err


@pytest.mark.parametrize(
    "place", ["javascript:alert(1)", "file:///etc/passwd", "--x=y", "mailto:a@b.example", "abcdef"]
)
def test_nothing_else_is_opened(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("BROWSER", str(browser(tmp_path)))
    done = run("open", "--", place)
    assert (done.status, done.out, len(done.errors)) == (1, "", 1)
    assert not (tmp_path / "seen").exists()


def test_a_local_article_without_an_address(run: Run, texts: Path) -> None:
    done = run("open", texts / "market.de.md")
    assert done.status == 1
    assert "has no address on the web to open" in done.err
