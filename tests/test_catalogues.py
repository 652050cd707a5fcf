"""What people see can be translated, and is: a text that no catalogue can hold, or a catalogue that is behind, fails here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Message

from tests import catalogues, untranslated
from tui_reader import words
from tui_reader.app.keys import COMMANDS
from tui_reader.commands import arguments

pytestmark = pytest.mark.slow  # the texts of the whole package are extracted
OTHERS = [language for language in words.LANGUAGES if language != words.ENGLISH]
UPDATE = "python -m tests.catalogues"
_PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sr]|%[sr]")
_CODE = re.compile(r"`[^`]+`")


def test_no_text_is_without_its_mark() -> None:
    assert untranslated.everywhere() == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('raise InputError(f"{path} is gone")', True),
        ('raise InputError(tr("{path} is gone", path=path))', False),
        ('raise ValueError("a fault of ours")', False),
        ('view.tell("Done" if on else tr("Undone"))', True),
        ('view.tell(tr("Done") if on else tr("Undone"), "warning")', False),
        ('parser.add_argument("--x", metavar="FILE", help="a file")', True),
        ('parser.add_argument("--x", metavar="FILE", help=tr("a file"))', False),
        ("write(f\"{name}  {tr('done')}\")", True),
        ('tr(f"{count} articles")', True),
        ('"""A docstring of several words."""', False),
        ('said = "Some words to be said"', True),
        ('DEFAULT_CSS = "Some words of style"', False),
    ],
)
def test_what_is_found(line: str, found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untranslated, "PACKAGE", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(f"{line}\n", "utf-8")
    assert bool([*untranslated.in_file(path), *untranslated.sentences(path)]) is found


def test_the_tables_are_marked() -> None:
    texts = {message.id for message in catalogues.texts(catalogues.extracted())}
    shown = {text for command in COMMANDS for text in (command.help, command.group, command.hint) if text}
    shown |= {command.help for command in arguments.COMMANDS}
    assert shown - texts == set()


def ids(messages: Iterator[Message]) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in messages}


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_is_not_behind(language: str) -> None:
    catalogue = catalogues.read(language)
    held = ids(iter(catalogues.texts(catalogue)))
    code = ids(iter(catalogues.texts(catalogues.extracted())))
    assert code - held == set(), f"new in the code: {UPDATE} adds it, then translate it"
    assert held - code == set(), f"gone from the code: {UPDATE} takes it out"
    assert [message.id for message in catalogues.untranslated(catalogue)] == []
    compiled = catalogues.po(language).with_suffix(".mo")
    assert _loaded(compiled.read_bytes()) == _loaded(catalogues.compiled(catalogue)), UPDATE


def _loaded(mo: bytes) -> dict[object, str]:
    texts: dict[object, str] = GNUTranslations(BytesIO(mo))._catalog  # type: ignore[attr-defined]
    return {key: text for key, text in texts.items() if key != ""}


def forms(message: Message) -> tuple[list[str], list[str]]:
    """The English texts and the translations of a message."""
    return _texts(message.id), _texts(message.string or "")


def _texts(value: str | Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_and_code_are_those_of_the_english_text(language: str) -> None:
    wrong = []
    for message in catalogues.texts(catalogues.read(language)):
        texts, said = forms(message)
        for text in said:
            for pattern in (_PLACEHOLDER, _CODE):
                if sorted(pattern.findall(text)) != sorted(pattern.findall(texts[-1])):
                    wrong.append(text)
            # What comes after "; " is advice: where there is little room it is left out.
            if text.count("; ") != texts[-1].count("; ") or text.startswith(" ") != texts[-1].startswith(" "):
                wrong.append(text)
            if text.count("\n") != texts[-1].count("\n"):
                wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_numbers_have_all_their_forms(language: str) -> None:
    catalogue = catalogues.read(language)
    numbered = [message for message in catalogues.texts(catalogue) if isinstance(message.id, tuple)]
    assert numbered
    assert {len(forms(message)[1]) for message in numbered} == {catalogue.num_plurals}
    assert all("{count}" in text for message in numbered for texts in forms(message) for text in texts)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("uk", {1: "1 нове джерело", 3: "3 нові джерела", 11: "11 нових джерел", 21: "21 нове джерело"}),
        ("ru", {1: "1 новый источник", 4: "4 новых источника", 12: "12 новых источников", 31: "31 новый источник"}),
        ("de", {1: "1 neue Quelle", 0: "0 neue Quellen", 2: "2 neue Quellen"}),
    ],
)  # fmt: skip
def test_the_form_goes_with_the_number(language: str, said: dict[int, str]) -> None:
    words.speak(language)
    for count, text in said.items():
        assert words.trn("{count} new source", "{count} new sources", count) == text
