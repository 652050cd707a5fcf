"""Plain text to an article: tabs, headline, photos, headings, related links; in many languages."""

from __future__ import annotations

import itertools
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Article, BlockKind, LinkKind, Photo
from tui_reader.sources.decode import decode
from tui_reader.sources.plain.blocks import split, tabs
from tui_reader.sources.plaintext import read
from tui_reader.vocabulary import CREDIT, READ_ALSO

TABS = {
    "ua en ru": ("uk", "en", "ru"),
    "UA | EN | RU": ("uk", "en", "ru"),
    "UA/EN/RU": ("uk", "en", "ru"),
    "[UA] [EN]": ("uk", "en"),
    "Укр Рус Eng": ("uk", "ru", "en"),
    "УКР · РУС · ENG": ("uk", "ru", "en"),
    "DE EN FR ES": ("de", "en", "fr", "es"),
    "EN / DE / PL / CZ": ("en", "de", "pl", "cs"),
    "Deutsch English Français": ("de", "en", "fr"),
    "Українська, English, Русский": ("uk", "en", "ru"),
    "日本語 English 한국어": ("ja", "en", "ko"),
    "中文 | English": ("zh", "en"),
    "Bahasa Indonesia English": ("id", "en"),
    "Tiếng Việt · English": ("vi", "en"),
    "العربية English": ("ar", "en"),
    "Мова: UA | EN": ("uk", "en"),
    "Suomi Svenska English": ("fi", "sv", "en"),
    "UA\nEN\nRU": ("uk", "en", "ru"),
    "ua-en-ru": ("uk", "en", "ru"),
}
NO_TABS = [
    "It Is",
    "No",
    "EN",
    "Deutsch und English",
    "Polish English teachers meet",
    "In The News",
    "US UK",
    "",
    "—",
]

# language: (headline, caption, credit in a line, name, heading, paragraphs, label, related title)
PAGES = {
    "en": ("The bridge is open again", "Boats below the new bridge", "(photo: Ann Lee)", "Ann Lee", "Two years of work",
           ("The bridge over the river is open again, the town said on Monday.", "Nobody knows what it will cost."),
           "Read also", "Where the boats go now"),
    "uk": ("Міст знову відкрито", "Човни під новим мостом", "(фото: Олена Рій)", "Олена Рій", "Два роки роботи",
           ("Міст через річку знову відкрито, повідомило місто в понеділок.", "Ніхто не знає, скільки це коштуватиме."),
           "Читайте також", "Куди тепер пливуть човни"),
    "ru": ("Мост снова открыт для всех", "Лодки под новым мостом", "(Фото: Анна Рябь)", "Анна Рябь", "Два года работы",
           ("Мост через реку снова открыт, сообщил город в понедельник.", "Никто не знает, сколько это будет стоить."),
           "Читайте также", "Куда теперь плывут лодки"),
    "de": ("Die Brücke ist wieder offen", "Boote unter der neuen Brücke", "(Foto: Jan Amt)", "Jan Amt", "Zwei Jahre Arbeit",
           ("Die Brücke über den Fluss ist wieder offen, sagte die Stadt am Montag.", "Niemand weiß, was das kosten wird."),
           "Lesen Sie auch", "Wohin die Boote jetzt fahren"),
    "fr": ("Le pont est de nouveau ouvert", "Des bateaux sous le pont", "(Photo : Anne Lac)", "Anne Lac", "Deux ans de travaux",
           ("Le pont sur la rivière est de nouveau ouvert, a dit la ville lundi.", "Personne ne sait ce que cela coûtera."),
           "À lire aussi", "Où vont les bateaux maintenant"),
    "es": ("El puente vuelve a abrir", "Barcos bajo el puente nuevo", "(Foto: Ana Ríos)", "Ana Ríos", "Dos años de obras",
           ("El puente sobre el río vuelve a estar abierto, dijo la ciudad el lunes.", "Nadie sabe cuánto costará."),
           "Lea también", "Adónde van ahora los barcos"),
    "pl": ("Most jest znowu otwarty", "Łodzie pod nowym mostem", "(Fot. Jan Most)", "Jan Most", "Dwa lata pracy",
           ("Most na rzece jest znowu otwarty, podało miasto w poniedziałek.", "Nikt nie wie, ile to będzie kosztować."),
           "Czytaj też", "Dokąd teraz płyną łodzie"),
    "cs": ("Most je opět otevřený", "Lodě pod novým mostem", "(Foto: Jan Most)", "Jan Most", "Dva roky práce",
           ("Most přes řeku je opět otevřený, oznámilo město v pondělí.", "Nikdo neví, kolik to bude stát."),
           "Čtěte také", "Kam teď plují lodě"),
    "sv": ("Bron är öppen igen", "Båtar under den nya bron", "(Foto: Bo Ek)", "Bo Ek", "Två års arbete",
           ("Bron över floden är öppen igen, sade staden i måndags.", "Ingen vet vad det kommer att kosta."),
           "Läs också", "Dit båtarna går nu"),
    "ja": ("川の橋が再び開通、二年ぶり", "新しい橋の下の船", "（写真：川田）", "川田", "二年間の工事",
           ("川にかかる橋が再び開通した、と町が月曜日に発表した。", "費用がいくらになるかは誰も知らない。"),
           "関連記事", "船は今どこへ行くのか"),
    "ko": ("강 위의 다리 다시 열려", "새 다리 아래의 배들", "(사진: 강물)", "강물", "이 년의 공사",
           ("강 위의 다리가 다시 열렸다고 시가 월요일에 밝혔다.", "비용이 얼마나 들지는 아무도 모른다."),
           "관련 기사", "배들은 이제 어디로 가나"),
    "zh": ("河上的桥重新开放了", "新桥下的船只", "（图片来源：河流社）", "河流社", "两年的工程",
           ("市政府星期一表示，河上的桥已经重新开放。", "没有人知道这要花多少钱。"),
           "相关阅读", "船只现在去哪里"),
    "ar": ("الجسر مفتوح من جديد", "قوارب تحت الجسر الجديد", "(صورة: أحمد نهر)", "أحمد نهر", "عامان من العمل",
           ("قالت المدينة يوم الاثنين إن الجسر فوق النهر مفتوح من جديد.", "لا أحد يعرف كم سيكلف ذلك."),
           "اقرأ أيضا", "إلى أين تذهب القوارب الآن"),
    "tr": ("Köprü yeniden açıldı", "Yeni köprünün altındaki tekneler", "(Fotoğraf: Ali Su)", "Ali Su", "İki yıllık çalışma",
           ("Nehrin üzerindeki köprü yeniden açıldı, dedi belediye pazartesi günü.", "Kimse ne kadara mal olacağını bilmiyor."),
           "İlgili haberler", "Tekneler şimdi nereye gidiyor"),
}  # fmt: skip


