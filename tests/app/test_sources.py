"""Sources followed, renamed, moved and left from within the app; settings changed in their window."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app.reader import Reader, reader, some
from tests.commands.conftest import HTML, feed
from tests.loopback import Answer, Loopback
from tui_reader import config
from tui_reader.app.columns import Pane
from tui_reader.app.lists import by_category
from tui_reader.app.screens.sources import FeedRows
from tui_reader.app.state import ALL, SOURCE
from tui_reader.model import Source
from tui_reader.offering import Feed, FeedFacts, Offer
from tui_reader.settings import SETTINGS

OWN = """# mine
[settings]
languages = ["en", "uk"]
refresh_on_start = false
refresh_minutes = 0
# justify = false

[[source]]
name = "Morning paper"
category = "World"
url = "https://morning.example/rss"

# The one that I read.
[[source]]
name = "Evening paper"
category = "World"
url = "https://evening.example/rss"

[[source]]
name = "Folder"
path = "texts"

# --- the end ---
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text(OWN)
    return path


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as loopback:
        yield loopback


def text(file: Path) -> str:
    return file.read_text()


def put(file: Path, text: str) -> None:
    file.write_text(text)


def broken(file: Path) -> None:
    file.write_text("[settings")


def names(file: Path) -> list[str]:
    return [source.name for source in config.load(file).sources]


def write(opened: Reader, line: str) -> None:
    """Write into the line of a window, all at once."""
    opened.app.screen.query_one(Input).value = line


async def chosen(opened: Reader, name: str) -> None:
    """Choose a source in its column."""
    await opened.until(lambda: opened.main.sources.count() > 3)
    opened.main.go(Pane.SOURCES)
    row = next(n for n, one in enumerate(opened.main.sources._rows) if one.key == SOURCE + name)
    opened.main.sources.chosen = row
    await opened.until(lambda: opened.main._lists.state.key == SOURCE + name)


@pytest.mark.slow
async def test_rename_category_move_and_remove(file: Path) -> None:
    async with reader(file.parent, some(3), settings=OWN) as opened:
        await chosen(opened, "Evening paper")
        await opened.press("K")
        await opened.until(lambda: names(file) == ["Evening paper", "Morning paper", "Folder"])
        await opened.until(lambda: opened.main.sources.key == SOURCE + "Evening paper")
        assert '# The one that I read.\n[[source]]\nname = "Evening paper"' in text(file)
        await opened.press("K")
        await opened.shows("first or last of its category")
        await opened.press("E", *["backspace"] * 5, *"post", "enter")
        await opened.until(lambda: names(file)[0] == "Evening post")
        await opened.until(lambda: opened.main.sources.key == SOURCE + "Evening post")
        await opened.until(lambda: opened.main.headlines.count() == 3)
        await opened.press("C", *["backspace"] * 5, *"Press", "enter")
        await opened.until(lambda: config.load(file).sources[0].category == "Press")
        await opened.shows("Press")
        await opened.press("D", "enter")
        assert names(file)[0] == "Evening post", "enter is no yes"
        await opened.press("D")
        await opened.shows("Stop following “Evening post”?")
        await opened.press("y")
        await opened.until(lambda: names(file) == ["Morning paper", "Folder"])
        await opened.shows("Kept")
        assert text(file).startswith(OWN[: OWN.index("[[source]]")])
        assert text(file).endswith("# --- the end ---\n")


async def test_what_is_no_longer_followed_comes_back_step_by_step(file: Path) -> None:
    async with reader(file.parent, some(1), settings=OWN) as opened:
        for name in ("Evening paper", "Folder"):
            await chosen(opened, name)
            await opened.press("D", "y")
            await opened.shows(f"No longer followed: {name}; U brings it back")
            await opened.until(lambda: opened.main.sources.key == ALL)
        assert names(file) == ["Morning paper"]
        await opened.press("U")
        await opened.shows("Undone: Folder is followed again · U undoes 1 more step")
        await opened.press("U")
        await opened.shows("Undone: Evening paper is followed again")
        assert text(file) == OWN
        await opened.until(lambda: len(opened.main._services.config.sources) == 3)


async def test_away_from_their_column_sources_are_safe(file: Path) -> None:
    async with reader(file.parent, some(1), settings=OWN) as opened:
        await opened.press("J", "D")
        await opened.shows("Choose a source in the column of the sources first")
        assert text(file) == OWN


async def test_an_edit_by_hand_meanwhile_is_told_and_kept(file: Path) -> None:
    async with reader(file.parent, some(1), settings=OWN) as opened:
        await chosen(opened, "Folder")
        broken(file)
        await opened.press("D", "y")
        await opened.shows("no TOML")
        assert text(file) == "[settings"


