"""Names that are one in every language, and numbers that are one in every notation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.stories.naming import name_key
from tui_reader.stories.numbering import numbers

NAMES = """uk Зеленський|uk Зеленського|ru Зеленским|en Zelensky|en Zelenskyy|de Selenskyj|de Selenskyjs
uk Путін|uk Путіна|ru Путиным|en Putin|de Putins
uk Шольц|ru Шольца|de Scholz|en Scholz
uk Макрон|ru Макроном|en Macron|fr Macron
uk Кличко|uk Кличка|de Klitschko|en Klychko
uk Харків|uk Харкова|ru Харьков|en Kharkiv|de Charkiw
uk Чернігів|ru Чернигове|en Chernihiv|de Tschernihiw
uk Джонсон|uk Джонсона|en Johnson
uk Порошенко|uk Порошенком|en Poroshenko|de Poroschenko
uk Максим|uk Максимом|en Maksym|de Maksym
uk Орбан|ru Орбана|en Orbán|de Orban
uk Ердоган|ru Эрдоганом|en Erdogan|tr Erdoğan
uk Гамбург|ru Гамбурга|de Hamburg|en Hamburg
uk Щербак|en Shcherbak|de Schtscherbak
uk Мерц|uk Мерцем|de Merz
uk Хмельницький|en Khmelnytskyi|de Chmelnyzkyj
uk Юлія|ru Юлия|en Yulia|de Julija
uk Варшава|ru Варшаве|en Warsaw|de Warschau
uk Москва|ru Москвы|en Moscow|de Moskau
el Μητσοτάκης|en Mitsotakis|uk Міцотакіс
pl Wałęsa|uk Валенса"""


@pytest.mark.parametrize("line", NAMES.splitlines()[:-2])
def test_a_name_has_one_key_in_every_language_and_case(line: str) -> None:
    keys = {name: name_key(name, language) for language, name in (one.split() for one in line.split("|"))}
    assert len(set(keys.values())) == 1, keys


def test_other_names_have_other_keys() -> None:
    names = (
        "Путін",
        "Порошенко",
        "Зеленський",
        "Залужний",
        "Макрон",
        "Мерц",
        "Шольц",
        "Харків",
        "Херсон",
        "Київ",
    )
    assert len({name_key(name, "uk") for name in names}) == len(names)


@pytest.mark.parametrize("word", ["", "a", "Ї", "東京", "محمد", "1", "’", "\ud800", "ßß"])
def test_too_little_has_no_key(word: str) -> None:
    assert len(name_key(word)) <= 2


@given(st.text(max_size=40), st.sampled_from(["en", "de", "uk", "pl", "zz"]))
def test_any_word_has_a_key_of_plain_letters(word: str, language: str) -> None:
    key = name_key(word, language)
    assert key == "" or (key.isascii() and key.isalpha() and len(key) <= 12)


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (("1,248 people", "1 248 людей", "1\u00a0248 человек", "1.248 Menschen", "1’248", "1248"), "1248"),
        (
            ("2.3 million", "2,3 млн", "2,3 мільйона", "2,3 миллиона", "2,3 Millionen", "2,3 Mio. Euro"),
            "2300000",
        ),
        (("4 billion", "4 млрд", "4 мільярди", "4 миллиарда", "4 Milliarden", "4 Mrd."), "4e+09"),
        (("12 thousand", "12 тис.", "12 тысяч", "12 000", "12,000", "12.000"), "12000"),
        (("12.5%", "12,5 %", "12,5 Prozent"), "12.5"),
        (("1,234,567", "1 234 567", "1.234.567"), "1234567"),
    ],
)
def test_a_number_is_one_in_every_notation(texts: tuple[str, ...], value: str) -> None:
    assert {text: [one.value for one in numbers(text)] for text in texts} == {text: [value] for text in texts}


def test_dates_and_times_are_no_numbers() -> None:
    assert [one.value for one in numbers("08.01.2026, 2026-01-08, 14:30, 9:05:07, 17.30 Uhr, 8/1/26")] == []


def test_what_a_number_tells() -> None:
    told = {
        text: next(numbers(text)).weight for text in ("7", "2026", "25", "40", "47", "300", "3 400", "1 248")
    }
    assert told == {"7": 0, "2026": 0, "25": 1, "40": 1, "47": 2, "300": 1, "3 400": 1, "1 248": 3}


def test_a_number_is_near_what_it_may_be_rounded_to() -> None:
    (exact,), (down,), (up,) = map(list, map(numbers, ("1,268 people", "1,200", "1 300")))
    assert set(down.near) < set(exact.near)
    assert set(up.near) < set(exact.near)


@given(st.text(alphabet="0123456789 .,:/-'\u00a0мtk", max_size=60))
def test_any_text_has_some_numbers(text: str) -> None:
    assert all(one.value for one in numbers(text))
