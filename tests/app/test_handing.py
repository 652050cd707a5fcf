"""`|`, `P` and `v`: the article leaves the screen for another program, and the reader is told how it went."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.app.reader import QUIET, reader, some
from tests.test_handing import program
from tui_reader.app import handing


@pytest.fixture(autouse=True)
def messages_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said stays until it was seen, however slow the machine is."""
    monkeypatch.setattr("tui_reader.app.screens.main.STAYS", 120.0)


@pytest.fixture
def aside(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The terminal is given away as in a real one; how often that was done."""
    given: list[str] = []

    @contextmanager
    def stepped_aside(app: object) -> Iterator[None]:
        given.append("given")
        try:
            yield
        finally:
            given.append("back")

    monkeypatch.setattr(handing, "stepped_aside", stepped_aside)
    return given


@pytest.mark.slow
async def test_a_command_gets_the_article_and_is_remembered(tmp_path: Path, aside: list[str]) -> None:
    target = tmp_path / "got"
    count = program(tmp_path, f"open({str(target)!r}, 'w').write(sys.stdin.read() + sys.argv[1])")
    async with reader(tmp_path, some(2), settings=f'{QUIET}pipe = "{count} set"\n') as app:
        await app.press("enter")
        await app.shows("Paragraph 1 of")
        await app.press("vertical_line")
        await app.shows("Pipe to", f"{count} set")
        await app.press("left", "left", "left", "n", "o", "t", "_", "enter")
        await app.shows("Piped to")
        assert aside == ["given", "back"]
        text = target.read_text("utf-8")
        assert text.startswith("---\n")
        assert "# Tram line 0 runs at night again" in text
        assert text.endswith("not_set")
        await app.press("vertical_line")
        await app.shows(f"{count} not_set")
        await app.press("escape")
        await app.hides("Pipe to")
        assert aside == ["given", "back"]


async def test_a_command_that_fails_is_one_line(tmp_path: Path, aside: list[str]) -> None:
    failing = program(tmp_path, "sys.exit(4)")
    async with reader(tmp_path, some(2), settings=f'{QUIET}pipe = "{failing}"\n') as app:
        await app.shows("Tram line 0", "Paragraph 1 of")
        await app.press("vertical_line")
        await app.shows("Pipe to")
        await app.press("enter")
        await app.shows("failed with status 4")
        assert aside == ["given", "back"]


async def test_pager_and_editor(tmp_path: Path, aside: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "got"
    monkeypatch.setenv(
        "PAGER", program(tmp_path, f"open({str(target)!r}, 'w').write(sys.stdin.read())", "page")
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", program(tmp_path, "open(sys.argv[-1], 'a').write('My note.')", "edit"))
    async with reader(tmp_path, some(2), settings=f'{QUIET}save_folder = "{tmp_path}/kept"\n') as app:
        await app.press("enter")
        await app.shows("Paragraph 1 of")
        await app.press("P")
        await app.until(lambda: aside == ["given", "back"])
        assert target.read_text("utf-8").startswith("Tram line 0 runs at night again\n====")
        await app.press("v")
        await app.shows("Your copy is kept as")
    (kept,) = (tmp_path / "kept").iterdir()
    assert kept.name == "tram-line-0-runs-at-night-again.en.md"
    assert kept.read_text("utf-8").endswith("My note.")


async def test_a_terminal_that_can_not_be_given_away_is_told(tmp_path: Path) -> None:
    pager = program(tmp_path, "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PAGER", pager)
        async with reader(tmp_path, some(2)) as app:
            await app.press("enter", "P")
            await app.shows("this terminal can't be given to another program")


async def test_a_browser_of_the_terminal_is_given_it(
    tmp_path: Path, aside: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "got"
    monkeypatch.setenv("BROWSER", program(tmp_path, f"open({str(target)!r}, 'w').write(sys.argv[1])", "w3m"))
    async with reader(tmp_path, some(2)) as app:
        await app.press("enter", "o")
        await app.shows("Opened https://paper.test/en/0")
    assert (target.read_text("utf-8"), aside) == ("https://paper.test/en/0", ["given", "back"])


async def test_a_program_tells_what_a_refresh_brought(tmp_path: Path) -> None:
    texts, said = tmp_path / "texts", tmp_path / "said"
    texts.mkdir()
    (texts / "one.en.md").write_text("# The summit took place\n\nIt was short.\n", "utf-8")
    say = program(tmp_path, f"open({str(said)!r}, 'a').write(sys.argv[1])")
    source = f'[[source]]\nname = "Texts"\npath = "{texts}"\n'
    async with reader(tmp_path, settings=f'{QUIET}on_new = ["{say}", "{{title}}"]\n{source}') as app:
        await app.press("R")
        await app.until(said.exists)
        await app.until(lambda: said.read_text("utf-8") == "The summit took place")
