"""Finds the element that holds the article, by the words that are known to be its text.

The words come from voters: an extractor, and the text that the page's own metadata carries. The document says
where they stand; the smallest element that holds nearly all of them is the article's.
"""

from __future__ import annotations

import re

from lxml import etree

from tui_reader.sources.hypertext.markup import raw_text
from tui_reader.values import frozen

_NO_LETTER = re.compile(r"[\W_]+")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DENSE = 1
_BLOCKS = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "th", "dt", "dd", "div", "section",
    "article", "main", "figcaption", "header", "footer", "aside", "figure", "body", "ul", "ol", "table", "tr",
    "tbody", "dl", "details", "summary", "center", "address", "form", "fieldset",
})  # fmt: skip
_LEAVES = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "th", "dd", "span"}
)
_SILENT = frozenset({"script", "style"})
_NEARLY_ALL = 0.9
_PROSE = 40
_WINDOWED = 80
_WINDOW = 24
_WHOLE = 0.8
_ASIDE = 300


def key(text: str) -> str:
    """A text's letters and digits alone, in lower case: what is left to compare."""
    return "".join(_NO_LETTER.split(text.casefold()))


def length(text: str) -> int:
    """How much a text says, in letters of an alphabet; those of China, Japan and Korea count double and more."""
    return len(text) if text.isascii() else len(text) + _DENSE * len(_EAST.findall(text))


@frozen
class Votes:
    """Texts that hold (nearly) the article, each as a `key`.

    ``told`` is the text that the page's own metadata carries, where that is whole: it holds what the extractor
    found, or most of it. Then a paragraph that it lacks is none of the article's.
    """

    texts: tuple[str, ...]
    told: str = ""
    lines: frozenset[str] = frozenset()

    @classmethod
    def of(cls, found: str, told: str) -> Votes:
        """The votes of the extractor's text ``found``, line by line, and the metadata's text ``told``."""
        own, lines = key(told), [key(line) for line in found.split("\n")]
        size = sum(len(line) for line in lines if len(line) >= _WINDOWED)
        shared = sum(len(line) for line in lines if len(line) >= _WINDOWED and line in own)
        whole = len(own) > 500 and len(own) >= size * _WHOLE and shared >= size * _WHOLE
        texts = tuple(text for text in ("".join(lines), own) if len(text) > 100)
        return cls(texts, own if whole else "", frozenset(lines if texts else ()))

    def deny(self, found: str) -> bool:
        """Whether the page's own text, being whole, lacks a paragraph."""
        if not self.told or len(found) > _ASIDE or found in self.told:
            return False
        return not self._mostly(found, self.told)

    def have(self, found: str) -> bool:
        """Whether a block of the `key` ``found`` is in one of the texts."""
        if not found:
            return False
        if found in self.lines or any(found in text for text in self.texts):
            return True
        return len(found) > _WINDOWED and any(self._mostly(found, text) for text in self.texts)

    def _mostly(self, found: str, text: str) -> bool:
        """Whether most of a long block is in ``text``, where the two differ by a word here and there."""
        starts = range(0, max(len(found) - _WINDOW, 1), max((len(found) - _WINDOW) // 7, 1))
        hits = sum(found[start : start + _WINDOW] in text for start in starts)
        return hits * 2 > len(starts)


def units(tree: etree._Element, least: int = 1) -> list[tuple[etree._Element, str]]:
    """The elements that hold text of their own, ``least`` letters or more, with its `key`, in reading order."""
    parts: dict[etree._Element, list[str]] = {tree: []}
    around = [tree]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            own = element if element.tag in _BLOCKS else around[-1]
            around.append(own)
            texts = parts.setdefault(own, [])
            if element.text and element.tag not in _SILENT:
                texts.append(element.text)
        else:
            around.pop()
            if element.tail and element is not tree:
                parts[around[-1]].append(element.tail)
    return [
        (element, found)
        for element, texts in parts.items()
        if len(text := "".join(texts)) >= least and len(found := key(text)) >= least
    ]


def _is_link(element: etree._Element, found: str) -> bool:
    return linked(element) * 2 > len(found)


def linked(element: etree._Element) -> int:
    """How many letters of ``element`` are links to other pages; all of them where it stands in one."""
    if any(leads_away(anchor) for anchor in element.iterancestors("a")):
        return len(key(raw_text(element)))
    return sum(len(key(raw_text(anchor))) for anchor in element.iter("a") if leads_away(anchor))


def leads_away(anchor: etree._Element) -> bool:
    """Whether an ``a`` element is a link to another page, and no mark or place on this one."""
    href = anchor.get("href") or ""
    return bool(href) and not href.startswith("#")


def find(tree: etree._Element, votes: Votes) -> etree._Element | None:
    """The smallest element that holds nearly all text that was voted for, or None where there is none."""
    weight: dict[etree._Element, int] = {}
    for element, found in units(tree, _PROSE):
        if votes.have(found) and not _is_link(element, found):
            weight[element] = weight.get(element, 0) + len(found)
    if not weight:
        return None
    for element in reversed([element for element in tree.iter() if isinstance(element.tag, str)]):
        parent = element.getparent()
        if parent is not None and element is not tree and element in weight:
            weight[parent] = weight.get(parent, 0) + weight[element]
    enough = weight.get(tree, 0) * _NEARLY_ALL
    here = tree
    while True:
        below = max(here, key=lambda child: weight.get(child, 0), default=None)
        if below is None or weight.get(below, 0) < enough:
            break
        here = below
    while here.tag in _LEAVES and here is not tree and (parent := here.getparent()) is not None:
        here = parent
    return here
