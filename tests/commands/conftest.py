"""The command line as its users have it: arguments in, standard output, error and status out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.loopback import Answer, Loopback
from tui_reader.cli import main

SENTENCE = "The harbour was closed for a second day because the storm had not passed. "
PAGE = f"""<!doctype html><html lang="en"><head><title>The storm closes the harbour</title></head><body><article>
<h1>The storm closes the harbour</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 4}</p><p>{SENTENCE * 5}</p>
</article></body></html>""".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}
XML = {"Content-Type": "application/rss+xml"}


@dataclass(frozen=True)
class Ran:
    """What one command gave."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def errors(self) -> list[str]:
        """The lines of standard error."""
        return self.err.splitlines()


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return run


@pytest.fixture
def server() -> Iterator[Loopback]:
    """An HTTP server on this machine."""
    with Loopback() as loopback:
        yield loopback


def feed(server: Loopback, language: str, *titles: str, path: str | None = None) -> str:
    """A feed with an entry a title, each with a page of its own; its address."""
    items = ""
    for number, title in enumerate(titles):
        url = server.answer(f"/{language}/{number}", Answer(PAGE, headers=HTML))
        items += (
            f"<item><title>{title}</title><link>{url}</link><guid>{language}{number}</guid>"
            f"<pubDate>Wed, 04 Mar 2026 0{number}:00:00 GMT</pubDate>"
            f"<description>In short: {title}.</description></item>"
        )
    body = f'<rss version="2.0"><channel><title>Paper</title><language>{language}</language>{items}</channel></rss>'
    return server.answer(path or f"/{language}/feed", Answer(body.encode(), headers=XML))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with a story in two languages and one in a third."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, language, title in (
        ("summit.uk.md", "uk", "Зустріч на вершині відбулася"),
        ("summit.en.md", "en", "The summit took place"),
        ("market.de.md", "de", "Der Markt öffnet wieder"),
    ):
        text = (
            f'---\ntitle: "{title}"\nlanguage: {language}\npublished: 2026-03-04T05:06:07Z\n---\n\n{title}.\n'
        )
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path, texts: Path) -> Path:
    """A feeds.toml with that folder as its one source."""
    file = tmp_path / "feeds.toml"
    file.write_text(
        f'[settings]\nlanguages = ["uk", "en"]\n[[source]]\nname = "Texts"\npath = "{texts}"\n', "utf-8"
    )
    return file


@pytest.fixture
def filled(run: Run, settings: Path) -> Path:
    """The same, refreshed: the library holds its articles."""
    assert run("refresh", "--config", settings).status == 0
    return settings
