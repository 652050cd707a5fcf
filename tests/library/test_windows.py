"""A list asked for piece by piece is the list, and the numbers kept up are those counted from the articles."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.making import NOW, article, back_to, search, trio
from tui_reader.library import tally
from tui_reader.library.connection import GaveWayError
from tui_reader.library.library import Library
from tui_reader.model import Article, Query, Tab

ORDER = ("uk", "en", "ru")
LANGUAGES = ("uk", "en", "en-GB", "ru", "zh", "zh-Hans", "zh-Hant", None)


def some(seed: int, count: int = 60) -> list[Article]:
    """Articles of a few stories, many at the same minute."""
    chance = Random(seed)
    return [
        article(
            f"{n}",
            chance.choice(LANGUAGES),
            source=chance.choice(("Post", "Times")),
            hours=chance.randrange(12),
            story=chance.choice((None, f"s{chance.randrange(count // 3)}")),
            text=chance.choice(("The bridge is open.", "The tunnel is shut.", "The bridge and a tunnel.")),
        )
        for n in range(count)
    ]


QUERIES = [
    Query(),
    Query(language="en"),
    Query(language="zh"),
    Query(language="uk", unread=True),
    Query(source="Post"),
    Query(source="Times", language="ru", unread=True),
    Query(sources=("Times", "nobody")),
    Query(bookmarked=True),
    Query(unread=True),
    Query(search=search("bridge")),
    Query(search=search("bridge -tunnel"), language="en"),
    Query(search=search("-bridge")),
    Query(search=search("bridge"), unread=True, sources=("Wire", "Post")),
    Query(search=search("bridge or is:hidden")),
    Query(source="Wire"),
    Query(ids=tuple(one.id for one in some(1)[:20])),
]
NAMES = [str(n) for n in range(len(QUERIES))]


@pytest.fixture(scope="module", params=["story", "edition"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One for all tests that only ask."""
    path = tmp_path_factory.mktemp("filled") / "library.db"
    with Library.open(path, read=request.param) as library:
        articles = some(1)
        for start in range(0, len(articles), 7):
            library.store(articles[start : start + 7], now=NOW)
        library.store([again(one) for one in articles[::3]], now=NOW)
        library.mark_read([one.id for one in articles[::4]], True, now=NOW)
        for one in articles[::9]:
            library.bookmark(one.id, True, now=NOW)
        for one in articles[::7]:
            library.hiding.hide(again(one).id, True, now=NOW)
        assert library._db.one("SELECT count(*) > 9 FROM listing WHERE folded > 0") == (1,)
        yield library


def again(one: Article) -> Article:
    """The same text in another source, an hour later."""
    moved = replace(one, identity=f"{one.identity} again", source="Wire", story=None, title="Look at this")
    return replace(moved, partial=one.id < "8", body=() if one.id < "4" else one.body)


_PLACES = "SELECT number, line, folded FROM listing"


def expected(library: Library, query: Query, order: Sequence[str]) -> list[int]:
    """The list, made in the plainest way from all its articles."""
    lines = {line.row: line for line in library.headlines(library.index(query, stories=False))}
    tags = [*order, *sorted({line.language for line in lines.values() if line.language} - set(order))]

    def rank(row: int) -> int:
        language = lines[row].language
        return tags.index(language) if language in tags else len(tags)

    places = {row: (line, folded) for row, line, folded in library._db.rows(_PLACES)}
    single = query.source is not None or query.ids is not None or query.bookmarked
    if not single and query.search is None and query.sources is None:
        lines = {row: line for row, line in lines.items() if not places[row][1]}
    best: dict[int, int] = {}
    for row in sorted(lines, key=lambda row: (rank(row), 0 if single else places[row][1], row)):
        best.setdefault(lines[row].story if single else places[row][0], row)
    return [row for row in lines if row in best.values()]


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
@pytest.mark.parametrize("order", [ORDER, ("ru",), ()])
def test_every_piece_of_a_list_is_a_piece_of_the_list(
    filled: Library, query: Query, order: tuple[str, ...]
) -> None:
    lists = filled.lists
    whole = filled.index(query, order)
    assert whole == expected(filled, query, order)
    assert lists.count(query, order) == len(whole)
    assert lists.most(query) == (len(whole), True)
    for place, row in enumerate(whole):
        assert lists.rows(query, order, beside=row, limit=5) == whole[place + 1 : place + 6]
        assert lists.rows(query, order, beside=row, older=False, limit=5) == whole[max(0, place - 5) : place]
        assert lists.place(query, order, row, len(whole)) == lists.place(query, order, row) == place
        assert lists.between(query, order, whole[0], row) == place
    assert lists.rows(query, order, older=False, limit=4) == whole[-4:]
    assert lists.rows(query, order, skip=3, limit=4) == whole[3:7]
    for line in filled.headlines(whole):
        assert lists.standing(query, order, line.id) == line.row


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_the_next_unread_is_the_next_in_the_list_that_is(filled: Library, query: Query) -> None:
    whole = filled.headlines(filled.index(query, ORDER))
    for place, line in enumerate(whole):
        after = next((one.row for one in whole[place + 1 :] if not one.read), None)
        before = next((one.row for one in whole[:place][::-1] if not one.read), None)
        assert filled.lists.next_unread(query, ORDER, line.row, older=True) == after
        assert filled.lists.next_unread(query, ORDER, line.row, older=False) == before


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_the_tabs_are_the_lengths_of_the_lists(filled: Library, query: Query) -> None:
    for tab in filled.tabs(query):
        of_tab = replace(query, language=tab.language)
        assert tab.total == len(filled.index(of_tab, ORDER))
        assert tab.unread == len(filled.index(replace(of_tab, unread=True), ORDER))


