"""The language that a reader means by a tag that he writes, or a line that says what he may have meant."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache

from tui_reader.languages import autonym, from_label, is_known, known, normalize
from tui_reader.words import tr


@lru_cache(maxsize=256)
def language(text: str) -> str:
    """The tag that ``text`` means (``ua`` is ``uk``). Raises ValueError with a line that names the nearest tag."""
    tag = normalize(text)
    if tag is not None and (is_known(tag) or _in_cldr(tag)):
        return tag
    meant = from_label(text) or _nearest_language(text.casefold())
    if meant:
        known_as = autonym(meant)
        raise ValueError(
            tr(
                "“{text}” is not a language tag; did you mean “{tag}” ({name})?",
                text=text,
                tag=meant,
                name=known_as,
            )
        )
    raise ValueError(tr("“{text}” is not a language tag; tags are like uk, en, pt-BR", text=text))


def _in_cldr(tag: str) -> bool:
    """Whether Unicode's list names the language: it has more than this package has labels for."""
    from babel import Locale

    return tag.split("-", 1)[0] in Locale("en").languages


def _nearest_language(text: str) -> str | None:
    """The tag, or the tag of the language's name in itself or in English, that is spelled most like ``text``."""
    from babel import Locale

    if len(text) <= 3:
        return next(iter(get_close_matches(text, known(), 1, 0.5)), None)
    english = Locale("en").languages
    names = {english[tag].casefold(): tag for tag in known() if tag in english}
    names |= {autonym(tag).casefold(): tag for tag in known()}
    near = get_close_matches(text, names, 1, 0.7)
    return names[near[0]] if near else None
