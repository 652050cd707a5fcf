"""Documents with something wrong in them: bits flipped, parts cut, spliced, repeated and swapped, always the same for a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from tests.hostile.making import article, atom, json_feed, rss

MOST = 200_000  # bytes of a mutation: size is another matter
TOKENS = (
    b"<", b">", b"</", b"/>", b"&", b"&#", b"&#x1b;", b"&#xD800;", b"&lt;", b"&amp;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?", b"?>",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<item>", b"</item>", b"<entry>", b"</entry>", b"<channel>", b"<title>", b"</title>",
    b"<guid>", b"<link>", b"<link href='javascript:x'/>", b"<description>", b"<content:encoded>", b"<media:group>", b"<html>", b"<body>",
    b"<div>", b"</div>", b"<p>", b"<table><tr><td>", b"<ul><li>", b"<svg>", b"<script>", b"<style>", b"<textarea>", b"<title", b"<pre>",
    b"xmlns='x'", b"xml:base='http://['", b"xml:lang='\xff'", b"encoding='utf-16'", b"charset=zlib", b"version='1.0'", b"\xef\xbb\xbf",
    b"\xff\xfe", b"\0", b"\x1b]0;x\x07", b"\x9b", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\r", b"\n\n", b"\t",
    b'"', b"'", b"=", b"{", b"}", b"[", b"]", b",", b":", b"null", b"NaN", b"1e999", b"-0", b"9999999999999999999999", b"\\u0000", b"\\ud800",
    b"\\", b'"items"', b'"id"', b"http://[", b"http://\xff", b"//", b"99:99", b"-1", b"10000-01-01", b"2359", b"\xcc\x81" * 40,
)  # fmt: skip
_TAG = re.compile(rb"<[^<>]{1,200}>")
_NUMBER = re.compile(rb"\d+")
_WORD = re.compile(rb"[A-Za-z]{2,}")
Change = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def _flip(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20))):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def _set(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 2, 10))):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _span(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + int(len(data) ** chance.random()))


def _cut(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + data[end:]


def _break_off(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return data[: chance.randrange(len(data))]


def _repeat(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _span(chance, data)
    times = chance.choice((2, 5, 100, 5000))
    return data[:start] + data[start:end] * min(times, MOST // (end - start) + 1) + data[end:]


def _insert(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    for _ in range(chance.choice((1, 2, 8))):
        place = chance.randrange(len(data) + 1)
        data = data[:place] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 2, 300)) + data[place:]
    return data


def _splice(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others) or b"x"
    start, end = _span(chance, other)
    place, after = _span(chance, data)
    return data[:place] + other[start:end] + data[after:]


def _move(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _span(chance, data)
    part, rest = data[start:end], data[:start] + data[end:]
    place = chance.randrange(len(rest) + 1)
    return rest[:place] + part + rest[place:]


def _swap_tags(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    tags = list(_TAG.finditer(data))
    if len(tags) < 2:
        return _insert(chance, data, others)
    one, two = sorted(chance.sample(range(len(tags)), 2))
    a, b = tags[one], tags[two]
    return data[: a.start()] + b[0] + data[a.end() : b.start()] + a[0] + data[b.end() :]


def _drop_tag(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    tags = list(_TAG.finditer(data))
    if not tags:
        return _cut(chance, data, others)
    tag = chance.choice(tags)
    return data[: tag.start()] + data[tag.end() :]


def _numbers(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    wrong = chance.choice(
        (b"0", b"-1", b"99", b"9999", b"10000", b"9" * 30, b"9" * 5000, b"1e400", b"\xd9\xa3", b"")
    )
    return _NUMBER.sub(lambda found: wrong if chance.random() < 0.3 else found[0], data, count=300)


def _words(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """One word becomes another of the same document, everywhere: another element, attribute or charset."""
    words = sorted(set(_WORD.findall(data[:20_000])))
    if len(words) < 2:
        return _set(chance, data, others)
    one, two = chance.sample(words, 2)
    return data.replace(one, two, chance.choice((1, 3, -1)))


def _recode(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    charset = chance.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "utf-7", "iso2022_jp", "cp037", "utf-8-sig")
    )
    return data.decode("utf-8", "replace").encode(charset, "replace")


CHANGES: tuple[Change, ...] = (
    _flip, _set, _cut, _break_off, _repeat, _insert, _insert, _splice, _move, _swap_tags, _drop_tag, _numbers, _words, _recode,
)  # fmt: skip


def mutated(seed: int, documents: Sequence[bytes]) -> bytes:
    """One of ``documents`` with one to four changes. The same for the same seed."""
    chance = random.Random(seed)
    data = chance.choice(documents)
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = (chance.choice(CHANGES)(chance, data, documents) if data else b"<x>")[:MOST]
    return data


def own_feeds() -> list[bytes]:
    """Feeds in every format with every part that the reader knows, in our own words."""
    html = (
        "<p>Їжак <b>гуляє</b> містом, see <a href='/a'>the map</a>.</p><figure><img src='/p.jpg' alt='A lamp' width='600'>"
        "<figcaption>A lamp (photo: Ann)</figcaption></figure><ul><li>one</li><li>two</li></ul><table><tr><td>1</td></tr></table>"
    )
    escaped = html.replace("&", "&amp;").replace("<", "&lt;")
    item = (
        f"<title>A title &amp; more</title><link>https://news.example/1</link><guid isPermaLink='false'>g1</guid>"
        f"<pubDate>Mon, 02 Mar 2026 10:00:00 +0200</pubDate><author>a@b.example (Ann)</author><category>City</category>"
        f"<description>{escaped}</description><content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<![CDATA[{html}]]></content:encoded><enclosure url='/s.mp3' type='audio/mpeg' length='1'/><media:group "
        "xmlns:media='http://search.yahoo.com/mrss/'><media:content url='/b.jpg' medium='image' width='900'><media:description>"
        "A bridge</media:description><media:credit>Bob</media:credit></media:content></media:group>"
    )
    entry = (
        f"<entry xml:lang='uk'><title type='html'>Заголовок &lt;i>тут&lt;/i></title><id>tag:e.example,2026:1</id>"
        f"<link rel='alternate' hreflang='en' href='/en'/><link href='/uk'/><updated>2026-03-04T12:00:00Z</updated><author><name>Ann"
        f"</name></author><summary>Short.</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{html}</div>"
        "</content></entry>"
    )
    rdf = (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>F</title>"
        f"</channel><item rdf:about='x'><title>One</title><link>/1</link><description>{escaped}</description></item></rdf:RDF>"
    )
    json_item = (
        '{"id": "1", "url": "/1", "title": "A title", "content_html": "<p>Text <a href=\\"/x\\">link</a></p>", "summary": "Short",'
        '"date_published": "2026-03-04T12:00:00Z", "authors": [{"name": "Ann"}], "image": "/i.jpg", "language": "uk",'
        '"attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg"}], "tags": ["x"]}'
    )
    return [
        rss(f"<item>{item}</item>" * 3), rss(f"<language>uk</language><item>{item}</item>"), atom(entry * 3), rdf.encode(),
        json_feed(json_item), rss("", after=""), rss(f"<item>{item}</item>").decode().encode("utf-16"),
    ]  # fmt: skip


def own_pages() -> list[bytes]:
    """Pages with every part that the page reader looks at, in our own words."""
    head = (
        "<meta charset='utf-8'><base href='https://news.example/'><meta property='og:title' content='A headline'>"
        "<meta property='og:image' content='/p.jpg'><meta property='article:published_time' content='2026-03-04T12:00:00Z'>"
        "<link rel='canonical' href='/1'><link rel='alternate' hreflang='uk' href='/uk/1'><meta name='author' content='Ann'>"
        '<script type=\'application/ld+json\'>{"@context": "https://schema.org", "@type": "NewsArticle", "headline": '
        '"A headline", "datePublished": "2026-03-04", "author": [{"name": "Ann"}], "image": ["/p.jpg"]}</script>'
    )
    inner = (
        "<p class='byline'>By Ann, 4 March 2026</p><figure><img srcset='/a.jpg 300w, /b.jpg 900w' alt='A lamp'><figcaption>A lamp "
        "<span class='credit'>Photo: Ann</span></figcaption></figure><h2>A part</h2><blockquote>He said so.</blockquote><ol><li>One"
        "</li></ol><pre>x = 1</pre><table><tr><th>a</th><td>1</td></tr></table><p>Read also: <a href='/2'>Another story</a></p>"
        "<aside><h3>Related</h3><ul><li><a href='/3'>A third story</a></li></ul></aside><script>x()</script><!-- end -->"
    )
    nav = article(inner, head).replace(
        b"<article>",
        "<nav><a href='/uk'>Укр</a> <a href='/ru'>Рус</a> <a href='/'>Eng</a></nav><article>".encode(),
    )
    return [article(inner, head), nav, article(), article(inner * 3)]


def own_texts() -> list[bytes]:
    """Articles saved as plain text and as Markdown, in our own words."""
    plain = (
        "ua en ru\n\nA headline of the story\n\nA headline of the story A lamp by the bridge (photo: Ann)\n\n"
        + "A paragraph with several words that says something about the city. " * 3
        + "\n\nA sub-heading\n\nAnother paragraph, with a quote: «Так», he said.\n\nRead also: A second story https://news.example/2\n"
    )
    marked = (
        "---\ntitle: A headline\ndate: 2026-03-04\nlang: uk\nauthors: [Ann, Bob]\nstory: x\n---\n\n# A headline\n\n![A lamp](/p.jpg "
        '"caption")\n\nText with [a link](https://news.example/2) and `code`.\n\n> A quote\n\n- one\n- two\n\n| a | b |\n|---|---|\n'
        "| 1 | 2 |\n\n```\ncode\n```\n\n## Related\n\n- [Another](/3)\n"
    )
    return [plain.encode(), marked.encode(), plain.encode("utf-16"), plain.encode("cp1251", "replace")]
