"""Which language the interface speaks: looked up first of all, so that help and errors speak it too.

The settings themselves are read later, by `config`, which also tells what is wrong with them; here anything wrong is
no wish. A file that does not hold the word is not parsed.
"""

from __future__ import annotations

import os
import stat
import sys

from tui_reader.words import LANGUAGES

KEY = "interface"
MAX_BYTES = 2_000_000


def wanted(config: str | None = None) -> str | None:
    """The language that the settings file ``config``, else the reader's own, asks for; None for the environment's."""
    path = os.path.expanduser(config) if config is not None else config_file()
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe can be read only once
            return None
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES)
    except (OSError, ValueError):
        return None
    return _language(data) if KEY.encode() in data else None


def config_file() -> str:
    """`paths.config_file`; where it is the XDG base directory, without the time that importing platformdirs takes."""
    if sys.platform.startswith(("linux", "freebsd")):
        home = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")
        return os.path.join(home, "tui-reader", "feeds.toml")
    from tui_reader import paths

    return str(paths.config_file())


def _language(data: bytes) -> str | None:
    import tomllib

    try:
        settings = tomllib.loads(data.decode("utf-8-sig")).get("settings", {})
    except (ValueError, RecursionError):
        return None
    language = settings.get(KEY) if isinstance(settings, dict) else None
    return language if language in LANGUAGES else None
