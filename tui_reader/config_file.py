"""Writing the reader's own ``feeds.toml``: one change at a time, whole or not at all.

What is on the disk is read again just before it is replaced: an edit that somebody made meanwhile is never written over.
Two programs of ours wait for each other by a lock on the folder. A link is followed, permissions are kept, and what is
written has been read as settings first.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from tui_reader import config, paths
from tui_reader.clean import clean_line
from tui_reader.errors import ConfigError
from tui_reader.reasons import reason
from tui_reader.words import tr

Change = Callable[[str], str]
MARK = b"\xef\xbb\xbf"


def edit(path: Path, change: Change, *, of_sources: bool) -> Path:
    """Give ``change`` the text of the settings at ``path``, and write what it gives back; the file that was written.

    Where there is no such file yet it begins as the starter list, with its comments; where it names no source, a change
    ``of_sources`` is made to it with those of the starter list, which was in use until then. Raises ConfigError, and
    whatever ``change`` raises: nothing is written then.
    """
    try:
        path = path.resolve() if path.is_symlink() else path
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path.parent):
            before = _bytes(path)
            text = config.read_text(path) if before is not None else _starter()
            config.parse(text, path)
            if of_sources and not config.names_sources(text):
                text = _with_starter(text)
            after = change(text)
            config.parse(after, path)
            _replace(path, before, _encoded(after, before))
    except OSError as error:
        raise ConfigError(
            clean_line(
                tr(
                    "{path} can't be written ({reason}); nothing was changed: make room, or give yourself the right to write it",
                    path=path,
                    reason=reason(error),
                )
            )
        ) from error
    return path


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks: what is compared before writing still holds
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _starter() -> str:
    return config.read_text(paths.starter_feeds())


def _with_starter(text: str) -> str:
    starter = _starter()
    first = re.search(r"^\[\[source\]\]", starter, re.MULTILINE)
    rest = starter[first.start() :] if first is not None else ""
    return f"{text.rstrip()}\n\n# The starter list, which was in use until now.\n{rest}".lstrip()


def _encoded(text: str, before: bytes | None) -> bytes:
    """``text`` with the line ends and the mark of byte order that the file had."""
    if before is not None and b"\r\n" in before:
        text = text.replace("\n", "\r\n")
    return (MARK if before is not None and before.startswith(MARK) else b"") + text.encode()


def _replace(path: Path, before: bytes | None, after: bytes) -> None:
    with NamedTemporaryFile("wb", dir=path.parent, prefix=".feeds-", delete=False) as file:
        new = Path(file.name)
    try:
        with new.open("wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            state = path.stat()
            with suppress(OSError):  # only root may give a file to another
                os.chown(new, state.st_uid, state.st_gid)
            new.chmod(state.st_mode & 0o7777)
        if _bytes(path) != before:
            raise ConfigError(
                tr(
                    "{path} was changed by another program meanwhile; nothing was written: try again",
                    path=clean_line(str(path)),
                )
            )
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
