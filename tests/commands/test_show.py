"""`tui-reader show`."""

from __future__ import annotations

import gzip
import io
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.conftest import HTML, PAGE, SENTENCE, Run, feed
from tests.loopback import Answer, Loopback
from tui_reader import opening, paths
from tui_reader.sources import markdown

KEYS = [
    "source", "id", "title", "language", "url", "site", "authors", "published", "updated", "lead", "body", "photos",
    "related", "editions", "read", "bookmarked",
]  # fmt: skip
SAMPLE = paths.SAMPLES / "tram.en.md"


def test_the_object_has_the_keys_of_the_contract(run: Run, home: Path) -> None:
    done = run("show", "--json", SAMPLE)
    assert (done.status, done.err) == (0, "")
    (shown,) = done.objects
    assert set(KEYS) <= set(shown)
    assert "identity" not in shown
    assert shown["source"] == str(SAMPLE)
    assert shown["language"] == "en"
    assert [edition["language"] for edition in shown["editions"]] == ["en", "ru", "uk"]
    own = next(edition for edition in shown["editions"] if edition["language"] == "en")
    assert (own["id"], own["title"]) == (shown["id"], shown["title"])
    assert all(edition["url"].startswith("file:") for edition in shown["editions"] if edition is not own)
    assert set(shown["photos"][0]) == {"url", "alt", "caption", "credit"}
    assert {link["kind"] for link in shown["related"]} == {"read-also", "in-text"}
    assert (shown["read"], shown["bookmarked"]) == (False, False)
    assert list(home.iterdir()) == []  # to show a file leaves nothing behind


def test_the_order_stays_and_failures_are_objects(run: Run, texts: Path) -> None:
    places = [texts / "market.de.md", texts / "none.md", SAMPLE]
    done = run("show", "--json", *places)
    assert done.status == 1
    assert [shown["source"] for shown in done.objects] == [str(place) for place in places]
    assert set(done.objects[1]) == {"source", "error"}
    assert done.objects[1]["error"]["kind"] == "not-found"
    assert done.errors == [f"tui-reader: {done.objects[1]['error']['message']}"]


def test_a_folder_prints_all_its_articles_under_its_own_name(run: Run, texts: Path) -> None:
    shown = run("show", "--json", texts).objects
    assert [one["source"] for one in shown] == [str(texts)] * 3
    assert {one["language"] for one in shown} == {"uk", "en", "de"}


def test_a_file_in_a_folder_that_cannot_be_read_is_one_line(run: Run, texts: Path) -> None:
    (texts / "bad.md").write_text("---\na: [\n---\n", "utf-8")
    done = run("show", "--json", texts)
    assert (done.status, len(done.objects), len(done.errors)) == (1, 3, 1)
    assert "bad.md" in done.errors[0]


def test_text_is_what_is_printed_without_a_choice(run: Run) -> None:
    plain, asked = run("show", SAMPLE), run("show", "--text", SAMPLE)
    assert plain.out == asked.out
    assert plain.out.startswith("Tram line 3 reaches the sea and greets its riders in three languages\n====")
    assert "[photo 1] " in plain.out
    assert all(len(line) <= 80 for line in plain.out.splitlines() if "file:" not in line)


def test_several_texts_are_parted(run: Run) -> None:
    assert "\n\n────" in run("show", SAMPLE, SAMPLE).out


def test_markdown_reads_back(run: Run) -> None:
    again = markdown.read(run("show", "--markdown", SAMPLE).out, "x")
    before = markdown.read(SAMPLE.read_text("utf-8"), "x")
    assert (again.title, again.lead, again.authors) == (before.title, before.lead, before.authors)
    assert [block.text for block in again.body] == [block.text for block in before.body]
    assert [photo.caption for photo in again.photos] == [photo.caption for photo in before.photos]


def test_the_edition_in_another_language_from_the_disk(run: Run) -> None:
    (shown,) = run("show", "--json", "--lang", "ua", SAMPLE).objects
    assert (shown["source"], shown["language"]) == (str(SAMPLE), "uk")
    assert shown["title"].startswith("Трамвай № 3")


