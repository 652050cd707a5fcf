"""Which kind of text some bytes are, and the reader for each kind."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tui_reader.errors import ParseError
from tui_reader.model import Article
from tui_reader.words import tr

MAX_TEXT = 2_000_000
MAX_LINES = 100_000
MAX_MARKS = 100_000  # of those that make a Markdown parser work: no text of that size has as many
_MARKS = "[*_`<|"
_HEAD = 4096
_HTML = re.compile(
    rb"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1|main|section)\b", re.I | re.S
)
_HTML_LATER = re.compile(rb"<html\b|<!doctype\s+html", re.IGNORECASE)
_MARKDOWN = re.compile(rb"^\s*(?:---[ \t]*\r?\n[\w\"'#][^\n]*[:\n]|\+\+\+[ \t]*\r?\n|#{1,3} \S)")
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"RIFF",
    b"SQLite format 3",
    b"BZh",
    b"7z\xbc\xaf",
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes({*range(0x09), *range(0x0E, 0x20), 0x7F} - {0x1B})  # ISO-2022-JP has escapes


def sniff(data: bytes, by_name: str | None) -> str:
    """``text``, ``markdown``, ``html`` or ``feed``; ``by_name`` is what the name's ending says.

    Raises `ParseError` for bytes that are no text at all.
    """
    head = _narrow(data[:_HEAD])
    if data.startswith(_BINARY) or (b"\0" in head and b"\0\0" in head) or _is_noise(data[:_HEAD]):
        raise ParseError(tr("it is not text; give a text, Markdown, HTML or feed file"))
    if by_name in ("text", "markdown"):
        return by_name
    if _is_feed(data):
        return "feed"
    if _HTML.match(head) or (by_name != "feed" and _HTML_LATER.search(head)):
        return "html"
    if by_name == "feed" and _HTML_LATER.search(head):
        return "html"
    if by_name is not None:
        return by_name
    return "markdown" if _MARKDOWN.match(head) else "text"


def _is_noise(head: bytes) -> bool:
    """Whether control bytes of many kinds are all over: no text has them, in whatever charset; a hostile one a few."""
    if head.startswith(_WIDE_MARKS) or len(head) < 256:  # in UTF-16 letters look like them
        return False
    controls = [byte for byte in head if byte in _CONTROLS]
    return len(controls) * 20 > len(head) and len(set(controls)) >= 8


def _narrow(head: bytes) -> bytes:
    """The first bytes, of UTF-16 every second one, so that tags show."""
    if head.startswith(_WIDE_MARKS):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _is_feed(data: bytes) -> bool:
    from tui_reader.sources.feeds import looks_like_feed

    return looks_like_feed(data)


def read_kind(
    kind: str,
    text: str,
    identity: str,
    *,
    url: str | None,
    folder: Path | None,
    root: Path | None,
    language: str | None,
) -> tuple[Article, str | None]:
    """The article in ``text`` and the language that the text itself declares (None: it was detected).

    ``language`` is what the file's name declares, ``url`` the file's own address, which relative ones in HTML
    are resolved against. Raises `ParseError`.
    """
    _check_size(kind, text)
    if kind == "html":
        from tui_reader.sources import page

        try:
            article = page.read(text, url=url, identity=identity, declared_language=language)
        except ParseError as error:
            raise ParseError(str(error).replace(url or "\0", "this page")) from error
        return (replace(article, url=None) if article.url == url else article), None
    if kind == "markdown":
        from tui_reader.sources import markdown
        from tui_reader.sources.marked.front import split_front

        article = markdown.read(text, identity, folder, root=root)
        return article, split_front(text.lstrip("\ufeff"), folder)[0].language
    from tui_reader.sources import plaintext

    return plaintext.read(text, identity), None


def _check_size(kind: str, text: str) -> None:
    """Raise `ParseError` for a text whose reading would take long: one file must not cost its folder's time."""
    if kind == "html":
        return  # it has bounds of its own
    if len(text) > MAX_TEXT:
        raise ParseError(
            tr("too long: more than {count} million characters; split it", count=MAX_TEXT // 1_000_000)
        )
    if text.count("\n") > MAX_LINES:
        raise ParseError(tr("too long: more than {count} lines; split it", count=MAX_LINES))
    if kind == "markdown" and sum(map(text.count, _MARKS)) > MAX_MARKS:
        raise ParseError(tr("too much markup: more than {count} marks; split it", count=MAX_MARKS))
