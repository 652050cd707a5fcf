"""The body of a Markdown text: its blocks, photos with captions, and related links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tui_reader.model import Block, BlockKind, InlineLink, LinkKind, Photo, RelatedLink
from tui_reader.sources.marked.inline import Address, Inline, Picture
from tui_reader.sources.marked.parts import Part, moved, read_parts
from tui_reader.vocabulary import credited, split_credit, split_read_also


@dataclass
class Body:
    """What a Markdown text holds below its front matter."""

    title: str | None = None
    blocks: list[Block] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    related: list[RelatedLink] = field(default_factory=list)


def read_body(tokens: Sequence[Any], address: Address, title: str | None) -> Body:
    """The parser's tokens as blocks. ``title`` is the front matter's: a first heading that repeats it is dropped."""
    parts = read_parts(tokens, address)
    body = Body()
    first = next((part for part in parts if part.kind is BlockKind.HEADING), None)
    if first is not None and (first.level == 1 or first is parts[0]):
        text = " ".join(first.inline.text.split())
        if text and (title is None or text.casefold() == title.casefold()):
            body.title = text
            parts.remove(first)
    index = 0
    while index < len(parts):
        index += _read_part(parts, index, body)
    return body


def _read_part(parts: list[Part], index: int, body: Body) -> int:
    """Read the part at ``index`` into ``body``; the number of parts that it took."""
    part = parts[index]
    if (taken := _read_also(parts, index, body)) > 0:
        return taken
    pictures = part.inline.pictures
    alone = (
        bool(pictures)
        and (not part.inline.text or part.inline.emphasised)
        and part.kind is BlockKind.PARAGRAPH
    )
    if not alone:
        _add(part, body)
        for point in (part.inline, *part.points, *(cell for row in part.rows for cell in row)):
            for picture in point.pictures:
                _add_photo(picture, None, body)
        return 1
    caption, taken = part.inline.text or None, 1
    if caption is None and pictures[-1].title is None and index + 1 < len(parts):
        after = parts[index + 1]
        plain = after.kind is BlockKind.PARAGRAPH and not after.inline.pictures
        if plain and (
            after.inline.emphasised or (len(after.inline.text) < 600 and credited(after.inline.text))
        ):
            caption, taken = after.inline.text, 2
            _add_links(after.inline.text, after.inline.links, body)
    for picture in pictures[:-1]:
        _add_photo(picture, None, body)
    _add_photo(pictures[-1], caption, body)
    return taken


def _add_photo(picture: Picture, caption: str | None, body: Body) -> None:
    told = caption if picture.title is None else picture.title
    text, credit = split_credit(" ".join(told.split())) if told else (None, None)
    if caption is not None and picture.title is not None:
        more, second = split_credit(" ".join(caption.split()))
        text, credit = " ".join(filter(None, (text, more))) or None, credit or second
    body.blocks.append(Block(BlockKind.PHOTO, photo=len(body.photos)))
    body.photos.append(Photo(picture.url, picture.alt, text, credit))


def _add(part: Part, body: Body) -> None:
    if part.kind is BlockKind.LIST:
        text, items, links = "", [], list[InlineLink]()
        for point in part.points:
            links += moved(point.links, len(text))
            items.append(point.text)
            text += point.text + "\n"
        block = Block(
            part.kind, "\n".join(items), ordered=part.ordered, items=tuple(items), links=tuple(links)
        )
    elif part.kind is BlockKind.TABLE:
        rows = tuple(tuple(cell.text for cell in row) for row in part.rows)
        block = Block(part.kind, "\n".join("\t".join(row) for row in rows), rows=rows)
        for cell in (cell for row in part.rows for cell in row):
            _add_links(cell.text, cell.links, body)
    else:
        block = Block(part.kind, part.inline.text, level=part.level, links=tuple(part.inline.links))
    if block.text.strip():
        body.blocks.append(block)
        _add_links(block.text, block.links, body)


def _add_links(text: str, links: Iterable[InlineLink], body: Body) -> None:
    for link in links:
        title = " ".join(text[link.start : link.end].split())
        if title:
            body.related.append(RelatedLink(title, link.url, LinkKind.IN_TEXT))


def _read_also(parts: list[Part], index: int, body: Body) -> int:
    """Take a 'read also' part and its links out of the text: how many parts they are, 0 where there is none."""
    part = parts[index]
    if part.kind in (BlockKind.LIST, BlockKind.TABLE, BlockKind.CODE) or part.inline.pictures:
        return 0
    found = split_read_also(part.inline.text.split("\n", 1)[0])
    if found is None:
        return 0
    links, rest = part.inline.links, found[1]
    if links and (rest or "\n" in part.inline.text or len(found[0]) < len(part.inline.text) - 3):
        body.related += _read_links(part.inline)
        return 1
    if rest:
        if part.kind is BlockKind.HEADING or len(rest) > 250:
            return 0
        body.related.append(RelatedLink(rest))
        return 1
    taken = 1
    while index + taken < len(parts) and (more := _offered(parts[index + taken], taken)):
        body.related += more
        taken += 1
    return taken if taken > 1 else 0


def _offered(part: Part, position: int) -> list[RelatedLink]:
    """The links of a list, or of a paragraph that is nothing but a link, below a label."""
    if part.kind is BlockKind.LIST and position == 1:
        return [link for point in part.points for link in _read_links(point)]
    text, links = part.inline.text, part.inline.links
    if (
        part.kind is BlockKind.PARAGRAPH
        and links
        and sum(link.end - link.start for link in links) >= 0.6 * len(text)
    ):
        return _read_links(part.inline)
    return []


def _read_links(inline: Inline) -> list[RelatedLink]:
    if not inline.links:
        title = " ".join(inline.text.split())
        return [RelatedLink(title)] if title else []
    if len(inline.links) == 1:
        words = inline.text[inline.links[0].start : inline.links[0].end]
        return [RelatedLink(" ".join(words.split()), inline.links[0].url)]
    return [
        RelatedLink(" ".join(inline.text[link.start : link.end].split()), link.url) for link in inline.links
    ]
