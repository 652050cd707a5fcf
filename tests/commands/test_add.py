"""``tui-reader add``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.commands.conftest import HTML, XML, Run, feed
from tests.loopback import Answer, Loopback
from tui_reader import config, paths

OWN = '# mine\n[[source]]\nname = "Mine"  # kept\nurl = "https://mine.example/rss"\n'


@pytest.fixture
def site(server: Loopback) -> str:
    """A site in two languages, with a second feed in the first."""
    head = (
        '<meta property="og:site_name" content="Paper"><link rel="alternate" hreflang="uk" href="/uk/">'
        '<link rel="alternate" type="application/rss+xml" href="/en/feed">'
        '<link rel="alternate" type="application/rss+xml" title="Sport" href="/sport/feed">'
    )
    feed(server, "en", "The storm closes the harbour again", "The bridge is open to traffic")
    feed(server, "uk", "Буря знову зачинила гавань", "Міст відкрито для руху")
    feed(server, "en", "A race on the river today", path="/sport/feed")
    server.answer("/uk/", Answer(b'<html lang="uk"><link rel="feed" href="feed">', headers=HTML))
    return server.answer("/", Answer(f'<html lang="en"><head>{head}'.encode(), headers=HTML))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "feeds.toml"
    file.write_text(OWN)
    return file


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """A terminal at which somebody answers; the questions."""
    asked: list[str] = []
    left = list(answers)

    def answer(question: str) -> str:
        asked.append(question)
        return left.pop(0)

    monkeypatch.setattr("builtins.input", answer)
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    return asked


def test_without_a_terminal_nothing_is_fetched(run: Run, site: str, own: Path, server: Loopback) -> None:
    done = run("add", site, "--config", own)
    assert (done.status, done.out, len(done.errors)) == (2, "", 1)
    assert "--yes" in done.err
    assert server.requests == []
    assert own.read_text() == OWN


def test_yes_adds_the_editions_as_one_source(run: Run, site: str, own: Path) -> None:
    done = run("add", "--yes", "--category", "Press", site, "--config", own)
    assert (done.status, done.err) == (0, "")
    assert own.read_text().startswith(OWN)
    source = config.load(own).sources[-1]
    assert (source.name, source.category) == ("Paper", "Press")
    assert [edition.language for edition in source.editions] == ["en", "uk"]
    assert "2 entries, newest 2026-03-04" in done.out
    assert f"Added “Paper” to {own}" in done.out
    again = run("add", "--yes", site, "--config", own)
    assert again.status == 0
    assert "followed as “Paper”" in again.out
    assert len(config.load(own).sources) == 2


def test_json_and_dry_run_only_show(run: Run, site: str, own: Path) -> None:
    objects = run("add", "--json", site, "--config", own).objects
    assert [(one["language"], one["edition"], one["added"]) for one in objects] == [
        ("en", True, False), ("uk", True, False), ("en", False, False),
    ]  # fmt: skip
    assert (objects[0]["url"], objects[0]["entries"]) == (site, 2)
    assert objects[0]["newest"].startswith("2026-03-04T")
    assert run("add", "--dry-run", site, "--config", own).status == 0
    assert own.read_text() == OWN
    added = run("add", "--json", "--yes", site, "--config", own).objects
    assert [one["added"] for one in added] == [True, True, False]


def test_on_a_terminal_it_asks(run: Run, site: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, "n", "seven", "1, 3")
    assert run("add", site, "--config", own).status == 0
    assert own.read_text() == OWN
    assert asked == ["Add 1 2 as “Paper”? [Y/n, or numbers] "]
    done = run("add", "--name", "Blatt", site, "--config", own)
    assert "Numbers from 1, 2, 3, please" in done.out
    names = [source.name for source in config.load(own).sources]
    assert names == ["Mine", "Blatt", "Paper"], "two feeds in one language are two sources"


def test_what_a_site_says_of_itself_is_clean(run: Run, own: Path, server: Loopback) -> None:
    evil = "\x1b]0;owned\x07\u202ePaper"
    body = (
        f'<rss version="2.0"><channel><title>[b]{evil}</title>'
        "<item><title>One</title><guid>1</guid></item></channel></rss>"
    )
    server.answer(
        "/feed", Answer(body.replace("\x1b", "&#27;").replace("\x07", "&#7;").encode(), headers=XML)
    )
    head = (
        f'<meta property="og:site_name" content="{evil}"><link rel="alternate" title="{evil}" '
        'type="application/rss+xml" href="/feed"><link rel="feed" href="/\u202efeed">'
    )
    server.answer("/", Answer(head.encode(), headers=HTML))
    done = run("add", "--yes", server.url("/"), "--config", own)
    assert done.status == 0
    written = done.out + done.err + own.read_text()
    assert not any(character in written for character in "\x1b\x07\u202e")
    assert config.load(own).sources[-1].editions[0].url == server.url("/feed")


def test_one_address_that_leads_nowhere_does_not_stop_the_others(
    run: Run, site: str, own: Path, server: Loopback
) -> None:
    done = run("add", "--yes", server.url("/none"), site, "--config", own)
    assert (done.status, len(done.errors)) == (1, 1)
    assert len(config.load(own).sources) == 2
    (failed,) = run("add", "--json", server.url("/none"), "--config", own).objects
    assert failed["error"]["kind"] == "network"


def test_a_first_source_keeps_the_starter_list(run: Run, site: str) -> None:
    assert run("add", "--yes", site).status == 0
    assert paths.config_file().read_text("utf-8").startswith(paths.starter_feeds().read_text("utf-8"))
    assert len(config.load().sources) == 18


def test_settings_that_are_wrong_are_told_before_anything_is_fetched(
    run: Run, site: str, own: Path, server: Loopback
) -> None:
    own.write_text("[settings")
    assert run("add", "--yes", site, "--config", own).status == 2
    assert server.requests == []
