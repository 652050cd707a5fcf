"""Whole values through `clean`: the step between the sources and everything that stores or prints.

A source may hand over any text; after `clean_article` no field holds a character that a terminal obeys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tui_reader.clean import are_clean, clean_address, clean_code, clean_line, clean_text, is_clean_address
from tui_reader.languages import normalize
from tui_reader.limits import MAX_TEXT, MAX_TITLE
from tui_reader.model import Article, Block, BlockKind, Body, EditionLink, InlineLink, Photo, RelatedLink
from tui_reader.simple_html import HtmlBody

_PLAIN_TEXT = (BlockKind.PARAGRAPH, BlockKind.QUOTE)
_LINES = (*_PLAIN_TEXT, BlockKind.HEADING)


def clean_article(article: Article) -> Article:
    """``article`` with every text, tag and address made safe; empty texts become None or are left out.

    The identity is left as it is: it is never printed, and the article's id is made of it.
    """
    return article if _is_clean(article) else _cleaned(article)


def _is_clean(article: Article) -> bool:
    """Whether an article surely comes out as it is: most do, and one look at all its texts tells."""
    lines = [article.title, *article.authors]
    lines += [
        text for text in (article.source, article.site, article.lead, article.story) if text is not None
    ]
    addresses = [] if article.url is None else [article.url]
    for photo in article.photos:
        lines += [text for text in (photo.alt, photo.caption, photo.credit) if text is not None]
        addresses += () if photo.url is None else (photo.url,)
    for related in article.related:
        lines.append(related.title)
        addresses += () if related.url is None else (related.url,)
        if len(related.title) > MAX_TITLE:
            return False
    if not _is_plain_body(article, lines, addresses):
        return False
    return (
        not article.editions
        and len(article.title) <= MAX_TITLE
        and article.language == normalize(article.language)
        and article.language_declared == normalize(article.language_declared)
        and all(addresses)
        and is_clean_address("".join(addresses))
        and are_clean(lines)
        and max(map(len, lines)) <= MAX_TEXT
        and article.identity == _paired(article.identity)
    )


def _is_plain_body(article: Article, lines: list[str], addresses: list[str]) -> bool:
    """Whether all blocks are as they should be, but for what goes to ``lines`` and ``addresses``."""
    if isinstance(article.body, HtmlBody):  # its texts and links are safe, or it would not be one
        return all(index in range(len(article.photos)) for index in article.body.photos)
    for block in article.body:
        if not _is_plain(block, lines, len(article.photos)):
            return False
        for link in block.links:
            addresses.append(link.url)
            if not 0 <= link.start < link.end <= len(block.text):
                return False
    return True


def _is_plain(block: Block, lines: list[str], photos: int) -> bool:
    """Whether a block has what belongs to its kind, its links aside; its lines go to the others."""
    kind = block.kind
    if kind in _LINES:
        lines.append(block.text)
        level = block.level
        if kind is BlockKind.HEADING:
            level = None if level in range(1, 7) else 0
        return level is None and block.photo is None and not (block.items or block.rows or block.ordered)
    if kind is BlockKind.PHOTO:
        return block.photo in range(photos) and block == Block(kind, photo=block.photo)
    lines += block.items
    return (
        kind is BlockKind.LIST
        and bool(block.items)
        and block.text == "\n".join(block.items)
        and block.level is None
        and block.photo is None
        and not block.rows
    )


def _cleaned(article: Article) -> Article:
    photos = tuple(_photo(photo) for photo in article.photos)
    related = (_related(link) for link in article.related)
    return replace(
        article,
        identity=_paired(article.identity),
        title=_cut(article.title, MAX_TITLE),
        source=clean_line(article.source),
        language=normalize(article.language),
        language_declared=normalize(article.language_declared),
        url=_address(article.url),
        site=_line(article.site),
        authors=tuple(name for name in (clean_line(author) for author in article.authors) if name),
        lead=_line(article.lead),
        body=_body(article.body, photos),
        photos=photos,
        related=tuple(link for link in related if link.title),
        editions=tuple(edition for link in article.editions if (edition := _edition(link)) is not None),
        story=_line(article.story),
    )


def _cut(text: str, length: int, safe: Callable[[str], str] = clean_line) -> str:
    """``text`` made safe and no longer than ``length``: cutting first keeps a huge one cheap."""
    done = safe(text[:length])
    return done if len(done) <= length else safe(done[:length])


def _line(text: str | None) -> str | None:
    return (_cut(text, MAX_TEXT) or None) if text else None


def _address(url: str | None) -> str | None:
    return (clean_address(url) or None) if url else None


def _body(body: Body, photos: tuple[Photo, ...]) -> Body:
    if isinstance(body, HtmlBody) and all(index in range(len(photos)) for index in body.photos):
        return body
    return tuple(block for block in map(_block, body) if _says_something(block, photos))


def _says_something(block: Block, photos: tuple[Photo, ...]) -> bool:
    if block.kind is BlockKind.PHOTO:
        return block.photo is not None and 0 <= block.photo < len(photos)
    return bool(block.text)


def _block(block: Block) -> Block:
    """A safe block with what belongs to its kind.

    A link's place is counted in the text that the source made: it holds only while that text does.
    """
    kind = block.kind
    if kind in _PLAIN_TEXT and not block.items and not block.rows and block.photo is None:
        return _paragraph(block)
    if kind is BlockKind.PHOTO:
        return Block(kind, photo=block.photo)
    if kind is BlockKind.TABLE:
        rows = tuple(tuple(clean_line(cell) for cell in row) for row in block.rows)
        done = Block(kind, "\n".join("\t".join(row) for row in rows), rows=rows)
    elif kind is BlockKind.LIST:
        items = tuple(item for item in (_item(item) for item in block.items) if item.strip())
        done = Block(kind, "\n".join(items), ordered=block.ordered, items=items)
    else:
        level = None if block.level is None or kind is not BlockKind.HEADING else min(max(block.level, 1), 6)
        text = _cut(block.text, MAX_TEXT, clean_code if kind is BlockKind.CODE else clean_text)
        done = Block(kind, text, level=level)
    return (
        replace(done, links=tuple(_links(block.links, len(done.text)))) if done.text == block.text else done
    )


def _paragraph(block: Block) -> Block:
    """A safe block of the kinds that are nothing but text: most blocks, and safe as they are."""
    text = _cut(block.text, MAX_TEXT, clean_text)
    if text != block.text:
        return Block(block.kind, text)
    if block.level is None and not block.ordered and not block.links:
        return block
    return Block(block.kind, text, links=tuple(_links(block.links, len(text))))


def _links(links: Iterable[InlineLink], length: int) -> Iterator[InlineLink]:
    for link in links:
        url = clean_address(link.url)
        if url and 0 <= link.start < link.end <= length:
            yield replace(link, url=url)


def _item(item: str) -> str:
    """A list's item; spaces at its start tell how deep it stands."""
    return " " * min(len(item) - len(item.lstrip(" ")), 12) + clean_line(item)


def _photo(photo: Photo) -> Photo:
    return Photo(_address(photo.url), _line(photo.alt), _line(photo.caption), _line(photo.credit))


def _related(link: RelatedLink) -> RelatedLink:
    return RelatedLink(_cut(link.title, MAX_TITLE), _address(link.url), link.kind)


def _edition(edition: EditionLink) -> EditionLink | None:
    """A safe edition; None for one whose language is no tag."""
    language = normalize(edition.language)
    if language is None:
        return None
    return EditionLink(language, _address(edition.url), _line(edition.title), _line(edition.id))


def _paired(identity: str) -> str:
    """Two surrogates that make a pair as the character they stand for, as JSON would write and read them."""
    return identity.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
