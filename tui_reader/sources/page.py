"""A web page to its article: trafilatura finds the text, the page's own metadata tells the rest.

The extractor is used here and nowhere else. It answers None for a page with one `&#27;`, and loses what is
nested deep: the page is prepared by `markup` first.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from tui_reader.clean import clean_line
from tui_reader.errors import ParseError
from tui_reader.languages import normalize, same
from tui_reader.model import Article, Block, BlockKind, EditionLink
from tui_reader.sources import page_metadata
from tui_reader.sources.entries.text import same_page, title_from
from tui_reader.sources.hypertext import figures
from tui_reader.sources.hypertext.builder import Builder
from tui_reader.sources.hypertext.furniture import sort_out
from tui_reader.sources.hypertext.hrefs import host
from tui_reader.sources.hypertext.image_addresses import width_in
from tui_reader.sources.hypertext.markup import has_tags, prepare, raw_text
from tui_reader.sources.hypertext.photo_book import PhotoBook, Picture

MIN_TEXT = 200
_TOKEN = "TUIPHOTO{}TOKEN"
_FOUND_TOKEN = re.compile(r"TUIPHOTO(\d{1,4})TOKEN")
MAX_FIGURES = 200
_RENAMED = {"ref": "a", "item": "li", "quote": "blockquote", "lb": "br", "row": "tr", "hi": "b", "del": "s"}


def read(html: str, *, url: str | None, identity: str, declared_language: str | None = None) -> Article:
    """The article of the page ``html`` that came from ``url`` (an address, a ``file:`` address, or None).

    ``declared_language`` is what the source's settings say; the page's own declaration comes first. Raises
    `ParseError` where the page holds no article.
    """
    named = url or "this page"
    if not html.strip() or not has_tags(html):
        raise ParseError(f"no article found in {named}: it is {'no HTML' if html.strip() else 'empty'}")
    tree = _tree(html)
    if tree is None:
        raise ParseError(f"no article found in {named}: it can't be read as HTML")
    about = page_metadata.read(tree, url)
    base = about.url or url
    found = _mark_figures(tree)
    body = _extract(tree, base)
    if body is None:
        raise ParseError(f"no article found in {named}; o opens the page in the browser")
    builder = Builder(base)
    builder.walk(_as_html(body))
    blocks = _with_figures(builder, found)
    blocks, related = sort_out(blocks, builder.book, builder.related)
    blocks = _without_title(blocks, about.title)
    text = "\n".join(block.text for block in blocks)
    if len(text) < MIN_TEXT and not about.published:
        raise ParseError(f"no article found in {named}; o opens the page in the browser")
    blocks = _with_lead_photo(blocks, builder.book, about)
    language = _language(about.language, declared_language, f"{about.title or ''}\n{text}")
    return Article(
        identity=identity,
        title=about.title or title_from(text),
        language=language,
        url=base,
        site=about.site or host(base) or None,
        authors=about.authors,
        published=about.published or about.updated,
        updated=about.updated,
        body=tuple(blocks),
        photos=tuple(builder.book.photos),
        related=tuple(link for link in related if not same_page(link.url, base)),
        editions=_editions(about.editions, language),
    )


def _tree(html: str) -> Any:
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(prepare(html).encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree


def _extract(tree: Any, url: str | None) -> etree._Element | None:
    import trafilatura

    for name in ("trafilatura", "courlan", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what they say is not for standard error
    try:
        found = trafilatura.bare_extraction(
            tree,
            url=url,
            include_comments=False,
            include_formatting=True,
            include_images=True,
            include_links=True,
            include_tables=True,
        )
    except Exception as error:  # the extractor meets hostile pages with many kinds of exceptions
        raise ParseError(f"no article found in {url or 'this page'}: {type(error).__name__}") from error
    body = getattr(found, "body", None)
    return body if body is not None and len(body) else None


def _mark_figures(tree: Any) -> list[etree._Element]:
    """Put a paragraph with a token in the place of each figure, so that the extractor keeps its place."""
    found: list[etree._Element] = []
    for figure in list(tree.iter("figure"))[:MAX_FIGURES]:
        if figures.read(figure) is None or figure.getparent() is None:
            continue
        token = etree.SubElement(figure.getparent(), "p")
        token.text = _TOKEN.format(len(found))
        token.tail, figure.tail = figure.tail, None
        figure.getparent().replace(figure, token)
        found.append(figure)
    return found


def _as_html(body: etree._Element) -> etree._Element:
    """Trafilatura's own XML (a subset of TEI) as the HTML that it came from."""
    for element in body.iter():
        tag, rend = element.tag, element.get("rend") or ""
        if tag == "head":
            element.tag = rend if re.fullmatch(r"h[1-6]", rend) else "h2"
        elif tag == "list":
            element.tag = "ol" if rend == "ol" else "ul"
        elif tag == "ref":
            element.tag = "a"
            element.set("href", element.get("target") or "")
        elif tag == "cell":
            element.tag = "th" if element.get("role") == "head" else "td"
        elif tag == "graphic":
            element.tag = "img"
        elif tag == "code":
            element.tag = "pre" if "\n" in raw_text(element) else "code"
        elif tag in _RENAMED:
            element.tag = _RENAMED[tag]
        element.attrib.pop("class", "")
    return body