def texts(article: Article, kind: BlockKind) -> list[str]:
    return [block.text for block in article.body if block.kind is kind]


def page(language: str, *, glued: bool, alone: bool, last: bool) -> str:
    """A page as it is saved: the headline glued to the caption or not, the label on its own line or not."""
    headline, caption, credit, _, heading, (first, second), label, title = PAGES[language]
    photo = f"{headline} {caption} {credit}" if glued else f"{caption} {credit}"
    also = [f"{label}", title] if alone else [f"{label}: {title}"]
    front = [] if last else [photo]
    back = [photo] if last else []
    return "\n\n".join(["UA | EN | RU", headline, *front, first, heading, second, *back, *also])


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize(("glued", "alone", "last"), list(itertools.product((True, False), repeat=3)))
def test_pages_in_many_languages(language: str, glued: bool, alone: bool, last: bool) -> None:
    headline, caption, _, name, heading, paragraphs, _, title = PAGES[language]
    article = read(page(language, glued=glued, alone=alone, last=last), "x")
    assert article.title == headline
    assert article.language == language
    assert [edition.language for edition in article.editions] == ["uk", "en", "ru"]
    assert article.photos == (Photo(alt=headline if glued else None, caption=caption, credit=name),)
    assert texts(article, BlockKind.PARAGRAPH) == list(paragraphs)
    assert texts(article, BlockKind.HEADING) == [heading]
    assert [(link.title, link.url, link.kind) for link in article.related] == [
        (title, None, LinkKind.READ_ALSO)
    ]


@pytest.mark.parametrize("line", TABS)
def test_tabs(line: str) -> None:
    assert tabs(line) == TABS[line]


@pytest.mark.parametrize("line", NO_TABS)
def test_ordinary_lines_are_no_tabs(line: str) -> None:
    assert tabs(line) == ()


def test_a_text_without_anything_is_still_an_article() -> None:
    article = read("", "x")
    assert (article.title, article.body, article.language) == ("", (), None)


def test_a_text_without_headline_keeps_all_its_words() -> None:
    words = "The river rose again in the night and nobody slept. " * 12
    article = read(words, "x")
    assert article.title.endswith("…")
    assert texts(article, BlockKind.PARAGRAPH) == [words.strip()]


def test_a_credit_alone_is_a_photo_without_caption() -> None:
    article = read("Title here\n\nFoto: Jan Amt/Agentur\n\nEin Satz steht hier.", "x")
    assert article.photos == (Photo(credit="Jan Amt/Agentur"),)
    assert [block.kind for block in article.body] == [BlockKind.PHOTO, BlockKind.PARAGRAPH]