def test_of_a_folder_the_articles_in_that_language(run: Run, texts: Path) -> None:
    assert [one["language"] for one in run("show", "--json", "--lang", "en", texts).objects] == ["en"]
    done = run("show", "--json", "--lang", "fr", texts)
    assert done.status == 1
    assert "is in “fr”; there are de, en, uk" in done.objects[0]["error"]["message"]


def test_no_such_edition_and_no_such_language(run: Run) -> None:
    done = run("show", "--lang", "de", SAMPLE)
    assert (done.status, done.out) == (1, "")
    assert done.errors[0].endswith("has no edition in “de”; there are en, ru, uk")
    done = run("show", "--lang", "ukranian", SAMPLE)
    assert (done.status, done.errors) == (
        2,
        ["tui-reader: “ukranian” is not a language tag; did you mean “uk” (Українська)?"],
    )


def test_the_edition_in_another_language_from_the_network(run: Run, server: Loopback, tmp_path: Path) -> None:
    """An address that a text names is not asked on this machine, unless the reader follows that host."""
    url = server.answer("/en", Answer(PAGE, headers=HTML))
    file = tmp_path / "storm.md"
    file.write_text(
        f"---\ntitle: Шторм закрив порт\nlanguage: uk\ntranslations: {{en: '{url}'}}\n---\n\nТекст.\n",
        "utf-8",
    )
    refused = run("show", "--json", "--lang", "en", file)
    assert (refused.status, refused.objects[0]["error"]["kind"]) == (1, "network")
    assert server.requests == []
    settings = tmp_path / "feeds.toml"
    settings.write_text(f'[[source]]\nname = "Here"\nurl = "{server.url("/feed")}"\n', "utf-8")
    (shown,) = run("show", "--json", "--lang", "en", "--config", settings, file).objects
    assert (shown["language"], shown["title"]) == ("en", "The storm closes the harbour")


def test_a_page_and_a_feed_by_their_addresses(run: Run, server: Loopback) -> None:
    url = feed(server, "en", "One", "Two")
    done = run("show", "--json", server.url("/en/0"), url)
    assert (done.status, done.err) == (0, "")
    page, *entries = done.objects
    assert page["body"][0]["text"].startswith(SENTENCE.strip())
    assert [(entry["source"], entry["title"]) for entry in entries] == [(url, "One"), (url, "Two")]


def test_full_fetches_the_page_where_there_is_a_summary(run: Run, server: Loopback) -> None:
    url = feed(server, "en", "One")
    summary, full = run("show", "--json", url).objects[0], run("show", "--json", "--full", url).objects[0]
    assert (summary["partial"], full["partial"]) == (True, False)
    assert (summary["id"], summary["title"]) == (full["id"], full["title"])
    assert SENTENCE.strip() in full["body"][0]["text"]


def test_full_that_fails_leaves_the_summary(run: Run, server: Loopback) -> None:
    url = feed(server, "en", "One")
    server.answer("/en/0", Answer(b"", 500))
    done = run("show", "--json", "--full", url)
    assert (done.status, len(done.errors)) == (1, 1)
    assert done.objects[0]["title"] == "One"


def test_full_of_a_page_without_more_says_so(run: Run, server: Loopback) -> None:
    url = feed(server, "en", "One")
    wall = (
        "<p>To continue reading, subscribe now. Already a subscriber? Log in to read this and all others.</p>"
    )
    html = f"<article><h1>One</h1><p>In short: One.</p>{wall * 3}</article>"
    dated = '<meta property="article:published_time" content="2026-03-04T05:06:07Z">'
    server.answer("/en/0", Answer((dated + html).encode(), headers=HTML))
    done = run("show", "--json", "--full", url)
    assert (done.status, len(done.errors)) == (1, 1)
    assert "open it in the browser" in done.errors[0]
    assert (done.objects[0]["title"], done.objects[0]["partial"]) == ("One", True)


