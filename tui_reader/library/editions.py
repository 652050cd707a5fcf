"""Every edition of a story as one list: those that are held, and those that its articles only name. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.model import Article, EditionLink
from tui_reader.stories import tongue


def merge(asked: Article, siblings: Sequence[Article]) -> tuple[EditionLink, ...]:
    """The editions of the story of ``asked`` and its held ``siblings``, each language once.

    Held ones come first; then and among them, the order is that of the document asked for, and what it does
    not name follows by tag. An article whose language nobody knows is no edition.
    """
    others = sorted(siblings, key=lambda article: article.id)
    held = {
        tongue(article.language): EditionLink(article.language, article.url, article.title, article.id)
        for article in (*others, asked)
        if article.language
    }
    named: dict[str, EditionLink] = {}
    for edition in (edition for article in (asked, *others) for edition in article.editions):
        language = tongue(edition.language)
        if language in held:
            continue
        known = named.setdefault(language, EditionLink(edition.language, edition.url, edition.title))
        if known.url is None and edition.url is not None:
            named[language] = EditionLink(known.language, edition.url, edition.title or known.title)
    place = {tongue(e.language): place for place, e in reversed(list(enumerate(asked.editions)))}

    def position(edition: EditionLink) -> tuple[int, str]:
        return place.get(tongue(edition.language), len(place) + len(asked.editions)), edition.language

    return (*sorted(held.values(), key=position), *sorted(named.values(), key=position))
