"""The editions of a story as tabs, and what is said of one that is only likely. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_reader import languages
from tui_reader.app.tabs import LanguageTab, TabState
from tui_reader.model import EditionLink, Held
from tui_reader.stories.evidence import in_words
from tui_reader.stories.tongues import tongue
from tui_reader.sureness import Sureness
from tui_reader.words import tr


def tabs(held: Held, every: Iterable[str], order: Sequence[str], labels: str) -> list[LanguageTab]:
    """A tab for each language of ``held`` and of ``every``, in ``order``; ``labels`` is the setting ``tab_labels``."""
    editions = {tongue(edition.language): edition for edition in held.editions}
    own = tongue(held.article.language)
    name = languages.autonym if labels == "autonyms" else languages.label
    made = []
    for tag in languages.in_order({*map(tongue, every), *editions, *([own] if own else [])}, order):
        edition = editions.get(tag)
        state = TabState.ABSENT
        if tag == own or (edition and edition.id):
            state = TabState.HELD
        elif edition and edition.url:
            state = TabState.KNOWN
        made.append(LanguageTab(tag, name(tag), None, state, edition is not None and is_likely(edition)))
    return made


def find(held: Held, language: str) -> EditionLink | None:
    """The edition of ``held`` in ``language``, held or only named."""
    return next((edition for edition in held.editions if tongue(edition.language) == language), None)


def is_likely(edition: EditionLink) -> bool:
    """Whether an edition that is held is only likely to tell the same story."""
    return edition.sure is Sureness.LIKELY


def doubt(edition: EditionLink, part_key: str = "") -> str:
    """What the reader is told of a likely edition; nothing where it is sure."""
    if not is_likely(edition) or edition.how is None:
        return ""
    how = tr("Likely the same story: {how}", how=in_words(edition.how))
    return tr("{doubt}; {key} takes it apart", doubt=how, key=part_key) if part_key else how
