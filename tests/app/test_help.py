"""`?` begins with the keys of the place where the reader stands."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.app.reader import QUIET, Reader, reader, some
from tui_reader.app.keys import BY_NAME
from tui_reader.app.places import HERE, Spot


def begins(app: Reader, spot: Spot) -> bool:
    """Whether the help on the screen begins with what is of ``spot``."""
    screen = app.screen()
    return 0 <= screen.find("│  Keys") < screen.find(f"│  {spot.value}")


@pytest.mark.parametrize("spot", Spot)
def test_every_place_names_commands_that_exist(spot: Spot) -> None:
    names = [one for one in HERE[spot] if isinstance(one, str)]
    assert set(names) <= BY_NAME.keys()
    assert len(names) == len(set(names))


@pytest.mark.slow
async def test_each_place_begins_with_its_own_keys(tmp_path: Path) -> None:
    async with reader(tmp_path, some(3), size=(140, 60)) as app:
        for keys, spot in (
            ((), Spot.LIST),
            (("q",), Spot.SOURCES),
            (("enter", "enter"), Spot.ARTICLE),
            (("equals_sign",), Spot.SIDE),
            (("q", "t"), Spot.LINKS),
            (("escape", "enter"), Spot.PHOTO),
        ):
            await app.press(*keys)
            await app.press("question_mark")
            await app.until(partial(begins, app, spot))
            await app.press("escape")
            await app.hides(spot.value)


async def test_own_keys_are_told_and_nothing_twice(tmp_path: Path) -> None:
    async with reader(
        tmp_path, some(3), settings=f'{QUIET}[keys]\nbookmark = "x"\nhelp = "f1"\n', size=(140, 90)
    ) as app:
        await app.press("f1")
        await app.until(lambda: begins(app, Spot.LIST))
        (line,) = [line for line in app.lines() if "Bookmark on or off" in line]
        assert line.split("│")[1].split() == ["x", "Bookmark", "on", "or", "off"]
        await app.press("escape", "enter", "t", "f1")
        await app.until(lambda: begins(app, Spot.LINKS))
