"""An article as lines: which words stand on which line, in which style, and where a link or a photo is.

Pure layout. It knows columns and style names, neither Textual nor colours; `widgets.page` draws it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len

from tui_reader.app.hyphens import breaks
from tui_reader.app.lettering import lettered
from tui_reader.app.steady import steady_article
from tui_reader.app.wrap import Breaks, Cut, cut_lines, wrap
from tui_reader.model import Article, Block, BlockKind, LinkKind, Photo, RelatedLink
from tui_reader.words import tr

MAX_TEXT = 80
PHOTO_MARK = "▣"


class Run(NamedTuple):
    """Some text in one style; ``target`` is the address that a click on it opens."""

    text: str
    style: str = "text"
    target: str | None = None


class Line(NamedTuple):
    """One line of the screen; ``picture`` names a photo and the row of it that stands here."""

    runs: tuple[Run, ...] = ()
    picture: tuple[int, int] | None = None


class Layout(NamedTuple):
    """How the reader wants text set: ``width`` in columns, ``spacing`` in lines, even edges, broken words."""

    width: int = MAX_TEXT
    spacing: int = 1
    justify: bool = False
    hyphenate: bool = False


PLAIN = Layout()


@dataclass(slots=True)
class Page:
    """Lines, and the line on which each block and each photo begins; ``layout`` and ``breaks`` are for its prose."""

    lines: list[Line] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    photos: dict[int, int] = field(default_factory=dict)
    layout: Layout = PLAIN
    breaks: Breaks | None = None

    def add(self, *runs: Run) -> None:
        """One more line."""
        self.lines.append(Line(runs))

    def blank(self) -> None:
        """An empty line, never two in a row and none at the top."""
        if self.lines and (self.lines[-1].runs or self.lines[-1].picture):
            self.lines.append(Line())

    def text(
        self, text: str, width: int, style: str = "text", first: Run | None = None, rest: str = ""
    ) -> None:
        """Wrapped ``text``; ``first`` stands before its first line, ``rest`` before the others."""
        lead = cell_len(first.text) if first else cell_len(rest)
        for number, (start, end) in enumerate(wrap(text, width - lead)):
            before = first if first and number == 0 else Run(rest) if rest else None
            self.add(*((before,) if before else ()), Run(text[start:end], style))


# Adds lines to a page of a width.
Head = Callable[[Page, int], None]


def set_article(
    article: Article,
    width: int,
    *,
    byline: str = "",
    head: Head | None = None,
    beside: bool,
    pictures: Mapping[int, int] | None = None,
    layout: Layout = PLAIN,
) -> Page:
    """The article in ``width`` columns. With ``beside`` captions and related links stand elsewhere.

    ``head`` adds to a page of a width what stands under the byline; ``pictures`` gives the height in lines of each photo whose picture is shown.
    """
    page = Page(layout=layout, breaks=breaks(article.language) if layout.hyphenate else None)
    width, article = max(8, min(width, layout.width)), steady_article(article)
    page.text(article.title or tr("Untitled"), width, "title")
    if byline:
        page.text(byline, width, "dim")
    if head is not None:
        head(page, width)
    page.blank()
    placed = {block.photo for block in article.body if block.kind is BlockKind.PHOTO}
    for index in range(len(article.photos)):
        if index not in placed:
            _photo(page, article, index, width, beside, pictures or {})
    if article.lead:
        page.text(article.lead, width, "lead")
        page.blank()
    for block in article.body:
        page.blocks.append(len(page.lines))
        if block.kind is BlockKind.PHOTO:
            if block.photo is not None and block.photo < len(article.photos):
                _photo(page, article, block.photo, width, beside, pictures or {})
        else:
            _SETTERS[block.kind](page, block, width)
            page.blank()
    if not article.body and not article.lead:
        page.text(
            tr("This article holds no text. f fetches its page, o opens it in the browser."), width, "dim"
        )
    if not beside:
        _related(page, lettered(article.related), width)
    while page.lines and not page.lines[-1].runs:
        page.lines.pop()
    return page


def set_beside(article: Article, width: int) -> Page:
    """The side column: each photo's number, caption and credit, then the related links by letter."""
    page, article = Page(), steady_article(article)
    if article.photos:
        page.text(tr("Photos") if len(article.photos) > 1 else tr("Photo"), width, "label")
        for index, photo in enumerate(article.photos):
            page.photos[index] = len(page.lines)
            _caption(page, photo, width, f"{index + 1} ", "number")
            page.blank()
    _related(page, lettered(article.related), width)
    return page


def _photo(
    page: Page, article: Article, index: int, width: int, beside: bool, pictures: Mapping[int, int]
) -> None:
    page.photos.setdefault(index, len(page.lines))
    for row in range(pictures.get(index, 0)):
        page.lines.append(Line(picture=(index, row)))
    photo = article.photos[index]
    if not beside or pictures.get(index):
        mark = f"{PHOTO_MARK} {index + 1} " if beside else f"{PHOTO_MARK} "
        _caption(page, photo, width, mark, "mark")
    else:
        told = photo.alt in (None, "", photo.caption, article.title)
        described = "" if told or not photo.caption else photo.alt
        number = Run(f"{PHOTO_MARK} {index + 1} ", "mark", photo.url)
        page.text(described or tr("Photo"), width, "dim", number, " " * cell_len(number.text))
    page.blank()


