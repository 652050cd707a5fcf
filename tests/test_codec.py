"""Articles as JSON documents and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings

from tests.foreign import articles, times
from tui_reader.codec import from_document, from_time, to_document, to_time
from tui_reader.gate import clean_article
from tui_reader.model import Article, Block, BlockKind, InlineLink
from tui_reader.simple_html import HtmlBody

KEYS = {
    "id", "identity", "title", "language", "url", "site", "authors", "published", "updated", "lead", "body",
    "photos", "related", "editions", "story", "partial",
}  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(articles)
def test_what_is_written_is_read_back(article: Article) -> None:
    done = clean_article(article)
    document = json.loads(json.dumps(to_document(done)))
    assert set(document) == KEYS
    assert from_document(document, done.source) == done
    assert from_document(document, done.source).id == document["id"]


def test_a_body_that_is_html_goes_out_as_blocks() -> None:
    body = HtmlBody("<p>One.</p><p>Two.</p>", None)
    document = to_document(Article("i", "t", body=body))
    assert [block["text"] for block in document["body"]] == ["One.", "Two."]
    assert from_document(document).body == body


def test_no_strangers_document_brings_html() -> None:
    document: dict[str, Any] = {
        "identity": "i",
        "title": "t",
        "html": "<p>\x1b[2J</p>",
        "base": None,
        "before": [],
    }
    assert from_document(document).body == ()


@given(times)
def test_times_are_written_as_rfc_3339(moment: datetime) -> None:
    written = to_time(moment)
    assert written is not None
    assert from_time(written) == moment
    assert datetime.strptime(written, "%Y-%m-%dT%H:%M:%S%z") == moment


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2026, 3, 4, 5, 6, 7, 890, UTC), "2026-03-04T05:06:07Z"),
        (datetime(2026, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=2))), "2026-03-04T05:06:00+02:00"),
        (datetime(987, 3, 4, tzinfo=UTC), "0987-03-04T00:00:00Z"),
        (None, None),
    ],
)
def test_a_time(moment: datetime | None, written: str | None) -> None:
    assert to_time(moment) == written


def test_a_block_has_the_keys_of_its_kind() -> None:
    body = (
        Block(BlockKind.HEADING, "H", level=2),
        Block(BlockKind.PARAGRAPH, "A link", links=(InlineLink(2, 6, "https://a.example"),)),
        Block(BlockKind.LIST, "one\ntwo", ordered=True, items=("one", "two")),
        Block(BlockKind.TABLE, "a\tb", rows=(("a", "b"),)),
        Block(BlockKind.PHOTO, photo=0),
    )
    assert to_document(Article("x", "T", body=body))["body"] == [
        {"kind": "heading", "text": "H", "level": 2},
        {
            "kind": "paragraph",
            "text": "A link",
            "links": [{"start": 2, "end": 6, "url": "https://a.example"}],
        },
        {"kind": "list", "text": "one\ntwo", "ordered": True, "items": ["one", "two"]},
        {"kind": "table", "text": "a\tb", "rows": [["a", "b"]]},
        {"kind": "photo", "text": "", "photo": 0},
    ]


def test_an_older_document_opens() -> None:
    assert from_document({"identity": "x", "title": "T"}, "Paper") == Article("x", "T", "Paper")
