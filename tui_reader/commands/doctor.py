"""``tui-reader doctor``: whether settings, library and terminal are in order; ``--repair`` saves a damaged library."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tui_reader import paths
from tui_reader.clean import clean_line
from tui_reader.commands.means import utc_now
from tui_reader.commands.named import library_path, load_config
from tui_reader.commands.output import complain, write, write_json
from tui_reader.errors import ConfigError, LibraryError
from tui_reader.library.checkup import Finding, State, examine, in_use, is_damaged
from tui_reader.library.rescue import Rescued, rescue
from tui_reader.reasons import reason as system_reason
from tui_reader.rendering.cells import fit, width
from tui_reader.words import N_, tr, trn

LITTLE = 200_000_000  # bytes free below which it is said
STATES = {State.OK: N_("ok"), State.NOTE: N_("note"), State.WRONG: N_("wrong"), State.DAMAGED: N_("damaged")}
SUBJECTS = {
    "settings": N_("settings"),
    "library": N_("library"),
    "file": N_("file"),
    "tables": N_("tables"),
    "search": N_("index"),
    "copies": N_("copies"),
    "state": N_("state"),
    "disk": N_("disk"),
    "terminal": N_("terminal"),
    "repair": N_("repair"),
}


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each thing looked at, and with ``--repair`` mend; 0 where all is in order in the end."""
    path = library_path(arguments)
    found = [*_settings(arguments), *_places(path), *examine(path), *_terminal()]
    for finding in found:
        _print(finding, as_json=arguments.json)
    if is_damaged(found):
        if arguments.repair:
            return _repair(path, as_json=arguments.json)
        complain(tr("the library is damaged: `tui-reader doctor --repair` saves what can be saved"))
    return 1 if any(finding.state in (State.WRONG, State.DAMAGED) for finding in found) else 0


def _print(finding: Finding, *, as_json: bool) -> None:
    text = clean_line(finding.text)
    if as_json:
        write_json({"what": finding.what, "state": finding.state.value, "text": text})
    else:
        states, subjects = list(map(tr, STATES.values())), list(map(tr, SUBJECTS.values()))
        state = fit(tr(STATES[finding.state]), max(map(width, states)))
        what = fit(tr(SUBJECTS[finding.what]), max(map(width, subjects)))
        write(f"{state}  {what}  {text}")


def _settings(arguments: argparse.Namespace) -> Iterator[Finding]:
    try:
        config = load_config(arguments)
    except ConfigError as error:
        yield Finding("settings", State.WRONG, str(error))
        return
    count = len(config.sources)
    yield Finding(
        "settings",
        State.OK,
        trn("{path}: {count} source", "{path}: {count} sources", count, path=config.path),
    )


def _places(path: Path) -> Iterator[Finding]:
    """The folders that are written to, and the room in them."""
    for what, folder in (("library", path.parent), ("state", paths.state_folder())):
        there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
        if not os.access(there, os.W_OK):
            state = State.WRONG if what == "library" else State.NOTE
            yield Finding(what, state, tr("{path} can't be written", path=there))
    with suppress(OSError):
        there = next(place for place in (path.parent, *path.absolute().parents) if place.exists())
        free = shutil.disk_usage(there).free
        if free < LITTLE:
            yield Finding(
                "disk",
                State.NOTE,
                tr("only {size} MB are free where the library is", size=f"{free / 1e6:.0f}"),
            )


def _terminal() -> Iterator[Finding]:
    if not os.isatty(1):
        yield Finding(
            "terminal", State.NOTE, tr("standard output is not a terminal; the commands work without one")
        )
        return
    size = shutil.get_terminal_size()
    term = clean_line(os.environ.get("TERM", "")) or tr("not set")
    encoding = sys.stdout.encoding if sys.stdout is not None else tr("none")
    state = State.WRONG if term == "dumb" else State.OK
    yield Finding("terminal", state, f"TERM={term}, {size.columns}×{size.lines}, {encoding}")


def _repair(path: Path, *, as_json: bool) -> int:
    """Put what can be read into a new library, and that in the place of the damaged one, which is kept."""
    if in_use(path):
        complain(tr("{path} is open in another tui-reader: quit it, then repair", path=path))
        return 1
    fresh = path.with_name(f"{path.stem}.rescued{path.suffix}")
    _remove(fresh)
    try:
        saved = rescue(path, fresh)
    except (LibraryError, OSError) as error:
        _remove(fresh)
        reason = system_reason(error)
        complain(tr("{path} can't be repaired ({reason}); it is left as it is", path=path, reason=reason))
        return 1
    kept = _unused(path, utc_now())
    for end in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{path}{end}").rename(f"{kept}{end}")
    fresh.rename(path)
    lost = bool(saved.lost_bookmarks or saved.lost_articles)
    _print(
        Finding("repair", State.NOTE if lost else State.OK, _told(saved, kept.name)),
        as_json=as_json,
    )
    return 0


def _told(saved: Rescued, damaged: str) -> str:
    """What was saved and what was lost, and the name of the ``damaged`` file."""
    lost = []
    if count := saved.lost_bookmarks:
        lost.append(trn("{count} bookmark could not be read", "{count} bookmarks could not be read", count))
    if count := saved.lost_articles:
        lost.append(trn("{count} article could not be read", "{count} articles could not be read", count))
    kept = trn("saved {count} bookmark", "saved {count} bookmarks", saved.bookmarks)
    held = trn(
        "{count} article, {read} of them read",
        "{count} articles, {read} of them read",
        saved.articles,
        read=saved.read,
    )
    losses = ", ".join(lost) or tr("nothing is lost")
    where = tr("the damaged file is {name}", name=damaged)
    return f"{kept}, {held}; {losses}; {where}"


def _unused(path: Path, now: datetime) -> Path:
    name = f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}"
    names = (f"{name}{f'-{number}' if number else ''}{path.suffix}" for number in range(1000))
    return next(place for name in names if not (place := path.with_name(name)).exists())


def _remove(fresh: Path) -> None:
    for end in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{fresh}{end}").unlink()
