"""A news page saved as plain text: language tabs, headline, photos, text, related links.

Blocks are separated by empty lines. The first may be the site's language tabs; then comes the headline,
often twice, the second time glued to the lead photo's caption; short lines between paragraphs are
sub-headings; last come 'read also' lines. Nothing here reads a file. The rules are general: none knows a
site, and where they are unsure a block stays a paragraph, so that no word is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tui_reader.detection import choose
from tui_reader.model import Article, Block, BlockKind, EditionLink, Photo, RelatedLink
from tui_reader.sources.plain.blocks import (
    heading_like,
    heading_text,
    is_list,
    is_marked,
    is_ordered,
    split,
    tabs,
    without_mark,
)
from tui_reader.sources.plain.links import in_text, read_also
from tui_reader.sources.plain.photos import photo_of
from tui_reader.vocabulary import byline, points_elsewhere

MAX_TITLE = 300
_CUT = 120


@dataclass(frozen=True)
class _Layout:
    """The blocks below the headline, and what can be said of each alone: its photo, whether it is a short line."""

    blocks: list[str]
    photos: list[Photo | None]
    captioned: list[bool]
    short: list[bool]

    def in_row(self, position: int) -> bool:
        """Whether the block at ``position`` is a short line that nothing marks as a heading."""
        return (
            0 <= position < len(self.blocks) and self.short[position] and not is_marked(self.blocks[position])
        )


@dataclass
class _Reading:
    """What has been read so far."""

    title: str
    body: list[Block] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    related: list[RelatedLink] = field(default_factory=list)
    authors: tuple[str, ...] = ()


def read(text: str, identity: str) -> Article:
    """The article that ``text`` tells; any text gives one, an empty text one without title and body."""
    blocks = split(text)
    languages, blocks = _take_tabs(blocks)
    title, blocks = _take_title(blocks)
    reading = _Reading(title)
    _read_blocks(blocks, reading)
    whole = "\n".join([title, *(block.text for block in reading.body)])
    return Article(
        identity=identity,
        title=title,
        language=choose(whole, languages),
        authors=reading.authors,
        body=tuple(reading.body),
        photos=tuple(reading.photos),
        related=tuple(reading.related),
        editions=tuple(EditionLink(language) for language in languages),
    )


def _take_tabs(blocks: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The languages of the tabs in the first block and what is left of the blocks."""
    if not blocks:
        return (), blocks
    if found := tabs(blocks[0]):
        return found, blocks[1:]
    first, *lines = blocks[0].split("\n")
    if lines and (found := tabs(first)):
        return found, ["\n".join(lines), *blocks[1:]]
    return (), blocks


def _take_title(blocks: list[str]) -> tuple[str, list[str]]:
    """The headline and the blocks after it; a text without a headline lends its first words and keeps them."""
    if not blocks:
        return "", blocks
    if (
        len(blocks) > 1
        and len(blocks[1]) <= MAX_TITLE
        and photo_of(blocks[0], "", False)
        and heading_like(blocks[1])
    ):
        blocks = [blocks[1], blocks[0], *blocks[2:]]
    title, *lines = blocks[0].split("\n")
    title = heading_text(title)
    if len(title) <= MAX_TITLE and title:
        return title, [*lines, *blocks[1:]]
    return title[:_CUT].rsplit(" ", 1)[0] + "…", blocks


def _read_blocks(blocks: list[str], reading: _Reading) -> None:
    title = " ".join(reading.title.split()).casefold()
    if blocks and " ".join(blocks[0].split()).casefold() == title:
        blocks = blocks[1:]
    photos = [photo_of(block, reading.title, index == 0) for index, block in enumerate(blocks)]
    captioned = [photo is not None and photo.caption is not None for photo in photos]
    short = [photo is None and heading_like(block) for photo, block in zip(photos, blocks, strict=True)]
    layout = _Layout(blocks, photos, captioned, short)
    index = 0
    while index < len(blocks):
        index += _read_block(layout, index, reading)


def _read_block(layout: _Layout, index: int, reading: _Reading) -> int:
    """Read the block at ``index``; the number of blocks that this took."""
    photo, block = layout.photos[index], layout.blocks[index]
    if photo is not None:
        reading.body.append(Block(BlockKind.PHOTO, photo=len(reading.photos)))
        reading.photos.append(photo)
    elif (found := read_also(layout.blocks, index, layout.captioned)) is not None:
        links, taken = found
        reading.related += links
        return taken
    elif not reading.authors and not _has_prose(reading) and (names := byline(block)):
        reading.authors = names
    else:
        reading.body += _text_blocks(layout, index, reading)
    return 1


def _has_prose(reading: _Reading) -> bool:
    return any(block.kind is not BlockKind.PHOTO for block in reading.body)


def _text_blocks(layout: _Layout, index: int, reading: _Reading) -> list[Block]:
    block = layout.blocks[index]
    lines = block.split("\n")
    if all(line.startswith(">") for line in lines):
        return [_linked(BlockKind.QUOTE, "\n".join(line.lstrip("> ") for line in lines), reading)]
    if is_list(lines):
        return [_list(lines)]
    if len(lines) > 2 and is_list(lines[1:]):
        return [_linked(BlockKind.PARAGRAPH, lines[0], reading), _list(lines[1:])]
    if _is_heading(layout, index, reading):
        return [Block(BlockKind.HEADING, heading_text(block), level=2)]
    if points_elsewhere(block) and index >= len(layout.blocks) // 2:
        reading.related.append(RelatedLink(block))
    return [_linked(BlockKind.PARAGRAPH, block, reading)]


def _list(lines: list[str]) -> Block:
    items = tuple(without_mark(line) for line in lines)
    return Block(BlockKind.LIST, "\n".join(items), ordered=is_ordered(lines[0]), items=items)


def _linked(kind: BlockKind, text: str, reading: _Reading) -> Block:
    text, links, related = in_text(text)
    reading.related += related
    return Block(kind, text, links=links)


def _is_heading(layout: _Layout, index: int, reading: _Reading) -> bool:
    """A short line that is no sentence is a sub-heading where text stands before it.

    Of three such lines in a row only the first can be one: the others are the points that it announces.
    Marked lines (``◆``, a number, a time) are headings wherever they stand, and what follows one is none.
    """
    if not layout.short[index] or not _has_prose(reading):
        return False
    if is_marked(layout.blocks[index]):
        return True
    if index > 0 and layout.short[index - 1] and is_marked(layout.blocks[index - 1]):
        return False
    before = next((steps for steps in range(3) if not layout.in_row(index - 1 - steps)), 3)
    after = next((steps for steps in range(3) if not layout.in_row(index + 1 + steps)), 3)
    return before == 0 or before + after < 2
