"""'Read also' labels, credits and bylines in many languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.vocabulary import (
    CREDIT,
    READ_ALSO,
    byline,
    credited,
    points_elsewhere,
    split_credit,
    split_read_also,
)

LABELS = [
    "Читайте також", "Читайте также", "Read also", "Lesen Sie auch", "À lire aussi", "Lea también", "Leggi anche",
    "Czytaj też", "Leia também", "Lees ook", "Läs också", "Læs også", "Les også", "Lue myös", "Čtěte také",
    "İlgili haberler", "関連記事", "관련 기사", "مواضيع ذات صلة", "Baca juga", "Xem thêm", "Skaitykite taip pat",
    "延伸阅读", "Mehr zum Thema", "Read more", "Related",
]  # fmt: skip
CREDITS = [
    ("Der Fluss am Morgen (Foto: Jan Amt)", "Der Fluss am Morgen", "Jan Amt"),
    ("Der Fluss am Morgen. Foto: Jan Amt/Agentur", "Der Fluss am Morgen.", "Jan Amt/Agentur"),
    ("Bild: Jan Amt", None, "Jan Amt"),
    ("Міст над річкою (фото: Олена Рій)", "Міст над річкою", "Олена Рій"),
    ("Мост над рекой. Фото: Анна Рябь", "Мост над рекой.", "Анна Рябь"),
    ("The river at dawn (photo: Ann Lee, Bo Ek)", "The river at dawn", "Ann Lee, Bo Ek"),
    ("The river at dawn. Photograph: Ann Lee", "The river at dawn.", "Ann Lee"),
    ("The river at dawn. Photo by Ann Lee/Agency", "The river at dawn.", "Ann Lee/Agency"),
    ("Image credit: Ann Lee", None, "Ann Lee"),
    ("Crédit photo: ANNE LAC / AGENCE", None, "ANNE LAC / AGENCE"),
    ("Le pont (Photo : Anne Lac)", "Le pont", "Anne Lac"),
    ("El río. Foto: Ana Ríos", "El río.", "Ana Ríos"),
    ("Most o świcie. Fot. Jan Most", "Most o świcie.", "Jan Most"),
    ("Upė ryte (J. Upės nuotr.)", "Upė ryte", "J. Upės"),
    ("川の朝（写真：共同）", "川の朝", "共同"),
    ("강의 아침 [사진=뉴스]", "강의 아침", "뉴스"),
    ("清晨的河流（王明 摄）", "清晨的河流", "王明"),
    ("الجسر (صورة: أحمد)", "الجسر", "أحمد"),
    ("Nehir (Fotoğraf: Ali Su)", "Nehir", "Ali Su"),
    ("Dòng sông. Ảnh: Văn Sông", "Dòng sông.", "Văn Sông"),
    ("Brücke (Archiv) (Foto: picture (AG) / Amt)", "Brücke (Archiv)", "picture (AG) / Amt"),
    ("The river (AP Photo/Ann Lee)", "The river", "AP Photo/Ann Lee"),
    ("The river © Ann Lee", "The river", "Ann Lee"),
    ("Foto: Bild: Amt", None, "Bild: Amt"),
]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_stands_alone_or_before_a_title(label: str) -> None:
    assert split_read_also(label) == (label, "")
    assert split_read_also(f"{label}:") == (label, "")
    assert split_read_also(f"► {label.upper()}") == (label.upper(), "")
    assert split_read_also(f"{label}: The bridge is open") == (label, "The bridge is open")
    assert split_read_also(f"{label} | The bridge") == (label, "The bridge")


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Lesen Sie auch Die Brücke ist offen", "Die Brücke ist offen"),
        ("Читайте також «Міст відкрито»", "«Міст відкрито»"),
        ("**Read also:** The bridge", "The bridge"),
        ("(Lire aussi : « Le pont »)", "« Le pont »"),
        ("Leggi anche -> Il ponte", "Il ponte"),
    ],
)
def test_other_forms_of_a_label(line: str, rest: str) -> None:
    found = split_read_also(line)
    assert found is not None
    assert found[1] == rest


@pytest.mark.parametrize(
    "line",
    [
        "Read more books this winter",
        "Related parties must tell the court.",
        "See also how the river rose",
        "Lesen Sie auch gern am Abend.",
        "The bridge: read also",
        "",
        ":",
    ],
)
def test_sentences_are_no_labels(line: str) -> None:
    assert split_read_also(line) is None


@pytest.mark.parametrize(("caption", "text", "credit"), CREDITS)
def test_credits(caption: str, text: str | None, credit: str) -> None:
    assert split_credit(caption) == (text, credit)


@pytest.mark.parametrize(
    "caption",
    [
        "The river at dawn",
        "Kevin (left) and Ann in a boat",
        "A photo of the bridge",
        "Das Bild hängt schief.",
        "Photo",
    ],
)
def test_captions_without_credit(caption: str) -> None:
    assert split_credit(caption) == (caption, None)
    assert credited(caption) is None


def test_an_empty_caption_is_none() -> None:
    assert split_credit("  ") == (None, None)


def test_a_bracket_in_mid_sentence_makes_no_caption_of_a_paragraph() -> None:
    assert credited("He sent it (photo: Ann Lee) and went home to write.") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "More details about the bridge can be found in the article by River News.",
        "Більше про міст читайте в матеріалі Річкових новин.",
        "Подробнее о мосте читайте в материале Речных новостей.",
        "Mehr dazu lesen Sie im Artikel der Flusszeitung.",
        "Plus de détails sur le pont dans l'article de la Rive.",
        "Más detalles sobre el puente en el artículo de Río.",
    ],
)
def test_sentences_that_point_elsewhere(sentence: str) -> None:
    assert points_elsewhere(sentence)


def test_other_sentences_point_nowhere() -> None:
    assert not points_elsewhere("More than ten boats passed below the bridge.")
    assert not points_elsewhere("Mehr als zehn Boote fuhren unter der Brücke hindurch.")


def test_bylines() -> None:
    assert byline("By Ann Lee and Bo Ek") == ("Ann Lee", "Bo Ek")
    assert byline("Von Jan van der Amt") == ("Jan van der Amt",)
    assert byline("Автор: Олена Рій") == ("Олена Рій",)
    assert byline("By the river") == ()
    assert byline("By Monday Evening It Rained Again") == ()


def test_labels_are_kept_as_they_are_compared() -> None:
    for label in READ_ALSO:
        assert split_read_also(label) == (label, "")
    for label in CREDIT:
        assert label == label.lower() == " ".join(label.split())


@given(st.text(max_size=300))
def test_nothing_raises_and_no_word_is_made_up(text: str) -> None:
    for part in split_credit(text):
        assert part is None or part
    found = split_read_also(text)
    assert found is None or found[0] in text
    points_elsewhere(text)
    byline(text)
