"""`tui-reader bookmark`."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.commands.conftest import HTML, PAGE, Run, feed
from tests.loopback import Answer, Loopback
from tui_reader import paths


def bookmarked(run: Run) -> list[str]:
    return [one["title"] for one in run("bookmark", "list", "--json").objects]


def test_a_bookmark_is_for_the_story(run: Run, filled: Path) -> None:
    english = run("list", "--json", "--lang", "en").objects[0]
    done = run("bookmark", "add", english["id"][:8])
    assert (done.status, done.out) == (0, f"{english['id'][:10]}  bookmarked: The summit took place\n")
    assert sorted(bookmarked(run)) == ["The summit took place", "Зустріч на вершині відбулася"]
    assert run("bookmark", "list").out.count("★") == 2
    assert run("bookmark", "remove", english["id"]).out.endswith("no bookmark: The summit took place\n")
    assert bookmarked(run) == []


def test_the_address_of_a_held_article_fetches_nothing(run: Run, server: Loopback, tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(f'[[source]]\nname = "Paper"\nurl = "{feed(server, "en", "One")}"\n', "utf-8")
    assert run("refresh", "--config", file).status == 0
    assert run("bookmark", "add", server.url("/en/0")).status == 0
    assert server.asked("/en/0") == []
    assert bookmarked(run) == ["One"]
    assert run("bookmark", "remove", server.url("/en/0")).status == 0
    assert bookmarked(run) == []


def test_a_page_that_is_not_held_is_fetched_and_kept(run: Run, server: Loopback) -> None:
    url = server.answer("/story", Answer(PAGE, headers=HTML))
    done = run("bookmark", "add", url)
    assert (done.status, done.err) == (0, "")
    assert bookmarked(run) == ["The storm closes the harbour"]


def test_a_file_is_stored_and_kept(run: Run, texts: Path) -> None:
    assert run("bookmark", "add", texts / "market.de.md").status == 0
    assert bookmarked(run) == ["Der Markt öffnet wieder"]
    assert run("bookmark", "remove", texts / "market.de.md").status == 0


def test_what_fails_is_told_and_the_rest_is_done(
    run: Run, filled: Path, texts: Path, server: Loopback
) -> None:
    english = run("list", "--json", "--lang", "en").objects[0]["id"]
    places = ["ffffffffffffffff", texts, server.url("/none"), feed(server, "en", "One"), english]
    done = run("bookmark", "add", *map(str, places))
    assert (done.status, len(done.errors), len(done.out.splitlines())) == (1, 4, 1)
    assert any("holds 3 articles" in line for line in done.errors)
    assert any("is a feed, not an article" in line for line in done.errors)


def test_removing_what_is_not_held(run: Run, texts: Path) -> None:
    done = run("bookmark", "remove", "https://paper.example/x", "abcdef")
    assert (done.status, len(done.errors)) == (1, 2)
    assert not paths.library_file().exists()


def test_removing_what_is_not_held_in_a_library(run: Run, filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Other\n\nText.\n", "utf-8")
    done = run("bookmark", "remove", "https://paper.example/x", other, "abcdef")
    assert (done.status, len(done.errors)) == (1, 3)


def test_wrong_usage(run: Run) -> None:
    for arguments in (["bookmark"], ["bookmark", "ad", "x"], ["bookmark", "add"], ["bookmark", "list", "x"]):
        done = run(*arguments)
        assert (done.status, done.out, len(done.errors)) == (2, "", 1)


def test_tags_and_a_note_come_with_a_bookmark_and_are_listed(run: Run, filled: Path) -> None:
    english = run("list", "--json", "--lang", "en").objects[0]["id"]
    done = run(
        "bookmark", "add", "--tag", "war", "--tag", "Довге читання", "--note", "Ask\x1b[31m Olena", english
    )
    assert (done.status, done.err) == (0, "")
    for one in (
        run("bookmark", "list", "--tag", "WAR", "--json").objects[0],
        run("show", "--json", english).objects[0],
    ):
        assert (one["tags"], one["note"]) == (["war", "Довге читання"], "Ask[31m Olena")
    assert "#war #Довге читання" in run("bookmark", "list").out
    assert run("bookmark", "list", "--tag", "other").out == ""
    assert run("list", "--json", "--bookmarked").objects[0]["note"] == "Ask[31m Olena"


def test_tags_and_notes_change_one_by_one(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = run("list", "--json", "--lang", "en").objects[0]["id"]
    assert run("bookmark", "tag", english, "war", "peace", "--remove", "war").out == "peace\nwar\n"
    assert run("bookmark", "tag", english, "--remove", "WAR").out == "peace\n"
    assert run("bookmark", "tag", english[:8]).out == "peace\n"
    assert run("bookmark", "note", english).out == ""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("перший\nother".encode())))
    assert run("bookmark", "note", english, "-").out == "перший\nother\n"
    assert run("bookmark", "note", english).out == "перший\nother\n"
    assert run("bookmark", "note", english, "").out == ""
    assert run("bookmark", "list", "--json").objects[0]["tags"] == ["peace"]
    for arguments in (["tag", "ffffffffff"], ["note", "https://paper.example/none", "x"]):
        done = run("bookmark", *arguments)
        assert (done.status, len(done.errors)) == (1, 1)
    assert run("bookmark", "list", "--tag", "#").status == 2


def test_offline_the_address_is_kept_and_the_text_comes_later(run: Run, server: Loopback) -> None:
    url = server.answer("/story", Answer(PAGE, headers=HTML))
    server.answer("/story", Answer(status=503))
    done = run("bookmark", "add", "--tag", "later", url)
    assert (done.status, len(done.errors)) == (1, 1)
    assert "its address is bookmarked, and its text is fetched when you open it" in done.err
    held = run("bookmark", "list", "--json").objects
    assert [(one["url"], one["tags"]) for one in held] == [(url, ["later"])]
    assert held[0]["title"] == url.removeprefix("http://")
    server.answer("/story", Answer(PAGE, headers=HTML))
    assert run("bookmark", "add", url).status == 0
    assert bookmarked(run) == ["The storm closes the harbour"]
    again = run("show", "--json", held[0]["id"]).objects[0]
    assert (again["tags"], again["partial"]) == (["later"], False)
