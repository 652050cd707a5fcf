"""Blocks that offer other articles: which links one holds, and which of a link's words are the headline."""

from __future__ import annotations

import re

from lxml import etree

from tui_reader.hrefs import resolve
from tui_reader.patterns import late
from tui_reader.sources.hypertext.markup import inner_text
from tui_reader.vocabulary import split_read_also

MAX_OFFER = 3000
MOST = 6  # tenths of a link's letters
_INLINE = frozenset({"b", "strong", "em", "i", "q", "mark", "script", "style", "noscript", "a"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TITLE = late(
    r"(?:^|[\s_-])(?i:title|headline|titel|titulo|titre|heading)(?:$|[\s_-])|(?:Title|Headline)(?:Text)?(?:$|[\s_-])"
)
_BESIDE = late(
    r"(?:^|[\s_-])(?:kicker|overline|topline|strapline|supertitle|pretitle|premium|eyebrow|dachzeile|spitzmarke|date|time|timestamp|datetime|categor(?:y|ies)|section|"
    r"rubric|tags?|label|badge|author|byline|meta|sr-only|visually-?hidden|screen-reader(?:-text)?|duration|counter|caption|credit|copyright|summary|excerpt)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NEW_TAB = late(
    r"[\s,]*[(\[]?\b(?:opens (?:in )?(?:an? )?new (?:tab|window)|öffnet in (?:einem )?neuen? (?:fenster|tab)|"
    r"(?:s'ouvre dans une )?nouvelle fenêtre|(?:se )?abre en (?:una )?(?:nueva )?(?:ventana|pestaña)(?: nueva)?|"
    r"si apre in una nuova (?:finestra|scheda)|opent in (?:een )?nieuw (?:venster|tabblad))[)\]]?$",
    re.IGNORECASE,
)
_UNREAD = frozenset({"figure", "time", "button", "svg", "picture", "noscript", "script", "style"})


def link_block(element: etree._Element, base: str | None) -> list[tuple[str, str]] | None:
    """The headlines and addresses of a block that is links and little else; None where it is more.

    A link that is marked as paid for is left out (``rel="sponsored"``).
    """
    text = inner_text(element)
    if len(text) > MAX_OFFER:
        return None
    found: dict[str, str] = {}
    covered = 0
    for anchor in element.iter("a"):
        url, title = resolve(anchor.get("href"), base), headline(anchor)
        covered += len(inner_text(anchor))
        if url is not None and not is_paid(anchor) and better(title, found.get(url, "")):
            found[url] = title
    if not found or covered * 10 < len(text) * 5:
        return None
    return [(title, url) for url, title in found.items()]


def is_paid(anchor: etree._Element) -> bool:
    """Whether a link says that somebody paid for it."""
    return "sponsored" in (anchor.get("rel") or "").casefold().split()


def headline(anchor: etree._Element) -> str:
    """The headline that a link's words carry, without kicker, date and label beside it."""
    named = {node: unlabelled(_own_words(node)) for node in anchor.iterdescendants() if _is_title(node)}
    inner = {
        node: text
        for node, text in named.items()
        if len(text.split()) > 2 and any(up in named for up in node.iterancestors())
    }
    return max((inner or named).values(), key=len, default="") or unlabelled(
        _longest(anchor) or _own_words(anchor) or inner_text(anchor)
    )


def _is_title(node: etree._Element) -> bool:
    names = node.get("class") or ""
    return node.tag in _HEADINGS or (node.tag != "img" and _TITLE.search(names) is not None)


def headed(element: etree._Element, base: str | None) -> list[tuple[str, str]]:
    """The headlines and addresses of the headings that are links: those of teasers with a text of their own."""
    found: dict[str, str] = {}
    for heading in element.iter("h2", "h3", "h4", "h5"):
        inside = next((one for one in heading.iter("a") if one.get("href")), None)
        anchor = inside if inside is not None else next(heading.iterancestors("a"), None)
        url = resolve(anchor.get("href"), base) if anchor is not None else None
        if anchor is not None and url is not None and not is_paid(anchor):
            found.setdefault(url, unlabelled(_own_words(heading)))
    return [(title, url) for url, title in found.items() if title]


def unlabelled(title: str) -> str:
    """A title without the 'read also' label before it, and without what is said to those who hear the page.

    Empty where it is nothing else.
    """
    title = _NEW_TAB.sub("", title)
    found = split_read_also(title)
    return title if found is None else found[1]


def is_headline(title: str) -> bool:
    """Whether a title can be a headline: three words or more, or as many signs in a script without spaces."""
    if any("\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" for sign in title):
        return len(title) >= 8
    return len(title) > 15 and len(title.split()) >= 3


def better(title: str, held: str) -> bool:
    """Whether ``title`` says more than ``held`` does: a headline beats a word or two."""
    return bool(title) and len(title) > len(held)


def _longest(anchor: etree._Element) -> str:
    """The line that is most of a link's words, where they stand in several elements: a kicker, a headline."""
    lines = [
        text
        for node in anchor.iterdescendants()
        if isinstance(node.tag, str)
        and node.tag not in _INLINE
        and len(node) == 0
        and (text := inner_text(node))
    ]
    longest = max(lines, key=len, default="")
    whole = len(inner_text(anchor))
    return (
        longest if len(lines) > 1 and len(longest) * 10 >= whole * MOST and len(longest.split()) > 2 else ""
    )


def _own_words(node: etree._Element) -> str:
    """The text of an element without what stands beside a headline: its kicker, its date, a caption."""
    beside = [
        one
        for one in node.iterdescendants()
        if isinstance(one.tag, str) and (one.tag in _UNREAD or _BESIDE.search(one.get("class") or ""))
    ]
    if not beside:
        return inner_text(node)
    parts: list[str] = []
    skipped: set[etree._Element] = set()
    for one in node.iter():
        if one in beside or one.getparent() in skipped:
            skipped.add(one)
        elif one.text:
            parts.append(one.text)
        if one is not node and one.tail and one.getparent() not in skipped:
            parts.append(one.tail)
        elif one is not node and one.tag not in {"span", "b", "strong", "em", "i"}:
            parts.append(" ")
    return " ".join("".join(parts).split())
