"""What stands among an article's blocks and is not its text: 'read also' lines, captions after a photo."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.model import Block, BlockKind, InlineLink, LinkKind, RelatedLink
from tui_reader.sources.hypertext.photo_book import PhotoBook
from tui_reader.vocabulary import credited, split_read_also

MAX_RELATED = 1000
MAX_CAPTION = 400
_LINES = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST)


def sort_out(
    blocks: list[Block], book: PhotoBook, offered: list[RelatedLink]
) -> tuple[list[Block], list[RelatedLink]]:
    """The blocks that are text, and every related link once: those for further reading first.

    A 'read also' line or list that is links and little else leaves the text; one that names a title without
    an address stays in it. ``offered`` are links found on the way. A short labelled credit line after a
    photo without a caption becomes that photo's description.
    """
    kept: list[Block] = []
    asked: list[RelatedLink] = []
    under_label: int | None = None
    for block in blocks:
        if kept and kept[-1].kind is BlockKind.PHOTO and _describe(block, kept[-1], book):
            continue
        if block.kind not in _LINES:
            under_label = None
            kept.append(block)
            continue
        links = _linked(block) if block.links else []
        label = split_read_also(block.items[0] if block.items else block.text)
        if label is not None and not label[1] and not links:
            under_label = len(kept)
            kept.append(block)
        elif links and (label is not None or under_label is not None) and _covers(block, links):
            asked += _further(links)
            if under_label is not None:
                del kept[under_label:]
                under_label = None if block.kind is BlockKind.LIST else len(kept)
        else:
            if label is not None and label[1] and not block.links and block.kind is BlockKind.PARAGRAPH:
                asked.append(RelatedLink(label[1], None, LinkKind.READ_ALSO))
            under_label = None
            kept.append(block)
    return kept, each_once([*asked, *offered, *_in_text(kept)])


def _describe(block: Block, photo: Block, book: PhotoBook) -> bool:
    known = book.photos[photo.photo] if photo.photo is not None else None
    if known is None or known.caption or block.kind is not BlockKind.PARAGRAPH or block.links:
        return False
    if len(block.text) > MAX_CAPTION or (found := credited(block.text)) is None:
        return False
    if photo.photo is not None:
        book.describe(photo.photo, *found)
    return True


def _first_line(block: Block) -> str:
    return block.items[0] if block.items else block.text


def _linked(block: Block) -> list[tuple[str, InlineLink]]:
    """The links of a block with their texts; neighbours that lead to the same address are one."""
    found: list[tuple[str, InlineLink]] = []
    for one in block.links:
        link = one
        if found and found[-1][1].url == one.url and one.start - found[-1][1].end <= 1:
            link = replace(one, start=found.pop()[1].start)
        found.append((block.text[link.start : link.end].strip(), link))
    return [(text, link) for text, link in found if text]


def _covers(block: Block, links: list[tuple[str, InlineLink]]) -> bool:
    """Whether a block is nothing but a label and links."""
    text = block.text
    if (label := split_read_also(_first_line(block))) is not None:
        text = text.replace(label[0], "", 1)
    length = sum(character.isalnum() for character in text)
    covered = sum(character.isalnum() for title, _ in links for character in title)
    return covered * 10 >= length * 8


def _further(links: list[tuple[str, InlineLink]]) -> list[RelatedLink]:
    found = []
    for title, link in links:
        label = split_read_also(title)
        if label is not None and not label[1]:
            continue
        found.append(RelatedLink(label[1] if label else title, link.url, LinkKind.READ_ALSO))
    return found


def _in_text(blocks: list[Block]) -> list[RelatedLink]:
    return [
        RelatedLink(title, link.url, LinkKind.IN_TEXT)
        for block in blocks
        if block.links
        for title, link in _linked(block)
    ]


def each_once(links: list[RelatedLink]) -> list[RelatedLink]:
    """Of several links to one page the first."""
    seen: set[str] = set()
    done: list[RelatedLink] = []
    for link in links:
        name = link.url or link.title
        if "#" in name:
            name = name.partition("#")[0]
        if name not in seen and len(done) < MAX_RELATED:
            seen.add(name)
            done.append(link)
    return done
