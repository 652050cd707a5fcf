"""Articles saved as Markdown: safe names, nothing overwritten, nothing half-written."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.foreign import text
from tui_reader import saving
from tui_reader.errors import InputError
from tui_reader.model import Article, Block, BlockKind
from tui_reader.saving import file_name, save_copy, save_markdown
from tui_reader.sources.markdown import read

ARTICLE = Article(
    "page\nhttps://paper.example/1", "The storm", language="en", body=(Block(BlockKind.PARAGRAPH, "Rain."),)
)


def titled(title: str, language: str | None = None) -> Article:
    return Article("page\nx", title, language=language)


NAMES = {
    "The storm closes the harbour": "the-storm-closes-the-harbour.md",
    "Шторм закрив порт: що далі?": "шторм-закрив-порт-що-далі.md",
    "हिन्दी में समाचार": "हिन्दी-में-समाचार.md",
    "日本語「新聞」": "日本語-新聞.md",
    "../../x": "x.md",
    "/etc/passwd": "etc-passwd.md",
    "..": None,
    ".hidden": "hidden.md",
    "-rf *": "rf.md",
    "a\0b": "ab.md",
    "a\nb\tc": "a-b-c.md",
    "x\u202egpj.exe": "xgpj-exe.md",
    "CON": "article-con.md",
    "nul": "article-nul.md",
    "Lpt1": "article-lpt1.md",
    "console": "console.md",
    "": None,
    "   ": None,
    "🎉🔥": None,
    "🎉 Party": "party.md",
    "***": None,
    "\u0301\u0302": None,
    "\ud83d": None,
    "C:\\Windows\\x": "c-windows-x.md",
    "e\u0301te\u0301": "été.md",
    "a - b – c — d": "a-b-c-d.md",
    "snake_case co-op": "snake_case-co-op.md",
    "Ї" * 300: "ї" * 80 + ".md",
    "語" * 300: "語" * 53 + ".md",
}


@pytest.mark.parametrize("title", NAMES, ids=lambda title: ascii(title)[:20])
def test_names(title: str) -> None:
    article = titled(title)
    assert file_name(article) == (NAMES[title] or f"{article.id}.md")


def test_the_language_stands_in_the_name() -> None:
    assert file_name(titled("Шторм", "uk")) == "шторм.uk.md"
    assert file_name(titled("Storm", "ua")) == "storm.uk.md"
    assert file_name(titled("Storm", "../../x")) == "storm.md"
    assert file_name(titled("con", "en")) == "article-con.en.md"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text | text.map(lambda word: word * 40), st.none() | text)
def test_any_title_gives_a_file_in_the_folder(tmp_path: Path, title: str, language: str | None) -> None:
    article = titled(title, language)
    path = save_markdown(article, tmp_path)
    assert path.parent == tmp_path
    assert path.is_file()
    assert len(os.fsencode(path.name)) <= 200
    assert re.fullmatch(
        r"[^\x00-\x1f\x7f-\x9f/\\:*?\"<>|.\-]([^\x00-\x1f\x7f-\x9f/\\:*?\"<>|]*)\.md", path.name
    )
    assert not PureWindowsPath(path.name).is_reserved()


def test_what_is_saved_can_be_read_again(tmp_path: Path) -> None:
    path = save_markdown(ARTICLE, tmp_path / "new" / "folder")
    assert path == tmp_path / "new" / "folder" / "the-storm.en.md"
    again = read(path.read_text("utf-8"), "x")
    assert (again.title, again.language, again.body) == (ARTICLE.title, "en", ARTICLE.body)
    assert list(path.parent.iterdir()) == [path]


def test_the_same_article_is_one_file(tmp_path: Path) -> None:
    assert save_markdown(ARTICLE, tmp_path) == save_markdown(ARTICLE, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_another_text_of_that_name_stays(tmp_path: Path) -> None:
    own = tmp_path / "the-storm.en.md"
    own.write_text("my own notes", "utf-8")
    first = save_markdown(ARTICLE, tmp_path)
    other = save_markdown(replace(ARTICLE, identity="page\nhttps://paper.example/2"), tmp_path)
    assert own.read_text("utf-8") == "my own notes"
    assert first == tmp_path / f"the-storm-{ARTICLE.id[:8]}.en.md"
    assert len({own, first, other}) == 3
    changed = replace(ARTICLE, body=(Block(BlockKind.PARAGRAPH, "Snow."),))
    assert save_markdown(changed, tmp_path) == first  # this article's own earlier text is replaced
    assert "Snow." in first.read_text("utf-8")
    assert len(list(tmp_path.iterdir())) == 3


def test_a_link_out_of_the_folder_is_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("keep", "utf-8")
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "the-storm.en.md").symlink_to(outside)
    path = save_markdown(ARTICLE, folder)
    assert outside.read_text("utf-8") == "keep"
    assert path.resolve().parent == folder.resolve()


@pytest.mark.parametrize("folder", ["file/below", "/proc/none", "nul\0", "~no-such-user-at-all/x", "x" * 300])
def test_a_folder_that_cannot_be_written(folder: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    place = Path(folder) if folder.startswith("~") else tmp_path / folder
    with pytest.raises(
        InputError, match=r"nothing can be saved in .*; save_folder in feeds.toml names another"
    ) as caught:
        save_markdown(ARTICLE, place)
    assert "\n" not in str(caught.value)
    assert "\0" not in str(caught.value)


def test_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        saving, "to_markdown", lambda article: "one\n" + "\ud800"
    )  # fails while it is written
    with pytest.raises(InputError):
        save_markdown(ARTICLE, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_own_version_never_takes_the_place_of_another_text(tmp_path: Path) -> None:
    first = save_markdown(ARTICLE, tmp_path)
    names = [save_copy(ARTICLE, text, tmp_path).name for text in ("mine", "mine too", "mine")]
    assert names == ["the-storm-2.en.md", "the-storm-3.en.md", "the-storm-2.en.md"]
    assert first.read_text("utf-8").endswith("Rain.\n")
