"""A feed's bytes to articles: RSS, Atom and RDF by the fast path, else feedparser; JSON Feed by `jsonfeed`.

feedparser is handed a stream of bytes and nothing else, so that no document makes it open a file or an
address. The text is decoded here first: feedparser reads a mislabelled windows-1251 as windows-1252.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from email.message import Message
from functools import partial
from typing import Any

from tui_reader.clean import clean_line
from tui_reader.errors import OURS, ParseError
from tui_reader.hrefs import resolve
from tui_reader.languages import normalize
from tui_reader.limits import MAX_ENTRIES
from tui_reader.model import Article, entry_identity
from tui_reader.sources.bounds import of_feed
from tui_reader.sources.decode import decode
from tui_reader.sources.entries import fast, feed_xml
from tui_reader.sources.entries.drafts import Draft, settle
from tui_reader.sources.entries.entry import FeedContext, draft_of, language_setting
from tui_reader.sources.entries.parsed import raw_entry
from tui_reader.sources.entries.raw import NO_MEDIA, RawEntry
from tui_reader.sources.entries.sniff import is_json, looks_like_feed, what_it_is
from tui_reader.sources.hypertext.markup import legal, line, without_huge_tags
from tui_reader.values import frozen
from tui_reader.words import tr, trn

__all__ = ["MAX_ENTRIES", "ParsedFeed", "looks_like_feed", "parse"]

MAX_WARNINGS = 20
_ENTRY_START = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)(?=[\s/>])", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]{0,400}\?>")
_ROOT = re.compile(r"<((?:[\w.-]+:)?(rss|feed|rdf|channel))\b([^>]*)", re.IGNORECASE)
_ROOT_LANGUAGE = re.compile(r"\bxml:lang\s*=\s*[\"']([\w-]{1,35})[\"']")


@frozen
class ParsedFeed:
    """A feed's own title, home page and language, its articles in its order, and what was left out."""

    title: str | None
    site: str | None
    language: str | None
    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()


def parse(
    data: bytes,
    *,
    url: str,
    source: str,
    edition: str | None = None,
    content_type: str | None = None,
    identity: Callable[[str], str] | None = None,
) -> ParsedFeed:
    """Read the feed that came from ``url`` (an address, or a path) for the source of that name.

    ``edition`` is the language that the source's settings give, ``content_type`` the HTTP header.
    ``identity`` maps a guid to an article's identity; without it that is `entry_identity`. The texts are not
    yet gated: pass each article through `tui_reader.gate`. An entry that can't be read is left out with a
    warning; more than `MAX_ENTRIES` are cut. Raises `ParseError` where there is no feed.
    """
    data, shortened = of_feed(data)
    edition = language_setting(edition)
    charset = _charset(content_type)
    asked = _Asked(url, source, edition, identity or partial(entry_identity, source, edition))
    found = fast.read_utf8(data, url) if fast.as_it_is(data, charset) else None
    if found is not None and len(found.entries) <= MAX_ENTRIES:
        title, home, language, drafts, warnings = _drafts(_of_fast(found, _root(data)), asked)
    elif is_json(text := decode(data, charset)):
        from tui_reader.sources.entries import jsonfeed

        title, home, language, drafts, warnings = jsonfeed.read(
            text, url=url, edition=edition, limit=MAX_ENTRIES
        )
    else:
        title, home, language, drafts, warnings = _xml(data, without_huge_tags(legal(text)), asked)
    if shortened:
        warnings.insert(0, f"{url}: {shortened}")
    articles = settle(drafts, asked.identity, source)
    shown = warnings[:MAX_WARNINGS]
    if len(warnings) > MAX_WARNINGS:
        more = len(warnings) - MAX_WARNINGS
        shown.append(
            trn(
                "{feed}: {count} more entry was skipped",
                "{feed}: {count} more entries were skipped",
                more,
                feed=url,
            )
        )
    return ParsedFeed(title, home, language, articles, tuple(shown))


@frozen
class _Asked:
    """Whose feed is read, and what its entries are called."""

    url: str
    source: str
    edition: str | None
    identity: Callable[[str], str]


@frozen
class _Read:
    """A feed's own values by feedparser's keys, its entries, its format, and the tag of its root."""

    feed: Mapping[str, Any]
    entries: Sequence[RawEntry]
    version: str
    root: re.Match[str] | None


_Drafts = tuple[str | None, str | None, str | None, list[Draft], list[str]]


def _of_fast(found: fast.Found, root: re.Match[str] | None) -> _Read:
    return _Read(found.feed, found.entries, found.version, root)


def _root(data: bytes) -> re.Match[str] | None:
    return _ROOT.search(data[:20_000].decode("utf-8", "replace"))


