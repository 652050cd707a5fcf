"""What the addresses of a story's editions have in common, and what only looks like it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader import hrefs
from tui_reader.stories import addresses
from tui_reader.stories.addresses import is_front_page, picture_key, shared_keys

PAPER = "https://paper.example"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("/articles/2026/01/08/8015225/", "/rus/articles/2026/01/08/8015225/"),
        ("/ukr/news/mist-vidkryto-1718793456.html", "/en/news/bridge-opens-1718793456.html"),
        ("/50412345-mist.html", "/en/50412345-bridge.html"),
        ("/uk/a-71234567", "/de/a-71234567?maca=de-rss"),
        ("/8015225/mist-vidkryto/", "/en/8015225/bridge-opens/"),
        ("/index.php?id=801522&lang=uk", "/index.php?lang=en&id=801522"),
        ("/news/bridge-opens-again-today", "/en/news/bridge-opens-again-today/"),
        ("/story/c4gdzq5l9wyo", "/russian/story/c4gdzq5l9wyo"),
        ("/uk/5f0c9a52-7c1e-4a55-9d3b-2f6a1c0b9e11", "/en/x-5F0C9A52-7C1E-4A55-9D3B-2F6A1C0B9E11"),
        ("https://uk.paper.example/news/8015225", "https://en.paper.example/news/8015225"),
    ],
)
def test_editions_share_a_number_or_a_path(left: str, right: str) -> None:
    one, other = (url if "://" in url else PAPER + url for url in (left, right))
    assert shared_keys(one) & shared_keys(other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("/2026/01/08/mist/", "/en/2026/01/08/flood/"),
        ("/news/20260108-mist", "/en/news/20260108-flood"),
        ("/news/202601081230", "/en/news/202601081230"),
        ("/news/42", "/en/news/42"),
        ("/news/vtraty-100000", "/en/news/losses-100000"),
        ("/news/latest", "/en/news/latest"),
        ("/", "/en/"),
        ("/rubric-100245/page/mist", "/en/rubric-100245/page/flood"),
        ("/news/mist-8015225", "/en/news/bridge-8015226"),
    ],
)
def test_a_date_a_round_or_short_number_and_a_section_are_nobody_s(left: str, right: str) -> None:
    assert not shared_keys(PAPER + left) & shared_keys(PAPER + right)


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        ("8015225", "8015225", True),
        ("uk-801", "en-801", True),
        ("story:801:ua", "story:801:en", True),
        ("post-8015225", "8015225", True),
        ("1", "1", False),
        ("801", "801", False),
        ("uk-801", "en-802", False),
        ("uk", "en", False),
    ],
)
def test_guids(left: str, right: str, shared: bool) -> None:
    assert bool(shared_keys(None, left) & shared_keys(None, right)) is shared


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "https://img.paper.example/640x480/2026/bridge.jpg",
            "//img.paper.example/1200x630/2026/bridge.webp",
        ),
        ("https://paper.example/i/bridge-300x200.jpg", "https://paper.example/i/bridge.jpg"),
        ("https://paper.example/i/bridge@2x.jpg", "https://paper.example/i/bridge.jpg?w=300&q=80"),
        ("https://paper.example/t/w_300,h_200/bridge.jpg", "https://paper.example/t/w_1200/bridge.jpg"),
        ("https://paper.example/en/i/bridge.jpg", "https://paper.example/uk/i/bridge.jpg"),
    ],
)
def test_one_picture_in_several_sizes(left: str, right: str) -> None:
    assert picture_key(left) == picture_key(right) is not None


def test_other_pictures() -> None:
    addresses = [
        f"{PAPER}/i/{name}" for name in ("bridge.jpg", "bridge2.jpg", "2026/bridge.jpg", "flood.jpg")
    ]
    assert len({picture_key(address) for address in addresses}) == 4
    assert [picture_key(one) for one in (None, "", PAPER, "data:image/png;base64,x", "file:///i/a.jpg")] == [
        None
    ] * 5


def test_front_pages_in_other_spellings() -> None:
    front = ("/?lang=en", "/en/index.html", "/index.php", "/uk/home", "/en?lang=en")
    assert all(is_front_page(PAPER + path) for path in front)
    assert not any(
        is_front_page(PAPER + path) for path in ("/?p=7", "/en/?id=8015225", "/news/", "/en/news/")
    )


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_is_an_address_of_some_kind(text: str, more: str) -> None:
    for url in (text, f"https://paper.example/{text}?{more}", f"https://{text}/{more}"):
        assert isinstance(shared_keys(url, more), frozenset)
        assert picture_key(url) is None or picture_key(url)


@pytest.mark.parametrize("part", ["1x", "a_a,", "-11x11", "w11w", "a-", "1-1_", "5.5x"])
def test_a_long_address_is_read_in_no_time(part: str) -> None:
    address = f"{PAPER}/{part * 3000}!/{part * 3000}.jpg"
    shared_keys(address)
    picture_key(address)


PIECES = (
    "https://", "http://", "www.", "a.example", "b-c.example", "example", "/", "//", "/news", "/12345", "/a.b", ":80", ":8080", "?x=1", "#part",
    "#!x", ";p=1", "%20", "é", "user@", ".", "-", "..", "/../", "/./", "(x)", " ", "?utm_source=a",
)  # fmt: skip
BEGINNINGS = ("", "https://a.example", "https://www.b.example/x")


@given(st.sampled_from(BEGINNINGS), st.lists(st.sampled_from(PIECES), max_size=6))
def test_plain_addresses_are_read_as_all_others_are(beginning: str, pieces: list[str]) -> None:
    url = beginning + "".join(pieces)
    with pytest.MonkeyPatch.context() as patched:
        for module in (addresses, hrefs):
            patched.setattr(module, "_PLAIN_ADDRESS", re.compile("(?!)"))
        key = addresses.normalize_url.__wrapped__(url)
        address = hrefs.resolve(url, "https://base.example/dir/")
    assert addresses.normalize_url.__wrapped__(url) == key
    assert hrefs.resolve(url, "https://base.example/dir/") == address
