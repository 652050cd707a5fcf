"""The editions of a story among the texts of a folder: by their names, or by tabs that name each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui_reader.languages import in_order, same
from tui_reader.model import Article, EditionLink
from tui_reader.stories.grouping import Member, form
from tui_reader.stories.likeness import alike
from tui_reader.stories.sketches import Sketch, traits
from tui_reader.stories.tongues import tongue


def by_tabs(articles: Sequence[Article]) -> list[Article]:
    """``articles``, with a name for the story of those whose tabs name each other's languages.

    Every page that was saved from a site has the site's tabs, so that the names and numbers of two texts must
    agree too; when the files were saved says nothing. What has a story or addresses of its own is left as it is.
    """
    tabbed = {one.id: one for one in articles if _has_bare_tabs(one)}
    drawn = (Sketch(one.id, tongue(one.language), 0, traits(one)) for one in tabbed.values())
    pairs = [pair for pair in alike(drawn) if _name_each_other(tabbed[pair.left], tabbed[pair.right])]
    names: dict[str, str] = {}
    for story in form([Member(id, one.language) for id, one in tabbed.items()], pairs):
        if len(story.ids) > 1:
            names |= dict.fromkeys(story.ids, f"tabs {story.ids[0]}")
    return [replace(one, story=names[one.id]) if one.id in names else one for one in articles]


def _has_bare_tabs(article: Article) -> bool:
    if article.story is not None or article.language is None:
        return False
    return bool(article.editions) and all(edition.url is None for edition in article.editions)


def _name_each_other(left: Article, right: Article) -> bool:
    return _names(left, right) and _names(right, left)


def _names(one: Article, other: Article) -> bool:
    return any(same(edition.language, other.language) for edition in one.editions)


def with_editions(articles: list[Article], addresses: dict[str, str]) -> Iterator[Article]:
    """``articles``, those of one story knowing of each other."""
    stories: dict[str, list[Article]] = {}
    for article in articles:
        if article.story is not None and article.language is not None:
            stories.setdefault(article.story, []).append(article)
    for article in articles:
        together = stories.get(article.story or "", [])
        if len({one.language for one in together}) < 2:
            yield article
            continue
        links = [
            EditionLink(one.language or "", one.url or addresses[one.id], one.title, one.id)
            for one in together
        ]
        yield replace(article, editions=merged(article.editions, links))


def merged(named_by_text: tuple[EditionLink, ...], found: list[EditionLink]) -> tuple[EditionLink, ...]:
    """The editions that a text names, in its order, completed by those found; then the others by language."""
    by_language = {link.language: link for link in reversed(found)}
    known = [
        by_language[link.language] if link.url is None and link.language in by_language else link
        for link in named_by_text
    ]
    rest = in_order(tag for tag in by_language if not any(same(tag, link.language) for link in named_by_text))
    return (*known, *(by_language[tag] for tag in rest))
