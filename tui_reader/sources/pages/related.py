"""The related links of a page: what its data and its boxes offer, and which of all links are worth a reader's time.

Left out is what leads to no text of its own (topic, author and section pages, sharing, following, buying,
the small print), what is marked as paid for, and what an embed shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from tui_reader.model import Block, BlockKind, LinkKind, RelatedLink
from tui_reader.sources.hypertext import offers
from tui_reader.sources.hypertext.hrefs import resolve
from tui_reader.sources.hypertext.markup import inner_text, raw_text
from tui_reader.sources.pages import signs
from tui_reader.sources.pages.destinations import address, is_wanted, page_of
from tui_reader.sources.pages.removal import remove
from tui_reader.vocabulary import is_elsewhere_label, is_site_label, is_subject_label, split_read_also

MAX_DECLARED = 30
MAX_BOXES = 40
MAX_STEPS = 5
MAX_DEPTH = 12
MAX_LABEL = 80
MAX_LABELS = 4
_PARTS = ("div", "section", "aside", "ul", "ol")
_LABELLED = ("h2", "h3", "h4", "h5", "p", "div", "span", "strong", "b", "section", "ul", "aside")
_NO_TEXT = frozenset({"sponsored", "author", "tag", "license", "prev", "next"})  # values of `rel`
_EMBEDS = ("iframe", "video", "audio", "embed", "source")
_WORD = re.compile(r"[^\W\d_]")
_ELSEWHERE = re.compile(
    r"(?:^|-)(?:most-?(?:read|popular|viewed|recent|shared)|trending|popular|latest(?:-\w+)?|top-?(?:stories|news)|other-?(?:news|stories)|ranking|newsletters?|promo\w*|sponsor\w*|"
    r"outbrain|taboola|next-?(?:article|story|post)|prev(?:ious)?-?(?:article|story|post)?|post-?navigation|pager|tags?|"
    r"author\w*|social|share\w*|breadcrumbs?|nav|sidebar)(?:-|$)"
)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the whole page knows of its links, before anything is taken out of it.

    ``declared`` are those that the page's data offer; ``refused`` the addresses paid for, or shown by an embed.
    """

    declared: tuple[RelatedLink, ...] = ()
    refused: frozenset[str] = frozenset()


def hints(tree: etree._Element, article: Mapping[str, Any], base: str | None) -> Hints:
    """The hints of the page ``tree``, whose article's object (schema.org) is ``article``."""
    titles: dict[str, str] = {}
    refused: set[str] = set()
    declared = list(_declared(tree, article, base))
    asked = {address(url) for named, url in declared if not named}
    for anchor in tree.iter("a"):
        rel = anchor.get("rel")
        without_text = rel is not None and _NO_TEXT & {*rel.casefold().split()}
        if not asked and not without_text:
            continue
        url = resolve(anchor.get("href"), base)
        if url is None:
            continue
        if without_text:
            refused.add(address(url))
        if address(url) in asked and offers.better(
            title := offers.headline(anchor), titles.get(address(url), "")
        ):
            titles[address(url)] = title
    for embed in tree.iter(*_EMBEDS):
        for name in ("src", "data-src"):
            if (url := resolve(embed.get(name), base)) is not None:
                refused.add(address(url))
    found: list[RelatedLink] = []
    for named, url in declared:
        title = named or titles.get(address(url)) or _from_slug(url)
        if title:
            found.append(RelatedLink(title, url, LinkKind.READ_ALSO))
    return Hints(tuple(found[:MAX_DECLARED]), frozenset(refused))


def boxes(offered: Iterable[etree._Element], base: str | None) -> list[RelatedLink]:
    """The links of boxes that offer other articles; none of one that says 'most read', 'latest' and the like."""
    found: list[RelatedLink] = []
    for box in list(offered)[:MAX_BOXES]:
        if _is_elsewhere(box):
            continue
        _drop_site_lists(box.iterdescendants(*_LABELLED), None, base)
        for title, url in offers.link_block(box, base) or offers.headed(box, base):
            if is_headline(title):
                found.append(RelatedLink(title, url, LinkKind.READ_ALSO))
    return found


def near(
    holder: etree._Element, offered: Iterable[tuple[etree._Element, etree._Element]], base: str | None
) -> list[etree._Element]:
    """The boxes that belong to the article in ``holder``: those that stood in its element, and labelled ones after it.

    Each of ``offered`` is a box with the element that it stood in before it was taken out.
    """
    around, ways = _article(holder), {*holder.iterancestors()}
    within = (node for node in around.iter(*_LABELLED) if node is not around)
    _drop_site_lists((*within, *_after(around)), holder, base)
    found = []
    for box, parent in offered:
        named = parent in ways and any(is_subject_label(label) for label in islice(_labels(box), MAX_LABELS))
        if named or around is parent or around in parent.iterancestors():
            found.append(box)
    inside = set(holder.iter())
    for element in _surroundings(holder, around).iter(*_LABELLED):
        if element in inside:
            continue
        if _is_label(element.get("aria-label") or ""):
            found.append(element)
        elif len(element) <= 1 and _is_label(raw_text(element)[:200]):
            found += _under(element, holder)
    for element in _after(around):
        if len(element) <= 1 and is_subject_label(" ".join(raw_text(element)[:200].split())):
            found += [box for box in _under(element, holder) if box not in found]
    return found


