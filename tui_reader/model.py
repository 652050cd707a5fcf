"""The words of the reader as frozen values: what flows from the sources to the screen.

Nothing here reads a file, a socket, a clock or a database, and nothing here knows how a value is shown.
Times are aware. Languages are BCP 47 tags as `tui_reader.languages.normalize` writes them.
"""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.blocks import Block as Block
from tui_reader.blocks import BlockKind as BlockKind
from tui_reader.blocks import Body as Body
from tui_reader.blocks import InlineLink as InlineLink
from tui_reader.blocks import LazyBody as LazyBody
from tui_reader.blocks import texts as texts
from tui_reader.sureness import How, Sureness
from tui_reader.values import frozen

if TYPE_CHECKING:
    from tui_reader.search.terms import Search


class LinkKind(StrEnum):
    """Who offers a related link: the editors for further reading, or the text itself."""

    READ_ALSO = "read-also"
    IN_TEXT = "in-text"


@frozen
class Photo:
    """A picture: its address, alternative text, caption and credit, never mixed.

    ``url`` is absolute, or a ``file:`` address for a picture beside a local text.
    """

    url: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None


@frozen
class RelatedLink:
    """A link for further reading; ``url`` is None where the text names an article without its address."""

    title: str
    url: str | None = None
    kind: LinkKind = LinkKind.READ_ALSO


@frozen
class EditionLink:
    """One language version of a story: known by its language alone, by its address, or held (``id``).

    ``sure`` and ``how`` are the library's: how sure a held edition is to tell the story of the article that was
    asked for, and by what that is known (None for itself). Comparing leaves both out.
    """

    language: str
    url: str | None = None
    title: str | None = None
    id: str | None = None
    sure: Sureness | None = field(default=None, compare=False)
    how: How | None = field(default=None, compare=False)


@frozen
class Article:
    """One text in one language, as a source gives it.

    ``identity`` says which article this is, whatever becomes of its text: for an entry the source's name,
    the edition and the guid (else the address, else a hash), for a file its path; see `entry_identity` and
    `file_identity`. ``editions`` are those that the document itself names, in its order; this one is among
    them where the document lists it. ``story`` is a key that the editions of one story share within their
    source where file names or front matter declare it. ``partial`` says that the source gave only a
    summary. ``language_declared`` is what the source said of the language where the text itself is surely in
    another one, ``language``. ``lead`` is the standfirst where the source marks one; a first paragraph stays in the body.
    """

    identity: str
    title: str
    source: str = ""
    language: str | None = None
    url: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    lead: str | None = None
    body: Body = ()
    photos: tuple[Photo, ...] = ()
    related: tuple[RelatedLink, ...] = ()
    editions: tuple[EditionLink, ...] = ()
    story: str | None = None
    partial: bool = False
    language_declared: str | None = None

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits that stand for ``identity``; the same in every run and library."""
        return blake2b(self.identity.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    @property
    def text(self) -> str:
        """Lead and body as plain text, a blank line between blocks; photos are left out."""
        return "\n\n".join(part for part in (self.lead or "", *texts(self.body)) if part)


def entry_identity(source: str, edition: str | None, guid: str) -> str:
    """The identity of a feed's entry: one guid in two feeds names two articles."""
    return f"entry\n{source}\n{edition or ''}\n{guid}"


def file_identity(path: Path, part: str = "") -> str:
    """The identity of a text on disk; ``part`` tells the entries of one feed file apart."""
    return f"file\n{path}\n{part}"


def is_local(article: Article) -> bool:
    """Whether an article was read from this disk."""
    return article.identity.startswith("file\n")


def file_of(article: Article) -> Path | None:
    """The file that an article was read from, or None; ``samples/…`` stands for the folder that is shipped."""
    return Path(article.identity.split("\n")[1]) if is_local(article) else None


def page_identity(url: str) -> str:
    """The identity of a page that was opened by its address."""
    return f"page\n{url}"


def is_page(article: Article) -> bool:
    """Whether an article was opened by its page's address; then no feed has a version of it."""
    return article.identity.startswith("page\n")


