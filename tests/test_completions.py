"""Completions as the shells have them, and the reader under textual-serve."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.test_cli import READER, start


def bash_completes(tmp_path: Path, *words: str) -> list[str]:
    """What bash offers for the last of ``words``, with the reader on its path."""
    (tmp_path / "completion").write_text(start("completion", "bash").stdout, "utf-8")
    on_path(tmp_path)
    line = shlex.join(words)
    script = f"""PATH={tmp_path}:$PATH; source {tmp_path}/completion; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}
    COMP_LINE={shlex.quote(line)}; COMP_POINT=${{#COMP_LINE}}
    f=$(complete -p tui-reader | sed 's/.*-F \\([^ ]*\\).*/\\1/'); $f tui-reader {words[-1]} {words[-2]}
    printf '%s\\n' "${{COMPREPLY[@]}}" """
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True, timeout=20)
    return done.stdout.splitlines()


def on_path(folder: Path) -> None:
    """A program ``tui-reader`` in ``folder``, as an installation has it."""
    program = folder / "tui-reader"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(READER)} "$@"\n')
    program.chmod(0o755)


def test_bash_completes_options_and_the_names_of_sources_as_it_quotes_them(tmp_path: Path) -> None:
    assert bash_completes(tmp_path, "tui-reader", "list", "--se") == ["--search"]
    assert bash_completes(tmp_path, "tui-reader", "refresh", "Ukrainska") == ["Ukrainska\\ Pravda"]


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_completes_commands_and_names(tmp_path: Path) -> None:
    (tmp_path / "completion").write_text(start("completion", "fish").stdout, "utf-8")
    on_path(tmp_path)
    script = f"set -x PATH {tmp_path} $PATH; source {tmp_path}/completion; "
    script += "complete -C 'tui-reader sh'; complete -C 'tui-reader refresh Ukrainska'"
    done = subprocess.run(
        ["fish", "--no-config", "-c", script], capture_output=True, text=True, check=True, timeout=20
    )
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["show", "Ukrainska Pravda"]


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_offers_the_names_of_sources_whole(tmp_path: Path) -> None:
    (tmp_path / "completion").write_text(start("completion", "zsh").stdout, "utf-8")
    on_path(tmp_path)
    script = f"PATH={tmp_path}:$PATH; compdef() {{ }}; compadd() {{ print -l -- $@ }}"
    script += f'; eval "$(cat {tmp_path}/completion)"; _tui_reader_sources'
    done = subprocess.run(["zsh", "-f", "-c", script], capture_output=True, text=True, check=True, timeout=20)
    assert "Ukrainska Pravda" in done.stdout.splitlines()


def test_textual_serve_needs_no_terminal() -> None:
    environment = dict(os.environ, TEXTUAL_DRIVER="textual.drivers.web_driver:WebDriver")
    pipe = subprocess.PIPE
    with subprocess.Popen(READER, stdin=pipe, stdout=pipe, stderr=pipe, env=environment) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"__GANGLION__\n"  # what textual-serve waits for
        child.send_signal(signal.SIGTERM)
        _, err = child.communicate(timeout=20)
    assert b"needs a terminal" not in err
