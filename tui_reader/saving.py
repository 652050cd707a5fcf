"""An article as a Markdown file in the reader's folder, under a name that is safe on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from tui_reader.clean import clean_line
from tui_reader.errors import InputError
from tui_reader.languages import normalize
from tui_reader.model import Article
from tui_reader.reasons import reason as system_reason
from tui_reader.rendering.markdown import to_markdown
from tui_reader.words import tr

MAX_NAME = 80
MAX_FILE = 64_000_000
MAX_BYTES = 160  # a name's limit is 255 bytes on most systems
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_BETWEEN = re.compile(r"[\s\-_]*\s[\s\-_]*|-{2,}")


def file_name(article: Article, ending: str = "") -> str:
    """``title-in-words.uk.md``: letters and digits of any script, never a path and never a device's name.

    ``ending`` is put after the words, to tell two articles of one title apart.
    """
    words = unicodedata.normalize("NFC", clean_line(article.title[:1000]).casefold())
    spaced = "".join(character if _belongs(character) else " " for character in words)
    stem = _BETWEEN.sub("-", spaced)[:MAX_NAME]
    stem = stem.encode()[:MAX_BYTES].decode("utf-8", "ignore").strip("-_")
    if not any(map(str.isalnum, stem)):
        stem = article.id
    if stem in _DEVICES:
        stem = f"article-{stem}"
    language = normalize(article.language)
    return f"{stem}{ending}.{language}.md" if language else f"{stem}{ending}.md"


def _belongs(character: str) -> bool:
    """Letters, digits, the marks that letters carry (Hindi writes its vowels so), hyphen and underscore."""
    return character.isalnum() or character in "-_" or unicodedata.category(character) in ("Mn", "Mc")


def save_markdown(article: Article, folder: Path) -> Path:
    """Write ``article`` into ``folder`` and give the file's path.

    Another text of that name stays: the name then ends in the article's id, and only this article's earlier
    text is replaced, whole. Raises InputError where the folder can't be written.
    """
    return _save(article, to_markdown(article), folder, [f"-{article.id[:8]}"])


def save_copy(article: Article, text: str, folder: Path) -> Path:
    """Write the reader's own version of ``article`` into ``folder``, never over another text, and give the file's path.

    Raises InputError where the folder can't be written.
    """
    return _save(article, text, folder, (f"-{number}" for number in count(2)))


def _save(article: Article, text: str, folder: Path, endings: Iterable[str]) -> Path:
    """Under the article's own name, or that with the first of ``endings`` that is free, else with the last."""
    try:
        folder = folder.expanduser()
        folder.mkdir(parents=True, exist_ok=True)
        path, more = folder / file_name(article), iter(endings)
        while path.exists() and not _holds(path, text) and (ending := next(more, None)) is not None:
            path = folder / file_name(article, ending)
        _write(path, text)
    except (OSError, ValueError, RuntimeError) as error:
        reason = system_reason(error)
        raise InputError(
            clean_line(
                tr(
                    "nothing can be saved in {folder} ({reason}); save_folder in feeds.toml names another",
                    folder=folder,
                    reason=reason,
                )
            )
        ) from error
    return path


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.stat().st_size < MAX_FILE and path.read_bytes() == text.encode()


def _write(path: Path, text: str) -> None:
    """All of ``text`` or nothing of it."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(text, "utf-8")
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