async def test_a_site_is_found_chosen_and_refreshed(file: Path, server: Loopback) -> None:
    feed(server, "en", "The storm closes the harbour again", "The bridge is open to traffic")
    feed(server, "uk", "Буря знову зачинила гавань", "Міст відкрито для руху")
    head = (
        '<meta property="og:site_name" content="The Paper"><link rel="alternate" hreflang="uk" href="/uk/">'
        '<link rel="alternate" type="application/rss+xml" href="/en/feed">'
    )
    server.answer("/", Answer(f'<html lang="en"><head>{head}'.encode(), headers=HTML))
    server.answer("/uk/", Answer(b'<html lang="uk"><link rel="feed" href="feed">', headers=HTML))
    async with reader(file.parent, some(1), settings=OWN, size=(60, 20)) as opened:
        await opened.press("a")
        await opened.shows("Follow a site")
        write(opened, server.url("/"))
        await opened.press("enter")
        await opened.shows("The Paper", "✓ EN", "✓ UA", "2 entries")
        await opened.press("j", "space")
        await opened.hides("✓ UA")
        await opened.press("space", "enter")
        await opened.until(lambda: names(file)[-1] == "The Paper")
        assert [one.language for one in config.load(file).sources[-1].editions] == ["en", "uk"]
        await opened.shows("The storm closes the harbour again")
        assert opened.main._lists.state.key == SOURCE + "The Paper"


def test_in_a_narrow_window_the_date_stands_whole() -> None:
    url = "https://morning.example/rss"
    facts = FeedFacts("Morning paper", "en", 10_000, datetime(2026, 3, 4, tzinfo=UTC))
    rows = FeedRows(Offer("Paper", (Feed(url, facts, "en", "Morning paper"),)), frozenset({url}))
    told = "".join(text for text, _ in rows.draw(0, 60)[1])
    assert told.startswith("       already followed · 10000 entries · newest 2026-03-04 · ")
    told = "".join(text for text, _ in rows.draw(0, 50)[1])
    assert told.startswith("       10000 entries · newest 2026-03-04 · ")


async def test_in_a_narrow_list_the_search_s_hint_ends_with_a_whole_part(file: Path) -> None:
    async with reader(file.parent, some(1), settings=OWN, size=(40, 20)) as opened:
        await opened.press("slash")
        await opened.shows('Search: words, "a phrase", begin*')
        await opened.hides("begin*,")


async def test_an_address_that_leads_nowhere_is_one_line(file: Path, server: Loopback) -> None:
    async with reader(file.parent, some(1), settings=OWN) as opened:
        await opened.press("a")
        write(opened, server.url("/none"))
        await opened.press("enter")
        await opened.shows("404")
        assert text(file) == OWN


@pytest.fixture
async def window(file: Path) -> AsyncIterator[Reader]:
    async with reader(file.parent, some(2), settings=OWN, size=(60, 24)) as opened:
        await opened.press("enter", "comma", "j")
        await opened.shows("Settings", "languages", "Your languages, the most wanted first")
        yield opened


@pytest.mark.slow
async def test_settings_change_at_once_and_are_kept(file: Path, window: Reader) -> None:
    await window.press("enter")
    write(window, "uk, en")
    await window.press("enter")
    await window.until(lambda: config.load(file).settings.languages == ("uk", "en"))
    await window.press("k", "right")
    await window.until(lambda: config.load(file).settings.interface == "en")
    await window.press("d", "j")
    await window.until(lambda: config.load(file).settings.interface is None)
    await window.press("j", "right")
    await window.until(lambda: config.load(file).settings.tab_labels == "autonyms")
    await window.press("j", "enter", "j", "left", "left")
    await window.until(lambda: config.load(file).settings.text_width == 78)
    await window.until(lambda: window.main.article._layout_wanted.width == 78)
    themed = config.load(file).settings.theme
    assert window.app.theme == themed != "textual-dark"
    await window.press("k", "d")
    await window.until(lambda: config.load(file).settings.theme is None)
    await window.until(lambda: window.app.theme == "textual-dark")
    await window.press("j", "j", "j", "space")
    await window.until(lambda: config.load(file).settings.justify)
    assert "\njustify = true\n" in text(file), "in the place of its example"
    await window.press("escape")
    await window.shows("Українська")
    assert "# mine\n" in text(file)
    assert text(file).endswith("# --- the end ---\n")


async def test_a_wrong_value_is_told_and_not_kept(file: Path, window: Reader) -> None:
    await window.press("enter", *["backspace"] * 6, *"xq", "enter")
    await window.shows("did you mean “sq” (Shqip)?")
    assert text(file) == OWN
    await window.press("j", "k")
    await window.shows("en, uk")


async def test_words_with_spaces_are_quoted_as_a_shell_has_them(file: Path) -> None:
    settings = OWN.replace("# justify = false", 'on_new = ["notify-send", "{count} new"]')
    put(file, settings)
    async with reader(file.parent, some(2), settings=settings, size=(60, 40)) as window:
        await window.press("comma", *["down"] * list(SETTINGS).index("on_new"))
        await window.shows("on_new             notify-send '{count} new'")
        await window.press("enter", "escape", "enter")
        write(window, "say 'it is")
        await window.press("enter")
        await window.shows("a quotation mark is not closed: say 'it is")
        assert text(file) == settings
        await window.press("enter")
        write(window, """"my say" '{title} of "{source}"' --now""")
        await window.press("enter")
        wanted = ("my say", '{title} of "{source}"', "--now")
        await window.until(lambda: config.load(file).settings.on_new == wanted)


def test_sources_of_one_category_stand_together() -> None:
    given = [Source("a", "X"), Source("b"), Source("c", "Y"), Source("d", "X"), Source("e"), Source("f", "Y")]
    assert "".join(source.name for source in by_category(given)) == "adbecf"
