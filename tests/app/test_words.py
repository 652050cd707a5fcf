"""The reader in other languages: opened, listed, helped, changed while it runs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.reader import Reader, reader, some
from tui_reader import words
from tui_reader.app.bindings import HINTS, hints
from tui_reader.app.keys import effective
from tui_reader.app.widgets.page import PageView

SEEN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "uk": {
        "list": ("Усі джерела", " Усі 6 ", "Закладки", "відкрити", " хв · Evening"),
        "article": ("Фото", "Читайте також", "Посилання в тексті", "назад"),
        "narrow": ("] мова", "▣ Night car 0 at the depot"),
        "help": ("Клавіші", "Навігація", "Назад на крок", "Довідка: усі клавіші", "Миша працює всюди"),
        "marked": ("Закладку додано",),
    },
    "ru": {
        "list": ("Все источники", " Все 6 ", "Закладки", "открыть", " мин · Evening"),
        "article": ("Фото", "Читайте также", "Ссылки в тексте", "назад"),
        "narrow": ("] язык", "▣ Night car 0 at the depot"),
        "help": ("Клавиши", "Навигация", "Назад на шаг", "Справка: все клавиши", "Мышь работает везде"),
        "marked": ("Закладка поставлена",),
    },
    "de": {
        "list": ("Alle Quellen", " Alle 6 ", "Lesezeichen", "öffnen", " Min. · Evening"),
        "article": ("Foto", "Lesen Sie auch", "Links im Text", "zurück"),
        "narrow": ("] Sprache", "▣ Night car 0 at the depot"),
        "help": ("Tasten", "Navigation", "Einen Schritt zurück", "Hilfe: alle Tasten"),
        "marked": ("Lesezeichen gesetzt",),
    },
}


@pytest.mark.parametrize(
    ("language", "width"),
    [("uk", 140), pytest.param("ru", 140, marks=pytest.mark.slow), ("ru", 60), ("de", 60)],
)
async def test_the_reader_speaks(language: str, width: int, home: Path) -> None:
    seen = SEEN[language]
    words.speak(language)
    async with reader(home, some(), size=(width, 60)) as app:
        if width >= 120:
            await app.press("h")
            await app.shows(*seen["list"])
            await app.press("l")
        else:
            await app.shows(seen["list"][1])
        await app.press("question_mark")
        await app.shows(*seen["help"][:3])
        await app.press("escape")
        await app.press("enter")
        await app.shows("Paragraph 1")
        await app.shows(*seen["narrow"] if width < 120 else seen["article"])
        await app.press("b")
        await app.shows(*seen["marked"])


async def test_another_language_without_a_restart(home: Path) -> None:
    async with reader(home, some(), size=(140, 40)) as app:
        await app.shows("All sources", " All 6 ", "enter open")
        await app.press("enter")
        await app.shows("Read also")
        await _choose(app, "Українська")
        await app.shows("Читайте також", "q назад")
        await app.press("q")
        await app.shows("Усі джерела", " Усі 5 ", "enter відкрити", " хв · Evening")
        settings = app.main.settling.file
        await app.until(lambda: settings.exists() and 'interface = "uk"' in settings.read_text("utf-8"))
        await _choose(app, "English")
        await app.shows("All sources", " All 5 ", "enter open", " min · Evening")
        await app.press("slash")
        await app.shows('Search: words, "a phrase"')


async def _choose(app: Reader, language: str) -> None:
    """Choose a language of the interface in the palette."""
    await app.press("ctrl+p")
    for letter in language[:3]:
        await app.pilot.press(letter)
    await app.shows(f": {language}")
    await app.press("enter")
    await app.until(lambda: app.app.screen is app.main)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_hints_fit_into_sixty_columns(language: str) -> None:
    words.speak(language)
    keys = effective({})
    for pane in HINTS:
        width = sum(cell_len(f"  {key} {word}") for key, word in hints(pane, keys)[1:])
        assert width <= 58, hints(pane, keys)


@pytest.mark.parametrize("width", [90, 60])
async def test_no_line_of_the_help_is_cut_by_its_scroll_bar(width: int, home: Path) -> None:
    words.speak("de")
    async with reader(home, some(1), size=(width, 30)) as app:
        await app.press("question_mark")
        page = app.app.screen.query_one(PageView)
        await app.until(lambda: bool(page.page.lines))
        widest = max(sum(cell_len(run.text) for run in line.runs) for line in page.page.lines)
        assert 40 < widest <= page.scrollable_content_region.width
