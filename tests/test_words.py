"""The interface in other languages: which one is spoken, and what the catalogues must hold."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog

from tests import catalogues
from tui_reader import words
from tui_reader.words import N_, tr, trc, trn


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "uk_UA.UTF-8"}, "uk"),
        ({"LANG": "ru"}, "ru"),
        ({"LANG": "uk_UA.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "uk_UA.UTF-8", "LC_MESSAGES": "", "LC_ALL": "ru_RU.UTF-8@x"}, "ru"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "xx:uk_UA:ru"}, "uk"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "uk"}, "en"),
        ({"LC_ALL": "POSIX", "LANG": "uk_UA.UTF-8"}, "en"),
        ({"LANG": "uk_UA.UTF-8", "LANGUAGE": "en_GB:uk"}, "en"),
        ({"LANG": "xx_XX.UTF-8"}, "en"),
        ({"LANG": "../../etc/passwd"}, "en"),
        ({"LANG": "\udcff"}, "en"),
    ],
)
def test_the_language_of_the_environment(environment: dict[str, str], language: str) -> None:
    assert words.from_environment(environment) == language


@pytest.fixture
def ukrainian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small catalogue, made up."""
    catalogue = Catalog(locale="uk", charset="utf-8", fuzzy=False)
    catalogue.add("Copied {url}", "Скопійовано {url}")
    catalogue.add(
        ("{count} article", "{count} articles"), ("{count} стаття", "{count} статті", "{count} статей")
    )
    catalogue.add("All", "Усі", context="tab")
    catalogue.add("All", "Геть усе")
    file = tmp_path / "uk" / "LC_MESSAGES" / f"{words.DOMAIN}.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(catalogues.compiled(catalogue))
    monkeypatch.setattr(words, "FOLDER", str(tmp_path))


@pytest.mark.usefixtures("ukrainian")
def test_what_is_said() -> None:
    table = (N_("All"), N_("Not translated {x}"))
    assert tr("Copied {url}", url="{a} {0}") == "Copied {a} {0}"
    words.speak("uk")
    assert words.spoken() == words.chosen() == "uk"
    assert tr("Copied {url}", url="{a} {0}") == "Скопійовано {a} {0}"
    assert (tr(table[0]), trc("tab", "All"), tr(table[1], x=1)) == ("Геть усе", "Усі", "Not translated 1")
    assert tr("") == ""
    numbers = {1: "стаття", 2: "статті", 5: "статей", 11: "статей", 21: "стаття", 22: "статті", 100: "статей"}
    for count, form in numbers.items():
        assert trn("{count} article", "{count} articles", count) == f"{count} {form}"
    words.speak(None)
    assert (words.spoken(), words.chosen()) == ("en", None)
    assert trn("{count} article", "{count} articles", 1) == "1 article"
    assert trn("{count} article", "{count} articles", 0) == "0 articles"


def test_the_tool_knows_what_is_left_to_translate() -> None:
    template = Catalog()
    for text in ("one", "two", "gone"):
        template.add(text)
    template.add(("{count} x", "{count} y"))
    catalogue = Catalog(locale="uk")
    catalogue.add("one", "раз")
    catalogue.add(("{count} x", "{count} y"), ("{count} а", "", "{count} в"))
    catalogue.update(template, no_fuzzy_matching=True)
    assert {message.id for message in catalogues.untranslated(catalogue)} == {
        "two",
        "gone",
        ("{count} x", "{count} y"),
    }
    assert BytesIO(catalogues.compiled(catalogue)).read(4) == b"\xde\x12\x04\x95"


def test_an_installation_without_its_catalogues_speaks_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "FOLDER", str(tmp_path))
    words.speak("uk")
    assert words.spoken() == "en"
    assert trn("{count} article", "{count} articles", 2) == "2 articles"


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_language_can_be_spoken(language: str) -> None:
    words.speak(language)
    assert words.spoken() == language
