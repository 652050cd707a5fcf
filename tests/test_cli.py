"""The command line as a process: status, streams, terminals, and what a start costs."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

import pytest

from tests.loopback import Answer, Loopback
from tui_reader import __version__, cli, paths
from tui_reader.commands.arguments import NAMES

READER = [sys.executable, "-m", "tui_reader"]
SAMPLE = paths.SAMPLES / "tram.en.md"
HEAVY = [
    *("textual", "httpx", "feedparser", "lxml", "trafilatura", "sqlite3", "babel", "asyncio"),
    *("platformdirs", "shtab", "yaml", "tomllib"),
]
IN_TERMINAL = (
    "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(['bash', '-c', sys.argv[1]])))"
)


def start(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the reader as a process, with nothing on standard input."""
    command = [*READER, *map(str, arguments)]
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=30
    )


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], *([name, "--help"] for name in NAMES)], ids=str
)
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from tui_reader.cli import main; status = main(sys.argv[1:]); "
        f"print([name for name in {HEAVY} if name in sys.modules], status, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, timeout=30
    )
    assert done.stderr == "[] 0\n"
    if arguments == ["--version"]:
        assert done.stdout == f"tui-reader {__version__}\n"
    else:
        assert "Exit status: 0 all went well; 1 something failed" in done.stdout
        assert re.search(r"Examples?:\n  tui-reader", done.stdout)


def test_the_first_screen_waits_for_nothing_that_it_does_not_need() -> None:
    late = [
        *("argparse", "gettext", "html", "httpx", "lxml", "feedparser", "backports.zstd", "compression.zstd"),
        *(
            f"tui_reader.{name}"
            for name in ("gate", "opening", "codec", "stories.grouping", "stories.addresses")
        ),
        *(f"tui_reader.library.{name}" for name in ("storing", "packing", "versions", "parting")),
    ]
    code = (
        "import sys, tui_reader.cli, tui_reader.commands.named, tui_reader.app.app; "
        f"print([name for name in {late} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30
    )
    assert done.stdout == "[]\n"


def test_the_general_help_names_every_command() -> None:
    done = start("--help")
    assert all(re.search(rf"^  {name} +\w", done.stdout, re.MULTILINE) for name in NAMES)


@pytest.mark.parametrize(
    ("given", "command"),
    [
        ([], None),
        (["list"], "list"),
        (["--config", "show", "list"], "list"),
        (["--library=x", "list"], "list"),
        (["--config", "list"], None),
        (["./show"], None),
        (["--", "show"], None),
        (["-", "show"], None),
        (["a.md", "show"], None),
        (["shows"], None),
    ],
)
def test_the_first_word_decides(given: list[str], command: str | None) -> None:
    assert cli._command(given) == command


def test_without_a_terminal_at_once() -> None:
    for arguments in ([], [SAMPLE], ["-"]):
        done = start(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "tui-reader needs a terminal; `tui-reader list` works without one\n"


def test_a_command_that_is_mistyped() -> None:
    done = start("lst")
    assert (done.returncode, done.stderr) == (
        2,
        "tui-reader: no file or command “lst”; did you mean `tui-reader list`?\n",
    )


def test_wrong_usage_is_one_safe_line() -> None:
    for arguments in (["list", "--x\x1b[31m"], ["show"], ["completion", "fi\x1bsh"], ["--bad"]):
        done = start(*arguments)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
        assert "\x1b" not in done.stderr
        assert done.stderr.endswith("--help` tells more\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completions(shell: str) -> None:
    done = start("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert "tui-reader" in done.stdout
    assert "bookmark" in done.stdout


def test_bash_completes_commands_and_options(tmp_path: Path) -> None:
    file = tmp_path / "completion"
    file.write_text(start("completion", "bash").stdout, "utf-8")
    script = f"""source {file}; COMP_WORDS=(tui-reader list --se); COMP_CWORD=2; COMP_LINE='tui-reader list --se'
    COMP_POINT=${{#COMP_LINE}}; f=$(complete -p tui-reader | sed 's/.*-F \\([^ ]*\\).*/\\1/'); $f tui-reader --se list
    echo "${{COMPREPLY[@]}}" """
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True, timeout=20)
    assert done.stdout.split() == ["--search"]


def test_a_reader_that_has_gone_is_no_fault() -> None:
    command = f"{sys.executable} -m tui_reader show --json {paths.SAMPLES} {paths.SAMPLES} | head -c 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False, timeout=30
    )
    assert (done.returncode, done.stdout, done.stderr) == (cli.CLOSED, "{", "")


def test_output_that_cannot_be_written_is_one_line() -> None:
    for end in ("> /dev/full", ">&-"):
        command = f"{sys.executable} -m tui_reader show {SAMPLE} {end}"
        done = subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, check=False, timeout=30
        )
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
        assert done.stderr.startswith("tui-reader: standard output ")


