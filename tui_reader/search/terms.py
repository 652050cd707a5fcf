"""What a query asks for, as a tree. Everything here is a value; `library.matching` turns it into SQL."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from tui_reader.values import frozen


class Part(StrEnum):
    """A part of an article whose words are indexed; the value is the column's name."""

    TITLE = "title"
    TEXT = "text"
    CAPTION = "captions"
    CREDIT = "credits"
    AUTHOR = "authors"
    RELATED = "related"


class State(StrEnum):
    """What ``is:`` may ask."""

    READ = "read"
    UNREAD = "unread"
    BOOKMARKED = "bookmarked"
    HIDDEN = "hidden"


class Thing(StrEnum):
    """What ``has:`` may ask."""

    PHOTO = "photo"
    CAPTION = "caption"
    TAG = "tag"
    NOTE = "note"


@frozen
class Words:
    """A word, or several in this order; ``prefix`` says that the last one may go on. ``part`` None: anywhere."""

    text: str
    prefix: bool = False
    part: Part | None = None


@frozen
class Language:
    """Articles in a language (BCP 47) or a form of it."""

    tag: str


@frozen
class SourceName:
    """Articles of the sources whose name has ``text`` in it, whatever its case."""

    text: str


@frozen
class Is:
    """Articles in a state."""

    state: State


@frozen
class Has:
    """Articles with a photo, a caption, a tag, a note."""

    thing: Thing


@frozen
class Tagged:
    """Bookmarks with a tag."""

    name: str


@frozen
class Time:
    """Articles of a time, seconds since 1970: from ``start`` on, and before ``end``."""

    start: int | None = None
    end: int | None = None


@frozen
class Not:
    """All but these."""

    node: Node


@frozen
class All:
    """What each of ``nodes`` finds, two or more."""

    nodes: tuple[Node, ...]


@frozen
class Any:
    """What one of ``nodes`` finds, two or more."""

    nodes: tuple[Node, ...]


Leaf = Words | Language | SourceName | Is | Has | Tagged | Time
Node = Leaf | Not | All | Any


@frozen
class Search:
    """A query that was understood: its ``text``, and the ``root`` of its terms."""

    text: str
    root: Node


def both(one: Node, other: Node) -> All:
    """What ``one`` and ``other`` find."""
    nodes = (node.nodes if isinstance(node, All) else (node,) for node in (one, other))
    return All(tuple(leaf for part in nodes for leaf in part))


def asks_for_hidden(search: Search | None) -> bool:
    """Whether ``search`` speaks of what is hidden; one that doesn't finds nothing that is."""
    return search is not None and _speaks_of_hidden(search.root)


def _speaks_of_hidden(node: Node) -> bool:
    if isinstance(node, Not):
        return _speaks_of_hidden(node.node)
    if isinstance(node, All | Any):
        return any(map(_speaks_of_hidden, node.nodes))
    return node == Is(State.HIDDEN)


def hidden(search: Search | None) -> Search:
    """What is hidden, as far as ``search`` finds it."""
    only = Is(State.HIDDEN)
    return Search("is:hidden", only) if search is None else Search(search.text, both(search.root, only))


def wanted_words(node: Node | None) -> Iterator[Words]:
    """The words that ``node`` looks for, without those that must not be there."""
    if isinstance(node, Words):
        yield node
    elif isinstance(node, All | Any):
        for one in node.nodes:
            yield from wanted_words(one)
