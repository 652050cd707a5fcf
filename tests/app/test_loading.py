"""What is loaded after the start: all that the first article which is opened would else wait for."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

from tests.app.reader import reader, some

FIRST_REQUEST = """
import asyncio, sys
from tui_reader.app.loading import load
load()
from tui_reader.sources.web import UnreachableError, Web
before = set(sys.modules)

async def ask() -> None:
    async with Web() as web:
        web.trust(["http://127.0.0.1:1/"])
        try:
            await web.get("http://127.0.0.1:1/")
        except UnreachableError:
            print(sorted(set(sys.modules) - before))

asyncio.run(ask())
"""


def test_the_first_request_imports_nothing_of_weight() -> None:
    done = subprocess.run([sys.executable, "-c", FIRST_REQUEST], capture_output=True, text=True, check=True)
    packages = {name.split(".")[0] for name in eval(done.stdout)}
    assert not packages & {"httpx", "httpcore", "h11", "PIL", "idna", "ssl", "anyio", "tui_reader"}


async def test_it_is_loaded_after_the_start_while_keys_are_answered(home: Path) -> None:
    async with reader(home, some()) as app:
        services = app.app._services
        assert services._tools is None
        gc.disable()
        app.app.make_ready()
        await app.press("j")
        assert app.main.headlines.chosen == 1
        await app.until(lambda: services._tools is not None and gc.isenabled())
        gc.unfreeze()
