"""Bytes to text: gzip, marks, declarations, guesses."""

from __future__ import annotations

import contextlib
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.errors import ParseError
from tui_reader.sources.decode import codec, decode, decompress

UKRAINIAN = "Міст через річку знову відкрили для пішоходів після довгого ремонту, який тривав два роки."
RUSSIAN = "Мост через реку снова открыли для пешеходов после долгого ремонта, который длился два года."
GERMAN = "Die Brücke über den Fluss ist nach zwei Jahren wieder geöffnet, größer und schöner als zuvor."
POLISH = "Most na rzece został znów otwarty po dwóch latach, mieszkańcy świętują już od środy."
CZECH = "Most přes řeku je po dvou letech opět otevřený, obyvatelé oslavují už od středy."
JAPANESE = "川にかかる橋は二年にわたる修理の後、水曜日に再び開通した。"
KOREAN = "강 위의 다리가 이 년에 걸친 수리 끝에 수요일에 다시 열렸다."
CHINESE = "经过两年的维修，河上的桥于星期三重新开放。"
GUESSED = [
    (UKRAINIAN, "cp1251"),
    (UKRAINIAN, "koi8-u"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (GERMAN, "cp1252"),
    (POLISH, "cp1250"),
    (POLISH, "iso8859-2"),
    (CZECH, "cp1250"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
    (KOREAN, "euc_kr"),
    (CHINESE, "gb18030"),
]


@pytest.mark.parametrize(("text", "charset"), GUESSED)
def test_undeclared_charsets_are_guessed(text: str, charset: str) -> None:
    assert decode(text.encode(charset)) == text


@pytest.mark.parametrize(("text", "charset"), GUESSED)
def test_declared_charsets(text: str, charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body>{text}</body></html>'
    assert decode(page.encode(charset)) == page
    prolog = f"<?xml version='1.0' encoding='{charset}'?><a>{text}</a>"
    assert decode(prolog.encode(charset)) == prolog
    assert decode(text.encode(charset), charset) == text


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_decides(charset: str) -> None:
    assert decode(UKRAINIAN.encode(charset), "windows-1251") == UKRAINIAN


def test_valid_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode(UKRAINIAN.encode(), "iso-8859-1") == UKRAINIAN


def test_utf16_declared_by_the_header() -> None:
    assert decode("Brücke".encode("utf-16-le"), "utf-16le") == "Brücke"


def test_an_ascii_document_that_calls_itself_utf16_is_read() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?><a>plain</a>'
    assert decode(text.encode()) == text


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    data = UKRAINIAN.encode() + b"\xff" + UKRAINIAN.encode()
    assert decode(data) == f"{UKRAINIAN}\ufffd{UKRAINIAN}"


def test_utf8_cut_off_in_a_character() -> None:
    assert decode(UKRAINIAN.encode()[:-2]).startswith(UKRAINIAN[:-2])


@pytest.mark.parametrize(
    "name", ["zlib", "rot13", "base64", "idna", "unicode_escape", "no-such", "\0", "", "x" * 500]
)
def test_names_that_are_no_charset_are_ignored(name: str) -> None:
    assert codec(name) is None
    assert decode(GERMAN.encode(), name) == GERMAN


def test_latin1_means_windows_1252() -> None:
    assert decode("“Brücke”".encode("cp1252"), "ISO-8859-1") == "“Brücke”"


def test_gzip() -> None:
    data = UKRAINIAN.encode()
    assert decompress(gzip.compress(data)) == data
    assert decompress(gzip.compress(data) + gzip.compress(data)) == data * 2
    assert decompress(gzip.compress(data) + b"\0\0") == data
    assert decompress(data) == data


def test_gzip_is_bounded() -> None:
    bomb = gzip.compress(bytes(5_000_000))
    assert len(bomb) < 10_000
    with pytest.raises(ParseError, match="too large: it unpacks to more than 1 MB"):
        decompress(bomb, 1024 * 1024)
    with pytest.raises(ParseError, match="too large"):
        decompress(b"x" * 100, 99)


def test_broken_gzip_is_one_clear_line() -> None:
    packed = gzip.compress(UKRAINIAN.encode())
    with pytest.raises(ParseError, match="cut off"):
        decompress(packed[:-20])
    with pytest.raises(ParseError, match="damaged"):
        decompress(packed[:12] + b"\xff" * 20 + packed[32:])


@given(
    st.binary(max_size=300),
    st.one_of(st.none(), st.text(max_size=20), st.sampled_from(["koi8-u", "utf-16", "gbk"])),
)
def test_decoding_never_raises(data: bytes, declared: str | None) -> None:
    assert isinstance(decode(data, declared), str)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=100))
def test_utf8_comes_back(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text


@given(st.binary(max_size=200))
def test_decompressing_raises_only_ours(data: bytes) -> None:
    with contextlib.suppress(ParseError):
        decompress(b"\x1f\x8b" + data)
