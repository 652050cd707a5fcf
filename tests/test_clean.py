"""The gate for one text: nothing that a terminal obeys comes out, and what languages need stays."""

from __future__ import annotations

import sys
import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.foreign import PAYLOADS, is_safe, is_unseen, text
from tui_reader.clean import MAX_MARKS, clean_address, clean_code, clean_line, clean_text

Clean = Callable[[str], str]
ALL: dict[Clean, str] = {clean_line: "", clean_text: "\n", clean_code: "\n", clean_address: ""}
EACH = pytest.mark.parametrize("clean", list(ALL))


@EACH
@settings(max_examples=400, deadline=None)
@given(value=text)
@example(value="e\u200d\u0301\u200d\u0302")
@example(value="\u0344" * 9)
@example(value="a \u00ad\n \u200b\n\n\n b")
def test_whatever_comes_in_is_safe_and_stays_as_it_is(clean: Clean, value: str) -> None:
    done = clean(value)
    assert is_safe(done, ALL[clean]), ascii(done)
    assert clean(done) == done
    done.encode("utf-8")


@EACH
def test_no_character_by_itself_is_obeyed(clean: Clean) -> None:
    for first in range(0, sys.maxunicode, 0x1000):
        done = clean("–".join(map(chr, range(first, first + 0x1000))))
        assert done.count("–") >= 0xFFF
        assert is_safe(done, ALL[clean]), hex(first)


@EACH
@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads(clean: Clean, payload: str) -> None:
    assert is_safe(clean(f"before {payload} after"), ALL[clean])
    assert is_safe(clean(payload * 50), ALL[clean])


@EACH
@settings(max_examples=100, deadline=None)
@given(value=text)
def test_nothing_is_unseen_in_a_row(clean: Clean, value: str) -> None:
    run = 0
    for character in clean(value):
        run = run + 1 if is_unseen(character) else 0
        assert run <= MAX_MARKS


@EACH
@pytest.mark.parametrize(
    "kept",
    [
        "👨‍👩‍👧‍👦",  # a family, joined by ZWJ
        "❤️‍🔥",
        "🏳️‍🌈",
        "🇺🇦",
        "👍🏽",
        "می‌خواهم",  # Persian, with ZWNJ
        "क्‍ष",  # Devanagari, with ZWJ
        "हिन्दी",
        "ไม่มีที่",
        "שָׁלוֹם",
        "العَرَبِيَّة",
        "Việt",
        "བརྒྱུད",
        "a\u0330\u0331\u0332\u0333",  # four marks
        "naïve",
        "Їжак",
        "日本語「新聞」",
        "½·×€₴—…«»",
    ],
)
def test_what_languages_need_stays(clean: Clean, kept: str) -> None:
    assert clean(kept) == unicodedata.normalize("NFC", kept)
    assert clean(f"–{kept}–") == unicodedata.normalize("NFC", f"–{kept}–")


@EACH
@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("Donau\u00addampf\u00adschiff", "Donaudampfschiff"),
        ("a\u200b\u200b\u200bb", "ab"),
        ("pay\u200dpal", "paypal"),
        ("\u200cя\u200d", "я"),
        ("я\u200d\u200c\u200d\u200cк", "я\u200dк"),
        ("\ufeffx", "x"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
        ("x\x1b[31my", "x[31my"),
        ("e\u0301", "é"),
        ("x" + "\u0330" * 9, "x" + "\u0330" * MAX_MARKS),
        ("न" + "\u094d" * 9, "न" + "\u094d" * MAX_MARKS),
        ("ก" + "\u0e48" * 9, "ก" + "\u0e48" * MAX_MARKS),
        ("\ud83d\ude00", ""),  # two surrogates are no character
        ("🏴\U000e0067\U000e0062\U000e007f", "🏴"),
    ],
)
def test_what_goes(clean: Clean, given: str, made: str) -> None:
    assert clean(given) == made


@pytest.mark.parametrize(
    ("clean", "made"),
    [
        (clean_line, "a b c d e"),
        (clean_text, "a b\nc\n\nd e"),
        (clean_code, "  a b\n    c\n\n\n\nd\u00a0 e"),
        (clean_address, "abcde"),
    ],
)
def test_white_space(clean: Clean, made: str) -> None:
    assert clean("\n  a\tb\u2028\tc\r\n\r\n\n \nd\u00a0 e \n") == made


def test_a_line_break_of_any_kind_is_one() -> None:
    for one in ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028"):
        assert clean_text(f"a{one}b") == "a\nb"
        assert clean_line(f"a{one}b") == "a b"
        assert clean_code(f"a{one}b") == "a\nb"


@EACH
@pytest.mark.parametrize(
    "hostile",
    [
        "a" + "\u0301\u0323" * 150_000,  # marks that normalizing puts in order, one by one
        "a" + "\U0001d165\U0001d16d" * 100_000,
        "e\u200d\u0301" * 60_000,
        "é\u200d" * 100_000,
        "\n " * 300_000,
        " " * 600_000,
    ],
    ids=["marks", "stems", "composed", "joiners", "breaks", "spaces"],
)
def test_long_hostile_text_takes_no_time(clean: Clean, hostile: str) -> None:
    begun = time.process_time()
    clean(hostile)
    assert time.process_time() - begun < 3


@settings(max_examples=600, deadline=None)
@given(value=st.text(st.sampled_from("ab éї—…«»“”№€\n\n\n  \t"), max_size=24))
def test_plain_text_takes_no_other_way_out(value: str) -> None:
    mark = "\u200b"  # which no text keeps, and which sends a text through every rule
    assert clean_text(value) == clean_text(value + mark)
    assert clean_line(value) == clean_line(value + mark)
