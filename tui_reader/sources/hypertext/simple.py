"""HTML that is paragraphs, headings, quotations and lists with links and emphasis in them, and nothing else: most of what feeds carry.

Whether a text is of that kind is one question, and then it is read without a tree, to the blocks that `builder` makes of
it. Every other goes to the parser, and so does what a parser may read in a way of its own: references that not all know,
attributes that mean something, tags within links.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from tui_reader.clean import PLAIN, clean_line
from tui_reader.model import Block, BlockKind, InlineLink
from tui_reader.sources.hypertext.hrefs import resolve
from tui_reader.sources.hypertext.inline import MAX_LINKS

_Links = tuple[InlineLink, ...]

MAX_SIMPLE = 100_000  # characters
_FEW = 300  # tags and their ends: no more can they nest
_KNOWN = "&(?:amp|quot|lt|gt|nbsp|ndash|mdash|laquo|raquo|hellip|[lr]squo|[lr]dquo);"
_STRESS = ("em", "strong", "b", "i", "u")
_PART = re.compile("(</?(?:p|h[1-6]|blockquote|[uo]l|li)>)")
_TAG = re.compile("(<[^>]*>)")
_HREF = re.compile(' href="([^"]*)"')


def _grammar(characters: str, value: str) -> re.Pattern[str]:
    """What is simple, where texts are of such ``characters`` and attributes of such as in ``value``: classes."""
    plain = f"{characters}++|{_KNOWN}"
    text = f"(?:{plain})*+"
    link = rf'<a(?: (?:href|target|rel|title)="{value}*+"){{0,20}}+>{text}</a>'
    spans = "|".join([plain, link, *(f"<{tag}>{text}</{tag}>" for tag in _STRESS)])
    paragraph = rf"<p>(?:{spans})*+</p>"
    heading = rf"<h(?P<level>[1-6])>(?:{spans})*+</h(?P=level)>"
    quotation = rf"<blockquote>[ \t\n]*+(?:{paragraph}[ \t\n]*+)++</blockquote>"
    items = rf"[ \t\n]*+(?:<li>(?:{spans})*+</li>[ \t\n]*+)++"
    lists = rf"<(?P<list>[uo]l)>{items}</(?P=list)>"
    return re.compile(f"(?:{paragraph}|{spans}|{heading}|{quotation}|{lists})++")


_SIMPLE = _grammar(r"[^<>&\r]", r'[^"<>&\r\n]')
# Nothing in this needs to be made legal or clean, but for references.
_SAFE = _grammar(rf"[\n -%'-;=?-~{PLAIN}]", r"[ !#-%'-;=?-~]")


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
    for place, part in enumerate(_TAG.split(html)):
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
