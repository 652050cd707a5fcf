"""What a page says about its article: title, language, address, site, authors, times, standfirst."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml import etree

from tui_reader.languages import normalize
from tui_reader.sources import dates
from tui_reader.sources.hypertext.hrefs import resolve
from tui_reader.sources.hypertext.markup import inner_text, line
from tui_reader.sources.pages import titles
from tui_reader.sources.pages.structured import Structured, first

_PUBLISHED = (
    "article:published_time", "datepublished", "publishdate", "pubdate", "publish-date", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own account of the article; None and () where it says nothing."""

    title: str | None
    headings: tuple[str, ...]
    language: str | None
    url: str | None
    base: str | None
    site: str | None
    authors: tuple[str, ...]
    published: datetime | None
    updated: datetime | None
    descriptions: tuple[str, ...]
    text: str


def read(tree: etree._Element, url: str | None, data: Structured) -> Metadata:
    """The metadata of the page at ``url`` whose ``html`` element is ``tree``."""
    metas, article = data.metas, data.article
    base = _base(tree, url if url and not url.startswith("file:") else None)
    base = base or _canonical(tree, metas, None) or url
    site = _site(metas, article)
    told = _titles(tree, metas, article, site)
    descriptions = [line(first(article.get("description"))), *(metas.get(name, "") for name in _DESCRIPTIONS)]
    return Metadata(
        title=titles.choose(told),
        headings=tuple(
            text for text in (*told.headings, told.open_graph, told.structured, told.alternative) if text
        ),
        language=_language(tree, metas, article),
        url=_canonical(tree, metas, base) or url,
        base=base,
        site=site,
        authors=_authors(metas, article),
        published=_time(metas, article, "datePublished", _PUBLISHED) or _time_element(tree),
        updated=_time(metas, article, "dateModified", _UPDATED),
        descriptions=tuple(text for text in descriptions if text),
        text=line(first(article.get("articleBody"))),
    )


def _titles(
    tree: etree._Element, metas: Mapping[str, str], article: Mapping[str, Any], site: str | None
) -> titles.Titles:
    window = tree.find(".//head/title")
    graph = metas.get("og:title", "")
    headings = [text for h1 in list(tree.iter("h1"))[:30] if (text := inner_text(h1))]
    lesser = [one for one in list(tree.iter("h2", "h3"))[:60] if one.find(".//a[@href]") is None]
    lesser = [one for one in lesser if next(one.iterancestors("a"), None) is None]
    parts = [part for one in lesser for part in (one, *one.iter("span", "strong", "b"))]
    below = [text for one in parts if (text := inner_text(one))][:200]
    if not headings and graph:
        headings = [text for text in below if len(text) > 10 and graph.startswith(text)][:1]
    return titles.Titles(
        headings=headings,
        below=below,
        open_graph=graph,
        structured=line(first(article.get("headline"))),
        alternative=line(first(article.get("alternativeHeadline"))),
        window=inner_text(window) if window is not None else "",
        others=[metas[name] for name in ("twitter:title", "title", "dc.title") if name in metas],
        site=site or "",
    )


def _base(tree: etree._Element, url: str | None) -> str | None:
    element = tree.find(".//base[@href]")
    return (resolve(element.get("href"), url) if element is not None else None) or url


def _language(tree: etree._Element, metas: Mapping[str, str], article: Mapping[str, Any]) -> str | None:
    for value in (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang"),
        first(article.get("inLanguage")),
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


def _site(metas: Mapping[str, str], article: Mapping[str, Any]) -> str | None:
    publisher = article.get("publisher")
    name = publisher.get("name") if isinstance(publisher, Mapping) else None
    return metas.get("og:site_name") or line(first(name)) or metas.get("application-name") or None


def _authors(metas: Mapping[str, str], article: Mapping[str, Any]) -> tuple[str, ...]:
    people = article.get("author")
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
    metas: Mapping[str, str], article: Mapping[str, Any], name: str, metas_named: tuple[str, ...]
) -> datetime | None:
    for value in (first(article.get(name)), *(metas.get(one) for one in metas_named)):
        if (moment := dates.parse(value)) is not None:
            return moment
    return None


def _time_element(tree: etree._Element) -> datetime | None:
    for element in tree.iter("time"):
        if (moment := dates.parse(element.get("datetime"))) is not None:
            return moment
    return None
