"""The reader's colours: its own themes, that of the settings, and what is said where one can't be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.reader import QUIET, reader, some
from tui_reader.app.screens.main import MainScreen
from tui_reader.app.themes import LAMPLIGHT, NEWSPRINT, own
from tui_reader.errors import ConfigError


async def test_the_two_themes_of_its_own(home: Path) -> None:
    for name in ("lamplight", "newsprint"):
        async with reader(home, some(1), settings=QUIET + f'theme = "{name}"\n') as app:
            assert app.app.theme == name


async def test_a_theme_of_the_readers_own(home: Path) -> None:
    settings = QUIET + '[theme]\nbackground = "#102030"\naccent = "red"\n'
    async with reader(home, some(1), settings=settings) as app:
        assert app.app.theme == "own"
        assert app.app.current_theme.background == "#102030"
        assert app.app.current_theme.primary == LAMPLIGHT.primary
        assert app.main.styles.background.hex == "#102030"


async def test_the_first_picture_has_its_colours(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first: list[str] = []
    mounted = MainScreen.on_mount

    def on_mount(screen: MainScreen) -> None:
        first.append(screen.styles.background.hex)
        mounted(screen)

    monkeypatch.setattr(MainScreen, "on_mount", on_mount)
    async with reader(home, some(1), settings=QUIET + '[theme]\nbackground = "#102030"\n'):
        assert first == ["#102030"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('theme = "lamplite"\n', "There is no theme “lamplite”; ctrl+p shows those there are"),
        ('[theme]\nprimary = "bluish"\n', "[theme] primary: “bluish” is not a colour such as"),
    ],
)
async def test_what_is_wrong_is_said_and_the_reader_opens(home: Path, more: str, said: str) -> None:
    async with reader(home, some(1), settings=QUIET + more) as app:
        await app.shows(said, "Tram line 0")


def test_what_is_left_out_is_that_of_the_theme_of_its_kind() -> None:
    assert own({"dark": False}).background == NEWSPRINT.background
    assert own({"error": "#fff"}).error == "#fff"
    with pytest.raises(ConfigError):
        own({"panel": "[red]"})


async def test_no_animation_over_ssh(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")
    async with reader(home, some(1)) as app:
        assert app.app.animation_level == "none"


async def test_the_terminals_own_colours_stay_readable_without_colour(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader(home, some(1), settings=QUIET + 'theme = "ansi-dark"\n') as app:
        await app.shows("Tram line 0")
        strip = app.app.screen._compositor.render_strips()[2]
        drawn = [segment.style for segment in strip if segment.text.strip() and segment.style]
        assert drawn
        assert all(style.color != style.bgcolor or style.color.is_default for style in drawn if style.color)


async def test_the_width_of_the_settings(home: Path) -> None:
    async with reader(home, some(1), settings=QUIET + "text_width = 40\n", size=(120, 30)) as app:
        await app.press("enter")
        await app.shows("Paragraph 1")
        assert app.main.article.text_width == 40
