"""``tui-reader import`` and ``export opml``."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Run
from tui_reader import config, paths

LIST = """<opml version="2.0"><body><outline text="World">
<outline text="Morning post" type="rss" xmlUrl="https://post.example/rss" language="en"/>
<outline text="Morning post" type="rss" xmlUrl="https://other.example/rss"/></outline></body></opml>"""


def test_a_list_comes_in_and_nothing_else_changes(run: Run, tmp_path: Path) -> None:
    settings, file = tmp_path / "feeds.toml", tmp_path / "list.opml"
    before = '# mine   \n[[source]]\nname = "Mine"  # kept\nurl = "https://mine.example/rss"\n'
    settings.write_text(before)
    file.write_text(LIST)
    done = run("import", file, "--config", settings)
    assert (done.status, done.err) == (0, "")
    assert f"2 new sources in {settings}, 0 feeds already known, 0 lines not taken" in done.out
    assert settings.read_text().startswith(before)
    sources = {source.name: source for source in config.load(settings).sources}
    assert list(sources) == ["Mine", "Morning post", "Morning post (2)"]
    assert sources["Morning post"].category == "World"
    assert sources["Morning post"].editions[0].language == "en"
    again = run("import", file, "--config", settings)
    assert "0 new sources, 2 feeds already known" in again.out


def test_a_first_own_file_keeps_the_starter_sources(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.opml"
    file.write_text(LIST)
    starter = [source.name for source in config.load(paths.starter_feeds()).sources]
    for name, before in (("none.toml", None), ("settings.toml", '[settings]\nlanguages = ["uk"]\n')):
        settings = tmp_path / name
        if before is not None:
            settings.write_text(before)
        assert run("import", file, "--config", settings).status == 0
        names = [source.name for source in config.load(settings).sources]
        assert names == [*starter, "Morning post", "Morning post (2)"]


def test_a_look_first_changes_nothing(run: Run, tmp_path: Path) -> None:
    settings, file = tmp_path / "feeds.toml", tmp_path / "urls"
    settings.write_text("source = []\n")
    file.write_text('https://post.example/rss "World" "~Post"\nquery:x:y\n')
    done = run("import", "--dry-run", file, "--config", settings)
    assert done.status == 1
    assert '[[source]]\nname = "Post"\ncategory = "World"' in done.out
    assert "not taken: “query:x:y”: this kind of line is newsboat's own" in done.err
    assert settings.read_text() == "source = []\n"


def test_what_goes_out_comes_back(run: Run, tmp_path: Path) -> None:
    out, settings = tmp_path / "out.opml", tmp_path / "back.toml"
    assert run("export", "opml", "--output", out, "--config", paths.starter_feeds()).status == 0
    assert (
        run("export", "opml", "--output", out, "--config", paths.starter_feeds()).status == 1
    )  # never over a file
    settings.write_text("source = []\n")
    settings.write_text('[[source]]\nname = "First steps"\nsamples = true\n')
    assert run("import", out, "--config", settings).status == 0
    wanted = {
        (source.name, source.category, source.editions)
        for source in config.load(paths.starter_feeds()).sources
        if source.editions
    }
    found = {
        (source.name, source.category, source.editions)
        for source in config.load(settings).sources
        if source.editions
    }
    assert found == wanted


def test_what_is_no_list(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body>hello</body></html>")
    for place in (page, tmp_path / "none.opml"):
        done = run("import", place)
        assert done.status == 1
        assert len(done.errors) == 1
