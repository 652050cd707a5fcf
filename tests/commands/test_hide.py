"""Rules that hide, in ``tui-reader refresh``, ``rule`` and ``list``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run, feed
from tests.loopback import Loopback

RULE = '[[rule]]\nmatch = "title:football"\ndo = "hide"\n'


@pytest.fixture
def settings(server: Loopback, tmp_path: Path) -> Path:
    """A feeds.toml with one feed, and a rule that hides."""
    url = feed(server, "en", "Football tonight", "Football tomorrow", "Bridges closed")
    file = tmp_path / "feeds.toml"
    file.write_text(f'[[source]]\nname = "Paper"\nurl = "{url}"\n{RULE}', "utf-8")
    return file


def titles(run: Run, file: Path, *options: str) -> list[str]:
    return sorted(one["title"] for one in run("list", "--json", "--config", file, *options).objects)


def test_it_is_tried_hides_and_is_taken_back(run: Run, settings: Path, server: Loopback) -> None:
    assert run("refresh", "--config", settings).status == 0
    assert titles(run, settings) == titles(run, settings, "--unread", "--stories") == ["Bridges closed"]
    assert titles(run, settings, "--search", "football") == []
    football = ["Football tomorrow", "Football tonight"]
    assert titles(run, settings, "--hidden") == football
    assert titles(run, settings, "--hidden", "--search", "tonight") == ["Football tonight"]
    assert titles(run, settings, "--search", "is:hidden") == football
    assert run("rule", "list", "--json", "--config", settings).objects == [
        {"match": "title:football", "do": "hide", "hidden": 2}
    ]
    assert "2 articles are hidden" in run("rule", "list", "--config", settings).out
    (tried,) = run("rule", "try", "--json", "--config", settings).objects
    assert (tried["count"], tried["hidden"]) == (0, 2)
    # As long as the rule is there, nothing of it is shown again; then all, or what is named.
    assert run("rule", "unhide", "--json", "--config", settings).objects == [{"shown": 0}]
    assert run("rule", "unhide", "tonight", "--config", settings).out == "1 article is shown again\n"
    assert titles(run, settings) == ["Bridges closed", "Football tonight"]
    settings.write_text(settings.read_text("utf-8").removesuffix(RULE), "utf-8")
    told = run("rule", "list", "--config", settings)
    assert "no longer in feeds.toml: title:football (1 article is hidden" in told.err
    assert titles(run, settings) == ["Bridges closed", "Football tonight"]
    assert run("rule", "unhide", "--config", settings).out == "1 article is shown again\n"
    assert titles(run, settings, "--hidden") == []
    assert len(titles(run, settings)) == 3


def test_trying_tells_what_it_would_hide(run: Run, settings: Path) -> None:
    rule = settings.read_text("utf-8")
    settings.write_text(rule.removesuffix(RULE), "utf-8")
    run("refresh", "--config", settings)
    kept = run("list", "--json", "--search", "tonight", "--config", settings).objects[0]["id"]
    run("bookmark", "add", kept, "--config", settings)
    settings.write_text(rule, "utf-8")
    (tried,) = run("rule", "try", "--json", "--config", settings).objects
    # What is bookmarked would stay.
    assert (tried["do"], tried["count"], [one["title"] for one in tried["newest"]]) == (
        "hide", 1, ["Football tomorrow"],
    )  # fmt: skip
    assert len(titles(run, settings)) == 3


def test_on_new_is_not_told_of_it(run: Run, settings: Path, server: Loopback, tmp_path: Path) -> None:
    told = tmp_path / "told"
    text = settings.read_text("utf-8")
    settings.write_text(f'[settings]\non_new = ["touch", "{told}-{{count}}"]\n{text}', "utf-8")
    assert run("refresh", "--config", settings).status == 0
    assert [path.name for path in tmp_path.glob("told-*")] == ["told-1"]
    feed(server, "en", "Football tonight", "Football tomorrow", "Bridges closed", "Football again")
    assert run("refresh", "--config", settings).status == 0
    assert [path.name for path in tmp_path.glob("told-*")] == ["told-1"]
