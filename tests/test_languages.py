"""What sites call languages, and what readers call them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.foreign import text
from tui_reader.languages import (
    MAX_TAG,
    autonym,
    from_label,
    in_order,
    is_known,
    known,
    label,
    normalize,
    primary,
    same,
)

CANONICAL = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[A-Za-z0-9]{2,8})*")
PARTS = ("ua", "zh", "cn", "hans", "latn", "BR", "419", "x", "u", "a", "iw", "en", "1996", "valencia", "tw")
likely = st.lists(st.sampled_from(PARTS), max_size=9)


@settings(max_examples=200)
@given(text | likely.map("-".join) | likely.map("_".join) | st.from_regex(r"[a-z]{2,3}(-[a-zA-Z0-9]{1,9})*"))
def test_a_tag_is_canonical_and_stays_so(value: str) -> None:
    tag = normalize(value)
    if tag is not None:
        assert CANONICAL.fullmatch(tag), tag
        assert len(tag) <= MAX_TAG
        assert normalize(tag) == tag
    from_label(value)
    assert label(tag)
    assert autonym(tag)


ALIASES = {
    "ua": "uk", "cz": "cs", "jp": "ja", "kr": "ko", "cn": "zh", "gr": "el", "se": "sv", "dk": "da", "si": "sl",
    "ee": "et", "by": "be", "iw": "he", "in": "id", "UA": "uk", "ua-UA": "uk-UA", "kz": "kk", "rs": "sr",
    "ukr": "uk", "eng": "en", "ger": "de", "deu": "de", "zho": "zh", "cze": "cs", "rum": "ro", "gre": "el",
    "sr-Latn": "sr-Latn", "SR_LATN": "sr-Latn", "sr-latn-rs": "sr-Latn-RS", "zh-Hans": "zh-Hans",
    "zh-CN": "zh-Hans", "zh_TW": "zh-Hant", "zh-cn-x-private": "zh-Hans", "zh-Hant-HK": "zh-Hant-HK",
    "pt-BR": "pt-BR", "pt_br": "pt-BR", "es-419": "es-419", "ca-valencia": "ca-valencia", "de-1996": "de-1996",
    "en_US.UTF-8": "en-US", "uk_UA.UTF-8@euro": "uk-UA", "en-u-ca-gregory": "en", "en-x-mine": "en",
    " uk ": "uk", "gsw": "gsw", "tlh": "tlh", "ji": "yi", "mo": "ro", "sh": "sr-Latn", "crh": "crh",
}  # fmt: skip


@pytest.mark.parametrize("given", ALIASES)
def test_what_sites_declare(given: str) -> None:
    assert normalize(given) == ALIASES[given]


@pytest.mark.parametrize(
    "given",
    [None, "", " ", "C", "C.UTF-8", "POSIX", "x-default", "und", "mul", "zxx", "English", "e", "e1", "en us", "42",
     "en--us", "-en", "en-", "укр", "en\0", "en/uk", "*", "i-klingon", "en-toolongasubtag", "\ud800"],
)  # fmt: skip
def test_what_is_no_tag(given: str | None) -> None:
    assert normalize(given) is None


LABELS = {
    "uk": "ua | UA | Укр | УКР | Укр. | Українська | українська | Українською | UKR | ukr | Ukrainian | uk | Українська мова",
    "en": "en | EN | Eng | ENG | English | english | Англ | Англійська | English▾ | [EN] | EN/ | *EN* | (EN) | English ✓",
    "ru": "ru | RU | Рус | РУС | Рус. | Русский | русский | Russian",
    "de": "de | DE | Deutsch | DEUTSCH | GER | Deu | German | Німецька",
    "fr": "fr | FR | Français | FRANÇAIS | Fra | French",
    "es": "es | ES | Español | ESP | Castellano",
    "it": "it | IT | Italiano | ITA",
    "pl": "pl | PL | Polski | POL | Польська",
    "pt": "pt | PT | Português | POR",
    "ro": "ro | RO | Română | ROM",
    "cs": "cs | CZ | cz | Čeština | Česky",
    "sk": "sk | SK | Slovenčina | Slovensky",
    "sl": "sl | SI | Slovenščina",
    "sr": "sr | RS | Srpski | Српски | Срп",
    "bg": "bg | BG | Български | БГ",
    "el": "el | GR | Ελληνικά | ΕΛΛ",
    "tr": "tr | TR | Türkçe | TUR",
    "sv": "sv | SE | Svenska | SWE",
    "da": "da | DK | Dansk",
    "no": "no | NO | Norsk | NOR",
    "nb": "Bokmål | NB",
    "fi": "fi | FI | Suomi | Suomeksi",
    "et": "et | EE | Eesti | EST | Eesti keel",
    "lv": "lv | LV | Latviešu",
    "lt": "lt | LT | Lietuvių",
    "hu": "hu | HU | Magyar",
    "be": "be | BY | Беларуская | Бел",
    "kk": "kk | KZ | Қазақша | Қаз | Қазақ тілі",
    "ka": "ka | GE | ქართული | ქარ",
    "hy": "hy | HY | Հայերեն",
    "he": "he | HE | עברית",
    "ar": "ar | AR | العربية | عربي",
    "fa": "fa | FA | فارسی",
    "hi": "hi | HI | हिन्दी | हिंदी",
    "ja": "ja | JP | 日本語 | Japanese",
    "ko": "ko | KR | 한국어",
    "zh": "zh | CN | 中文",
    "zh-Hans": "简体中文 | zh-CN | zh-Hans | 中文 (CN)",
    "zh-Hant": "繁體中文 | zh-TW",
    "id": "ID | Bahasa Indonesia | Indonesia",
    "vi": "VI | Tiếng Việt",
    "pt-BR": "pt-BR | PT-BR | pt_br | Português (BR) | PT (BR)",
    "en-US": "en-US | English (US)",
    "sr-Latn": "sr-Latn | SR-Latn",
}


@pytest.mark.parametrize("tag", LABELS)
def test_what_stands_on_a_tab(tag: str) -> None:
    names = LABELS[tag].split(" | ")
    assert {name: from_label(name) for name in names} == dict.fromkeys(names, tag)


@pytest.mark.parametrize(
    "word",
    ["Sport", "Video", "News", "to", "in", "IN", "Ми", "Все", "Home", "Menu", "Login", "About", "Live", "TV", "Tech",
     "Новини", "Відео", "Про нас", "до", "за", "та", "не", "мова", "keel", "тілі", "Welt", "la", "un", "a", "i", "и", "",
     " ", "–", "()", "(x)", "()()", "US", "GB", "BR", "MX", "12", "en vivo", "no way", "be new", "to be", "is it",
     "go-no", "no-nonsense", "eng-rus", "EN RU", "English news", "in-depth", "Політика", "经济", "RSS", "e-mail", "VIP"],
)  # fmt: skip
def test_ordinary_words_are_no_language(word: str) -> None:
    assert from_label(word) is None


@pytest.mark.parametrize("tag", known())
def test_every_language_is_found_by_its_own_name_and_label(tag: str) -> None:
    assert normalize(tag) == tag
    assert is_known(tag)
    assert from_label(autonym(tag)) == tag
    assert from_label(autonym(tag).upper()) == tag
    if tag not in ("zh-Hans", "zh-Hant"):  # their labels are signs: 简 and 繁
        assert from_label(label(tag)) == tag


def test_labels() -> None:
    shown = {tag: label(tag) for tag in ("uk", "en", "pt-BR", "cs-CZ", "zh-Hans", "gsw")}
    assert shown == {"uk": "UA", "en": "EN", "pt-BR": "PT", "cs-CZ": "CZ", "zh-Hans": "简", "gsw": "GSW"}
    assert label(None) == "??"
    assert (autonym("uk-UA"), autonym("gsw"), autonym(None)) == ("Українська", "gsw", "?")


def test_same() -> None:
    assert same("pt-BR", "pt")
    assert same("nb", "no")
    assert same("nn-NO", "nb")
    assert not same("uk", "ru")
    assert not same(None, None)
    assert not same("uk", None)
    assert primary("zh-Hant-TW") == "zh"


def test_order() -> None:
    assert in_order(["ru", "en", "uk", "en"], ["uk", "en"]) == ["uk", "en", "ru"]
    assert in_order(["pt-BR", "de", "pt"], ["pt"]) == ["pt", "pt-BR", "de"]
    assert in_order(["b", "a"]) == ["a", "b"]
