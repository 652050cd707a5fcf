"""``tui-reader export bookmarks``."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.exports.hostile import PNG
from tests.exports.rules import broken_rules
from tui_reader import paths
from tui_reader.picture_cache import PictureCache

PHOTO = "https://paper.example/p.png"


@pytest.fixture
def kept(run: Run, texts: Path, settings: Path) -> str:
    """A library with one bookmarked story of two editions, a picture that is held; the id of the English one."""
    text = (texts / "summit.en.md").read_text("utf-8")
    (texts / "summit.en.md").write_text(f'{text}\n![Alt](<{PHOTO}> "Caption (photo: Olena)")\n', "utf-8")
    (texts / "beside.png").write_bytes(PNG)
    text = (texts / "summit.uk.md").read_text("utf-8")
    (texts / "summit.uk.md").write_text(f"{text}\n![Поруч](beside.png)\n", "utf-8")
    PictureCache(paths.cache_folder() / "pictures").put(PHOTO, PNG)
    assert run("refresh", "--config", settings).status == 0
    english: str = run("list", "--json", "--lang", "en").objects[0]["id"]
    assert run("bookmark", "add", "--tag", "war", "--note", "why", english).status == 0
    return english


def test_json_is_the_form_of_show_with_what_was_added(run: Run, kept: str) -> None:
    done = run("export", "bookmarks", "--format", "json")
    assert (done.status, done.err) == (0, "")
    english = next(one for one in done.objects if one["language"] == "en")
    shown = run("show", "--json", kept).objects[0]
    assert {key: value for key, value in english.items() if key in shown} == shown
    assert (english["tags"], english["note"], english["publisher"]) == (["war"], "why", "Texts")
    assert english["bookmarked_at"].endswith("Z")
    assert len(done.objects) == 2
    assert len(run("export", "bookmarks", "--format", "json", "--lang", "uk").objects) == 1
    assert len(run("export", "bookmarks", "--format", "json", kept[:8]).objects) == 2


def test_every_form_is_written_once_and_whole(run: Run, kept: str, tmp_path: Path) -> None:
    for form in ("markdown", "html", "json", "netscape", "epub"):
        out = tmp_path / f"out.{form}"
        done = run("export", "bookmarks", "--format", form, "--output", out)
        assert (done.status, done.out) == (1 if form == "netscape" else 0, "")
        assert run("export", "bookmarks", "--format", form, "--output", out).status == 1
    assert not list(tmp_path.glob(".*"))
    folder = tmp_path / "out.markdown"
    assert {path.name for path in folder.glob("*.md")} == {
        "the-summit-took-place.en.md",
        "зустріч-на-вершині-відбулася.uk.md",
    }
    assert [path.read_bytes() for path in (folder / "pictures").iterdir()] == [PNG, PNG]
    assert (tmp_path / "out.html").read_text("utf-8").count(b64encode(PNG).decode()) == 2
    assert broken_rules((tmp_path / "out.epub").read_bytes()) == []
    lines = (tmp_path / "out.json").read_text("utf-8").splitlines()
    assert [json.loads(line)["bookmarked"] for line in lines] == [True, True]
    again = run("show", "--json", *sorted(folder.glob("*.md"))).objects
    assert {one["title"] for one in again} == {"The summit took place", "Зустріч на вершині відбулася"}


def test_a_page_of_the_web_may_name_no_file(run: Run, kept: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(run("export", "bookmarks", "--format", "html").out, "utf-8")
    assert "data:image/png" in file.read_text("utf-8")
    assert run("export", "bookmarks", "--format", "netscape").err.count("no address on the web") == 1


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 2, "arguments are required: --format"),
        (["--format", "epub"], 2, "needs --output"),
        (["--format", "pdf"], 2, "invalid choice"),
        (["--format", "json", "--lang", "xq"], 2, "not a language tag"),
        (["--format", "json", "ffffffff"], 1, "no article has this id"),
        (["--format", "json", "--output", "/nowhere/x"], 1, "can't be written"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    run: Run, kept: str, arguments: list[str], status: int, said: str
) -> None:
    done = run("export", "bookmarks", *arguments)
    assert (done.status, done.out, len(done.errors)) == (status, "", 1)
    assert said in done.err


def test_what_is_not_bookmarked_is_not_exported(run: Run, kept: str, tmp_path: Path) -> None:
    other = run("list", "--json", "--lang", "de").objects[0]["id"]
    assert "is not bookmarked" in run("export", "bookmarks", "--format", "json", other).err
    run("bookmark", "remove", kept)
    done = run("export", "bookmarks", "--format", "epub", "--output", tmp_path / "none.epub")
    assert (done.status, done.errors) == (0, ["tui-reader: there is no bookmark to export"])
    assert not (tmp_path / "none.epub").exists()
    assert run("export", "opml", kept).status == 2