def _xml(data: bytes, text: str, asked: _Asked) -> _Drafts:
    url = asked.url
    warnings: list[str] = []
    text = _DECLARATION.sub("", text.lstrip("\ufeff"), count=1).lstrip()
    text, cut = _capped(text)
    if cut:
        warnings.append(tr("{feed}: only the first {count} entries were read", feed=url, count=MAX_ENTRIES))
    found = fast.read(text, url)
    root = _ROOT.search(text[:20_000])
    if found is not None:
        read = _of_fast(found, root)
    else:
        read = _of_feedparser(_feedparser(text, url) if text else {}, text, root)
    if not read.entries and not _is_feed(text, bool(read.version)):
        raise ParseError(tr("{feed} is not a feed: {why}", feed=url, why=what_it_is(data, text)))
    title, home, language, drafts, more = _drafts(read, asked)
    return title, home, language, drafts, warnings + more


def _of_feedparser(result: Mapping[str, Any], text: str, root: re.Match[str] | None) -> _Read:
    """What feedparser gave, and the media of ``text`` that it loses."""
    entries = list(result.get("entries", []))
    media = feed_xml.media(text) if entries and feed_xml.has_media(text) else []
    if len(media) != len(entries):
        media = [NO_MEDIA] * len(entries)
    raw = [raw_entry(dict(entry), its_media) for entry, its_media in zip(entries, media, strict=True)]
    return _Read(dict(result.get("feed", {})), raw, str(result.get("version") or ""), root)


def _drafts(read: _Read, asked: _Asked) -> _Drafts:
    """Title, home page, language, drafts and warnings."""
    url = asked.url
    root_language = _ROOT_LANGUAGE.search(read.root[3]) if read.root is not None else None
    link = read.feed.get("link")
    context = FeedContext(
        url=url,
        site=line(_text(read.feed.get("title"))) or None,
        home=resolve(link, url) if isinstance(link, str) else None,
        language=normalize(_text(read.feed.get("language")))
        or normalize(root_language[1] if root_language else None),
        root_language=normalize(root_language[1]) if root_language else None,
        edition=asked.edition,
        atom=read.version.startswith("atom"),
        source=asked.source,
        identity=asked.identity,
    )
    warnings: list[str] = []
    drafts = []
    for number, entry in enumerate(read.entries[:MAX_ENTRIES], 1):
        try:
            drafts.append(draft_of(entry, context))
        except OURS:
            raise
        except Exception as error:  # whatever an entry holds, the others are read
            reason = clean_line(str(error))[:120] or type(error).__name__
            warnings.append(
                tr("{feed}: entry {number} was skipped: {reason}", feed=url, number=number, reason=reason)
            )
    if read.entries and not drafts:
        raise ParseError(
            trn(
                "{feed} holds no readable entry; it has {count} without title, text and address",
                "{feed} holds no readable entry; it has {count} without title, text and address",
                len(read.entries),
                feed=url,
            )
        )
    return context.site, context.home, context.language, drafts, warnings


def _feedparser(text: str, url: str) -> dict[str, Any]:
    import pyexpat  # noqa: F401  (where it can't be loaded, xml.sax says that there is no parser)

    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    if url.startswith(("http://", "https://")):
        headers["content-location"] = url
    body = ('<?xml version="1.0" encoding="utf-8"?>\n' + text).encode("utf-8", "replace")
    try:
        return dict(
            feedparser.parse(
                io.BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
            )
        )
    except OURS:
        raise
    except Exception as error:  # feedparser meets hostile documents with many kinds of exceptions
        reason = clean_line(str(error))[:120] or type(error).__name__
        raise ParseError(
            tr("{feed} can't be read as a feed: {reason}; check its address", feed=url, reason=reason)
        ) from error


def _capped(text: str) -> tuple[str, bool]:
    """The document up to its ten-thousandth entry, closed again, and whether anything was cut."""
    if text.count("<") <= MAX_ENTRIES:
        return text, False
    for number, match in enumerate(_ENTRY_START.finditer(text), 1):
        if number > MAX_ENTRIES:
            root = _ROOT.search(text[:20_000])
            closing = f"</{root[1]}>" if root is not None else ""
            if root is not None and root[2].casefold() == "rss":
                closing = "</channel>" + closing
            return text[: match.start()] + closing, True
    return text, False


def _is_feed(text: str, known: bool) -> bool:
    """Whether a feed without entries is one: its root says so, and its version is known or it is whole."""
    root = _ROOT.search(text[:20_000])
    return root is not None and (known or f"</{root[1]}" in text[-200:] or root[0].endswith("/"))


def _charset(content_type: str | None) -> str | None:
    if not content_type:
        return None
    message = Message()
    try:
        message["content-type"] = " ".join(content_type.split())
        charset = message.get_content_charset()
    except (ValueError, LookupError, UnicodeError):
        return None
    return charset


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
