"""A page's structured data: meta elements by name, and JSON-LD objects (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from lxml import etree

from tui_reader.clean import clean_line
from tui_reader.values import frozen

MAX_SCRIPT = 500_000
MAX_OBJECTS = 400
MAX_ARTICLES = 4
_ARTICLES = re.compile(
    r"(?:News|Blog|Report|Opinion|Analysis|Review|Background|Scholarly|Live|Tech|Social)?\w*(?:Article|BlogPosting|Posting)$"
)
_PEOPLE = frozenset({"Person", "Organization", "NewsMediaOrganization"})
_INSIDE = (
    "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart", "associatedMedia", "image",
    "primaryImageOfPage", "thumbnail", "video", "liveBlogUpdate",
)  # fmt: skip


@frozen
class Structured:
    """``metas`` by lower-case name, the first of several; the article's object; every ``ImageObject``.

    ``films`` are what the page calls its films (``VideoObject``): their names and descriptions.

    ``listed`` is True where there are so many articles that the page is a list of them. ``people`` are the names of persons and organisations by their ``@id``, for what only refers to them.
    """

    metas: Mapping[str, str]
    article: Mapping[str, Any]
    images: tuple[Mapping[str, Any], ...]
    people: Mapping[str, str] = field(default_factory=dict)
    listed: bool = False
    films: tuple[str, ...] = ()


def read(tree: etree._Element) -> Structured:
    """What the page whose ``html`` element is ``tree`` says about itself in data."""
    things = list(_objects(tree))
    articles = [thing for thing in things if any(_ARTICLES.match(kind) for kind in kinds(thing))]
    article = max(articles, key=lambda thing: (bool(thing.get("headline")), len(thing)), default={})
    images = tuple(thing for thing in things if "ImageObject" in kinds(thing))
    people = {
        str(thing["@id"]): first(thing) for thing in things if "@id" in thing and _PEOPLE & {*kinds(thing)}
    }
    live = any("LiveBlogPosting" in kinds(thing) for thing in articles)
    named = {first(thing.get("headline")) or first(thing.get("url")) for thing in articles}
    listed = len(named) > MAX_ARTICLES and not live
    films = [
        first(thing.get(name))
        for thing in things
        if "VideoObject" in kinds(thing)
        for name in ("name", "description")
    ]
    return Structured(_metas(tree), article, images, people, listed, tuple(text for text in films if text))


def kinds(thing: Mapping[str, Any]) -> list[str]:
    """The types of an object."""
    value = thing.get("@type")
    names = value if isinstance(value, list) else [value]
    return [name for name in names if isinstance(name, str)]


def first(value: object) -> str:
    """The text of a value that may be a list, or an object with a name."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@id") or value.get("@value")
    return value if isinstance(value, str) else ""


def _metas(tree: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = clean_line((meta.get("content") or "")[:5000])
        if name and content:
            found.setdefault(name.casefold(), content)
    return found


def _objects(tree: etree._Element) -> Iterator[Mapping[str, Any]]:
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads((script.text or "")[:MAX_SCRIPT].strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data, 0):
            count += 1
            if count > MAX_OBJECTS:
                return
            yield thing


def _things(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for one in data[:200]:
            yield from _things(one, depth + 1)
    elif isinstance(data, Mapping):
        yield data
        for name in _INSIDE:
            if name in data:
                yield from _things(data[name], depth + 1)
