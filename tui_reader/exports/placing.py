"""New files and folders: whole or not there, and never in the place of another."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tui_reader.clean import clean_line
from tui_reader.errors import InputError
from tui_reader.reasons import reason as system_reason
from tui_reader.words import tr


@contextmanager
def new_file(target: Path) -> Iterator[IO[bytes]]:
    """Write a file that gets its name when all of it is on the disk. Raises InputError, also where the name is taken."""
    with _told(target):
        part = target.with_name(f".{target.name[:40]}.{os.getpid()}.part")
        if _is_there(target):
            raise FileExistsError
        try:
            with part.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _take_name(part, target)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Fill a folder that gets its name when all is in it; an empty one may be there. Raises InputError."""
    with _told(target):
        part = target.with_name(f".{target.name[:40]}.{os.getpid()}.part")
        if _is_there(target) and not (target.is_dir() and not any(target.iterdir())):
            raise FileExistsError
        part.mkdir()
        try:
            yield part
            if target.is_dir():
                target.rmdir()
            part.rename(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)


def _take_name(part: Path, target: Path) -> None:
    """Give ``part`` its name, unless another file has it by now."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if _is_there(target):
            raise FileExistsError from None
        part.rename(target)


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


@contextmanager
def _told(target: Path) -> Iterator[None]:
    shown = clean_line(str(target))
    try:
        yield
    except FileExistsError as error:
        raise InputError(tr("{path} is there already; name another", path=shown)) from error
    except (OSError, ValueError) as error:
        reason = system_reason(error)
        raise InputError(
            tr("{path} can't be written ({why}); name another", path=shown, why=reason)
        ) from error