def test_a_labelled_caption_is_no_credit() -> None:
    article = read("Title here\n\nPhoto: Two boats that wait below the new bridge\n\nA sentence.", "x")
    assert article.photos == (Photo(caption="Two boats that wait below the new bridge"),)


def test_alternative_text_before_the_caption_is_parted_where_it_repeats_itself() -> None:
    caption = "Two boats wait below the new bridge at dawn in the old town"
    article = read(
        f"Title here\n\nView of the harbour: {caption} {caption} (Photo: Ann Lee)\n\nA sentence.", "x"
    )
    assert article.photos == (
        Photo(alt=f"View of the harbour: {caption}", caption=caption, credit="Ann Lee"),
    )


def test_a_caption_without_credit_after_the_headline_twice() -> None:
    article = read("The bridge is open\n\nThe bridge is open Boats at dawn\n\nA sentence.", "x")
    assert article.photos == (Photo(alt="The bridge is open", caption="Boats at dawn"),)


def test_an_uncredited_caption_is_a_paragraph() -> None:
    article = read("The bridge is open\n\nBoats wait at dawn in the harbour.\n\nA sentence.", "x")
    assert article.photos == ()
    assert len(texts(article, BlockKind.PARAGRAPH)) == 2


def test_what_is_no_heading() -> None:
    lines = [
        "And he had a point:",
        "It rained.",
        "“We wait,” she said",
        "https://example.org/a",
        "…and so on",
        "– Why?",
    ]
    for line in lines:
        article = read(f"Title\n\nA first sentence stands here.\n\n{line}\n\nA second sentence.", "x")
        assert texts(article, BlockKind.HEADING) == ([line] if line.startswith("“") else []), line


def test_headings_of_other_kinds() -> None:
    for line in [
        "THE COST",
        "What will it cost?",
        "◆橋の歴史",
        "11.39 Uhr: Die Brücke ist offen",
        "2. The second point",
    ]:
        article = read(f"Title\n\nA first sentence stands here.\n\n{line}\n\nA second sentence.", "x")
        assert texts(article, BlockKind.HEADING) == [line]


def test_points_below_each_other_are_no_headings() -> None:
    article = read("Title\n\nOne point\n\nTwo points\n\nThree points\n\nA sentence stands here.", "x")
    assert texts(article, BlockKind.HEADING) == []


def test_lists_and_quotes() -> None:
    text = "Title\n\nA sentence.\n\n- one\n- two\n\n1. first\n2. second\n\n> He said\n> so.\n\n• a\n\n• b\n\nThis:\n* x\n* y"
    article = read(text, "x")
    lists = [block for block in article.body if block.kind is BlockKind.LIST]
    assert [block.items for block in lists] == [("one", "two"), ("first", "second"), ("a", "b"), ("x", "y")]
    assert [block.ordered for block in lists] == [False, True, False, False]
    assert texts(article, BlockKind.QUOTE) == ["He said\nso."]
    assert texts(article, BlockKind.PARAGRAPH) == ["A sentence.", "This:"]


def test_related_links_with_addresses() -> None:
    text = (
        "Title\n\nA sentence.\n\nRead also:\n- First title https://example.org/1\n- [Second title](https://example.org/2)\n"
        "Third title\nhttps://example.org/3\n\nSee also: Fourth title (https://example.org/4)"
    )
    assert [(link.title, link.url) for link in read(text, "x").related] == [
        ("First title", "https://example.org/1"),
        ("Second title", "https://example.org/2"),
        ("Third title", "https://example.org/3"),
        ("Fourth title", "https://example.org/4"),
    ]


def test_a_read_also_line_between_paragraphs_takes_one_title() -> None:
    paragraphs = [
        f"Sentence number {number} stands here and is long enough to be no title at all, surely."
        for number in range(9)
    ]
    text = "\n\n".join(["Title", paragraphs[0], "Read also", "The other bridge", *paragraphs[1:]])
    article = read(text, "x")
    assert [link.title for link in article.related] == ["The other bridge"]
    assert texts(article, BlockKind.PARAGRAPH) == paragraphs


def test_a_title_below_a_label_may_begin_like_a_credit() -> None:
    article = read(
        "Title\n\nA sentence stands here.\n\nRelated\n\nPhotos: The bridge at dawn\n\nThe ferry", "x"
    )
    assert [link.title for link in article.related] == ["Photos: The bridge at dawn", "The ferry"]


def test_a_label_without_titles_stays_in_the_text() -> None:
    long = "This sentence is long enough to be no title, it goes on and on until nobody could take it for one any more."
    article = read(f"Title\n\nA sentence.\n\nRelated\n\n{long} {long} {long}\n\n{long}", "x")
    assert article.related == ()
    assert texts(article, BlockKind.HEADING) == ["Related"]


