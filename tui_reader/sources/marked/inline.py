"""The inside of a Markdown block: its words, the links on them, and its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from tui_reader.model import InlineLink
from tui_reader.values import frozen

# Makes a link's target an absolute address, or None where it may not be followed.
Address = Callable[[str], str | None]

_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d|/tr)\b[^<>]*>", re.IGNORECASE)
_HIDDEN = ("<script", "<style")
_LONG = 100_000


@frozen
class Picture:
    """``![alt](url "title")``."""

    url: str | None
    alt: str | None
    title: str | None


@dataclass
class Inline:
    """A block's text with the links and pictures in it; ``emphasised`` says that all its words are."""

    text: str = ""
    links: list[InlineLink] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    emphasised: bool = False


def read_inline(children: Sequence[Any], address: Address) -> Inline:
    """The inline tokens of one block as text; raw HTML is dropped, its words stay."""
    walk = _Walk(address)
    for token in children:
        walk.take(token)
    return _trimmed(Inline("".join(walk.words), walk.links, walk.pictures, walk.strong and not walk.plain))


class _Walk:
    """Where the walk over a block's inline tokens stands."""

    def __init__(self, address: Address) -> None:
        self.words: list[str] = []
        self.links: list[InlineLink] = []
        self.pictures: list[Picture] = []
        self.plain = self.strong = False  # whether there are words outside, and inside, emphasis
        self._address = address
        self._length = 0
        self._depth = 0
        self._opened: list[tuple[int, str | None]] = []

    def take(self, token: Any) -> None:
        match token.type:
            case "text" | "code_inline" | "text_special":
                self._add(token.content)
            case "softbreak":
                self._add(" ")
            case "hardbreak":
                self._add("\n")
            case "html_inline" if _BREAK.match(token.content):
                self._add("\n")
            case "em_open" | "strong_open" | "em_close" | "strong_close":
                self._depth += token.nesting
            case "link_open":
                self._opened.append((self._length, self._address(str(token.attrGet("href") or ""))))
            case "link_close" if self._opened:
                start, url = self._opened.pop()
                if url is not None and self._length > start:
                    self.links.append(InlineLink(start, self._length, url))
            case "image":
                self.pictures.append(_picture(token, self._address))

    def _add(self, text: str) -> None:
        self.words.append(text)
        self._length += len(text)
        if text.strip():
            self.plain = self.plain or not self._depth
            self.strong = self.strong or self._depth > 0


def _picture(token: Any, address: Address) -> Picture:
    # the words as they read: `token.content` is still Markdown
    words = (
        " " if inside.type.endswith("break") else inside.content
        for inside in token.children or ()
        if inside.type != "html_inline"
    )
    alt = " ".join("".join(words).split()) or None
    title = " ".join(str(token.attrGet("title") or "").split()) or None
    return Picture(address(str(token.attrGet("src") or "")), alt, title)


def _trimmed(found: Inline) -> Inline:
    """Without white space at the ends; the links' places follow."""
    text = found.text.strip()
    cut = len(found.text) - len(found.text.lstrip())
    links = []
    for link in found.links:
        start, end = max(link.start - cut, 0), min(link.end - cut, len(text))
        if start < end:
            links.append(InlineLink(start, end, link.url))
    return Inline(text, links, found.pictures, found.emphasised)


def html_text(html: str) -> str:
    """The words of raw HTML, its blocks on lines of their own. Takes linear time, whatever is left open."""
    html = _BREAK.sub("\n", html)
    parts: list[str] = []
    position = 0
    while (start := html.find("<", position)) >= 0:
        parts.append(html[position:start])
        begin = html[start : start + 7].casefold()
        hidden = next((name for name in _HIDDEN if begin.startswith(name)), None)
        if begin.startswith("<!--"):
            end = html.find("-->", start)
            position = end + 3 if end >= 0 else len(html)
        elif hidden is not None:
            end = html.casefold().find("</" + hidden[1:], start) if len(html) < _LONG else -1
            position = html.find(">", end) + 1 if end >= 0 else len(html)
        elif len(begin) > 1 and (begin[1].isalpha() or begin[1] in "/!?"):
            end = html.find(">", start)
            position = end + 1 if end >= 0 else len(html)
        else:
            parts.append("<")
            position = start + 1
    text = unescape("".join([*parts, html[position:]]))
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)
