"""What a page says about itself: JSON-LD (schema.org), Open Graph and other meta elements, links, headline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from tui_reader.clean import clean_line
from tui_reader.languages import normalize, primary
from tui_reader.model import EditionLink, Photo
from tui_reader.sources import dates
from tui_reader.sources.hypertext.figures import parted
from tui_reader.sources.hypertext.hrefs import resolve
from tui_reader.sources.hypertext.markup import inner_text, line

MAX_SCRIPT = 500_000
_ARTICLES = re.compile(
    r"(?:News|Blog|Report|Opinion|Analysis|Review|Background|Scholarly|Live|Tech|Social)?\w*(?:Article|BlogPosting|Posting)$"
)
_SITE_END = re.compile(r"\s+[|–—·•»-]\s+[^|–—·•»]{1,60}$|\s*\|\s*[^|]{1,60}$")
_PUBLISHED = (
    "article:published_time", "datepublished", "publishdate", "pubdate", "publish-date", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "lastmod",
)
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own account of the article; None and () where it says nothing."""

    title: str | None
    language: str | None
    url: str | None
    site: str | None
    authors: tuple[str, ...]
    published: datetime | None
    updated: datetime | None
    photo: Photo | None
    editions: tuple[EditionLink, ...]


def read(tree: etree._Element, url: str | None) -> Metadata:
    """The metadata of the page at ``url`` whose ``html`` element is ``tree``."""
    metas = _metas(tree)
    data = _article_data(tree)
    base = _base(tree, url)
    canonical = _canonical(tree, metas, base)
    return Metadata(
        title=_title(tree, metas, data),
        language=_language(tree, metas, data),
        url=canonical or url,
        site=_site(metas, data),
        authors=_authors(metas, data),
        published=_time(metas, data, "datePublished", _PUBLISHED) or _time_element(tree),
        updated=_time(metas, data, "dateModified", _UPDATED),
        photo=_photo(metas, data, base),
        editions=_editions(tree, base, canonical or url),
    )


def _base(tree: etree._Element, url: str | None) -> str | None:
    element = tree.find(".//base[@href]")
    return (resolve(element.get("href"), url) if element is not None else None) or url


def _metas(tree: etree._Element) -> dict[str, str]:
    """The content of each meta element by its property or name, the first of several."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = clean_line((meta.get("content") or "")[:5000])
        if name and content:
            found.setdefault(name.casefold(), content)
    return found


def _article_data(tree: etree._Element) -> Mapping[str, Any]:
    """The JSON-LD object that describes the article; an empty one where there is none."""
    best: Mapping[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads((script.text or "")[:MAX_SCRIPT].strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data, 0):
            kinds = thing.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLES.match(name) for name in names) and len(thing) > len(
                best
            ):
                best = thing
    return best


def _things(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for one in data[:200]:
            yield from _things(one, depth + 1)
    elif isinstance(data, Mapping):
        yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _things(data.get(name), depth + 1)


def _title(tree: etree._Element, metas: Mapping[str, str], data: Mapping[str, Any]) -> str | None:
    """The headline: the heading that the page's other titles agree with, else the best of those."""
    element = tree.find(".//head/title")
    document = clean_line(_SITE_END.sub("", inner_text(element))) if element is not None else ""
    others = [
        line(_first(data.get("headline"))),
        metas.get("og:title", ""),
        metas.get("twitter:title", ""),
        document,
    ]
    others = [other for other in (clean_line(other) for other in others) if other]
    site = (metas.get("og:site_name") or "").casefold()
    headings = [
        text for h1 in list(tree.iter("h1"))[:30] if (text := inner_text(h1)) and text.casefold() != site
    ]
    if headings:
        if not others:
            return headings[0]
        best = max(headings, key=lambda heading: max(_alike(heading, other) for other in others))
        if len(headings) == 1 or max(_alike(best, other) for other in others) > 0.4:
            inside = [other for other in others if len(best) > len(other) > 20 and best.endswith(other)]
            return max(inside, key=len) if inside else best
    if not others:
        return None
    return clean_line(_SITE_END.sub("", others[0])) or others[0]


