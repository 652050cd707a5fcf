"""Lists of bookmarks: the HTML that browsers and services export (Netscape's), and our own JSON.

A list may be torn: what can be read of it comes in, and what can't is counted and named. It is meant to be read in a
worker process. Nothing that it names is fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from tui_reader.bookmark_list import Given, GivenList, web_address
from tui_reader.clean import clean_line
from tui_reader.codec import from_document, from_time
from tui_reader.errors import ParseError
from tui_reader.gate import clean_article
from tui_reader.model import Article, page_identity
from tui_reader.sources.decode import decode
from tui_reader.stories.addresses import normalize_url
from tui_reader.stubs import stub
from tui_reader.words import tr

_HEAD = 4000
_NETSCAPE = re.compile(rb"netscape-bookmark-file|<dl\b|<dt\b|<title>\s*pocket export", re.IGNORECASE)
_JSON = re.compile(rb"[\xef\xbb\xbf\s]*[{\[]")
_ICON = re.compile(r"""\sicon(?:_uri)?\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
_ROOTS = ("personal_toolbar_folder", "unfiled_bookmarks_folder", "mobile_bookmarks_folder")
SOURCE = "Imported"  # one for all: the hosts of a browser's bookmarks are too many to stand among the sources
_MAX_FOLDERS = 5  # above a bookmark that become its tags
_WRONG = (KeyError, TypeError, ValueError, AttributeError, LookupError, RecursionError, OverflowError)


def looks_like_bookmarks(data: bytes) -> bool:
    """Whether ``data`` begins as a list of bookmarks does, and not as one of feeds."""
    head = data[:_HEAD]
    if _JSON.match(head):
        return True
    return b"<opml" not in head.lower() and _NETSCAPE.search(head) is not None


def read_list(data: bytes) -> GivenList:
    """The bookmarks of a list. Raises ParseError where it holds none."""
    found = GivenList()
    text = decode(data)
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        _json(text.lstrip("\ufeff"), found)
    else:
        _html(text, found)
    if not found.bookmarks and not found.bad:
        raise ParseError(tr("this list holds no bookmark; export the bookmarks as HTML"))
    return found


def _json(text: str, found: GivenList) -> None:
    for number, line in enumerate(_documents(text), 1):
        try:
            document = json.loads(line) if isinstance(line, str) else line
            given = _given(document)
        except _WRONG:
            found.refuse(tr("line {number}", number=number), tr("it is not one of our bookmarks"))
            continue
        if given is None:
            found.refuse(
                str(document.get("title") or f"line {number}"), tr("it has no text and no address on the web")
            )
        else:
            url = given.article.url
            # Two editions may be at one address, and one edition may have none.
            key = f"{given.article.language or ''}\n{normalize_url(url)}" if url else given.article.identity
            found.add(key, given)


def _documents(text: str) -> Iterator[Any]:
    """Objects one a line, as we write them, or as one array."""
    if text.lstrip().startswith("["):
        try:
            yield from json.loads(text)
        except _WRONG as error:
            raise ParseError(
                tr("this JSON can't be read ({error})", error=clean_line(str(error))[:100])
            ) from error
    else:
        yield from (line for line in text.splitlines() if line.strip())


def _given(document: Mapping[str, Any]) -> Given | None:
    """One object of ours; one that is not whole is taken by its address and title."""
    article = _article(document)
    if article is None:
        return None
    note, at, id = (document.get(key) for key in ("note", "bookmarked_at", "id"))
    return Given(
        article,
        from_time(at) if isinstance(at, str) else None,
        tuple(tag for tag in document.get("tags") or () if isinstance(tag, str)),
        note if isinstance(note, str) else None,
        id if isinstance(id, str) else None,
    )


def _article(document: Mapping[str, Any]) -> Article | None:
    url = web_address(document.get("url") or "")
    try:
        # What this library would know of its editions is left out: another one said it.
        editions = [
            {key: one.get(key) for key in ("language", "url", "title")}
            for one in document.get("editions", ())
        ]
        said = {**document, "identity": _identity(document, url), "url": url, "editions": editions}
        article = from_document(said, document.get("publisher") or "")
        article = clean_article(article)
        if article.text or article.photos:
            return article
    except _WRONG:
        if url is None:
            return None
    return (
        clean_article(stub(url, clean_line(str(document.get("title") or ""))[:1000], source=SOURCE))
        if url
        else None
    )


def _identity(document: Mapping[str, Any], url: str | None) -> str:
    """What a list says of its articles, but never that one is a file of this disk: that would give it a file's rights."""
    identity = document.get("identity")
    if isinstance(identity, str) and identity.startswith(("entry\n", "page\n")):
        return identity
    return page_identity(url) if url else f"imported\n{document['id']}"


def _html(text: str, found: GivenList) -> None:
    parser = etree.HTMLPullParser(
        ("start", "end"),
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    parser.feed(_ICON.sub("", text).encode("utf-8", "replace"))
    parser.close()
    folders: list[str] = []
    coming, last = "", ""
    for event, element in parser.read_events():
        if not isinstance(element, etree._Element) or not isinstance(element.tag, str):
            continue
        name = element.tag.lower()
        if event == "start" and name == "dl":
            folders.append(coming)
            coming = ""
        elif event == "end" and name == "dl" and folders:
            folders.pop()
        elif event == "end" and name == "h3":
            own = any(key.lower() in _ROOTS for key in map(str, element.attrib))
            coming = "" if own else _said(element)
        elif event == "end" and name == "a":
            last = _link(element, [one for one in folders if one][-_MAX_FOLDERS:], found)
        elif event == "end" and name == "dd" and last:
            _note(element, last, found)
            last = ""


def _link(element: etree._Element, folders: list[str], found: GivenList) -> str:
    """Take one link; its key, '' where it can't be used."""
    given = {str(name).lower(): str(value) for name, value in element.attrib.items()}
    if "href" not in given:
        return ""
    title, url = _said(element), web_address(given["href"])
    if url is None:
        found.refuse(title or given["href"], tr("no address on the web"))
        return ""
    tags = (*given.get("tags", "").split(","), *folders)
    at = _moment(given.get("add_date") or given.get("time_added"))
    key = f"\n{normalize_url(url)}"
    article = clean_article(stub(url, title[:1000], published=at, source=SOURCE))
    found.add(key, Given(article, at, tags))
    return key if key in found.bookmarks else ""


def _note(element: etree._Element, key: str, found: GivenList) -> None:
    """What stands below a link up to the next element, line breaks kept."""
    text = str(element.text or "")
    for child in element:
        if child.tag != "br":
            break
        text += "\n" + (child.tail or "")
    if text.strip():
        found.add(key, Given(found.bookmarks[key].article, note=text))


def _said(element: etree._Element) -> str:
    return clean_line("".join(map(str, element.itertext()))[:4000])


def _moment(text: str | None) -> datetime | None:
    """Seconds since 1970, or what some write in their place: thousandths, millionths."""
    try:
        seconds = float(text or "")
        while seconds > 1e11:
            seconds /= 1000
        return datetime.fromtimestamp(int(seconds), UTC) if seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None
