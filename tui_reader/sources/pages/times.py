"""When an article was published and updated, by JSON-LD, meta elements, `time` elements, or its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from tui_reader.sources import dates
from tui_reader.sources.pages.structured import first

_PUBLISHED = (
    "article:published_time", "datepublished", "publishdate", "pubdate", "publish-date", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod",
)  # fmt: skip
_CLOCK = re.compile(r"\d:\d\d")
_ZONE = re.compile(r"(?:[zZ]|[+-]\d{2}:?\d{2}|\b[A-Z]{3,4})\)?$")
_DAY = timedelta(hours=36)
_FARTHEST = timedelta(hours=15)  # zones lie that far apart
_IN_PATH = re.compile(r"/((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])[/-](?=[^/]*[^\W\d])")


def published(
    tree: etree._Element, metas: Mapping[str, str], article: Mapping[str, Any], url: str | None
) -> datetime | None:
    """When the article came out; its day alone where only its address (``/2024/05/01/…``) tells."""
    told = (first(article.get("datePublished")), *(metas.get(name) for name in _PUBLISHED))
    shown = (element.get("datetime") for element in tree.iter("time"))
    return _exact(told) or _exact([next((one for one in shown if dates.parse(one)), None)]) or _from_path(url)


def updated(metas: Mapping[str, str], article: Mapping[str, Any], since: datetime | None) -> datetime | None:
    """When the article was changed last; None where that would be before it came out, ``since``."""
    moment = _exact((first(article.get("dateModified")), *(metas.get(name) for name in _UPDATED)))
    return None if moment is None or (since is not None and moment < since) else moment


def _exact(values: Iterable[str | None]) -> datetime | None:
    """The first time given; where it lacks its zone or its hour, the next one that has them and agrees."""
    read = list(_read(values))
    if not read:
        return None
    moment, known = read[0]
    for other, more in read[1:]:
        near = _DAY if known == 0 else _FARTHEST
        if more > known and abs(other - moment) <= near:
            moment, known = other, more
    return moment


def _read(values: Iterable[str | None]) -> Iterator[tuple[datetime, int]]:
    """Each time with what is known of it: 0 its day, 1 its hour, 2 its zone too."""
    for value in values:
        if value and (moment := dates.parse(value)) is not None:
            yield moment, 0 if not _CLOCK.search(value) else 1 + bool(_ZONE.search(value.strip()))


def _from_path(url: str | None) -> datetime | None:
    try:
        found = _IN_PATH.search(urlsplit(url or "").path)
    except ValueError:
        return None
    return dates.parse(f"{found[1]}-{found[3]}-{found[4]}") if found is not None else None
