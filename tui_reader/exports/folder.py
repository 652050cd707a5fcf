"""Bookmarks as a folder of Markdown files with their pictures beside them; the reader itself can follow it as a source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tui_reader.codec import to_time
from tui_reader.exports.kept import Articles, Kept, Picture, Pictures
from tui_reader.model import Article, Photo
from tui_reader.rendering.markdown import to_markdown
from tui_reader.saving import file_name

PICTURES = "pictures"


def write(folder: Path, articles: Articles, pictures: Pictures) -> int:
    """Write into ``folder``, which is there and empty; how many files. Raises OSError."""
    taken: set[str] = set()
    for kept in articles:
        name = file_name(kept.article)
        if name in taken:
            name = file_name(kept.article, f"-{kept.article.id}")
        taken.add(name)
        article = _with_pictures(kept, folder, pictures)
        more = {
            "tags": list(kept.held.tags) or None,
            "note": kept.held.note,
            "bookmarked": to_time(kept.at),
        }
        (folder / name).write_text(to_markdown(article, folder, more), "utf-8")
    return len(taken)


def _with_pictures(kept: Kept, folder: Path, pictures: Pictures) -> Article:
    """The article with its photos by the files beside the text, where their pictures are held."""
    photos: list[Photo] = []
    for number, photo in enumerate(kept.article.photos, 1):
        picture, name = pictures(kept.article, photo), f"{kept.article.id}-{number}"
        photos.append(photo if picture is None else _written(picture, folder, name, photo))
    # Where the other editions lie on this disk is nobody's business; ``story`` joins those that are in the folder.
    named = (one for one in kept.article.editions if not (one.url or "").startswith("file:"))
    return replace(kept.article, photos=tuple(photos), editions=tuple(named))


def _written(picture: Picture, folder: Path, name: str, photo: Photo) -> Photo:
    path = folder / PICTURES / f"{name}.{picture.ending}"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(picture.data)
    return replace(photo, url=path.resolve().as_uri())
