"""Bookmarks as a book for e-readers: EPUB 3.3 (https://www.w3.org/TR/epub-33/), an article a chapter.

A small writer of our own: the libraries that there are are under the AGPL, or put titles into XML as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tui_reader.exports import markup
from tui_reader.exports.kept import Articles, Kept, Picture, Pictures
from tui_reader.languages import normalize
from tui_reader.model import Photo
from tui_reader.values import frozen
from tui_reader.words import spoken, tr

MIME = "application/epub+zip"
# Section 3.2: the pictures that every reading system draws.
CORE = ("image/jpeg", "image/png", "image/gif", "image/webp")
_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_STYLE = """body { line-height: 1.5; } img { max-width: 100%; } figcaption, .about, .tags { font-size: 0.85em; }
.credit { font-style: italic; } .lead { font-weight: bold; } .note { border-left: 0.2em solid; padding-left: 0.8em; }
"""
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # of a ZIP file


@frozen
class _Chapter:
    id: str
    title: str


@dataclass(slots=True)
class _Book:
    zip: ZipFile
    now: datetime
    chapters: list[_Chapter] = field(default_factory=list)
    items: list[tuple[str, str, str]] = field(default_factory=list)  # id, path, media type

    def put(self, path: str, data: str | bytes, *, packed: bool = True) -> None:
        """One file of the book."""
        moment = max(self.now, _EARLIEST)
        info = ZipInfo(path, moment.timetuple()[:6])
        info.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
        info.external_attr = 0o644 << 16
        self.zip.writestr(info, data)

    def picture(self, id: str, picture: Picture) -> str:
        """Put a picture into the book; its path from a chapter."""
        path = f"pictures/{id}.{picture.ending}"
        self.put(f"EPUB/{path}", picture.data, packed=False)
        self.items.append((id, path, picture.kind))
        return path

    def chapter(self, kept: Kept, pictures: Pictures) -> None:
        """Put an article and its pictures into the book."""
        id = f"a{len(self.chapters) + 1}"
        known: dict[Photo, str | None] = {}

        def source(photo: Photo) -> str | None:
            if photo not in known:
                picture, number = pictures(kept.article, photo), kept.article.photos.index(photo) + 1
                fits = picture is not None and picture.kind in CORE
                known[photo] = self.picture(f"{id}-{number}", picture) if picture and fits else None
            return known[photo]

        title = kept.article.title or tr("Untitled")
        self.put(f"EPUB/{id}.xhtml", _page(title, kept.article.language, markup.body(kept, source)))
        self.items.append((id, f"{id}.xhtml", "application/xhtml+xml"))
        self.chapters.append(_Chapter(id, title))


def write(file: IO[bytes], articles: Articles, pictures: Pictures, *, title: str, now: datetime) -> None:
    """Write the book into ``file``, article by article; at least one is needed. Raises OSError, ValueError."""
    authors: Sequence[str] = ()
    languages: list[str] = []
    with ZipFile(file, "w") as zip:
        book = _Book(zip, now.astimezone(UTC))
        book.put("mimetype", MIME, packed=False)  # section 4.2.3: the first file, as it is
        book.put("META-INF/container.xml", _CONTAINER)
        for kept in articles:
            book.chapter(kept, pictures)
            authors = kept.article.authors
            languages += [kept.article.language] if kept.article.language else []
        if not book.chapters:
            raise ValueError("a book without a chapter")
        single = len(book.chapters) == 1
        book.put("EPUB/style.css", _STYLE)
        book.put("EPUB/nav.xhtml", _nav(book, title))
        tags = list(dict.fromkeys(tag for one in languages if (tag := normalize(one)))) or ["und"]
        book.put("EPUB/package.opf", _package(book, title, tags, authors if single else ()))


def _page(title: str, language: str | None, inside: str) -> str:
    tag = f' xml:lang="{markup.attribute(language)}" lang="{markup.attribute(language)}"' if language else ""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{tag}>
<head><meta charset="utf-8"/><title>{_flat(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body dir="auto">
{inside}
</body>
</html>
"""


def _nav(book: _Book, title: str) -> str:
    entries = "\n".join(f'<li><a href="{one.id}.xhtml">{_flat(one.title)}</a></li>' for one in book.chapters)
    inside = f'<nav epub:type="toc" id="toc"><h1>{_flat(title)}</h1><ol>\n{entries}\n</ol></nav>'
    return _page(title, spoken(), inside)


def _package(book: _Book, title: str, languages: Sequence[str], authors: Sequence[str]) -> str:
    ids = "\n".join(f"{path}\n{kind}" for _, path, kind in book.items)
    name = uuid5(NAMESPACE_URL, f"tui-reader\n{title}\n{ids}\n{book.now.isoformat()}")
    said = [f"<dc:language>{markup.attribute(tag)}</dc:language>" for tag in languages]
    said += [f"<dc:creator>{_flat(author)}</dc:creator>" for author in authors if author]
    items = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        *(f'<item id="{id}" href="{path}" media-type="{kind}"/>' for id, path, kind in book.items),
    ]
    spine = "".join(f'<itemref idref="{one.id}"/>' for one in book.chapters)
    newline = "\n"
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{name}</dc:identifier>
<dc:title>{_flat(title)}</dc:title>
{newline.join(said)}
<meta property="dcterms:modified">{book.now:%Y-%m-%dT%H:%M:%SZ}</meta>
</metadata>
<manifest>
{newline.join(items)}
</manifest>
<spine>{spine}</spine>
</package>
"""


def _flat(text: str) -> str:
    return markup.attribute(" ".join(text.split()))
