"""Files, folders, feeds and pages named on the command line, and folders that change: in the running app."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.app.reader import QUIET, article, reader
from tests.loopback import Answer, Loopback
from tui_reader import paths
from tui_reader.library.library import Library
from tui_reader.model import EditionLink, Query

STORY = """---
title: {title}
story: ferry
language: {language}
---

{text}
"""
PAGE = """<html lang="en"><head><title>Ferry sails again</title><link rel="canonical" href="{url}"></head><body>
<article><h1>Ferry sails again</h1>{text}</article></body></html>"""
PARAGRAPHS = "".join(
    f"<p>The ferry left the pier at {hour} o'clock, and {hour} people waved from the mole as it passed the buoy.</p>"
    for hour in range(3, 12)
)
UKRAINIAN = "".join(
    f"<p>О {hour} годині пором вийшов із гавані, і {hour} людей махали йому з молу, доки він минав буй.</p>"
    for hour in range(3, 12)
)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour post</title><link>{home}</link>
<item><title>Ferry sails again</title><link>{home}/ferry</link><guid>1</guid>
<description>The ferry left the pier this morning, after two winters in the dock. Read on …</description></item>
</channel></rss>"""


def two_editions(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ferry.en.md").write_text(
        STORY.format(title="Ferry sails", language="en", text="The ferry sails.")
    )
    (folder / "ferry.uk.md").write_text(
        STORY.format(title="Пором іде", language="uk", text="Пором знову йде.")
    )


async def test_a_file_opens_at_once_and_turns_to_the_edition_beside_it(home: Path) -> None:
    two_editions(home / "Articles")
    async with reader(home, arguments=[str(home / "Articles" / "ferry.en.md")], size=(100, 24)) as app:
        await app.shows("Ferry sails", "The ferry sails.", "~/Articles")
        await app.press("right_square_bracket")
        await app.shows("Пором іде")


async def test_a_folder_opens_as_a_list_of_stories(home: Path) -> None:
    two_editions(home / "Articles")
    (home / "Articles" / "note.txt.gz").write_bytes(
        gzip.compress("A note about ropes\n\nRopes are long.\n".encode("utf-16"))
    )
    async with reader(home, arguments=[str(home / "Articles"), str(home / "gone")]) as app:
        await app.shows("Opened", "Ferry sails", "A note about ropes", "EN UA")
        await app.until(lambda: app.main.headlines.count() == 2)


async def test_what_is_not_there_is_said_and_the_rest_opens(home: Path) -> None:
    two_editions(home / "Articles")
    async with reader(home, arguments=[str(home / "Articles"), str(home / "gone.txt")]) as app:
        await app.shows("no file", "Ferry sails")


async def test_standard_input_opens(home: Path) -> None:
    async with reader(
        home, arguments=["-"], stdin=b"A note about ropes\n\nRopes are long, and so are boats.\n"
    ) as app:
        await app.shows("A note about ropes", "Ropes are long")


async def test_a_file_of_a_source_stays_in_its_source(home: Path) -> None:
    two_editions(home / "Articles")
    settings = QUIET + f'[[source]]\nname = "Saved"\npath = "{home / "Articles"}"\n'
    sample = paths.SAMPLES / "tram.en.md"
    settings += '[[source]]\nname = "First steps"\nsamples = true\n'
    async with reader(
        home, settings=settings, arguments=[str(home / "Articles" / "ferry.en.md"), str(sample)]
    ) as app:
        await app.shows("Ferry sails", "Tram line 3")
    with Library.open(home / "library.db") as library:
        assert set(library.counts()) == {"Saved", "First steps"}


async def test_a_feed_and_a_page_open_by_their_address(home: Path) -> None:
    with Loopback() as server:
        server.answer("/feed", Answer(body=FEED.format(home=server.url("")).encode()))
        server.answer("/ferry", Answer(body=PAGE.format(url=server.url("/ferry"), text=PARAGRAPHS).encode()))
        async with reader(home, arguments=[server.url("/feed")]) as app:
            await app.shows("Ferry sails again")
            await app.press("enter")
            await app.shows("waved from the mole")
        with Library.open(home / "library.db") as library:
            rows = library.index(Query())
            assert len(rows) == 1
            held = library.held(library.headlines(rows)[0].id)
        assert held is not None
        assert not held.article.partial
        assert "9 people" in held.article.text


async def test_a_full_text_that_cannot_be_had_leaves_the_summary(home: Path) -> None:
    with Loopback() as server:
        summary = article(0, "en", partial=True, url=server.url("/gone"))
        settings = QUIET + f'[[source]]\nname = "Evening paper"\nurl = "{server.url("/feed")}"\n'
        async with reader(home, [summary], settings=settings, size=(120, 30)) as app:
            await app.press("enter")
            await app.shows(
                "No full text: 127.0.0.1 has nothing at that address (404); o opens the page",
                "Paragraph 1 of a long evening",
            )


async def test_an_edition_known_by_address_is_fetched_and_joins_the_story(home: Path) -> None:
    with Loopback() as server:
        server.answer(
            "/uk/ferry",
            Answer(
                body=PAGE.replace("en", "uk", 1)
                .format(
                    url=server.url("/uk/ferry"),
                    text=UKRAINIAN,
                )
                .encode()
            ),
        )
        named = article(
            0,
            "en",
            story=None,
            editions=(EditionLink("uk", server.url("/uk/ferry")),),
            url=server.url("/en/ferry"),
        )
        settings = QUIET + f'[[source]]\nname = "Evening paper"\nurl = "{server.url("/feed")}"\n'
        async with reader(home, [named], settings=settings, size=(120, 30)) as app:
            await app.press("enter")
            await app.shows("UA", "Paragraph 1")
            await app.press("right_square_bracket")
            await app.shows("пором вийшов")
            await app.press("left_square_bracket")
            await app.shows("Paragraph 1")
        with Library.open(home / "library.db") as library:
            assert len(library.index(Query())) == 1


async def test_a_file_that_is_saved_into_a_folder_appears(home: Path) -> None:
    folder = home / "Articles"
    two_editions(folder)
    settings = QUIET + f'[[source]]\nname = "Saved"\npath = "{folder}"\n'
    async with reader(home, settings=settings) as app:
        await app.press("R")
        await app.shows("Ferry sails")
        (folder / "ropes.txt").write_text("A note about ropes\n\nRopes are long, and so are boats.\n")
        await app.shows("A note about ropes")
        (folder / "ropes.txt").write_text(
            "A note about short ropes\n\nRopes are short today, and so are boats.\n"
        )
        await app.shows("short ropes")
