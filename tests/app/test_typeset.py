"""An article as lines."""

from __future__ import annotations

from rich.cells import cell_len

from tui_reader.app.lettering import lettered
from tui_reader.app.typeset import Layout, Page, Run, justified, set_article, set_beside
from tui_reader.model import Article, Block, BlockKind, InlineLink, LinkKind, Photo, RelatedLink

ARTICLE = Article(
    identity="x",
    title="Tram line seven runs at night again",
    lead="After four years the last car leaves at two.",
    language="en",
    photos=(
        Photo("file:///tram.png", "A tram", "The first night car at the depot", "Olha Marchuk"),
        Photo("https://a.test/2.jpg", None, None, "City archive"),
    ),
    body=(
        Block(
            BlockKind.PARAGRAPH,
            "It was a long evening in the depot.",
            links=(InlineLink(9, 21, "https://a.test/"),),
        ),
        Block(BlockKind.HEADING, "Who drives", level=2),
        Block(BlockKind.PHOTO, photo=1),
        Block(BlockKind.QUOTE, "I like the quiet streets."),
        Block(BlockKind.LIST, "one\ntwo", items=("one", "two"), ordered=True),
        Block(BlockKind.CODE, "if night:\n    drive()"),
        Block(BlockKind.TABLE, "Stop\tTime\nMarket\t01:40", rows=(("Stop", "Time"), ("Market", "01:40"))),
    ),
    related=(
        RelatedLink("in the text", "https://a.test/", LinkKind.IN_TEXT),
        RelatedLink("Lighthouse keeper retires", "https://a.test/l"),
        RelatedLink("The article by another paper", None),
    ),
)


def text(page: Page) -> str:
    return "\n".join("".join(run.text for run in line.runs) for line in page.lines)


def test_captions_stand_in_place_where_there_is_no_side_column() -> None:
    page = set_article(ARTICLE, 50, beside=False)
    shown = text(page)
    order = [
        "Tram line seven",
        "▣ The first night car",
        "Olha Marchuk",
        "After four years",
        "long evening",
        "Who drives",
    ]
    order += [
        "▣ City archive",
        "▎ I like",
        "1. one",
        "    drive()",
        "Stop    Time",
        "Read also",
        "b ",
        "Links in the text",
    ]
    at = [shown.index(part) for part in order if part != "b "]
    assert at == sorted(at)


def test_captions_stand_beside_where_there_is_room() -> None:
    page, note = set_article(ARTICLE, 80, beside=True), set_beside(ARTICLE, 34)
    assert "Olha Marchuk" not in text(page)
    assert "▣ 1" in text(page)
    assert "Read also" not in text(page)
    assert "1 The first night car" in text(note)
    assert "Olha Marchuk" in text(note)
    assert text(note).index("Read also") < text(note).index("Links in the text")


def test_a_link_keeps_its_place_on_a_wrapped_line() -> None:
    page = set_article(ARTICLE, 14, beside=True)
    targets = [run.text for line in page.lines for run in line.runs if run.target == "https://a.test/"]
    assert targets == ["long", "evening"]


def test_blocks_and_photos_know_their_lines() -> None:
    page = set_article(ARTICLE, 60, beside=False)
    assert len(page.blocks) == len(ARTICLE.body)
    assert page.blocks == sorted(page.blocks)
    assert "City archive" in "".join(run.text for run in page.lines[page.photos[1]].runs)


def test_every_line_fits() -> None:
    for width in (8, 20, 41, 80, 200):
        page = set_article(ARTICLE, width, beside=False)
        widest = max(cell_len("".join(run.text for run in line.runs)) for line in page.lines)
        assert widest <= min(width, 80)


def test_an_empty_article_says_what_to_do() -> None:
    assert "o opens it in the browser" in text(set_article(Article("y", "Only a title"), 90, beside=True))


def test_letters_go_to_what_the_editors_offer_first() -> None:
    assert [letter for letter, _ in lettered(ARTICLE.related)] == ["a", "", "b"]
    many = [RelatedLink(f"number {n}", f"https://a.test/{n}") for n in range(60)]
    letters = [letter for letter, _ in lettered(many)]
    assert letters[25:28] == ["z", "aa", "ab"]
    assert len(set(letters)) == 60


PROSE = Article(
    "p",
    "Night trams",
    language="en",
    body=(
        Block(
            BlockKind.PARAGRAPH,
            "The conductor remembers extraordinarily many passengers of the interconnected lines. " * 3,
            links=(InlineLink(4, 13, "https://a.test/"),),
        ),
        Block(BlockKind.CODE, "kept as it is, whatever the wishes are for the prose around it"),
    ),
)


def prose(layout: Layout) -> list[str]:
    page = set_article(PROSE, 40, beside=False, layout=layout)
    return ["".join(run.text for run in line.runs) for line in page.lines]


def test_even_edges_but_for_the_last_line() -> None:
    lines = prose(Layout(justify=True))[2:8]
    assert [cell_len(line) for line in lines] == [40, 40, 30, 40, 35, 30]  # others would get holes
    assert all("   " not in line for line in lines)
    page = set_article(PROSE, 40, beside=False, layout=Layout(justify=True))
    assert [run.text for line in page.lines for run in line.runs if run.target] == ["conductor"]


def test_a_line_that_would_get_holes_stays_as_it_is() -> None:
    assert justified([Run("a b")], 40) == [Run("a b")]
    assert justified([Run("a b "), Run("c d")], 10) == [Run("a  b  "), Run("c  d")]


def test_lines_are_set_apart() -> None:
    close, apart = prose(Layout()), prose(Layout(spacing=2))
    assert [line for line in apart if line] == [line for line in close if line]
    assert len(apart) > len(close)


def test_words_are_broken_and_the_width_is_kept() -> None:
    assert any(line.endswith("-") for line in prose(Layout(hyphenate=True)))
    assert max(map(cell_len, prose(Layout(width=30, hyphenate=True)))) <= 30