def test_a_page_of_a_followed_source_is_read_with_its_selectors(
    run: Run, server: Loopback, tmp_path: Path
) -> None:
    url = server.answer("/page", Answer(PAGE, headers=HTML))
    settings = tmp_path / "feeds.toml"
    source = f'[[source]]\nname = "Paper"\nurl = "{server.url("/feed")}"\n[source.selectors]\nbody = "article > p + p"\n'
    settings.write_text(source, "utf-8")
    usual, chosen = (
        run("show", "--json", url).objects[0],
        run("show", "--json", "--config", settings, url).objects[0],
    )
    assert (len(usual["body"]), len(chosen["body"])) == (3, 2)


def test_a_page_that_never_ends_is_one_line_and_the_others_are_shown(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attributes = " ".join(f"a{number}='>'" for number in range(80_000))  # its parser needs many seconds
    slow = tmp_path / "slow.html"
    slow.write_text(f"<html><body><p {attributes}>x</p>", "utf-8")
    (tmp_path / "good.html").write_bytes(PAGE)
    # For that one only: on a machine that has much else to do the others may take as long.
    monkeypatch.setattr(opening, "_seconds", lambda what: 1.5 if what == str(slow) else 60.0)
    started = time.monotonic()
    done = run("show", "--json", slow, tmp_path / "good.html", SAMPLE)
    assert time.monotonic() - started < 60
    assert (done.status, len(done.objects), len(done.errors)) == (1, 3, 1)
    assert done.objects[0]["error"]["message"] == f"{slow}: reading took longer than 1.5 s; it was given up"
    assert [one.get("title") for one in done.objects[1:]] == [
        "The storm closes the harbour",
        "Tram line 3 reaches the sea and greets its riders in three languages",
    ]


def test_light_files_need_no_process(run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise AssertionError("a worker was started")

    monkeypatch.setattr(subprocess, "Popen", none)
    assert run("show", "--json", SAMPLE, texts / "market.de.md").status == 0


def test_an_address_that_is_no_article(run: Run, server: Loopback) -> None:
    url = server.answer("/", Answer(b"", headers=HTML))
    done = run("show", "--json", url, server.url("/missing"))
    assert done.status == 1
    assert [one["error"]["kind"] for one in done.objects] == ["parse", "network"]
    assert len(done.errors) == 2


def test_what_the_library_knows(run: Run, filled: Path, texts: Path) -> None:
    listed = run("list", "--json", "--lang", "en").objects[0]
    assert run("bookmark", "add", listed["id"]).status == 0
    shown = run("show", "--json", listed["id"], listed["id"][:6], texts / "summit.en.md").objects
    assert [one["source"] for one in shown] == [listed["id"], listed["id"][:6], str(texts / "summit.en.md")]
    assert {one["id"] for one in shown} == {listed["id"]}
    assert [one["bookmarked"] for one in shown] == [True, True, True]
    assert all([edition["language"] for edition in one["editions"]] == ["en", "uk"] for one in shown)
    assert run("show", "--json", "--lang", "uk", listed["id"]).objects[0]["language"] == "uk"


def test_an_id_that_nothing_has(run: Run, filled: Path) -> None:
    done = run("show", "--json", "0123456789abcdef")
    assert (done.status, done.objects[0]["error"]["kind"]) == (1, "not-found")
    assert "`tui-reader list` shows the ids" in done.err


def test_a_damaged_library_does_not_keep_files_from_showing(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    library.write_bytes(b"no database")
    done = run("show", "--json", "--library", library, SAMPLE)
    assert (done.status, len(done.objects), len(done.errors)) == (1, 1, 1)
    assert library.read_bytes() == b"no database"


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    data = gzip.compress(SAMPLE.read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    done = run("show", "--json", "-")
    assert (done.status, done.objects[0]["source"]) == (0, "-")
    assert done.objects[0]["title"].startswith("Tram line 3")


def test_names_and_arguments_can_hold_what_a_terminal_obeys(run: Run, tmp_path: Path) -> None:
    evil = tmp_path / "a\x1b]0;x\x07\u202e\x9b.md"
    evil.write_text("# T\x1b[31m\n\nx\x9b\n", "utf-8")
    undecodable = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md")
    Path(undecodable).write_text("# U\n\nx\n", "utf-8")
    for arguments in (["--json"], []):
        done = run("show", *arguments, evil, f"{evil}.none", undecodable)
        assert done.status == 1
        assert not set(done.out + done.err) & set("\x1b\x07\x9b\u202e\udcff")
    assert [one["source"] for one in run("show", "--json", evil, undecodable).objects] == [
        str(evil),
        undecodable,
    ]


def test_a_fault_in_one_document_is_a_report(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("an \x1b[31mexample")

    monkeypatch.setattr("tui_reader.opening.read_path", broken)
    done = run("show", "--json", SAMPLE)
    assert (done.status, done.objects[0]["error"]["kind"]) == (1, "internal")
    assert "Traceback" not in done.err
    assert len(done.errors) == 1
    (file,) = (home / "state" / "tui-reader" / "reports").iterdir()
    assert str(file) in done.err
    assert "ZeroDivisionError" in file.read_text("utf-8")
    assert "\x1b" not in file.read_text("utf-8") + done.err


def test_the_real_article(run: Run, shared: Path) -> None:
    (shown,) = run("show", "--json", shared / "articles" / "000_ae35e54efa92e356.txt").objects
    assert (shown["language"], [one["language"] for one in shown["editions"]]) == ("en", ["uk", "en", "ru"])
    assert [photo["credit"] for photo in shown["photos"]] == ["Getty Images"]
    assert "Putin in North Korea" in [block["text"] for block in shown["body"] if block["kind"] == "heading"]
    assert shown["related"][0]["url"] is None


def _of_children() -> float:
    """Seconds of processor time of all processes that this one started and that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_all_texts_in_time(shared: Path) -> None:
    files = sorted(map(str, (shared / "texts").glob("*.txt")))
    started = _of_children()
    command = [sys.executable, "-m", "tui_reader", "show", "--json", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = _of_children() - started
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == len(files)
    assert seconds < 6


@pytest.mark.shared
@pytest.mark.slow
def test_all_pages_in_time(shared: Path) -> None:
    files = sorted(map(str, (shared / "pages").glob("*.html.gz")))
    started = _of_children()
    command = [sys.executable, "-m", "tui_reader", "show", "--json", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = _of_children() - started
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == len(files)
    assert seconds < 16


RUSSIAN = (
    "Городские власти сообщили, что мост через реку снова открыт для пешеходов после долгих ремонтных работ."
)


def test_a_text_in_another_language_than_declared_is_told(run: Run, texts: Path) -> None:
    feed_file, page, note = texts / "feed.xml", texts / "page.html", texts / "note.uk.md"
    feed_file.write_text(
        f"<rss version='2.0'><channel><title>Пошта</title><language>uk</language><item><title>Мост открыт</title>"
        f"<link>https://post.example/1</link><description>{RUSSIAN}</description></item></channel></rss>",
        "utf-8",
    )
    paragraphs = "".join(f"<p>{number}. {RUSSIAN} {RUSSIAN}</p>" for number in range(4))
    page.write_text(
        f"<!doctype html><html lang='uk'><head><title>Мост</title></head><body><article><h1>Мост</h1>{paragraphs}"
        "</article></body></html>",
        "utf-8",
    )
    note.write_text(f"---\nlanguage: uk\n---\n# Мост\n\n{RUSSIAN}\n", "utf-8")
    for file in (feed_file, page, note):
        done = run("show", "--json", file)
        assert [(one["language"], one["language_declared"]) for one in done.objects] == [("ru", "uk")], done
        done = run("show", "--text", file)
        assert "RU (declared as UA)" in done.out
        assert (done.status, done.err) == (0, "")
    (shown,) = run("show", "--json", SAMPLE).objects
    assert shown["language_declared"] is None
