"""Hosts that look like others are shown in ASCII, honest ones as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.foreign import is_safe
from tests.foreign import text as foreign
from tui_reader.hosts import shown_address


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://paper.example/a?b=c#d", "https://paper.example/a?b=c#d"),
        ("https://україна.укр/новини", "https://україна.укр/новини"),
        ("https://новини.example/", "https://новини.example/"),
        ("https://bücher.example/", "https://bücher.example/"),
        ("https://新聞のサイト.example/", "https://新聞のサイト.example/"),
        ("https://аррӏе.com/x", "https://xn--80ak6aa92e.com/x"),  # Cyrillic letters alone that look Latin
        ("https://раураl.com/", "https://xn--l-7sba6dbr.com/"),  # Latin and Cyrillic
        ("https://user@раураl.com:8080/x", "https://user@xn--l-7sba6dbr.com:8080/x"),
        ("https://gооgle.com", "https://xn--ggle-55da.com"),
        ("https://ехаmple.укр/", "https://xn--mple-43d3a6i.укр/"),
        ("https://paper.example/раураl", "https://paper.example/раураl"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://[::1/ї", "https://[::1/ї"),
    ],
)
def test_shown(url: str, shown: str) -> None:
    assert shown_address(url) == shown


@given(foreign)
def test_whatever_the_address_it_is_safe_and_settled(url: str) -> None:
    shown = shown_address(f"https://{url}")
    assert is_safe(shown)
    assert shown_address(shown) == shown
