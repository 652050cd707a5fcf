"""Files and folders to articles: each file by the reader for its kind.

This module knows paths and kinds, not formats. It opens regular files only, never follows a symbolic link
out of the folder that is read, and never reads more than `MAX_FILE` bytes of one.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from tui_reader.clean import clean_line
from tui_reader.detection import settle
from tui_reader.errors import InputError, NotFoundError, ParseError, ReaderError
from tui_reader.languages import same
from tui_reader.model import Article, EditionLink, file_identity
from tui_reader.reasons import reason
from tui_reader.sources.decode import decode, decompress
from tui_reader.sources.local.beside import file_address
from tui_reader.sources.local.kindred import by_tabs, merged, with_editions
from tui_reader.sources.local.kinds import read_kind, sniff
from tui_reader.sources.local.names import Named, kind_of, named, siblings
from tui_reader.values import frozen
from tui_reader.words import tr

MAX_FILE = 64 * 1024 * 1024
MAX_FILES = 20_000
_SAMPLES = Path(__file__).resolve().parent.parent / "samples"

__all__ = ["MAX_FILE", "Loaded", "load", "load_bytes", "siblings"]


@frozen
class Loaded:
    """What was read, and one line for each file that could not be."""

    articles: tuple[Article, ...] = ()
    warnings: tuple[str, ...] = ()


def load(path: Path) -> Loaded:
    """The articles of a file (of any kind, packed with gzip or not) or of a folder and the folders in it.

    In a folder files with unknown endings and hidden ones are left out, and one that can't be read is a
    warning. Raises `NotFoundError`, `InputError` (no regular file, no permission, too large, nothing readable)
    and `ParseError` (a file that is not what its ending says).
    """
    path = path.expanduser()
    shown = clean_line(str(path))
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFoundError(tr("{path}: no such file or folder; check the name", path=shown)) from error
    except (OSError, ValueError) as error:
        raise InputError(
            tr(
                "{path}: can't be read ({reason}); check its name and permissions",
                path=shown,
                reason=_reason(error),
            )
        ) from error
    if stat.S_ISDIR(mode):
        return _load_folder(path, shown)
    loaded = _load_file(path, path.parent)
    return replace(loaded, articles=tuple(_with_siblings(article, path) for article in loaded.articles))


def load_bytes(
    data: bytes,
    name: str,
    identity_path: Path,
    folder: Path | None = None,
    *,
    root: Path | None = None,
    modified: datetime | None = None,
    said: Named | None = None,
) -> Loaded:
    """The articles in ``data``, a file's bytes. The kind is told by ``name``, else by the bytes themselves.

    ``folder`` is the one that pictures and links are relative to, ``root`` the one that they must lie in,
    ``modified`` the time that a text without a date of its own was published, ``said`` what the file's name
    says. Raises `InputError` and `ParseError`.
    """
    shown = clean_line(name)
    try:
        data = decompress(data, MAX_FILE)
        kind = sniff(data, kind_of(name))
        if kind == "feed":
            return _load_feed(data, shown, identity_path)
        language = said.language if said is not None and said.sure else None
        article, declared = read_kind(
            kind,
            decode(data),
            file_identity(identity_path),
            url=file_address(folder.resolve() / Path(name).name) if folder is not None else None,
            folder=folder,
            root=root,
            language=language,
        )
    except ReaderError as error:
        raise type(error)(f"{shown}: {error}") from error
    if not article.title.strip() and not article.body:
        raise ParseError(tr("{path}: there is no text in it; choose another file", path=shown))
    return Loaded((_dated(_as_named(article, said, declared), modified),))


def _load_feed(data: bytes, shown: str, identity_path: Path) -> Loaded:
    from tui_reader.sources import feeds

    url = file_address(identity_path)
    try:
        parsed = feeds.parse(
            data, url=url, source="", identity=lambda guid: file_identity(identity_path, guid)
        )
    except ParseError as error:  # the file's name is told once, by the caller
        raise ParseError(str(error).replace(url, "this")) from error
    return Loaded(parsed.articles, tuple(f"{shown}: {warning}" for warning in parsed.warnings))


def _identity_path(resolved: Path) -> Path:
    """The path that an article's identity names: the samples of the package are the same wherever it lies."""
    return Path("samples") / resolved.relative_to(_SAMPLES) if resolved.is_relative_to(_SAMPLES) else resolved


def _load_file(path: Path, root: Path) -> Loaded:
    data, modified = read_regular(path)
    resolved = path.resolve()
    relative = PurePosixPath(*path.relative_to(root).parts)
    if len(relative.parts) == 1:  # a file by itself: its folder may be named for its language
        relative = PurePosixPath(resolved.parent.name, path.name)
        said = named(relative)
        if said is not None:
            said = replace(said, story=said.story.removeprefix(f"{resolved.parent.name}/"))
    else:
        said = named(relative)
    return load_bytes(
        data, str(path), _identity_path(resolved), path.parent, root=root, modified=modified, said=said
    )


