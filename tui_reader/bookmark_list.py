"""A list of bookmarks, as a browser or a reader wrote it: the values. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from tui_reader.bookmarks import note_text, tag_names
from tui_reader.clean import clean_address, clean_line
from tui_reader.model import Article
from tui_reader.values import frozen
from tui_reader.words import tr

MAX_BOOKMARKS = 20_000
MAX_NAMED = 20  # of the lines that can't be used
MAX_ADDRESS = 4000


@frozen
class Given:
    """One bookmark of a list: the article, whole or only its address and title, and what was added to it.

    ``id`` is the id that the list gives it, by which this library may know it.
    """

    article: Article
    at: datetime | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    id: str | None = None

    def joined(self, other: Given) -> Given:
        """Both as one: the longer text, the earlier time, all tags, both notes."""
        first = other.article if len(other.article.text) > len(self.article.text) else self.article
        times = [at for at in (self.at, other.at) if at is not None]
        notes = dict.fromkeys(note for note in (self.note, other.note) if note)
        tags = tag_names((*self.tags, *other.tags))
        return Given(
            first, min(times, default=None), tags, note_text("\n\n".join(notes)), self.id or other.id
        )


@dataclass(slots=True)
class GivenList:
    """The bookmarks of a list in its order, how many lines can't be used, and the first of those in words."""

    bookmarks: dict[str, Given] = field(default_factory=dict)
    bad: int = 0
    named: list[str] = field(default_factory=list)

    def refuse(self, what: str, why: str) -> None:
        """Count a line that can't be used."""
        self.bad += 1
        if len(self.named) < MAX_NAMED:
            self.named.append(clean_line(f"“{clean_line(what[:400])[:80]}”: {why}"))

    def add(self, key: str, given: Given) -> None:
        """Take a bookmark; one that has the same ``key`` as another is joined with it."""
        given = replace(given, tags=tag_names(given.tags), note=note_text(given.note))
        if key in self.bookmarks:
            self.bookmarks[key] = self.bookmarks[key].joined(given)
        elif len(self.bookmarks) >= MAX_BOOKMARKS:
            self.refuse(given.article.title, tr("more than {count} bookmarks", count=MAX_BOOKMARKS))
        else:
            self.bookmarks[key] = given


def web_address(text: str) -> str | None:
    """``text`` as an address of the web; None where it is none, as of a script, a file or a browser's own page."""
    url = clean_address(text[: MAX_ADDRESS + 1])
    return url if url.lower().startswith(("http://", "https://")) and 11 <= len(url) <= MAX_ADDRESS else None
