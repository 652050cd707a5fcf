"""A folder of one's own texts, from the disk to the library: which of them are editions of one story."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tui_reader.library.library import Library
from tui_reader.model import Article, Held
from tui_reader.reading import read_folder
from tui_reader.sureness import Sureness

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
UK = "Ярослава Гнатюк відкрила міст у Полтаві\n\nМіст завдовжки 1 348 метрів коштував 27 млн євро, повідомила рада.\n"
EN = "Yaroslava Hnatiuk opens bridge in Poltava\n\nThe bridge is 1,348 metres long and cost 27 million euros.\n"
OTHER = "Pavlo Moroz wins chess title\n\nThe player from Ternopil won after 61 moves, the club said in the evening.\n"


class Folder:
    """A folder that is followed, and the library that holds it."""

    def __init__(self, path: Path, library: Library) -> None:
        self.path = path
        self._library = library
        self._known: str | None = None
        self._time = NOW

    def write(self, name: str, text: str, *, days: int = 0) -> None:
        """Write a text, saved so many days ago."""
        file = self.path / name
        file.write_text(text, "utf-8")
        saved = (NOW - timedelta(days=days)).timestamp()
        os.utime(file, (saved, saved))

    def refresh(self) -> list[Article]:
        """Read the folder and store it as a refresh does; what was read, nothing where nothing changed."""
        self._time += timedelta(minutes=5)
        found = read_folder(self.path, "Own", None, self._known)
        self._known = found.fingerprint
        if found.read is None:
            return []
        assert found.read.warnings == ()
        self._library.store(found.read.articles, now=self._time)
        return list(found.read.articles)

    def editions(self, article: Article) -> dict[str, Held]:
        """What is held of an article's story, by language."""
        held = self._library.held(article.id)
        assert held is not None
        ids = [edition.id for edition in held.editions if edition.id is not None]
        found = [one for one in map(self._library.held, ids) if one is not None]
        return {one.article.language or "": one for one in found}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    path = tmp_path / "texts"
    path.mkdir()
    with Library.open(tmp_path / "library.db") as library:
        yield Folder(path, library)


def test_names_make_a_story_at_once_and_an_edited_text_stays_in_it(folder: Folder) -> None:
    folder.write("summit.uk.md", "# Саміт відбувся\n\nЛідери домовилися про міст.\n")
    folder.write("summit.en.txt", "The summit took place\n\nThe leaders agreed on a bridge.\n", days=9)
    one, _ = folder.refresh()
    assert set(folder.editions(one)) == {"uk", "en"}
    assert folder.refresh() == []
    folder.write(
        "summit.en.txt", "The summit is over\n\nThe leaders went home, and nothing was said of it.\n"
    )
    folder.write("summit.de.md", "# Der Gipfel fand statt\n\nMehr ist nicht bekannt.\n", days=30)
    assert len(folder.refresh()) == 3
    editions = folder.editions(one)
    assert set(editions) == {"uk", "en", "de"}
    assert editions["en"].article.title == "The summit is over"
    sure = {edition.sure for edition in editions["uk"].editions if edition.id != editions["uk"].article.id}
    assert sure == {Sureness.DECLARED}


def test_texts_that_name_each_other_s_files_are_editions(folder: Folder) -> None:
    folder.write(
        "a.md", "---\nlanguage: uk\ntranslations: {en: sub b.md}\n---\n# Гавань\n\nШторм не вщухає.\n"
    )
    folder.write("sub b.md", "---\nlanguage: en\n---\n# The harbour\n\nThe storm has not passed.\n", days=40)
    one, _ = folder.refresh()
    assert set(folder.editions(one)) == {"uk", "en"}
    folder.write("sub b.md", "---\nlanguage: en\n---\n# Harbour open\n\nThe storm has passed.\n")
    folder.refresh()
    assert folder.editions(one)["en"].article.title == "Harbour open"


def test_texts_whose_tabs_name_each_other_are_editions_where_they_agree(folder: Folder) -> None:
    for number, text in enumerate((UK, EN, OTHER)):
        folder.write(f"{number}.txt", "ua en ru\n\n" + text, days=20 * number)
    articles = folder.refresh()
    uk, en, other = (next(a for a in articles if a.title == text.split("\n")[0]) for text in (UK, EN, OTHER))
    assert set(folder.editions(uk)) == {"uk", "en"}
    assert set(folder.editions(other)) == {"en"}
    folder.write(
        "1.txt", "ua en ru\n\n" + EN + "\nIt took three years to build, and it is open to trams only.\n"
    )
    folder.refresh()
    assert "trams" in folder.editions(uk)["en"].article.text
    assert folder.editions(uk)["en"].article.id == en.id


def test_texts_without_tabs_are_not_taken_for_editions_across_weeks(folder: Folder) -> None:
    folder.write("a.txt", UK)
    folder.write("b.txt", EN, days=20)
    one, _ = folder.refresh()
    assert len(folder.editions(one)) == 1
