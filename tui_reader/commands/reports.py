"""What is left of a fault in the reader: a report in the state folder, and one line that names it."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from datetime import UTC, datetime

from tui_reader import __version__, paths
from tui_reader.clean import clean_code
from tui_reader.errors import ReaderError
from tui_reader.words import tr


class FaultError(ReaderError):
    """A fault in the reader itself."""

    kind = "internal"


def report(error: BaseException) -> FaultError:
    """Write down ``error`` with where it came from; the one line to print about it."""
    what = f"{type(error).__name__}: {error}"[:200]
    now = datetime.now(UTC)
    trace = "".join(traceback.format_exception(error))
    about = f"tui-reader {__version__}, Python {platform.python_version()}, {sys.platform}, {now:%Y-%m-%d %H:%M:%S}Z"
    try:
        folder = paths.state_folder() / "reports"
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{now:%Y%m%dT%H%M%S}-{os.getpid()}.txt"
        file.write_text(f"{about}\n\n{clean_code(trace)}\n", "utf-8")
    except OSError:
        return FaultError(
            tr("a fault in the reader ({what}); please report it, with what you did", what=what)
        )
    return FaultError(
        tr("a fault in the reader ({what}); please report it, with the file {file}", what=what, file=file)
    )
