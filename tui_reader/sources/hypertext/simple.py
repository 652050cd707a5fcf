"""HTML that is paragraphs, headings and quotations with links and emphasis in them, and nothing else: most of what feeds carry.

Whether a text is of that kind is one question, and then it is read without a tree, to the blocks that `builder` makes of
it. Every other goes to the parser, and so does what a parser may read in a way of its own: references that not all know,
attributes that mean something, tags within links.
"""

from __future__ import annotations

import re
from html import unescape

from tui_reader.model import Block, BlockKind
from tui_reader.sources.hypertext.hrefs import resolve
from tui_reader.sources.hypertext.inline import Inline

MAX_SIMPLE = 100_000  # characters
_PLAIN = r"[^<>&\r]++|&(?:amp|quot|lt|gt|nbsp|ndash|mdash|laquo|raquo|hellip|[lr]squo|[lr]dquo);"
_TEXT = f"(?:{_PLAIN})*+"
_STRESS = ("em", "strong", "b", "i", "u")
_LINK = rf'<a(?: (?:href|target|rel|title)="[^"<>&\r\n]*+")*+>{_TEXT}</a>'
_SPANS = "|".join([_PLAIN, _LINK, *(f"<{tag}>{_TEXT}</{tag}>" for tag in _STRESS)])
_HEADINGS = rf"<h(?P<level>[1-6])>(?:{_SPANS})*+</h(?P=level)>"
_PARAGRAPH = rf"<p>(?:{_SPANS})*+</p>"
_QUOTATION = rf"<blockquote>[ \t\n]*+(?:{_PARAGRAPH}[ \t\n]*+)++</blockquote>"
_SIMPLE = re.compile(f"(?:{_PARAGRAPH}|{_SPANS}|{_HEADINGS}|{_QUOTATION})++")
_TAG = re.compile("(<[^>]*>)")
_STRESSING = frozenset(f"<{end}{tag}>" for tag in _STRESS for end in ("", "/"))
_HREF = re.compile(' href="([^"]*)"')


def read(html: str, base: str | None) -> list[Block] | None:
    """The blocks of ``html``, made legal before; None where it is not of that kind. Takes linear time."""
    if len(html) > MAX_SIMPLE or _SIMPLE.fullmatch(html) is None:
        return None
    blocks: list[Block] = []
    inline = Inline()
    quoted = False
    level: int | None = None
    for place, part in enumerate(_TAG.split(html)):
        if place % 2 == 0:
            if part:
                inline.add(unescape(part) if "&" in part else part)
        elif part == "</a>":
            inline.close()
        elif part.startswith("<a"):
            href = _HREF.search(part)
            inline.open(resolve(href[1], base) if href is not None else None)
        elif part not in _STRESSING:
            _flush(inline, blocks, quoted=quoted, level=level)
            if part.endswith("blockquote>"):
                quoted = part[1] != "/"
            elif part[1] == "h":
                level = int(part[2])
            else:
                level = None
    _flush(inline, blocks, quoted=quoted, level=level)
    return blocks


def _flush(inline: Inline, blocks: list[Block], *, quoted: bool, level: int | None) -> None:
    if not inline.parts:
        inline.restart()
        return
    text, links = inline.take()
    if not text:
        return
    if quoted:
        blocks.append(Block(BlockKind.QUOTE, text, links=links))
    elif level is not None:
        blocks.append(Block(BlockKind.HEADING, text.replace("\n", " "), level=level, links=links))
    else:
        blocks.append(Block(BlockKind.PARAGRAPH, text, links=links))
