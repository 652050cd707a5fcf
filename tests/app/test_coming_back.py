"""The article that was open at the end is open again at the start, at its place."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.app.reader import article, reader, some
from tui_reader import paths
from tui_reader.app.asking import Answer
from tui_reader.app.columns import Pane
from tui_reader.app.desk import Desk
from tui_reader.app.lists import Lists, Numbers
from tui_reader.app.reading import Reading
from tui_reader.app.state import Position, save_position
from tui_reader.app.widgets.article_pane import Place
from tui_reader.library.library import Library
from tui_reader.model import Headline

SECONDS = 30.0


@pytest.fixture
def counting_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the numbers around a list come only after the list's choice has asked for its preview."""
    asked = threading.Event()
    count, preview = Lists._count, Desk.preview

    def late(lists: Lists, library: Library, answer: Answer) -> Numbers:
        assert asked.wait(SECONDS), "nothing was chosen in the list"
        return count(lists, library, answer)

    def telling(desk: Desk, headline: Headline | None) -> None:
        preview(desk, headline)
        desk._view.article.call_after_refresh(asked.set)

    monkeypatch.setattr(Lists, "_count", late)
    monkeypatch.setattr(Desk, "preview", telling)


@pytest.mark.usefixtures("counting_comes_last")
async def test_the_list_s_choice_does_not_take_the_place_of_the_open_article(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list shows the story in English; it was open in Ukrainian, and nothing else is asked for."""
    asked: list[str | None] = []
    show = Reading.show

    async def noting(reading: Reading, article_id: str | None, place: Place | None = None) -> bool:
        asked.append(article_id)
        return await show(reading, article_id, place)

    monkeypatch.setattr(Reading, "show", noting)
    open_one = article(2, "uk").id
    save_position(paths.state_folder() / "position.json", Position(article=open_one, reading=True, block=20))
    async with reader(home, some()) as app:
        assert asked == [open_one]
        held = app.main._reading.held
        assert held is not None
        assert held.article.id == open_one
        assert (app.main.pane, app.main.reading) == (Pane.ARTICLE, True)
        await app.shows("Paragraph 20 of a long evening.")
