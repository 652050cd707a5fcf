"""One entry of a well-formed feed to a raw one, element by element, as feedparser reads it. See `fast`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from lxml import etree

from tui_reader.sources import dates
from tui_reader.sources.entries import elements, feed_xml
from tui_reader.sources.entries.elements import (
    MOVING,
    RDF,
    TYPES,
    HandOverError,
    Leaf,
    attributes,
    must_not_move,
    name_of,
    read_link,
    resolved,
)
from tui_reader.sources.entries.raw import RawEntry, RawLink, RawPerson, RawText
from tui_reader.sources.hypertext.markup import raw_text

# In an entry these say nothing that an article has, whatever is in them.
_SILENT = frozenset(
    {"category", "comments", "dc_subject", "keywords", "wfw_comment", "wfw_commentrss", "rights"}
)
_QUIET = ("slash_", "sy_", "thr_", "georss_")
_ABOUT = f"{{{RDF}}}about"
_ODD = frozenset({*MOVING, "mode", "src"})  # attributes with which a text is feedparser's business


class EntryReader:
    """Reads the entries of one feed, one after the other."""

    def __init__(self, base: str, leaf: Leaf, *, atom: bool) -> None:
        self._base = base
        self._leaf = leaf
        self._atom = atom
        self._raw = RawEntry()
        self._media: list[etree._Element] = []

    def read(self, entry: etree._Element) -> RawEntry:
        """One entry: each of its elements is looked at once, its media a second time together."""
        self._raw = raw = RawEntry()
        for name, value in elements.items(entry):
            if name in MOVING:
                raise HandOverError
            if name == _ABOUT:
                raw.id = value
        media: list[etree._Element] = []
        self._media = media
        for child in entry:
            (_KNOWN.get(child.tag) or _handler(child))(self, child)
        if media:
            self._check_media(media)
            raw.media = feed_xml.media_of(entry, media)
        return raw

    def _check_media(self, media: Sequence[etree._Element]) -> None:
        """Hand over where feedparser takes a picture's title and description for the entry's own, where it has none."""
        titles = False
        texts: list[etree._Element] = []
        for child in media:
            for element in child.iter() if name_of(child).startswith("media_") else ():
                name = name_of(element)
                if name == "media_description":
                    texts.append(element)
                elif name == "media_title":
                    titles = True
                elif not name.startswith("media_"):
                    raise HandOverError
        if titles and not self._raw.title:
            raise HandOverError
        if texts:
            self._check_texts({feed_xml.fold(raw_text(text)) for text in texts})

    def _check_texts(self, taken: set[str]) -> None:
        summary = self._raw.summary
        own = [text.value for text in self._raw.contents]
        if summary is not None:
            own.append(summary.value)
        if self._atom or not any(map(str.strip, own)):
            raise HandOverError
        for value in own:
            if feed_xml.among(value, taken) is not None:
                raise HandOverError

    def _medium(self, element: etree._Element) -> None:
        self._media.append(element)

    def _silent(self, element: etree._Element) -> None:
        if len(element):
            raise HandOverError

    def _refused(self, element: etree._Element) -> None:
        raise HandOverError

    def _foreign(self, element: etree._Element) -> None:
        """An element that feedparser keeps under a name of its own, or one of Media RSS by a name that it doesn't know."""
        if len(element):
            raise HandOverError
        if feed_xml.media_name(element.tag):
            self._media.append(element)

    def _link(self, element: etree._Element) -> None:
        link, address = read_link(element, self._base, self._leaf(element), in_entry=True)
        self._raw.links.append(link)
        if address is not None:
            self._raw.link = address

    def _title(self, element: etree._Element) -> None:
        text = self._text(element)
        if not self._raw.title:
            self._raw.title, self._raw.title_plain = text.value, text.plain

    def _id(self, element: etree._Element) -> None:
        value = self._leaf(element)
        is_link = attributes(element).get("ispermalink", "true") == "true"
        if is_link and value:
            value = resolved(self._base, value)
        self._raw.id = value
        if is_link and self._raw.link is None:
            self._raw.link = value

    def _summary(self, element: etree._Element) -> None:
        if self._raw.summary is not None:
            raise HandOverError
        self._raw.summary = self._text(element)

    def _content(self, element: etree._Element) -> None:
        if not self._atom:
            raise HandOverError
        self._raw.contents.append(self._text(element))

    def _encoded(self, element: etree._Element) -> None:
        self._raw.contents.append(self._text(element))

    def _text(self, element: etree._Element) -> RawText:
        """A text and its type, which matters in Atom alone."""
        plain = True
        for name, value in elements.items(element):
            if name in _ODD:
                raise HandOverError
            if name == "type":
                kind = TYPES.get(value.lower())
                if kind is None and self._atom:
                    raise HandOverError
                plain = kind == "text/plain"
        return RawText(self._leaf(element), plain)

    def _author(self, element: etree._Element) -> None:
        must_not_move(element)
        if not len(element):
            name = self._leaf(element)
            if "@" in name:
                raise HandOverError
            if name:
                self._raw.people.append(RawPerson(name))
            return
        person = {"name": "", "email": ""}
        for child in element:
            name = name_of(child)
            if name in person:
                person[name] = self._leaf(child)
            elif "_" not in name and name not in ("uri", "url"):
                raise HandOverError
        self._raw.people.append(RawPerson(**person))

    def _enclosure(self, element: etree._Element) -> None:
        given = attributes(element)
        href = given.get("url", given.get("uri", given.get("href", ""))) or given.get("href", "")
        link = RawLink("enclosure", given.get("type", ""), href, title=given.get("title", ""))
        self._raw.links.append(link)

    def _source(self, element: etree._Element) -> None:
        must_not_move(element)
        self._raw.site = self._leaf(element)

    def _language(self, element: etree._Element) -> None:
        must_not_move(element)
        self._raw.language = self._leaf(element)

    def _origin(self, element: etree._Element) -> None:
        must_not_move(element)
        self._raw.original = self._leaf(element)

    def _published(self, element: etree._Element) -> None:
        self._raw.published = self._time(element)

    def _updated(self, element: etree._Element) -> None:
        self._raw.updated = self._time(element)

    def _time(self, element: etree._Element) -> datetime | None:
        value = self._leaf(element)
        moment = dates.parse(value)
        if moment is None and value:
            raise HandOverError
        return moment


