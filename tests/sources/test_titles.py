"""The headline: what titles carry beside it, what a heading is made of, and which of several is chosen."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.sources import page
from tui_reader.sources.hypertext.markup import parse
from tui_reader.sources.pages import headings
from tui_reader.sources.pages.headings import Heading
from tui_reader.sources.pages.suffixes import Site, without_site
from tui_reader.sources.pages.titles import Titles, choose

LONG = "The harbour town rebuilt its old lighthouse last year, and the keeper tells how the lamp was saved. "
LAMP = "The lamp came back to town"
PAPER = Site(["The Paper"], ["paper.example", "paper"])


def h(*texts: str, shown: bool = True) -> list[Heading]:
    return [Heading(text, shown=shown) for text in texts]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (Titles(), None),
        (Titles(h(LAMP), f"{LAMP} | The Paper", LAMP), LAMP),
        (Titles(h("The Paper", LAMP), LAMP, site=PAPER), LAMP),
        (Titles(h("Tom &amp; the lamp")), "Tom & the lamp"),
        (Titles(h("Culture : A lamp in the storm"), "A lamp in the storm", "A lamp in the storm"), "A lamp in the storm"),
        (Titles([], f"{LAMP} | Culture | The Paper", site=PAPER), LAMP),
        (Titles([], window=f"{LAMP} - The Paper"), LAMP),
        (Titles([], others=[LAMP]), LAMP),
    ],
)  # fmt: skip
def test_the_headline(titles: Titles, expected: str | None) -> None:
    assert choose(titles) == expected


def test_the_heading_that_readers_see_comes_before_titles_for_searching() -> None:
    assert choose(
        Titles(h("The keeper's lamp"), "The keeper's lamp", "Lamp, harbour", window="Lamp, harbour")
    ) == ("The keeper's lamp")
    assert choose(Titles(h(LAMP), "Lamp: what we know", LAMP, window="Lamp: what we know")) == LAMP
    assert choose(Titles(h(LAMP), LAMP, "How it was saved", window=LAMP)) == LAMP


def test_metadata_that_agree_come_before_a_heading() -> None:
    assert (
        choose(Titles(h(LAMP), f"After the flood: {LAMP}", f"After the flood: {LAMP}"))
        == f"After the flood: {LAMP}"
    )


def test_two_versions_of_a_headline_and_no_data_to_judge_by() -> None:
    seen, told = "The keeper says the old lamp is back in town", "The keeper says: old lamp back in our town"
    assert choose(Titles(h(seen), told)) == told
    assert choose(Titles(h(seen), told, seen)) == seen
    assert choose(Titles(h(seen), f"Portby: {seen}")) == seen
    assert choose(Titles(h("A wholly different heading"), told)) == "A wholly different heading"


def test_a_known_kicker_does_not_end_a_title() -> None:
    heading = Heading("Flood of the winter The lamp is back", ("The lamp is back", "Flood of the winter"))
    assert choose(Titles([heading], window="Flood of the winter: The lamp is back - paper.example")) == (
        "Flood of the winter: The lamp is back"
    )


def test_a_host_s_name_ends_no_headline() -> None:
    assert without_site(f"{LAMP} - who lit it - ngz.example", [], Site()) == f"{LAMP} - who lit it"
    assert without_site(f"{LAMP} - version 2.0", [], PAPER) == f"{LAMP} - version 2.0"


def test_a_heading_in_the_breadcrumb_is_for_machines() -> None:
    crumb = h("Lamp harbour flood", shown=False)
    assert (
        choose(Titles(crumb, "Lamp harbour flood", "How it was saved", window="Lamp harbour flood"))
        == "How it was saved"
    )
    assert (
        choose(Titles(crumb, "Lamp harbour", "How it was saved", window="Lamp harbour flood"))
        == "How it was saved"
    )
    lesser = Titles(crumb, "Back: the lamp", "Lamp harbour flood", below=["Back the lamp"])
    assert choose(lesser) == "Back: the lamp"


def test_a_title_that_was_cut_gives_way_to_the_whole_one() -> None:
    whole = "The lamp that was thought lost came back to town after the flood"
    cut = "The lamp that was thought lost came back…"
    assert choose(Titles(h(whole), cut, cut)) == whole


def test_a_label_is_no_headline() -> None:
    assert choose(Titles(h("World"), LAMP, "")) == LAMP
    assert choose(Titles(h("Log in", "Most read"), LAMP, "")) == LAMP
    assert choose(Titles(h("A wholly different heading"), LAMP, "")) == "A wholly different heading"


def test_og_title_that_only_names_the_site_says_nothing() -> None:
    assert choose(Titles([], "The Paper", "", window=f"{LAMP} | The Paper", site=PAPER)) == LAMP


NORTH = Site(["北新聞"])


@pytest.mark.parametrize(
    ("text", "site", "expected"),
    [
        (f"{LAMP} | The Paper", PAPER, LAMP),
        (f"{LAMP} – The Paper Online", PAPER, LAMP),
        (f"{LAMP} — paper.example", PAPER, LAMP),
        (f"{LAMP} » The Paper", PAPER, LAMP),
        (f"{LAMP} | Politics | The Paper", PAPER, LAMP),
        (f"{LAMP} - Sea - The Paper", PAPER, LAMP),
        (f"{LAMP} | The Paper | by Ann Lee of the coast desk", PAPER, LAMP),
        (f"{LAMP} - National | Paper.example", Site(["The Paper"], ["paper.example"], ["National"]), LAMP),
        (f"{LAMP} < 정치 < 기사본문 - The Paper", PAPER, LAMP),
        ("바닷가 마을의 낡은 등대가 다시 켜진 날 '그 빛'-문화ㅣThe Paper", PAPER, "바닷가 마을의 낡은 등대가 다시 켜진 날 '그 빛'"),
        (f"The Paper | {LAMP}", PAPER, LAMP),
        (f"{LAMP} | EL PAPÉL", Site(hosts=["elpapel.example", "elpapel"]), LAMP),
        ("港の灯台がよみがえった日のこと：北新聞", NORTH, "港の灯台がよみがえった日のこと"),
        ("港の灯台がよみがえった日のこと【北新聞】", NORTH, "港の灯台がよみがえった日のこと"),
        ("港の灯台がよみがえった日のこと_北新聞", NORTH, "港の灯台がよみがえった日のこと"),
        # Only where the site has no other name than its host's is a name after a dash taken for its.
        (f"{LAMP} - North Gazette", Site(hosts=["ngz.example"]), LAMP),
        (f"{LAMP} - North Gazette", PAPER, f"{LAMP} - North Gazette"),
        (f"{LAMP} - who lit it", Site(hosts=["ngz.example"]), f"{LAMP} - who lit it"),
        # A headline has marks of its own.
        ("Keeper found alive - town council denies", PAPER, "Keeper found alive - town council denies"),
        ("The office moves in January with RTO-4 | The Paper", PAPER, "The office moves in January with RTO-4"),
        ("FLOOD 3.0 | The keeper gets a new lamp for his tower by the sea", PAPER, "FLOOD 3.0 | The keeper gets a new lamp for his tower by the sea"),
        ("The keeper and the sea – a paper boat", Site(["The Paper"]), "The keeper and the sea – a paper boat"),
        ("The Paper", PAPER, "The Paper"),
    ],
)  # fmt: skip
def test_site_and_section_names_go(text: str, site: Site, expected: str) -> None:
    assert without_site(text, [], site) == expected


def test_a_known_title_tells_where_the_headline_ends() -> None:
    assert without_site(f"{LAMP} * Gazette * by Ann Lee", [LAMP], Site()) == LAMP
    assert (
        without_site("Tom’s lamp is back again: Gazette", ["Tom's lamp is back again"], Site())
        == "Tom’s lamp is back again"
    )
    culture = "Culture Council: what an old lamp can teach about doing what is right"
    assert without_site(culture, ["Culture Council"], Site()) == culture


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Paper", True),
        ("Paper Politics", True),
        ("Paper.example", True),
        ("a town by the sea", False),
        ("", False),
    ],
)
def test_what_names_the_site(text: str, expected: bool) -> None:
    assert PAPER.is_named_in(text) is expected


def read_headings(body: str) -> list[Heading]:
    tree = parse(f"<html><body>{body}</body></html>")
    assert tree is not None
    return headings.read(tree)[0]


@pytest.mark.parametrize(
    ("markup", "graph", "expected"),
    [
        # The kicker is part of the headline where the metadata have it too; then their colon is kept.
        ("<h1><span>Flood</span> <span>The lamp is back</span></h1>", "Flood: The lamp is back", "Flood: The lamp is back"),
        ("<h1><span>Flood</span><span>The lamp is back</span></h1>", "The lamp is back", "The lamp is back"),
        ("<h1>The lamp is back <small>A story from the coast</small></h1>", "The lamp is back", "The lamp is back"),
        # Without a witness its name tells.
        ("<h1><span class='article__kicker'>Flood</span><span class='sr-only'>: </span><span>The lamp is back</span></h1>", "", "The lamp is back"),
        ("<h1><a class='category-label' href='/sea'>Sea</a> The lamp is back</h1>", "", "The lamp is back"),
        ("<h1>The <em>lamp</em> is back</h1>", "", "The lamp is back"),
        ("<h1><div><span>The lamp is back</span></div></h1>", "", "The lamp is back"),
        ("<h1>– The lamp is back</h1>", "", "– The lamp is back"),
    ],
)  # fmt: skip
def test_what_a_heading_is_made_of(markup: str, graph: str, expected: str) -> None:
    assert choose(Titles(read_headings(markup), graph)) == expected


def test_headings_that_readers_do_not_take_for_one() -> None:
    assert (
        read_headings(
            "<h1><a href='/'>Our Daily News</a></h1><a href='https://paper.example'><h1>Logo</h1></a>"
        )
        == []
    )
    assert len(read_headings("<h1><a href='/?p=12'>The lamp came back</a></h1>")) == 1
    assert [one.shown for one in read_headings("<nav><ul><li><h1>Lamp, harbour</h1></li></ul></nav>")] == [
        False
    ]
    assert [
        one.shown for one in read_headings("<ol class='site-breadcrumbs'><li><h1>Lamp</h1></li></ol>")
    ] == [False]
    assert [
        one.shown for one in read_headings("<header><a href='/sea'>Sea</a><h1>The lamp</h1></header>")
    ] == [True]


def test_a_page_s_headline_and_its_names() -> None:
    data = json.dumps(
        {"@type": "NewsArticle", "headline": "Lamp, harbour", "publisher": {"name": "North Gazette"}}
    )
    html = (
        "<html lang='en'><head><title>Lamp, harbour – North Gazette</title>"
        "<meta property='og:title' content='The keeper&amp;#39;s lamp – North Gazette'>"
        f"<script type='application/ld+json'>{data}</script></head><body><article><h1>The keeper’s lamp</h1>"
        f"<p>{LONG * 4}</p><p>{LONG.replace('harbour', 'port') * 4}</p></article></body></html>"
    )
    article = page.read(html, url="https://gazette.example/2024/lamp", identity="page")
    assert (article.title, article.site) == ("The keeper’s lamp", "North Gazette")


@given(
    st.lists(
        st.sampled_from(["The lamp", "|", " - ", "The Paper", "：", "【", "】", "_", "港", "<", "…"]),
        max_size=12,
    )
)
def test_no_title_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    found = choose(Titles([], text, window=text, site=PAPER))
    assert found is None or found in " ".join(text.split())


@pytest.mark.slow
def test_long_titles_end_soon() -> None:
    started = time.process_time()
    choose(Titles(h("a - " * 5000), "a - " * 5000, "a | " * 5000, window="< " * 10_000, site=PAPER))
    assert time.process_time() - started < 10
