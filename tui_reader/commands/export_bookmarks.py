"""``tui-reader export bookmarks``: every edition held of the stories that are kept, or of some of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tui_reader import paths
from tui_reader.clean import clean_line
from tui_reader.codec import to_time
from tui_reader.commands.choosing import editions_of
from tui_reader.commands.means import open_library, utc_now
from tui_reader.commands.named import library_path, load_config
from tui_reader.commands.output import complain, given_path, write
from tui_reader.commands.show import safe, to_object
from tui_reader.errors import NotFoundError, OutputError, UsageError
from tui_reader.exports.kept import Articles, Kept, Picture, Pictures, picture_of
from tui_reader.exports.markup import web_address
from tui_reader.exports.placing import new_file, new_folder
from tui_reader.language_tag import language
from tui_reader.library.library import Library
from tui_reader.model import Article, Headline, Photo, Query, is_local
from tui_reader.picture_cache import LARGEST, PictureCache
from tui_reader.words import tr, trn

AT_ONCE = 200


def export(arguments: argparse.Namespace) -> int:
    """Write the bookmarks; 1 where some of them have no place in the form that was asked for."""
    if arguments.output is None and arguments.format in ("markdown", "epub"):
        raise UsageError(tr("--format {form} needs --output, a new file or folder", form=arguments.format))
    library = open_library(arguments, load_config(arguments))
    if library is None:
        complain(
            tr(
                "nothing is held in {path} yet; `tui-reader refresh` fetches the news",
                path=library_path(arguments),
            )
        )
        return 1 if arguments.places else 0
    with library:
        lines = _chosen(library, arguments)
        if not lines:
            complain(tr("there is no bookmark to export"))
            return 0
        return _write(arguments, library, lines)


def _chosen(library: Library, arguments: argparse.Namespace) -> list[Headline]:
    """The lines of the articles to export, newest first."""
    try:
        tag = language(arguments.lang) if arguments.lang is not None else None
    except ValueError as error:
        raise UsageError(str(error)) from error
    rows = library.lists.rows(Query(bookmarked=True, language=tag))
    lines = [
        line for at in range(0, len(rows), AT_ONCE) for line in library.headlines(rows[at : at + AT_ONCE])
    ]
    if not arguments.places:
        return lines
    stories = {_story(library, place) for place in arguments.places}
    return [line for line in lines if line.story in stories]


def _story(library: Library, place: str) -> int:
    """The story of a bookmark by its id, or the beginning of one. Raises NotFoundError."""
    found = library.find(place) if len(place) >= 4 else []
    stories = {held.story: held for id in found if (held := library.held(id)) is not None}
    if len(stories) != 1:
        known = (
            tr("more than one article has an id that begins so") if stories else tr("no article has this id")
        )
        raise NotFoundError(
            tr("“{id}”: {why}; `tui-reader bookmark list` shows the ids", id=clean_line(place), why=known)
        )
    (held,) = stories.values()
    if not held.bookmarked:
        raise NotFoundError(
            tr("“{id}” is not bookmarked; `tui-reader bookmark add` does it", id=clean_line(place))
        )
    return held.story


def _write(arguments: argparse.Namespace, library: Library, lines: Sequence[Headline]) -> int:
    articles = _articles(library, lines)
    pictures = _pictures()
    form, output = arguments.format, arguments.output
    if form == "markdown":
        from tui_reader.exports import folder

        with new_folder(given_path(output)) as place:
            folder.write(place, articles, pictures)
    elif form == "epub":
        from tui_reader.exports import epub

        title = clean_line(lines[0].title) if len(lines) == 1 else tr("Bookmarks")
        with new_file(given_path(output)) as file:
            epub.write(file, articles, pictures, title=title or tr("Untitled"), now=utc_now())
    else:
        _put(_pieces(form, lines, articles, pictures), output)
    return _left_out(form, lines)


def _pieces(form: str, lines: Sequence[Headline], articles: Articles, pictures: Pictures) -> Iterator[str]:
    if form == "json":
        from tui_reader.commands.output import json_line

        return (json_line(to_exported(kept)) + "\n" for kept in articles)
    if form == "html":
        from tui_reader.exports import page

        return page.document(lines, articles, pictures)
    from tui_reader.exports import netscape

    return netscape.document(articles)


def _put(pieces: Iterable[str], output: str | None) -> None:
    if output is not None:
        with new_file(given_path(output)) as file:
            for piece in pieces:
                file.write(piece.encode())
        return
    if sys.stdout is None:
        raise OutputError(tr("standard output is closed; there is nowhere to write to"))
    for piece in pieces:
        write(piece.removesuffix("\n"))


def _left_out(form: str, lines: Sequence[Headline]) -> int:
    count = sum(web_address(line.url) is None for line in lines) if form == "netscape" else 0
    if count:
        complain(
            trn(
                "{count} bookmark has no address on the web and is left out",
                "{count} bookmarks have no address on the web and are left out",
                count,
            )
        )
    return 1 if count else 0


def to_exported(kept: Kept) -> dict[str, object]:
    """The object that ``export bookmarks --format json`` prints: that of ``show``, and what an import needs besides."""
    return {
        **to_object(kept.article.id, kept.held),
        "bookmarked_at": to_time(kept.at),
        "publisher": kept.article.source,
        "identity": kept.article.identity,
    }


def _articles(library: Library, lines: Iterable[Headline]) -> Iterator[Kept]:
    for line in lines:
        held = library.held(line.id)
        if held is not None:
            held = safe(held)
            times = [one.at for one in library.bookmarks.of(line.id) if one.at is not None]
            known = editions_of(held.article, held.editions)
            yield Kept(replace(held, editions=known), min(times, default=None))


def _pictures() -> Pictures:
    cache = PictureCache(paths.cache_folder() / "pictures")

    def picture(article: Article, photo: Photo) -> Picture | None:
        url = photo.url or ""
        if url.startswith("file:"):
            return picture_of(_beside(article, url))
        return picture_of(cache.get(url)) if url else None

    return picture


def _beside(article: Article, url: str) -> bytes | None:
    """A picture on this disk, of an article of this disk; a page from elsewhere may name none."""
    if not is_local(article):
        return None
    path = Path(unquote(urlsplit(url).path, errors="surrogateescape"))
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return path.read_bytes()
    except (OSError, ValueError):
        return None