_Handler = Callable[[EntryReader, etree._Element], None]
_HANDLERS: dict[str, _Handler] = {
    "title": EntryReader._title,
    "dc_title": EntryReader._title,
    "link": EntryReader._link,
    "guid": EntryReader._id,
    "id": EntryReader._id,
    "description": EntryReader._summary,
    "dc_description": EntryReader._summary,
    "summary": EntryReader._summary,
    "content_encoded": EntryReader._encoded,
    "content": EntryReader._content,
    "author": EntryReader._author,
    "dc_creator": EntryReader._author,
    "enclosure": EntryReader._enclosure,
    "source": EntryReader._source,
    "dc_language": EntryReader._language,
    "language": EntryReader._language,
    "feedburner_origlink": EntryReader._origin,
    "pubdate": EntryReader._published,
    "published": EntryReader._published,
    "issued": EntryReader._published,
    "dcterms_issued": EntryReader._published,
    "updated": EntryReader._updated,
    "modified": EntryReader._updated,
    "dc_date": EntryReader._updated,
    "dcterms_modified": EntryReader._updated,
}
_KNOWN: dict[
    object, _Handler
] = {}  # by tag, where that is enough to know it; `name_of` remembers no more than that


def _handler(element: etree._Element) -> _Handler:
    """What is done with an element of an entry."""
    name = name_of(element)
    handler = _HANDLERS.get(name)
    if handler is None:
        if name.startswith("media_"):
            handler = EntryReader._medium
        elif name in _SILENT or name.startswith(_QUIET):
            handler = EntryReader._silent
        elif "_" not in name or name.startswith(("itunes_", "dc_", "dcterms_", "content_", "rdf_")):
            handler = EntryReader._refused
        else:
            handler = EntryReader._foreign
    if elements.is_remembered(element.tag):
        _KNOWN[element.tag] = handler
    return handler
