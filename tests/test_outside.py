"""The browser: only addresses that it is for, each one argument, and a line for everything that goes wrong."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.foreign import is_safe, text
from tui_reader import outside
from tui_reader.outside import OutsideError, browser_command, is_readable, may_open, open_in_browser

URL = "https://paper.example/news?id=1"


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down its arguments, each ended by a NUL; the file that they come to."""
    seen = tmp_path / "seen"
    program(tmp_path / "browser", f'printf "%s\\0" "$@" > "{seen}.new"; mv "{seen}.new" "{seen}"')
    monkeypatch.setenv("BROWSER", str(tmp_path / "browser"))
    return seen


def program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example",
        "HTTPS://a.example/",
        "mailto:a@b.example",
        "gemini://a.example",
        "gopher://a.example",
    ],
)
def test_what_may_be_opened(url: str) -> None:
    assert may_open(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "ssh://-oProxyCommand=x",
        "about:blank",
        "-flag",
        "--new-window=x",
        "-https://a.example",
        "/usr/bin/true",
        "//a.example",
        "a.example",
        "http//a.example",
        "https://[",
        "",
        " ",
    ],
)
def test_what_may_not(url: str, recorder: Path) -> None:
    assert not may_open(url)
    with pytest.raises(OutsideError, match=r"this kind of address is not opened"):
        asyncio.run(open_in_browser(url))
    assert not recorder.exists()


def test_what_the_reader_reads_itself() -> None:
    assert is_readable("file:///a.md")
    assert is_readable(URL)
    assert not is_readable("mailto:a@b.example")
    assert not is_readable("javascript:1")


@pytest.mark.parametrize(
    ("url", "argument"),
    [
        (URL, URL),
        ("https://a.example/$(touch x)`id`;x&y|z>w'\"\\", "https://a.example/$(touchx)`id`;x&y|z>w'\"\\"),
        ("https://a.example/\n--flag\n$HOME", "https://a.example/--flag$HOME"),
        ("https://a.example/%s?%s=%d%%", "https://a.example/%s?%s=%d%%"),
        ("https://a.example/ -x --y=z", "https://a.example/-x--y=z"),
        ("https://a.example/\x1b]0;x\x07\u202e", "https://a.example/]0;x"),
        ("https://a.example/Їжак*?[a]~", "https://a.example/Їжак*?[a]~"),
    ],
)
@pytest.mark.parametrize("form", ["{0}", "{0} %s", "missing-program:{0} %s", "'{0}' %s"])
def test_an_address_is_one_argument(
    url: str, argument: str, form: str, recorder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", form.format(recorder.with_name("browser")))
    asyncio.run(open_in_browser(url))
    assert recorder.read_bytes() == argument.encode() + b"\0"


def test_arguments_of_the_setting_stay(recorder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", f"{recorder.with_name('browser')} --tab '--to=%s' \"two words\"")
    asyncio.run(open_in_browser(URL))
    assert recorder.read_bytes().split(b"\0")[:-1] == [b"--tab", f"--to={URL}".encode(), b"two words"]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["https://", "mailto:", "", "-", "javascript:"]), text)
def test_any_address_is_one_safe_argument_or_refused(recorder: Path, scheme: str, rest: str) -> None:
    try:
        command = browser_command(scheme + rest)
    except OutsideError:
        return
    assert len(command) == 2
    assert command[1].startswith(("https:", "mailto:"))
    assert is_safe(command[1])
    assert " " not in command[1]


@pytest.mark.parametrize("setting", [None, "", ":", "no-such-program-anywhere", "'", "no-such %s:also-none"])
def test_without_a_browser_the_address_is_told(setting: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if setting is not None:
        monkeypatch.setenv("BROWSER", setting)
    with pytest.raises(OutsideError) as caught:
        asyncio.run(open_in_browser(URL))
    assert str(caught.value) == f"no browser here (set $BROWSER); the address is {URL}"


@pytest.mark.parametrize("name", ["xdg-open", "gio", "firefox"])
def test_the_desktops_own(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / name, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert browser_command(URL) == [name, *(["open"] if name == "gio" else []), URL]
    monkeypatch.setattr("sys.platform", "darwin")
    assert browser_command(URL) == ["open", URL]


def test_a_browser_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = "printf '\\033[2Jnoise'; printf 'more\\n' >&2; exit 3"
    monkeypatch.setenv("BROWSER", str(program(tmp_path / "browser", script)))
    with pytest.raises(OutsideError) as caught:
        asyncio.run(open_in_browser(URL))
    assert str(caught.value) == f"{tmp_path / 'browser'} failed with status 3; the address is {URL}"


def test_a_browser_that_cannot_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "browser"
    broken.write_text("#!/no/such/interpreter\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(broken))
    with pytest.raises(
        OutsideError, match=r"can't be started \(No such file or directory\); the address is https"
    ):
        asyncio.run(open_in_browser(URL))


def test_a_browser_that_goes_on_blocks_nothing_and_lives_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(outside, "GRACE", 0.2)
    pid = tmp_path / "pid"
    script = f'echo noise; echo $$ > "{pid}.new"; mv "{pid}.new" "{pid}"; exec sleep 60'
    monkeypatch.setenv("BROWSER", str(program(tmp_path / "browser", script)))
    begun = time.monotonic()
    assert asyncio.run(_beside_open()) >= 2  # 1 where it keeps the event loop from everything else
    assert time.monotonic() - begun < 30
    while not pid.exists():
        time.sleep(0.01)
    number = int(pid.read_text("utf-8"))
    assert os.getsid(number) == number  # its own session: what ends the terminal doesn't end it
    os.kill(number, signal.SIGKILL)
    while _is_there(number):  # nothing is left of it in the process table
        time.sleep(0.01)
    assert capfd.readouterr() == ("", "")


async def _beside_open() -> int:
    """How often the event loop came round while the browser was started."""
    ticks = 0
    opening = asyncio.create_task(open_in_browser(URL))
    while not opening.done():
        await asyncio.sleep(0.01)
        ticks += 1
    await opening
    return ticks


def _is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