def _drop_site_lists(
    labels: Iterable[etree._Element], holder: etree._Element | None, base: str | None
) -> None:
    """Take out the lists below those of ``labels`` that say that they are the whole site's, and these labels."""
    for label in list(labels):
        if len(label) > 1 or not is_site_label(" ".join(raw_text(label)[:200].split())):
            continue
        for box in (found := _under(label, holder)):
            if box.tag != "p" and (offers.link_block(box, base) or offers.headed(box, base)):
                remove(box)
        if found and label not in found:
            remove(label)


def listed(blocks: Iterable[Block]) -> list[RelatedLink]:
    """The headlines of lists above the text that are nothing but links."""
    found: list[RelatedLink] = []
    for block in blocks:
        covered = sum(link.end - link.start for link in block.links)
        if block.kind is BlockKind.LIST and covered * 10 >= len(block.text) * 9:
            titles = [(block.text[link.start : link.end].strip(), link.url) for link in block.links]
            found += [RelatedLink(title, url) for title, url in titles if is_headline(title)]
    return found


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
            yield from sibling.iter(*_LABELLED)


def _is_label(text: str) -> bool:
    found = split_read_also(" ".join(text.split())[:100])
    return found is not None and not found[1] and not is_elsewhere_label(found[0])


def _under(label: etree._Element, holder: etree._Element | None) -> list[etree._Element]:
    """The boxes of links that follow a label, as far as the next label; none where the article's text is among them."""
    node = label
    for _ in range(MAX_DEPTH):
        if any(is_headline(offers.headline(anchor)) for anchor in node.iter("a")):
            return [node]
        found: list[etree._Element] = []
        for sibling in node.itersiblings():
            linked = any(is_headline(offers.headline(anchor)) for anchor in sibling.iter("a"))
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


def choose(links: Iterable[RelatedLink], told: Hints, own: str | None) -> tuple[RelatedLink, ...]:
    """The links worth reading, each once: those read on the page first, then what its data declare."""
    found: dict[str, RelatedLink] = {}
    for link in (*links, *told.declared):
        if link.url is not None and (
            address(link.url) in told.refused or not is_wanted(link.url, own, link.title)
        ):
            continue
        title = offers.unlabelled(link.title)
        if not _WORD.search(title) or is_elsewhere_label(title):
            continue
        name = page_of(link.url) if link.url is not None else title.casefold()
        held = found.get(name)
        if held is None:
            found[name] = replace(link, title=title)
        elif _says_more(link, held):
            found[name] = replace(held, title=title)
    return tuple(found.values())


def is_headline(title: str) -> bool:
    """Whether a title can be a headline: three words or more, or as many signs in a script without spaces."""
    if any("\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" for sign in title):
        return len(title) >= 8
    return len(title) > 15 and len(title.split()) >= 3


def _says_more(link: RelatedLink, held: RelatedLink) -> bool:
    if link.kind is held.kind is LinkKind.IN_TEXT:
        return len(link.title) > len(held.title)
    return is_headline(link.title) and not is_headline(held.title)


def _is_elsewhere(box: etree._Element) -> bool:
    """Whether a box, or its label, says that it holds what the whole site offers, whatever the article is."""
    total = len(box.findall(".//a"))
    for part in (box, *box.iterdescendants(*_PARTS)):
        whole = part is box or len(part.findall(".//a")) * 2 > total
        if whole and _ELSEWHERE.search(signs.named(part)):
            return True
    for label in islice(_labels(box), MAX_LABELS):
        if is_site_label(label) or _is_label(label):
            return not _is_label(label)  # the first label that is known says what the box is
    return False


def _labels(box: etree._Element) -> Iterator[str]:
    """The lines of a box that are short and no links."""
    for node in box.iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "strong", "b", "span", "div"):
        if next(node.iter("a"), None) is not None or next(node.iterancestors("a"), None) is not None:
            continue
        if _WORD.search(text := inner_text(node)) and len(text) <= MAX_LABEL:
            yield text


def _declared(
    tree: etree._Element, article: Mapping[str, Any], base: str | None
) -> Iterable[tuple[str, str]]:
    """The titles (empty where there is none) and addresses of ``relatedLink`` and ``og:see_also``."""
    value = article.get("relatedLink")
    for one in value if isinstance(value, list) else [value]:
        name, href = "", one
        if isinstance(one, Mapping):
            name = str(one.get("headline") or one.get("name") or "")
            href = one.get("url") or one.get("@id")
        if isinstance(href, str) and (url := resolve(href, base)) is not None:
            yield " ".join(name.split()), url
    for meta in tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").casefold() == "og:see_also":
            url = resolve(meta.get("content"), base)
            if url is not None:
                yield "", url


def _from_slug(url: str) -> str:
    """The words of an address as a title, where it has three or more of them: `/2024/the-old-lamp-1.html`."""
    folders = [folder for folder in unquote(urlsplit(url).path).split("/") if folder]
    words = [word for word in re.split(r"[-_ .]", folders[-1] if folders else "") if word.isalpha()]
    words = words[:-1] if words and words[-1] in {"html", "htm", "php", "amp"} else words
    title = " ".join(words)
    return title[:1].upper() + title[1:] if len(words) >= 3 else ""
