"""The readers against whatever can be put together of what they know: no exception but an error of one safe line."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.foreign import PAYLOADS, text
from tests.hostile.making import HEAVY, article, atom, json_feed, rss
from tests.hostile.mutating import TOKENS
from tests.hostile.mutation_calls import READERS, look_at
from tui_reader.clean import clean_address, clean_code, clean_line, clean_text
from tui_reader.errors import ParseError
from tui_reader.reading import read_page

tokens = st.sampled_from(TOKENS)
foreign = text.map(lambda value: value.encode("utf-8", "surrogatepass"))
soup = st.lists(tokens | tokens | foreign, max_size=30).map(b"".join)
bounded = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
case = pytest.mark.case


@pytest.mark.parametrize("kind", READERS)
@bounded
@given(data=soup)
def test_soup(kind: str, data: bytes) -> None:
    assert look_at(kind, data)[0] == ""


@case(26, 35, 37)
@bounded
@given(inner=soup, form=st.sampled_from(["rss", "atom", "item", "entry"]))
def test_soup_within_a_feed(inner: bytes, form: str) -> None:
    before, after = {
        "rss": (b"<rss version='2.0'><channel>", b"</channel></rss>"),
        "atom": (b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"</feed>"),
        "item": (b"<rss version='2.0'><channel><item><title>One</title>", b"</item></channel></rss>"),
        "entry": (
            b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One</title><content>",
            b"</content></entry></feed>",
        ),
    }[form]
    assert look_at("feed", before + inner + after)[0] == ""


@case(50, 56)
@bounded
@given(inner=soup)
def test_soup_within_a_page(inner: bytes) -> None:
    assert look_at("page", article("SOUP").replace(b"SOUP", inner))[0] == ""


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | text | st.sampled_from(PAYLOADS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=12,
)
KEYS = (
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published",
    "date_modified", "author", "authors", "tags", "language", "attachments",
)  # fmt: skip


@case(48, 49)
@bounded
@given(
    items=st.lists(st.dictionaries(st.sampled_from(KEYS), json_values, max_size=8) | json_values, max_size=4),
    rest=st.dictionaries(
        st.sampled_from(["title", "home_page_url", "language", "authors", "version"]), json_values
    ),
)
def test_json_feeds_of_any_types(items: list[object], rest: dict[str, object]) -> None:
    import json

    feed = {"version": "https://jsonfeed.org/version/1.1", **rest, "items": items}
    assert look_at("feed", json.dumps(feed).encode())[0] == ""
    assert look_at("feed", json.dumps(feed, ensure_ascii=False).encode("utf-8", "surrogatepass"))[0] == ""


@case(62, 63, 64)
@settings(max_examples=150, deadline=None)
@given(value=st.lists(text | st.sampled_from(PAYLOADS), max_size=6).map("".join))
def test_the_gate_changes_nothing_twice(value: str) -> None:
    for clean in (clean_line, clean_text, clean_code, clean_address):
        once = clean(value)
        assert clean(once) == once
        once.encode("utf-8")


@case(31, 32)
@pytest.mark.parametrize(
    "front",
    ["title: " + "[" * 20_000, "x: " + "{a: " * 5_000, "x:\n " + "- " * 15_000, "a: &a [*a]", "title: " + "9" * 6000,
     "title: !!python/object/apply:os.system [echo]", "x: '" + "''" * 20_000, "? " * 15_000, "x: " + "!" * 40_000,
     "a0: &a [x]\n" + "".join(f"a{n}: &a{n} [{'*a, ' * 9}*a]\n" for n in range(9))],
)  # fmt: skip
def test_front_matter_that_is_a_bomb(front: str) -> None:
    started = time.process_time()
    said, _ = look_at("markdown", f"---\n{front}\n---\n\n# A title\n\nA text.\n".encode())
    assert said == ""
    assert time.process_time() - started < 3


@case(58)
def test_a_heavy_feed_is_no_page() -> None:
    with pytest.raises(ParseError, match="is a feed"):
        read_page(HEAVY["billion laughs"][1](), "https://news.example/", "i", "text/html")
    for feed in (rss(""), atom("")):
        with pytest.raises(ParseError, match="is a feed"):
            read_page(feed, "https://news.example/", "i", "text/html")
    assert look_at("any", json_feed(""))[1] == 1
