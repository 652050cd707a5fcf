"""Adding sources to the reader's own ``feeds.toml``: at its end, so that not a byte of what stands there changes.

Where there is no such file yet, or none that names a source, it begins with the starter list that was in use until then.
The new text is read as settings
before it takes the old one's place, in one step.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from tui_reader import config, paths
from tui_reader.clean import clean_line
from tui_reader.errors import ConfigError
from tui_reader.model import Source


def addition(sources: Iterable[Source]) -> str:
    """``sources`` as text for the end of the file."""
    return "".join(f"\n{_table(source)}" for source in sources)


def is_usable(source: Source) -> bool:
    """Whether ``source`` may stand in the file."""
    try:
        config.parse(_table(source), Path("feeds.toml"))
    except ConfigError:
        return False
    return True


def add_sources(path: Path, sources: Sequence[Source]) -> Path:
    """Put ``sources`` at the end of the settings at ``path``; the file that was written, where a link leads.

    Raises ConfigError where what is there can't be read or what would be there is wrong: nothing is changed then.
    """
    path = path.resolve() if path.is_symlink() else path
    try:
        starter = paths.starter_feeds().read_text("utf-8")
        before = path.read_text("utf-8") if path.exists() else starter
        stamp = path.stat().st_mtime_ns if path.exists() else None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} can't be read ({error}); correct it first") from error
    config.parse(before, path)
    if not re.search(r"^\s*(\[\[\s*source\s*\]\]|source\s*=)", before, re.MULTILINE):
        first = re.search(r"^\[\[source\]\]", starter, re.MULTILINE)
        rest = starter[first.start() :] if first is not None else ""
        before = f"{before.rstrip()}\n\n# The starter list, which was in use until now.\n{rest}"
    after = before.rstrip("\n") + "\n" + addition(sources)
    config.parse(after, path)
    _replace(path, after, stamp)
    return path


def _table(source: Source) -> str:
    lines = ["[[source]]", f"name = {quoted(source.name)}"]
    if source.category:
        lines.append(f"category = {quoted(source.category)}")
    if len(source.editions) == 1:
        (edition,) = source.editions
        lines.append(f"url = {quoted(edition.url)}")
        if edition.language:
            lines.append(f"language = {quoted(edition.language)}")
    else:
        pairs = ", ".join(
            f"{quoted(edition.language or '')} = {quoted(edition.url)}" for edition in source.editions
        )
        lines.append(f"editions = {{ {pairs} }}")
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """``text`` as a basic string of TOML."""
    return json.dumps(clean_line(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def _replace(path: Path, text: str, stamp: int | None) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=".feeds-", delete=False
        ) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new = Path(file.name)
        if path.exists():
            new.chmod(path.stat().st_mode & 0o777)
        now = path.stat().st_mtime_ns if path.exists() else None
        if now != stamp:
            new.unlink()
            raise ConfigError(
                f"{path} was changed by another program meanwhile; nothing was written: try again"
            )
        new.replace(path)
    except OSError as error:
        with suppress(OSError, UnboundLocalError):
            new.unlink()
        raise ConfigError(f"{path} can't be written ({error.strerror}); nothing was changed") from error
