"""``tui-reader refresh``: fetch the feeds, read the folders, and print each edition as it comes.

The first refresh of all reads every feed, so a worker is started before anything else is imported: it comes up on
another processor meanwhile. The others follow when the requests are out and this process waits.
"""

from __future__ import annotations

import argparse
import gc
import os

from tui_reader import paths
from tui_reader.worker_process import READS_FEEDS, Worker


def run(arguments: argparse.Namespace) -> int:
    """Refresh the sources named, else all of them; the exit status."""
    gc.disable()  # until all is imported, of which nothing is garbage
    try:
        workers = _started(arguments)
        from tui_reader.commands import refreshing

        return refreshing.run(arguments, workers)
    finally:
        gc.enable()


def _started(arguments: argparse.Namespace) -> list[Worker]:
    """A worker for a first refresh, ready soon; none where there is a library: most of its feeds are unchanged."""
    named: str | None = getattr(arguments, "library", None)
    if os.path.lexists(paths.library_file() if named is None else os.path.expanduser(named)):
        return []
    return [Worker(prepares=READS_FEEDS)]
