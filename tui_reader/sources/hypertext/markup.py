"""HTML text to a tree that holds all of it, whatever is wrong with it.

libxml2 stops at 2,048 nested elements, keeps control characters that `&#27;` names, and needs seconds for
80,000 attributes on one tag: the text is put right before it is parsed. All steps take linear time.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import unescape
from typing import AnyStr

from lxml import etree

from tui_reader.clean import clean_line
from tui_reader.limits import MAX_DEPTH, MAX_HTML, MAX_TAGS
from tui_reader.patterns import late

MAX_SCRIPT = 100_000
_LOWER = {upper: upper + 32 for upper in range(65, 91)}
_DATA = late(r"\bdata:[\w/+.;=-]{3,100},[A-Za-z0-9+/=%_-]{2000,}")
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,7})|([0-9]{1,8}));?")
_LONG_TAG = re.compile(r"<([a-zA-Z][\w:.-]*)\s[^<>]{4000,}>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_NESTED = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+(?<!/)>")  # but for those that end at once
_HUGE = 4000
_LONG_NAME = re.compile(r"<[a-zA-Z][\w:.-]{10000,}")
_MANY_TAGS = 300
_MANY_ATTRIBUTES = 1000
# What never nests: void elements, and those that the next of their kind closes.
_FLAT = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html",
    "head", "body", "colgroup", "caption",
})  # fmt: skip
_PLAIN = frozenset({"a", "b", "big", "em", "font", "i", "option", "small", "span", "strong"})
_EMPTY = re.compile(r"<(div|span|p)>\s{0,50}</\1>")
_LINK_TEXT = re.compile(r"[^<]{0,300}(?=</[aA]\b)")
_ANY_TAG = re.compile(r"<(?:[a-zA-Z!?]|/[a-zA-Z])")


def has_tags(text: str) -> bool:
    """Whether ``text`` holds anything that looks like a tag."""
    return _ANY_TAG.search(text) is not None


def legal(text: str) -> str:
    """``text`` without the characters, and references to them, that neither XML nor HTML may hold."""
    text = _BAD.sub("", text)
    return _REFERENCE.sub(_reference, text) if "&#" in text else text


def without_huge_tags(text: str) -> str:
    """``text`` where a tag of a hundred thousand attributes has none, nor a name of megabytes: they cost minutes."""
    if not has_huge_tag(text, "<", ">"):
        return text
    return _LONG_TAG.sub(_bare_tag, _LONG_NAME.sub("<x", text) if len(text) > 100_000 else text)


def has_huge_tag(text: AnyStr, opening: AnyStr, closing: AnyStr) -> bool:
    """Whether a tag may be of `_HUGE` characters or more; ``opening`` and ``closing`` are its marks. Looks at few of them."""
    place = 0
    while len(text) - place > _HUGE:
        tag = text.rfind(opening, place, place + _HUGE)
        if tag < place:  # what began last is long, a tag or the text after it
            if text.find(closing, place, place + _HUGE) < 0:
                return True
            tag = text.find(opening, place + _HUGE)
            if tag < 0:
                return False
        place = tag + 1
    return False


def prepare(html: str) -> str:
    """``html`` without what would make the parser lose text or time; cut after `MAX_HTML` characters.

    Where it is longer, what is no text goes first: comments, styles, scripts, pictures within addresses.
    """
    html = legal((html if len(html) <= MAX_HTML else thin(html))[:MAX_HTML])
    html = without_huge_tags(html)
    if html.count("<") > _MANY_TAGS:
        html = _flatten(html)
    return _few_tags(html) if html.count("<") > MAX_TAGS else html


def thin(html: str) -> str:
    """``html`` without its comments, styles, long scripts and ``data:`` addresses. Takes linear time."""
    for start, end in (("<!--", "-->"), ("<style", "</style"), ("<script", "</script")):
        html = _without_spans(html, start, end)
    return _DATA.sub("", html)


def _without_spans(html: str, start: str, end: str) -> str:
    """``html`` without what stands from each ``start`` to the next ``end``; short scripts stay."""
    folded = html.translate(_LOWER)
    spans: list[tuple[int, int]] = []
    place = folded.find(start)
    while place >= 0 and (close := folded.find(end, place + len(start))) >= 0:
        after = close + len(end)
        if start != "<script" or after - place > MAX_SCRIPT:
            spans.append((place, after))
        place = folded.find(start, after)
    return _without(html, spans) if spans else html


def parse(html: str) -> etree._Element | None:
    """The ``html`` element of a fragment or a page, or None where there is nothing to parse. Never raises."""
    return parse_prepared(prepare(html))


def parse_prepared(html: str) -> etree._Element | None:
    """`parse` of what `prepare` gave."""
    try:
        tree = etree.fromstring(html.encode("utf-8", "ignore"), _parser())
    except (etree.LxmlError, ValueError):
        return None
    return tree if isinstance(tree, etree._Element) else None


@cache
def _parser() -> etree.HTMLParser:
    """One for all: to make one takes as long as a short text takes to be parsed."""
    return etree.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8"
    )


def inner_text(element: etree._Element) -> str:
    """All text in ``element`` as one clean line, a space wherever a block or a break parts it."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if node.tag in _BREAKING:
                parts.append(" ")
            if node.text and node.tag not in _SILENT:
                parts.append(node.text)
        else:
            if node.tag in _BREAKING:
                parts.append(" ")
            if node.tail and node is not element:
                parts.append(node.tail)
    return clean_line("".join(parts))


