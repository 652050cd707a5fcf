"""The text of a page that a script would build from data: a list of blocks, each with its type and its words.

Content systems agree on the shape if not on the names: `{"type": "header", "content": …}`, `{"style": "h2",
"children": [{"text": …}]}`, `{"type": "paragraph", "data": {"text": …}}`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from lxml import etree

MAX_SCRIPT = 3_000_000
MAX_LISTS = 5_000
MAX_DEPTH = 14
_STARTS = 4  # places in one script where data may begin
_FEW = 3  # paragraphs that make a text
_PROSE = 60
_ASSIGNED = re.compile(r"=\s*(?=[{\[])")
_WORDS = ("content", "text", "html", "value", "data", "children", "nodes", "paragraph", "body")
_KINDS = ("type", "_type", "style", "kind", "tag", "name", "__typename")
_HEADING = re.compile(
    r"head(?:er|ing|line)|sub-?(?:title|head)|cross-?head|\bh[2-6]\b|inter-?title", re.IGNORECASE
)
_QUOTE = re.compile(r"quote", re.IGNORECASE)
_CARD = frozenset({"url", "href", "slug", "link", "canonical_url", "permalink", "uri"})
_SPEAKER = frozenset({"username", "user", "commenter", "nickname"})


def html_of(tree: etree._Element) -> str | None:
    """The text that the data in the page's scripts tell, as HTML; None where there is none."""
    best: list[tuple[str, str]] = []
    weight = 0
    for script in tree.iter("script"):
        for data in _data(script):
            for items in _lists(data):
                blocks = _blocks(items)
                size = sum(len(words) for tag, words in blocks if tag == "p" and len(words) > _PROSE)
                if size > weight and sum(len(words) > _PROSE for _, words in blocks) >= _FEW:
                    best, weight = blocks, size
    return (
        "".join(f"<{tag}>{words if '<' in words else escape(words)}</{tag}>" for tag, words in best) or None
    )


def _data(script: etree._Element) -> Iterator[object]:
    text = (script.text or "")[:MAX_SCRIPT].strip()
    kind = script.get("type") or ""
    if len(text) < _PROSE * _FEW or "ld+json" in kind:
        return
    decoder = json.JSONDecoder(strict=False)
    starts = (
        [0] if text[0] in "{[" else [found.end() for found in _ASSIGNED.finditer(text[:MAX_SCRIPT])][:_STARTS]
    )
    for start in starts:
        try:
            yield decoder.raw_decode(text, start)[0]
        except (ValueError, RecursionError):
            continue


def _lists(data: object) -> Iterator[list[Any]]:
    """Every list of objects in ``data``."""
    waiting: list[tuple[object, int]] = [(data, 0)]
    found = 0
    while waiting and found < MAX_LISTS:
        value, depth = waiting.pop()
        if depth > MAX_DEPTH:
            continue
        if isinstance(value, Mapping):
            waiting += [(one, depth + 1) for one in value.values() if isinstance(one, (Mapping, list))]
        elif isinstance(value, list):
            if len(value) >= _FEW and any(isinstance(one, Mapping) for one in value):
                found += 1
                yield value
            waiting += [(one, depth + 1) for one in value if isinstance(one, (Mapping, list))]


def _blocks(items: list[Any]) -> list[tuple[str, str]]:
    """The tag and the words of each of ``items`` that is a part of a text."""
    blocks: list[tuple[str, str]] = []
    for item in items:
        if not isinstance(item, Mapping) or _SPEAKER & item.keys() or _CARD & item.keys():
            continue
        words = _words(item, 0).strip()
        if not words:
            continue
        kind = " ".join(value for name in _KINDS if isinstance(value := item.get(name), str))
        tag = (
            "h2"
            if _HEADING.search(kind) and len(words) < 200
            else "blockquote"
            if _QUOTE.search(kind)
            else "p"
        )
        blocks.append((tag, words))
    return blocks


def _words(value: object, depth: int) -> str:
    if isinstance(value, str):
        return value
    if depth > MAX_DEPTH:
        return ""
    if isinstance(value, list):
        return "".join(_words(one, depth + 1) for one in value if isinstance(one, (Mapping, str)))
    if isinstance(value, Mapping):
        return next((words for name in _WORDS if (words := _words(value.get(name), depth + 1))), "")
    return ""
