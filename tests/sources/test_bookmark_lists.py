"""Lists of bookmarks as browsers, services and we write them, whole and torn."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from time import process_time

import pytest

from tests.exports.hostile import BREAK, NOW, TITLES, kept
from tui_reader.bookmark_list import MAX_BOOKMARKS, Given, GivenList
from tui_reader.commands.export_bookmarks import to_exported
from tui_reader.errors import ParseError
from tui_reader.exports import netscape
from tui_reader.model import is_local, page_identity
from tui_reader.sources.bookmark_lists import looks_like_bookmarks, read_list

FIREFOX = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks Menu</H1>
<DL><p>
    <DT><A HREF="place:type=6&sort=14" ADD_DATE="1">Recent Tags</A>
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks Toolbar</H3>
    <DL><p>
        <DT><A HREF="https://a.test/one?utm_source=x" ADD_DATE="1700000000" TAGS="war,Peace" ICON="data:image/png;base64,AAAA">One &lt;b&gt; &amp; two</A>
        <DD>A note
on two lines
        <DT><H3>Україна</H3>
        <DL><p>
            <DT><A HREF="https://a.test/two" ADD_DATE="1700000001000">Два</A>
            <DT><A HREF="javascript:alert(1)">bad</A>
        </DL><p>
        <DT><A HREF="https://a.test/three" ADD_DATE="x">Three</A>
    </DL><p>
    <DT><A HREF="https://www.a.test/one" ADD_DATE="1600000000" TAGS="peace,third">One again</A>
    <DD>Another note
    <HR>
    <DT><A HREF="https://a.test/four"></A>
</DL>
"""
POCKET = """<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="https://a.test/one" time_added="1700000000" tags="x,y">One</a></li>
<li><a href="https://a.test/two" time_added="1700000000" tags="">Two</a></li></ul></body></html>"""


def all_of(text: str) -> list[Given]:
    assert looks_like_bookmarks(text.encode())
    return list(read_list(text.encode()).bookmarks.values())


def test_a_browsers_file() -> None:
    one, two, three, four = all_of(FIREFOX)
    assert (one.article.title, one.article.url) == ("One <b> & two", "https://a.test/one?utm_source=x")
    assert one.tags == ("war", "Peace", "third")
    assert one.note == "A note\non two lines\n\nAnother note"
    assert one.at == datetime.fromtimestamp(1600000000, UTC)
    assert (two.article.title, two.tags, two.note) == ("Два", ("Україна",), None)
    assert two.at == datetime.fromtimestamp(1700000001, UTC)
    assert (three.article.title, three.tags, three.at) == ("Three", (), None)
    assert (four.article.title, four.article.source) == ("a.test/four", "Imported")
    assert all(
        given.article.partial and given.article.identity == page_identity(given.article.url or "")
        for given in (one, two)
    )
    found = read_list(FIREFOX.encode())
    assert (found.bad, found.named) == (
        2,
        ["“Recent Tags”: no address on the web", "“bad”: no address on the web"],
    )


def test_a_services_file() -> None:
    one, two = all_of(POCKET)
    assert (one.tags, two.tags) == (("x", "y"), ())
    assert one.at == datetime.fromtimestamp(1700000000, UTC)


def test_what_goes_out_as_a_list_comes_back() -> None:
    out = [kept(title, f"n{number}") for number, title in enumerate(TITLES)]
    back = all_of("".join(netscape.document(out)))
    assert len(back) == len(out)
    for mine, theirs in zip(out, back, strict=True):
        assert (theirs.tags, theirs.at) == (mine.held.tags, NOW)
        assert theirs.note == mine.held.note
        assert theirs.article.title == (" ".join(mine.article.title.split()) or theirs.article.title)


def test_what_goes_out_as_json_comes_back_whole() -> None:
    out = [kept(title, f"n{number}") for number, title in enumerate(TITLES)]
    text = "\n".join(json.dumps(to_exported(one), ensure_ascii=False) for one in out)
    for form in (text, "[" + ",".join(text.splitlines()) + "]"):
        back = all_of(form)
        assert [one.article.identity for one in back] == [one.article.identity for one in out]
        assert [replace(one.article, editions=()) for one in back] == [
            replace(one.article, editions=()) for one in out
        ]
        assert [one.language for one in back[0].article.editions] == ["uk", "ru"]
        assert [(one.tags, one.note, one.at) for one in back] == [
            (one.held.tags, one.held.note, NOW) for one in out
        ]


