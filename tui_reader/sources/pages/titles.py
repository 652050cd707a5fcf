"""The headline of a page, chosen among what its headings, its metadata and its window title say.

None of them is right everywhere: a heading may carry a kicker, `og:title` the site's name, JSON-LD a title for
search engines. Where two agree they win; the heading that readers see comes before what they don't.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from difflib import SequenceMatcher
from html import unescape

from tui_reader.clean import clean_line
from tui_reader.sources.pages.headings import Heading
from tui_reader.sources.pages.region import key
from tui_reader.sources.pages.suffixes import Site, without_site
from tui_reader.values import frozen

_CUT = re.compile(r"(?:…|\.{3})$")
_LIKE = 0.45
_VERSION, _SPELLING = 0.7, 0.97  # how like two versions of a headline are, and two spellings of one


@frozen
class Titles:
    """What a page offers as its title; empty texts where it is silent.

    ``others`` are further titles of the metadata, ``below`` the page's lesser headings.
    """

    headings: Sequence[Heading] = ()
    open_graph: str = ""
    structured: str = ""
    window: str = ""
    others: Sequence[str] = ()
    below: Sequence[str] = ()
    site: Site = field(default_factory=Site)


def choose(titles: Titles) -> str | None:
    """The headline, or None where nothing on the page is one."""
    given = [one for one in titles.headings if key(one.text) and not titles.site.is_called(one.text)]
    known = [_tidy(one.text) for one in given] + [_tidy(part) for one in given for part in one.parts]
    graph = _bare(titles.open_graph, [_tidy(titles.structured), *known], titles)
    structured = _bare(titles.structured, [*known, graph], titles)
    window = _bare(titles.window, [structured, graph, *known], titles)
    others = [text for one in titles.others if (text := _bare(one, [structured, graph, *known], titles))]
    voters = _distinct(structured, graph, window, *others)
    headings = [_settled(one, voters) for one in given]
    if (shown := _shown(graph, titles.below)) and key(graph) not in {key(one) for one in headings}:
        return shown
    heading = _heading(headings, voters)
    if graph and key(graph) == key(structured):
        whole = _starts(heading, graph) if _CUT.search(titles.open_graph) else key(heading) == key(graph)
        return heading if whole else graph
    if not heading:
        return structured or graph or next(iter(others), "") or window or None
    if not structured and _is_version(graph, heading):
        return graph
    aside = not any(one.shown for one, text in zip(given, headings, strict=True) if text == heading)
    if aside and structured and _for_machines(heading, window, graph) and not _near(structured, heading):
        return structured
    return heading


def _distinct(*texts: str) -> list[str]:
    """Those that say something, each once: the first of those that differ only in their signs."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(key(text), text)
    return [text for told, text in found.items() if told]


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


def _for_machines(heading: str, window: str, graph: str) -> bool:
    """Whether window and `og:title` only repeat a heading: then all three come from one field."""
    return key(heading) == key(window) and _starts(heading, graph)


def _starts(whole: str, start: str) -> bool:
    return bool(start) and key(whole).startswith(key(_CUT.sub("", start)))


def _is_version(graph: str, heading: str) -> bool:
    """Whether two are versions of one headline, edited apart, and not one with something before or after it.

    Where a page has no structured data `og:title` is what its system holds as the title.
    """
    one, other = key(graph), key(heading)
    apart = one not in other and other not in one
    return apart and _VERSION <= _alike(graph, heading) <= _SPELLING


def _near(left: str, right: str) -> bool:
    """Whether two are one title in two spellings, or one is the other cut short."""
    one, other = key(left), key(right)
    return one.startswith(other) or other.startswith(one) or _alike(left, right) > 0.95


def _settled(heading: Heading, voters: list[str]) -> str:
    """A heading without what is no part of the headline, by what the other titles say; else by its names."""
    text = _tidy(heading.text)
    said = {key(voter): voter for voter in voters}
    if (found := said.get(key(text))) is not None:
        return found if heading.parts else text  # the voter has a mark where the page has two lines
    for part in heading.parts:
        if key(part) in said:
            return _tidy(part)
    return _tidy(heading.bare) or text


def _heading(headings: list[str], others: list[str]) -> str:
    """The heading that the other titles are most like; the only one, unless it is a mere label beside them."""
    if not headings:
        return ""
    if not others:
        return headings[0]
    best = max(headings, key=lambda one: max(_alike(one, other) for other in others))
    if max(_alike(best, other) for other in others) < _LIKE:
        label = len(key(best)) * 3 < min(len(key(other)) for other in others)
        return "" if len(headings) > 1 or label else best
    return best


def _alike(left: str, right: str) -> float:
    left, right = left.casefold()[:300], right.casefold()[:300]
    if left == right:
        return 1.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def _bare(text: str, known: Sequence[str], titles: Titles) -> str:
    """A title of the metadata without the site's name; an empty text where it says no more than that name."""
    text = _tidy(text)
    if key(text) in {key(one.text) for one in titles.headings if one.shown}:
        return text
    text = without_site(text, known, titles.site)
    return "" if titles.site.is_called(text) else text


def _tidy(text: str) -> str:
    text = clean_line(unescape(text) if "&" in text else text)
    return re.sub(r"(?<=\w[?!.])\.{3}$|\s+…$", "", text)
