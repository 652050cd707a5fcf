"""The element that holds an article to its blocks, photos and related links."""

from __future__ import annotations

from lxml import etree

from tui_reader.model import Block, BlockKind, Photo, RelatedLink
from tui_reader.sources.hypertext.builder import Builder
from tui_reader.sources.hypertext.furniture import sort_out
from tui_reader.sources.hypertext.photo_book import PhotoBook
from tui_reader.sources.pages import edges, labelled, photos, region, sifting, standfirst, tidying, unshown
from tui_reader.sources.pages import related as related_links
from tui_reader.sources.pages.metadata import Metadata
from tui_reader.sources.pages.region import Votes
from tui_reader.sources.pages.structured import Structured
from tui_reader.values import frozen
from tui_reader.vocabulary import split_read_also

MAX_LABEL = 40


@frozen
class Body:
    """What was read of a page's article; ``offered`` counts the headings there that are links."""

    lead: str | None
    blocks: list[Block]
    photos: list[Photo]
    related: list[RelatedLink]
    offered: int = 0

    @property
    def text(self) -> str:
        """The text of the blocks, one a line."""
        return "\n".join([self.lead or "", *(block.text for block in self.blocks)])


def read(
    tree: etree._Element,
    about: Metadata,
    data: Structured,
    votes: Votes,
    offers: list[tuple[etree._Element, etree._Element]],
    holder: etree._Element | None = None,
) -> Body | None:
    """The body of the page ``tree``; None where no text was voted for.

    ``offers`` are boxes of links, each with the element that it stood in. ``holder`` is the element that holds the text, where that is known.
    """
    root = tree.find("body")
    root = root if root is not None else tree
    chosen = holder is not None
    holder = region.find(root, votes) if holder is None else holder
    if holder is None:
        return None
    unshown.drop_films(root, data.films)
    around = standfirst.before(root, holder, about, votes, chosen=chosen)
    book = PhotoBook()
    front = Builder(about.base, book)
    lead_photo = photos.lead(data, about.base)
    within = set(holder.iterdescendants())
    leads = photos.figures_of(root, lead_photo, about.base)
    if not leads and around.above is not None:
        leads = [around.above]
    for figure in leads:
        if figure not in within:
            front.walk(figure)
    for element in around.elements:
        front.walk(element)
    linked = _offered(holder)
    boxes = labelled.near(holder, offers, about.base)
    boxes += sifting.sift(holder, votes, around.opening)
    unshown.drop_unshown(root, about.base)
    builder = Builder(about.base, book)
    builder.walk(holder)
    blocks = builder.blocks
    lead, blocks = standfirst.choose(around, blocks)
    opening = [block for block in front.blocks if block.kind is BlockKind.PHOTO]
    offered = [*builder.related, *related_links.listed(front.blocks), *related_links.boxes(boxes, about.base)]
    blocks, related = sort_out(blocks, book, offered)
    blocks = edges.trimmed(tidying.tidy(blocks, about), about)
    photos.describe(book, data, about.base)
    blocks = [*opening, *tidying.ended(blocks)]
    added = photos.add_lead(book, lead_photo)
    if added is not None:
        blocks.insert(0, Block(BlockKind.PHOTO, photo=added))
    blocks, shown = _renumbered(blocks, book.photos)
    return Body(lead, blocks, shown, related, linked)


def _offered(holder: etree._Element) -> int:
    """How many articles ``holder`` offers: by headings that are links, or by links to read each on."""
    headings = sum(1 for one in holder.iter("h2", "h3", "h4") if one.find(".//a[@href]") is not None)
    asked = {one.get("href") for one in holder.iter("a") if _reads_on(one)}
    return max(headings, len(asked))


def _reads_on(anchor: etree._Element) -> bool:
    text = anchor.text or ""
    label = split_read_also(text) if 3 < len(text) <= MAX_LABEL else None
    return label is not None and not label[1]


def _renumbered(blocks: list[Block], book: list[Photo]) -> tuple[list[Block], list[Photo]]:
    """The blocks with the photos that they show, numbered in their order."""
    order: dict[int, int] = {}
    done: list[Block] = []
    for block in blocks:
        if block.kind is not BlockKind.PHOTO or block.photo is None:
            done.append(block)
        elif block.photo not in order:
            order[block.photo] = len(order)
            done.append(Block(BlockKind.PHOTO, photo=order[block.photo]))
    return done, [book[index] for index in order]
