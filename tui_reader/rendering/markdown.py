"""An article as Markdown with front matter, so that `sources.markdown` reads back what was written.

What comes back: title, language, story, address, site, authors, times, lead, the body's blocks, photos with
captions and credits, related links, and the addresses of the editions. What does not: whether it was read,
the library's ids, and a 'read also' line in the text, which becomes a related link. Pictures on this disk
keep their address only beside the file: see ``folder`` of `to_markdown`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from tui_reader.codec import to_time
from tui_reader.gate import clean_article
from tui_reader.labels import ASKING
from tui_reader.languages import primary
from tui_reader.model import Article, Block, BlockKind, InlineLink, LinkKind, Photo, RelatedLink
from tui_reader.vocabulary import split_read_also

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~$])")
_AT_START = re.compile(r"^(\s*)(?:([#+=:-])|(\d{1,9})([.)]))", re.MULTILINE)
_PHOTO = {"uk": "фото", "ru": "фото", "be": "фота", "bg": "фото", "de": "Foto", "pl": "fot.", "fr": "photo"}


def to_markdown(
    article: Article, folder: Path | None = None, more: Mapping[str, object] = MappingProxyType({})
) -> str:
    """``article`` as a Markdown document. Addresses of files inside ``folder`` become relative to it.

    ``more`` is what else the front matter says.
    """
    article = clean_article(article)
    writer = _Writer(article, folder)
    parts = [_front(article, writer, more)]
    if article.title:
        parts.append(_heading(1, escape(article.title)))
    placed = {block.photo for block in article.body if block.kind is BlockKind.PHOTO}
    parts += [writer.photo(photo) for number, photo in enumerate(article.photos) if number not in placed]
    parts += [writer.block(block) for block in article.body]
    parts.append(writer.related())
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """``text`` so that Markdown reads it as it stands; line breaks become hard ones."""
    return _marked(_SPECIAL.sub(r"\\\1", text))


def _marked(text: str) -> str:
    """Escape what would begin a heading, a list or a rule; keep the line breaks."""
    text = _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)
    return text.replace("\n", "\\\n")


def _heading(level: int, text: str) -> str:
    # Marks at the end would close the heading; they must not join those that a link's text may end in.
    return f"{'#' * level} " + re.sub(r"#+$", lambda match: match.group().replace("#", "\\#"), text)


def _front(article: Article, writer: _Writer, more: Mapping[str, object]) -> str:
    editions = {one.language: writer.address(one.url) for one in article.editions}
    values = {
        "title": article.title or None,
        "language": article.language,
        "story": article.story,
        "url": article.url,
        "site": article.site,
        "authors": list(article.authors) or None,
        "published": to_time(article.published),
        "updated": to_time(article.updated),
        "lead": article.lead,
        "translations": editions or None,
        **more,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---"])


class _Writer:
    """Writes blocks; knows which related links the text has carried already."""

    def __init__(self, article: Article, folder: Path | None) -> None:
        self._article = article
        self._folder = folder.resolve() if folder is not None else None
        self._lists = 0
        self._carried: set[str] = set()

    def address(self, url: str | None) -> str | None:
        """An address as the document names it; None for what a document must not name."""
        if not url:
            return None
        if url.startswith("file:"):
            return self._path(url)
        return url if url.lower().startswith(("http://", "https://")) else None

    def block(self, block: Block) -> str:
        """One block."""
        if block.kind is BlockKind.PHOTO:
            return self._numbered(block.photo)
        if block.kind is BlockKind.HEADING:
            text = self.linked(block.text.replace("\n", " "), block.links)
            return _heading(min(max(block.level or 2, 1), 6), text)
        if block.kind is BlockKind.CODE:
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", block.text)), default=0))
            return f"{fence}\n{block.text}\n{fence}"
        if block.kind is BlockKind.LIST:
            return self._list(block)
        if block.kind is BlockKind.TABLE:
            return self._table(block)
        text = self.linked(block.text, block.links)
        self._note_read_also(block)
        return "> " + text.replace("\n", "\n> ") if block.kind is BlockKind.QUOTE else text

    def photo(self, photo: Photo) -> str:
        """A picture in a paragraph of its own; caption and credit are its title."""
        label = _PHOTO.get(primary(self._article.language or ""), "photo")
        credit = f"({label.removesuffix('.')}: {photo.credit})" if photo.credit else ""
        told = " ".join(part for part in (photo.caption, credit) if part)
        quoted = re.sub(r'([\\"&<`])', r"\\\1", told)
        title = f' "{quoted}"' if told else ""
        return f"![{escape(photo.alt or '')}](<{_target(self.address(photo.url) or '')}>{title})"

    def linked(self, text: str, links: Iterable[InlineLink]) -> str:
        """``text`` with its links; one that begins inside another is left out."""
        parts: list[str] = []
        end = 0
        for link in sorted(links, key=lambda one: one.start):
            url = self.address(link.url)
            if url is None or link.start < end or link.end > len(text) or link.start >= link.end:
                continue
            self._carried.add(link.url)
            words = _SPECIAL.sub(r"\\\1", text[link.start : link.end])
            parts += [_SPECIAL.sub(r"\\\1", text[end : link.start]), f"[{words}](<{_target(url)}>)"]
            end = link.end
        return _marked("".join([*parts, _SPECIAL.sub(r"\\\1", text[end:])]))

    def related(self) -> str:
        """The editors' links as a list under a label, and addresses that no text carries as definitions."""
        editors = [link for link in self._article.related if link.kind is LinkKind.READ_ALSO]
        editors = [link for link in editors if (link.url or link.title) not in self._carried]
        others = [link for link in self._article.related if link.kind is LinkKind.IN_TEXT]
        parts = []
        if editors:
            words = ASKING.get(primary(self._article.language or "en"), ASKING["en"]).split("|")[0]
            parts.append(f"## {words[0].upper()}{words[1:]}")
            parts.append("\n".join(f"- {self._link(link)}" for link in editors))
        lost = {link.url: link.title for link in others if link.url and link.url not in self._carried}
        lines = [f"[{escape(title)}]: <{_target(url)}>" for url, title in lost.items() if self.address(url)]
        return "\n\n".join([*parts, *(["\n".join(lines)] if lines else [])])

    def _link(self, link: RelatedLink) -> str:
        url = self.address(link.url)
        title = escape(link.title)
        return f"[{title}](<{_target(url)}>)" if url else title

    def _note_read_also(self, block: Block) -> None:
        """A line that reads as a related link by itself must not be written a second time."""
        found = split_read_also(block.text.split("\n", 1)[0])
        if found is not None and found[1] and not block.links:
            self._carried.add(found[1])

    def _numbered(self, number: int | None) -> str:
        photos = self._article.photos
        return self.photo(photos[number]) if number is not None and 0 <= number < len(photos) else ""

    def _list(self, block: Block) -> str:
        self._lists += 1
        odd = self._lists % 2  # two lists in a row stay two when their marks differ
        lines: list[str] = []
        indents = [0]  # where the items of each depth begin: after the mark of the item above
        start = number = 0
        for item in block.items:
            words = item.lstrip(" ")
            begin, end = start + len(item) - len(words), start + len(item)
            start = end + 1
            inside = [
                InlineLink(link.start - begin, link.end - begin, link.url)
                for link in block.links
                if begin <= link.start and link.end <= end
            ]
            depth = min((len(item) - len(words)) // 2, len(indents) - 1)
            number += depth == 0
            mark = "-" if odd else "*"
            if block.ordered and depth == 0:
                mark = f"{number}{'.' if odd else ')'}"
            lines.append(f"{' ' * indents[depth]}{mark} {self.linked(words, inside)}")
            indents[depth + 1 :] = [indents[depth] + len(mark) + 1]
        return "\n".join(lines)

    def _table(self, block: Block) -> str:
        count = max((len(row) for row in block.rows), default=0)
        if not count:
            return ""
        rows = [[escape(cell) for cell in row] + [""] * (count - len(row)) for row in block.rows]
        rows.insert(1, ["---"] * count)
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _path(self, url: str) -> str | None:
        path = Path(unquote(urlsplit(url).path))
        if self._folder is not None and path.is_relative_to(self._folder):
            path = path.relative_to(self._folder)
        return quote(str(path).encode("utf-8", "surrogateescape"), safe="/")


def _target(url: str) -> str:
    return re.sub(r"[<>\\\s]", lambda match: quote(match.group()), url)
