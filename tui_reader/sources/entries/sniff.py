"""What a document is, told from its first bytes: a feed, or else something to name in an error."""

from __future__ import annotations

import codecs
import re
import zlib

from tui_reader.words import N_, tr

_HEAD = 16_384
_FEED_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
_SKIPPED = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_FEED_LINK = re.compile(
    r"<link\b(?=[^>]*\btype\s*=\s*[\"']?application/(?:rss|atom|feed)\+)[^>]*\bhref\s*=\s*[\"']([^\"'<>\s]{1,500})",
    re.IGNORECASE,
)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org/version', re.IGNORECASE)
_KINDS = (
    (b"\x1f\x8b", N_("compressed data")),
    (b"%PDF", N_("a PDF document")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"PK\x03\x04", N_("an archive")),
)


def looks_like_feed(data: bytes) -> bool:
    """Whether ``data`` (gzip-compressed or not) begins as RSS, Atom, RDF or JSON Feed does.

    Only the first 16 kB are looked at; `feeds.parse` is the judge.
    """
    head = _head(data)
    if head.lstrip().startswith("{"):
        return _JSON_FEED.search(head) is not None
    root = _root(head)
    if root == "rdf":
        return "purl.org/rss" in head or "rdf/simple" in head
    return root in _FEED_ROOTS


def is_json(text: str) -> bool:
    """Whether a document is a JSON object or array by its first character."""
    return text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")


def what_it_is(data: bytes, text: str) -> str:
    """What a document that is no feed seems to be, as the end of a sentence: `a web page`."""
    if not text.strip("\x00 \t\r\n\ufeff"):
        return tr("it is empty")
    for mark, kind in _KINDS:
        if data.startswith(mark):
            return tr("it is {kind}", kind=tr(kind))
    head = text[:_HEAD]
    root = _root(head)
    if root == "opml":
        return tr("it is a list of feeds (OPML); use `tui-reader import`")
    if root in {"html", "head", "body"} or re.search(
        r"<!doctype\s+html|<html\b|<head\b|<body\b", head, re.IGNORECASE
    ):
        found = _FEED_LINK.search(text[:200_000])
        if found is not None:
            return tr("it is a web page (which names the feed {url})", url=found[1])
        return tr("it is a web page")
    if root in _FEED_ROOTS:
        return tr("it is cut off or broken before its first entry")
    if root is not None:
        return tr("it is another kind of XML")
    if is_json(text):
        return tr("it is JSON of another kind")
    if "\x00" in head or head.count("\ufffd") > 20:
        return tr("it is not text")
    return tr("it is plain text")


def _head(data: bytes) -> str:
    if data.startswith(b"\x1f\x8b"):
        try:
            data = zlib.decompressobj(wbits=31).decompress(data[:_HEAD], _HEAD)
        except zlib.error:
            return ""
    data = data[:_HEAD]
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"<\x00", "utf-16-le"),
        (b"\x00<", "utf-16-be"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace").lstrip("\ufeff")
    return data.decode("utf-8", "replace")


def _root(head: str) -> str | None:
    position = 0
    while (skipped := _SKIPPED.match(head, position)) is not None and skipped.end() > position:
        position = skipped.end()
    found = _ROOT.match(head, position)
    return found[1].casefold() if found is not None else None
