"""Everything that the reader line by line says comes from the catalogue.

The catalogue here sets every text of it in brackets, the places of its values left out. What is read has no Latin
letter, so that any that stands outside of brackets is a text that no catalogue has.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.reader import NOW, article
from tests.linear.conftest import Read
from tui_reader import words
from tui_reader.library.library import Library
from tui_reader.linear.table import OWN, ROWS
from tui_reader.model import Article, Block, BlockKind, InlineLink, Photo, RelatedLink
from tui_reader.setting_values import options
from tui_reader.settings import SETTINGS

# Addresses and what is in them, names of files, and languages by their tags.
NO_TEXT = re.compile(
    r"https?://[^\s⟧]+|[\w.]+\.test|127\.0\.0\.1|[^\s⟦⟧]*/[\w./-]+|(?<![a-z])(uk|en|ru|de)(?![a-z])"
)


class Brackets:
    """A catalogue of every text."""

    def gettext(self, text: str) -> str:
        return re.sub(r"[^{}]+(?![^{}]*\})", lambda found: f"⟦{found.group()}⟧", text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)

    def pgettext(self, _: str, text: str) -> str:
        return self.gettext(text)


def story(number: int, language: str) -> Article:
    body = (
        Block(BlockKind.HEADING, "Заголовок", level=2),
        Block(BlockKind.PARAGRAPH, "Абзац тексту.", links=(InlineLink(0, 5, "https://a.test/"),)),
        Block(BlockKind.QUOTE, "Цитата"),
        Block(BlockKind.LIST, "", items=("перше", "друге")),
        Block(BlockKind.CODE, "код"),
        Block(BlockKind.TABLE, "", rows=(("а", "б"), ("в", "г"))),
        Block(BlockKind.PHOTO, photo=0),
    )
    return replace(
        article(number, language, body=body),
        title="Міст відкрили",
        source="Вечірня газета",
        authors=("Ольга",),
        photos=(Photo(None, None, "Міст", "Олег"), Photo(None)),
        related=(RelatedLink("Друга новина", f"https://paper.test/{language}/1"), RelatedLink("Третя", None)),
        partial=number == 1,
    )


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path) as opened:
        opened.store([story(n, language) for n in range(30) for language in ("uk", "en")], now=NOW)
    return path


SAID = """
list; more; earlier; 1; {words}; open; 99; open хх; bookmark; mark; sources; source 1; 1; links; link 9; link 2; photo 9
photos; language uk; language de; tags дім, ліс; tags; note щось; note; tagged; tagged дім; search немає; unread; on
search (; search; back; back; 2; full; щось інше; refresh хх; refresh all; sources; pipe; undo; problems; help дім
rename 1; Денна газета; category 1; Преса; category 1; -; move down 1; remove 1; ні; remove 1; yes; undo; add 127.0.0.1:9; remove 99
settings text width; дім; settings on_new; '; settings justify; yes; settings justify; -; settings дім; settings
"""


def test_no_text_of_ours_is_outside_of_the_catalogue(
    read: Read, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = '[[source]]\nname = "Нічна газета"\nurl = "http://127.0.0.1:9/feed"\n'
    settings.write_text(settings.read_text("utf-8").replace("source = []\n", "") + source, "utf-8")
    monkeypatch.setenv("LANG", "uk_UA.UTF-8")
    monkeypatch.setattr(words, "_catalogue", lambda _: Brackets())
    monkeypatch.delenv("BROWSER", raising=False)
    every = "; ".join(row.word for row in (*ROWS, *OWN) if row.word and row.action != "quit")
    ran = read(*(said.strip() for said in re.split(";|\n", SAID.strip().format(words=every))))
    told = [line.removeprefix("tui-reader: ") for line in (ran.out + ran.err).splitlines()]
    assert any("⟦" in line for line in told)
    outside = [NO_TEXT.sub("", re.sub(r"⟦[^⟧]*⟧", "", line)) for line in told]
    typed = {word for row in (*ROWS, *OWN) for word in f"{row.word} {row.rest}".split()}
    typed |= {word for name in SETTINGS for word in (name, *map(str, options(name)))}
    left = [line for line in outside if set(re.findall(r"[A-Za-z_-]{2,}", line)) - typed]
    assert left == [], "\n".join(left)
