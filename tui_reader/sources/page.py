"""A web page to its article: voters say which words are the text, the document says where they stand.

An extractor and the page's own metadata vote for the text. The element that holds it is then read by the
reader's own walk, which keeps captions, credits, sub-headings, lists and links; see `tui_reader.sources.pages`.
The extractor is used here and nowhere else.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from dataclasses import replace
from html import escape
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from tui_reader.detection import settle
from tui_reader.errors import OURS, ParseError
from tui_reader.hrefs import host
from tui_reader.languages import same
from tui_reader.model import Article, BlockKind, Selectors
from tui_reader.sources.entries.text import title_from
from tui_reader.sources.hypertext.markup import has_tags, prepare, raw_text
from tui_reader.sources.pages import (
    body,
    clearing,
    datatext,
    editions,
    framing,
    metadata,
    photos,
    related,
    scripted,
    selected,
    standfirst,
    structured,
    teasers,
    walls,
)
from tui_reader.sources.pages.region import Votes, key, linked
from tui_reader.words import tr

MIN_TEXT = 200
MAX_SPACE = 8
_SPACES = re.compile(r"[^\S\n]{2,}|\s*\n\s*")
MIN_PROSE = 400
LITTLE = 0.4
MANY_OFFERS = 4
_PUBLISHED = re.compile(r"publish(?:ed|-?date|time)|pub-?date")
MAX_ELEMENTS = 40_000  # beyond that the extractor takes minutes; then every paragraph has a vote


def read(
    html: str,
    *,
    url: str | None,
    identity: str,
    declared_language: str | None = None,
    selectors: Selectors | None = None,
) -> Article:
    """The article of the page ``html`` that came from ``url`` (an address, a ``file:`` address, or None).

    ``declared_language`` is what the source's settings say; the page's own declaration comes first. What
    ``selectors`` match is taken for what it is said to be. Raises `ParseError` where the page holds no article.
    """
    tree = _opened(html, url or "this page")
    alive = list(tree.iter())  # lxml makes an element anew at each step, unless somebody holds it
    article = _article(tree, url, identity, declared_language, selectors)
    del alive
    if article is None and selectors is not None:
        usual = replace(selectors, body=())
        return read(html, url=url, identity=identity, declared_language=declared_language, selectors=usual)
    if article is None:
        raise ParseError(tr("no article found in {url}", url=url or tr("this page")))
    return article


def _article(
    tree: Any, url: str | None, identity: str, declared_language: str | None, selectors: Selectors | None
) -> Article | None:
    """The article of a page's tree; None where the reader's choice of its text holds nothing."""
    data, about, chosen = _about(tree, url, selectors)
    own_editions = editions.read(
        tree, base=about.base, url=about.url, own=about.language, article=data.article
    )
    told = related.hints(tree, data.article, about.base)
    if chosen.holder is None and _is_bare(tree):
        _fill(tree, about.text)
    found = _body(tree, about, data, chosen.holder)
    if chosen.holder is not None and not (found and found.text.strip()):
        return None
    found = _checked(found, about, data, url or "this page", sure=chosen.holder is not None)
    # A declaration that the text surely contradicts is a template's, not the text's.
    whole = f"{about.title or ''}\n{found.text}"
    settled = settle(whole, about.language, declared_language, closely=True)
    language = settled.language
    article = Article(
        identity=identity,
        title=about.title or title_from(found.text),
        language=language,
        url=about.url,
        site=about.site or host(about.url) or None,
        authors=about.authors,
        published=about.published or about.updated,
        updated=about.updated,
        lead=found.lead,
        body=tuple(found.blocks),
        photos=tuple(found.photos),
        related=related.choose(found.related, told, about.url),
        language_declared=settled.declared,
        editions=own_editions if any(not same(one.language, language) for one in own_editions) else (),
    )
    return selected.applied(article, chosen) if selectors is not None else article


def _opened(html: str, named: str) -> Any:
    if not html.strip() or not has_tags(html):
        raise ParseError(
            tr("no article found in {url}: it is not HTML", url=named)
            if html.strip()
            else tr("no article found in {url}: it is empty", url=named)
        )
    tree = _tree(html)
    if tree is None:
        raise ParseError(tr("no article found in {url}: there is nothing in it", url=named))
    return tree


def _about(
    tree: Any, url: str | None, selectors: Selectors | None
) -> tuple[structured.Structured, metadata.Metadata, selected.Selected]:
    """What the page says about itself, and what of it was chosen."""
    if selectors is not None:
        selected.take_out(tree, selectors)
    data = structured.read(tree)
    about = metadata.read(tree, url, data)
    if selectors is None:
        return data, about, selected.Selected()
    chosen = selected.choose(tree, selectors, about.base)
    if chosen.title:
        about = replace(about, title=chosen.title, headings=(chosen.title, *about.headings))
    return data, about, chosen


def _tree(html: str) -> Any:
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return lxml_html.document_fromstring(prepare(html).encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _checked(
    found: body.Body | None,
    about: metadata.Metadata,
    data: structured.Structured,
    named: str,
    *,
    sure: bool,
) -> body.Body:
    """What was found, if it is an article; ``sure`` where the reader chose it.

    Raises ParseError for too little text, for a page that keeps its reader out, and for a list of others.
    """
    paragraphs = sum(1 for block in found.blocks if block.kind is BlockKind.PARAGRAPH) if found else 0
    if found is not None and (sure or about.published or len(found.text) >= MIN_TEXT):
        offers = found.offered >= MANY_OFFERS and found.offered * 2 > paragraphs
        typed = data.metas.get("og:type", "").startswith("article") and not offers
        if sure or typed or _is_dated(data) or (data.article and not data.listed):
            return found
        if walls.says_nothing_is_there((about.title or "", *about.headings), found.text):
            raise ParseError(
                tr("no article found in {url}: it says that there is none; open it in the browser", url=named)
            )
        if walls.is_a_wall(found.blocks):
            raise ParseError(
                tr(
                    "no article found in {url}: it asks for a login, a subscription or consent; open it in the browser",
                    url=named,
                )
            )
        if not offers:
            return found
    raise ParseError(
        tr(
            "no article found in {url}: it may be a home page, a video, or need a browser; open it there",
            url=named,
        )
    )


def _is_dated(data: structured.Structured) -> bool:
    """Whether the page's own data tell when it was published; a list's `time` elements are those of others."""
    return any(_PUBLISHED.search(name) for name in data.metas)


def _is_bare(tree: Any) -> bool:
    """Whether hardly any text stands on the page before its scripts run."""
    return sum(len(text) for one in tree.iter("p") if len(text := "".join(one.itertext())) > 60) < MIN_PROSE


def _fill(tree: Any, told: str) -> None:
    """Put in what a script would show: HTML or data that wait in one, else the text that the metadata tell."""
    html = scripted.html_in(tree)
    if html is None and clearing.prose(tree) < MIN_PROSE:
        html = datatext.html_of(tree)
        if html is None and len(told) >= MIN_PROSE:
            html = f"<p>{escape(told)}</p>"
    if html is not None:
        _put_in(tree, html)


def _put_in(tree: Any, html: str) -> None:
    """Put the text that a script holds in the place of what stands on the page."""
    body = tree.find("body")
    article = _tree(f"<html><body><article>{html}</article></body></html>")
    if body is None or article is None or (inner := article.find(".//article")) is None:
        return
    for child in list(body):
        body.remove(child)
    body.append(inner)


def _body(tree: Any, about: metadata.Metadata, data: structured.Structured, holder: Any) -> body.Body | None:
    """The body of the page: what the voters find, or what is in ``holder`` where that is known."""
    teasers.drop_pictures(tree)
    framing.frame(tree)
    kept = clearing.protected(tree, about.headings) | standfirst.described(tree, about.descriptions)
    kept |= set(photos.figures_of(tree, photos.lead(data, about.base), about.base))
    if holder is not None:
        cleared = clearing.clear(tree, {*kept, holder, *holder})
        return body.read(tree, about, data, Votes((key(raw_text(holder)),)), cleared.offers, holder)
    cleared = clearing.clear(tree, kept)
    votes = Votes.of(_voted(tree, about.url), about.text)
    return body.read(tree, about, data, votes, cleared.offers)


def _voted(tree: Any, url: str | None) -> str:
    """The text that the extractor votes for; the slow way where the fast one finds little of the page's prose."""
    if sum(1 for _ in tree.iter("*")) > MAX_ELEMENTS:
        texts = ((paragraph, raw_text(paragraph)) for paragraph in tree.iter("p"))
        return "\n".join(text for paragraph, text in texts if linked(paragraph) * 2 < len(text))
    text = _extract(deepcopy(tree), url)
    if len(text) < clearing.prose(tree) * LITTLE:
        text = max(text, _extract(deepcopy(tree), url, fast=False), key=len)
    return text


def _extract(tree: Any, url: str | None, *, fast: bool = True) -> str:
    """The text that the extractor finds; an empty one where it finds none."""
    import trafilatura

    for element in tree.iter("*"):  # it weighs by length, and white space of the source is none of the text
        if element.text and len(element.text) > MAX_SPACE:
            element.text = _SPACES.sub(" ", element.text)
        if element.tail and len(element.tail) > MAX_SPACE:
            element.tail = _SPACES.sub(" ", element.tail)
    for name in ("trafilatura", "courlan", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what they say is not for standard error
    try:
        found = trafilatura.extract(
            tree, url=url, include_comments=False, include_tables=True, fast=fast, deduplicate=False
        )
    except OURS:
        raise
    except Exception as error:  # the extractor meets hostile pages with many kinds of exceptions
        raise ParseError(
            tr("no article found in {url}: {why}", url=url or tr("this page"), why=type(error).__name__)
        ) from error
    return found or ""
