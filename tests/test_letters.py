"""What letters and small words say of a text's language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_detection import LONG
from tui_reader.letters import fits

OTHERS = {
    "fr": "en", "en": "de", "de": "fr", "uk": "ru", "ru": "uk", "pl": "en", "el": "uk", "ja": "ko", "bg": "el",
}  # fmt: skip


@pytest.mark.parametrize("language", LONG)
def test_a_text_fits_its_own_language_and_not_another(language: str) -> None:
    assert fits(LONG[language], language)
    assert fits(LONG[language], f"{language}-XX")
    assert not fits(LONG[language], OTHERS[language])


@pytest.mark.parametrize("tag", ["uk", "en", "zh-Hant", "sr-Latn", "gsw", "da"])
def test_no_text_fits_every_language(tag: str) -> None:
    assert fits("", tag)
    assert fits("12.5 % – 42!", tag)


def test_serbian_is_written_in_two_scripts() -> None:
    assert fits("Most preko reke je ponovo otvoren posle duge popravke.", "sr")
    assert fits("Мост преко реке је поново отворен после дуге поправке.", "sr")
    assert not fits("桥上的河流经过长时间的维修后重新开放。", "sr")


@given(st.text(max_size=300), st.sampled_from(["uk", "en", "ja", "sr", "ka", "qq"]))
def test_nothing_raises(text: str, tag: str) -> None:
    assert fits(text, tag) in (True, False)
