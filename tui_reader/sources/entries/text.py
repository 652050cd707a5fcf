"""An entry's summary and content to lead, body, photos and related links; JSON Feed and XML feeds alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from tui_reader.model import Block, BlockKind, Body, Photo, RelatedLink, texts
from tui_reader.simple_html import HtmlBody
from tui_reader.sources.html import Content, parse_fragment, plain_blocks
from tui_reader.sources.hypertext.photo_book import PhotoBook
from tui_reader.values import frozen

SHORT = 600  # characters; a summary below that is no whole article
MAX_LEAD = 150  # words
_BEFORE = 60  # words that may stand before where a text begins
_AHEAD = _BEFORE + 10
_CUT = re.compile(r"(?:\.{3}|…|\[\s*(?:…|\.{3}|&hellip;)\s*\]|\(\s*(?:…|\.{3})\s*\)|[>»→])\s*$")
_PLAIN_ADDRESS = re.compile(r"https?://([a-z0-9.-]+)(/[\w./%~-]*|)", re.ASCII)
_WORD = re.compile(r"\w+")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|at_\w+|cmpid|ref|source|ns_\w+|xtor|ocid|mc_\w+", re.IGNORECASE)


@frozen
class EntryText:
    """A text of an entry as the feed gives it; ``base`` is what its relative addresses refer to."""

    value: str
    html: bool = True
    base: str | None = None


@frozen
class Composed:
    """What an entry's texts come to; its photos are in the book that was handed over."""

    lead: str | None
    body: Body
    related: tuple[RelatedLink, ...]
    partial: bool


def compose(
    summary: EntryText | None, content: EntryText | None, *, url: str | None, book: PhotoBook
) -> Composed:
    """Lead and body. A summary that is only the content's beginning (or all of it) is no lead.

    Where it says something else it is the lead, unless it is the longer text by far. An entry without
    content has its summary as the body; it is partial where that is short or cut off. A closing link to the
    entry itself ('continue reading') is no text, and says that the text is cut off.
    """
    full = _read(content, book)
    brief = _read(summary, book)
    brief_words = _words(brief)
    # No question below looks further than that.
    full_words = _words(full, len(brief_words) + _AHEAD)
    lead: str | None = None
    related = [*full.related, *brief.related]
    if not full_words or (brief_words and _begins(brief_words, full_words)):
        chosen = Content((*brief.body, *(full.body if not full_words else ())))
    elif not brief_words or _begins(full_words, brief_words):
        chosen, related = full, list(full.related)
    elif len(brief_words) > max(MAX_LEAD, 3 * len(full_words)):
        chosen = Content((*brief.body, *full.body))
    else:
        chosen = full
        lead = " ".join(texts(brief.body))
    kept = [link for link in related if not same_page(link.url, url)]
    body, more = chosen.body, False
    if len(kept) < len(related) or not isinstance(body, HtmlBody):
        body, more = _without_continuation(body, url)
    told = texts(body)
    cut = more or _CUT.search("".join(told[-20:])[-20:]) is not None
    partial = cut or (not full_words and sum(map(len, told)) < SHORT)
    return Composed(lead, _placed(body, book), tuple(kept), partial)


def same_page(left: str | None, right: str | None) -> bool:
    """Whether two addresses lead to one page: fragments and campaign marks do not count."""
    if left is None or right is None or left == right:
        return left is not None and left == right
    own = _page(right)
    return own[1] in left and _page(left) == own  # most other pages have not even its path


def title_from(text: str) -> str:
    """A headline for an entry that has none: the beginning of its text."""
    line = text.partition("\n")[0].strip()
    if len(line) <= 100:
        return line
    return line[:99].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"


def title_from_photos(photos: Sequence[Photo]) -> str:
    """A headline for an entry that is nothing but pictures: what the first one shows, else its file's name."""
    if not photos:
        return ""
    first = photos[0]
    return first.caption or first.alt or (first.url or "").rstrip("/").rpartition("/")[2] or "Photo"


def _read(text: EntryText | None, book: PhotoBook) -> Content:
    if text is None or not text.value.strip():
        return Content()
    if text.html:
        return parse_fragment(text.value, text.base, book=book)
    return Content(tuple(plain_blocks(text.value)))


def _words(content: Content, most: int | None = None) -> list[str]:
    """The words of a text, the first ``most`` of them."""
    words: list[str] = []
    for text in texts(content.body):
        words += _WORD.findall(text.casefold())
        if most is not None and len(words) >= most:
            return words[:most]
    return words


def _begins(long: list[str], short: list[str]) -> bool:
    """Whether ``short`` is how ``long`` begins; the last words may be cut, or ask to read on."""
    compared = max(1, len(short) - (6 if len(short) > 20 else 2 if len(short) > 6 else 0))
    if compared > len(long):
        return False
    head = short[:compared]
    if long[:compared] == head:
        return True
    # A dateline, a byline or a caption may stand before it.
    window = "\n".join(long[: compared + _BEFORE])
    return "\n".join(head) in window


def _without_continuation(body: Body, url: str | None) -> tuple[Body, bool]:
    """``body`` without a last block that is only a link to the entry itself, and whether there was one."""
    for position in range(len(body) - 1, max(-1, len(body) - 3), -1):
        block = body[position]
        if block.kind is BlockKind.PARAGRAPH and len(block.links) == 1 and len(block.text) < 120:
            link = block.links[0]
            if same_page(link.url, url) and link.end - link.start >= len(block.text) - 3:
                return (*body[:position], *body[position + 1 :]), len(body) > 1
    return body, False


def placed_first(body: Body, photos: Iterable[int]) -> Body:
    """``body`` with blocks for ``photos`` (indices) before its text."""
    if isinstance(body, HtmlBody):
        return body.behind(photos)
    return (*(Block(BlockKind.PHOTO, photo=index) for index in photos), *body)


def _placed(body: Body, book: PhotoBook) -> Body:
    """``body``; photos that only the other text held come first."""
    placed: set[int | None] = set()
    if not isinstance(body, HtmlBody):
        placed = {block.photo for block in body if block.kind is BlockKind.PHOTO}
    return placed_first(body, [index for index in range(len(book.photos)) if index not in placed])


@lru_cache(maxsize=4096)
def _page(url: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    if (plain := _PLAIN_ADDRESS.fullmatch(url)) is not None:
        return plain[1].removeprefix("www."), plain[2].rstrip("/"), ()
    try:
        parts = urlsplit(url)
        query = parse_qsl(parts.query, max_num_fields=100)
    except ValueError:
        return url, "", ()
    told = tuple(sorted(pair for pair in query if not _TRACKING.fullmatch(pair[0])))
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/"), told
