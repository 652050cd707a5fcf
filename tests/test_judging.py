"""What a page's text is to the summary that a feed gave: more of the same, less, or another text."""

from __future__ import annotations

import pytest

from tui_reader.judging import Verdict, judge, words
from tui_reader.model import Article, Block, BlockKind, entry_identity, page_identity
from tui_reader.vocabulary import is_wall

SUMMARY = (
    "The council of Lower Brook voted on Monday to rebuild the wooden bridge that the flood took in March."
)
MORE = (
    "Eleven of thirteen members said yes after a debate of four hours, in which farmers and anglers spoke.",
    "The carpenters begin in October; until then the ferry of the miller's family takes people across.",
)
WALL = (
    "To continue reading, subscribe now. Already a subscriber? Log in to read the whole article on all devices.",
    "Create a free account: unlimited access for a month, no card, you may cancel at any time in your settings.",
)
UKRAINIAN = (
    "Рада села Нижній Брід у понеділок вирішила відбудувати дерев'яний міст, який у березні знесла повінь."
)
JAPANESE = "村議会は月曜日、三月の洪水で流された木造の橋を再建することを決めた。"


def paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)


def held(*texts: str, title: str = "Lower Brook rebuilds its bridge") -> Article:
    return Article(entry_identity("Post", "en", "1"), title, body=paragraphs(*texts), partial=True)


def page(*texts: str, title: str = "Lower Brook rebuilds its bridge", lead: str | None = None) -> Article:
    return Article(page_identity("https://post.example/1"), title, lead=lead, body=paragraphs(*texts))


@pytest.mark.parametrize(
    ("feed", "found", "verdict"),
    [
        (held(SUMMARY), page(SUMMARY, *MORE), Verdict.FULLER),
        (held(SUMMARY), page(*MORE, lead=SUMMARY), Verdict.FULLER),
        (held(SUMMARY), page(SUMMARY), Verdict.LESS),
        (held(SUMMARY), page(SUMMARY, "More soon."), Verdict.LESS),
        (held(SUMMARY, *MORE), page(SUMMARY), Verdict.LESS),
        (held(SUMMARY), page(SUMMARY, *WALL), Verdict.LESS),
        (held(SUMMARY), page(SUMMARY, MORE[0], *WALL), Verdict.FULLER),
        (held(SUMMARY, *MORE, *MORE), page(SUMMARY, *MORE, *MORE, "Send hints to the desk by letter or pigeon at night."), Verdict.LESS),
        (held(SUMMARY), page(*WALL, title="Log in"), Verdict.LESS),
        (held(SUMMARY), page(*MORE, *MORE, title="Rivers of the north"), Verdict.ANOTHER),
        (held(), page(SUMMARY, *MORE), Verdict.FULLER),
        (held(title="Live"), page(SUMMARY, *MORE, title="Votes on a bridge"), Verdict.FULLER),
        (held(title=""), page(SUMMARY, *MORE, title=""), Verdict.FULLER),
        (held("Why a bridge matters: council, flood and farmers."), page(SUMMARY, *MORE), Verdict.FULLER),
        (held(UKRAINIAN, title="Міст"), page(SUMMARY, *MORE), Verdict.ANOTHER),
        (held(JAPANESE, title="橋"), page(JAPANESE, "大工は十月に始める。" * 9, title="橋を再建"), Verdict.FULLER),
        (held(JAPANESE, title="橋"), page("続きを読むには会員登録が必要です。" * 3, JAPANESE, title="橋"), Verdict.LESS),
    ],
)  # fmt: skip
def test_verdicts(feed: Article, found: Article, verdict: Verdict) -> None:
    assert judge(feed, found) is verdict


def test_endings_do_not_part_words() -> None:
    assert words("Відбудували відбудувати") == words("відбудувала")
    assert words("at to in of") == frozenset()
    assert words("再建する") == {"再建", "建す", "する"}


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe to read the full story.", "Щоб читати далі, оформіть підписку.", "Войдите, чтобы читать дальше",
        "Jetzt weiterlesen mit SZ Plus", "Réservé aux abonnés", "Suscríbete para seguir leyendo", "Sei già abbonato?",
        "Zaloguj się, aby czytać dalej", "Já é assinante? Faça login", "Log in om verder te lezen", "Logga in för att läsa vidare",
        "Log ind for at læse videre", "For å lese saken, logg inn", "Přihlaste se a pokračujte ve čtení",
        "Okumaya devam etmek için giriş yap", "この記事の続きを読むにはログインが必要です", "로그인 후 계속 읽으려면", "登录后查看全文",
        "تسجيل الدخول لمتابعة القراءة", "We use cookies, don’t you?", "We and our 12 partners store cookies",
    ],
)  # fmt: skip
def test_walls_in_many_languages(text: str) -> None:
    assert is_wall(text)


@pytest.mark.parametrize(
    "text",
    [
        SUMMARY, *MORE, UKRAINIAN, JAPANESE, "Die Abonnenten der Zeitung wurden weniger.", "She logged the trees.",
        "The company baked cookies for its subscribers.", "Підписників газети стало менше.", "Gli abbonati protestano.",
        "Subscribe now. " + MORE[0] * 6,
    ],
)  # fmt: skip
def test_ordinary_sentences_are_no_walls(text: str) -> None:
    assert not is_wall(text)