def read_regular(path: Path) -> tuple[bytes, datetime]:
    """A regular file's bytes and the time of its last change (aware, UTC). Raises `InputError`."""
    shown = clean_line(str(path))
    try:
        # O_NONBLOCK: opening a named pipe must not wait for a writer
        with open(
            os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)), "rb"
        ) as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise InputError(
                    tr(
                        "{path}: it is a pipe or a device; give a file, or pipe into `tui-reader -`",
                        path=shown,
                    )
                )
            if about.st_size > MAX_FILE:
                raise InputError(
                    tr(
                        "{path}: it is larger than {size} MB; split it or leave it out",
                        path=shown,
                        size=MAX_FILE >> 20,
                    )
                )
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        raise NotFoundError(tr("{path}: no such file; check the name", path=shown)) from error
    except OSError as error:
        raise InputError(
            tr("{path}: can't be read ({reason}); check its permissions", path=shown, reason=_reason(error))
        ) from error
    if len(data) > MAX_FILE:
        raise InputError(
            tr(
                "{path}: it is larger than {size} MB; split it or leave it out",
                path=shown,
                size=MAX_FILE >> 20,
            )
        )
    return data, _moment(about.st_mtime)


def _moment(seconds: float) -> datetime:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _reason(error: Exception) -> str:
    return clean_line(reason(error))


def _load_folder(folder: Path, shown: str) -> Loaded:
    articles: list[Article] = []
    addresses: dict[str, str] = {}
    warnings: list[str] = []
    count = 0
    for file in _files(folder, warnings):
        count += 1
        if count > MAX_FILES:
            warnings.append(
                tr(
                    "{path}: only the first {count} files are read; split the folder",
                    path=shown,
                    count=MAX_FILES,
                )
            )
            break
        try:
            loaded = _load_file(file, folder)
        except ReaderError as error:
            warnings.append(str(error))
            continue
        articles += loaded.articles
        addresses |= {article.id: file_address(file.resolve()) for article in loaded.articles}
        warnings += loaded.warnings
    if not articles:
        if warnings:
            raise InputError(tr("nothing readable in {path}: {why}", path=shown, why=warnings[0]))
        raise InputError(
            tr("nothing readable in {path}; put .txt, .md, .html or feed files there", path=shown)
        )
    return Loaded(tuple(with_editions(by_tabs(articles), addresses)), tuple(warnings))


def _files(folder: Path, warnings: list[str]) -> Iterator[Path]:
    """The files of a folder tree that have a known ending, sorted; none hidden, none twice, none outside."""
    root = folder.resolve()
    seen: set[Path] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            warnings.append(
                tr(
                    "{path}: can't be read ({reason}); check its permissions",
                    path=clean_line(str(here)),
                    reason=_reason(error),
                )
            )
            continue
        below: list[Path] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append(here / entry.name)
                continue
            file = _inside(here / entry.name, root) if kind_of(entry.name) is not None else None
            if file is not None and file not in seen:
                seen.add(file)
                yield here / entry.name
        waiting += reversed(below)


def _inside(path: Path, root: Path) -> Path | None:
    """Where a file really lies, if that is inside ``root`` and no folder; None for a link that leads nowhere."""
    try:
        resolved = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return resolved if resolved.is_relative_to(root) and not resolved.is_dir() else None


def _as_named(article: Article, said: Named | None, declared: str | None) -> Article:
    """``article`` with the story and language that its file's name gives.

    What the text declares comes first; both give way to a text that is surely in another language.
    """
    if said is None:
        return article
    tabs = any(same(edition.language, said.language) for edition in article.editions)
    agrees = same(article.language, said.language) or (article.language is None and tabs)
    if not said.sure and not agrees:
        return article
    tag = declared or (article.language if agrees and article.language else said.language)
    settled = settle(f"{article.title}\n{article.text}", tag)
    return replace(
        article,
        language=settled.language,
        language_declared=settled.declared,
        story=article.story or said.story,
    )


def _dated(article: Article, modified: datetime | None) -> Article:
    return article if article.published is not None else replace(article, published=modified)


def _with_siblings(article: Article, path: Path) -> Article:
    """``article`` with the editions that lie beside its file."""
    if article.story is None or article.language is None:
        return article
    beside = [
        EditionLink(said.language, file_address(file.resolve()), id=_id_of(file))
        for file in siblings(path.absolute())
        if (said := named(PurePosixPath(file.parent.name, file.name))) is not None
    ]
    if not beside:
        return article
    own = EditionLink(article.language, file_address(path.resolve()), article.title, article.id)
    return replace(article, editions=merged(article.editions, [own, *beside]))


def _id_of(file: Path) -> str:
    return Article(file_identity(_identity_path(file.resolve())), "").id
