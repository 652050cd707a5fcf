"""Foreign text and articles made of it, for the tests of everything that must be safe whatever comes in."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from tui_reader.model import Article, Block, BlockKind, EditionLink, InlineLink, LinkKind, Photo, RelatedLink

TRICKY = (
    "\x00\x07\x08\t\n\x0b\x0c\r\x1b\x1c\x7f\x85\x90\x9b\x9d\x9f\xa0\xad ae=<[]"
    "\u0301\u0302\u0308\u0323\u0344\u0345\u034f\u0600\u061c\u064b\u0627\u0915\u094d\u0e01\u0e48\u1100\u1161\u180e"
    "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\u3000\u3164\ufe0f\ufeff\ufff9\uffff"
    "\ud800\udbff\udc80\udfff\U0001d15f\U0001d165\U0001f468\U0001f525\u2764\U000e0041\U00013430"
)
PAYLOADS = (
    "\x1b]52;c;aGk=\x07",
    "\x1b[2J\x1b[31m",
    "\x9d0;title\x9c",
    "\u202egpj.exe\u202c",
    "a" + "\u0301" * 500,
    "\u200b" * 500,
    "\u2066\u2067\u2068",
    "[@click=app.quit]x[/]",
    "\ud83d",
    "\r\x08\x08",
)
# Neither alphabet of hypothesis leaves surrogates out.
text = st.lists(
    st.one_of(
        st.sampled_from(TRICKY),
        st.sampled_from(PAYLOADS),
        st.characters(exclude_categories=()),
        st.sampled_from("\u0301\u200d\u200c\ufe0f").flatmap(lambda mark: st.just(mark * 6)),
    ),
    max_size=14,
).map("".join)
tags = st.one_of(st.none(), st.sampled_from(["uk", "en", "pt-BR", "sr-Latn", "zh-Hans", "ua", "iw"]), text)
numbers = st.one_of(st.none(), st.integers(-2, 8))

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def is_safe(value: str, breaks: str = "") -> bool:
    """Whether a terminal can only draw ``value``; ``breaks`` are the control characters that it may hold."""
    rest = value
    for one in breaks:
        rest = rest.replace(one, " ")
    if _OBEYED.search(rest) or "\t" in rest or "\n" in rest:
        return False
    unseen = "".join("x" if is_unseen(character) else " " for character in rest)
    return "xxxxx" not in unseen


def is_unseen(character: str) -> bool:
    """Whether a character takes no cell."""
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


def maybe(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    """Also nothing."""
    return st.none() | strategy


links = st.lists(
    st.builds(InlineLink, start=st.integers(-3, 20), end=st.integers(-3, 20), url=text), max_size=3
).map(tuple)
lines = st.lists(text, max_size=3)
blocks = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    text=text,
    level=numbers,
    ordered=st.booleans(),
    items=lines.map(tuple),
    rows=st.lists(lines.map(tuple), max_size=3).map(tuple),
    photo=numbers,
    links=links,
)
# What a source makes: text that tells what stands in its items.
lists = st.builds(
    lambda items, found: Block(BlockKind.LIST, "\n".join(items), items=tuple(items), links=found),
    lines,
    links,
)
photos = st.builds(Photo, url=maybe(text), alt=maybe(text), caption=maybe(text), credit=maybe(text))
times = st.datetimes(
    min_value=datetime(1000, 1, 1),
    max_value=datetime(9998, 1, 1),
    timezones=st.sampled_from(
        [UTC, timezone(timedelta(hours=-9, minutes=-30)), timezone(timedelta(hours=14))]
    ),
).map(lambda moment: moment.replace(microsecond=0))


def _tuples(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


articles = st.builds(
    Article,
    identity=text,
    title=text,
    source=text,
    language=tags,
    url=maybe(text),
    site=maybe(text),
    authors=_tuples(text),
    published=st.none() | times,
    updated=st.none() | times,
    lead=maybe(text),
    body=_tuples(blocks | lists),
    photos=_tuples(photos),
    related=_tuples(st.builds(RelatedLink, title=text, url=maybe(text), kind=st.sampled_from(LinkKind))),
    editions=_tuples(
        st.builds(EditionLink, language=tags.map(str), url=maybe(text), title=maybe(text), id=maybe(text))
    ),
    story=maybe(text),
    partial=st.booleans(),
)
