"""HTML that is paragraphs, headings, quotations and lists with links and emphasis in them, and nothing else: most of what feeds carry.

Whether a text is of that kind is one question, and then it is read without a tree, to the blocks that the parser's way
(`sources.hypertext.builder`) makes of it. Every other goes to the parser, and so does what a parser may read in a way of
its own: references that not all know, attributes that mean something, tags within links.

What is `is_safe` besides needs no blocks until somebody reads it: `HtmlBody` makes them then, here or from the library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape
from typing import Any

from tui_reader.clean import PLAIN, clean_line
from tui_reader.hrefs import resolve
from tui_reader.model import Block, BlockKind, InlineLink, LazyBody
from tui_reader.patterns import late

_Links = tuple[InlineLink, ...]

MAX_SIMPLE = 100_000  # characters
MAX_LINKS = 2000  # of one block
_FEW = 300  # tags and their ends: no more can they nest
_KNOWN = "&(?:amp|quot|lt|gt|nbsp|ndash|mdash|laquo|raquo|hellip|[lr]squo|[lr]dquo);"
_STRESS = ("em", "strong", "b", "i", "u")
_PART = re.compile("(</?(?:p|h[1-6]|blockquote|[uo]l|li)>)")
_TAG = re.compile("<[^>]*>")
_TAG_APART = re.compile("(<[^>]*>)")
_AROUND_BLOCK = re.compile("</?(?:p|h[1-6]|blockquote|[uo]l)>")
_AROUND_ITEM = re.compile("</?li>")
_LINK = re.compile("<a( [^>]*)?>([^<]*)</a>")
_HREF = re.compile(' href="([^"]*)"')


def _grammar(characters: str, value: str) -> str:
    """What is simple, as a pattern; where texts are of such ``characters`` and attributes of such as in ``value``: classes."""
    plain = f"{characters}++|{_KNOWN}"
    text = f"(?:{plain})*+"
    link = rf'<a(?: (?:href|target|rel|title)="{value}*+"){{0,20}}+>{text}</a>'
    spans = "|".join([plain, link, *(f"<{tag}>{text}</{tag}>" for tag in _STRESS)])
    paragraph = rf"<p>(?:{spans})*+</p>"
    heading = rf"<h(?P<level>[1-6])>(?:{spans})*+</h(?P=level)>"
    quotation = rf"<blockquote>[ \t\n]*+(?:{paragraph}[ \t\n]*+)++</blockquote>"
    items = rf"[ \t\n]*+(?:<li>(?:{spans})*+</li>[ \t\n]*+)++"
    lists = rf"<(?P<list>[uo]l)>{items}</(?P=list)>"
    return f"(?:{paragraph}|{spans}|{heading}|{quotation}|{lists})++"


_SIMPLE = late(_grammar(r"[^<>&\r]", r'[^"<>&\r\n]'))
# Nothing in this needs to be made legal or clean, but for references.
_SAFE = late(_grammar(rf"[\n -%'-;=?-~{PLAIN}]", r"[ !#-%'-;=?-~]"))


def is_safe(html: str) -> bool:
    """Whether ``html`` is simple as it stands, though nobody has prepared it. Takes linear time."""
    return len(html) <= MAX_SIMPLE and html.count("<") <= _FEW and _SAFE.fullmatch(html) is not None


def is_simple(html: str) -> bool:
    """Whether ``html``, which `markup.prepare` gave, is simple. Takes linear time."""
    return len(html) <= MAX_SIMPLE and _SIMPLE.fullmatch(html) is not None


def read(html: str, base: str | None, *, safe: bool = False) -> list[Block]:
    """The blocks of ``html``, which is simple; sooner where it is known to be `is_safe`."""
    tidy = _tidy if safe else clean_line
    blocks: list[Block] = []
    kind, level = BlockKind.PARAGRAPH, None
    items: list[tuple[str, _Links]] | None = None
    for place, part in enumerate(_PART.split(html)):
        if place % 2 == 0:
            if not part or part == "\n":
                continue
            text, links = _spans(part, base, tidy) if "<" in part else (_told(part, tidy), ())
            if not text:
                continue
            if items is not None:
                items.append((text, links))
            else:
                blocks.append(Block(kind, text, level=level, links=links))
        elif part in ("<ul>", "<ol>"):
            items = []
        elif items is not None and part in ("</ul>", "</ol>"):
            blocks += _list(items, ordered=part == "</ol>")
            items = None
        elif part == "<blockquote>":
            kind = BlockKind.QUOTE
        elif part[1] == "h":
            kind, level = BlockKind.HEADING, int(part[2])
        elif part[:3] in ("</h", "</b"):
            kind, level = BlockKind.PARAGRAPH, None
    return blocks


class HtmlBody(LazyBody):
    """The body that is ``html``, which must be `is_safe`; its blocks are made when they are first looked at.

    Relative addresses are resolved against ``base``; ``photos`` (indices) stand before the text, each in a block.
    """

    __slots__ = ("_texts", "base", "html", "photos")

    def __init__(self, html: str, base: str | None, photos: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.html = html
        self.base = base
        self.photos = photos
        self._texts: tuple[str, ...] | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        if self._texts is None:
            self._texts = texts(self.html)
        return self._texts

    def behind(self, photos: Iterable[int]) -> HtmlBody:
        """The same with more photos before its own."""
        body = HtmlBody(self.html, self.base, (*photos, *self.photos))
        body._texts = self._texts
        return body

    def _made(self) -> tuple[Block, ...]:
        photos = (Block(BlockKind.PHOTO, photo=index) for index in self.photos)
        return (*photos, *read(self.html, self.base, safe=True))

    def __reduce__(self) -> tuple[Any, ...]:
        return HtmlBody, (self.html, self.base, self.photos)


def texts(html: str) -> tuple[str, ...]:
    """The texts of the blocks that `read` makes of ``html``, which is `is_safe`; in a fraction of the time."""
    flat = _AROUND_BLOCK.sub("\r", html.replace("\n", " "))
    if "<li>" in flat:
        flat = _AROUND_ITEM.sub("\n", flat)
    flat = _TAG.sub("", flat)
    if "&" in flat or "  " in flat:
        flat = "\r".join(
            ["\n".join([_told(line, _tidy) for line in part.split("\n")]) for part in flat.split("\r")]
        )
    found = [text for part in flat.split("\r") if part and (text := part.strip())]
    return tuple([_items(text) if "\n" in text else text for text in found])


def _items(text: str) -> str:
    return "\n".join([item for line in text.split("\n") if (item := line.strip())])


def links(html: str, base: str | None) -> list[tuple[str, str]] | None:
    """Title and address of the links in ``html``, which is `is_safe`, in their order; None where two of one may be neighbours."""
    found: list[tuple[str, str]] = []
    before: str | None = None
    for given, text in _LINK.findall(html) if "<a" in html else ():
        href = _HREF.search(given)
        url = resolve(href[1], base) if href is not None else None
        if url is not None and (title := _told(text, _tidy)):
            if url == before:
                return None
            found.append((title, url))
            before = url
    return found


def _list(items: list[tuple[str, _Links]], *, ordered: bool) -> list[Block]:
    if not items:
        return []
    links: list[InlineLink] = []
    size = 0
    for text, own in items:
        links += (InlineLink(link.start + size, link.end + size, link.url) for link in own)
        size += len(text) + 1
    texts = tuple(text for text, _ in items)
    return [Block(BlockKind.LIST, "\n".join(texts), ordered=ordered, items=texts, links=tuple(links))]


def _tidy(text: str) -> str:
    """`clean_line` where spaces and line breaks are all there is to see to."""
    return " ".join(text.split()) if "  " in text or "\n" in text else text.strip()


def _told(html: str, tidy: Callable[[str], str]) -> str:
    """Text without tags as a clean line."""
    return clean_line(unescape(html)) if "&" in html else tidy(html)


def _spans(html: str, base: str | None, tidy: Callable[[str], str]) -> tuple[str, _Links]:
    """A block's text as one clean line, and the links in it: what `inline` makes of it."""
    parts: list[str] = []
    links: list[InlineLink] = []
    size = 0
    space = False
    link: tuple[int, str] | None = None
    for place, part in enumerate(_TAG_APART.split(html)):
        if place % 2 == 0:
            if not part:
                continue
            text = unescape(part) if "&" in part else part
            body = clean_line(text) if text is not part else tidy(text)
            if body:
                if size and (space or text[0].isspace()):
                    parts.append(" ")
                    size += 1
                if link is not None and link[0] < 0:
                    link = size, link[1]
                parts.append(body)
                size += len(body)
            space = not body or text[-1].isspace()
        elif part == "</a>":
            if link is not None and link[0] >= 0 and len(links) < MAX_LINKS:
                links.append(InlineLink(link[0], size, link[1]))
            link = None
        elif part.startswith("<a"):
            href = _HREF.search(part)
            url = resolve(href[1], base) if href is not None else None
            link = (-1, url) if url is not None else None
    return "".join(parts), tuple(links)
