"""What a reader types in the search field, as an FTS5 query that is always valid.

Words (all must be there; the last one may be unfinished), ``"phrases"``, ``prefix*``, ``-not``. Everything is
quoted, so that no character of the reader's is ever read as the query language of SQLite.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui_reader.clean import clean_line
from tui_reader.languages import UNSPACED

MAX_TERMS = 32

_TERM = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))(?P<star>\*?)')


@dataclass(frozen=True, slots=True)
class Match:
    """Two FTS5 expressions: what must be there and what must not; None where nothing was asked."""

    wanted: str | None = None
    unwanted: str | None = None


def spread(text: str) -> str:
    """``text`` for the index and for queries: a space around each character of a script without spaces."""
    return UNSPACED.sub(r" \g<0> ", text) if UNSPACED.search(text) else text


def to_match(query: str | None) -> Match:
    """``query`` for FTS5. Never raises; what holds no letter and no digit asks for nothing."""
    if not query:
        return Match()
    unfinished = not query[-1:].isspace()
    query = clean_line(query)
    wanted: list[str] = []
    unwanted: list[str] = []
    for found in _TERM.finditer(query):
        if len(wanted) + len(unwanted) == MAX_TERMS:
            break
        word = found["word"]
        text = found["phrase"] if word is None else word
        if not any(character.isalnum() for character in text):
            continue
        at_end = word is not None and found.end() == len(query) and unfinished and not found["no"]
        # One letter begins half of all words: that is no search, and a slow one.
        starts = bool(found["star"]) or text.endswith("*") or (at_end and len(text) > 1)
        (unwanted if found["no"] else wanted).append(_quote(text.rstrip("*")) + (" *" if starts else ""))
    return Match(" AND ".join(wanted) or None, " OR ".join(unwanted) or None)


def _quote(text: str) -> str:
    return '"' + spread(text).replace('"', " ").strip() + '"'
