"""What is stored as rows, many feeds in one go, is what is stored as articles, one feed after the other."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.making import NOW, article, search, trio
from tui_reader.errors import LibraryError
from tui_reader.library import packing
from tui_reader.library.library import Library
from tui_reader.library.making import to_row
from tui_reader.library.rows import Lot
from tui_reader.model import Article, Headline, Photo, Query, Validators
from tui_reader.simple_html import HtmlBody


def lot(key: str, *articles: Article, compared: bool = False) -> Lot:
    return Lot(key, tuple(to_row(one, compared=compared) for one in articles), Validators(etag=key))


def lines(library: Library) -> list[Headline]:
    """All that lists show, rows left aside, which may have come in another order."""
    found = library.headlines(library.index(Query(), stories=False))
    return sorted((replace(line, row=0, story=0) for line in found), key=lambda line: line.id)


def test_a_row_gives_its_article_back() -> None:
    for one in (*trio("bridge"), article("old", hours=None, partial=True)):
        assert pickle.loads(pickle.dumps(to_row(one))).article() == one


def test_html_is_kept_as_it_came_until_it_is_read(library: Library) -> None:
    html = '<p>One <a href="/a?b=1&amp;c">link</a>.</p>\n<p>«Два»</p>'
    body = HtmlBody(html, "https://paper.example/news/", (0,))
    one = replace(article("one"), body=body, photos=(Photo("https://paper.example/p.jpg"),))
    row = to_row(one)
    assert packing.to_bytes(one).decode().partition("\n")[2] == html
    assert row.words == to_row(replace(one, body=body.blocks)).words
    library.keep([Lot("a", (row,), Validators())], now=NOW)
    held = library.held(one.id)
    assert held is not None
    assert isinstance(held.article.body, HtmlBody)
    assert held.article == one == row.article()
    assert library.tabs(Query(search=search("два")))[0].total == 1


def test_what_an_older_version_packed_is_read() -> None:
    one = article("one", text="Older.")
    assert packing.unpack(zlib.compress(packing.to_bytes(one)), one.source) == one


@pytest.mark.parametrize(
    "body", [b"", b"\x28\xb5\x2f\xfdx", b"x\x9c\x00", packing.pack(b"{}"), packing.pack(b"{\n<p>")]
)
def test_what_is_damaged_is_told(body: bytes) -> None:
    with pytest.raises((ValueError, LookupError)):
        packing.unpack(body, "A")


def test_many_feeds_in_one_go_are_stored_as_one_after_the_other(tmp_path: Path) -> None:
    feeds = [
        lot("a", article("one", source="A"), article("two", source="A")),
        lot("b", *trio("bridge", source="B"), compared=True),
        lot("c", *trio("tower", source="C")),
        lot("empty"),
    ]
    with Library.open(tmp_path / "together.db") as together, Library.open(tmp_path / "apart.db") as apart:
        assert [len(ids) for ids in together.keep(feeds, now=NOW)] == [2, 3, 3, 0]
        for feed in feeds:
            apart.keep([feed], now=NOW)
        assert lines(together) == lines(apart)
        assert together.tabs(Query()) == apart.tabs(Query())
        assert together.tabs(Query(search=search("bridge"))) == apart.tabs(Query(search=search("bridge")))
        assert together.validators("c").etag == "c"
        assert [len(ids) for ids in together.keep(feeds, now=NOW)] == [0, 0, 0, 0]


def test_an_entry_of_two_feeds_is_stored_once(library: Library) -> None:
    older, newer = article("one", text="As it was."), article("one", text="As it is.", hours=0.5)
    assert [len(ids) for ids in library.keep([lot("a", older), lot("b", newer)], now=NOW)] == [1, 0]
    assert library.tabs(Query())[0].total == 1
    held = library.held(older.id)
    assert held is not None
    assert held.article == newer


def test_a_changed_guid_is_known_again_in_a_lot(library: Library) -> None:
    first = article("one", url="https://post.example/one", title="The bridge")
    again = replace(first, identity=first.identity + "-again")
    library.keep([lot("a", first)], now=NOW)
    assert [len(ids) for ids in library.keep([lot("b", article("two")), lot("a", again)], now=NOW)] == [1, 0]
    assert library.held(again.id) is None


def test_nothing_of_it_is_kept_where_one_can_t_be_stored(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise LibraryError("the disk is full")

    monkeypatch.setattr("tui_reader.library.grouping.regroup", fails)
    with pytest.raises(LibraryError, match="full"):
        library.keep([lot("a", article("one")), lot("b", article("two"))], now=NOW)
    assert library.tabs(Query())[0].total == 0
    assert library.validators("a") == Validators()
