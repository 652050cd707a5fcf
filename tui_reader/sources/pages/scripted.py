"""The text of a page that only a script would put on the screen: it waits in the script as a string of HTML."""

from __future__ import annotations

import json
import re

from lxml import etree

MAX_SCRIPT = 3_000_000
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_ESCAPED = re.compile(r"\\u003cp|<p[\s>]", re.IGNORECASE)
_FEW = 3
_SHORT = 500


def html_in(tree: etree._Element) -> str | None:
    """The longest string of HTML with several paragraphs in the page's scripts, or None."""
    best = ""
    for script in tree.iter("script"):
        text = (script.text or "")[:MAX_SCRIPT]
        if not _ESCAPED.search(text):
            continue
        for found in _STRING.finditer(text):
            if len(found[0]) < max(_SHORT, len(best)) or not _ESCAPED.search(found[0]):
                continue
            value = _decoded(found[0])
            if value is not None and len(_PARAGRAPH.findall(value)) >= _FEW and len(value) > len(best):
                best = value
    return best or None


def _decoded(literal: str) -> str | None:
    try:
        value = json.loads(literal, strict=False)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, str):
        return None
    if _PARAGRAPH.search(value) and not value.lstrip().startswith(("{", "[")):
        return value
    inner = max((found[0] for found in _STRING.finditer(value)), key=len, default="")
    if len(inner) < _SHORT or not _ESCAPED.search(inner):
        return value if _PARAGRAPH.search(value) else None
    return _decoded(inner)
