"""The photos of one article, each once, however many sizes of it a document offers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from tui_reader.model import Photo
from tui_reader.sources.hypertext.image_addresses import picture_key
from tui_reader.values import frozen

MAX_WIDTH = 1600
MAX_PHOTOS = 500
_UNKNOWN_WIDTH = 500


@frozen
class Picture:
    """One file: its absolute address and its width in pixels where it is known."""

    url: str
    width: int | None = None

    @property
    def rank(self) -> float:
        """How well the width serves: up to `MAX_WIDTH` the wider the better, beyond it the other way."""
        width = self.width or _UNKNOWN_WIDTH
        return width if width <= MAX_WIDTH else MAX_WIDTH * MAX_WIDTH / width


_rank = attrgetter("rank")


@dataclass(slots=True)
class PhotoBook:
    """Collects photos; a file met again in another size only adds what was missing."""

    photos: list[Photo] = field(default_factory=list)
    _best: list[Picture] = field(default_factory=list)
    _index: dict[str, int] = field(default_factory=dict)

    def add(
        self,
        pictures: Iterable[Picture],
        *,
        alt: str | None = None,
        caption: str | None = None,
        credit: str | None = None,
    ) -> tuple[int, bool] | None:
        """Add one photo by the files that show it: its index, and whether it is a new one.

        None where there is no file, or where the book is full.
        """
        found = list(pictures)
        if not found:
            return None
        best = max(found, key=_rank) if len(found) > 1 else found[0]
        keys = dict.fromkeys([picture_key(picture.url) for picture in found])
        index = next((self._index[key] for key in keys if key in self._index), None) if self._index else None
        new = index is None
        if index is None:
            if len(self.photos) >= MAX_PHOTOS:
                return None
            index = len(self.photos)
            self.photos.append(Photo(best.url, alt, caption, credit))
            self._best.append(best)
        else:
            known = self.photos[index]
            better = max(self._best[index], best, key=_rank)
            self._best[index] = better
            self.photos[index] = Photo(
                better.url, known.alt or alt, known.caption or caption, known.credit or credit
            )
        for key in keys:
            self._index.setdefault(key, index)
        return index, new

    def describe(self, index: int, caption: str | None, credit: str | None) -> None:
        """Add the caption or the credit that stood beside a photo, where it has none."""
        known = self.photos[index]
        self.photos[index] = Photo(known.url, known.alt, known.caption or caption, known.credit or credit)
