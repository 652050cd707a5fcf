"""Files, folders and settings that are not what they should be."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from tests.hostile.payloads import PAYLOADS, assert_nothing_obeyed
from tests.hostile.test_walk import reader
from tests.library.making import article
from tui_reader.saving import save_markdown
from tui_reader.sources import files

TITLES = (
    *PAYLOADS.values(), "../../x", "..", ".", "/etc/passwd", "a\x00b", "x" * 300, "я" * 300, "CON", "con.txt", "LPT1",
    "a/b\\c:d*e?f\"g<h>i|j", "trailing. . .", " ", "-rf", "~root", "$HOME", ".hidden", "new\nline", "COM¹", "aux.md",
)  # fmt: skip


@pytest.mark.case(77)
@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
def test_any_title_is_a_file_in_the_folder(tmp_path: Path, title: str) -> None:
    folder = tmp_path / "kept"
    path = save_markdown(article("a", title=title or "x"), folder)
    assert path.parent == folder
    assert path.is_file()
    assert path.resolve().parent == folder.resolve()
    assert len(os.fsencode(path.name)) <= 255
    assert path.name.partition(".")[0].casefold() not in {"con", "prn", "aux", "nul", "com1", "lpt1"}
    assert not path.name.startswith((".", "-", "~"))
    assert not set(path.name) & set('/\\:*?"<>|\x00\n')
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]
    other = save_markdown(article("b", title=title or "x", text="Another text."), folder)
    assert other != path, "another article's file was overwritten"
    assert "The bridge" in path.read_text("utf-8")


@pytest.mark.case(78)
def test_nothing_leads_out_of_the_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("# The secret\n\nNobody reads this.\n")
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "open.md").write_text(
        f"# Open\n\nA text.\n\n[x](../secret.md) ![y](../secret.md) [z]({secret})\n"
    )
    (folder / "link.md").symlink_to(secret)
    (folder / "deep" / "up").symlink_to(tmp_path)
    (folder / "abs").symlink_to("/etc")
    done = reader("show", "--json", folder)
    assert done.returncode == 0, done.stderr
    assert b"Nobody reads this" not in done.stdout
    assert b"root:" not in done.stdout
    assert done.stdout.count(b'"title"') >= 1
    target = tmp_path / "target.md"
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "about-a.en.md").symlink_to(target)
    saved = save_markdown(article("a"), tmp_path / "kept")
    assert not target.exists()
    assert saved.is_file()
    assert not saved.is_symlink()


@pytest.mark.case(79)
@pytest.mark.slow
def test_pipes_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    os.mkfifo(folder / "pipe.md")
    (folder / "good.md").write_text("# Good\n\nA text.\n")
    (folder / "zero.md").symlink_to("/dev/zero")
    for place in (folder / "pipe.md", "/dev/zero", "/dev/tty", "/proc/self/mem", "/dev/stdin/"):
        done = reader("show", place)
        assert done.returncode in (1, 2), (place, done)
        assert len(done.stderr.splitlines()) == 1, done.stderr
    done = reader("show", "--text", folder)
    assert b"Good" in done.stdout
    done = reader("list", "--config", folder / "pipe.md")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    done = reader("list", "--config", "/dev/zero")
    assert done.returncode == 2


@pytest.mark.case(80)
def test_a_loop_of_links(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "good.md").write_text("# Good\n\nA text.\n")
    (folder / "self").symlink_to(folder)
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    deep = folder
    for _ in range(40):
        deep = deep / "d"
        deep.mkdir()
    (deep / "end").symlink_to(folder)
    done = reader("show", "--text", folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b"Good") == 1
    done = reader("show", folder / "a")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.case(84)
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = [\n", 1),
        ("x" * 5000, 1),
        ("[" * 5000, 1),
        ("a = " + "[" * 5000, 1),
        ("a = " + "{b=" * 3000, 1),
        ("[settings]\nlanguages = ['uk'\n\n[[source]]\n", 4),
        ("[settings]\nread = 'story'\nread = 'edition'\n", 3),
        ("[[source]]\nname = 'a'\nname = \x00\n", 3),
        ("[settings]\ntheme = '\x1b]0;x\x07'\n", 2),
        ("a.b = 1\na.b.c = 2\n", 2),
    ],
    ids=range(10),
)
def test_bad_toml_is_told_with_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(text)
    done = reader("list", "--config", file)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert str(file).encode() in done.stderr
    assert b", line " in done.stderr
    assert len(done.stderr) < 1200
    if text.count("\n") > 1:
        assert f", line {line}".encode() in done.stderr or f", line {line + 1}".encode() in done.stderr
    assert_nothing_obeyed(done.stderr, app=False)


@pytest.mark.case(84)
def test_no_utf8_and_too_large(tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    for data in (b"\xff\xfe[\x00", b"name = '\xe9'\n", b"#" * 20_000_000):
        file.write_bytes(data)
        done = reader("list", "--config", file)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.case(85)
@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("[setings]\n", "settings"),
        ("[settings]\nlanguges = []\n", "languages"),
        ("[[sources]]\nname = 'a'\n", "source"),
        ("[[source]]\nname = 'a'\nulr = 'https://a.example/'\n", "url"),
        ("[keys]\nbookmrk = 'x'\n", "bookmark"),
        ("[settings]\nfull_text = 'whenopened'\n", "when-opened"),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest(tmp_path: Path, text: str, near: str) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(text)
    done = reader("doctor", "--config", file)
    assert done.returncode == 1
    assert near.encode() in done.stdout
    assert b", line " in done.stdout


@pytest.mark.case(86)
@pytest.mark.slow
def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    gone = tmp_path / "gone.md"
    broken = tmp_path / "broken.md"
    broken.symlink_to(gone)
    (tmp_path / "name\nwith\x1b[31m.md").mkdir()
    for place in (gone, broken, tmp_path / "name\nwith\x1b[31m.md", tmp_path / ("x" * 300), "a\x00b"[:1]):
        done = reader("show", place)
        assert done.returncode in (0, 1)
        assert len(done.stderr.splitlines()) <= 1
        assert_nothing_obeyed(done.stderr, app=False)
    # A file that goes while it is read, again and again.
    flicker, end = tmp_path / "flicker", threading.Event()
    flicker.mkdir()

    def change() -> None:
        while not end.is_set():
            (flicker / "one.md").write_text("# One\n\nA text.\n")
            (flicker / "one.md").unlink(missing_ok=True)

    thread = threading.Thread(target=change)
    thread.start()
    try:
        done = reader("show", flicker)
        assert b"Traceback" not in done.stderr
        assert len(done.stderr.splitlines()) <= 1
    finally:
        end.set()
        thread.join()


@pytest.mark.case(86)
@pytest.mark.parametrize("name", ["x.md", "x.txt"])
@pytest.mark.parametrize("unit", ["a\n\n", "- a\n", "|a|b|\n|-|-|\n", "![a](", "*a **a ", "<b>", "`a` "])
def test_a_file_of_nothing_but_markup_does_not_take_its_folder_s_time(
    tmp_path: Path, name: str, unit: str
) -> None:
    (tmp_path / name).write_text("# T\n\n" + unit * (1_900_000 // len(unit)), "utf-8")
    (tmp_path / "honest.md").write_text("# Honest\n\nWords of a text.\n", "utf-8")
    begun = time.process_time()
    loaded = files.load(tmp_path)
    assert (
        time.process_time() - begun < 5
    )  # it took up to two minutes, and then the whole folder was given up
    assert "Honest" in [article.title for article in loaded.articles]
    if name == "x.md":
        assert "split it" in loaded.warnings[0]
