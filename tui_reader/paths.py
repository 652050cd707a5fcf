"""Where things live: the platform's own folders (on Linux the XDG base directories), and what the package ships.

Nothing here makes a file or a folder. platformdirs is imported when it is first asked.
"""

from __future__ import annotations

from pathlib import Path

NAME = "tui-reader"
PACKAGE = Path(__file__).resolve().parent
SAMPLES = PACKAGE / "samples"


def config_file() -> Path:
    """The reader's own ``feeds.toml``; it may not exist yet."""
    import platformdirs

    return platformdirs.user_config_path(NAME, appauthor=False) / "feeds.toml"


def library_file() -> Path:
    """The library: one SQLite file, where no ``--library`` names another."""
    import platformdirs

    return platformdirs.user_data_path(NAME, appauthor=False) / "library.db"


def cache_folder() -> Path:
    """What can be had again."""
    import platformdirs

    return platformdirs.user_cache_path(NAME, appauthor=False)


def state_folder() -> Path:
    """Where the reader was, and reports of crashes."""
    import platformdirs

    return platformdirs.user_state_path(NAME, appauthor=False)


def starter_feeds() -> Path:
    """The starter list that ships in the package; in a checkout it stands at the top."""
    packaged = PACKAGE / "feeds.toml"
    return packaged if packaged.is_file() else PACKAGE.parent / "feeds.toml"
