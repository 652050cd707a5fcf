"""Whatever is pressed and clicked at whatever size, the reader goes on."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.app.reader import QUIET, reader, some
from tui_reader.app.keys import COMMANDS

KEYS = [key for command in COMMANDS for key in (*command.keys, *command.fixed)]
LEAVING = {"Q", "ctrl+q", "ctrl+z", "ctrl+p"}
SETTINGS = QUIET + '[[source]]\nname = "Gone"\nurl = "http://127.0.0.1:9/rss"\n'


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
async def test_any_keys(home: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "true")
    chance = random.Random(seed)
    keys = [*sorted(set(KEYS) - LEAVING), *"0123456789abcx"]
    async with reader(home, some(20), settings=SETTINGS) as app:
        for _ in range(300):
            await app.pilot.press(chance.choice(keys))
            if chance.random() < 0.05:
                await app.pilot.resize_terminal(chance.randint(1, 200), chance.randint(1, 60))
            if chance.random() < 0.05:
                width, height = app.app.size
                await app.pilot.click(offset=(chance.randrange(width), chance.randrange(height)))
        await app.pilot.pause()
        assert app.app.is_running
        assert app.app._exception is None
