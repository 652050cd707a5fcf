"""Whole values through `clean`: the step between the sources and everything that stores or prints.

A source may hand over any text; after `clean_article` no field holds a character that a terminal obeys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tui_reader.clean import clean_address, clean_code, clean_line, clean_text
from tui_reader.languages import normalize
from tui_reader.limits import MAX_TEXT, MAX_TITLE
from tui_reader.model import Article, Block, BlockKind, EditionLink, InlineLink, Photo, RelatedLink

_PLAIN_TEXT = (BlockKind.PARAGRAPH, BlockKind.QUOTE)


def clean_article(article: Article) -> Article:
    """``article`` with every text, tag and address made safe; empty texts become None or are left out.

    The identity is left as it is: it is never printed, and the article's id is made of it.
    """
    photos = tuple(_photo(photo) for photo in article.photos)
    body = (_block(block) for block in article.body)
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
        body=tuple(block for block in body if _says_something(block, photos)),
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
