"""Every field and every widget with every payload, read as bytes at a pseudo-terminal."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.foreign import is_safe
from tests.hostile.console import READER, Console
from tests.hostile.payloads import PAYLOADS, assert_nothing_obeyed
from tests.hostile.test_library import ROOT
from tests.loopback import Answer, Loopback
from tui_reader.library.library import Library
from tui_reader.model import (
    Article,
    Block,
    BlockKind,
    EditionLink,
    InlineLink,
    LinkKind,
    Photo,
    Query,
    RelatedLink,
)

NOW = datetime.now(UTC)


def hostile(name: str, number: int, language: str = "en") -> Article:
    """An article with the payload ``name`` in every field, as an older or another program may have stored it."""
    bad = PAYLOADS[name]
    return Article(
        identity=f"{name}\n{number}\n{language}\n{bad}",
        title=f"{number} {bad} {language}",
        source=f"Paper {bad}",
        language=language,
        url=f"https://hostile.example/{bad}",
        site=bad,
        authors=(bad, f"Author {bad}"),
        published=NOW - timedelta(minutes=number),
        lead=f"Lead {bad}",
        story=f"story {name}",
        body=(
            Block(BlockKind.HEADING, f"Heading {bad}", level=2),
            Block(BlockKind.PHOTO, photo=0),
            Block(
                BlockKind.PARAGRAPH,
                f"Paragraph {bad} and more of it.",
                links=(InlineLink(0, 9, f"https://hostile.example/{bad}"),),
            ),
            Block(BlockKind.QUOTE, f"Quote {bad}"),
            Block(BlockKind.LIST, f"Item {bad}", items=(f"Item {bad}", f"  Deep {bad}")),
            Block(BlockKind.CODE, f"Code {bad}\n\tmore"),
            Block(BlockKind.TABLE, f"Cell {bad}", rows=((f"Cell {bad}", "x"), ("y", bad))),
        ),
        photos=(Photo(f"https://hostile.example/{bad}.jpg", bad, f"Caption {bad}", f"Credit {bad}"),),
        related=(
            RelatedLink(f"Related {bad}", f"javascript:{bad}"),
            RelatedLink(f"Linked {bad}", "javascript:alert(1)", LinkKind.IN_TEXT),
        ),
        editions=(EditionLink("de", f"https://hostile.example/de/{bad}", bad),),
    )


def toml(text: str) -> str:
    """``text`` as a basic string of TOML, which holds any character but surrogates."""
    return json.dumps(text.encode("utf-8", "replace").decode("utf-8"), ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as loopback:
        yield loopback


@pytest.fixture
def settings(home: Path, server: Loopback) -> Path:
    """Sources with hostile names and categories; their server answers with hostile words."""
    lines = ['[settings]\nlanguages = ["en", "uk"]\nrefresh_minutes = 0\n']
    for number, (name, bad) in enumerate(PAYLOADS.items()):
        reason = bad.encode("utf-8", "replace").replace(b"\r", b"").replace(b"\n", b"")[:200]
        server.answer(f"/{number}", Answer(raw=b"HTTP/1.1 404 " + reason + b"\r\nContent-Length: 0\r\n\r\n"))
        url = server.url(f"/{number}")
        lines.append(
            f"[[source]]\nname = {toml(f'{name} {bad}')}\ncategory = {toml(bad)}\nurl = {toml(url)}\n"
        )
    file = home / "feeds.toml"
    file.write_text("\n".join(lines), "utf-8")
    return file


@pytest.fixture
def library(home: Path) -> Path:
    path = home / "library.db"
    with Library.open(path) as library:
        for number, name in enumerate(PAYLOADS):
            library.store([hostile(name, number), hostile(name, number, "uk")], now=NOW)
            library.bookmark(hostile(name, number).id, True, now=NOW)
    return path


def straight(console: Console) -> None:
    """The rules between the columns stand under one another in every line."""
    places = [console.places("▕", row) for row in range(39)]
    wanted = max(places, key=len)
    assert all(found in (wanted, wanted[:1], []) for found in places), console.screen


def quiet(console: Console) -> None:
    while console.read(0.15):
        pass


@pytest.mark.case(60, 61, 62, 63, 64, 65, 66, 67, 68, 69)
@pytest.mark.slow
@pytest.mark.parametrize("columns", [150, 100, 60])
def test_every_widget(settings: Path, library: Path, home: Path, columns: int) -> None:
    ran = home / "ran"
    browser = home / "browser"
    browser.write_text(f'#!/bin/sh\necho "$@" >> {ran}\n')
    browser.chmod(0o755)
    command = (*READER, "--config", str(settings), "--library", str(library))
    with Console(*command, columns=columns, rows=40, environment={"BROWSER": str(browser)}) as console:
        console.until("EN 23", "UA 23")
        quiet(console)
        straight(console)
        for _ in PAYLOADS:
            walk_one(console, columns)
        console.press("!")  # what the servers said
        console.until("failed")
        quiet(console)
        console.press("q")
        console.press("hh")
        console.press("j" * 60)
        quiet(console)
        opened = ran.read_text("utf-8") if ran.exists() else ""
        assert all(
            is_safe(line) and line.startswith("https://hostile.example/") for line in opened.splitlines()
        )
        click_everywhere(console, columns)
        assert console.process.poll() is None, "something on the screen ended the reader"
        assert_nothing_obeyed(bytes(console.seen), app=True)
        assert (ran.read_text("utf-8") if ran.exists() else "") == opened, "a click started a program"


def walk_one(console: Console, columns: int) -> None:
    """Open the chosen story, see its end, its links, its editions, both side by side; go back and on."""
    wide = ("=", "q") if columns >= 120 else ()  # esc before another key would be a key with alt
    for keys in ("\r", "G", "t", "q", "]", "o", *wide, "q", "j"):
        console.press(keys)
        console.read(0.02)
    while console.read(0.05):
        pass


def click_everywhere(console: Console, columns: int) -> None:
    for row in range(1, 40, 2):
        for column in range(2, columns, 9):
            console.press(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
        console.read(0.01)
    quiet(console)


def reader(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*READER, *map(str, arguments)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


@pytest.mark.case(60, 61, 62, 63, 65, 68)
@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "--json"],
        ["list", "--stories"],
        ["list", "--search", "\x1b]52;c;x\x07 [@click=app.quit]"],
        ["bookmark", "list"],
        ["refresh"],
        ["refresh", "--json"],
        ["refresh", "\x1b[31mnone"],
        ["show", "\x1b]0;x\x07.md", "\u202ex.txt"],
        ["open", "\x1b]0;x\x07"],
        ["doctor"],
        ["doctor", "--json"],
    ],
    ids=str,
)
def test_every_command(settings: Path, library: Path, command: list[str]) -> None:
    done = reader(*command, "--config", settings, "--library", library)
    assert_nothing_obeyed(done.stdout, app=False)
    assert_nothing_obeyed(done.stderr, app=False)
    assert b"Traceback" not in done.stderr


@pytest.mark.case(60, 61, 62, 63, 65, 68)
@pytest.mark.parametrize("form", ["--text", "--json", "--markdown"])
def test_every_form_of_an_article(settings: Path, library: Path, form: str) -> None:
    with Library.open(library) as held:
        ids = [line.id for line in held.headlines(held.index(Query(), stories=False))]
    done = reader("show", form, *ids, "--config", settings, "--library", library)
    assert done.returncode == 0, done.stderr
    assert_nothing_obeyed(done.stdout, app=False)
    assert done.stderr == b""


NAMES: dict[str, Callable[[str], str]] = {
    "text": lambda bad: f"{bad}\n\nA first paragraph of a text, {bad}.\n\nAnother one, {bad}.\n",
    "md": lambda bad: f"# {bad}\n\nA paragraph, {bad}.\n\n![{bad}](x.png '{bad}')\n",
    "html": lambda bad: f"<html><body><article><h1>{bad}</h1>" + f"<p>A paragraph of it, {bad}.</p>" * 9,
}


@pytest.mark.slow
@pytest.mark.case(68, 69)
@pytest.mark.parametrize("kind", NAMES)
def test_hostile_files_with_hostile_names(tmp_path: Path, home: Path, kind: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, bad in PAYLOADS.items():
        encoded = bad.encode("utf-8", "surrogatepass").replace(b"\x00", b"").replace(b"/", b"")[:120]
        text = NAMES[kind](bad).encode("utf-8", "surrogatepass")
        with open(
            os.path.join(os.fsencode(folder), name.encode() + encoded + b"." + kind.encode()), "wb"
        ) as file:
            file.write(text)
    done = reader("show", "--text", folder)
    assert_nothing_obeyed(done.stdout, app=False)
    assert_nothing_obeyed(done.stderr, app=False)
    assert b"Traceback" not in done.stderr
    with Console(*READER, "--config", str(quiet_settings(home)), str(folder)) as console:
        console.until("Opened")
        quiet(console)
        for _ in range(12):
            walk_one(console, 120)
        assert console.process.poll() is None
        assert_nothing_obeyed(bytes(console.seen), app=True)


def quiet_settings(home: Path) -> Path:
    file = home / "quiet.toml"
    file.write_text("source = []\n[settings]\nrefresh_minutes = 0\n", "utf-8")
    return file


@pytest.mark.case(69)
@pytest.mark.parametrize("bad", PAYLOADS.values(), ids=PAYLOADS)
def test_settings_that_are_wrong_in_a_hostile_way(tmp_path: Path, bad: str) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(f"[settings]\n{toml(bad)} = 1\n[[source]]\nname = {toml(bad)}\n", "utf-8")
    done = reader("list", "--config", file)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert_nothing_obeyed(done.stderr, app=False)
