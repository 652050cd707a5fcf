"""What the commands write: JSON Lines and text on standard output, one line a failure on standard error.

Everything here is safe for a terminal, whatever stands in a file's name or in an argument.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui_reader.clean import clean_line
from tui_reader.errors import OutputError, ReaderError, UsageError
from tui_reader.reasons import reason
from tui_reader.words import tr

# What JSON leaves as it is and a terminal may obey, or UTF-8 can't write: escaped, it means the same.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
MAX_LINE = 2000


def write_json(document: dict[str, Any]) -> None:
    """One object as one line."""
    write(json_line(document))


def json_line(document: dict[str, Any]) -> str:
    """One object as one line that every terminal and UTF-8 can bear."""
    text = json.dumps(document, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def write(text: str) -> None:
    """Text that is clean already, with a line break. Raises OutputError and BrokenPipeError."""
    if sys.stdout is None:
        raise OutputError(tr("standard output is closed; there is nowhere to write to"))
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(tr("standard output can't be written ({reason})", reason=reason(error))) from error


def failure(error: ReaderError) -> dict[str, str]:
    """An error as the commands' JSON has it."""
    return {"kind": error.kind, "message": one_line(str(error))}


def complain(message: str) -> None:
    """One line about what failed."""
    if sys.stderr is not None:
        line = one_line(message)
        prefix = "" if line.startswith("tui-reader ") else "tui-reader: "
        with suppress(OSError):  # where not even that can be written, the status still tells
            print(f"{prefix}{line}", file=sys.stderr, flush=True)


def one_line(message: str) -> str:
    """A message that is one safe line."""
    return clean_line(message[:MAX_LINE])


def given_path(named: str) -> Path:
    """A path of the command line. Raises UsageError."""
    try:
        return Path(named).expanduser()
    except RuntimeError as error:
        raise UsageError(
            tr("“{path}” names a home folder that doesn't exist", path=clean_line(named))
        ) from error


def screen_width() -> int | None:
    """The terminal's width in cells; None where standard output is not a terminal."""
    if sys.stdout is not None and sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    return None
