"""The fast path through a feed: it says what feedparser says, or hands over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import many_feeds
from tui_reader.errors import ParseError
from tui_reader.limits import MAX_ENTRIES
from tui_reader.sources import feeds
from tui_reader.sources.entries import fast
from tui_reader.sources.feeds import ParsedFeed

URL = "https://feed.example/news/feed.xml"
SPACES = (
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:a="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:x="https://x.example/ns" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)
TAKEN = {
    "an entry with all": "<title>Bridge &amp; <![CDATA[<b>tram</b>]]></title><link>https://n.example/1</link>"
    '<guid isPermaLink="false">n-1</guid><pubDate>Sun, 01 Mar 2026 09:39:00 +0200</pubDate>'
    "<dc:creator>Ann Lee</dc:creator><dc:creator>Bo</dc:creator><category>City</category>"
    "<description>&lt;p&gt;Short&lt;/p&gt;</description><content:encoded><![CDATA[<p>Long &nbsp; <a href='/x'>text</a></p>]]>"
    "</content:encoded><comments>https://n.example/1#c</comments><x:views>3</x:views>",
    "a guid that is a link": "<title>One</title><guid>/relative/one</guid>",
    "a guid before the link": "<guid>https://n.example/guid</guid><link>https://n.example/2?a=1&amp;amp;b=2</link>",
    "links of Atom": '<title>T</title><a:link href="uk/3" hreflang="uk"/><a:link rel="alternate" hreflang="en" href="en/3"/>'
    '<a:link rel="related" href="/r" title="More"/><a:link rel="self" href="/s"/>',
    "a file": '<title>T</title><enclosure url="https://n.example/a.jpg" type="IMAGE/JPEG" length="12"/>',
    "a picture's description": "<title>T</title><description>Own words.</description>"
    '<media:group><media:content url="/p.jpg" medium="image"><media:description>On the pier</media:description>'
    "<media:credit>Ann</media:credit></media:content></media:group>",
    "a source": '<title>T</title><source url="https://o.example/f">Other paper</source>',
    "a wrong charset": "<title>Ð\u00a0Ð¾Ð²Ð½Ð¾ Ã¼</title>",
    "dates": "<title>T</title><dc:date>2026-03-01T10:00:00Z</dc:date><pubDate>1 Mar 2026 09:00 GMT</pubDate>",
    "a language": "<title>T</title><dc:language>uk</dc:language>",
    "nothing": "",
}
HANDED_OVER = {
    "a description twice": "<title>T</title><description>a</description><description>b</description>",
    "a language of its own": '<title xml:lang="de">T</title>',
    "a base of its own": '<content:encoded xml:base="https://b.example/">T</content:encoded>',
    "markup that is not escaped": "<description><p>T</p></description>",
    "an address of mail": "<title>T</title><author>ann@n.example (Ann)</author>",
    "a podcast's words": "<title>T</title><itunes:summary>words</itunes:summary>",
    "only a picture's title": '<media:content url="/p.jpg"><media:title>Pier</media:title></media:content>',
    "only a picture's description": '<media:content url="/p.jpg"><media:description>Pier</media:description></media:content>',
    "a name that feedparser knows": "<title>T</title><body>words</body>",
    "a picture in a category": "<category><image><title>T</title></image></category>",
    "a date that is none": "<title>T</title><pubDate>soon</pubDate>",
    "no XML": "<title>A & B</title>",
    "an entity": "<title>A&nbsp;B</title>",
    "a link with a base of its own": '<link xml:base="https://b.example/">a</link>',
    "a content that stands elsewhere": '<content:encoded src="https://b.example/a"/>',
}


def rss(item: str) -> str:
    return (
        f'<rss version="2.0" {SPACES}><channel><title>Paper</title><link>https://n.example/</link>'
        f"<language>en-us</language><item>{item}</item><item><title>Other</title></item></channel></rss>"
    )


def atom(entry: str, root: str = ' xml:lang="en"') -> str:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"{root}><title>Paper</title><link href="https://n.example/"/>'
        f"<entry>{entry}</entry></feed>"
    )


def both(data: bytes, monkeypatch: pytest.MonkeyPatch, url: str = URL) -> tuple[bool, object, object]:
    """Whether the fast path takes it, what comes of it then, and what comes of feedparser alone."""
    taken: list[bool] = []
    real = fast.read_utf8

    def noted(data: bytes, url: str) -> fast.Found | None:
        found = real(data, url)
        taken.append(found is not None)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(fast, "read_utf8", noted)
        ours = outcome(data, url)
        if not any(taken):
            return False, ours, ours
        patch.setattr(fast, "read_utf8", lambda data, url: None)
        return True, ours, outcome(data, url)


def outcome(data: bytes, url: str) -> ParsedFeed | str:
    try:
        return feeds.parse(data, url=url, source="S")
    except ParseError as error:
        return str(error)


@pytest.mark.parametrize("item", TAKEN.values(), ids=TAKEN)
def test_takes_and_agrees(item: str, monkeypatch: pytest.MonkeyPatch) -> None:
    taken, ours, judge = both(rss(item).encode(), monkeypatch)
    assert taken
    assert ours == judge


MISREAD = (
    "Ã©",
    "Ã&#169;",
    "&#195;©",
    "&#xc3;&#xa9;",
    "Ã<![CDATA[©]]>",
    "<![CDATA[Ã]]>©",
    "<![CDATA[Ã]]>",
    "Ã<!-- -->©",
    "é",
    "Ð—",
)


@pytest.mark.parametrize("title", MISREAD)
def test_a_text_that_was_read_in_the_wrong_charset_is_put_right_however_it_is_written(
    title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, ours, judge = both(rss(f"<title>{title}</title><guid>1</guid>").encode(), monkeypatch)
    assert taken
    assert ours == judge


@pytest.mark.parametrize(
    "address",
    [
        "https://n.example/a?b=1&amp;c=%20+",
        "https://n.example/a?",
        "https://n.example/a?b#",
        "https://n.example//a/../b?c=/d",
    ],
)
def test_an_address_comes_out_as_the_judge_writes_it(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    taken, ours, judge = both(rss(f"<title>T</title><link>{address}</link>").encode(), monkeypatch)
    assert taken
    assert ours == judge


@pytest.mark.parametrize("item", HANDED_OVER.values(), ids=HANDED_OVER)
def test_hands_over(item: str) -> None:
    assert fast.read(rss("<title>Plain</title>"), URL) is not None
    assert fast.read(rss(item), URL) is None


@pytest.mark.parametrize(
    "entry",
    [
        "<title>T</title><id>tag:n.example,2026:1</id><link href='/1'/><updated>2026-03-01T10:00:00Z</updated>"
        "<author><name>Ann</name><email>a@n.example</email><uri>https://a.example</uri></author>"
        "<summary>a &lt; b</summary><content type='html'>&lt;p&gt;Words&lt;/p&gt;</content>",
        "<title type='html'>&lt;b&gt;T&lt;/b&gt;</title><id>urn:uuid:1</id><published>2026-03-01</published>"
        "<content>plain &lt;words&gt;</content><link rel='alternate' hreflang='uk' href='/uk'/><link href='/en'/>",
    ],
)
def test_atom_agrees(entry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for url in (URL, "/home/reader/feed.xml"):
        taken, ours, judge = both(atom(entry).encode(), monkeypatch, url)
        assert taken
        assert ours == judge


@pytest.mark.parametrize(
    "entry",
    [
        "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>T</div></title>",
        "<title>T</title><content type='image/png'>AAAA</content>",
        "<title>T</title><content src='https://n.example/a'/>",
        "<title>T</title><source><title>Other</title></source>",
    ],
)
def test_hands_over_of_atom(entry: str) -> None:
    assert fast.read(atom(entry), URL) is None


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + rss("<title>&b;</title>"),
        '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + rss("<title>&f;</title>"),
        rss("<x:a>" * 300 + "</x:a>" * 300),
        atom("<title>T</title>", ' xml:base="https://b.example/"'),
        "<html><body>page</body></html>",
        "",
    ],
)
def test_hands_over_what_is_dangerous_or_no_feed(text: str) -> None:
    assert fast.read(text, URL) is None


REFERENCES = (
    "&#27;",
    "&#x1B;",
    "&#150;",
    "&#x96;",
    "&#0150;",
    "&#8217",
    "&#x2019 ",
    "&#127;",
    "&#55296;",
    "&#13;",
    "&#10;",
    "&#x9;",
    "&#65534;",
)
HARMLESS = ("&#8217;", "&#;", "&#x2019;", "&#160;", "&#xA0;", "&#38;", "&#x1F600;", "&amp;#27;", "&lt;")


@pytest.mark.parametrize("wrapped", ["{}", "<![CDATA[<p>{}</p>]]>"])
@pytest.mark.parametrize(
    "mark", [*REFERENCES, *HARMLESS, "\x1b", "\x7f", "\x85", "\x96", "\ufffe", "é", "\r\n", "\u2028"]
)
def test_a_document_is_read_as_it_is_only_where_that_changes_nothing(
    mark: str, wrapped: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = rss(f"<title>A{mark}B</title><description>{wrapped.format(mark)}</description>").encode()
    assert fast.as_it_is(data, None) is (
        mark not in (*REFERENCES, "\x7f") or mark in ("&#55296;", "&#65534;")
    )
    ours = outcome(data, URL)
    monkeypatch.setattr(fast, "as_it_is", lambda data, charset: False)
    assert outcome(data, URL) == ours


def test_a_document_of_more_elements_than_entries_are_read_is_cut_first() -> None:
    assert fast.as_it_is(rss("<item><title>t</title></item>" * 2000).encode(), None)
    assert not fast.as_it_is(rss("<item><title>t</title></item>" * (MAX_ENTRIES // 4 + 1)).encode(), None)


@pytest.mark.parametrize(
    "declared", ["utf-8", "windows-1251", "iso-2022-jp", "utf-16", "hz-gb-2312", "us-ascii", "bogus", None]
)
@pytest.mark.parametrize("word", ["Ґанок", "plain ~{VD~}", "\x1b$BF|\x1b(B"])
def test_whatever_charset_is_declared(
    declared: str | None, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    data = (head + rss(f"<title>{word}</title>")).encode()
    ours = outcome(data, URL)
    assert fast.as_it_is(data, None) is (declared not in ("iso-2022-jp", "utf-16", "hz-gb-2312"))
    monkeypatch.setattr(fast, "as_it_is", lambda data, charset: False)
    assert outcome(data, URL) == ours


def test_the_benchmark_s_feeds_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for feed in many_feeds.feeds(10, 2):
        taken, ours, judge = both(feed.body, monkeypatch)
        assert taken
        assert ours == judge


@pytest.mark.shared
@pytest.mark.slow
def test_agrees_on_every_feed_there_is(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [path for path in sorted((shared / "feeds").rglob("*")) if path.is_file()]
    took = 0
    different = []
    for path in files:
        taken, ours, judge = both(path.read_bytes(), monkeypatch)
        took += taken
        if ours != judge:
            different.append(str(path.relative_to(shared)))
    print(f"the fast path took {took} of {len(files)} feeds, {took / len(files):.0%}")
    assert different == []
    assert took / len(files) > 0.25
