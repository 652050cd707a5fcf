"""CSS selectors (W3C Selectors) as XPath, and which source's selectors a page is read with. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from tui_reader.clean import clean_line
from tui_reader.model import Article, Selectors, Source
from tui_reader.words import tr


@lru_cache(maxsize=256)
def xpath(selector: str) -> str:
    """The XPath 1.0 expression that finds what ``selector`` names, from the root of a tree of HTML.

    Raises ValueError with a line that says what is wrong with it.
    """
    from cssselect import HTMLTranslator, SelectorError

    try:
        return HTMLTranslator().css_to_xpath(selector, "descendant-or-self::")
    except (SelectorError, RecursionError, ValueError) as error:
        said = clean_line(str(error)[:200]) or tr("it is nested too deeply")
        shown = clean_line(selector[:80])
        raise ValueError(
            tr("“{selector}” is not a CSS selector ({why})", selector=shown, why=said)
        ) from error


def of_article(sources: Iterable[Source], article: Article) -> Selectors | None:
    """The selectors of the source that an article is of, else of the one whose host its address has."""
    sources = list(sources)
    for source in sources:
        if source.name == article.source:
            return source.selectors
    return of_address(sources, article.url or "")


def of_address(sources: Iterable[Source], url: str) -> Selectors | None:
    """The selectors of the source whose feeds have the host of ``url``, or one above or below it."""
    wanted = _host(url)
    found: Selectors | None = None
    for source in sources:
        hosts = {_host(edition.url) for edition in source.editions} if source.selectors else set()
        if wanted and wanted in hosts:
            return source.selectors
        if found is None and any(_related(wanted, host) for host in hosts):
            found = source.selectors
    return found


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _related(one: str, other: str) -> bool:
    """Whether one host is a part of the other: `rss.paper.example` of `paper.example`; no number is a part."""
    shorter, longer = sorted((one, other), key=len)
    return "." in shorter and not shorter[-1:].isdigit() and longer.endswith(f".{shorter}")
