"""`tui-reader read` as it is used: lines in, lines out, nothing that a terminal would obey."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.reader import NOW, article
from tests.linear.conftest import Read
from tests.test_handing import program
from tui_reader.library.library import Library
from tui_reader.model import Query


def test_a_number_opens_a_word_marks_and_the_library_has_it(read: Read, library: Path) -> None:
    ran = read("1", "bookmark", "2", "mark")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    told = r"1\. Tram line 0 runs at night again\. Unread\. Evening paper, \d+ min\. English, also Ukrainian, Russian\."
    assert any(re.fullmatch(told, line) for line in lines)
    assert "Photo 1: Night car 0 at the depot. Credit: Olha Marchuk." in lines
    assert lines.count("Paragraph 7 of a long evening.") == 2
    with Library.open(library) as opened:
        kept = opened.headlines(opened.index(Query(bookmarked=True), ("en",)))
        assert [line.title for line in kept] == ["Tram line 0 runs at night again"]
        unread = opened.headlines(opened.index(Query(unread=True), ("en",)))
        assert [line.title[:11] for line in unread] == [f"Tram line {number}" for number in range(1, 6)]


def test_languages_of_the_list_and_of_the_article(read: Read) -> None:
    ran = read("language uk", "1", "language", "beside en", "back", "language all")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert "All sources, uk: 3 stories." in lines
    assert "Трамвай 0 знову ходить уночі" in lines
    assert "Трамвай 0 снова ходит ночью" in lines
    turns = [line.split(":")[0] for line in lines if ": Paragraph 9 of" in line]
    assert turns == ["Russian", "English"]
    assert lines.count("All sources: 6 stories.") == 2


def test_lists_search_links_photos_and_the_way_back(read: Read) -> None:
    ran = read(
        "unread", "on", "links", "link 1", "photos", "back", "text", "search nothing at all", "search", "last"
    )
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert "1. The second story. Read also. https://paper.test/en/2" in lines
    assert "Photo 1: Night car 2 at the depot. Credit: Olha Marchuk. no address" in lines
    assert "All sources · unread only · search: nothing at all: 0 stories." in lines
    assert lines.count("Tram line 0 runs at night again") == 3  # opened, back, its text alone
    assert "Tram line 5 runs at night again" in lines


def test_marks_are_undone_and_saved_texts_are_files(read: Read, library: Path, tmp_path: Path) -> None:
    ran = read("x 2", "bookmarks", "1", "save", "undo", "bookmarks", "mark all", "undo", "address")
    assert ran.status == 1  # the last: no article is open any more
    assert ran.err == "tui-reader: no article is open; a headline's number opens it\n"
    assert "Bookmarks: 1 story." in ran.out
    (saved,) = (tmp_path / "saved").iterdir()
    assert saved.read_text("utf-8").startswith("---\n")
    with Library.open(library) as opened:
        assert opened.index(Query(bookmarked=True)) == []
        assert opened.lists.count(Query(unread=True), ("en",)) == 5


def test_tags_and_notes(read: Read, library: Path) -> None:
    words = (
        "1",
        "tags war, big bridge",
        "tags -war, sea",
        "note Read it to Oleh",
        "note",
        "tagged",
        "tagged sea",
    )
    ran = read(*words)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert "Read it to Oleh" in lines
    assert {"big bridge: 1", "sea: 1"} <= set(lines)
    assert any(line.startswith("Bookmarks") and line.endswith(": 1 story.") for line in lines)
    with Library.open(library) as opened:
        kept = opened.headlines(opened.index(Query(bookmarked=True), ("en",)))
        assert [set(line.tags) for line in kept] == [{"big bridge", "sea"}]


def test_what_fails_is_one_line_and_the_next_word_goes_on(read: Read) -> None:
    ran = read("99", "bookmrk", "open", "links", "browser", "language xx", "search (", "quit", "1")
    assert ran.status == 1
    assert len(ran.errors) == 7
    assert "this bracket is not closed" in ran.errors[6]
    assert "there is no headline 99; the list has 6" in ran.errors[0]
    assert "Paragraph" not in ran.out


def test_a_language_after_a_full_stop_begins_with_a_capital(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "uk_UA.UTF-8")
    assert any(line.endswith(". Англійська.") for line in read("list").out.splitlines())


def test_many_headlines_are_told_in_pages(read: Read, library: Path) -> None:
    with Library.open(library) as opened:
        opened.store([article(number, "en") for number in range(50)], now=NOW)
    ran = read("more", "more", "more", "earlier", "45", "next")
    lines = ran.out.splitlines()
    for number in (1, 21, 41):
        assert any(line.startswith(f"{number}. Tram line {number - 1} ") for line in lines), number
    assert "30 further: more." in lines
    assert "That was the last headline" in lines
    assert "Tram line 44 runs at night again" in lines
    assert "Tram line 45 runs at night again" in lines


def test_the_article_is_handed_to_a_command(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(
        "PAGER", program(tmp_path, f"open({str(tmp_path / 'paged')!r}, 'w').write(sys.stdin.read())")
    )
    copy = program(tmp_path, f"open({str(tmp_path / 'piped')!r}, 'w').write(sys.stdin.read())", "copy")
    monkeypatch.setenv(
        "BROWSER", program(tmp_path, f"open({str(tmp_path / 'seen')!r}, 'w').write(sys.argv[1])", "w3m")
    )
    ran = read("1", f"pipe {copy}", "pager", "browser", "pipe no-such-program")
    assert ran.status == 1
    assert "no program “no-such-program”" in ran.errors[0]
    assert (tmp_path / "seen").read_text("utf-8") == "https://paper.test/en/0"
    assert "# Tram line 0 runs at night again" in (tmp_path / "piped").read_text("utf-8")
    assert (tmp_path / "paged").read_text("utf-8").startswith("Tram line 0 runs at night again\n")


def test_nothing_that_a_terminal_obeys_comes_out(read: Read, library: Path) -> None:
    with Library.open(library) as opened:
        bad = replace(article(0, "en"), title="x\x1b[2J\x07\u202e", identity="bad", story=None)
        opened.store([bad], now=NOW)
    ran = read("1", "2", "links", "help", "sources", "problems", "\x1b[31m")
    assert [c for c in ran.out + ran.err if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"] == []


def test_a_file_can_be_read_by_name(read: Read, tmp_path: Path) -> None:
    file = tmp_path / "summit.en.md"
    file.write_text("# The summit took place\n\nIt was short.\n", "utf-8")
    ran = read("1", places=(str(file),))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines().count("It was short.") == 1


def test_a_story_is_hidden_told_on_its_own_list_and_shown_again(read: Read, library: Path) -> None:
    ran = read("hide 1", "list", "hidden", "1", "hide", "source", "undo")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert "All sources: 5 stories." in lines
    assert "Hidden: 1 story." in lines
    assert any(line.startswith("1. Tram line 0") and "Unread, hidden." in line for line in lines)
    assert "All sources: 6 stories." in lines
    with Library.open(library) as opened:
        assert opened.hiding.count() == 1  # the second one was undone


def test_the_same_text_in_another_source_is_told_and_opened(read: Read, library: Path) -> None:
    with Library.open(library) as opened:
        first = article(0, "en")
        opened.store([replace(first, identity="double", source="Morning wire")], now=NOW)
    ran = read("1", "links", "link 3", "back", "mark", "unread")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    told = [line for line in lines if line.startswith("1. Tram line 0")]
    assert all("Evening paper" in line and "Morning wire" in line for line in told)
    assert any(line.startswith("The same text in ") for line in lines)
    assert any(line.startswith("3. ") and "The same text from another source." in line for line in lines)
    assert len([line for line in lines if line == "Tram line 0 runs at night again"]) == 3
    assert "All sources · unread only: 6 stories." in lines
