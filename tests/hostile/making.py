"""Hostile feeds and pages, made when they are needed: each kind a small function, none a file."""

from __future__ import annotations

from collections.abc import Callable

GOOD = "".join(
    f"<item><title>Good {number}</title><guid>g{number}</guid><link>https://news.example/{number}</link>"
    f"<description>About {number}.</description></item>"
    for number in range(3)
)
GOOD_TITLES = {"Good 0", "Good 1", "Good 2"}


def rss(inner: str, before: str = "", after: str = GOOD) -> bytes:
    """An RSS feed with ``inner`` before three good items; lone surrogates are written as UTF-8 would."""
    text = f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>F</title>{inner}{after}</channel></rss>'
    return text.encode("utf-8", "surrogatepass")


def atom(inner: str) -> bytes:
    """An Atom feed with ``inner`` before one good entry."""
    good = "<entry><title>Good</title><id>good</id><content>Text.</content></entry>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>{inner}{good}</feed>'.encode()


def json_feed(items: str, rest: str = "") -> bytes:
    """A JSON Feed with ``items`` before one good item, and ``rest`` after all items."""
    good = '{"id": "good", "title": "Good", "content_text": "Text."}'
    comma = "," if items else ""
    return (
        f'{{"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [{items}{comma}{good}]{rest}}}'
    ).encode("utf-8", "surrogatepass")


def attributes(count: int, value: str = "v") -> str:
    """So many attributes."""
    return " ".join(f'a{number}="{value}"' for number in range(count))


def laughs(levels: int = 10) -> str:
    """A document type whose last entity is ten to the power of ``levels`` laughs."""
    entities = ['<!ENTITY e0 "lol">']
    entities += [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels)]
    return f"<!DOCTYPE lolz [{''.join(entities)}]>"


def in_charset(text: bytes, charset: str) -> bytes:
    """A feed's UTF-8 in another charset, which it declares."""
    return text.decode().replace("?>", f' encoding="{charset}"?>', 1).encode(charset)


def article(inner: str = "", head: str = "", body: str = "") -> bytes:
    """A page with an article; ``inner`` stands before its last paragraph."""
    prose = "".join(
        f"<p>This is paragraph {number} of an article, with enough words in it to be taken for a text.</p>"
        for number in range(12)
    )
    return (
        f"<!doctype html><html><head><title>A page</title>{head}</head><body{body}><article><h1>A headline</h1>"
        f"{prose}{inner}<p>The last paragraph ends the article, and nothing of it may be lost.</p></article>"
        "</body></html>"
    ).encode("utf-8", "surrogatepass")


LAST = "nothing of it may be lost"

