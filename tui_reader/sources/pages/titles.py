"""The headline of a page, chosen among what its heading, its metadata and its window title say.

None of them is right everywhere: a heading may carry a kicker, `og:title` the site's name, JSON-LD a title for
search engines. Where two agree they win; where the heading only repeats the window's title, and the metadata
name another headline, that one is the newsroom's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

from tui_reader.clean import clean_line
from tui_reader.sources.pages.region import key

_PARTING = re.compile(r"\s*[|｜ㅣ│]\s*|\s+[–—·•»«*:-]{1,2}\s+")
_TAIL = re.compile(r"(?:\s*[|｜ㅣ│]\s*|\s+[–—·•»*-]\s+)[^|｜ㅣ│–—·•»]{1,40}$")
_AFTER = re.compile(r"\s*[|｜ㅣ│–—·•»«*:-]")
_LIKE = 0.45


@dataclass(frozen=True, slots=True)
class Titles:
    """What a page offers as its title; empty texts where it is silent. ``below`` are its lesser headings."""

    headings: Sequence[str] = ()
    open_graph: str = ""
    structured: str = ""
    alternative: str = ""
    window: str = ""
    others: Sequence[str] = ()
    site: str = ""
    below: Sequence[str] = ()


def choose(titles: Titles) -> str | None:
    """The headline, or None where nothing on the page is one."""
    headings = [text for one in titles.headings if (text := _tidy(one)) and key(text) != key(titles.site)]
    known = [_tidy(titles.structured), *headings]
    graph = _without_site(_tidy(titles.open_graph), known, titles.site)
    structured = _without_site(_tidy(titles.structured), [*headings, graph], titles.site)
    window = _without_site(_tidy(titles.window), [structured, graph, *headings], titles.site)
    others = [text for one in titles.others if (text := _without_site(_tidy(one), known, titles.site))]
    if (shown := _shown(graph, titles.below)) and key(graph) not in {key(one) for one in headings}:
        return shown
    heading = _heading(headings, [structured, graph, window, *others])
    if graph and key(graph) == key(structured):
        return graph if not heading or key(heading) != key(graph) else heading
    if not heading:
        return structured or graph or next(iter(others), "") or window or None
    if structured and key(heading) == key(graph) and _seo(heading, window) and not _near(structured, heading):
        return structured
    return heading


def _shown(graph: str, below: Sequence[str]) -> str:
    """The headline that stands on the page as a lesser heading, below a first one for search engines only."""
    wanted = key(graph)
    for text in below:
        found = key(text)
        if found and found == wanted:
            return graph
        if len(found) >= 15 and len(found) * 2 > len(wanted) and wanted.endswith(found):
            return _tidy(text)
    return ""


def _seo(heading: str, window: str) -> bool:
    return key(heading) == key(window)


def _near(left: str, right: str) -> bool:
    """Whether two are one title in two spellings, or one is the other cut short."""
    one, other = key(left), key(right)
    return one.startswith(other) or other.startswith(one) or _alike(left, right) > 0.95


def _heading(headings: list[str], others: list[str]) -> str:
    """The heading that the other titles are most like; the only one, unless it is like none of them."""
    others = [other for other in others if other]
    if not headings:
        return ""
    if not others:
        return headings[0]
    best = max(headings, key=lambda one: max(_alike(one, other) for other in others))
    if len(headings) > 1 and max(_alike(best, other) for other in others) < _LIKE:
        return "" if others[0] else best
    return best


def _alike(left: str, right: str) -> float:
    left, right = left.casefold()[:300], right.casefold()[:300]
    if left == right:
        return 1.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def _tidy(text: str) -> str:
    text = clean_line(unescape(text) if "&" in text else text)
    return re.sub(r"(?<=\w[?!.])\.{3}$|\s+…$", "", text)


def _without_site(text: str, known: Sequence[str], site: str) -> str:
    """``text`` without the site's name at its end: what follows a title that is known, or names the site."""
    for other in known:
        longer = len(other) > 10 and len(text) > len(other) and text.startswith(other)
        if longer and _AFTER.match(text, len(other)):
            return other
    if site:
        name = key(site)
        for match in _PARTING.finditer(text):
            tail = key(text[match.end() :])
            if match.start() >= 10 and tail and (tail in name or name in tail) and len(tail) < len(name) + 40:
                return _without_section(text[: match.start()], match[0])
    if known and any(known):
        return text
    return clean_line(_TAIL.sub("", text)) or text


def _without_section(text: str, mark: str) -> str:
    """A section's name that stands before the site's: `Title | Politics | Paper`, `Title-Politics | Paper`."""
    if "|" in mark or "ㅣ" in mark:
        text = re.sub(r"(?:\s*\|\s*|(?<=\w)-(?=\w+$))[^|]{1,20}$", "", text) if len(text) > 30 else text
    return text.strip()