def _caption(page: Page, photo: Photo, width: int, mark: str, style: str) -> None:
    caption = photo.caption or photo.alt or ""
    first = Run(mark, style, photo.url)
    indent = " " * cell_len(mark)
    if caption:
        page.text(caption, width, "caption", first, indent)
    if photo.credit:
        page.text(photo.credit, width, "credit", None if caption else first, indent)
    if not caption and not photo.credit:
        page.text(tr("Photo"), width, "dim", first, indent)


def _related(page: Page, links: list[tuple[str, RelatedLink]], width: int) -> None:
    for kind, heading in ((LinkKind.READ_ALSO, tr("Read also")), (LinkKind.IN_TEXT, tr("Links in the text"))):
        chosen = [(letter, link) for letter, link in links if link.kind is kind]
        if not chosen:
            continue
        page.blank()
        page.text(heading, width, "label")
        for letter, link in chosen:
            style = "link" if link.url else "text"
            first = Run(f"{letter or '·':<2}", "number", link.url)
            for number, (start, end) in enumerate(wrap(link.title, width - 2)):
                page.add(first if number == 0 else Run("  "), Run(link.title[start:end], style, link.url))


def _linked(page: Page, block: Block, width: int, style: str, prefix: str = "", mark: str = "text") -> None:
    """Wrapped text in which the block's links keep their places."""
    room = width - cell_len(prefix)
    before = (Run(prefix, mark),) if prefix else ()
    cuts = cut_lines(block.text, room, page.breaks)
    for number, cut in enumerate(cuts):
        if number:
            page.lines.extend([Line(before)] * (page.layout.spacing - 1))
        runs = _runs(block, cut, style)
        ends = number + 1 == len(cuts) or block.text[cut.end : cut.end + 1] == "\n"
        if page.layout.justify and style == "text" and not ends:
            runs = justified(runs, room)
        page.lines.append(Line((*before, *runs)))


def _runs(block: Block, cut: Cut, style: str) -> list[Run]:
    runs: list[Run] = []
    at = cut.start
    for link in block.links:
        left, right = max(link.start, at), min(link.end, cut.end)
        if left >= right:
            continue
        if left > at:
            runs.append(Run(block.text[at:left], style))
        runs.append(Run(block.text[left:right], "link", link.url))
        at = right
    if at < cut.end:
        runs.append(Run(block.text[at : cut.end], style))
    if cut.hyphen and runs:
        runs[-1] = runs[-1]._replace(text=f"{runs[-1].text}-")
    return runs


def justified(runs: list[Run], width: int) -> list[Run]:
    """``runs`` as wide as ``width``, the spaces between words widened; as they are where that would tear holes."""
    gap = width - sum(cell_len(run.text) for run in runs)
    spaces = sum(run.text.count(" ") for run in runs)
    if gap <= 0 or not spaces or gap > spaces:
        return runs
    made, seen = [], 0
    for run in runs:
        words = run.text.split(" ")
        text = words[0]
        for word in words[1:]:
            # The wider spaces lie evenly over the line.
            wide = (seen + 1) * gap // spaces - seen * gap // spaces
            text += " " * (1 + wide) + word
            seen += 1
        made.append(run._replace(text=text))
    return made


def _heading(page: Page, block: Block, width: int) -> None:
    page.blank()
    _linked(page, block, width, "heading")


def _paragraph(page: Page, block: Block, width: int) -> None:
    _linked(page, block, width, "text")


def _quote(page: Page, block: Block, width: int) -> None:
    _linked(page, block, width, "quote", "▎ ", "mark")


def _list(page: Page, block: Block, width: int) -> None:
    for number, item in enumerate(block.items or (block.text,), 1):
        depth = len(item) - len(item.lstrip())
        mark = " " * min(depth, 8) + (f"{number}. " if block.ordered else "• ")
        page.text(item.lstrip(), width, "text", Run(mark, "mark"), " " * cell_len(mark))


def _code(page: Page, block: Block, width: int) -> None:
    for line in block.text.split("\n"):
        for start, end in wrap(line, width - 2) if line.strip() else [(0, 0)]:
            page.add(Run("  "), Run(line[start:end], "code"))


def _table(page: Page, block: Block, width: int) -> None:
    columns = max((len(row) for row in block.rows), default=0)
    if not columns:
        return
    widths = [max(cell_len(row[i]) if i < len(row) else 0 for row in block.rows) for i in range(columns)]
    while sum(widths) + 2 * (columns - 1) > width and max(widths) > 2:
        widths[widths.index(max(widths))] -= 1
    for number, row in enumerate(block.rows):
        cells = [
            [row[i][a:b] for a, b in wrap(row[i], widths[i])] if i < len(row) else [""]
            for i in range(columns)
        ]
        for level in range(max(len(cell) for cell in cells)):
            texts = [cell[level] if level < len(cell) else "" for cell in cells]
            padded = [text + " " * (size - cell_len(text)) for text, size in zip(texts, widths, strict=True)]
            page.add(Run("  ".join(padded).rstrip() or " ", "strong" if number == 0 else "text"))
        if number == 0 and len(block.rows) > 1:
            page.add(Run("─" * min(width, sum(widths) + 2 * (columns - 1)), "dim"))


_SETTERS = {
    BlockKind.HEADING: _heading,
    BlockKind.PARAGRAPH: _paragraph,
    BlockKind.QUOTE: _quote,
    BlockKind.LIST: _list,
    BlockKind.CODE: _code,
    BlockKind.TABLE: _table,
}
