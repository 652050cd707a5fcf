"""Which paragraph of one edition is which of another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.aligning import align, carry
from tui_reader.model import Article, Block, BlockKind, Photo

SHORT, LONG = "Short. ", "A paragraph that says a great deal more than others do. " * 4


def told(*blocks: Block, photos: tuple[Photo, ...] = ()) -> Article:
    return Article("x", "A title", body=blocks, photos=photos)


def p(text: str = LONG) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def h(text: str = "Heading") -> Block:
    return Block(BlockKind.HEADING, text, level=2)


def photo(index: int) -> Block:
    return Block(BlockKind.PHOTO, photo=index)


def test_as_many_blocks_are_taken_one_by_one() -> None:
    assert align(told(p(), p(SHORT), p()), told(p(SHORT), p(), p())) == (0, 1, 2)


def test_headings_hold_their_sections_together() -> None:
    one = told(p(), p(), p(), h(), p(), h(), p())
    other = told(p(), h(), p(), p(), p(), h(), p())
    assert align(one, other) == (0, 0, 0, 1, 2, 5, 6)
    assert align(other, one) == (0, 3, 4, 4, 4, 5, 6)


def test_other_numbers_of_headings_are_no_anchors() -> None:
    assert align(told(h(), p(), p(), p()), told(p(), h(), h(), p())) == (0, 1, 2, 3)


def test_a_photo_is_known_by_its_address_in_whatever_size() -> None:
    one = told(
        photo(0),
        p(),
        p(),
        photo(1),
        p(),
        photos=(Photo("https://a.test/1.jpg?w=9"), Photo("https://a.test/2.jpg")),
    )
    other = told(p(), photo(0), p(), photos=(Photo("https://a.test/2.jpg?w=700"),))
    assert align(one, other)[3:] == (1, 2)


def test_quotes_and_tables_keep_their_places() -> None:
    quote, table = Block(BlockKind.QUOTE, "So he said"), Block(BlockKind.TABLE, "a\tb")
    assert align(told(p(), quote, p(), p(), table), told(p(), p(), p(), quote, table))[1::3] == (3, 4)


def test_numbers_are_the_same_however_they_are_written() -> None:
    one = told(p(), p(), p("It cost 1,348.50 in 2019."), p(), p())
    other = told(p("Es kostete 1.348,50 im Jahr 2019."), p(), p())
    assert align(one, other)[2] == 0
    assert align(told(p(), p("It is 1 348 long"), p()), told(p("1\u00a0348"), p(), p(), p()))[1] == 0


def test_a_number_that_stands_twice_says_nothing() -> None:
    one = told(p("In 2019."), p(), p(), p("In 2020."))
    assert align(one, told(p("2020"), p("2019, 2020"), p("2019"), p())) == (0, 1, 2, 3)


def test_anchors_that_cross_give_way_to_the_heavier() -> None:
    photos = (Photo("https://a.test/1.jpg"),)
    one = told(p("In 1991"), p(), photo(0), photos=photos)
    other = told(photo(0), p(), p(), p("In 1991"), photos=photos)
    assert align(one, other)[2] == 0


def test_a_place_is_carried_through_what_was_split_and_joined() -> None:
    joined, split = told(h(), p(LONG * 2), h()), told(h(), p(), p(), h())
    assert align(joined, split) == (0, 1, 3)
    assert carry(align(joined, split), 4, 1, 0.0) == (1, 0.0)
    assert carry(align(joined, split), 4, 1, 0.75) == (2, 0.5)
    assert align(split, joined) == (0, 1, 1, 2)
    assert carry(align(split, joined), 3, 2, 0.0) == (1, 0.5)
    assert carry(align(split, joined), 3, 3, 0.5) == (2, 0.5)


def test_before_the_text_and_without_one_is_the_top() -> None:
    assert carry((0, 1), 2, -1, 0.0) == (-1, 0.0)
    assert align(told(p()), told()) == ()
    assert carry((), 0, 3, 0.5) == (-1, 0.0)


WORDS = st.sampled_from([SHORT, LONG, "In 1991", "27 and 1,348", ""])
BLOCKS = st.builds(
    Block,
    st.sampled_from(
        [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.PHOTO]
    ),
    WORDS,
    photo=st.one_of(st.none(), st.integers(0, 3)),
)
ARTICLES = st.builds(
    lambda blocks, names: told(*blocks, photos=tuple(Photo(f"https://a.test/{name}") for name in names)),
    st.lists(BLOCKS, max_size=12),
    st.lists(st.sampled_from("abc"), max_size=3),
)


@given(ARTICLES, ARTICLES, st.floats(0, 1))
def test_the_way_is_whole_and_never_turns_back(one: Article, other: Article, share: float) -> None:
    aligned = align(one, other)
    if not one.body or not other.body:
        assert aligned == ()
        return
    assert len(aligned) == len(one.body)
    assert all(before <= after for before, after in pairwise(aligned))
    assert set(aligned) <= set(range(len(other.body)))
    places = [carry(aligned, len(other.body), block, share) for block in range(len(one.body))]
    assert all(before <= after for before, after in pairwise(places))
    assert all(0 <= block < len(other.body) and 0 <= rest <= 1 for block, rest in places)


@given(ARTICLES)
def test_a_text_is_itself(one: Article) -> None:
    assert align(one, one) == tuple(range(len(one.body)))


@pytest.mark.parametrize("blocks", [60, 5000])
def test_long_texts_take_no_time_that_can_be_seen(blocks: int) -> None:
    one, other = (told(*(p(f"{LONG} {n}000") for n in range(0, blocks, step))) for step in (1, 2))
    assert align(one, other)[blocks - 1] == len(other.body) - 1
