"""Articles handed to other programs: words, never a shell; the text arrives whole; failures are one line."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import threading
from pathlib import Path

import pytest

from tui_reader import handing
from tui_reader.outside import OutsideError


def program(folder: Path, code: str, name: str = "program") -> str:
    """A program of ours: its path, which is safe to write on a command line."""
    file = folder / name
    file.write_text(f"#!{sys.executable}\nimport os, sys, signal\n{code}\n", "utf-8")
    file.chmod(0o755)
    return str(file)


def test_a_command_is_split_into_words_and_nothing_else(tmp_path: Path) -> None:
    there = program(tmp_path, "")
    line = f"{shlex.quote(there)} 'two words' $HOME | > ; `x`"
    assert handing.split(line) == [there, "two words", "$HOME", "|", ">", ";", "`x`"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("'open", "open quote"),
        ("  ", "no command"),
        ("no-such-program-here -x", "no program “no-such-program-here”"),
    ],
)
def test_what_can_not_run_is_told(line: str, told: str) -> None:
    with pytest.raises(OutsideError, match=told):
        handing.split(line)


def test_the_environment_names_the_programs(tmp_path: Path) -> None:
    own, other = program(tmp_path, "", "own"), program(tmp_path, "", "other")
    assert handing.pager({"PAGER": f"{own} -R"}) == [own, "-R"]
    assert handing.editor({"EDITOR": own}) == [own]
    assert handing.editor({"EDITOR": own, "VISUAL": f"{other} --wait"}) == [other, "--wait"]
    with pytest.raises(OutsideError, match="gone"):
        handing.pager({"PAGER": "gone --x"})


def test_where_none_is_there_the_variable_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OutsideError, match=r"set \$EDITOR"):
        handing.editor({})
    assert handing.pager({"PAGER": program(tmp_path, "", "mine")})


def test_the_text_arrives_whole(tmp_path: Path) -> None:
    text = "Зустріч на вершині\n" * 20_000
    target = tmp_path / "got"
    handing.run([program(tmp_path, f"open({str(target)!r}, 'wb').write(sys.stdin.buffer.read())")], text)
    assert target.read_text("utf-8") == text


def test_a_command_that_does_not_read_to_the_end_is_no_failure(tmp_path: Path) -> None:
    handing.run([program(tmp_path, "sys.stdin.close()")], "x" * 1_000_000)


@pytest.mark.parametrize(
    ("code", "told"),
    [("sys.exit(3)", "status 3"), ("os.kill(os.getpid(), signal.SIGKILL)", "ended by SIGKILL")],
)
def test_a_failure_is_one_line(tmp_path: Path, code: str, told: str) -> None:
    with pytest.raises(OutsideError, match=told) as caught:
        handing.run([program(tmp_path, code)], "x")
    assert len(str(caught.value).splitlines()) == 1


def test_a_copy_is_edited_and_is_gone_afterwards(tmp_path: Path) -> None:
    note = tmp_path / "note"
    code = f"file = sys.argv[-1]; open({str(note)!r}, 'w').write(file); open(file, 'a').write('mine')"
    assert handing.edit([program(tmp_path, code)], "x.en.md", "text\n") == "text\nmine"
    file = Path(note.read_text())
    assert file.name == "x.en.md"
    assert not file.parent.exists()
    assert handing.edit([program(tmp_path, "")], "x.md", "text") is None


def test_an_editor_that_takes_the_copy_away_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="is gone"):
        handing.edit([program(tmp_path, "os.unlink(sys.argv[-1])")], "x.md", "text")


def test_ctrl_c_is_for_the_program_alone() -> None:
    before = signal.getsignal(signal.SIGINT)
    with handing.interrupts_left_alone():
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_in_another_thread_nothing_is_touched() -> None:
    seen = []

    def work() -> None:
        with handing.interrupts_left_alone():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [signal.getsignal(signal.SIGINT)]