@pytest.mark.parametrize(
    "document",
    [
        {"id": "aa", "title": "T", "url": None, "identity": "file\n/etc/passwd\n", "body": [{"kind": "paragraph", "text": "x"}]},
        {"id": "aa", "title": "T", "url": "https://a.test/", "identity": "file\n/etc/passwd\n", "body": [{"kind": "paragraph", "text": "x"}]},
        {"id": "aa", "title": "T", "url": "https://a.test/", "identity": 7, "body": [{"kind": "paragraph", "text": "x"}]},
        {"title": "T", "url": "https://a.test/"},
        {"title": "T", "url": "https://a.test/", "body": [{"kind": "nonsense"}], "photos": 3, "tags": 5},
        {"title": ["T"], "url": "https://a.test/", "tags": [1, "x"], "note": {}},
    ],
)  # fmt: skip
def test_no_list_gives_an_article_the_rights_of_a_file(document: dict[str, object]) -> None:
    (one,) = read_list(json.dumps(document).encode()).bookmarks.values() or (None,)
    if one is None:
        assert document["tags"] == 5
    else:
        assert not is_local(one.article)
        assert one.article.title


@pytest.mark.parametrize(
    "line",
    ["{", "7", "null", '"x"', "[" * 100_000, '{"title": "x", "url": "javascript:alert(1)"}', "{}", '{"url": ' + "9" * 9000 + "}"],
)  # fmt: skip
def test_what_is_torn_costs_its_own_line(line: str) -> None:
    good = '{"title": "T", "url": "https://a.test/"}'
    found = read_list(f"{good}\n{line}\n{good}".encode())
    assert (len(found.bookmarks), found.bad) == (1, 1)


def test_a_list_without_a_bookmark_is_said() -> None:
    for text in ("{}\n"[:0] or "[]", "<dl></dl>", "<DT>"):
        with pytest.raises(ParseError, match="no bookmark"):
            read_list(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "<DL><p>" * 100_000 + '<DT><A HREF="https://a.test/">x</A>',
        '<DT><A HREF="https://a.test/">' + "<b>" * 100_000,
        "<DT><H3>x</H3><DL>" * 30_000 + '<DT><A HREF="https://a.test/">x</A>',
        f'<DT><A HREF="https://a.test/" TAGS="{"x," * 500_000}">{BREAK}</A><DD>{"<br>y" * 100_000}',
        "".join(f'<DT><A HREF="https://a.test/{n}">x</A>' for n in range(MAX_BOOKMARKS + 50)),
    ],
    ids=["deep", "unclosed", "folders", "tags", "many"],
)  # fmt: skip
def test_a_hostile_list_is_read_in_bounded_time(text: str) -> None:
    started, found = process_time(), GivenList()
    with suppress(ParseError):
        found = read_list(text.encode())
    assert process_time() - started < 8
    assert len(found.bookmarks) <= MAX_BOOKMARKS


def test_folders_in_folders_are_tags() -> None:
    names = [f"f{number}" for number in range(40)]
    text = "".join(f"<DT><H3>{name}</H3>\n<DL><p>\n" for name in names)
    one, two = all_of(
        f'{text}<DT><A HREF="https://a.test/x">x</A>\n</DL><p>\n<DT><A HREF="https://a.test/y">y</A>'
    )
    assert one.tags == ("f35", "f36", "f37", "f38", "f39")
    assert two.tags == ("f34", "f35", "f36", "f37", "f38")


def test_feeds_are_no_bookmarks() -> None:
    assert not looks_like_bookmarks(b"<?xml version='1.0'?><opml><body/></opml>")
    assert not looks_like_bookmarks(b"https://a.test/feed tag\n")
    assert not looks_like_bookmarks(b"<html><body><p>x</p>")
