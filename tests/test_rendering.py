"""Articles as Markdown, which reads back, and as plain text."""

from __future__ import annotations

import time
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader import paths
from tui_reader.gate import clean_article
from tui_reader.model import Article, Block, BlockKind, EditionLink, InlineLink, LinkKind, Photo, RelatedLink
from tui_reader.rendering.cells import columns, cut, fit, width, wrap
from tui_reader.rendering.markdown import to_markdown
from tui_reader.rendering.text import to_text
from tui_reader.sources import markdown

FULL = Article(
    identity="x",
    title="Harbour: *closed* & [reopened] # 1",
    language="en",
    url="https://paper.example/a?b=1&c=2",
    site="Paper",
    authors=("Anna O'Neil", 'Bo "B" Ek'),
    published=datetime(2026, 3, 4, 5, 6, 7, tzinfo=timezone(timedelta(hours=2))),
    updated=datetime(2026, 3, 5, tzinfo=UTC),
    lead='A lead: with a colon, "quotes" and a # mark.',
    body=(
        Block(BlockKind.HEADING, "Harbour: *closed* & [reopened] # 1", level=2),
        Block(BlockKind.PARAGRAPH, "One line\nand another; 2 * 3 * 4 _x_ `y` <b>z</b> &amp; a|b $c$ ~d~"),
        Block(BlockKind.PHOTO, photo=0),
        Block(BlockKind.PARAGRAPH, "See the port", links=(InlineLink(8, 12, "https://port.example/(x)"),)),
        Block(BlockKind.PARAGRAPH, "1. not a list\n- nor this\n# nor a heading\n> nor a quote\n---\n==="),
        Block(BlockKind.QUOTE, "First line\nsecond line"),
        Block(BlockKind.QUOTE, "Another quote"),
        Block(BlockKind.LIST, "a\nb c", items=("a", "b c"), links=(InlineLink(4, 5, "https://c.example/"),)),
        Block(BlockKind.LIST, "x\n2. y", items=("x", "2. y")),
        Block(BlockKind.LIST, "p\nq", items=("p", "q"), ordered=True),
        Block(BlockKind.LIST, "r", items=("r",), ordered=True),
        Block(BlockKind.CODE, "if a < b:\n    ```print()```\n\n    x"),
        Block(BlockKind.TABLE, "a\tb | c\n1\t\\", rows=(("a", "b | c"), ("1", "\\"))),
        Block(BlockKind.HEADING, "Further #", level=3),
        Block(BlockKind.PARAGRAPH, "The end."),
    ),
    photos=(Photo("https://paper.example/1.jpg", 'Alt [x] "y"', 'A "caption" \\ here', "Ann / AP"),),
    related=(
        RelatedLink("port", "https://port.example/(x)", LinkKind.IN_TEXT),
        RelatedLink("c", "https://c.example/", LinkKind.IN_TEXT),
        RelatedLink("With an [address]", "https://paper.example/b", LinkKind.READ_ALSO),
        RelatedLink("Without one: 5 * 5", None, LinkKind.READ_ALSO),
    ),
    editions=(
        EditionLink("uk", "https://paper.example/uk"),
        EditionLink("en", "https://paper.example/a?b=1&c=2"),
        EditionLink("no"),
    ),
    story="harbour",
)


def read_back(article: Article, folder: Path | None = None) -> Article:
    return clean_article(markdown.read(to_markdown(article, folder), article.identity, folder))


