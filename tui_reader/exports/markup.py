"""An article as markup that is HTML and XHTML at once. Every text is escaped, and no address leads elsewhere than the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from html import escape
from urllib.parse import quote

from tui_reader.exports.kept import Kept
from tui_reader.model import Article, Block, BlockKind, InlineLink, LinkKind, Photo
from tui_reader.words import tr

_WEB = re.compile(
    r"https?://(?:[^\s/?#@]*@)?(?:\[[0-9a-f:.]+\]|[^\s/?#@<>\"{}|\\^`\[\]%']+)(?=[/?#]|$)", re.IGNORECASE
)
_FORBIDDEN = re.compile(r"[\s<>\"{}|\\^`\[\]]|%(?![0-9a-fA-F]{2})")
# Gives the address under which a photo's picture stands in the document, None where it doesn't.
Source = Callable[[Photo], str | None]


def body(kept: Kept, source: Source, *, level: int = 1) -> str:
    """The article from its title, a heading of ``level``, to its related links."""
    article = kept.article
    parts = [_element(f"h{level}", text(article.title or tr("Untitled"))), _about(kept)]
    parts += [_kept(kept)]
    placed = {block.photo for block in article.body if block.kind is BlockKind.PHOTO}
    parts += [_photo(photo, source) for number, photo in enumerate(article.photos) if number not in placed]
    if article.lead:
        parts.append(f'<p class="lead">{text(article.lead)}</p>')
    parts += [_block(article, block, source, level) for block in article.body]
    parts.append(_related(article, level))
    return "\n".join(part for part in parts if part)


def text(plain: str) -> str:
    """``plain``, escaped for text and attributes alike; line breaks are breaks."""
    return escape(plain, quote=True).replace("\n", "<br/>")


def attribute(plain: str) -> str:
    """``plain`` escaped for an attribute."""
    return escape(plain, quote=True)


def web_address(url: str | None) -> str | None:
    """``url`` where it is one of the web, as RFC 3987 writes it and escaped for an attribute; else None.

    No script, no file of this disk; characters that no address may hold are percent-encoded.
    """
    found = _WEB.match(url) if url else None
    if found is None or url is None:
        return None
    rest, mark, fragment = url[found.end() :].partition("#")
    fragment = fragment.replace("#", "%23")
    return attribute(
        found.group() + _FORBIDDEN.sub(lambda match: quote(match.group()), rest + mark + fragment)
    )


def when(moment: datetime) -> str:
    """A time as people read it."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _element(name: str, inside: str) -> str:
    return f"<{name}>{inside}</{name}>"


def _about(kept: Kept) -> str:
    article = kept.article
    facts = [text(fact) for fact in (article.site or article.source, ", ".join(article.authors)) if fact]
    facts += [text(when(article.published))] if article.published else []
    if address := web_address(article.url):
        facts.append(f'<a href="{address}">{text(article.url or "")}</a>')
    return f'<p class="about">{" · ".join(facts)}</p>' if facts else ""


def _kept(kept: Kept) -> str:
    tags = " ".join(f"#{tag}" for tag in kept.held.tags)
    parts = [f'<p class="tags">{text(tags)}</p>'] if tags else []
    parts += (
        [f'<blockquote class="note"><p>{text(kept.held.note)}</p></blockquote>'] if kept.held.note else []
    )
    return "\n".join(parts)


def _photo(photo: Photo, source: Source) -> str:
    told = [text(photo.caption or "")] if photo.caption else []
    told += [f'<span class="credit">{text(photo.credit)}</span>'] if photo.credit else []
    address, named = source(photo), text(photo.alt or tr("Photo"))
    if address is not None:
        picture = f'<img src="{attribute(address)}" alt="{attribute(photo.alt or "")}"/>'
    elif outside := web_address(photo.url):
        picture = f'<p><a href="{outside}">{named}</a></p>'
    else:
        picture = f"<p>{named}</p>"
    caption = f"<figcaption>{' '.join(told)}</figcaption>" if told else ""
    return f"<figure>{picture}{caption}</figure>"


def _block(article: Article, block: Block, source: Source, level: int) -> str:
    match block.kind:
        case BlockKind.PHOTO:
            known = block.photo is not None and 0 <= block.photo < len(article.photos)
            return _photo(article.photos[block.photo or 0], source) if known else ""
        case BlockKind.HEADING:
            return _element(f"h{min(6, max(level + 1, block.level or 2))}", _linked(block.text, block.links))
        case BlockKind.QUOTE:
            return _element("blockquote", _element("p", _linked(block.text, block.links)))
        case BlockKind.CODE:
            return _element("pre", _element("code", escape(block.text)))
        case BlockKind.LIST:
            items = "".join(_element("li", text(item.strip())) for item in block.items)
            return _element("ol" if block.ordered else "ul", items) if items else ""
        case BlockKind.TABLE:
            rows = (
                _element("tr", "".join(_element("td", text(cell)) for cell in row))
                for row in block.rows
                if row
            )
            inside = "".join(rows)
            return _element("table", inside) if inside else ""
        case _:
            return _element("p", _linked(block.text, block.links))


def _linked(plain: str, links: Iterable[InlineLink]) -> str:
    """``plain`` with its links; one that begins inside another is left out."""
    parts, end = [], 0
    for link in sorted(links, key=lambda one: one.start):
        address = web_address(link.url)
        if address is None or link.start < end or not link.start < link.end <= len(plain):
            continue
        parts += [
            text(plain[end : link.start]),
            f'<a href="{address}">{text(plain[link.start : link.end])}</a>',
        ]
        end = link.end
    return "".join([*parts, text(plain[end:])])


def _related(article: Article, level: int) -> str:
    offered = [link for link in article.related if link.kind is LinkKind.READ_ALSO]
    if not offered:
        return ""
    items = []
    for link in offered:
        address = web_address(link.url)
        items.append(
            f'<li><a href="{address}">{text(link.title)}</a></li>'
            if address
            else f"<li>{text(link.title)}</li>"
        )
    heading = text(tr("Read also"))
    return f"<h{level + 1}>{heading}</h{level + 1}>\n<ul>{''.join(items)}</ul>"
