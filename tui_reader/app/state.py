"""What the list shows and where the reader was: small values, kept between two runs in the state folder."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from tui_reader.model import Query
from tui_reader.search.terms import Search, both, hidden
from tui_reader.values import frozen
from tui_reader.words import tr

ALL, BOOKMARKS, HIDDEN, OPENED = "all", "bookmarks", "hidden", "opened"
SOURCE, SEARCH = "source:", "search:"


@frozen
class ListState:
    """What the list of headlines shows.

    ``key`` is `ALL`, `BOOKMARKS`, `HIDDEN`, `OPENED` (the articles named on the command line), or `SOURCE` or `SEARCH` and a name.
    ``tag`` limits the bookmarks to those that have it. ``others`` says that the tab of a language also shows the
    stories that have no edition in it; ``asked`` is what ``search`` means, which `understood` finds out.
    """

    key: str = ALL
    language: str | None = None
    unread: bool = False
    search: str = ""
    opened: tuple[str, ...] = ()
    others: bool = False
    tag: str = ""
    asked: Search | None = None

    @property
    def source(self) -> str | None:
        """The name of the one source shown, if it is one."""
        return self.key.removeprefix(SOURCE) if self.key.startswith(SOURCE) else None

    def query(self) -> Query:
        """The question to the library."""
        return Query(
            source=self.source,
            language=None if self.others else self.language,
            unread=self.unread,
            bookmarked=self.key == BOOKMARKS,
            search=hidden(self.asked) if self.key == HIDDEN else self.asked,
            ids=self.opened if self.key == OPENED else None,
            tag=(self.tag or None) if self.key == BOOKMARKS else None,
        )

    @property
    def is_plain(self) -> bool:
        """Whether there is no search in it to be understood."""
        return not self.search and not self.key.startswith(SEARCH)

    def understood(self, now: datetime, saved: Mapping[str, str]) -> ListState:
        """With what its searches ask for: the one of its key, of those ``saved`` by name, and the one that may still be typed.

        Where its key's is saved no longer, it is the list of all sources. Raises `QueryError`.
        """
        if self.is_plain:
            return self if self.asked is None else replace(self, asked=None)
        name = self.key.removeprefix(SEARCH) if self.key.startswith(SEARCH) else None
        if name is not None and name not in saved:
            return replace(self, key=ALL).understood(now, saved)
        from tui_reader.search.parse import parse

        kept = parse(saved[name], now=now) if name is not None else None
        typed = parse(self.search, now=now, typing=True)
        if kept is not None and typed is not None:
            return replace(self, asked=Search(f"{kept.text} {typed.text}", both(kept.root, typed.root)))
        return replace(self, asked=kept or typed)

    def order(self, languages: Sequence[str]) -> tuple[str, ...]:
        """Whose edition stands for a story: that of the tab, else the first of the reader's ``languages``."""
        return (*((self.language,) if self.language is not None else ()), *languages)

    def title(self) -> str:
        """What the list shows, in words."""
        names = {
            ALL: tr("All sources"),
            BOOKMARKS: tr("Bookmarks"),
            HIDDEN: tr("Hidden"),
            OPENED: tr("Opened"),
        }
        name = names.get(self.key) or self.key.partition(":")[2]
        parts = [
            name,
            f"#{self.tag}" if self.tag and self.key == BOOKMARKS else "",
            tr("unread only") if self.unread else "",
            tr("other languages dimmed") if self.others and self.language is not None else "",
            tr("search: {words}", words=self.search) if self.search else "",
        ]
        return " · ".join(part for part in parts if part)


@frozen
class Position:
    """Where the reader was: the list, the article chosen, and whether it was open at which place."""

    list: ListState = ListState()
    article: str | None = None
    reading: bool = False
    block: int = -1
    share: float = 0.0


def load_position(path: Path) -> Position:
    """The position that `save_position` kept; the beginning where there is none or it can't be read."""
    try:
        data = json.loads(path.read_text("utf-8"))
        where = ListState(**data.pop("list"))
        if where.key == OPENED:
            where = ListState()
        return Position(list=replace(where, opened=()), **data)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Position()


def save_position(path: Path, position: Position) -> None:
    """Keep ``position``; the file is replaced whole. Raises OSError where the place can't be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    position = replace(position, list=replace(position.list, asked=None))
    new.write_text(json.dumps(asdict(position), ensure_ascii=False), "utf-8")
    os.replace(new, path)
