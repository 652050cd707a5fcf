"""An entry as its feed has it, whoever read the XML: texts, links and names as they stand, nothing made of them yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple


class RawText(NamedTuple):
    """A text; ``plain`` where its type says so, ``base`` what alone its relative addresses refer to, ``""`` for the entry's."""

    value: str
    plain: bool = False
    base: str = ""


class RawLink(NamedTuple):
    """A link; what is missing is ``""``."""

    rel: str
    type: str
    href: str
    hreflang: str = ""
    title: str = ""


class RawPerson(NamedTuple):
    """An author."""

    name: str = ""
    email: str = ""


class Medium(NamedTuple):
    """One `media:content` or `media:thumbnail` with what stands beside it; ``group`` tells its group."""

    url: str
    type: str = ""
    medium: str = ""
    width: int | None = None
    height: int | None = None
    title: str | None = None
    caption: str | None = None
    credit: str | None = None
    thumbnail: bool = False
    group: int | None = None


class Media(NamedTuple):
    """The media of one entry; ``foreign`` are the texts that belong to them and aren't the entry's own too.

    There are none where the entry has no text at all. ``summary`` is the entry's own description as it stands, where
    there are some: feedparser may have overwritten it.
    """

    items: tuple[Medium, ...] = ()
    foreign: frozenset[str] = frozenset()
    summary: str | None = None


NO_MEDIA = Media()


@dataclass(slots=True)
class RawEntry:
    """One entry. ``link`` is the address that RSS gives, ``original`` the one that a proxy of feeds keeps beside its own.

    ``languages`` are those that its texts declare for themselves, ``language`` is the entry's; ``author`` stands where
    nobody in ``people`` has a name, ``site`` is the title of the feed that the entry was taken from.
    """

    id: str = ""
    title: str = ""
    title_plain: bool = False
    link: str | None = None
    original: str = ""
    links: list[RawLink] = field(default_factory=list)
    summary: RawText | None = None
    contents: list[RawText] = field(default_factory=list)
    published: datetime | None = None
    updated: datetime | None = None
    people: list[RawPerson] = field(default_factory=list)
    author: str = ""
    site: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    media: Media = NO_MEDIA
