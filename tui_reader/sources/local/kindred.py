"""Texts of a folder whose language tabs name each other: editions of one story, where their texts agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui_reader.languages import same
from tui_reader.model import Article
from tui_reader.stories import Member, Sketch, alike, form, tongue
from tui_reader.stories.sketches import traits


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
