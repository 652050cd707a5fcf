"""A reader's day with three editions of a site, in a real terminal: turn, fetch, compare, bookmark, and keep it all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from copy import copy
from pathlib import Path

import pytest

from tests.loopback import Answer, Loopback
from tests.site.manners import Printed, Site
from tests.site.pages import feed
from tests.site.serving import FEED, serve
from tests.test_terminal import Terminal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]
LANGUAGES = ("en", "uk", "ru")
SETTINGS = """
[settings]
languages = ["en", "uk", "ru"]
refresh_on_start = false
[[source]]
name = "The Site"
editions = {{ en = "{0}", uk = "{1}", ru = "{2}" }}
"""


def without(site: Site, *left_out: Printed) -> Site:
    """The site as its feeds give it without some articles."""
    other = copy(site)
    other.printed = [one for one in site.printed if one not in left_out]
    return other


def answer(server: Loopback, site: Site) -> list[str]:
    """Serve the three feeds of ``site``; their addresses."""
    root = server.url("").rstrip("/")
    return [
        server.answer(f"/feed/{tag}.rss", Answer(feed(site, tag, root), headers={"Content-Type": FEED}))
        for tag in LANGUAGES
    ]


def editions(site: Site, number: int) -> dict[str, Printed]:
    return {one.language: one for one in site.printed if one.story == number}


def chosen(site: Site, *wanted: Sequence[str]) -> list[dict[str, Printed]]:
    """A story for each of ``wanted``, in exactly those languages, with a text to read."""
    stories = [editions(site, number) for number in sorted({one.story for one in site.printed})]
    found: list[dict[str, Printed]] = []
    for languages in wanted:
        found.append(
            next(
                story
                for story in stories
                if set(story) == set(languages)
                and all(len(one.text.body) > 1 for one in story.values())
                and story not in found
            )
        )
    return found


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    opened = Terminal(home, 130, 8)  # so low that every text scrolls
    yield opened
    opened.tmux("kill-server")


def go_to(terminal: Terminal, story: dict[str, Printed], stories: Sequence[dict[str, Printed]]) -> None:
    """Open a story of the list, which has the newest first."""
    newest = sorted(stories, key=lambda one: one["en"].published, reverse=True)
    title = story["en"].text.title[:30]
    terminal.press("g", *"j" * newest.index(story), "Enter")
    terminal.shows("q back", title)


def scroll_to(terminal: Terminal, text: str) -> None:
    """Line by line, until ``text`` begins the first line under the tabs."""
    for _ in range(40):
        if text[:30] in terminal.screen().splitlines()[1]:
            return
        before = terminal.screen()
        terminal.press("j")
        terminal.changes(before)
    raise AssertionError(f"never came to {text}; the screen shows:\n{terminal.screen()}")


def back(terminal: Terminal) -> None:
    """From the article to the list."""
    terminal.press("q")
    terminal.shows("Q quit")


def test_a_day_with_three_editions(terminal: Terminal, home: Path) -> None:
    site = Site(3, "hreflang", stories=40, days=5)
    stories = chosen(site, LANGUAGES, (*LANGUAGES, "de"), ("en", "uk"))
    site.printed = [one for story in stories for one in story.values()]
    full, unfed, two = stories
    command = ("--config", str(home / "feeds.toml"))
    with Loopback() as server:
        serve(server, site)
        (home / "feeds.toml").write_text(SETTINGS.format(*answer(server, without(site, unfed["ru"]))))
        terminal.start(*command)
        terminal.shows("R refreshes")
        terminal.press("R")
        terminal.shows("EN 3", "UA 3", "RU ", "The Site")

        go_to(terminal, full, stories)
        scroll_to(terminal, full["en"].text.body[0])
        terminal.press("]")
        terminal.shows(full["uk"].text.body[0][:30])
        assert full["uk"].text.body[0][:30] in terminal.screen().splitlines()[1]
        back(terminal)

        go_to(terminal, unfed, stories)
        terminal.shows(" DE")  # no feed has German: the page has come, and named its editions
        assert not server.asked(unfed["ru"].path)
        terminal.press("3")
        terminal.shows(unfed["ru"].text.title[:30])
        assert server.asked(unfed["ru"].path)
        terminal.press("=")
        terminal.shows(unfed["ru"].text.title[:30], unfed["en"].text.title[:30], "│")
        terminal.press("=", "b")
        terminal.shows("Bookmarked; every edition held is kept")
        back(terminal)

        go_to(terminal, two, stories)
        terminal.press("3")
        terminal.shows("No Russian edition of this story")
        back(terminal)

        answer(server, without(site, *unfed.values()))
        terminal.press("R")
        server.wait_for_requests(2, "/feed/ru.rss")
        terminal.press("Q")
        terminal.shows("ended with 0")

    terminal.start(*command)
    terminal.press("B")
    terminal.shows("★", "Bookmarks 1")
    terminal.press("Enter")
    for key, language in zip("123", LANGUAGES, strict=True):
        terminal.press(key)
        terminal.shows(unfed[language].text.title[:30], "q back")
    terminal.press("Q")
    terminal.shows("ended with 0")