STEP = st.tuples(
    st.sampled_from(["store", "change", "read", "unread", "all", "mark", "part", "join"]), st.integers(0, 30)
)


@settings(max_examples=25, deadline=None)
@given(st.lists(STEP, max_size=20), st.sampled_from(["story", "edition"]))
def test_the_numbers_never_drift(steps: list[tuple[str, int]], read: str) -> None:
    articles = some(2, 30) + trio("t")
    parted: list[tuple[str, str]] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "library.db", read="story" if read == "story" else "edition") as library,
    ):
        library.store(articles[:6], now=NOW)
        for what, n in steps:
            one = articles[n]
            if what == "store":
                library.store(articles[n : n + 5], now=NOW)
            elif what == "change":
                twin = articles[(n * 7) % 30]
                library.store([replace(twin, identity=one.identity, title="New")], now=NOW)
            elif what in ("read", "unread"):
                library.mark_read([one.id], what == "read", now=NOW)
            elif what == "all":
                library.mark_all_read(Query(language=one.language), now=NOW)
            elif what == "mark":
                library.bookmark(one.id, n % 3 > 0, now=NOW)
            elif what == "part":
                held = library.held(one.id)
                other = held.editions[-1].id if held and held.editions else None
                parted += library.part(one.id, other, now=NOW)
            else:
                library.rejoin(parted)
        kept = library._db.rows("SELECT * FROM tally ORDER BY scope, source, language")
        library.recount()
        assert kept == library._db.rows("SELECT * FROM tally ORDER BY scope, source, language")


def test_an_older_library_is_counted_when_it_is_opened(path: Path) -> None:
    with Library.open(path) as library:
        library.store([*trio("a"), article("b")], now=NOW)
        before = library.tabs(Query())
    back_to(path, 5)
    with Library.open(path) as library:
        assert library.tabs(Query()) == before
        assert before[0] == Tab(None, 2, 2)


def test_numbers_that_are_wrong_are_counted_anew(library: Library) -> None:
    library.store(trio("a"), now=NOW)
    library._db.execute("UPDATE tally SET total = 7")
    library.recount()
    assert library.tabs(Query())[0] == Tab(None, 1, 1)


def test_a_search_follows_what_is_written_beside_it(path: Path) -> None:
    with Library.open(path) as library, Library.open(path) as other:
        library.store([article("a", text="An otter.")], now=NOW)
        assert len(library.index(Query(search=search("otter")))) == 1
        other.store([article("b", text="Two otters.")], now=NOW)
        assert len(library.index(Query(search=search("otter*")))) == 2
        library.store([article("c", text="An otter again.")], now=NOW)
        assert len(library.index(Query(search=search("otter*")))) == 3


def test_a_question_gives_way_and_can_be_asked_again(library: Library) -> None:
    library.store([article(str(n), text="An otter. " * 50) for n in range(400)], now=NOW)
    with pytest.raises(GaveWayError), library.until(lambda: True):
        library.index(Query(search=search("otter")))
    assert len(library.index(Query(search=search("otter")))) == 400


def test_one_story_is_tallied_once_whatever_its_tags() -> None:
    parts = (("Post", "zh-Hans", 0, 0, 1), ("Post", "zh-Hant", 0, 1, 0))
    found = tally._columns(0, parts)
    assert ((0, "", "zh"), "total") in found
    assert ((0, "", "zh"), "own") not in found
    assert ((1, "Post", "zh-Hant"), "unseen") not in tally._columns(1, parts)
