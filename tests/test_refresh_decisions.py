"""What a refresh decides, without a network, a library or a clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tui_reader.model import Edition, Source, Validators
from tui_reader.refresh import Intent, may_ask

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("not_before", "expected"),
    [
        (None, True),
        (NOW - timedelta(seconds=1), True),
        (NOW, True),
        (NOW + timedelta(seconds=1), False),
        (NOW + timedelta(days=1), False),
        (NOW + timedelta(days=300), True),
    ],
)
def test_whether_a_server_may_be_asked(not_before: datetime | None, expected: bool) -> None:
    assert may_ask(Validators(not_before=not_before), NOW) is expected


def test_an_intent_says_what_it_is_about() -> None:
    edition = Edition("https://me:secret@example.com/feed", "uk")
    intent = Intent(Source("S", editions=(edition,), language="en"), edition, Validators())
    assert (intent.language, intent.url) == ("uk", "https://example.com/feed")
    folder = Intent(Source("F", path=Path("/texts"), language="en"), None, Validators())
    assert (folder.language, folder.url) == ("en", "/texts")


def test_what_is_remembered_belongs_to_one_edition_of_one_source() -> None:
    url = "https://example.com/feed"
    keys = {
        Intent(Source(name), Edition(address, language), Validators()).key
        for name in ("A", "B")
        for language in ("uk", None)
        for address in (url, url + "2")
    }
    assert len(keys) == 8
