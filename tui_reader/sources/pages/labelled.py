"""The lists of links in and around an article: which belong to it, by what the label above them says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from tui_reader.sources.hypertext import offers
from tui_reader.sources.hypertext.markup import inner_text
from tui_reader.sources.pages.removal import remove
from tui_reader.vocabulary import is_elsewhere_label, is_site_label, is_subject_label, split_read_also

MAX_BOXES = 40
MAX_STEPS = 5
MAX_DEPTH = 12
MAX_LABEL = 80
MAX_LABELS = 4
MAX_LINE = 100
MAX_LINKS = 60
LABELLED = ("h2", "h3", "h4", "h5", "p", "div", "span", "strong", "b", "section", "ul", "aside")
_WORD = re.compile(r"[^\W\d_]")


def near(
    holder: etree._Element, offered: Iterable[tuple[etree._Element, etree._Element]], base: str | None
) -> list[etree._Element]:
    """The boxes that belong to the article in ``holder``: those that stood in its element, and labelled ones after it.

    Each of ``offered`` is a box with the element that it stood in before it was taken out.
    """
    around, ways = _article(holder), {*holder.iterancestors()}
    within = (node for node in around.iter(*LABELLED) if node is not around)
    drop_site_lists((*within, *_after(around)), holder, base)
    found = []
    for box, parent in offered:
        named = parent in ways and any(is_subject_label(label) for label in islice(lines(box), MAX_LABELS))
        if named or around is parent or around in parent.iterancestors():
            found.append(box)
    inside = set(holder.iter())
    beside = [one for one in _surroundings(holder, around).iter(*LABELLED) if one not in inside]
    found += [element for element in beside if is_label(element.get("aria-label") or "")][:MAX_BOXES]
    labels = [one for one in beside if len(one) <= 1 and is_label(_line(one))]
    labels += [one for one in _after(around) if len(one) <= 1 and is_subject_label(_line(one))]
    for label in labels[:MAX_BOXES]:
        found += [box for box in _under(label, holder) if box not in found]
    return found


def drop_site_lists(
    labels: Iterable[etree._Element], holder: etree._Element | None, base: str | None
) -> None:
    """Take out the lists below those of ``labels`` that say that they are the whole site's, and these labels."""
    named = (label for label in list(labels) if len(label) <= 1 and is_site_label(_line(label)))
    for label in islice(named, MAX_BOXES):
        for box in (found := _under(label, holder)):
            if box.tag != "p" and (offers.link_block(box, base) or offers.headed(box, base)):
                remove(box)
        if found and label not in found:
            remove(label)


def is_label(text: str) -> bool:
    """Whether a text is a label of links for further reading, and says nothing of the whole site."""
    found = split_read_also(" ".join(text.split())[:MAX_LINE])
    return found is not None and not found[1] and not is_elsewhere_label(found[0])


def lines(box: etree._Element) -> Iterator[str]:
    """The lines of a box that are short and no links."""
    for node in box.iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "strong", "b", "span", "div"):
        if next(node.iter("a"), None) is not None or next(node.iterancestors("a"), None) is not None:
            continue
        if _WORD.search(text := inner_text(node)) and len(text) <= MAX_LABEL:
            yield text


def _article(holder: etree._Element) -> etree._Element:
    """The element of the whole article: the nearest ``article``, else the one around its text."""
    if holder.tag == "article":
        return holder
    around = next(holder.iterancestors("article"), None)
    return around if around is not None else next(holder.iterancestors(), holder)


def _surroundings(holder: etree._Element, article: etree._Element) -> etree._Element:
    """Where a box with a label still belongs to the article: a few steps around it on a page without ``article``."""
    if article.tag == "article":
        return article
    ups = [up for up in islice(holder.iterancestors(), MAX_STEPS) if up.tag not in {"body", "html"}]
    return ups[-1] if ups else article


def _after(article: etree._Element) -> Iterator[etree._Element]:
    """What may be a label after the article, as far as the page's main part goes."""
    for up in (article, *article.iterancestors()):
        if up.tag in {"main", "body", "html"}:
            return
        for sibling in up.itersiblings():
            yield from sibling.iter(*LABELLED)


def _line(element: etree._Element) -> str:
    """The text of an element as one line; empty where it is too long for a label."""
    parts: list[str] = []
    for part in element.itertext():
        parts.append(" ".join(str(part[:MAX_LINE]).split()))
        if sum(map(len, parts)) > MAX_LINE:
            return ""
    return " ".join(part for part in parts if part)


def _leads_on(box: etree._Element) -> bool:
    """Whether a box holds a link under a headline."""
    return any(offers.is_headline(offers.headline(anchor)) for anchor in islice(box.iter("a"), MAX_LINKS))


def _under(label: etree._Element, holder: etree._Element | None) -> list[etree._Element]:
    """The boxes of links that follow a label, as far as the next label; none where the article's text is among them."""
    node = label
    for _ in range(MAX_DEPTH):
        if _leads_on(node):
            return [node]
        found: list[etree._Element] = []
        for sibling in islice(node.itersiblings(), MAX_LINKS):
            linked = _leads_on(sibling)
            if (holder is not None and holder in sibling.iter()) or (
                found and (not linked or _begins_anew(sibling))
            ):
                break
            if linked:
                found.append(sibling)
        parent = node.getparent()
        if found or parent is None or (holder is not None and holder in parent.iter()):
            return found
        node = parent
    return []


def _begins_anew(box: etree._Element) -> bool:
    """Whether a box begins with a heading that is no link: the label of another list."""
    first = next((node for node in box.iter("a", "h1", "h2", "h3", "h4", "h5")), None)
    return first is not None and first.tag != "a" and first.find(".//a") is None
