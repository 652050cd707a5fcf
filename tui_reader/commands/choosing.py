"""Which edition of a story is meant, and which source a name means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui_reader.clean import clean_line
from tui_reader.commands.means import Means
from tui_reader.config_check import nearest
from tui_reader.errors import NotFoundError, UsageError
from tui_reader.gate import clean_article
from tui_reader.languages import in_order, same
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Article, EditionLink
from tui_reader.opening import is_address
from tui_reader.selectors import of_address
from tui_reader.words import tr, trn


def editions_of(article: Article, known: Sequence[EditionLink] = ()) -> tuple[EditionLink, ...]:
    """Every edition of the story: those that the document names, this one included, and those ``known`` besides."""
    found: dict[str, EditionLink] = {}
    named = list(article.editions)
    if article.language is not None:
        own = EditionLink(article.language, article.url, article.title, article.id)
        place = next((i for i, one in enumerate(named) if same(one.language, article.language)), None)
        if place is None:
            named.insert(0, own)
        else:
            named[place] = replace(own, url=own.url or named[place].url)
    for edition in (*named, *known):
        tag = next((tag for tag in found if same(tag, edition.language)), edition.language)
        before = found.get(tag)
        found[tag] = edition if before is None else _completed(before, edition)
    return tuple(found.values())


def _completed(edition: EditionLink, other: EditionLink) -> EditionLink:
    return replace(
        edition,
        url=edition.url or other.url,
        title=edition.title or other.title,
        id=edition.id or other.id,
        sure=edition.sure or other.sure,
        how=edition.how or other.how,
    )


async def choose(
    articles: Sequence[Article], wanted: str, means: Means, library: LibraryThread | None
) -> list[Article]:
    """The editions in the language ``wanted``.

    Of a single article it is found in the library, on this disk or on the network, wherever the story is known
    to have it; of many articles, those in that language are taken. Raises NotFoundError where there is none.
    """
    chosen = [article for article in articles if same(article.language, wanted)]
    if chosen:
        return chosen
    if len(articles) != 1:
        have = ", ".join(in_order(article.language for article in articles if article.language))
        raise NotFoundError(
            trn(
                "none of these {count} articles is in “{language}”; there are {others}",
                "none of these {count} articles is in “{language}”; there are {others}",
                len(articles),
                language=wanted,
                others=have or tr("none"),
            )
        )
    return [await _other_edition(articles[0], wanted, means, library)]


async def _other_edition(
    article: Article, wanted: str, means: Means, library: LibraryThread | None
) -> Article:
    held = await library.run(lambda held: held.held(article.id)) if library is not None else None
    editions = editions_of(article, held.editions if held is not None else ())
    found = next((edition for edition in editions if same(edition.language, wanted)), None)
    title = clean_line(article.title)
    if found is None:
        have = ", ".join(edition.language for edition in editions)
        raise NotFoundError(
            tr(
                "“{title}” has no edition in “{language}”; there are {others}",
                title=title,
                language=wanted,
                others=have or tr("none"),
            )
        )
    if library is not None and found.id is not None:
        other_id = found.id
        other = await library.run(lambda held: held.held(other_id))
        if other is not None:
            return clean_article(other.article)
    if found.url is None:
        raise NotFoundError(
            tr(
                "“{title}” names an edition in “{language}” without an address; it can't be fetched",
                title=title,
                language=wanted,
            )
        )
    return await _at(found.url, wanted, means)


async def _at(url: str, wanted: str, means: Means) -> Article:
    """The article at an address that a document names: on this disk, or fetched."""
    if not is_address(url):
        opened = await means.open(url, None)
        return next((one for one in opened.articles if same(one.language, wanted)), opened.articles[0])
    from tui_reader.fetching import fetch_page

    tools = await means.tools()
    selectors = of_address(means.settled().sources, url)
    page = await fetch_page(url, web=tools.web, workers=tools.workers, selectors=selectors)
    return clean_article(replace(page, language=page.language or wanted))


def match_source(name: str, names: Iterable[str]) -> str:
    """The one of ``names`` that ``name`` means, whatever its case. Raises UsageError that names the nearest."""
    folded = {other.casefold(): other for other in names}
    asked = clean_line(name).casefold()
    found = folded.get(asked)
    if found is None:
        within = [other for key, other in folded.items() if asked and asked in key]
        hint = (
            tr("; did you mean “{name}”?", name=within[0])
            if len(within) == 1
            else nearest(asked, folded.values())
        )
        hint = hint or tr("; feeds.toml names the sources")
        raise UsageError(tr("no source has the name “{name}”", name=clean_line(name)) + hint)
    return found
