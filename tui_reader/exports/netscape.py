"""Bookmarks as the list that browsers and bookmark services read: Netscape's, as it is commonly written.

There is no standard; see https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
for the form. ``TAGS`` is what services have added to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tui_reader.exports.kept import Articles, Kept
from tui_reader.exports.markup import web_address

HEAD = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<META HTTP-EQUIV="Content-Security-Policy" CONTENT="default-src 'none'">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
"""


def document(articles: Articles) -> Iterator[str]:
    """The list in pieces; what has no address on the web has no place in it."""
    yield HEAD
    for kept in articles:
        if web_address(kept.article.url):
            yield entry(kept)
    yield "</DL><p>\n"


def entry(kept: Kept) -> str:
    """One bookmark."""
    address = web_address(kept.article.url) or ""
    date = f' ADD_DATE="{int(kept.at.timestamp())}"' if kept.at is not None else ""
    tags = f' TAGS="{escape(",".join(kept.held.tags))}"' if kept.held.tags else ""
    title = escape(" ".join(kept.article.title.split()))
    note = f"    <DD>{escape(kept.held.note)}\n" if kept.held.note else ""
    return f'    <DT><A HREF="{address}"{date}{tags}>{title}</A>\n{note}'
