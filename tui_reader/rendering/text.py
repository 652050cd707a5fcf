"""An article as plain text for a terminal or a file: captions in their place, related links at the end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tui_reader.gate import clean_article
from tui_reader.hosts import shown_address
from tui_reader.languages import autonym, label
from tui_reader.model import Article, Block, BlockKind, EditionLink, LinkKind, Photo, RelatedLink
from tui_reader.rendering.cells import cut, fit, width, wrap
from tui_reader.stories.evidence import in_words
from tui_reader.sureness import Sureness
from tui_reader.words import tr

WIDTH = 80


def to_text(article: Article, cells: int = WIDTH, editions: Iterable[EditionLink] | None = None) -> str:
    """``article`` in lines of at most ``cells`` (code and addresses may be longer), ended by a line break.

    A photo stands in its place as ``[photo 1] caption — credit``. Related links are numbered at the end.
    ``editions`` are those known of its story, else those that the article names.
    """
    article = clean_article(article)
    cells = max(cells, 20)
    parts = [_underlined(article.title or tr("(without a title)"), "=", cells), _about(article, cells)]
    parts += ["\n".join(wrap(article.lead, cells))] if article.lead else []
    placed = {block.photo for block in article.body if block.kind is BlockKind.PHOTO}
    parts += [_photo(article, number, cells) for number in range(len(article.photos)) if number not in placed]
    parts += [_block(article, block, cells) for block in article.body]
    parts.append(_related(article.related, cells))
    parts.append(_editions(article, article.editions if editions is None else editions))
    return "\n\n".join(part for part in parts if part) + "\n"


def _about(article: Article, cells: int) -> str:
    place = article.site or article.source
    language = label(article.language)
    if article.language_declared is not None:
        language = tr(
            "{language} (declared as {other})", language=language, other=label(article.language_declared)
        )
    facts = [place, ", ".join(article.authors), _when(article.published), language]
    line = " · ".join(fact for fact in facts if fact and fact != "??")
    lines = wrap(line, cells) if line else []
    return "\n".join([*lines, *([shown_address(article.url)] if article.url else [])])


def _when(moment: datetime | None) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else ""


def _underlined(text: str, mark: str, cells: int) -> str:
    lines = wrap(text, cells)
    return "\n".join([*lines, mark * max(width(line) for line in lines)])


def _block(article: Article, block: Block, cells: int) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return _underlined(block.text, "-", cells)
        case BlockKind.QUOTE:
            return _hanging(block.text, "> ", "> ", cells)
        case BlockKind.LIST:
            return "\n".join(_items(block, cells))
        case BlockKind.CODE:
            return "\n".join(f"    {line}".rstrip() for line in block.text.split("\n"))
        case BlockKind.TABLE:
            return _table(block, cells)
        case BlockKind.PHOTO:
            return _photo(article, block.photo, cells)
    return "\n".join(wrap(block.text, cells))


def _hanging(text: str, first: str, rest: str, cells: int) -> str:
    lines = wrap(text, cells - width(first))
    return "\n".join(f"{rest if number else first}{line}".rstrip() for number, line in enumerate(lines))


def _items(block: Block, cells: int) -> Iterable[str]:
    number = 0
    for item in block.items:
        depth = (len(item) - len(item.lstrip(" "))) // 2
        number += depth == 0
        mark = f"{number}. " if block.ordered and not depth else "• "
        first = "  " * depth + mark
        yield _hanging(item.strip(), first, " " * width(first), cells)


def _table(block: Block, cells: int) -> str:
    count = max((len(row) for row in block.rows), default=0)
    rows = [[*row, *[""] * (count - len(row))] for row in block.rows]
    if not count:
        return ""
    sizes = [max(width(row[index]) for row in rows) for index in range(count)]
    if sum(sizes) + 2 * (count - 1) > cells:
        return "\n".join(_hanging(" | ".join(row), "", "    ", cells - 4) for row in rows)
    return "\n".join("  ".join(map(fit, row, sizes)).rstrip() for row in rows)


def _photo(article: Article, number: int | None, cells: int) -> str:
    if number is None or not 0 <= number < len(article.photos):
        return ""
    mark = tr("[photo {number}]", number=number + 1)
    return _hanging(f"{mark} {_told(article.photos[number])}".rstrip(), "", "    ", cells - 4)


def _told(photo: Photo) -> str:
    return " — ".join(part for part in (photo.caption or photo.alt, photo.credit) if part)


def _related(links: Iterable[RelatedLink], cells: int) -> str:
    ordered = sorted(links, key=lambda link: link.kind is not LinkKind.READ_ALSO)
    lines: list[str] = []
    kind: LinkKind | None = None
    for number, link in enumerate(ordered, 1):
        if link.kind is not kind:
            kind = link.kind
            lines += [
                *([""] if lines else []),
                tr("Read also") if kind is LinkKind.READ_ALSO else tr("Links in the text"),
            ]
        mark = f"{number:>2}. "
        lines.append(_hanging(link.title, mark, " " * len(mark), cells))
        lines += [f"{' ' * len(mark)}{shown_address(link.url)}"] if link.url else []
    return "\n".join(lines)


def _doubt(edition: EditionLink) -> str:
    """How an edition was found, where it is only likely one."""
    if edition.sure is not Sureness.LIKELY or edition.how is None:
        return ""
    return f" (≈ {in_words(edition.how)})"


def _editions(article: Article, editions: Iterable[EditionLink]) -> str:
    nowhere = tr("no address known")
    others = [one for one in editions if one.language != article.language]
    lines = [
        f" {cut(autonym(one.language), 24)}: {shown_address(one.url) if one.url else one.id or nowhere}{_doubt(one)}"
        for one in others
    ]
    return "\n".join([tr("In other languages"), *lines]) if lines else ""