# Kinds of feeds that are large or deep. Each either gives the good items or is ended; nothing else suffers.
HEAVY: dict[str, tuple[int, Callable[[], bytes]]] = {
    "billion laughs": (26, lambda: rss("<item><title>&e9;</title></item>", laughs())),
    "billion laughs in an attribute": (26, lambda: rss('<item a="&e9;"><title>x</title></item>', laughs())),
    "laughs that call themselves": (26, lambda: rss("<item><title>&a;</title></item>", '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>')),
    "parameter laughs": (26, lambda: rss("", "<!DOCTYPE x [" + "".join(f'<!ENTITY % p{n} "{f"&#37;p{n - 1};" * 10}">' for n in range(1, 9)) + " %p8;]>")),
    "100,000 entities": (26, lambda: rss("", "<!DOCTYPE x [" + "".join(f'<!ENTITY e{n} "x">' for n in range(100_000)) + "]>")),
    "quadratic": (27, lambda: rss(f"<item><title>x</title><description>{'&a;' * 100_000}</description></item>", f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]>')),
    "100,000 attributes": (31, lambda: rss(f"<item {attributes(100_000)}><title>x</title></item>")),
    "100,000 attributes of the root": (31, lambda: rss("").replace(b"<rss ", f"<rss {attributes(100_000)} ".encode())),
    "100,000 attributes of a picture": (31, lambda: rss(f"<item><title>x</title><media:content xmlns:media='http://search.yahoo.com/mrss/' {attributes(100_000)}/></item>")),
    "100,000 attributes within the text": (31, lambda: rss(f"<item><title>x</title><description><![CDATA[<p {attributes(100_000)}>text</p>]]></description></item>")),
    "100,000 equal attributes": (31, lambda: rss("<item " + "a='v' " * 100_000 + "><title>x</title></item>")),
    "100,000 namespaces": (31, lambda: rss("<item " + " ".join(f'xmlns:n{n}="u{n}"' for n in range(100_000)) + "><title>x</title></item>")),
    "an attribute of 10 MB": (31, lambda: rss(f"<item a='{'a' * 10_000_000}'><title>x</title></item>")),
    "a name of 10 MB": (31, lambda: rss(f"<{'a' * 10_000_000}>")),
    "200,000 nested": (32, lambda: rss("<a>" * 200_000 + "x" + "</a>" * 200_000)),
    "200,000 nested and open": (32, lambda: rss("<a>" * 200_000)),
    "200,000 nested in a title": (32, lambda: rss(f"<item><title>{'<b>' * 200_000}x</title></item>")),
    "nested namespaces": (32, lambda: rss("".join(f'<x xmlns:n{n}="u{n}">' for n in range(20_000)))),
    "nested items": (32, lambda: rss("<item><title>x</title>" * 30_000)),
    "100,000 divs within the text": (32, lambda: rss(f"<item><title>x</title><description><![CDATA[{'<div>' * 100_000}deep]]></description></item>")),
    "100,000 quotes within the text": (32, lambda: rss(f"<item><title>x</title><description><![CDATA[{'<blockquote>' * 50_000}deep{'</blockquote>' * 50_000}]]></description></item>")),
    "nested xhtml": (32, lambda: atom(f'<entry><title>x</title><id>1</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{"<div>" * 50_000}x{"</div>" * 50_000}</div></content></entry>')),
    "100,000 entries": (33, lambda: atom("".join(f"<entry><title>t{n}</title><id>{n}</id></entry>" for n in range(100_000)))),
    "1,000,000 empty items": (33, lambda: rss("<item/>" * 1_000_000)),
    "100,000 pictures": (33, lambda: rss("<item><title>x</title>" + "".join(f"<enclosure url='http://e.example/{n}.mp3'/>" for n in range(50_000)) + "</item>")),
    "200,000 links in one text": (33, lambda: rss("<item><title>x</title><description><![CDATA[" + "".join(f"<a href='/{n}'>link {n}</a> " for n in range(100_000)) + "]]></description></item>")),
    "10,000 of one guid": (43, lambda: rss("".join(f"<item><title>t{n}</title><guid>g</guid></item>" for n in range(9_000)))),
    "a title of 10 MB": (34, lambda: rss(f"<item><title>{'T' * 10_000_000}</title></item>")),
    "a title of 10 MB of references": (34, lambda: rss(f"<item><title>{'&amp;' * 2_000_000}</title></item>")),
    "a title of 10 MB of tags": (34, lambda: rss(f"<item><title><![CDATA[{'<b>T' * 1_500_000}]]></title></item>")),
    "a title of 10 MB without an end": (34, lambda: rss(f"<item><title>{'T' * 10_000_000}", after="")),
    "a text of 10 MB": (34, lambda: rss(f"<item><title>x</title><description>{'word ' * 2_000_000}</description></item>")),
    "a text of 10 MB of ampersands": (34, lambda: rss(f"<item><title>x</title><description>{'&' * 10_000_000}</description></item>")),
    "14 MB of white space": (34, lambda: rss(" " * 14_000_000)),
    "an emoji in 14 MB": (34, lambda: rss(f"<item><title>x</title><description>\U0001f600{'x ' * 6_900_000}</description></item>")),
    "comments that never end": (39, lambda: rss("<!--" * 2_000_000)),
    "sections that never end": (39, lambda: rss(f"<item><title>x</title><description>{'<![CDATA[' * 800_000}</description></item>")),
    "a document type without an end": (39, lambda: b"<!DOCTYPE x [" + b"[" * 5_000_000 + b"]>" + rss("")),
    "deep JSON": (48, lambda: json_feed('{"id": "1", "title": "x", "a": ' + "[" * 200_000 + "]" * 200_000 + "}")),
    "deep JSON, open": (48, lambda: b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 1_000_000),
    "deep objects": (48, lambda: json_feed("", ', "x": ' + '{"a": ' * 100_000 + "1" + "}" * 100_000)),
    "700,000 keys": (48, lambda: json_feed('{"id": "1", "title": "x", ' + ", ".join(f'"k{n}": 1' for n in range(500_000)) + "}")),
    "7,000,000 numbers": (48, lambda: json_feed("", ', "x": [' + "1," * 3_500_000 + "1]")),
    "a JSON string of 10 MB": (34, lambda: json_feed('{"id": "1", "title": "' + "x" * 7_000_000 + '"}')),
    "100,000 JSON items": (33, lambda: json_feed(", ".join(f'{{"id": "{n}", "title": "t"}}' for n in range(100_000)))),
}  # fmt: skip

# Kinds that no cap makes cheap: they may use their time up.
ENDLESS: dict[str, tuple[int, Callable[[], bytes]]] = {
    "100,000 attributes with >": (31, lambda: rss(f"<item {attributes(100_000, '>')}><title>x</title></item>")),
    "900,000 attributes": (31, lambda: rss(f"<x {attributes(900)}/>" * 1000)),
    "200,000 categories": (33, lambda: rss("<item><title>x</title>" + "".join(f"<category>c{n}</category>" for n in range(200_000)) + "</item>")),
    "tags that never end": (39, lambda: rss(f"<item><title>{'x <b ' * 1_500_000}", after="")),
}  # fmt: skip
