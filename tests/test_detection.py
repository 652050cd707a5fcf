"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.detection import choose, detect, language_of

TEXTS = {
    "uk": "Міст через річку знову відкрили для пішоходів після довгого ремонту.",
    "ru": "Мост через реку снова открыли для пешеходов после долгого ремонта.",
    "en": "The bridge over the river is open again after a long repair.",
    "de": "Die Brücke über den Fluss ist nach langer Reparatur wieder offen.",
    "fr": "Le pont sur la rivière est de nouveau ouvert après de longs travaux.",
    "pl": "Most na rzece jest znowu otwarty po długim remoncie.",
    "ja": "川にかかる橋は長い修理の後に再び開通した。",
    "ko": "강 위의 다리가 긴 수리 끝에 다시 열렸다.",
    "zh": "经过长时间的维修，河上的桥重新开放。",
    "ar": "أعيد فتح الجسر فوق النهر بعد إصلاح طويل.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages_are_told_apart(language: str) -> None:
    found = detect(TEXTS[language])
    assert found is not None
    assert found[0] == language
    assert 0.4 <= found[1] <= 1


def test_capitals_do_not_mislead() -> None:
    found = detect(TEXTS["de"].upper())
    assert found is not None
    assert found[0] == "de"


@pytest.mark.parametrize(
    "text", ["", "   ", "12.06.2024", "Kyiv", "https://example.org/a/long/way/to/go", "\ud800"]
)
def test_too_little_gives_none(text: str) -> None:
    assert detect(text) is None


def test_what_is_declared_comes_first() -> None:
    assert language_of(TEXTS["en"], "ua") == "uk"
    assert language_of(TEXTS["en"], "no tag at all") == "en"
    assert language_of("", None) is None


def test_tabs_decide_only_where_the_text_is_unsure() -> None:
    assert choose(TEXTS["en"], ("uk", "ru")) == "en"
    assert choose("Det er en bro over elven", ("nb", "en")) in {"nb", "da"}
    assert choose("", ("uk", "ru")) is None


@given(st.text(max_size=200))
def test_nothing_raises(text: str) -> None:
    detect(text)
    choose(text, ("uk", "en"))