def test_addresses_in_the_text() -> None:
    article = read("Title\n\nSee [the plan](https://example.org/a_(b)) and https://example.org/c.", "x")
    (block,) = article.body
    assert block.text == "See the plan and https://example.org/c."
    assert [(block.text[link.start : link.end], link.url) for link in block.links] == [
        ("the plan", "https://example.org/a_(b)"),
        ("https://example.org/c", "https://example.org/c"),
    ]
    assert [(link.title, link.kind) for link in article.related] == [
        ("the plan", LinkKind.IN_TEXT),
        ("example.org/c", LinkKind.IN_TEXT),
    ]


def test_a_sentence_that_points_elsewhere_stays_and_is_a_link() -> None:
    sentence = "More details about the bridge can be found in the article by River News."
    article = read(f"Title\n\nA sentence.\n\n{sentence}", "x")
    assert [(link.title, link.url) for link in article.related] == [(sentence, None)]
    assert texts(article, BlockKind.PARAGRAPH)[-1] == sentence


def test_a_byline_gives_the_authors() -> None:
    article = read("Title\n\nBy Ann Lee and Bo Ek\n\nA sentence.", "x")
    assert article.authors == ("Ann Lee", "Bo Ek")
    assert texts(article, BlockKind.PARAGRAPH) == ["A sentence."]


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "Title of the text\n\nThe bridge over the river is open again after two years, and\n"
        "the boats go below it as they always did, said the town on\nMonday in a letter to all who live on both "
        "of its shores.\n\nA short one."
    )
    assert split(text)[1].count("\n") == 0


def test_lines_without_empty_lines_are_blocks() -> None:
    text = "The bridge\nThe bridge over the river is open again.\nNobody knows the cost.\nThe town is silent."
    article = read(text, "x")
    assert article.title == "The bridge"
    assert len(article.body) == 3


WORDS = re.compile(r"[^\W_]+")
NUMBERED = re.compile(r"^\s*\d+[.)](?=\s)", re.MULTILINE)  # a list's own numbers are counted anew
FURNITURE = {"ua", "en", "by", "1", *(word for label in READ_ALSO | CREDIT for word in WORDS.findall(label))}
LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["UA EN", "Read also", "Read also: A title", "(photo: Ann)", "A caption. Foto: Jan", "- item", "> quote", "1. one",
         "A sentence stands here.", "By Ann Lee", "https://example.org/x", "[a](https://example.org/y)", "◆橋"]
    ),
)  # fmt: skip


@given(st.lists(LINES, max_size=12).map("\n\n".join))
def test_any_text_gives_an_article_and_no_word_is_lost(text: str) -> None:
    article = read(text, "x")
    known = [article.title, article.text, *article.authors]
    known += [part or "" for photo in article.photos for part in (photo.alt, photo.caption, photo.credit)]
    known += [f"{link.title} {link.url}" for link in article.related]
    known += [f"{link.url}" for block in article.body for link in block.links]
    known += [block.text for block in article.body]
    held = set(WORDS.findall(" ".join(known)))
    told = NUMBERED.sub("", text)
    lost = {word for word in WORDS.findall(told) if word not in held and word.lower() not in FURNITURE}
    assert lost == set()
    for block in article.body:
        assert all(0 <= link.start < link.end <= len(block.text) for link in block.links)
        assert block.photo is None or block.photo < len(article.photos)


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * 40_000,
        "Short line\n\n" * 20_000,
        "Read also\n\n" * 20_000,
        "[a](https://x.y) " * 20_000,
        "(photo: " * 20_000,
        "\n" * 1_000_000,
        " \n" * 500_000,
        "- x\n\n" * 20_000,
        "[" * 300_000,
        "T\n\n" + "https://x.y/" * 20_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_large_and_odd_texts_take_no_time(text: str) -> None:
    start = time.process_time()
    read(text, "x")
    assert time.process_time() - start < 10


def test_the_shared_page(shared: Path) -> None:
    article = read((shared / "articles" / "000_ae35e54efa92e356.txt").read_text("utf-8"), "x")
    assert article.title == "US comments on Putin's trip to North Korea: Russia forms coalition"
    assert article.language == "en"
    assert [edition.language for edition in article.editions] == ["uk", "en", "ru"]
    caption = "North Korean and Russian Presidents Kim Jong Un and Vladimir Putin respectively"
    assert article.photos == (Photo(alt=article.title, caption=caption, credit="Getty Images"),)
    assert texts(article, BlockKind.HEADING) == ["Putin in North Korea"]
    (link,) = article.related
    assert link.url is None
    assert texts(article, BlockKind.PARAGRAPH)[-1] == link.title


def test_the_shared_texts_are_all_read(shared: Path) -> None:
    files = sorted((shared / "texts").glob("*.txt"))
    articles = [read(decode(file.read_bytes()), str(file)) for file in files]
    assert len(articles) > 100
    assert all(article.title and article.body for article in articles)
