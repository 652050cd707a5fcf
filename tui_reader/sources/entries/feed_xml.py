"""A second look at a feed's XML, for what feedparser loses: `media:*`, entry by entry.

feedparser forgets which picture a `media:description` belongs to and takes it for the entry's own text
(Media RSS 1.5.1). Nothing outside the document is read: no entity is expanded, no network, no file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from lxml import etree

from tui_reader.sources.entries import elements
from tui_reader.sources.entries.raw import NO_MEDIA, Media, Medium
from tui_reader.sources.hypertext.markup import line, raw_text

_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]*(?:\[[^\]]*(?:\](?!\s*>)[^\]]*)*\]\s*)?>", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_MEDIA = (
    "http://search.yahoo.com/mrss",
    "http://www.rssboard.org/media-rss",
    "http://search.yahoo.com/mrss/",
)
_MEDIA_TAGS = (*("{" + name for name in _MEDIA), "media:")
_ENTRIES = frozenset({"item", "entry"})
_BRIEF = frozenset({"description", "summary"})
_OWN = _BRIEF | {"subtitle", "encoded", "content", "body"}
_UNIQUE = frozenset({"title", "description", "text", "credit", "copyright"})
_TOLD = frozenset({"description", "text"})
_FILES = frozenset({"content", "thumbnail"})


def has_media(text: str) -> bool:
    """Whether a second look can find anything."""
    return "media:" in text or any(name in text for name in _MEDIA)


def media(text: str) -> list[Media]:
    """What each entry of the document holds, in the document's order; [] where it can't be read."""
    text = _DECLARATION.sub("", _DOCTYPE.sub("", text, count=1), count=1)
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return []
    if root is None:
        return []
    return [entry_media(element) for element in _entries(root)]


def _entries(root: etree._Element) -> Iterator[etree._Element]:
    for element in root.iter():
        if isinstance(element.tag, str) and _local(element) in _ENTRIES:
            yield element


def entry_media(entry: etree._Element) -> Media:
    """What one ``item`` or ``entry`` element holds."""
    children = [child for child in entry if media_name(child.tag)]
    return media_of(entry, children) if children else NO_MEDIA


def media_of(entry: etree._Element, children: Sequence[etree._Element]) -> Media:
    """`entry_media` where it is known which of its ``children`` are media."""
    texts: set[str] = set()
    shared = _described(children, texts)
    found: list[Medium] = []
    groups = 0
    for child in children:
        if media_name(child.tag) == "group":
            groups += 1
            described = {**shared, **_described(child, texts)}
            for inner in child:
                _collect(inner, described, texts, groups, found)
        else:
            _collect(child, shared, texts, None, found)
    if not texts:
        return Media(tuple(found))
    foreign, summary = _foreign(entry, texts)
    return Media(tuple(found), foreign, summary)


def _foreign(entry: etree._Element, texts: set[str]) -> tuple[frozenset[str], str | None]:
    """Those of ``texts`` that the entry doesn't have as its own, none where it has no own text; and its description."""
    own = [child for child in entry if _is_own(child.tag)]
    if not own:
        return frozenset(), None
    summary = next((raw_text(child) for child in own if _local(child) in _BRIEF and not len(child)), None)
    both = {said for child in own if (said := among(raw_text(child), texts)) is not None}
    return frozenset(texts - both if both else texts), summary


def _collect(
    element: etree._Element,
    shared: dict[str, str],
    texts: set[str],
    group: int | None,
    found: list[Medium],
) -> None:
    """Add what a `media:content` or `media:thumbnail` holds to ``found``, and its descriptions to ``texts``."""
    name = media_name(element.tag)
    if name not in _FILES:
        return
    described = {**shared, **_described(element, texts)} if len(element) else shared
    given = dict(elements.items(element))
    url = given.get("url", "").strip() or (element.text or "").strip()
    if url:
        told_of = described.get
        found.append(
            Medium(
                url=url,
                type=given.get("type", "").casefold(),
                medium=given.get("medium", "").casefold(),
                width=_number(given.get("width")),
                height=_number(given.get("height")),
                title=told_of("title"),
                caption=told_of("description") or told_of("text"),
                credit=told_of("credit") or told_of("copyright"),
                thumbnail=name == "thumbnail",
                group=group,
            )
        )
    for child in element:
        if media_name(child.tag) == "thumbnail":
            _collect(child, described, texts, group, found)


def _described(children: Iterable[etree._Element], texts: set[str]) -> dict[str, str]:
    """The descriptions among ``children``; several credits are joined."""
    found: dict[str, str] = {}
    for child in children:
        name = media_name(child.tag)
        if name not in _UNIQUE:
            continue
        raw = raw_text(child)
        if name in _TOLD:
            texts.add(fold(raw))
        value = line(raw)
        if not value:
            continue
        if name == "credit" and name in found and value not in found[name]:
            found[name] = f"{found[name]}, {value}"
        else:
            found.setdefault(name, value)
    return found


def fold(text: str) -> str:
    """A text as it is compared: without outer and repeated white space."""
    return " ".join(text.split())


def among(text: str, folded: Collection[str]) -> str | None:
    """``text`` as it is compared, where it is one of those; most are told by their first word alone."""
    first = text.split(None, 1)[:1]
    for other in folded:
        if other.startswith(first[0]) if first else not other:
            text = fold(text)
            return text if text in folded else None
    return None


def _number(value: str | None) -> int | None:
    if value is None:
        return None
    if not value.isdecimal():
        value = value.strip().removesuffix("px").partition(".")[0]
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else None


@lru_cache(maxsize=256)
def media_name(tag: object) -> str:
    """The name of an element of Media RSS, by whatever name of that; ``""`` for every other."""
    return _local_name(tag) if isinstance(tag, str) and tag.startswith(_MEDIA_TAGS) else ""


@lru_cache(maxsize=256)
def _is_own(tag: object) -> bool:
    """Whether an element with that tag is a text of the entry itself."""
    return isinstance(tag, str) and _local_name(tag) in _OWN and not media_name(tag)


def _local(element: etree._Element) -> str:
    tag = element.tag
    return _local_name(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=256)
def _local_name(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]