def _alike(left: str, right: str) -> float:
    left, right = left.casefold()[:300], right.casefold()[:300]
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def _language(tree: etree._Element, metas: Mapping[str, str], data: Mapping[str, Any]) -> str | None:
    for value in (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang"),
        _first(data.get("inLanguage")),
        metas.get("content-language"),
        metas.get("og:locale"),
    ):
        if (tag := normalize(value.split(",")[0] if value else None)) is not None:
            return tag
    return None


def _canonical(tree: etree._Element, metas: Mapping[str, str], base: str | None) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").casefold().split():
            return resolve(link.get("href"), base)
    return resolve(metas.get("og:url"), base)


def _site(metas: Mapping[str, str], data: Mapping[str, Any]) -> str | None:
    publisher = data.get("publisher")
    name = publisher.get("name") if isinstance(publisher, Mapping) else None
    return metas.get("og:site_name") or line(_first(name)) or metas.get("application-name") or None


def _authors(metas: Mapping[str, str], data: Mapping[str, Any]) -> tuple[str, ...]:
    people = data.get("author")
    names: dict[str, None] = {}
    for person in people if isinstance(people, list) else [people]:
        value = person.get("name") if isinstance(person, Mapping) else person
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and (name := line(one)) and "://" not in name and len(name) < 100:
                names[name] = None
    if not names:
        value = next((metas[name] for name in _AUTHORS if name in metas and "://" not in metas[name]), "")
        names = dict.fromkeys(part.strip() for part in re.split(r"\s*[,;]\s*", value) if part.strip())
    return tuple(names)[:20]


def _time(
    metas: Mapping[str, str], data: Mapping[str, Any], name: str, metas_named: tuple[str, ...]
) -> datetime | None:
    for value in (_first(data.get(name)), *(metas.get(one) for one in metas_named)):
        if (moment := dates.parse(value)) is not None:
            return moment
    return None


def _time_element(tree: etree._Element) -> datetime | None:
    for element in tree.iter("time"):
        if (moment := dates.parse(element.get("datetime"))) is not None:
            return moment
    return None


def _photo(metas: Mapping[str, str], data: Mapping[str, Any], base: str | None) -> Photo | None:
    """The lead photo, with what JSON-LD says about it (`ImageObject`)."""
    image = data.get("image")
    images = image if isinstance(image, list) else [image]
    described = next((one for one in images if isinstance(one, Mapping)), {})
    address = next((one for one in images if isinstance(one, str)), None) or _first(described.get("url"))
    url = resolve(
        metas.get("og:image") or metas.get("og:image:url") or metas.get("twitter:image") or address, base
    )
    if url is None or re.search(r"logo|default|placeholder|fallback", url, re.IGNORECASE):
        return None
    caption, credit = parted(line(_first(described.get("caption"))) or None)
    told = line(_first(described.get("creditText")) or _first(described.get("copyrightHolder")))
    return Photo(url, metas.get("og:image:alt") or None, caption, told or credit)


def _editions(tree: etree._Element, base: str | None, url: str | None) -> tuple[EditionLink, ...]:
    """`link[rel=alternate][hreflang]` with another primary language, and not a home page; each language once."""
    found: dict[str, EditionLink] = {}
    for link in tree.iter("link"):
        tag = normalize(link.get("hreflang"))
        if tag is None or "alternate" not in (link.get("rel") or "").casefold().split():
            continue
        href = resolve(link.get("href"), base)
        if href is not None and (href == url or not _is_home(href)):
            found.setdefault(primary(tag), EditionLink(tag, href))
    return tuple(found.values()) if len(found) > 1 else ()


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    path = parts.path.strip("/")
    return not parts.query and (not path or (len(path) <= 6 and normalize(path) is not None))


def _first(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@id") or value.get("@value")
    return value if isinstance(value, str) else ""
