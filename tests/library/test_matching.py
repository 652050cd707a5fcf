"""The SQL of a search against a plain reading of the same tree, article by article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.making import NOW, article
from tui_reader.languages import within
from tui_reader.library.library import Library
from tui_reader.model import Article, Photo, Query
from tui_reader.search.finder import Finder
from tui_reader.search.terms import (
    All,
    Any,
    Has,
    Is,
    Language,
    Node,
    Not,
    Part,
    Search,
    SourceName,
    State,
    Thing,
    Time,
    Words,
)

_TEXTS = ("old bridge", "new bridge", "an old tram", "橋 tram")
_ARTICLES = [
    article(
        f"{text}-{language}",
        language,
        source=source,
        title=f"Title {text.split()[0]}",
        text=text,
        hours=number,
        photos=(Photo("https://a.example/1.jpg", caption="bridge") if number % 3 else Photo("x"),)
        * (number % 2),
    )
    for number, (text, language, source) in enumerate(
        product(_TEXTS, ("uk", "en-GB", None), ("Post", "Daily"))
    )
]
_READ = {one.id for one in _ARTICLES[::4]}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path: Path = tmp_path_factory.mktemp("matching") / "library.db"
    with Library.open(path, read="edition") as library:
        library.store(_ARTICLES, now=NOW)
        library.mark_read(_READ, True, now=NOW)
        yield library


def holds(node: Node, one: Article) -> bool:
    """Whether ``one`` is what ``node`` asks for."""
    if isinstance(node, All | Any):
        return (all if isinstance(node, All) else any)(holds(part, one) for part in node.nodes)
    if isinstance(node, Not):
        return not holds(node.node, one)
    if isinstance(node, Words):
        captions = "\n".join(photo.caption for photo in one.photos if photo.caption)
        parts = {Part.TITLE: one.title, Part.TEXT: one.text, Part.CAPTION: captions}
        return any(Finder([node]).spans(text, part) for part, text in parts.items())
    if isinstance(node, Language):
        return one.language is not None and within(one.language, node.tag)
    if isinstance(node, SourceName):
        return node.text.casefold() in one.source.casefold()
    if isinstance(node, Is):
        return {State.READ: one.id in _READ, State.UNREAD: one.id not in _READ, State.BOOKMARKED: False}[
            node.state
        ]
    if isinstance(node, Has):
        captioned = any(photo.caption for photo in one.photos)
        return {Thing.PHOTO: bool(one.photos), Thing.CAPTION: captioned}[node.thing]
    assert isinstance(node, Time)
    assert one.published is not None
    when = one.published.timestamp()
    return (node.start is None or when >= node.start) and (node.end is None or when < node.end)


_HOUR = int((NOW - timedelta(hours=9, minutes=30)).timestamp())
_LEAVES: list[Node] = [
    Words("bridge"), Words("old bridge"), Words("tr", prefix=True), Words("橋"), Words("old", part=Part.TITLE),
    Words("bridge", part=Part.CAPTION), Words("nowhere"), Language("uk"), Language("en"), SourceName("post"),
    SourceName("x"), Is(State.READ), Is(State.UNREAD), Is(State.BOOKMARKED), Has(Thing.PHOTO), Has(Thing.CAPTION),
    Time(start=_HOUR), Time(end=_HOUR),
]  # fmt: skip


def _deeper(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=2, max_size=3).map(tuple)
    return st.one_of(nodes.map(Not), several.map(All), several.map(Any))


@given(st.recursive(st.sampled_from(_LEAVES), _deeper, max_leaves=8))
def test_the_database_finds_what_a_plain_reading_finds(filled: Library, node: Node) -> None:
    rows = filled.index(Query(search=Search("", node)), stories=False)
    assert {line.id for line in filled.headlines(rows)} == {one.id for one in _ARTICLES if holds(node, one)}
