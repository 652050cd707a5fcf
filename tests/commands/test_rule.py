"""``tui-reader rule``, and rules in ``tui-reader refresh``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run, feed
from tests.loopback import Loopback
from tui_reader.errors import LibraryError
from tui_reader.library.ruling import Rules

RULES = """
[[rule]]
match = "title:football"
do = "read"
[[rule]]
match = "bridge*"
do = "tag:Bridges"
"""


def titles(run: Run, file: Path, *options: str) -> list[str]:
    return sorted(one["title"] for one in run("list", "--json", "--config", file, *options).objects)


@pytest.fixture
def followed(server: Loopback, tmp_path: Path) -> Path:
    """A feeds.toml with one feed and two rules."""
    url = feed(server, "en", "Football tonight", "Bridges closed", "Weather")
    file = tmp_path / "feeds.toml"
    file.write_text(f'[[source]]\nname = "Paper"\nurl = "{url}"\n{RULES}', "utf-8")
    return file


def test_a_refresh_follows_the_rules_on_what_is_new_alone(run: Run, followed: Path, server: Loopback) -> None:
    done = run("refresh", "--json", "--config", followed)
    assert (done.status, done.err, done.objects[0]["new"]) == (0, "", 3)
    assert titles(run, followed, "--unread") == ["Bridges closed", "Weather"]
    (kept,) = run("list", "--json", "--bookmarked", "--config", followed).objects
    assert (kept["title"], kept["tags"]) == ("Bridges closed", ["Bridges"])
    # What the reader undoes stays undone, whatever a later refresh brings.
    assert run("bookmark", "remove", kept["id"], "--config", followed).status == 0
    feed(server, "en", "Football tonight", "Bridges closed", "Weather", "Football again")
    assert run("refresh", "--json", "--config", followed).objects[0]["new"] == 1
    assert titles(run, followed, "--bookmarked") == []
    assert titles(run, followed, "--unread") == ["Bridges closed", "Weather"]


def test_a_fault_is_one_line_and_loses_nothing(
    run: Run, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise LibraryError("the disk is full; make room")

    monkeypatch.setattr(Rules, "follow", fails)
    done = run("refresh", "--json", "--config", followed)
    (told,) = done.objects
    line = (
        "the rules in feeds.toml were not followed for 3 new articles, mark them yourself: "
        "the disk is full; make room"
    )
    assert (told["outcome"], told["new"]) == ("new", 3)
    assert told["error"] == {"kind": "rules", "message": line}
    assert (done.status, done.errors) == (1, [f"tui-reader: Paper: {line}"])
    assert len(titles(run, followed, "--unread")) == 3


def test_a_wrong_query_is_told_before_anything_begins(run: Run, followed: Path, server: Loopback) -> None:
    followed.write_text(followed.read_text("utf-8").replace("title:football", "(title:football"), "utf-8")
    for command in (("refresh",), ("config", "check")):
        done = run(*command, "--config", followed)
        assert done.status == (1 if command[0] == "config" else 2)
        assert f"{followed}, line 6: search, character 1 (at the beginning)" in done.err
    assert server.requests == []


def test_the_list(run: Run, followed: Path) -> None:
    assert run("rule", "list", "--json", "--config", followed).objects == [
        {"match": "title:football", "do": "read"},
        {"match": "bridge*", "do": "tag:Bridges"},
    ]
    lines = [line.split() for line in run("rule", "list", "--config", followed).out.splitlines()]
    assert lines == [["read", "title:football"], ["tag:Bridges", "bridge*"]]


def test_to_try_counts_and_shows_and_changes_nothing(run: Run, filled: Path) -> None:
    filled.write_text(
        filled.read_text("utf-8") + RULES + '[[rule]]\nmatch = "summit"\ndo = "read"\n', "utf-8"
    )
    before = run("list", "--json", "--config", filled).out
    found = run("rule", "try", "--json", "--config", filled).objects
    assert [(one["match"], one["do"], one["count"]) for one in found] == [
        ("title:football", "read", 0),
        ("bridge*", "tag:Bridges", 0),
        ("summit", "read", 1),
    ]
    assert [one["title"] for one in found[2]["newest"]] == ["The summit took place"]
    text = run("rule", "try", "lang:uk or lang:en", "--config", filled).out.splitlines()
    assert text[0] == "2 articles: lang:uk or lang:en"
    assert len(text) == 3
    assert run("list", "--json", "--config", filled).out == before


def test_to_try_shows_the_newest_ten(run: Run, server: Loopback, tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    url = feed(server, "en", *(f"Tram {number}" for number in range(10)), "Bus")
    more = feed(server, "uk", "Tram 10", "Tram 11", path="/more")
    file.write_text(
        f'[[source]]\nname = "A"\nurl = "{url}"\n[[source]]\nname = "B"\nurl = "{more}"\n', "utf-8"
    )
    assert run("refresh", "--config", file).status == 0
    (found,) = run("rule", "try", "tram", "--json", "--config", file).objects
    assert (found["do"], found["count"], len(found["newest"])) == (None, 12, 10)
    times = [one["published"] for one in found["newest"]]
    assert times == sorted(times, reverse=True)


def test_what_can_not_be_tried(run: Run, settings: Path, home: Path) -> None:
    done = run("rule", "try", "lang:qqq", "--config", settings)
    assert (done.status, "search, character 6" in done.err) == (2, True)
    done = run("rule", "list", "--config", settings)
    assert (done.status, done.out) == (0, "")
    assert "has no rules; add [[rule]] with match and do" in done.err
    done = run("rule", "try", "tram", "--config", settings)
    assert (done.status, done.out) == (0, "")
    assert "`tui-reader refresh` fetches the news" in done.err
    assert list(home.iterdir()) == []
