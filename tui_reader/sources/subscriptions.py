"""Lists of feeds that other readers write: OPML 1.x and 2.0 (opml.org/spec2.opml), and newsboat's ``urls`` file.

A list may be torn: what can be read of it comes in, and what can't is counted and named. It is meant to be read in a
worker process. Nothing that it names is fetched; entities and DTDs are not followed.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from typing import Any

from lxml import etree

from tui_reader.clean import clean_line
from tui_reader.errors import ParseError
from tui_reader.languages import normalize
from tui_reader.sources.decode import decode, is_binary
from tui_reader.subscribing import NAMESPACE, Subscription, Subscriptions
from tui_reader.words import tr

_SOURCE = f"{{{NAMESPACE}}}source"
MAX_NAME = 200
MAX_HEAD = 4_000_000  # characters in which an OPML must show what it is
_OPML = re.compile(r"<(?:opml|outline)\b", re.IGNORECASE)
_USERINFO = re.compile(r"(?<=://)[^/?#\s]*@")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, section 2.2


def read_list(data: bytes) -> Subscriptions:
    """The feeds of an OPML file or of a ``urls`` file. Raises ParseError where it is neither."""
    text = decode(data)
    if is_binary(text):
        raise ParseError(tr("this list names no feed; export the list of feeds as OPML"))
    if _OPML.search(text[:MAX_HEAD]):
        return _unique(_opml(text))
    if "<" in text[:200] and ">" in text[:2000]:
        raise ParseError(tr("this is not OPML: it holds no <opml> element; export the list of feeds as OPML"))
    return _unique(_urls(text))


def _unique(found: Subscriptions) -> Subscriptions:
    found.feeds = list({feed.url: feed for feed in reversed(found.feeds)}.values())[::-1]
    if not found.feeds and not found.bad:
        raise ParseError(tr("this list names no feed; export the list of feeds as OPML"))
    return found


def _opml(text: str) -> Subscriptions:
    found = Subscriptions()
    outlines: Any = _Outlines(found)  # the stubs want all methods of a target, and bytes for names too
    parser = etree.XMLParser(
        target=outlines,
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        encoding="utf-8",  # whatever the text says that it is in: it was decoded
    )
    try:
        etree.fromstring(_NO_XML.sub(" ", text).encode(), parser)
    except etree.XMLSyntaxError as error:
        if not found.feeds:
            raise ParseError(
                tr("this OPML can't be read ({problem})", problem=clean_line(str(error))[:100])
            ) from error
        found.refuse(tr("the rest of the file"), clean_line(str(error))[:100])
    return found


class _Outlines:
    """A target of the parser that takes the feeds as they come, and holds no tree.

    A parser that is fed in pieces would look for the end of each of five million tags through all that follows it,
    and an element looks for each of its hundred thousand attributes among all of them.
    """

    def __init__(self, found: Subscriptions) -> None:
        self._found = found
        self._way: list[str] = []  # the category within each outline that is open
        self._without: str | None = None  # what names no feed, and holds nothing yet

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._without = None
        if not _is_outline(tag):
            return
        given = {name.rpartition(":")[2].lower(): _plain(value) for name, value in attributes.items()}
        title = clean_line((given.get("title") or given.get("text") or "")[: 4 * MAX_NAME])[:MAX_NAME]
        category = self._way[-1] if self._way else ""
        if url := given.get("xmlurl", "").strip():
            name = _without_password(title or clean_line(given.get("htmlurl", url))[: 4 * MAX_NAME])
            language = normalize(given.get("language"))
            own = clean_line(_plain(attributes.get(_SOURCE, "")))[:MAX_NAME] or None
            self._found.add(
                Subscription(name[:MAX_NAME], url, language, category or _own_category(given), own)
            )
        elif given.get("type", "").lower() in ("rss", "atom", "feed"):
            self._without = title or tr("a line without a name")
        self._way.append(category if url else title or category)  # a feed that holds others was torn

    def end(self, tag: str) -> None:
        """An element ends."""
        self.close()
        if _is_outline(tag) and self._way:
            self._way.pop()

    def close(self) -> None:
        """An element or the document ends: what names no feed and holds nothing is told."""
        if self._without is not None:
            self._found.refuse(self._without, tr("it names no feed (xmlUrl)"))
            self._without = None


def _plain(value: str) -> str:
    """An attribute as it is meant: an ampersand comes as a reference where entities are not followed."""
    return value.replace("&#38;", "&")


def _is_outline(tag: str) -> bool:
    return tag.rpartition("}")[2].lower() == "outline"


def _without_password(title: str) -> str:
    """A name that is the address itself must not show the password in it."""
    return _USERINFO.sub("", title)


def _own_category(given: dict[str, str]) -> str | None:
    """The first of the ``category`` attribute of OPML 2.0: ``/News/Ukraine,other``."""
    first = given.get("category", "").partition(",")[0].strip("/ ")
    return clean_line(first.rpartition("/")[2])[:MAX_NAME] or None


def _urls(text: str) -> Subscriptions:
    """Lines of ``URL "tag" "~Title"``; queries, programs and filters of newsboat's own are named as not taken."""
    found = Subscriptions()
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            url, *words = shlex.split(line[:8000])
        except ValueError:
            url, words = line.split()[0], []
        if url.startswith(("query:", "exec:", "filter:")):
            found.refuse(line.strip(), tr("this kind of line is newsboat's own"))
            continue
        title = next((clean_line(word[1:]) for word in words if word.startswith("~")), "")
        tags = [clean_line(word) for word in words if word and not word.startswith(("~", "!"))]
        found.add(
            Subscription(
                _without_password(title or clean_line(url))[:MAX_NAME], url, None, next(iter(tags), None)
            )
        )
    return found
