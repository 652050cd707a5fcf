"""The feeds and the language editions that a site's page names: where to look, nothing is fetched.

General rules keep out what nobody means who names a site: feeds of comments come not at all, those of a tag, an author
or a part of the site after those of the whole; oEmbed and the like are no feeds; several regions of one language are one
edition; a link with a language is an edition only where its label names the language and it leads to a front page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import parse_qsl, urlsplit

from lxml import etree

from tui_reader.clean import clean_line
from tui_reader.hrefs import resolve
from tui_reader.languages import from_label, normalize, primary
from tui_reader.offering import FeedLink, Page
from tui_reader.sources.hypertext.markup import inner_text, parse
from tui_reader.sources.pages.editions import in_row
from tui_reader.sources.pages.places import is_home, place

MAX_FEEDS = 30
MAX_EDITIONS = 12
MAX_LINKS = 4000
MAX_LABEL = 40
MAX_CODE = 3  # letters of a label that may be another word: GEO, UK
MAX_TITLE = 200
_TYPES = frozenset({
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
    "application/x.atom+xml", "application/x-atom+xml", "text/rss+xml", "text/rss",
})  # fmt: skip
_LOOSE = frozenset({"application/xml", "text/xml", "application/json"})
_FEEDISH = re.compile(r"(?:^|[/._~=-])(?:rss\d?|atom|feeds?|rdf)(?:$|[/._?&=-])", re.IGNORECASE)
_SHOWN = re.compile(
    r"(?:^|/)(?:rss\d?|atom|feeds?|rdf)(?:\.xml|\.json)?/?$|(?:^|/)(?:rss|feed)s?/|\.(?:rss|rdf|atom)$",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"\b(?:comments?|kommentar\w*|commentaires?|comentarios?|comentários?|commenti|reacties|komentar\w*|коммент\w*|комент\w*)"
    r"\W{0,3}(?:feed|rss|atom|fil)\b|\b(?:rss|feed|flux)\W.{0,20}(?:commentaires|comentarios|комент|коммент)",
    re.IGNORECASE,
)
_COMMENT_FOLDERS = frozenset({"comments", "comment", "kommentare", "commentaires", "comentarios"})
_NARROW = frozenset({
    "tag", "tags", "topic", "topics", "thema", "themen", "author", "authors", "autor", "autoren", "auteur", "verfasser",
    "category", "categories", "kategorie", "categoria", "rubrik", "section", "sections", "search", "user", "users",
    "profile", "podcast", "podcasts", "web-stories", "forum", "forums", "activity", "replies",
})  # fmt: skip
_SLUG = re.compile(r"/(?:19|20)\d\d/|\d{5}[^/]*$|[-_][^/]*[-_][^/]*$")  # what only the path of an article has
_PLAIN = re.compile(
    r"(?:index|feeds?|rss\d?|atom|rdf|xml|json|all|full|main|news|latest|last|top|home|default|static|\d|[-_.~])+",
    re.IGNORECASE,
)


def read_links(text: str, url: str) -> Page:
    """What the page ``text`` at ``url`` names. Never raises, and takes linear time."""
    tree = parse(text)
    if tree is None:
        return Page()
    base_tag = next(iter(tree.iter("base")), None)
    base = resolve(base_tag.get("href"), url) or url if base_tag is not None else url
    found: dict[str, tuple[tuple[bool, int, int], FeedLink]] = {}
    for order, link in enumerate(_feed_links(tree, base)):
        if len(found) >= MAX_FEEDS:
            break
        if not link.url.isprintable():  # such an address can't stand in the settings
            continue
        narrow, off = _off(link.url, url)
        made = FeedLink(link.url, link.title, link.language, narrow)
        found.setdefault(link.url, ((narrow, off, order), made))
    html = next(iter(tree.iter("html")), None)
    language = normalize(html.get("lang") or html.get("xml:lang")) if html is not None else None
    ranked = [link for _, link in sorted(found.values(), key=lambda one: one[0])]
    return Page(None, _site_name(tree), language, tuple(ranked), tuple(_editions(tree, base, url, language)))


def _feed_links(tree: etree._Element, base: str) -> Iterator[FeedLink]:
    for link in islice(tree.iter("link"), MAX_LINKS):
        rel = (link.get("rel") or "").casefold().split()
        if "alternate" not in rel and "feed" not in rel:
            continue
        kind = (link.get("type") or "").partition(";")[0].strip().casefold()
        href = resolve(link.get("href"), base)
        title = clean_line((link.get("title") or "")[:MAX_TITLE]) or None
        if href is None or not (kind in _TYPES or "feed" in rel or (kind in _LOOSE and _is_feedish(href))):
            continue
        if not is_of_comments(href, title):
            yield FeedLink(href, title, normalize(link.get("hreflang")))
    for anchor in islice(tree.iter("a"), MAX_LINKS):  # a page that has no such links may still show them
        href = resolve(anchor.get("href"), base)
        if href is not None and _is_shown(href) and place(href).site == place(base).site:
            title = clean_line(inner_text(anchor)[:MAX_TITLE]) or None
            is_page = _path(href).endswith((".html", ".htm"))
            if not is_page and not is_of_comments(href, title):
                yield FeedLink(href, title)


def is_of_comments(url: str, title: str | None) -> bool:
    """Whether a feed is one of comments, of the site or of one article."""
    if _COMMENT_FOLDERS & set(_folders(url)):
        return True
    return bool(title and _COMMENTS.search(title))


def _off(feed: str, page: str) -> tuple[bool, int]:
    """Whether a feed is of less than the site or the page, and how many words of its address say of what."""
    own, folders = _folders(page), _folders(feed)
    of_article = (
        not is_home(page) and folders[: len(own)] == own and _SLUG.search("/" + "/".join(own)) is not None
    )
    further = [folder for folder in folders if folder not in own]
    values = [value.casefold() for _, value in parse_qsl(urlsplit(feed).query[:500])]
    telling = [one for one in (*further, *values) if not _PLAIN.fullmatch(one) and normalize(one) is None]
    narrow = of_article or bool(_NARROW & set(further)) or "author" in urlsplit(feed).query
    return narrow, len(telling)


def _editions(tree: etree._Element, base: str, url: str, language: str | None) -> Iterator[tuple[str, str]]:
    """The pages of other languages: as `link` declares them, or as the site's tabs name them."""
    own = primary(language) if language is not None else None
    taken, addresses = {own}, {_bare(url)}
    for tag, href in (*_declared(tree, base), *_tabs(tree, base, url)):
        if primary(tag) in taken or _bare(href) in addresses:
            if _bare(href) == _bare(url):
                taken.add(primary(tag))  # this page itself, whatever its html element says
            continue
        taken.add(primary(tag))
        addresses.add(_bare(href))
        if len(addresses) > MAX_EDITIONS + 1:
            return
        yield tag, href


