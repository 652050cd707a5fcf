"""What a file's name says of its text: which story it tells, in which language.

``summit.uk.md`` says it plainly. ``summit_uk.txt``, ``summit-en.md`` and ``uk/summit.txt`` say it weakly:
they count only where the text agrees.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from tui_reader.languages import is_known, normalize
from tui_reader.values import frozen

KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".json": "feed",
}
_WEAK = re.compile(r"(?P<stem>.+)[_-](?P<tag>[A-Za-z]{2,3}(?:[_-][A-Za-z]{2,4})?)")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z]{2,4})?")


@frozen
class Named:
    """``story`` is the name without its language, the folders before it; ``sure`` tells a plain name."""

    story: str
    language: str
    sure: bool


def kind_of(name: str) -> str | None:
    """``text``, ``markdown``, ``html`` or ``feed`` by a name's ending (``.gz`` aside), or None."""
    return KINDS.get(PurePosixPath(_unpacked(name)).suffix.casefold())


def _unpacked(name: str) -> str:
    return name[:-3] if name.casefold().endswith(".gz") else name


def named(relative: PurePosixPath) -> Named | None:
    """What the path of a text, relative to the folder that is read, says; None where it says nothing."""
    name = _unpacked(relative.name)
    stem = PurePosixPath(name).stem if kind_of(name) else name
    before, dot, tag = stem.rpartition(".")
    if dot and before and (language := _language(tag)) is not None:
        return Named(_key(relative.parent, before), language, True)
    weak = _WEAK.fullmatch(stem)
    if weak is not None and (language := _language(weak["tag"])) is not None:
        return Named(_key(relative.parent, weak["stem"]), language, False)
    if (language := _language(relative.parent.name)) is not None:
        return Named(_key(relative.parent.parent, stem), language, False)
    return None


def _language(tag: str) -> str | None:
    if not _TAG.fullmatch(tag):
        return None
    language = normalize(tag)
    return language if language is not None and is_known(language) else None


def _key(folder: PurePosixPath, stem: str) -> str:
    return str(folder / stem)


def siblings(path: Path) -> tuple[Path, ...]:
    """The texts beside ``path`` whose names say that they tell its story in another language, sorted by name.

    ``summit.en.md`` has ``summit.uk.txt``; ``en/summit.md`` has ``uk/summit.md`` in the folder beside its own.
    Files that can't be seen are left out; nothing is opened.
    """
    own = named(PurePosixPath(path.parent.name, path.name))
    if own is None:
        return ()
    found: dict[str, Path] = {}
    for file in _near(path, own):
        other = named(PurePosixPath(file.parent.name, file.name))
        if other is None or kind_of(file.name) in (None, "feed") or file == path:
            continue
        if (other.story, other.sure) == (own.story, own.sure) and other.language != own.language:
            found.setdefault(other.language, file)
    return tuple(sorted(found.values(), key=str))


def _near(path: Path, own: Named) -> list[Path]:
    folders = [path.parent]
    if "/" not in own.story:  # the folder is the language: look into those beside it
        folders += [
            folder for folder in _entries(path.parent.parent) if _language(folder.name) and folder.is_dir()
        ]
    found = set()
    for folder in folders:
        found |= {
            file for file in _entries(folder) if not file.name.startswith(".") and _lies_in(file, folder)
        }
    return sorted(found, key=str)


def _lies_in(file: Path, folder: Path) -> bool:
    """Whether a regular file is the folder's own, not a link that leads elsewhere."""
    try:
        return file.is_file() and file.resolve().parent == folder.resolve()
    except (OSError, RuntimeError):
        return False


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())[:5000]
    except OSError:
        return []
