"""`tui-reader refresh`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run, feed
from tests.loopback import Answer, Loopback
from tests.test_handing import program
from tui_reader import paths
from tui_reader.worker_process import Worker

KEYS = ["source", "language", "url", "outcome", "new", "seconds", "error"]


def write(tmp_path: Path, **sources: str) -> Path:
    file = tmp_path / "feeds.toml"
    file.write_text(
        "".join(f'[[source]]\nname = "{name}"\nurl = "{url}"\n' for name, url in sources.items()), "utf-8"
    )
    return file


def test_each_edition_is_an_object(run: Run, server: Loopback, tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    editions = {"uk": feed(server, "uk", "Один"), "en": feed(server, "en", "One", "Two")}
    table = ", ".join(f'{tag} = "{url}"' for tag, url in editions.items())
    file.write_text(f'[[source]]\nname = "Paper"\neditions = {{ {table} }}\n', "utf-8")
    done = run("refresh", "--json", "--config", file)
    assert (done.status, done.err) == (0, "")
    found = {one["language"]: one for one in done.objects}
    assert all(list(one)[: len(KEYS)] == KEYS for one in done.objects)
    assert {tag: (one["outcome"], one["new"], one["url"]) for tag, one in found.items()} == {
        "uk": ("new", 1, editions["uk"]),
        "en": ("new", 2, editions["en"]),
    }
    assert all(one["source"] == "Paper" and one["error"] is None for one in done.objects)
    assert all(isinstance(one["seconds"], float) for one in done.objects)
    again = run("refresh", "--json", "--config", file).objects
    assert [(one["outcome"], one["new"]) for one in again] == [("unchanged", 0)] * 2
    assert paths.library_file().exists()


def test_one_that_fails_disturbs_no_other(run: Run, server: Loopback, tmp_path: Path) -> None:
    page = server.answer("/login", Answer(b"<!doctype html><title>Log in</title>"))
    file = write(tmp_path, Good=feed(server, "en", "One"), Page=page, Gone=server.url("/none"))
    done = run("refresh", "--json", "--config", file)
    outcomes = {one["source"]: one["outcome"] for one in done.objects}
    assert (done.status, outcomes) == (1, {"Good": "new", "Page": "error", "Gone": "error"})
    assert len(done.errors) == 2
    assert any("Page" in line and "is not a feed" in line for line in done.errors)
    assert {one["source"]: one["error"]["kind"] for one in done.objects if one["error"]} == {
        "Page": "parse",
        "Gone": "network",
    }
    assert len(run("list", "--json", "--config", file).objects) == 1


def test_the_columns_are_as_wide_as_the_words_of_the_language(
    run: Run, server: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    done = run(
        "refresh", "--config", write(tmp_path, Good=feed(server, "en", "One"), Gone=server.url("/none"))
    )
    assert len({len(line) for line in done.out.splitlines()}) == 1
    assert any("fehlgeschlagen" in line for line in done.out.splitlines())
    assert all("," in line and "." not in line for line in done.out.splitlines())


def test_sources_by_name_whatever_their_case(run: Run, server: Loopback, tmp_path: Path) -> None:
    file = write(tmp_path, Morning=feed(server, "en", "One"), Evening=server.url("/none"))
    done = run("refresh", "--config", file, "morning", "MORNING")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Morning  ")
    assert "1 new" in done.out
    assert len(done.out.splitlines()) == 1


def test_an_unknown_source_ends_before_anything_begins(run: Run, server: Loopback, tmp_path: Path) -> None:
    file = write(tmp_path, Morning=feed(server, "en", "One"))
    done = run("refresh", "--config", file, "Morning", "Mourning")
    assert (done.status, done.errors) == (
        2,
        ["tui-reader: no source has the name “Mourning”; did you mean “Morning”?"],
    )
    assert server.requests == []


def test_the_libraries_error_is_one_line(run: Run, settings: Path, tmp_path: Path) -> None:
    done = run("refresh", "--config", settings, "--library", tmp_path)
    assert (done.status, len(done.errors)) == (1, 1)
    assert "is a folder, no library" in done.err


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Worker]:
    """The workers that the command starts before it knows of any feed."""
    found: list[Worker] = []

    def start(*, prepares: str) -> Worker:
        found.append(Worker(prepares=prepares))
        return found[-1]

    monkeypatch.setattr("tui_reader.commands.refresh.Worker", start)
    return found


def test_only_a_first_refresh_starts_a_worker_early(run: Run, settings: Path, started: list[Worker]) -> None:
    assert run("refresh", "--config", settings).status == 0
    assert run("refresh", "--config", settings).status == 0
    assert len(started) == 1
    assert not started[0].alive()


def test_wrong_settings_leave_no_worker_behind(run: Run, tmp_path: Path, started: list[Worker]) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text("source = 1\n", "utf-8")
    assert run("refresh", "--config", file).status == 2
    assert [worker.alive() for worker in started] == [False]


def test_no_source_at_all(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text("source = []\n", "utf-8")
    done = run("refresh", "--config", file)
    assert (done.status, done.out) == (0, "")
    assert "names no source" in done.err


def test_a_folder_that_is_gone_is_named_without_a_language(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text('[[source]]\nname = "Gone"\npath = "gone"\n', "utf-8")
    done = run("refresh", "--config", file)
    assert (done.status, len(done.errors)) == (1, 1)
    assert done.err.startswith("tui-reader: Gone: ")


def test_a_program_of_the_readers_tells_what_came(run: Run, settings: Path, tmp_path: Path) -> None:
    said = tmp_path / "said"
    say = program(tmp_path, f"open({str(said)!r}, 'a').write(sys.argv[1] + chr(10))")
    text = settings.read_text("utf-8")
    settings.write_text(
        text.replace("[settings]\n", f'[settings]\non_new = ["{say}", "{{count}}"]\n'), "utf-8"
    )
    assert run("refresh", "--config", settings).status == 0
    assert run("refresh", "--config", settings).status == 0
    assert said.read_text() == "2\n"  # stories, not articles; and nothing where nothing came


def test_a_program_that_fails_is_one_line_and_the_status(run: Run, settings: Path, tmp_path: Path) -> None:
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("[settings]\n", '[settings]\non_new = ["/no/such/program"]\n'), "utf-8")
    ran = run("refresh", "--config", settings)
    assert (ran.status, len(ran.errors)) == (1, 1)
    assert "on_new: /no/such/program can't be started" in ran.err
