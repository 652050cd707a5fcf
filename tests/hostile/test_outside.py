"""Links and other programs: what is never opened, and what a program is given."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.foreign import is_safe
from tests.hostile.console import READER
from tests.hostile.payloads import PAYLOADS
from tests.library.making import NOW, article
from tui_reader.clean import clean_address
from tui_reader.library.library import Library
from tui_reader.outside import OutsideError, browser_command, is_readable, may_open

ROOT = Path(__file__).resolve().parents[2]
REFUSED = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>x</script>",
    "file:///etc/passwd", "FILE:/etc/passwd", "vbscript:x", "about:config", "chrome://settings", "view-source:http://a",
    "blob:x", "jar:x", "ssh://a", "smb://a/b", "ms-msdt:x", "steam://run/1", "intent://x", "x-apple:y", "//a.example/x",
    "/etc/passwd", "-flag", "--new-window=http://a", "", " ",
)  # fmt: skip
ARGUMENTS = (
    "https://a.example/$(touch x)", "https://a.example/`id`", "https://a.example/;rm -rf x", "https://a.example/|x&y",
    "https://a.example/%s%n%d", "https://a.example/a b\nc", "https://a.example/'\"\\", "https://a.example/--x=y",
    "https://-oProxyCommand=x/", "https://a.example/${HOME}", "https://a.example/*?[a]{b,c}~",
)  # fmt: skip


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes its arguments down, each ended by a NUL."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    browser, seen = tmp_path / "browser", tmp_path / "seen"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\0" "$@" > "{seen}.new"; mv "{seen}.new" "{seen}"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    return seen


def opened(url: str, tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """``tui-reader open`` on a held article whose address is ``url``."""
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        library.store([article("a", url=url)], now=NOW)
    return subprocess.run(
        [*READER, "open", article("a", url=url).id, "--library", str(path)],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert is_safe(done.stderr.strip())
    return done.stderr


@pytest.mark.case(70, 71)
@pytest.mark.parametrize("url", REFUSED)
def test_what_is_refused(url: str, program: Path) -> None:
    assert not may_open(url) or may_open(clean_address(url)) is False
    with pytest.raises(OutsideError):
        browser_command(url)
    assert not program.exists()


@pytest.mark.case(70)
def test_a_refused_address_of_an_article_starts_nothing(program: Path, tmp_path: Path) -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "-flag"):
        assert one_line(opened(url, tmp_path))
    assert not program.exists()
    assert not is_readable("javascript:alert(1)")


@pytest.mark.case(71, 72, 73)
@pytest.mark.parametrize("url", ARGUMENTS)
def test_an_address_is_one_argument_and_no_command(url: str, program: Path) -> None:
    command = browser_command(url)
    assert command == [os.environ["BROWSER"], clean_address(url)]
    assert command[1].startswith("https://")
    subprocess.run(command, check=True, timeout=10)
    assert program.read_bytes() == clean_address(url).encode() + b"\x00"
    assert [path.name for path in program.parent.iterdir() if path.name == "x"] == []


@pytest.mark.case(73)
def test_the_place_of_the_address_in_the_setting(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", f"{os.environ['BROWSER']} --url=%s --new")
    assert browser_command("https://a.example/%s")[1:] == ["--url=https://a.example/%s", "--new"]


@pytest.mark.case(74)
def test_without_a_browser_the_address_is_shown(tmp_path: Path) -> None:
    url = "https://paper.example/a/long/address?with=everything&that=belongs#to-it"
    done = opened(url, tmp_path, BROWSER="", DISPLAY="", WAYLAND_DISPLAY="")
    assert url in one_line(done)


@pytest.mark.case(75)
@pytest.mark.parametrize(
    ("script", "status"),
    [
        ("exit 3", 1),
        ("printf '\\033]52;c;aGk=\\007'; printf '\\033[31m' >&2; exit 1", 1),
        ("printf '\\033]52;c;aGk=\\007'; printf '\\033[31m' >&2; exit 0", 0),
        ("sleep 300", 0),
    ],
)
def test_a_browser_that_misbehaves(tmp_path: Path, script: str, status: int) -> None:
    browser = tmp_path / "bad"
    browser.write_text(f"#!/bin/sh\n{script}\n")
    browser.chmod(0o755)
    started = time.monotonic()
    done = opened("https://a.example/", tmp_path, BROWSER=str(browser))
    assert done.returncode == status
    assert time.monotonic() - started < 15
    assert is_safe(done.stdout.strip())
    assert is_safe(done.stderr.strip())
    subprocess.run(["pkill", "-f", str(browser)], check=False)


@pytest.mark.case(75)
def test_a_browser_that_is_not_there(tmp_path: Path) -> None:
    text = tmp_path / "text"
    text.write_text("no program")
    text.chmod(0o755)
    for setting in (str(tmp_path / "none"), str(text), "'unclosed", str(tmp_path)):
        done = opened("https://a.example/x", tmp_path, BROWSER=setting, DISPLAY="", WAYLAND_DISPLAY="")
        assert "https://a.example/x" in one_line(done)


@pytest.mark.case(76)
def test_a_look_alike_host_is_shown_in_ascii(tmp_path: Path) -> None:
    line = one_line(opened("https://раураl.com/login", tmp_path, BROWSER="", DISPLAY="", WAYLAND_DISPLAY=""))
    assert "https://xn--l-7sba6dbr.com/login" in line


@pytest.mark.case(76)
@pytest.mark.parametrize("bad", PAYLOADS.values(), ids=PAYLOADS)
def test_an_address_is_shown_whole_and_safe(tmp_path: Path, bad: str) -> None:
    url = f"https://paper.example/{'x' * 300}/{bad}/end"
    line = one_line(opened(url, tmp_path, BROWSER="", DISPLAY="", WAYLAND_DISPLAY=""))
    assert "x" * 300 in line
    assert "/end" in line
