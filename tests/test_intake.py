"""What a worker hands over of a feed, and what it needs for it."""

from __future__ import annotations

import subprocess
import sys

from tui_reader.intake import take_feed
from tui_reader.reading import read_feed

URL = "https://paper.example/feed.xml"
FEED = b"""<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Paper</title><language>en</language>
<item><title>One &amp; two</title><guid>1</guid><link>https://paper.example/1</link><pubDate>Sun, 01 Mar 2026 10:14:00 +0000</pubDate>
<description>&lt;p&gt;A first text.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;x&lt;/li&gt;&lt;/ul&gt;</description>
<media:content url='https://paper.example/a.jpg' medium='image'><media:description>A bridge. Photo: Ann Lee</media:description></media:content>
</item></channel></rss>"""
AFTER = """
import sys
from tui_reader.intake import get_ready, take_feed
get_ready()
before = set(sys.modules)
take_feed(sys.stdin.buffer.read(), "https://paper.example/", "Paper", "en", None, True)
print(sorted(name for name in set(sys.modules) - before if name.startswith(("tui_reader", "lxml"))))
"""


def test_rows_are_the_articles_that_were_read() -> None:
    read = read_feed(FEED, URL, "Paper", "en", None)
    for compared in (False, True):
        intake = take_feed(FEED, URL, "Paper", "en", None, compared)
        assert tuple(row.article() for row in intake.rows) == read.articles
        assert intake.warnings == read.warnings
        assert [row.traits is not None for row in intake.rows] == [compared]


def test_who_is_ready_imports_nothing_more_for_a_feed() -> None:
    done = subprocess.run([sys.executable, "-c", AFTER], input=FEED, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
