"""What a page says about its article: title, language, address, site, authors, times, standfirst."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from tui_reader.hrefs import host, resolve
from tui_reader.languages import normalize
from tui_reader.sources.hypertext.markup import inner_text, line
from tui_reader.sources.pages import bylines, headings, times, titles
from tui_reader.sources.pages.structured import Structured, first
from tui_reader.sources.pages.suffixes import Site, parts_before_marks
from tui_reader.values import frozen

_TITLES = ("twitter:title", "title", "dc.title", "headline", "parsely-title", "sailthru.title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")


@frozen
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
    canonical = _canonical(tree, metas, base)
    canonical = canonical if canonical is not None and (_has_path(canonical) or not _has_path(url)) else url
    around = _around(metas, article, canonical)
    told = _titles(tree, metas, article, around)
    title = titles.choose(told)
    published = times.published(tree, metas, article, canonical)
    named = (told.open_graph, told.structured, line(first(article.get("alternativeHeadline"))))
    descriptions = [line(first(article.get("description"))), *(metas.get(name, "") for name in _DESCRIPTIONS)]
    return Metadata(
        title=title,
        headings=(*(one.text for one in told.headings), *(text for text in named if text)),
        language=_language(tree, metas, article),
        url=canonical,
        base=base,
        site=site,
        authors=bylines.read(tree, data, around.all_names, title),
        published=published,
        updated=times.updated(metas, article, published),
        descriptions=tuple(text for text in descriptions if text),
        text=line(first(article.get("articleBody"))),
    )


def _titles(
    tree: etree._Element, metas: Mapping[str, str], article: Mapping[str, Any], site: Site
) -> titles.Titles:
    named = tree.find(".//head/title")
    window = inner_text(named) if named is not None else ""
    firsts, below = headings.read(tree)
    graph = metas.get("og:title") or metas.get("twitter:title", "")
    if not firsts and graph:
        firsts = [headings.Heading(text) for text in below if len(text) > 10 and graph.startswith(text)][:1]
    if not firsts and not first(article.get("headline")):
        firsts = headings.by_name(tree)
    if not firsts and not graph and window:
        firsts = headings.unmarked(tree, parts_before_marks(window))
    return titles.Titles(
        headings=firsts,
        below=below,
        open_graph=graph,
        structured=line(first(article.get("headline"))),
        window=window,
        others=[metas[name] for name in _TITLES if name in metas],
        site=site,
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
    """The page's own address; some templates name the home page in its place, and are not believed."""
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").casefold().split())
    named = [resolve(link.get("href"), base) for link in links] + [resolve(metas.get("og:url"), base)]
    found = [url for url in named if url is not None]
    return next((url for url in found if _has_path(url)), next(iter(found), None))


def _has_path(url: str | None) -> bool:
    try:
        return urlsplit(url or "").path.strip("/") != ""
    except ValueError:
        return False


def _site(metas: Mapping[str, str], article: Mapping[str, Any]) -> str | None:
    publisher = article.get("publisher")
    name = publisher.get("name") if isinstance(publisher, Mapping) else None
    return metas.get("og:site_name") or line(first(name)) or metas.get("application-name") or None


def _around(metas: Mapping[str, str], article: Mapping[str, Any], url: str | None) -> Site:
    """What the site may be called: its name, its publisher's, its host's labels; and the article's section."""
    publisher = article.get("publisher")
    name = first(publisher.get("name")) if isinstance(publisher, Mapping) else ""
    names = (metas.get("og:site_name", ""), line(name), metas.get("application-name", ""))
    place = host(url)
    labels = (part for part in place.split(".")[:-1] if len(part) > 3)
    sections = (metas.get("article:section", ""), line(first(article.get("articleSection"))))
    return Site(_told(*names), _told(place, *labels), _told(*sections))


def _told(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
