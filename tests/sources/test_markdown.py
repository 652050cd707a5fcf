"""Markdown with front matter to an article."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.errors import ParseError
from tui_reader.model import Article, BlockKind, EditionLink, LinkKind, Photo
from tui_reader.sources.local.beside import address
from tui_reader.sources.markdown import read
from tui_reader.sources.marked.inline import html_text

FRONT = """---
title: "The bridge: open"
language: ua
story: bridge
url: https://example.org/bridge
published: 2024-06-20T10:00:00+03:00
updated: 2024-06-21
authors: [Ann Lee, {name: Bo Ek}]
source: River News
description: The town is glad.
translations:
  en: bridge.en.md
  de: https://example.org/de
  no:
unknown: {deep: [1, 2]}
---
"""


def texts(article: Article, kind: BlockKind) -> list[str]:
    return [block.text for block in article.body if block.kind is kind]


def test_front_matter(tmp_path: Path) -> None:
    article = read(FRONT + "\nA sentence.\n", "x", tmp_path)
    assert article.title == "The bridge: open"
    assert article.language == "uk"
    assert article.story == "bridge"
    assert article.url == "https://example.org/bridge"
    assert article.published == datetime(2024, 6, 20, 10, tzinfo=timezone(timedelta(hours=3)))
    assert article.updated == datetime(2024, 6, 21, tzinfo=UTC)
    assert article.authors == ("Ann Lee", "Bo Ek")
    assert article.site == "River News"
    assert article.lead == "The town is glad."
    assert article.editions == (
        EditionLink("en", f"file://{tmp_path}/bridge.en.md"),
        EditionLink("de", "https://example.org/de"),
        EditionLink("no"),
    )


def test_toml_front_matter() -> None:
    article = read(
        '+++\ntitle = "The bridge"\nlang = "pt_br"\ndate = 2024-06-20T10:00:00Z\nauthor = "Ann Lee"\n+++\nText.',
        "x",
    )
    assert (article.title, article.language, article.authors) == ("The bridge", "pt-BR", ("Ann Lee",))
    assert article.published == datetime(2024, 6, 20, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("translations", "languages"),
    [
        ("[en, ua, Deutsch]", ["en", "uk", "de"]),
        ("en, ru", ["en", "ru"]),
        ("[{language: fr, url: x.md}]", ["fr"]),
    ],
)
def test_translations_as_lists(translations: str, languages: list[str]) -> None:
    article = read(f"---\ntitle: T\ntranslations: {translations}\n---\nText.", "x")
    assert [edition.language for edition in article.editions] == languages


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: T\nother: [1, 2\n---\nText.", 4),
        ("---\ntitle: T\n\tother: x\n---\nText.", 3),
        ("---\ntitle: 'T\n---\nText.", 2),
        ("---\nbase: &a [1]\nmore: *a\n---\nText.", 3),
        ('+++\ntitle = "T"\nother = \n+++\nText.', 3),
    ],
)
def test_bad_front_matter_is_an_error_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ParseError, match=r"front matter, line \d") as caught:
        read(text, "x")
    assert "\n" not in str(caught.value)
    assert abs(int(str(caught.value).split("line ")[1].split(":")[0]) - line) <= 1


def test_a_rule_is_no_front_matter() -> None:
    article = read("---\n\nA sentence between rules.\n\n---\n\nAnother.", "x")
    assert texts(article, BlockKind.PARAGRAPH) == ["A sentence between rules.", "Another."]


def test_the_first_heading_is_the_title() -> None:
    article = read("# The *bridge*\n\n## Costs\n\nText.", "x")
    assert article.title == "The bridge"
    assert texts(article, BlockKind.HEADING) == ["Costs"]
    assert article.body[0].level == 2


def test_a_first_heading_that_repeats_the_title_is_dropped() -> None:
    assert texts(read("---\ntitle: The Bridge\n---\n# The bridge\n\nText.", "x"), BlockKind.HEADING) == []
    assert texts(read("---\ntitle: The Bridge\n---\n# Costs\n\nText.", "x"), BlockKind.HEADING) == ["Costs"]


def test_blocks() -> None:
    text = (
        "# T\n\nOne *line*\nand `code`.\n\n> quoted\n>\n> twice\n\n- a\n- b\n  1. c\n\n     more\n- d\n\n1. x\n2. y\n\n"
        "| h | i |\n|---|---|\n| 1 | **2** |\n\n```py\nif a:\n    b\n```\n\n<p>Raw <b>words</b></p><script>no()</script>\n"
    )
    article = read(text, "x")
    kinds = [block.kind.value for block in article.body]
    assert kinds == ["paragraph", "quote", "quote", "list", "list", "table", "code", "paragraph"]
    assert article.body[0].text == "One line and code."
    assert article.body[3].items == ("a", "b", "  c more", "d")
    assert article.body[4].ordered
    assert article.body[5].rows == (("h", "i"), ("1", "2"))
    assert article.body[6].text == "if a:\n    b"
    assert article.body[7].text == "Raw words"


def test_links_stand_on_their_words(tmp_path: Path) -> None:
    text = "# T\n\n  See **[the plan](https://example.org/1)** and [ours](b.md).\n\n- a [b](https://example.org/2)\n- [c](https://example.org/3)\n"
    article = read(text, "x", tmp_path)
    found = [(block.text[link.start : link.end], link.url) for block in article.body for link in block.links]
    assert found == [
        ("the plan", "https://example.org/1"),
        ("ours", f"file://{tmp_path}/b.md"),
        ("b", "https://example.org/2"),
        ("c", "https://example.org/3"),
    ]
    assert [(link.title, link.url) for link in article.related] == found
    assert all(link.kind is LinkKind.IN_TEXT for link in article.related)


def test_photos(tmp_path: Path) -> None:
    text = (
        '![Alt](p/a.png "Boats at dawn. Photo: Ann Lee")\n\nText.\n\n![B](https://example.org/b.jpg)\n*Boats (Foto: Jan)*\n\n'
        "![C](c.png)\n\n*Boats again.*\n\n![D](d.png)\n\nNo caption here.\n\nIn ![E](e.png) a line."
    )
    article = read("# T\n\n" + text, "x", tmp_path)
    assert article.photos == (
        Photo(f"file://{tmp_path}/p/a.png", "Alt", "Boats at dawn.", "Ann Lee"),
        Photo("https://example.org/b.jpg", "B", "Boats", "Jan"),
        Photo(f"file://{tmp_path}/c.png", "C", "Boats again.", None),
        Photo(f"file://{tmp_path}/d.png", "D", None, None),
        Photo(f"file://{tmp_path}/e.png", "E", None, None),
    )
    assert [block.photo for block in article.body if block.kind is BlockKind.PHOTO] == [0, 1, 2, 3, 4]
    assert texts(article, BlockKind.PARAGRAPH) == ["Text.", "No caption here.", "In  a line."]


@pytest.mark.parametrize(
    "text",
    [
        "## Read also\n\n- [One](https://example.org/1)\n- [Two](https://example.org/2)\n",
        "**Читайте також:**\n\n- [One](https://example.org/1)\n- [Two](https://example.org/2)\n",
        "Lesen Sie auch:\n[One](https://example.org/1)\n[Two](https://example.org/2)\n",
        "Related\n\n[One](https://example.org/1)\n\n[Two](https://example.org/2)\n",
        "> Read also: [One](https://example.org/1)\n\nRead also: [Two](https://example.org/2)\n",
    ],
)
def test_read_also_links_leave_the_text(text: str) -> None:
    article = read(f"# T\n\nText.\n\n{text}", "x")
    assert [(link.title, link.url, link.kind) for link in article.related] == [
        ("One", "https://example.org/1", LinkKind.READ_ALSO),
        ("Two", "https://example.org/2", LinkKind.READ_ALSO),
    ]
    assert [block.text for block in article.body] == ["Text."]


def test_a_label_without_links_stays() -> None:
    article = read("# T\n\n## Related\n\nA paragraph that is no link.", "x")
    assert texts(article, BlockKind.HEADING) == ["Related"]


def test_addresses_stay_inside_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "articles"
    (inside / "sub").mkdir(parents=True)
    (inside / "out").symlink_to("/etc")
    assert address("a b.png", inside) == f"file://{inside}/a%20b.png"
    assert address("a%20b.png#part", inside) == f"file://{inside}/a%20b.png"
    assert address("../c.png", inside / "sub", inside) == f"file://{inside}/c.png"
    for target in ["../x", "/etc/passwd", "out/passwd", "file:///etc/passwd", "javascript:alert(1)", "data:,x", "", ".",
                   "a\x1b.png", "%00", "http://", "mailto:a@b", "http://[bad"]:  # fmt: skip
        assert address(target, inside) is None, target
    assert address("a.png", None) is None


def test_raw_html_is_stripped_in_linear_time() -> None:
    assert html_text("<p>a</p><!-- x <b> -->b<style>c</style>d &amp; 1 < 2") == "a\nbd & 1 < 2"
    start = time.process_time()
    for piece in ("<!--", "<script>", "<a ", "<br", "<"):
        html_text(piece * 100_000)
    assert time.process_time() - start < 10


PIECES = st.sampled_from(
    ["# h\n", "\n", "---\n", "+++\n", "a: b\n", "![a](b)", "[a](b)", "*", "> ", "- ", "1. ", "|a|b|\n|-|-|\n", "```\n", "<b>",
     "Read also\n", "(Foto: x)", "\t", "\0", "\\", "&amp;", "<!--", "\n\n", "text "]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=10)), max_size=30).map("".join))
def test_only_our_errors(text: str) -> None:
    try:
        article = read(text, "x", Path("/nonexistent"))
    except ParseError:
        return
    for block in article.body:
        assert all(0 <= link.start < link.end <= len(block.text) for link in block.links)
        assert block.photo is None or block.photo < len(article.photos)


@pytest.mark.parametrize("piece", ["[", "*a ", "> ", "- ", "![", "`", "<a ", "|a", "  - x\n"])
def test_odd_texts_take_no_time(piece: str) -> None:
    start = time.process_time()
    read(piece * 10_000, "x")
    assert time.process_time() - start < 10