def _with_figures(builder: Builder, found: list[etree._Element]) -> list[Block]:
    """The blocks, with the figure in the place of each token that the extractor kept."""
    blocks: list[Block] = []
    for block in builder.blocks:
        marks = _FOUND_TOKEN.findall(block.text)
        if not marks:
            blocks.append(block)
            continue
        for mark in marks:
            if int(mark) < len(found):
                inner = Builder(builder.base, builder.book)
                inner.walk(found[int(mark)])
                blocks += [one for one in inner.blocks if one.kind is BlockKind.PHOTO]
        rest = clean_line(_FOUND_TOKEN.sub(" ", block.text))
        if rest:
            blocks.append(Block(block.kind, rest, block.level))
    return blocks


def _with_lead_photo(blocks: list[Block], book: PhotoBook, about: page_metadata.Metadata) -> list[Block]:
    """`og:image` as the lead photo where no other stands in the text; else it only describes its like."""
    photo = about.photo
    if photo is None or photo.url is None:
        return blocks
    before = len(book.photos)
    same_file = PhotoBook()
    for known in book.photos:
        if known.url:
            same_file.add([Picture(known.url)])
    added = same_file.add([Picture(photo.url, width_in(photo.url))])
    if added is not None and (before == 0 or not added[1]):
        book.add(
            [Picture(photo.url, width_in(photo.url))],
            alt=photo.alt,
            caption=photo.caption,
            credit=photo.credit,
        )
    if len(book.photos) > before:
        return [Block(BlockKind.PHOTO, photo=before), *blocks]
    return blocks


def _without_title(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks without a first heading that repeats the title."""
    for position, block in enumerate(blocks[:3]):
        if block.kind is BlockKind.HEADING and title and block.text.casefold() == title.casefold():
            return blocks[:position] + blocks[position + 1 :]
    return blocks


def _language(declared: str | None, setting: str | None, text: str) -> str | None:
    """The page's language; a declaration that the text surely contradicts is a template's, not the text's."""
    from tui_reader.detection import detect

    found = detect(text)
    setting = normalize(setting)
    for tag in (declared, setting):
        if tag is not None and (found is None or found[1] < 0.9 or same(tag, found[0])):
            return tag
    return found[0] if found is not None else declared


def _editions(editions: tuple[EditionLink, ...], own: str | None) -> tuple[EditionLink, ...]:
    """The editions, where at least one is in another language than the article itself."""
    return editions if any(not same(edition.language, own) for edition in editions) else ()
