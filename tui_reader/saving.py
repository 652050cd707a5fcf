"""An article as a Markdown file in the reader's folder, under a name that is safe on every system."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from tui_reader.errors import InputError
from tui_reader.model import Article
from tui_reader.rendering import to_markdown

MAX_NAME = 80
_UNSAFE = re.compile(r"[^\w\-]+")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def file_name(article: Article) -> str:
    """``title-in-words.uk.md``: letters and digits of any script, never a path and never a device's name."""
    words = unicodedata.normalize("NFC", article.title).casefold()
    stem = _UNSAFE.sub("-", words).strip("-_")
    while len(stem.encode()) > MAX_NAME * 2 or len(stem) > MAX_NAME:
        stem = stem[:-1]
    stem = stem.strip("-_") or article.id
    if stem in _DEVICES:
        stem = f"article-{stem}"
    return f"{stem}.{article.language}.md" if article.language else f"{stem}.md"


def save_markdown(article: Article, folder: Path) -> Path:
    """Write ``article`` into ``folder`` and give the file's path; a file of that name is replaced whole.

    Raises InputError where the folder can't be written.
    """
    path = folder.expanduser() / file_name(article)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(path.name + ".new")
        new.write_text(to_markdown(article), "utf-8")
        new.replace(path)
    except OSError as error:
        raise InputError(
            f"{path} can't be written ({error.strerror}); save_folder in feeds.toml names another"
        ) from error
    return path