def _declared(tree: etree._Element, base: str) -> Iterator[tuple[str, str]]:
    for link in islice(tree.iter("link"), MAX_LINKS):
        kind = (link.get("type") or "text/html").partition(";")[0].strip().casefold()
        if "alternate" in (link.get("rel") or "").casefold().split() and kind == "text/html":
            tag, href = normalize(link.get("hreflang")), resolve(link.get("href"), base)
            if tag is not None and href is not None:
                yield tag, href


def _tabs(tree: etree._Element, base: str, url: str) -> Iterator[tuple[str, str]]:
    publisher = place(url).publisher
    for link in islice(tree.iter("a", "option"), MAX_LINKS):
        label = clean_line(inner_text(link)[: MAX_LABEL + 1])
        tag = from_label(label) if 2 <= len(label) <= MAX_LABEL else None
        href = resolve(link.get("href") or link.get("value"), base) if tag is not None else None
        if tag is None or href is None or not is_home(href) or place(href).publisher != publisher:
            continue
        if len(label) > MAX_CODE or in_row(link):
            yield tag, href


def _site_name(tree: etree._Element) -> str | None:
    for meta in islice(tree.iter("meta"), MAX_LINKS):
        if (meta.get("property") or meta.get("name") or "").casefold() in (
            "og:site_name",
            "application-name",
        ):
            name = clean_line((meta.get("content") or "")[:MAX_TITLE])
            if name:
                return name
    return None


def _is_shown(url: str) -> bool:
    """Whether an ordinary link is to a feed, as far as its address tells: ``/rss/``, ``/news.rss``, ``/?feed=rss2``."""
    parts = urlsplit(url)
    return bool(_SHOWN.search(parts.path)) or parts.query.casefold().split("&")[0] in (
        "rss",
        "feed=rss2",
        "feed=atom",
    )


def _is_feedish(url: str) -> bool:
    parts = urlsplit(url)
    return bool(_FEEDISH.search(parts.path) or _FEEDISH.search(f"/{parts.query}"))


def _path(url: str) -> str:
    return urlsplit(url).path.casefold()


def _folders(url: str) -> list[str]:
    return [folder for folder in _path(url).split("/") if folder]


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", url.split("#")[0]).rstrip("/")
