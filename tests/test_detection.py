"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader import detection
from tui_reader.detection import Settled, choose, detect, settle

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


LONG = {
    "uk": "Міст через річку знову відкрили для пішоходів після довгого ремонту, повідомила міська рада у вівторок.",
    "ru": "Мост через реку снова открыт для пешеходов после долгих ремонтных работ, сообщили городские власти.",
    "en": "The bridge over the river is open to the people of the city again after a long repair, the council said.",
    "de": "Die Brücke über den Fluss ist nach der langen Reparatur wieder für alle offen, teilte der Rat am Dienstag mit.",
    "fr": "Le pont sur la rivière est de nouveau ouvert aux piétons après de longs travaux, a annoncé la ville mardi.",
    "pl": "Most na rzece jest znowu otwarty dla pieszych po długim remoncie, jak podała we wtorek rada miasta w Polsce.",
    "bg": "Мостът над реката отново е отворен за пешеходци след дълъг ремонт, съобщи във вторник общинският съвет.",
    "el": "Η γέφυρα πάνω από το ποτάμι άνοιξε ξανά για τους πεζούς μετά από μακρά επισκευή, είπε το συμβούλιο.",
    "ja": "川にかかる橋は長い修理の後に再び開通したと市議会が火曜日に発表し、多くの市民が喜んで渡り始めたという。",
}


def test_what_is_declared_comes_first() -> None:
    assert settle(TEXTS["en"], "ua") == Settled("uk")
    assert settle(TEXTS["en"], "no tag at all") == Settled("en")
    assert settle("", None) == Settled(None)
    assert settle("", None, "ua") == Settled("uk")


@pytest.mark.parametrize("declared", LONG)
@pytest.mark.parametrize("written", LONG)
@pytest.mark.parametrize("closely", [False, True])
def test_a_text_that_is_surely_in_another_language_wins(declared: str, written: str, closely: bool) -> None:
    expected = Settled(written, None if written == declared else declared)
    assert settle(LONG[written], declared, closely=closely) == expected


def test_of_two_declarations_the_one_that_the_text_bears_out_wins() -> None:
    assert settle(LONG["uk"], "en-US", "uk-UA") == Settled("uk-UA", "en-US")
    assert settle(LONG["uk"], "uk", "en") == Settled("uk")


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("Що пише The New York Times про саміт", "uk"),
        (
            "Анонс: концерт гурту Rammstein, альбом «Reise, Reise», стадіон, вхід вільний для всіх охочих людей",
            "uk",
        ),
        (
            "Bokmål og nynorsk er to måter å skrive norsk på, og begge er mye brukt i avisene i hele landet nå.",
            "nb",
        ),
        (
            "Most je ponovno otvoren za pješake nakon dugog popravka, objavilo je u utorak gradsko vijeće grada.",
            "bs",
        ),
        (
            "ABC DEF GHI 123 456 https://site.example/a/very/long/address/that/says/nothing/of/the/language/at/all",
            "de",
        ),
        ("1:0, 2:1, 3:2 – 1 234 567 890 1 234 567 890 1 234 567 890 1 234 567 890", "ru"),
    ],
)
def test_what_is_not_sure_changes_nothing(text: str, declared: str) -> None:
    assert settle(text, declared) == Settled(declared)


def test_a_text_that_fits_is_not_shown_to_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> None:
        raise AssertionError("the model was asked")

    monkeypatch.setattr(detection, "detect", refuse)
    for language, text in LONG.items():
        assert settle(text, language) == Settled(language)


def test_tabs_decide_only_where_the_text_is_unsure() -> None:
    assert choose(TEXTS["en"], ("uk", "ru")) == "en"
    assert choose("Det er en bro over elven", ("nb", "en")) in {"nb", "da"}
    assert choose("", ("uk", "ru")) is None


@given(st.text(max_size=200))
def test_nothing_raises(text: str) -> None:
    detect(text)
    choose(text, ("uk", "en"))
    settle(text, "uk", closely=True)
    settle(text, "zz", "en")
