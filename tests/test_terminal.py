"""The whole way in a real terminal: open the samples, turn the language, follow a link, bookmark, come back."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
SETTINGS = """
[settings]
languages = ["en", "uk", "ru"]
[[source]]
name = "First steps"
samples = true
"""
SECONDS = 30.0


class Terminal:
    """A tmux server of its own with one window of 140×40."""

    def __init__(self, home: Path, columns: int = 140, rows: int = 40) -> None:
        self._home = home
        self._starts = 0
        self._size = ["-x", str(columns), "-y", str(rows)]

    def tmux(self, *arguments: str) -> str:
        """Run a tmux command and give what it prints."""
        command = ["tmux", "-S", str(self._home / f"tmux{self._starts}"), "-f", "/dev/null", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ))
        return done.stdout

    def start(self, *arguments: str) -> None:
        """Open the reader; its exit status follows on the screen."""
        program = shlex.join([sys.executable, "-m", "tui_reader", *arguments])
        self.tmux("kill-server")
        self._starts += 1  # a server that is still ending is not asked again
        self.tmux("new-session", "-d", *self._size, f"{program}; echo ended with $?; exec cat")

    def press(self, *keys: str) -> None:
        """Send keys, as tmux names them."""
        self.tmux("send-keys", *keys)

    def screen(self) -> str:
        """What the terminal shows."""
        return self.tmux("capture-pane", "-p")

    def changes(self, before: str) -> None:
        """Wait until the screen is another than ``before``."""
        end = time.monotonic() + SECONDS
        while self.screen() == before:
            assert time.monotonic() < end, f"nothing changed; the screen shows:\n{before}"

    def hides(self, text: str) -> None:
        """Wait until ``text`` is not on the screen."""
        end = time.monotonic() + SECONDS
        while text in (screen := self.screen()):
            assert time.monotonic() < end, f"{text} did not go; the screen shows:\n{screen}"

    def shows(self, *texts: str) -> str:
        """Wait until all of ``texts`` are on the screen."""
        end = time.monotonic() + SECONDS
        while not all(text in (screen := self.screen()) for text in texts):
            assert time.monotonic() < end, f"{texts} did not come; the screen shows:\n{screen}"
        return screen


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    (home / "feeds.toml").write_text(SETTINGS)
    opened = Terminal(home)
    yield opened
    opened.tmux("kill-server")


def test_the_whole_way(terminal: Terminal, home: Path) -> None:
    command = ("--config", str(home / "feeds.toml"))
    terminal.start(*command)
    terminal.shows("All 7", "EN 7", "UA 7", "RU 7", "Maple Harbour library", "EN UA RU")
    terminal.press("2")
    terminal.shows("бібліотек")
    terminal.press("Enter")
    terminal.shows("Read also", "Photo", "1 ")
    ukrainian = terminal.screen()
    terminal.press("]")
    terminal.shows("библиотек")
    assert "бібліотек" not in terminal.screen()
    terminal.press("1")
    english = terminal.shows("Maple Harbour library", "Read also")
    assert english != ukrainian
    terminal.press("t")
    terminal.shows("Links", "a letter or enter opens")
    terminal.press("a")
    terminal.shows("Storms have taken the roof", "q back")
    terminal.press("b")
    terminal.shows("Bookmarked")
    terminal.press("Space")
    terminal.press("Q")
    terminal.shows("ended with 0")

    terminal.start(*command)
    terminal.shows("A bookmark is a promise", "Read also")
    assert "From his lamp" not in terminal.screen()
    terminal.press("q")
    terminal.shows("Bookmarks 1")
    terminal.press("B")
    terminal.shows("★", "доглядач")
    terminal.press("1")
    terminal.shows("★", "Lighthouse keeper of Gull Point")
    terminal.press("Q")
    terminal.shows("ended with 0")


@pytest.mark.slow
def test_the_terminal_is_given_to_a_program_and_taken_back(
    terminal: Terminal, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = home / "page"
    page.write_text("#!/bin/sh\nhead -n 1\necho paged; read line </dev/tty; exit 7\n")
    page.chmod(0o755)
    monkeypatch.setenv("PAGER", str(page))
    terminal.start("--config", str(home / "feeds.toml"))
    terminal.shows("All 7", "Maple Harbour library")
    terminal.press("P")
    assert "All 7" not in terminal.shows("Maple Harbour library", "paged")
    terminal.press("C-c")  # the program's: its shell ends, the reader does not
    terminal.shows("All 7", "was ended by SIGINT")
    terminal.press("P")
    terminal.shows("paged")
    terminal.press("Enter")
    terminal.shows("All 7", "failed with status 7")
    terminal.press("|")
    terminal.shows("Pipe to")
    terminal.press("h", "e", "a", "d", "Space", "-", "n", "2", "Enter")
    terminal.shows("title: ", "Enter goes back")
    terminal.press("Enter")
    terminal.shows("All 7", "Piped to head")
    terminal.press("Q")
    terminal.shows("ended with 0")


def test_without_a_terminal_it_says_so_at_once(home: Path) -> None:
    (home / "feeds.toml").write_text(SETTINGS)
    command = [sys.executable, "-m", "tui_reader", "--config", str(home / "feeds.toml")]
    done = subprocess.run(
        command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=20, check=False
    )
    assert done.returncode == 2
    assert "terminal" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
