"""A piece of HTML, as feeds carry it, to the parts of an article."""

from __future__ import annotations

import re
from html import unescape

from tui_reader import simple_html as simple
from tui_reader.clean import clean_text, is_clean_address
from tui_reader.limits import MAX_HTML
from tui_reader.model import Block, BlockKind, Body, LinkKind, Photo, RelatedLink
from tui_reader.sources.hypertext.builder import MAX_BLOCKS, Builder
from tui_reader.sources.hypertext.furniture import each_once, sort_out
from tui_reader.sources.hypertext.markup import has_tags, parse_prepared, prepare
from tui_reader.sources.hypertext.photo_book import PhotoBook
from tui_reader.values import frozen
from tui_reader.vocabulary import may_read_also

_ESCAPED_HTML = re.compile(
    r"</(?:p|div|a|b|i|strong|em|ul|li|h[1-6]|span)>|<br\s*/?>|<img\s[^>]*>", re.IGNORECASE
)
_WRAPPED_AT = range(50, 90)


@frozen
class Content:
    """What one fragment holds; the photo blocks of ``body`` index ``photos``."""

    body: Body = ()
    photos: tuple[Photo, ...] = ()
    related: tuple[RelatedLink, ...] = ()


def parse_fragment(html: str, base_url: str | None, *, book: PhotoBook | None = None) -> Content:
    """``html`` as blocks, photos, and related links ('read also' ones and those in the text).

    Relative addresses are resolved against ``base_url``. Text without any tag becomes paragraphs by its
    line breaks. At most `MAX_HTML` characters are read. Never raises, and takes linear time. With
    ``book`` the photos are added to those that it holds already, and all of them come back.
    """
    if not has_tags(html):
        text = unescape(html[:MAX_HTML])
        if not _ESCAPED_HTML.search(text):
            return Content(tuple(plain_blocks(text)), tuple(book.photos) if book else ())
        html = text
    if (safe := simple.is_safe(html)) and (content := _as_it_is(html, base_url, book)) is not None:
        return content
    builder = Builder(base_url, book)
    if safe or simple.is_simple(html := prepare(html)):
        builder.blocks = simple.read(html, base_url, safe=safe)
    elif (tree := parse_prepared(html)) is not None:
        builder.walk(tree)
    body, related = sort_out(builder.blocks, builder.book, builder.related)
    return Content(tuple(body), tuple(builder.book.photos), tuple(related))


def _as_it_is(html: str, base_url: str | None, book: PhotoBook | None) -> Content | None:
    """What `sort_out` would leave as it is, its blocks not made yet; None where it may change something."""
    body = simple.HtmlBody(html, base_url)
    if may_read_also(body.texts) or (links := simple.links(html, base_url)) is None:
        return None
    if not is_clean_address("".join(url for _, url in links)):
        return None
    related = each_once([RelatedLink(title, url, LinkKind.IN_TEXT) for title, url in links])
    return Content(body, tuple(book.photos) if book else (), tuple(related))


def plain_blocks(text: str) -> list[Block]:
    """Plain text as paragraphs: parted by empty lines, or by every line break where there are none."""
    text = clean_text(text[:MAX_HTML])
    wide = "\n\n" in text
    parts = [_unwrap(part) for part in text.split("\n\n")] if wide else _unwrap(text).split("\n")
    return [Block(BlockKind.PARAGRAPH, part) for part in parts[:MAX_BLOCKS] if part]


def _unwrap(part: str) -> str:
    """Join lines that a mail program or an editor broke at a fixed width."""
    lines = part.split("\n")
    if len(lines) > 2 and all(len(line) in _WRAPPED_AT for line in lines[:-1]):
        return " ".join(lines)
    return part