def differences(one: Article, other: Article) -> dict[str, tuple[object, object]]:
    pairs = {field.name: (getattr(one, field.name), getattr(other, field.name)) for field in fields(one)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def test_markdown_reads_back_as_it_was() -> None:
    assert clean_article(FULL) == FULL
    assert differences(FULL, read_back(FULL)) == {}


def test_the_samples_read_back_as_they_were() -> None:
    for file in sorted(paths.SAMPLES.glob("*.md")):
        article = clean_article(markdown.read(file.read_text("utf-8"), "x", file.parent))
        assert differences(article, read_back(article, file.parent)) == {}, file.name


_texts = st.text(
    st.sampled_from("ab 12.)(-+*_#>=`~|<&;:!\\[]\"'яї漢\n€/$^{}") | st.characters(codec="utf-8"), max_size=40
)


@given(_texts)
def test_any_paragraph_reads_back(text: str) -> None:
    article = clean_article(
        replace(FULL, body=(Block(BlockKind.PARAGRAPH, f"X{text}"),), photos=(), related=(), editions=())
    )
    assert read_back(article).body == article.body


@given(_texts, _texts, _texts)
def test_any_title_lead_and_alternative_text_read_back(title: str, lead: str, alt: str) -> None:
    article = clean_article(
        replace(
            FULL,
            title=f"T{title}",
            lead=lead,
            body=(Block(BlockKind.PHOTO, photo=0),),
            photos=(Photo("https://paper.example/1.jpg", alt),),
            related=(),
        )
    )
    again = read_back(article)
    assert (again.title, again.lead, again.photos) == (article.title, article.lead, article.photos)


@given(st.lists(_texts, min_size=1, max_size=4), st.booleans())
def test_any_list_reads_back(items: list[str], ordered: bool) -> None:
    items = [f"i{item}".replace("\n", " ") for item in items]
    block = Block(BlockKind.LIST, "\n".join(items), items=tuple(items), ordered=ordered)
    article = clean_article(replace(FULL, body=(block,), photos=(), related=(), editions=()))
    assert read_back(article).body == article.body


@given(st.text(max_size=60), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(width(line) <= cells or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize("language", ["uk", "en", "de", "ja", "ru", None])
def test_caption_and_credit_stay_apart(language: str | None) -> None:
    photo = Photo("https://paper.example/1.jpg", None, "The quay after the storm", "Reuters")
    bare = Photo("https://paper.example/2.jpg", None, None, "Ann Lee")
    article = replace(FULL, language=language, photos=(photo, bare), body=(Block(BlockKind.PARAGRAPH, "x"),))
    assert read_back(article).photos == (photo, bare)


def test_a_picture_beside_the_file_is_named_by_its_place(tmp_path: Path) -> None:
    picture = tmp_path / "my picture.png"
    article = replace(FULL, photos=(Photo(picture.as_uri(), "A"),), body=(Block(BlockKind.PHOTO, photo=0),))
    assert "![A](<my%20picture.png>)" in to_markdown(article, tmp_path)
    assert read_back(article, tmp_path).photos == article.photos


@pytest.mark.parametrize("ordered", [False, True])
def test_lists_in_lists(ordered: bool) -> None:
    items = ("a", "  b c", "    d", "  e", *(f"f{n}" for n in range(10)), "  g")
    text = "\n".join(items)
    start = text.index("c")
    block = Block(
        BlockKind.LIST,
        text,
        ordered=ordered,
        items=items,
        links=(InlineLink(start, start + 1, "https://c.example/"),),
    )
    article = replace(FULL, body=(block,), photos=(), related=(), editions=())
    assert read_back(article).body == (block,)
    assert "  • b c\n    • d\n" in to_text(article)


def test_what_must_not_be_a_link_is_none() -> None:
    article = replace(
        FULL,
        body=(Block(BlockKind.PARAGRAPH, "click here", links=(InlineLink(0, 5, "javascript:alert(1)"),)),),
        related=(RelatedLink("bad", "data:text/html,x"),),
        photos=(),
    )
    written = to_markdown(article)
    assert "javascript" not in written
    assert "data:" not in written
    assert "click here" in written


def test_a_read_also_line_in_the_text_is_not_written_twice() -> None:
    line = "Read also: The port is open again"
    article = replace(
        FULL,
        language="en",
        body=(Block(BlockKind.PARAGRAPH, line),),
        related=(RelatedLink("The port is open again"),),
    )
    assert to_markdown(article).count("The port is open again") == 1


def test_plain_text_has_everything_in_its_place() -> None:
    text = to_text(FULL, 40)
    lines = text.splitlines()
    assert lines[0] == FULL.title
    assert lines[1] == "=" * len(FULL.title)
    assert "Paper · Anna O'Neil, Bo" in text
    caption = text.index('[photo 1] A "caption" \\ here — Ann /\n    AP')
    assert text.index("One line") < caption < text.index("See the port")
    assert "> First line\n> second line" in text
    assert "• a\n• b c" in text
    assert "1. p\n2. q" in text
    assert "    if a < b:" in text
    assert "Read also\n 1. With an [address]\n    https://paper.example/b\n 2. Without one: 5 * 5" in text
    assert "Links in the text\n 3. port\n    https://port.example/(x)" in text
    assert " Українська: https://paper.example/uk" in text
    assert "English" not in text.split("In other languages")[1]
    loose = [line for line in lines if width(line) > 40]
    assert all("https://" in line for line in loose), loose


def test_photos_without_a_place_come_first_and_alternative_text_stands_in() -> None:
    article = replace(FULL, photos=(Photo("https://a.example/1", "Only alt"), Photo()), body=FULL.body[1:2])
    text = to_text(article)
    assert text.index("[photo 1] Only alt") < text.index("[photo 2]") < text.index("One line")


def test_a_wide_table_folds() -> None:
    table = Block(BlockKind.TABLE, rows=(("left " * 10, "right " * 10), ("a", "b")))
    text = to_text(replace(FULL, body=(table,)), 40)
    assert "left left" in text
    assert "a | b" in text


def test_foreign_text_comes_out_clean() -> None:
    article = Article("x", "T\x1b]52;c;x\x07", body=(Block(BlockKind.PARAGRAPH, "a\x1b[31mb\u202ec\x9b"),))
    for text in (to_text(article), to_markdown(article)):
        assert not set(text) & set("\x1b\x07\x9b\u202e")


def test_cells() -> None:
    assert [width(text) for text in ("abc", "漢字", "е\u0301", "👩\u200d🚀", "")] == [3, 4, 1, 2, 0]
    assert wrap("漢字漢字、漢字", 4) == ["漢字", "漢", "字、", "漢字"]
    assert wrap("a verylongword b", 4) == ["a", "very", "long", "word", "b"]
    assert wrap("", 10) == [""]
    assert cut("漢字", 3) == "漢"
    assert (fit("abc", 5), fit("漢字漢", 4), fit("abc", 1)) == ("abc  ", "漢… ", "…")
    assert columns([["漢", "x"], ["a", "y"]]) == ["漢  x", "a   y"]


def test_a_word_without_end_takes_one_look_at_each_character() -> None:
    begun = time.process_time()
    lines = wrap("\ufffd[2J" * 50_000, 80)
    assert time.process_time() - begun < 5  # it took minutes
    assert "".join(lines) == "\ufffd[2J" * 50_000
    assert {width(line) for line in lines[:-1]} == {80}


def test_what_is_joined_is_not_broken() -> None:
    family = "👩\u200d👩\u200d👧"
    assert wrap("aaa" + family * 2, 4) == ["aaa", family * 2]
