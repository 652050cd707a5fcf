"""Takes out of a page's tree what is no part of its article: menus, boxes, comments, scripts.

What offers other articles is handed back, so that its links can be read. An element is never removed that
holds a large share of the page's prose, unless its name leaves no doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from tui_reader.sources.hypertext.markup import raw_text
from tui_reader.sources.pages import signs
from tui_reader.sources.pages.region import key, leads_away
from tui_reader.sources.pages.removal import remove

_NEVER = frozenset({"html", "body", "head", "h1", "title", "img", "picture", "source", "br"})
_ALWAYS = frozenset({
    "script", "style", "template", "form", "button", "input", "select", "textarea", "svg", "nav", "footer",
    "dialog", "object", "noframes", "canvas", "map", "menu", "datalist", "label",
})  # fmt: skip
_TEXT = frozenset(
    {
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "figcaption",
        "figure",
        "a",
        "span",
        "em",
        "strong",
        "b",
        "blockquote",
    }
)
_SPOKEN = frozenset({"p", "h2", "h3", "div", "section"})
_UNSEEN = frozenset({"script", "style", "template", "svg", "nav", "form", "input", "select"})
_ROLES = frozenset(
    {"navigation", "dialog", "alertdialog", "search", "menu", "banner", "contentinfo", "tooltip", "toolbar"}
)
_HIDDEN = re.compile(
    r"(?:^|[;\s])(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)", re.IGNORECASE
)
_PROSE = 60
_SHARE = 0.2
_SAMPLE, _SAMPLES = 40, 8  # letters, and how many places of a text are compared
_SURE_SHARE = 0.75
_VAGUE_SHARE = 0.08


@dataclass(slots=True)
class Cleared:
    """What was taken out: the boxes that offer other articles, each with the element that it stood in."""

    offers: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)


def clear(tree: etree._Element, protected: set[etree._Element]) -> Cleared:
    """Remove the furniture from ``tree``; ``protected`` elements (and those around them) stay."""
    masses = _prose(tree)
    total = max(masses.get(tree, 0), 1)
    kept = set(protected)
    for element in protected:
        kept.update(element.iterancestors())
    cleared = Cleared()
    gone: set[etree._Element] = set()
    framed: set[etree._Element] = set()
    for element in list(tree.iter()):
        parent = element.getparent()
        if parent is None or not isinstance(element.tag, str):
            continue
        if parent in gone:
            gone.add(element)
            continue
        if element.tag == "figure" and _pictured(element):
            framed.update(element.iterdescendants())
        if element in framed and element.tag not in _UNSEEN:
            continue
        verdict = _verdict(element, element in kept, masses.get(element, 0) / total)
        if verdict is None:
            continue
        if verdict == "offer":
            cleared.offers.append((element, parent))
        gone.add(element)
        remove(element)
    return cleared


def _verdict(element: etree._Element, kept: bool, share: float) -> str | None:
    tag = str(element.tag)
    if tag in _NEVER:
        return None
    if tag in _ALWAYS:
        return None if (kept or share > 0.3) and tag not in {"script", "style"} else "drop"
    if kept or (not element.attrib and tag != "aside"):
        return None
    names = signs.named(element)
    if _is_hidden(element):
        if share < _SHARE or _is_copy(element):
            return "drop"
        _show(element)
    if element.get("role") in _ROLES and share < _SHARE:
        return "drop"
    allowed = _SURE_SHARE if signs.is_surely(names) else _SHARE
    if signs.is_body(names) and not signs.is_surely(names):
        allowed = _VAGUE_SHARE
    if signs.is_lead(names) and tag in _SPOKEN and next(element.iter("a"), None) is None:
        return None  # `teaser-text` is the standfirst of the page that it stands on
    if signs.is_offer(names) and _leads_on(element):
        return "offer" if share < allowed and tag not in {"a", "span"} else None
    if tag == "aside" and share < _SHARE:
        return "offer"
    if tag in _TEXT:
        return None
    if signs.is_furniture(names) and share < allowed:
        return "drop"
    if tag == "article" and share < _VAGUE_SHARE and next(element.iterancestors("article"), None) is not None:
        return "offer"  # an article within the article is a teaser
    return "drop" if signs.is_vague(names) and share < _VAGUE_SHARE else None


def _leads_on(element: etree._Element) -> bool:
    """Whether an element leads to other pages: what offers nothing to follow is part of this one."""
    return any(leads_away(one) for one in (*element.iter("a"), *element.iterancestors("a")))


def _pictured(figure: etree._Element) -> bool:
    return next(figure.iter("img", "picture"), None) is not None


def _is_copy(element: etree._Element) -> bool:
    """Whether a hidden element says again what stands elsewhere on the page, for another screen or for machines."""
    own, whole = key(raw_text(element)), key(raw_text(element.getroottree().getroot()))
    step = max(_SAMPLE, len(own) // _SAMPLES)
    samples = [own[start : start + _SAMPLE] for start in range(0, len(own) - _SAMPLE, step)]
    return sum(whole.count(sample) > 1 for sample in samples) * 2 >= len(samples)


def _show(element: etree._Element) -> None:
    """Let be seen what a button would unfold: the rest of the text."""
    for name in ("hidden", "style"):
        if name in element.attrib:
            del element.attrib[name]


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-modal") == "true":
        return True
    if signs.is_hidden(element.get("class") or ""):
        return True
    style = element.get("style")
    return bool(style) and _HIDDEN.search((style or "")[:2000]) is not None


def _prose(tree: etree._Element) -> dict[etree._Element, int]:
    """The letters of running text below each element; links and short scraps don't count."""
    found: dict[etree._Element, int] = {}
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    for element in reversed(elements):
        own = found.get(element, 0)
        if element.tag not in {"a", "script", "style", "template", "button", "noscript"}:
            for text in (element.text, *(child.tail for child in element)):
                # The source's white space is no prose: a deeply indented menu would outweigh the article.
                if text and len(text) > _PROSE and (size := len(text.strip())) > _PROSE:
                    own += size
        else:
            own = 0
        if own:
            found[element] = own
            parent = element.getparent()
            if parent is not None:
                found[parent] = found.get(parent, 0) + own
    return found


def prose(tree: etree._Element) -> int:
    """The letters of running text on the page."""
    return _prose(tree).get(tree, 0)


def protected(tree: etree._Element, headings: tuple[str, ...]) -> set[etree._Element]:
    """The elements that surely belong to the article: its headline, and the text that microdata marks."""
    found = {element for element in tree.iter() if element.get("itemprop") == "articleBody"}
    wanted = {key(text) for text in headings}
    found.update(element for element in tree.iter("h1") if key(raw_text(element)) in wanted)
    return found
