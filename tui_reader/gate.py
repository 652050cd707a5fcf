"""Whole values through `clean`: the step between the sources and everything that stores or prints.

A source may hand over any text; after `clean_article` no field holds a character that a terminal obeys.
"""

from __future__ import annotations

from dataclasses import replace

from tui_reader.clean import clean_address, clean_code, clean_line, clean_text
from tui_reader.model import Article, Block, BlockKind, EditionLink, Photo, RelatedLink

# Where one entry is larger than a book, what follows is not news.
MAX_TITLE = 1000
MAX_TEXT = 2_000_000


def clean_article(article: Article) -> Article:
    """``article`` with every text and address made safe; empty texts become None or are left out."""
    return replace(
        article,
        title=clean_line(article.title[:MAX_TITLE]),
        url=_address(article.url),
        site=_line(article.site),
        authors=tuple(name for name in (clean_line(author) for author in article.authors) if name),
        lead=_line(article.lead),
        body=tuple(
            block for block in map(_block, article.body) if block.text or block.kind is BlockKind.PHOTO
        ),
        photos=tuple(_photo(photo) for photo in article.photos),
        related=tuple(_related(link) for link in article.related if link.title.strip()),
        editions=tuple(_edition(edition) for edition in article.editions),
    )


def _line(text: str | None) -> str | None:
    return (clean_line(text[:MAX_TEXT]) or None) if text else None


def _address(url: str | None) -> str | None:
    return (clean_address(url) or None) if url else None


def _block(block: Block) -> Block:
    text = (clean_code if block.kind is BlockKind.CODE else clean_text)(block.text[:MAX_TEXT])
    if block.kind is BlockKind.TABLE:
        rows = tuple(tuple(clean_line(cell) for cell in row) for row in block.rows)
        return replace(block, rows=rows, text="\n".join("\t".join(row) for row in rows))
    if block.kind is BlockKind.LIST:
        items = tuple(item for item in (_item(item) for item in block.items) if item.strip())
        text = "\n".join(items)
        return replace(block, items=items, text=text, links=block.links if text == block.text else ())
    # A link's place is counted in the text that the source made: it holds only while that text does.
    links = (
        tuple(replace(link, url=clean_address(link.url)) for link in block.links)
        if text == block.text
        else ()
    )
    return replace(block, text=text, links=links)


def _item(item: str) -> str:
    """A list's item; spaces at its start tell how deep it stands."""
    return " " * min(len(item) - len(item.lstrip(" ")), 12) + clean_line(item)


def _photo(photo: Photo) -> Photo:
    return Photo(_address(photo.url), _line(photo.alt), _line(photo.caption), _line(photo.credit))


def _related(link: RelatedLink) -> RelatedLink:
    return replace(link, title=clean_line(link.title[:MAX_TITLE]), url=_address(link.url))


def _edition(edition: EditionLink) -> EditionLink:
    return replace(edition, url=_address(edition.url), title=_line(edition.title))
