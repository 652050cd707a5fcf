"""A tree of HTML elements to blocks, photos and the links that stand out: one walk, in reading order.

The walk is iterative (`lxml.etree.iterwalk`), so that depth costs no stack. What an element means for the
reader is decided here; what a picture or a figure holds is asked of `img_tags` and `figures`.
"""

from __future__ import annotations

import re

from lxml import etree

from tui_reader.clean import clean_code
from tui_reader.hrefs import resolve
from tui_reader.model import Block, BlockKind, LinkKind, RelatedLink
from tui_reader.patterns import late
from tui_reader.sources.hypertext import embeds, figures, offers, tables
from tui_reader.sources.hypertext.img_tags import described, pictures_of
from tui_reader.sources.hypertext.inline import Inline
from tui_reader.sources.hypertext.list_text import ListText
from tui_reader.sources.hypertext.markup import line, raw_text
from tui_reader.sources.hypertext.photo_book import PhotoBook

MAX_BLOCKS = 20_000
MAX_MARK = 120  # characters beside a mark that stands for a film: its name, its length, `loading`
_DROPPED = frozenset({
    "script", "style", "head", "title", "template", "form", "button", "input", "select", "textarea", "svg",
    "canvas", "map", "nav", "object", "param", "noframes", "dialog", "datalist", "meter", "progress",
    "link", "meta", "base",
})  # fmt: skip
_PARTING = frozenset({
    "p", "div", "section", "article", "main", "header", "footer", "address", "center", "details", "summary",
    "fieldset", "dl", "dt", "dd", "hr", "figcaption", "table", "thead", "tbody", "tfoot", "tr", "td", "th",
    "caption", "body", "html", "hgroup", "legend", "menu", "dir",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_EMBEDS = frozenset(["iframe", "video", "audio", "embed"])
_HIDDEN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_READ_ALSO_CLASS = late(
    r"(?:^|[\s_-])(?:related|read-?also|read-?more|also-?read|readalso|readmore|recommend(?:ed|ations?)?|see-?also|"
    r"more-?stories|yarpp)(?:$|[\s_-])",
    re.IGNORECASE,
)


class Builder:
    """Walks trees and collects what an article is made of; ``blocks``, ``book`` and ``related`` hold it."""

    def __init__(self, base: str | None, book: PhotoBook | None = None) -> None:
        self.base = base
        self.book = book or PhotoBook()
        self.blocks: list[Block] = []
        self.related: list[RelatedLink] = []
        self._inline = Inline()
        self._quotes = 0
        self._heading: int | None = None
        self._list: ListText | None = None
        self._bare_lists: set[etree._Element] = set()
        self._fresh: int | None = None
        self._asked_in: etree._Element | None = None

    def walk(self, root: etree._Element) -> None:
        """Read ``root`` and all that is in it; the text after it is not part of it."""
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walker:
            if len(self.blocks) >= MAX_BLOCKS:
                break
            if event == "start":
                if self._start(element):
                    skipped = element
                    walker.skip_subtree()
                elif element.text:
                    self._text(element.text)
                continue
            if element is skipped:
                skipped = None
            else:
                self._end(element)
            if element.tail and element is not root:
                self._text(element.tail)
        self._flush()
        self._close_lists()

    # -- elements -------------------------------------------------------------------------------------

    def _start(self, element: etree._Element) -> bool:
        """Begin ``element``; True where all of it is dealt with."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED:
            return True
        if element.attrib and self._start_by_attributes(element):
            return True
        if tag in _PARTING and tag != "table":
            self._part()
        elif tag in _HEADINGS:
            self._part()
            if self._list is None:
                self._heading = _HEADINGS[tag]
        elif tag == "a":
            self._inline.open(resolve(element.get("href"), self.base))
        elif tag == "br":
            self._break()
        elif tag == "img":
            self._image(element)
        elif tag == "blockquote":
            self._part()
            self._quotes += 1
        elif tag in {"ul", "ol", "li"}:
            self._start_list(element)
        elif tag in {"figure", "pre", "table", "noscript"} or tag in _EMBEDS:
            return self._start_whole(element)
        elif tag == "q":
            self._text("“")
        return False

    def _start_by_attributes(self, element: etree._Element) -> bool:
        style = element.get("style")
        if element.get("hidden") is not None or (style and _HIDDEN.search(style[:2000])):
            return True
        names = element.get("class")
        if not names:
            return False
        if "aption" in names or "redit" in names or "opyright" in names:
            if self._fresh is not None and figures.describes(element):
                caption, credit = figures.description(element)
                self.book.describe(self._fresh, caption, credit)
                return True
            if element.tag not in {"figure", "img"} and figures.is_captioned(element):
                return self._figure(element)
        if self._asked_in is None and _READ_ALSO_CLASS.search(names):
            self._asked_in = element
            return self._offered(element)
        return False

    def _start_whole(self, element: etree._Element) -> bool:
        """A figure, preformatted text, a table, an embed: True where it was taken as a whole."""
        tag = element.tag
        if tag == "figure":
            if not self._figure(element):
                self._part()
                return False
        elif tag == "pre":
            self._part()
            text = clean_code(raw_text(element))
            if text:
                self._emit(Block(BlockKind.CODE, text))
        elif tag == "table":
            self._part()
            rows = tables.rows(element)
            if rows is None:
                return False
            self._emit(Block(BlockKind.TABLE, "\n".join("\t".join(row) for row in rows), rows=rows))
            self.related += tables.links(element, self.base)
        elif tag == "noscript":
            for image in element.iter("img"):
                self._image(image)
        else:
            self._embed(element)
        return True

    def _end(self, element: etree._Element) -> None:
        tag = element.tag
        if element is self._asked_in:
            self._asked_in = None
        if tag in _PARTING or tag == "figure":
            self._part()
        elif tag == "a":
            self._inline.close()
        elif tag in _HEADINGS:
            self._part()
            self._heading = None
        elif tag == "blockquote":
            self._part()
            self._quotes = max(0, self._quotes - 1)
        elif tag in {"ul", "ol", "li"}:
            self._end_list(element)
        elif tag == "q":
            self._text("”")

    def _start_list(self, element: etree._Element) -> None:
        if element.tag == "li":
            if element.getparent() in self._bare_lists:
                self._part()
            else:
                self._flush()
        elif self._list is not None:
            self._flush()
            self._list.depth += 1
        elif tables.is_layout_list(element):
            self._part()
            self._bare_lists.add(element)
        else:
            self._part()
            self._list = ListText(element.tag == "ol")

    def _end_list(self, element: etree._Element) -> None:
        self._flush()
        if element.tag != "li" and self._list is not None and element not in self._bare_lists:
            self._list.depth -= 1
            if self._list.depth == 0:
                self._close_lists()

    # -- pictures and embeds --------------------------------------------------------------------------

    def _image(self, image: etree._Element) -> None:
        alt = line(image.get("alt")) or None
        if len(alt or "") <= 2 and "emoji" in (image.get("class") or ""):
            self._text(alt or "")
            return
        if alt is None:
            alt = line(image.get("title")) or None
        self._photo(image, alt, *described(image))

    def _photo(self, image: etree._Element, alt: str | None, caption: str | None, credit: str | None) -> bool:
        added = self.book.add(pictures_of(image, self.base), alt=alt, caption=caption, credit=credit)
        if added is None:
            return False
        index, new = added
        if new:
            self._part()
            self._emit(Block(BlockKind.PHOTO, photo=index))
        self._fresh = index
        return True

    def _figure(self, element: etree._Element) -> bool:
        """Take a figure as its pictures and their description; False where it holds something else."""
        found = figures.read(element)
        if found is None:
            return False
        self._part()
        taken = False
        # A mark on the picture, to enlarge it, is no picture: the caption is not its.
        images = [image for image in found.images if pictures_of(image, self.base)]
        if not images and element.find(".//figcaption") is None and len(found.caption or "") <= MAX_MARK:
            return True
        for number, image in enumerate(images):
            last = number == len(images) - 1
            alt = line(image.get("alt")) or line(image.get("title")) or None
            caption, credit = (found.caption, found.credit) if last else (None, None)
            told, by = described(image)
            taken |= self._photo(image, alt, caption or told, credit or by)
        if taken:
            self._fresh = None if found.caption else self._fresh
        return taken or not found.caption

    def _embed(self, element: etree._Element) -> None:
        block = embeds.block_of(element, self.base)
        if block is not None:
            self._part()
            self._emit(block)

    def _offered(self, element: etree._Element) -> bool:
        """A block that its class names as further reading: its links are related ones, where it is no more."""
        links = offers.link_block(element, self.base)
        if links is None:
            return False
        self._part()
        self.related += [RelatedLink(title, url, LinkKind.READ_ALSO) for title, url in links]
        return True

    # -- text -----------------------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        self._inline.add(text)
        if self._fresh is not None and self._inline.size:
            self._fresh = None

    def _break(self) -> None:
        if self._inline.break_line() == 2 and self._heading is None and self._list is None:
            self._flush()

    def _part(self) -> None:
        """A block boundary; inside a list's item it is only a space."""
        if self._list is not None:
            self._inline.space()
        elif self._inline.parts:
            self._flush()
        else:
            self._inline.restart()

    def _flush(self) -> None:
        text, links = self._inline.take()
        if not text:
            return
        if self._list is not None:
            self._list.add(text, links)
        elif self._quotes:
            self._emit(Block(BlockKind.QUOTE, text, links=links))
        elif self._heading is not None:
            self._emit(Block(BlockKind.HEADING, text.replace("\n", " "), level=self._heading, links=links))
        else:
            self._emit(Block(BlockKind.PARAGRAPH, text, links=links))

    def _close_lists(self) -> None:
        done, self._list = self._list, None
        if done is not None:
            self.blocks += done.blocks()

    def _emit(self, block: Block) -> None:
        if self._list is not None:
            self._list.photos.append(block)
        else:
            self.blocks.append(block)
