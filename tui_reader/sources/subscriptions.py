"""Lists of feeds that other readers write: OPML 1.x and 2.0 (opml.org/spec2.opml), and newsboat's ``urls`` file.

A list may be torn: what can be read of it comes in, and what can't is counted and named. It is meant to be read in a
worker process. Nothing that it names is fetched; entities and DTDs are not followed.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

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
    parser = etree.XMLPullParser(
        ("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",  # whatever the text says that it is in: it was decoded
    )
    way: list[str] = []
    try:
        parser.feed(_NO_XML.sub(" ", text).encode())
        for event, element in _events(parser):
            if event == "start":
                way.append(_outline(element, way, found))
            elif way:
                way.pop()
                element.clear()
    except etree.XMLSyntaxError as error:
        if not found.feeds:
            raise ParseError(
                tr("this OPML can't be read ({problem})", problem=clean_line(str(error))[:100])
            ) from error
        found.refuse(tr("the rest of the file"), clean_line(str(error))[:100])
    return found


def _events(parser: etree.XMLPullParser) -> Iterator[tuple[str, etree._Element]]:
    for event, element in parser.read_events():
        if not isinstance(element, etree._Element) or not isinstance(element.tag, str):
            continue
        if etree.QName(element).localname.lower() == "outline":
            yield event, element


def _outline(element: etree._Element, way: list[str], found: Subscriptions) -> str:
    """Take one outline; its name, for what stands in it."""
    given = {str(name).rpartition(":")[2].lower(): str(value) for name, value in element.attrib.items()}
    title = clean_line((given.get("title") or given.get("text") or "")[: 4 * MAX_NAME])[:MAX_NAME]
    url = given.get("xmlurl", "").strip()
    if url:
        category = next((name for name in reversed(way) if name), None) or _own_category(given)
        own = element.get(_SOURCE)
        found.add(
            Subscription(
                _without_password(title or clean_line(given.get("htmlurl", url))[: 4 * MAX_NAME])[:MAX_NAME],
                url,
                normalize(given.get("language")),
                category,
                clean_line(own)[:MAX_NAME] if own else None,
            )
        )
    elif given.get("type", "").lower() in ("rss", "atom", "feed") and not len(element):
        found.refuse(title or tr("a line without a name"), tr("it names no feed (xmlUrl)"))
    return title


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
