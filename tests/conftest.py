"""What every test has: an empty home, no outside network, and the shared material where it is there."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.hostile import table
from tui_reader import ages, words

# An example's time is the machine's business, not the code's. In CI hypothesis tries the same examples every time.
settings.register_profile("patient", settings.default, deadline=None)
settings.load_profile("patient")

MEMORY = Path("/dev/shm")
ROOM = 2_000_000_000  # bytes; a whole run takes far less


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(table, "table of the hostile suite")
    if _may_hold_files(MEMORY):  # a library waits for the disk at every migration, and most tests make one
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def _may_hold_files(folder: Path) -> bool:
    """Whether tests may write into ``folder``, much, and run the programs that they write there."""
    try:
        state = os.statvfs(folder)
    except (OSError, AttributeError):
        return False
    runs = not state.f_flag & getattr(os, "ST_NOEXEC", 0)
    return runs and os.access(folder, os.W_OK | os.X_OK) and state.f_bavail * state.f_frsize > ROOM


SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of shared test material; the test is skipped, and says so, where it is missing."""
    if not SHARED.is_dir():
        pytest.skip(f"no shared test material at {SHARED}")
    return SHARED


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home: no test reads or writes the developer's own settings or library."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    for name in ("COLUMNS", "LINES"):  # what shares the tests among processes sets them
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith("TUI_READER_")]:
        monkeypatch.delenv(name)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return home


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The interface speaks English, whatever the developer's locale."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_TIME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    words.speak(None)
    ages.forget()
    yield
    words.speak(words.ENGLISH)
    ages.forget()


def _is_here(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    host = address[0]
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def no_outside_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine answers: connecting or asking a name server elsewhere fails the test at once."""
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if not _is_here(address):
            raise AssertionError(f"a test reached for the outside network: {address}")
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        if not _is_here(address):
            raise AssertionError(f"a test reached for the outside network: {address}")
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not _is_here((host.decode() if isinstance(host, bytes) else host or "",)):
            raise socket.gaierror(socket.EAI_NONAME, "names are not looked up in tests")
        return getaddrinfo(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