@frozen
class Edition:
    """One language version of a source: the address of its feed."""

    url: str
    language: str | None = None


@frozen
class Selectors:
    """CSS selectors for the pages of one source; () where the page reader looks for itself."""

    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    photo: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@frozen
class Source:
    """One publisher or folder that the reader follows. It has either editions or a path."""

    name: str
    category: str | None = None
    editions: tuple[Edition, ...] = ()
    path: Path | None = None
    language: str | None = None
    full_text: str | None = None
    selectors: Selectors | None = None


@frozen
class Failure:
    """Why something did not work: a short word for programs, one line for people."""

    kind: str
    message: str


class Outcome(StrEnum):
    """What became of one edition in a refresh."""

    NEW = "new"
    UNCHANGED = "unchanged"
    ERROR = "error"


@frozen
class RefreshResult:
    """One edition's outcome: ``url`` is the feed's address or the folder's path, ``seconds`` wall time.

    ``new`` counts articles and ``ids`` names them; ``texts`` counts the full texts that were fetched from pages.
    An ``error`` without the outcome ERROR is one after the articles were stored: of the rules.
    """

    source: str
    language: str | None
    url: str
    outcome: Outcome
    new: int = 0
    seconds: float = 0.0
    error: Failure | None = None
    warnings: tuple[str, ...] = ()
    texts: int = 0
    ids: tuple[str, ...] = ()


@frozen
class Validators:
    """What is remembered of a feed between two refreshes (conditional GET, RFC 9110 section 13).

    ``not_before`` is the server's own wish; ``failures`` counts those in a row, after which it is asked again at
    ``retry_at`` (see `patience`).
    """

    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    moved_to: str | None = None
    not_before: datetime | None = None
    failures: int = 0
    retry_at: datetime | None = None


@frozen
class Headline:
    """A story's line in a list: one article, and what its story has beside it.

    ``languages`` are those of the editions held, ``known`` those that are only named, both without order;
    ``likely`` those of ``languages`` whose edition is only likely to tell the same story as this article.
    ``row`` is its number in the library's lists, as `Library.index` gives it. ``hidden``: only lists that ask for what is
    hidden have it. ``sources`` are its source and those that have the same text, its doubles.
    """

    id: str
    story: int
    title: str
    source: str
    language: str | None
    url: str | None
    published: datetime | None
    summary: str
    read: bool
    bookmarked: bool
    languages: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    row: int = 0
    likely: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    hidden: bool = False
    sources: tuple[str, ...] = ()


@frozen
class Query:
    """Which articles a list shows. ``language`` None means every language; ``ids`` limits to those, hidden or not.

    ``sources`` limits to several sources by name. The library knows no categories: who asks for one hands
    over its sources. ``tag`` limits to the bookmarks with this tag.
    """

    source: str | None = None
    language: str | None = None
    unread: bool = False
    bookmarked: bool = False
    search: Search | None = None
    ids: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    tag: str | None = None


@frozen
class Tab:
    """A language tab's numbers, in stories; ``language`` None is the tab of all languages."""

    language: str | None
    unread: int
    total: int


@frozen
class SourceCount:
    """A source's numbers, in stories."""

    unread: int = 0
    total: int = 0
    bookmarked: int = 0


@frozen
class Double:
    """The article of another source with the same text as one, by its id."""

    id: str
    source: str
    title: str
    language: str | None


@frozen
class Held:
    """An article with what the library knows of it: state, and every edition of its story, this one too.

    ``tags`` and ``note`` are those of its bookmark. ``doubles`` are other sources' articles with the same text. ``fetched`` says that the text is its page's, ``other`` that the feed's (else the page's) is held beside it.
    """

    article: Article
    read: bool = False
    bookmarked: bool = False
    story: int = 0
    editions: tuple[EditionLink, ...] = field(default=())
    fetched: bool = False
    other: bool = False
    tags: tuple[str, ...] = ()
    note: str | None = None
    hidden: bool = False
    doubles: tuple[Double, ...] = ()
