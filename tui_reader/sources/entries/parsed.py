"""feedparser's dictionaries to raw entries. Whatever they hold of another type than is expected is as good as missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tui_reader.sources import dates
from tui_reader.sources.entries.raw import Media, RawEntry, RawLink, RawPerson, RawText

Values = Mapping[str, Any]


def raw_entry(entry: Values, media: Media) -> RawEntry:
    """One of feedparser's entries with the ``media`` that a second look found in it."""
    contents = _items(entry, "content")
    summary, title = entry.get("summary_detail"), entry.get("title_detail")
    origin = entry.get("source")
    return RawEntry(
        id=_text(entry, "id"),
        title=_text(entry, "title"),
        title_plain=isinstance(title, Mapping) and title.get("type") == "text/plain",
        link=_text(entry, "link"),
        original=_text(entry, "feedburner_origlink"),
        links=[_link(link) for link in _items(entry, "links")],
        summary=_detail(summary) if isinstance(summary, Mapping) else None,
        contents=[_detail(content) for content in contents],
        published=_time(entry, "published") or _time(entry, "created"),
        updated=_time(entry, "updated"),
        people=[RawPerson(_text(one, "name"), _text(one, "email")) for one in _items(entry, "authors")],
        author=_text(entry, "author"),
        site=_text(origin, "title") if isinstance(origin, Mapping) else "",
        language=_text(entry, "language"),
        languages=tuple(
            _text(detail, "language")
            for detail in [*contents, summary, title]
            if isinstance(detail, Mapping) and _text(detail, "language")
        ),
        media=media,
    )


def _detail(detail: Values) -> RawText:
    return RawText(_text(detail, "value"), detail.get("type") == "text/plain", _text(detail, "base"))


def _link(link: Values) -> RawLink:
    return RawLink(*(_text(link, name) for name in ("rel", "type", "href", "hreflang", "title")))


def _time(entry: Values, name: str) -> datetime | None:
    return dates.parse(_text(entry, name)) or dates.from_struct(entry.get(f"{name}_parsed"))


def _items(entry: Values, name: str) -> list[Values]:
    found = entry.get(name)
    return [item for item in found if isinstance(item, Mapping)] if isinstance(found, list) else []


def _text(entry: Values, name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""
