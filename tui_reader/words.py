"""What the reader says to people, in the language of the interface. Nothing here is imported from the package.

`tr`, `trn` and `trc` give a text as it is shown, at the time that it is shown; `N_` marks one that stands in a table
and is given to `tr` later. Babel finds all four in the code (``python -m tests.catalogues``). The catalogues are
gettext's (``locale/uk/LC_MESSAGES/tui_reader.po``, compiled beside it); English has none and reads no file.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Protocol

DOMAIN = "tui_reader"
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "locale")
ENGLISH = "en"
NAMES = {ENGLISH: "English", "uk": "Українська", "ru": "Русский", "de": "Deutsch"}
LANGUAGES = tuple(NAMES)


class _Catalogue(Protocol):
    """What is asked of gettext's catalogues."""

    def gettext(self, message: str) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...
    def pgettext(self, context: str, message: str) -> str: ...


class _Speech:
    """What is spoken in this process: ``chosen`` by the reader, else by the environment once it is asked."""

    def __init__(self, chosen: str | None = None) -> None:
        self.chosen = chosen
        self.language = chosen or from_environment(os.environ)
        self.catalogue = None if self.language == ENGLISH else _catalogue(self.language)
        if self.catalogue is None:
            self.language = ENGLISH


_speech: _Speech | None = None


def speak(language: str | None) -> None:
    """From now on speak ``language``, one of `LANGUAGES`; None is the language of the environment."""
    global _speech  # noqa: PLW0603
    if _speech is None or _speech.chosen != language or language is None:
        _speech = _Speech(language)


def spoken() -> str:
    """The language of the interface, one of `LANGUAGES`."""
    return _now().language


def chosen() -> str | None:
    """The language that was chosen in place of the environment's."""
    return _now().chosen


def from_environment(environment: Mapping[str, str]) -> str:
    """The language that LC_ALL, LC_MESSAGES or LANG names, or the first that is there of LANGUAGE; else English.

    As gettext has it, the list in LANGUAGE does not count where the locale is ``C``.
    """
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    if _language(locale) in ("", "c", "posix"):
        return ENGLISH
    for name in (*environment.get("LANGUAGE", "").split(":"), locale):
        if _language(name) in LANGUAGES:
            return _language(name)
    return ENGLISH


def tr(text: str, /, **values: object) -> str:
    """``text`` in the language of the interface, with ``values`` in the place of their names: ``{name}``."""
    catalogue = _now().catalogue if text else None  # gettext keeps its header under the empty text
    said = text if catalogue is None else catalogue.gettext(text)
    return said.format_map(values) if values else said


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """The text that goes with ``count``, which it may name as ``{count}``; ``one`` and ``many`` are the English ones."""
    catalogue = _now().catalogue
    english = one if count == 1 else many
    said = english if catalogue is None else catalogue.ngettext(one, many, count)
    return said.format_map({"count": count, **values})


def trc(context: str, text: str, /, **values: object) -> str:
    """`tr` of a word that means different things in different places; ``context`` says which it is here."""
    catalogue = _now().catalogue
    said = text if catalogue is None else catalogue.pgettext(context, text)
    return said.format_map(values) if values else said


def N_(text: str) -> str:
    """``text`` itself: it is translated where `tr` is given it."""
    return text


def _now() -> _Speech:
    if _speech is None:
        speak(None)
    assert _speech is not None
    return _speech


def _language(locale: str) -> str:
    """``uk`` of ``uk_UA.UTF-8@hryvnia``."""
    return locale.replace("-", "_").split(".")[0].split("@")[0].split("_")[0].lower()


def _catalogue(language: str) -> _Catalogue | None:
    """The catalogue; None where it is missing: whoever would tell of that speaks through it."""
    from gettext import GNUTranslations  # English does without

    try:
        with open(os.path.join(FOLDER, language, "LC_MESSAGES", f"{DOMAIN}.mo"), "rb") as file:
            return GNUTranslations(file)
    except OSError:
        return None
