"""Every edition of a story as one list: those that are held, and those that its articles only name. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tui_reader.model import Article, EditionLink
from tui_reader.stories.evidence import Evidence
from tui_reader.stories.tongues import tongue

_NONE: Mapping[str, Evidence] = MappingProxyType({})


def merge(
    asked: Article, siblings: Sequence[Article], evidence: Mapping[str, Evidence] = _NONE
) -> tuple[EditionLink, ...]:
    """The editions of the story of ``asked`` and its held ``siblings``, each language once.

    Held ones come first; then and among them, the order is that of the document asked for, and what it does
    not name follows by tag. An article whose language nobody knows is no edition. ``evidence`` says by the ids of the
    siblings why they are of this story.
    """
    others = sorted(siblings, key=lambda article: article.id)
    held = {
        tongue(article.language): _held(article, evidence.get(article.id))
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


def _held(article: Article, why: Evidence | None) -> EditionLink:
    sure, how = (why.kind, why.how) if why is not None else (None, None)
    return EditionLink(article.language or "", article.url, article.title, article.id, sure, how)
