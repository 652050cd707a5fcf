"""Lists of feeds that other readers write."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.foreign import is_safe
from tests.foreign import text as foreign
from tui_reader.errors import ParseError
from tui_reader.model import Edition, Source
from tui_reader.opml import to_opml
from tui_reader.sources.subscriptions import read_list
from tui_reader.subscribing import Subscription, Subscriptions

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
  <outline text="Ukraine" title="Ukraine">
    <outline text="Evening paper" type="rss" xmlUrl="https://paper.example/rss" htmlUrl="https://paper.example/" language="uk"/>
    <outline text="Deep"><outline title="Within &amp; within" xmlUrl="https://deep.example/feed?a=1&amp;b=2"/></outline>
  </outline>
  <outline text="Alone" type="rss" XMLURL="https://alone.example/atom.xml" category="/News/World,other"/>
  <outline text="A note without a feed"/>
  <outline text="Broken" type="rss"/>
  <outline text="Script" type="rss" xmlUrl="javascript:alert(1)"/>
  <outline text="Twice" type="rss" xmlUrl="https://alone.example/atom.xml"/>
</body></opml>"""


def test_outlines_with_their_categories() -> None:
    found = read_list(OPML.encode())
    assert found.feeds == [
        Subscription("Evening paper", "https://paper.example/rss", "uk", "Ukraine"),
        Subscription("Within & within", "https://deep.example/feed?a=1&b=2", None, "Deep"),
        Subscription("Alone", "https://alone.example/atom.xml", None, "World"),
    ]
    assert found.bad == 2
    assert found.named == ["“Broken”: it names no feed (xmlUrl)", "“Script”: no address of a feed on the web"]


@pytest.mark.parametrize(
    "torn",
    [
        OPML[: OPML.index('<outline text="Alone')],
        OPML.replace("&amp;", "&"),
        OPML.replace("</opml>", ""),
        OPML.replace("\n  </outline>\n", "\n"),
        "\ufeff" + OPML,
        OPML.replace('text="Deep"', "text=Deep"),
    ],
    ids=range(6),
)
def test_a_torn_list_gives_what_can_be_read(torn: str) -> None:
    assert (
        Subscription("Evening paper", "https://paper.example/rss", "uk", "Ukraine")
        in read_list(torn.encode()).feeds
    )


@pytest.mark.parametrize("charset", ["utf-16", "windows-1251", "koi8-u"])
def test_other_encodings(charset: str) -> None:
    text = OPML.replace("UTF-8", charset).replace("Evening paper", "Вечірня газета")
    assert read_list(text.encode(charset)).feeds[0].title == "Вечірня газета"


def test_newsboats_urls() -> None:
    lines = """
# a comment
https://paper.example/rss "Ukraine" "daily" "~Evening paper" "!hidden"
https://plain.example/feed
"query:Unread:unread = \\"yes\\""
exec:~/bin/feed.sh
filter:~/bin/x:https://a.example/
https://open.example/feed "never closed
"""
    found = read_list(lines.encode())
    assert found.feeds == [
        Subscription("Evening paper", "https://paper.example/rss", None, "Ukraine"),
        Subscription("https://plain.example/feed", "https://plain.example/feed"),
        Subscription("https://open.example/feed", "https://open.example/feed"),
    ]
    assert found.bad == 3


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", b"<html><body>hi</body></html>", b"just words\nand more"]
)
def test_what_is_no_list(data: bytes) -> None:
    found = tried(data)
    assert is_safe(found) if isinstance(found, str) else found.bad and not found.feeds


def tried(data: bytes) -> Subscriptions | str:
    """The list, or what is said of it."""
    try:
        return read_list(data)
    except ParseError as error:
        return str(error)


def test_ours_comes_back_as_it_was() -> None:
    sources = [
        Source(
            "A & <B>",
            "Категорія",
            (Edition("https://a.example/uk", "uk"), Edition("https://a.example/en", "en")),
        ),
        Source("Alone", None, (Edition("https://b.example/", None),)),
        Source("With a language", None, (Edition("https://c.example/", "de"),)),
    ]
    found = read_list(to_opml(sources, NOW).encode())
    assert found.bad == 0
    assert found.feeds == [
        Subscription("A & <B> (UA)", "https://a.example/uk", "uk", "Категорія", "A & <B>"),
        Subscription("A & <B> (EN)", "https://a.example/en", "en", "Категорія", "A & <B>"),
        Subscription("Alone", "https://b.example/"),
        Subscription("With a language", "https://c.example/", "de"),
    ]


@given(foreign, foreign)
def test_whatever_it_holds_is_safe(name: str, rest: str) -> None:
    text = f'<opml><body><outline text="{name}" xmlUrl="https://a.example/{rest}"/>{rest}'
    found = tried(text.encode("utf-8", "surrogatepass"))
    if isinstance(found, str):
        assert is_safe(found)
        return
    for feed in found.feeds:
        assert is_safe(feed.title)
        assert is_safe(feed.url)
    assert all(map(is_safe, found.named))


@given(st.binary(max_size=300))
def test_bytes_raise_only_our_errors(data: bytes) -> None:
    try:
        read_list(b"<opml>" + data)
    except ParseError:
        return


@pytest.mark.shared
def test_real_exports(shared: Path) -> None:
    files = sorted((shared / "feeds" / "netnewswire").glob("*.opml"))
    assert files
    for file in files:
        found = read_list(file.read_bytes())
        assert len(found.feeds) > 5
        assert all(feed.title and feed.url.startswith("http") for feed in found.feeds)
