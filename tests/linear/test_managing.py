"""Sources and settings changed line by line: what is asked, what is answered, and what feeds.toml says then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.reader import NOW, article
from tests.commands.conftest import feed
from tests.linear.conftest import Read
from tests.loopback import Loopback
from tui_reader import config
from tui_reader.library.library import Library
from tui_reader.model import Source

OWN = """# mine
[settings]
languages = ["en", "uk", "ru"]
refresh_on_start = false

# The one that I read.
[[source]]
name = "Evening paper"
category = "Press"
url = "https://evening.example/rss"

[[source]]
name = "Morning paper"
url = "https://morning.example/rss"
"""


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text(OWN, "utf-8")
    return path


def sources(settings: Path) -> list[Source]:
    return list(config.load(settings).sources)


def test_a_site_is_followed_after_a_yes(read: Read, settings: Path) -> None:
    with Loopback() as server:
        url = feed(server, "en", "The storm closes the harbour", "The bridge is open")
        ran = read(f"add {url}", "yes", "source Paper", "add", url)
    assert (ran.status, ran.err) == (0, ""), ran.out
    lines = ran.out.splitlines()
    assert "Follow 1? yes, or other numbers." in lines
    assert "Following Paper" in lines, ran.out
    assert "Paper (EN): 2 new" in lines, ran.out
    assert any("The storm closes the harbour" in line for line in lines)
    assert lines[-1] == "All of it is already followed."
    assert settings.read_text("utf-8").startswith(OWN)
    assert [edition.url for edition in sources(settings)[-1].editions] == [url]


@pytest.mark.parametrize(
    ("answer", "told"),
    [("no", "Nothing was changed"), ("", "Nothing was changed"), ("7", "7 can't be chosen")],
)
def test_without_a_right_answer_nothing_is_followed(
    read: Read, settings: Path, answer: str, told: str
) -> None:
    with Loopback() as server:
        ran = read(f"add {feed(server, 'en', 'The storm closes the harbour')}", answer)
    assert told in ran.out + ran.err
    assert settings.read_text("utf-8") == OWN


def test_a_source_goes_after_a_yes_and_comes_back(read: Read, settings: Path) -> None:
    ran = read(
        "remove 1",
        "no",
        "remove Morning paper",
        "yes",
        "remove evening paper",
        "yes",
        "sources",
        "undo",
        "undo",
        "undo",
    )
    assert (ran.status, ran.err) == (0, ""), ran.out
    lines = ran.out.splitlines()
    assert any(line.startswith("Stop following “Evening paper”? Its articles") for line in lines)
    assert "No longer followed: Morning paper; undo brings it back" in lines
    assert "Undone: Evening paper is followed again · U undoes 1 more step" in lines
    assert lines[-1] == "There is nothing to undo"
    assert settings.read_text("utf-8") == OWN


def test_a_name_and_a_category_are_asked_for(read: Read, settings: Path, library: Path) -> None:
    with Library.open(library) as opened:
        opened.store([article(1, "en", source="Morning paper")], now=NOW)
    ran = read(
        "rename 2",
        "",
        "source Morning paper",
        "rename",
        "The Morning",
        "category",
        "World",
        "category 1",
        "-",
    )
    assert (ran.status, ran.err) == (0, ""), ran.out
    lines = ran.out.splitlines()
    assert lines.count("Another name for “Morning paper”?") == 2
    assert "The Morning: 1 story." in lines
    assert "“The Morning” has no category" in lines
    assert "Categories: Press" in lines
    assert [(one.name, one.category) for one in sources(settings)] == [
        ("Evening paper", None),
        ("The Morning", "World"),
    ]
    assert "# The one that I read.\n" in settings.read_text("utf-8")


def test_a_source_moves_up_and_down_in_its_category(read: Read, settings: Path) -> None:
    settings.write_text(
        OWN.replace('name = "Morning paper"\n', 'name = "Morning paper"\ncategory = "Press"\n')
    )
    ran = read("move up morning paper", "move up 1", "move down 1", "source Morning paper", "K", "move up 9")
    told = [line for line in ran.out.splitlines() if "stands" in line or "category" in line]
    assert told == [
        "“Morning paper” stands before “Evening paper” now",
        "It is the first or last of its category",
        "“Morning paper” stands after “Evening paper” now",
        "“Morning paper” stands before “Evening paper” now",
    ]
    assert len(ran.errors) == 1
    assert [one.name for one in sources(settings)] == ["Morning paper", "Evening paper"]
    assert '# The one that I read.\n[[source]]\nname = "Evening paper"' in settings.read_text("utf-8")


def test_settings_are_told_and_changed(read: Read, settings: Path) -> None:
    ran = read(
        *("settings", "settings justify", "yes", "settings text width", "72", "settings on_new"),
        *(
            "say '{count} new'",
            "settings theme",
            "",
            "settings languages",
            "uk en",
            "settings languages",
            "-",
        ),
        *("settings read", "edition"),
    )
    assert (ran.status, ran.err) == (0, ""), ran.out
    lines = ran.out.splitlines()
    assert "languages: en, uk, ru, of your own" in lines
    assert "justify: no. Even edges on both sides of the text." in lines
    assert "One of: yes, no" in lines
    assert "justify: yes, of your own" in lines
    assert "languages: uk, en, of your own" in lines
    assert "read: edition, of your own (from the next start on)" in lines
    found = config.load(settings).settings
    assert (found.justify, found.text_width, found.on_new) == (True, 72, ("say", "{count} new"))
    assert (found.languages, found.theme) == ((), None)


def test_a_wrong_value_is_told_and_not_kept(read: Read, settings: Path) -> None:
    ran = read("settings text width", "much", "settings on_new", "say 'x", "settings widht", "rename Nowhere")
    assert ran.status == 1
    assert len(ran.errors) == 4
    assert "a quotation mark is not closed" in ran.errors[1]
    assert settings.read_text("utf-8") == OWN


def test_the_language_of_the_interface_changes_at_once(read: Read) -> None:
    lines = read("settings interface", "uk", "last", "next").out.splitlines()
    assert lines[-1] == "Це кінець списку"
