"""The files that the command line names, else the reader's own: the settings and the library.

Apart from `means`, whose other imports the app doesn't wait for.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from tui_reader import config, paths
from tui_reader.config import Config
from tui_reader.errors import UsageError
from tui_reader.words import tr


def load_config(arguments: object, actions: Collection[str] | None = None) -> Config:
    """The settings that the command line asks for; ``[keys]`` is checked against ``actions``. Raises ConfigError."""
    named: str | None = getattr(arguments, "config", None)
    actions = getattr(arguments, "actions", actions)
    return config.load(_path(named) if named is not None else None, actions)


def settings_path(arguments: object) -> Path:
    """The settings file that the command line asks for, whether it exists or not."""
    named: str | None = getattr(arguments, "config", None)
    return _path(named) if named is not None else paths.config_file()


def library_path(arguments: object) -> Path:
    """The library that the command line asks for, whether it exists or not."""
    named: str | None = getattr(arguments, "library", None)
    return _path(named) if named is not None else paths.library_file()


def _path(named: str) -> Path:
    try:
        return Path(named).expanduser()
    except RuntimeError as error:
        raise UsageError(tr("“{path}” names a home folder that doesn't exist", path=named)) from error