def raw_text(element: etree._Element) -> str:
    """All text in ``element`` exactly as it stands."""
    if not len(element):
        return element.text or ""
    return "".join(str(part) for part in element.itertext())


def line(html: str | None) -> str:
    """A short text that may be HTML (a title, a caption) as one clean line of plain text."""
    if not html:
        return ""
    if not has_tags(html):
        return clean_line(unescape(html) if "&" in html else html)
    tree = parse(html[:100_000])
    return clean_line(unescape(html)) if tree is None else inner_text(tree)


_SILENT = frozenset({"script", "style"})
_BREAKING = frozenset({
    "p", "div", "br", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "h1", "h2", "h3", "h4",
    "h5", "h6", "section", "article", "aside", "figure", "figcaption", "blockquote", "pre", "hr", "header",
    "footer",
})  # fmt: skip


def _reference(match: re.Match[str]) -> str:
    """Drop a reference to what no text may hold; keep every other as it is (HTML section 13.2.5.80)."""
    number = int(match[1], 16) if match[1] else int(match[2])
    if number in (9, 10, 12, 13):
        return " "
    if 0x80 <= number <= 0x9F:
        return unescape(f"&#{number};")
    illegal = 0xD800 <= number <= 0xDFFF or number in (0x7F, 0xFFFE, 0xFFFF)
    if number < 0x20 or illegal or number > 0x10FFFF:
        return ""
    return match[0] if match[0].endswith(";") else match[0] + ";"


def _bare_tag(match: re.Match[str]) -> str:
    return f"<{match[1]}>" if len(match[0].split(None, _MANY_ATTRIBUTES)) > _MANY_ATTRIBUTES else match[0]


def _few_tags(html: str) -> str:
    """``html`` with `MAX_TAGS` tags at most; the text stays, but for that of links.

    Tags that say little go first, so that an article below a hundred thousand links keeps its paragraphs.
    """
    html = _EMPTY.sub(" ", html)
    spans: list[tuple[int, int]] = []
    plain = telling = 0
    for match in _TAG.finditer(html):
        name = match[2].lower()
        if name in _PLAIN:
            plain += 1
            drop = plain > MAX_TAGS // 3
        else:
            telling += 1
            drop = telling > MAX_TAGS - MAX_TAGS // 3
        if not drop:
            continue
        link = _LINK_TEXT.match(html, match.end()) if name == "a" and not match[1] else None
        spans.append((match.start(), link.end() if link is not None else match.end()))
    return _without(html, spans)


def _flatten(html: str) -> str:
    """Drop the tags that nest deeper than `MAX_DEPTH`, and keep their text."""
    stack: list[str] = []
    within: Counter[str] = Counter()
    drop: list[int] = []
    for place, (closes, given) in enumerate(_NESTED.findall(html)):
        name = given.lower()
        if name in _FLAT:
            continue
        if not closes:
            stack.append(name)
            within[name] += 1
            if len(stack) > MAX_DEPTH:
                drop.append(place)
        elif within[name]:
            if len(stack) > MAX_DEPTH:
                drop.append(place)
            while (last := stack.pop()) != name:
                within[last] -= 1
            within[name] -= 1
    if not drop:
        return html
    spans = [match.span() for match in _NESTED.finditer(html)]
    return _without(html, [spans[place] for place in drop])


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    parts, position = [], 0
    for start, end in spans:
        parts.append(text[position:start])
        position = end
    parts.append(text[position:])
    return " ".join(parts)
