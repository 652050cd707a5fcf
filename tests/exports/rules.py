"""The rules of EPUB 3.3 that a book of ours could break, each with its section, as a list of what is wrong."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from lxml import etree

OPF, DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
XHTML, OPS = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/ops}"
CORE = {"application/xhtml+xml", "text/css", "image/jpeg", "image/png", "image/gif", "image/webp"}
FORBIDDEN = {"script", "iframe", "object", "embed", "form", "link"}


def broken_rules(data: bytes) -> list[str]:
    """What is wrong with the book; nothing with a good one."""
    with ZipFile(BytesIO(data)) as book:
        return [*_container(book), *_package(book)]


def _container(book: ZipFile) -> Iterator[str]:
    first = book.infolist()[0]
    if (first.filename, first.compress_type, first.extra) != ("mimetype", ZIP_STORED, b""):
        yield "4.2.3: mimetype must be first, as it is, without extra fields"
    if book.read("mimetype") != b"application/epub+zip":
        yield "4.2.3: what mimetype says"
    if len(set(book.namelist())) != len(book.namelist()):
        yield "4.2: two files of one name"
    roots: Any = etree.fromstring(book.read("META-INF/container.xml")).findall(".//{*}rootfile")
    if [root.get("full-path") for root in roots] != ["EPUB/package.opf"]:
        yield "4.2.6.3.1: rootfile"


def _package(book: ZipFile) -> Iterator[str]:
    package: Any = etree.fromstring(book.read("EPUB/package.opf"))
    if package.get("version") != "3.0":
        yield "5.4: version"
    identifiers = {one.get("id"): one.text for one in package.iter(f"{DC}identifier")}
    if not identifiers.get(package.get("unique-identifier")):
        yield "5.5.3.1: identifier"
    for name in ("title", "language"):
        found = [one.text for one in package.iter(f"{DC}{name}")]
        if not found or not all(found):
            yield f"5.5.3: {name}"
    if not all(
        re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", one.text or "") for one in package.iter(f"{DC}language")
    ):
        yield "5.5.3.3: a language that is no tag"
    modified = [one.text for one in package.iter(f"{OPF}meta") if one.get("property") == "dcterms:modified"]
    if len(modified) != 1 or not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", modified[0] or ""):
        yield "5.5.4: modified"
    items = {one.get("id"): one for one in package.iter(f"{OPF}item")}
    paths = {one.get("href"): one.get("media-type") for one in items.values()}
    held = {name.removeprefix("EPUB/") for name in book.namelist()} - {
        "mimetype",
        "META-INF/container.xml",
        "package.opf",
    }
    if set(paths) != held or len(items) != len(list(package.iter(f"{OPF}item"))):
        yield f"5.6.1: manifest and files: {set(paths) ^ held}"
    if not set(paths.values()) <= CORE:
        yield f"3.2: media types: {set(paths.values()) - CORE}"
    if [one.get("href") for one in items.values() if one.get("properties") == "nav"] != ["nav.xhtml"]:
        yield "5.4.1: one navigation document"
    spine = [one.get("idref") for one in package.iter(f"{OPF}itemref")]
    if not spine or not set(spine) <= set(items) or len(set(spine)) != len(spine):
        yield "5.7: spine"
    for path, kind in paths.items():
        if kind == "application/xhtml+xml":
            yield from _page(path or "", book.read(f"EPUB/{path}"), set(paths))
    listed: Any = etree.fromstring(book.read("EPUB/nav.xhtml")).find(
        f".//{XHTML}nav[@{OPS}type='toc']/{XHTML}ol"
    )
    if listed is None or len(listed) != len(spine):
        yield "7.4: the table of contents"


def _page(path: str, data: bytes, known: set[str | None]) -> Iterator[str]:
    page: Any = etree.fromstring(data)  # 6.1: well-formed, or this raises
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    if len(set(ids)) != len(ids):
        yield f"{path}: two elements of one id"
    if page.find(f"{XHTML}head/{XHTML}title") is None or not page.find(f"{XHTML}head/{XHTML}title").text:
        yield f"{path}: no title"
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in FORBIDDEN and not (name == "link" and element.get("href") == "style.css"):
            yield f"{path}: {name}"
        if any(str(attribute).startswith("on") for attribute in element.attrib):
            yield f"{path}: a handler on {name}"
        if name == "img" and posixpath.normpath(str(element.get("src"))) not in known:
            yield f"{path}: a picture that is not in the book"
        if name == "a" and not re.match(r"https?://|a\d+\.xhtml$", str(element.get("href"))):
            yield f"{path}: a link to {element.get('href')}"
        if name in ("ol", "ul", "table") and len(element) == 0:
            yield f"{path}: an empty {name}"
