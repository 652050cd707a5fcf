"""``tui-reader import`` of bookmarks."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import HTML, PAGE, Run
from tests.loopback import Answer, Loopback
from tui_reader import paths


def listed(run: Run) -> list[tuple[str, list[str], str | None]]:
    return sorted(
        (one["title"], one["tags"], one["note"]) for one in run("bookmark", "list", "--json").objects
    )


def test_what_goes_out_comes_into_another_library(run: Run, filled: Path, tmp_path: Path) -> None:
    english = run("list", "--json", "--lang", "en").objects[0]["id"]
    run("bookmark", "add", "--tag", "war", "--note", "why", english)
    before = listed(run)
    out, other = tmp_path / "out.json", tmp_path / "other.db"
    assert run("export", "bookmarks", "--format", "json", "--output", out).status == 0
    look = run("import", "--dry-run", out, "--library", other)
    assert (look.status, look.out.splitlines()[-1]) == (
        0,
        "2 bookmarks, 2 of them new here; 0 lines not taken",
    )
    assert not other.exists()
    assert (
        run("import", out, "--library", other).out == "2 bookmarks, 2 of them new here; 0 lines not taken\n"
    )
    assert "0 of them new here" in run("import", out, "--library", other).out
    assert "0 of them new here" in run("import", "--dry-run", out).out
    paths.library_file().unlink()
    other.rename(paths.library_file())
    assert listed(run) == before
    shown = run("show", "--json", *(one["id"] for one in run("bookmark", "list", "--json").objects)).objects
    assert all(one["body"] and one["read"] for one in shown)
    assert {edition["language"] for edition in shown[0]["editions"]} == {"uk", "en"}


def test_a_browsers_list_is_kept_by_address_and_the_text_comes_later(
    run: Run, server: Loopback, tmp_path: Path
) -> None:
    url = server.answer("/story", Answer(PAGE, headers=HTML))
    file = tmp_path / "bookmarks.html"
    file.write_text(
        f'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="{url}" TAGS="later">My words</A>\n<DD>Why\n'
        '<DT><A HREF="javascript:alert(1)">Bad</A>\n</DL>',
        "utf-8",
    )
    done = run("import", file)
    assert (done.status, done.out) == (1, "1 bookmark, 1 of them new here; 1 lines not taken\n")
    assert done.errors == ["tui-reader: not taken: “Bad”: no address on the web"]
    assert listed(run) == [("My words", ["later"], "Why")]
    assert server.asked("/story") == []
    assert run("import", "--json", file).objects == [
        {"title": "My words", "url": url, "tags": ["later"], "note": "Why", "new": False}
    ]
    assert run("bookmark", "add", url).status == 0
    assert listed(run) == [("The storm closes the harbour", ["later"], "Why")]
    assert run("import", file).status == 1
    assert listed(run) == [("The storm closes the harbour", ["later"], "Why")]
