"""A second look at a feed's XML, for what feedparser loses: `media:*`, entry by entry.

feedparser forgets which picture a `media:description` belongs to and takes it for the entry's own text
(Media RSS 1.5.1). Nothing outside the document is read: no entity is expanded, no network, no file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from lxml import etree

from tui_reader.sources.hypertext.markup import line, raw_text
from tui_reader.values import frozen

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
_UNIQUE = ("title", "description", "text", "credit", "copyright")


@frozen
class Medium:
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


@frozen
class Media:
    """The media of one entry; ``foreign`` are the texts that belong to them and aren't the entry's own too.

    There are none where the entry has no text at all. ``summary`` is the entry's own description as it stands, which feedparser may have overwritten.
    """

    items: tuple[Medium, ...] = ()
    foreign: frozenset[str] = frozenset()
    summary: str | None = None


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
    if not any(is_media(child) for child in entry):
        return Media()
    texts: set[str] = set()
    shared = _described(entry, texts)
    found: list[Medium] = []
    own: list[etree._Element] = []
    summary: str | None = None
    groups = 0
    for child in entry:
        if not is_media(child):
            name = _local(child)
            if name in _OWN:
                own.append(child)
            if name in _BRIEF and summary is None and len(child) == 0:
                summary = raw_text(child)
            continue
        if _local(child) == "group":
            groups += 1
            described = {**shared, **_described(child, texts)}
            for inner in child:
                found += _media(inner, described, texts, groups)
        else:
            found += _media(child, shared, texts, None)
    foreign = frozenset(texts) if own else frozenset[str]()
    if foreign:
        foreign -= {said for child in own if (said := among(raw_text(child), foreign)) is not None}
    return Media(tuple(found), foreign, summary)


def _media(
    element: etree._Element, shared: dict[str, str], texts: set[str], group: int | None
) -> Iterator[Medium]:
    if not is_media(element) or _local(element) not in {"content", "thumbnail"}:
        return
    described = {**shared, **_described(element, texts)}
    url = (element.get("url") or "").strip() or (element.text or "").strip()
    if url:
        yield Medium(
            url=url,
            type=(element.get("type") or "").casefold(),
            medium=(element.get("medium") or "").casefold(),
            width=_number(element.get("width")),
            height=_number(element.get("height")),
            title=described.get("title"),
            caption=described.get("description") or described.get("text"),
            credit=described.get("credit") or described.get("copyright"),
            thumbnail=_local(element) == "thumbnail",
            group=group,
        )
    for child in element:
        if is_media(child) and _local(child) == "thumbnail":
            yield from _media(child, described, texts, group)


def _described(element: etree._Element, texts: set[str]) -> dict[str, str]:
    """The descriptions that stand directly in ``element``; several credits are joined."""
    found: dict[str, str] = {}
    for child in element:
        if not is_media(child) or (name := _local(child)) not in _UNIQUE:
            continue
        raw = raw_text(child)
        if name in {"description", "text"}:
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
    if not any(other.startswith(first[0]) if first else not other for other in folded):
        return None
    text = fold(text)
    return text if text in folded else None


def _number(value: str | None) -> int | None:
    value = (value or "").strip().removesuffix("px").partition(".")[0]
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else None


def is_media(element: etree._Element) -> bool:
    """Whether an element is one of Media RSS, by whatever name of that."""
    tag = element.tag
    return isinstance(tag, str) and _is_media_tag(tag)


@lru_cache(maxsize=256)
def _is_media_tag(tag: str) -> bool:
    return tag.startswith(_MEDIA_TAGS)


def _local(element: etree._Element) -> str:
    tag = element.tag
    return _local_name(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=256)
def _local_name(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]
