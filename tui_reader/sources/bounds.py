"""A document's bytes cut to what is worth reading, before anything decodes or parses them.

What a parser makes of a document takes several times its size, and more where a text between two tags is long.
Honest ones are never this large: for those nothing here costs anything. Works on bytes, in whatever charset: a
tag begins with ``<`` in all.
"""

from __future__ import annotations

import re

from tui_reader.limits import MAX_FEED, MAX_RUN

_END = 4000  # kept of a long text: a closing quotation mark or a section's end must not be lost
_ROOT = re.compile(rb"<((?:[\w.-]+:)?(?:rss|feed|rdf))\b", re.IGNORECASE)
_ENTRIES = (b"<item", b"<entry")
_JSON = re.compile(rb"[\xef\xbb\xbf\xff\xfe\0\s]*[{\[]")


def short_runs(data: bytes) -> bytes:
    """``data`` where what stands between two tags is at most about `MAX_RUN` bytes, without what was in its middle."""
    parts: list[bytes] = []
    kept = place = 0
    while len(data) - place > MAX_RUN:
        tag = data.rfind(b"<", place, place + MAX_RUN)
        if tag >= place:
            place = tag + 1
            continue
        end = data.find(b"<", place + MAX_RUN)
        end = len(data) if end < 0 else end
        begin = place + MAX_RUN - _END
        # A multiple of four goes: UTF-16 and UTF-32 stay in step.
        parts += [data[kept:begin], data[end - _END - (end - begin - _END) % 4 : end]]
        kept = place = end
    return b"".join([*parts, data[kept:]]) if parts else data


def of_feed(data: bytes) -> tuple[bytes, str | None]:
    """``data`` of at most `MAX_FEED` bytes; what was left out, as a line.

    Feeds put the newest entries first, so that the oldest are lost.
    """
    if len(data) > MAX_RUN and _JSON.match(data[:64]) is None:
        data = short_runs(data)
    if len(data) <= MAX_FEED:
        return data, None
    return _closed(data), f"only the first {MAX_FEED // 1_000_000} MB were read"


def _closed(data: bytes) -> bytes:
    """The first `MAX_FEED` bytes, where they can be told up to the last whole entry, and the elements around it closed.

    Parsers are quick with what is well-formed. An entry that is larger than all of them is cut itself.
    """
    root = _ROOT.search(data[:20_000])
    end = max(data.rfind(start, 0, MAX_FEED) for start in _ENTRIES)
    if root is None or all(data.find(start, 0, max(end, 0)) < 0 for start in _ENTRIES):
        return data[:MAX_FEED]
    around = b"</channel>" if root[1].lower() == b"rss" else b""
    return data[:end] + around + b"</" + root[1] + b">"
