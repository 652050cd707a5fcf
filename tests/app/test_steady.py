"""What is drawn takes the same columns in every terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tui_reader.app.steady import steady, steady_article
from tui_reader.clean import clean_line
from tui_reader.model import Article, Block, BlockKind, InlineLink, Photo


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a family 👩\u200d👩\u200d👧\u200d👦 walks", "a family 👩👩👧👦 walks"),
        ("I ❤\ufe0f news", "I ❤ news"),
        ("🇺🇦 and 🇩🇪", "UA and DE"),
        ("👍🏽!", "👍!"),
        ("tone 🏽 alone", "tone 🏽 alone"),
        ("🏳\ufe0f\u200d🌈", "🏳🌈"),
        ("क्\u200dष stays", "क्\u200dष stays"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("1\ufe0f\u20e3 first", "1 first"),
        ("plain", "plain"),
    ],
)
def test_drawn(text: str, drawn: str) -> None:
    assert steady(text) == drawn


@given(st.text(alphabet="a ❤👩👍🏽🇺🇦\u200d\ufe0f\ufe0eक\u094d漢\u0301"))
def test_the_columns_are_those_of_the_characters(text: str) -> None:
    drawn = steady(clean_line(text))
    assert steady(drawn) == drawn
    if "\u200d" not in drawn:  # what is left of those is Indic script
        assert cell_len(drawn) == sum(map(get_character_cell_size, drawn))


def test_links_keep_their_words() -> None:
    text = "See 👩\u200d👧 the 🇺🇦 map here"
    start = text.index("map")
    block = Block(BlockKind.PARAGRAPH, text, links=(InlineLink(start, start + 3, "https://a.test/"),))
    article = Article("x", "❤\ufe0f", body=(block,), photos=(Photo(None, None, "🇺🇦", None),))
    drawn = steady_article(article)
    link = drawn.body[0].links[0]
    assert drawn.body[0].text[link.start : link.end] == "map"
    assert (drawn.title, drawn.photos[0].caption) == ("❤", "UA")
