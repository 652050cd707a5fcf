"""The programs that refresh the benchmark's feeds, each as one whole process, and the server that they ask."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

from tests.benchmarks.many_feeds import address
from tests.benchmarks.sizes import peak_of_tree

ROOT = Path(__file__).parents[2]
CONNECTIONS = 50
_READER = """
import sys
from reader import make_reader
reader = make_reader(sys.argv[1])
for url in open(sys.argv[2]).read().split():
    reader.add_feed(url, exist_ok=True)
reader.enable_search()
reader.update_feeds(workers=50)
reader.update_search()
"""


class Stand:
    """Where the benchmark runs: a folder, a port and the feeds' languages."""

    def __init__(self, folder: Path, languages: Sequence[str]) -> None:
        self.folder = folder
        self.languages = languages
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]

    @property
    def urls(self) -> list[str]:
        """The feeds' addresses."""
        return [address(number, self.port) for number in range(len(self.languages))]

    @contextmanager
    def served(self, delay: int, kind: str) -> Iterator[None]:
        """The feeds are served while this lasts; see `serve_feeds`."""
        words = ["tests.benchmarks.serve_feeds", str(self.folder / "feeds"), str(self.port), str(delay), kind]
        with subprocess.Popen(
            [sys.executable, "-m", *words], stdout=subprocess.PIPE, cwd=ROOT, env=_environment()
        ) as server:
            assert server.stdout is not None
            if not server.stdout.readline():
                raise RuntimeError("the server did not start")
            try:
                yield
            finally:
                server.terminate()


class Rival(Protocol):
    """A program with a state of its own: none, or that after a refresh."""

    @property
    def name(self) -> str:
        """What the table calls it."""
        ...

    def reset(self, *, cold: bool) -> None:
        """Begin from nothing, or from what one refresh left."""
        ...

    def refresh(self) -> float:
        """Seconds of one whole process."""
        ...


class Ours:
    """tui-reader; ``library`` is its file."""

    name = "tui-reader"

    def __init__(self, stand: Stand) -> None:
        self._home = stand.folder / "ours"
        self._home.mkdir()
        self.library = self._home / "library.db"
        self._kept = self._home / "kept.db"
        lines = ["[settings]", f"connections = {CONNECTIONS}", "full_text = 'never'"]
        for number, (url, language) in enumerate(zip(stand.urls, stand.languages, strict=True)):
            lines += ["[[source]]", f"name = 'Feed {number}'", f"editions = {{ {language} = '{url}' }}"]
        (self._home / "feeds.toml").write_text("\n".join(lines), "utf-8")

    def prepare(self) -> None:
        """Refresh once, and keep what that leaves. It leaves compiled bytecode too."""
        self.reset(cold=True)
        self.refresh()
        shutil.copyfile(self.library, self._kept)

    def reset(self, *, cold: bool) -> None:
        for file in self._home.glob("library.db*"):
            file.unlink()
        if not cold:
            shutil.copyfile(self._kept, self.library)

    def refresh(self) -> float:
        return _timed(self._command(), self._environment())

    def peak(self) -> float:
        """Megabytes of a refresh at its peak, its workers included."""
        return peak_of_tree(self._command(), self._environment(), ROOT)

    def _command(self) -> list[str]:
        words = ["--config", str(self._home / "feeds.toml"), "--library", str(self.library)]
        return [sys.executable, "-m", "tui_reader", "refresh", *words]

    def _environment(self) -> dict[str, str]:
        places = {f"XDG_{kind}_HOME": str(self._home) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        return _environment() | {"HOME": str(self._home)} | places


class Newsboat:
    """newsboat with an ANALYZEd cache: without one it takes 9 to 60 times as long, and to beat that means nothing."""

    name = "newsboat"

    def __init__(self, stand: Stand) -> None:
        self._home = stand.folder / "newsboat"
        self._home.mkdir()
        self._cache, self._kept, self._empty = (
            self._home / f"{name}.db" for name in ("cache", "kept", "empty")
        )
        (self._home / "urls").write_text("\n".join(stand.urls) + "\n")
        settings = f"reload-threads {CONNECTIONS}\nmax-items 0\nrefresh-on-startup no\n"
        (self._home / "config").write_text(settings)

    def prepare(self) -> None:
        """Fill a cache, ANALYZE it; keep it as it is, and emptied."""
        self._cache.unlink(missing_ok=True)
        self.refresh()
        with closing(sqlite3.connect(self._cache)) as cache:
            cache.execute("ANALYZE")
        shutil.copyfile(self._cache, self._kept)
        with closing(sqlite3.connect(self._cache, isolation_level=None)) as cache:
            cache.execute("DELETE FROM rss_item")
            cache.execute("DELETE FROM rss_feed")
            cache.execute("VACUUM")
        shutil.copyfile(self._cache, self._empty)

    def reset(self, *, cold: bool) -> None:
        shutil.copyfile(self._empty if cold else self._kept, self._cache)

    def refresh(self) -> float:
        files = {"-C": "config", "-u": "urls", "-c": "cache.db"}
        words = [word for flag, name in files.items() for word in (flag, str(self._home / name))]
        return _timed(["newsboat", *words, "-x", "reload"], os.environ | {"HOME": str(self._home)})


class Reader:
    """lemon24/reader with its search, the peer in Python."""

    name = "lemon24/reader"

    def __init__(self, stand: Stand, python: str) -> None:
        self._home = stand.folder / "reader"
        self._home.mkdir()
        self._python = python
        self._database, self._kept = self._home / "reader.db", self._home / "kept.db"
        (self._home / "urls").write_text("\n".join(stand.urls))

    def prepare(self) -> None:
        """Refresh once, and keep what that leaves."""
        self.refresh()
        shutil.copyfile(self._database, self._kept)

    def reset(self, *, cold: bool) -> None:
        for file in self._home.glob("reader.db*"):
            file.unlink()
        if not cold:
            shutil.copyfile(self._kept, self._database)

    def refresh(self) -> float:
        words = [self._python, "-c", _READER, str(self._database), str(self._home / "urls")]
        return _timed(words, dict(os.environ))


def installed(stand: Stand, reader_python: str | None) -> list[Rival]:
    """tui-reader and what else there is to run, each with a state to begin from."""
    rivals: list[Ours | Newsboat | Reader] = [Ours(stand)]
    if shutil.which("newsboat"):
        rivals.append(Newsboat(stand))
    if reader_python:
        rivals.append(Reader(stand, reader_python))
    with stand.served(0, "plain"):
        for rival in rivals:
            rival.prepare()
    return list(rivals)


def _environment() -> dict[str, str]:
    """With compiled bytecode, as an installed package has it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(ROOT)}


def _timed(words: Sequence[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(
        words, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    seconds = time.perf_counter() - started
    if done.returncode:
        raise RuntimeError(f"{words[0]} failed: {done.stderr.decode(errors='replace')[-500:]}")
    return seconds
