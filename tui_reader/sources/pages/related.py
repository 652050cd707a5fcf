"""The related links of a page: what its data and its boxes offer, and which of all links are worth a reader's time.

Left out is what leads to no text of its own (topic, author and section pages, sharing, following, buying,
the small print), what is marked as paid for, and what an embed shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from tui_reader.hrefs import resolve
from tui_reader.model import Block, BlockKind, LinkKind, RelatedLink
from tui_reader.sources.hypertext import offers
from tui_reader.sources.pages import labelled, signs
from tui_reader.sources.pages.destinations import address, is_wanted, page_of
from tui_reader.values import frozen
from tui_reader.vocabulary import is_elsewhere_label, is_site_label

MAX_DECLARED = 30
MAX_BOXES = 40
MAX_LABELS = 4
_PARTS = ("div", "section", "aside", "ul", "ol")
_NO_TEXT = frozenset({"sponsored", "author", "tag", "license", "prev", "next"})  # values of `rel`
_EMBEDS = ("iframe", "video", "audio", "embed", "source")
_WORD = re.compile(r"[^\W\d_]")
_ELSEWHERE = re.compile(
    r"(?:^|-)(?:most-?(?:read|popular|viewed|recent|shared)|trending|popular|latest(?:-\w+)?|top-?(?:stories|news)|other-?(?:news|stories)|ranking|newsletters?|promo\w*|sponsor\w*|"
    r"outbrain|taboola|next-?(?:article|story|post)|prev(?:ious)?-?(?:article|story|post)?|post-?navigation|pager|tags?|"
    r"author\w*|social|share\w*|breadcrumbs?|nav|sidebar)(?:-|$)"
)


@frozen
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
        labelled.drop_site_lists(box.iterdescendants(*labelled.LABELLED), None, base)
        for title, url in offers.link_block(box, base) or offers.headed(box, base):
            if offers.is_headline(title):
                found.append(RelatedLink(title, url, LinkKind.READ_ALSO))
    return found


def listed(blocks: Iterable[Block]) -> list[RelatedLink]:
    """The headlines of lists above the text that are nothing but links."""
    found: list[RelatedLink] = []
    for block in blocks:
        covered = sum(link.end - link.start for link in block.links)
        if block.kind is BlockKind.LIST and covered * 10 >= len(block.text) * 9:
            titles = [(block.text[link.start : link.end].strip(), link.url) for link in block.links]
            found += [RelatedLink(title, url) for title, url in titles if offers.is_headline(title)]
    return found


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


def _says_more(link: RelatedLink, held: RelatedLink) -> bool:
    if link.kind is held.kind is LinkKind.IN_TEXT:
        return len(link.title) > len(held.title)
    return offers.is_headline(link.title) and not offers.is_headline(held.title)


def _is_elsewhere(box: etree._Element) -> bool:
    """Whether a box, or its label, says that it holds what the whole site offers, whatever the article is."""
    total = len(box.findall(".//a"))
    for part in (box, *box.iterdescendants(*_PARTS)):
        whole = part is box or len(part.findall(".//a")) * 2 > total
        if whole and _ELSEWHERE.search(signs.named(part)):
            return True
    for label in islice(labelled.lines(box), MAX_LABELS):
        if is_site_label(label) or labelled.is_label(label):
            return not labelled.is_label(label)  # the first label that is known says what the box is
    return False


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