def test_all_streams_closed_harm_nothing(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    command = f"{sys.executable} -m tui_reader bookmark add --library {library} {SAMPLE} <&- >&- 2>&-"
    assert subprocess.run(["bash", "-c", command], check=False, timeout=30).returncode == 1
    assert library.read_bytes()[:15] == b"SQLite format 3"


def test_json_is_utf8_whatever_the_locale() -> None:
    for locale in ("C", "POSIX", "en_US.ISO-8859-1"):
        environment = dict(os.environ, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        command = [*READER, "show", "--json", str(paths.SAMPLES / "tram.uk.md")]
        done = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=30)
        assert json.loads(done.stdout.decode("utf-8"))["title"].startswith("Трамвай")


def test_an_interrupted_refresh_says_nothing(tmp_path: Path) -> None:
    with Loopback() as server:
        server.answer("/feed", Answer(hang=True))
        settings = tmp_path / "feeds.toml"
        settings.write_text(f'[[source]]\nname = "Slow"\nurl = "{server.url("/feed")}"\n', "utf-8")
        # What is started in the background of a shell inherits that SIGINT is ignored.
        code = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        code += "runpy.run_module('tui_reader', run_name='__main__')"
        command = [sys.executable, "-c", code, "refresh", "--config", str(settings)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            server.wait_for_requests(1)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=30)
        assert (process.returncode, out, err) == (cli.INTERRUPTED, "", "")


def test_a_fault_is_one_line_and_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("x")

    monkeypatch.setattr("tui_reader.commands.listing.load_config", broken)
    assert cli.main(["list"]) == 1
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "a fault in the reader (RuntimeError: x)" in err
    assert len(list((home / "state" / "tui-reader" / "reports").iterdir())) == 1


Until = Callable[[str], None]


def on_terminal(
    command: str, talk: Callable[[IO[bytes], Until], None], environment: Mapping[str, str]
) -> tuple[int, bytes]:
    """Run a shell's command in a terminal of its own; its status and everything that it wrote there."""
    helper = [sys.executable, "-c", IN_TERMINAL, command]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        helper, stdin=pipe, stdout=pipe, stderr=pipe, env=dict(environment), bufsize=0
    ) as child:
        keys, screen = child.stdin, child.stdout
        assert keys is not None
        assert screen is not None
        seen = bytearray()

        def until(text: str) -> None:
            while text.encode() not in seen:
                ready, _, _ = select.select([screen], [], [], 30)
                piece = screen.read(65536) if ready else b""
                assert piece, f"{text!r} did not come: {bytes(seen)!r}"
                seen.extend(piece)

        try:
            talk(keys, until)
            while piece := screen.read(65536):
                seen.extend(piece)
            return child.wait(30), bytes(seen)
        finally:
            child.kill()


@pytest.fixture
def quiet(tmp_path: Path) -> Path:
    """Settings without any source."""
    file = tmp_path / "feeds.toml"
    file.write_text("source = []\n", "utf-8")
    return file


def environment() -> dict[str, str]:
    return dict(os.environ, TERM="xterm-256color", COLUMNS="100", LINES="30")


def test_a_piped_text_opens_and_keys_come_from_the_terminal(quiet: Path) -> None:
    def talk(keys: IO[bytes], until: Until) -> None:
        until("Harbour news")
        keys.write(b"Q")

    command = f"printf '# Harbour news\\n\\nThe quay.\\n' | {sys.executable} -m tui_reader --config {quiet} -"
    status, seen = on_terminal(command, talk, environment())
    assert status == 0, seen[-2000:]
    assert b"\x1b[?1049l" in seen


def test_errors_sent_to_a_file_leave_the_screen_on_the_terminal(quiet: Path, tmp_path: Path) -> None:
    def talk(keys: IO[bytes], until: Until) -> None:
        until("Tram line 3")
        keys.write(b"Q")

    log = tmp_path / "log"
    command = f"{sys.executable} -m tui_reader --config {quiet} {SAMPLE} 2> {log}"
    status, seen = on_terminal(command, talk, environment())
    assert status == 0, seen[-2000:]
    assert log.read_bytes() == b""


@pytest.mark.parametrize(
    ("arguments", "term", "status", "said"),
    [
        ("", "dumb", 2, "this terminal (TERM=dumb) can't show the reader; `tui-reader list` works in it"),
        ("none.md", "xterm", 1, "tui-reader: no file or folder “none.md”"),
        ("--config none.toml", "xterm", 2, "none.toml: it can't be read"),
        ("--library .", "xterm", 1, "is a folder, no library"),
    ],
)
def test_what_keeps_the_reader_from_opening(
    arguments: str, term: str, status: int, said: str, tmp_path: Path, quiet: Path
) -> None:
    setting = "" if "--config" in arguments else f"--config {quiet}"
    command = f"cd {tmp_path} && PYTHONPATH={paths.PACKAGE.parent} {' '.join(READER)} {arguments} {setting}"
    ended, seen = on_terminal(command, lambda *_: None, dict(environment(), TERM=term))
    assert (ended, len(seen.splitlines())) == (status, 1), seen
    assert said in seen.decode()
