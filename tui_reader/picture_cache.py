"""Pictures that were fetched, kept as files for the next time, within a bound.

What is here can be had again: it is thrown away without a word where it is too much, and a folder that can't be
written only means that a picture is fetched again. Every method reads or writes files: call it off the event loop.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

LIMIT = 200_000_000  # bytes, of all pictures together
LARGEST = 15_000_000
_KEPT = 0.8  # how much of the limit is left after old ones were thrown away


class PictureCache:
    """Pictures by address in ``folder``, at most ``limit`` bytes; those not looked at for longest go first."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._size: int | None = None

    def path(self, url: str) -> Path:
        """Where the picture of ``url`` is, or would be. The name says nothing of the address."""
        return self._folder / hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:40]

    def get(self, url: str) -> bytes | None:
        """The picture at ``url`` as it was fetched; None where it isn't held."""
        path = self.path(url)
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return data

    def put(self, url: str, data: bytes) -> None:
        """Keep the picture at ``url``; nothing where it can't be written."""
        if not 0 < len(data) <= LARGEST:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with NamedTemporaryFile(dir=self._folder, prefix="new-", delete=False) as file:
                file.write(data)
            Path(file.name).replace(self.path(url))
        except OSError:
            return
        self._size = self._measured() if self._size is None else self._size + len(data)
        if self._size > self._limit:
            self._throw_away()

    def _measured(self) -> int:
        return sum(size for _, size, _ in self._files())

    def _throw_away(self) -> None:
        files = sorted(self._files())
        size = sum(size for _, size, _ in files)
        for _, own, path in files:
            if size <= self._limit * _KEPT:
                break
            with suppress(OSError):  # another reader was faster
                path.unlink()
            size -= own
        self._size = size

    def _files(self) -> list[tuple[float, int, Path]]:
        found = []
        try:
            entries = list(os.scandir(self._folder))
        except OSError:
            return []
        for entry in entries:
            with suppress(OSError):
                stat = entry.stat(follow_symlinks=False)
                found.append((stat.st_mtime, stat.st_size, Path(entry.path)))
        return found
