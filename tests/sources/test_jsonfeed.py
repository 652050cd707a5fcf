"""JSON Feed: wrong types, broken and cut-off documents."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.errors import ParseError
from tui_reader.sources import feeds
from tui_reader.sources.entries import jsonfeed
from tui_reader.sources.entries.drafts import Draft
from tui_reader.sources.feeds import ParsedFeed

VERSION = "https://jsonfeed.org/version/1.1"


def parse(text: str) -> ParsedFeed:
    return feeds.parse(text.encode("utf-8", "surrogatepass"), url="https://feed.example/f.json", source="S")


def feed(*items: Any, **more: Any) -> str:
    return json.dumps({"version": VERSION, "title": "Notes", "items": list(items), **more})


def test_wrong_types_are_as_good_as_missing() -> None:
    found = parse(
        feed(
            {
                "id": "a",
                "title": 5,
                "url": [],
                "authors": {"x": 1},
                "content_text": "Text",
                "date_published": True,
                "image": {},
            },
            7,
            {},
            {
                "id": 2.5,
                "title": "Two",
                "attachments": "no",
                "author": {"name": "Old Style"},
                "date_published": 10**400,
            },
        )
    )
    assert [(article.title, article.authors) for article in found.articles] == [
        ("Text", ()),
        ("Two", ("Old Style",)),
    ]
    assert [warning.rpartition(": entry ")[2] for warning in found.warnings] == [
        "2 was skipped: it is not an object",
        "3 was skipped: it holds no title, no text and no address",
    ]


def test_numbers_that_are_none_do_no_harm() -> None:
    found = parse(
        f'{{"version":"{VERSION}","items":[{{"id":NaN,"title":"x"}},{{"id":{"9" * 5000},"title":"y"}}]}}'
    )
    assert [article.title for article in found.articles] == ["x", "y"]


def test_banner_image_serves_where_there_is_no_image() -> None:
    found = parse(
        feed({"id": "1", "title": "t", "banner_image": "/b.jpg"}, home_page_url="https://feed.example/")
    )
    assert [photo.url for photo in found.articles[0].photos] == ["https://feed.example/b.jpg"]


def test_a_cut_off_feed_keeps_its_earlier_items() -> None:
    text = feed({"id": "1", "title": "One"}, {"id": "2", "title": "Two"}, {"id": "3", "title": "Three"})
    found = parse(text[: text.index("Three")])
    assert found.title == "Notes"
    assert [article.title for article in found.articles] == ["One", "Two"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        f'{{"version":"{VERSION}","items":{"[" * 100_000}',
        "{",
        "[]",
        f'{{"version":"{VERSION}"}}',
        '{"items":[1]}',
    ],
)
def test_what_is_no_feed_is_one_clear_error(text: str) -> None:
    with pytest.raises(ParseError, match=r"^https://feed\.example/f\.json is"):
        parse(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["id", "title", "url", "content_html", "content_text", "summary", "image", "authors", "attachments",
                         "date_published", "language", "name", "mime_type"]), inner, max_size=6
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(JSON, max_size=4))
def test_never_raises_but_our_error(items: list[Any]) -> None:
    try:
        found = parse(feed(*items))
    except ParseError:
        return
    assert all(article.title and article.identity for article in found.articles)


@pytest.mark.parametrize("ours", [MemoryError, ImportError])
def test_what_the_process_lacks_is_no_fault_of_an_item(
    monkeypatch: pytest.MonkeyPatch, ours: type[Exception]
) -> None:
    def lacking(*_: object) -> Draft:
        raise ours

    monkeypatch.setattr(jsonfeed, "_draft", lacking)
    with pytest.raises(ours):
        jsonfeed.read('{"items": [{"id": "1"}]}', url="u", edition=None, limit=9)
